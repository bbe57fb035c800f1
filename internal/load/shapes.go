package load

import "hongtou/internal/dossier"

// The shapes of the YAML files. A key without omitempty must be there; the
// JSON Schemas in docs/schema are generated from these types.

// unitsFile is content/units.yaml.
type unitsFile struct {
	Units  []unitShape   `yaml:"units" jsonschema:"description=单位"`
	Groups []groupShape  `yaml:"groups,omitempty" jsonschema:"description=统称：代表若干单位的写法"`
	People []personShape `yaml:"people,omitempty" jsonschema:"description=人员"`
}

type unitShape struct {
	ID        dossier.Text   `yaml:"id" jsonschema:"description=不变的代号（小写英文、数字、连字符）,pattern=^[a-z0-9][a-z0-9-]*$"`
	Name      dossier.Text   `yaml:"name" jsonschema:"description=文件中所用的名称"`
	Aliases   []dossier.Text `yaml:"aliases,omitempty" jsonschema:"description=其他写法"`
	Kind      dossier.Text   `yaml:"kind" jsonschema:"description=类别：党委、政府、部门、办公室、县区、乡镇街道、其他机构、企业、省级、国家级,enum=party,enum=government,enum=department,enum=office,enum=county,enum=township,enum=body,enum=company,enum=province,enum=nation"`
	Recipient *bool          `yaml:"recipient,omitempty" jsonschema:"description=承担或督导任务时是否发给文件；不写即true"`
	Book      dossier.Text   `yaml:"book,omitempty" jsonschema:"description=与哪个单位合用一册：该单位的代号，文件以该单位的名义制作,pattern=^[a-z0-9][a-z0-9-]*$"`
	Standing  bool           `yaml:"standing_forms,omitempty" jsonschema:"description=true表示长期坚持的任务也发销号验收表"`
}

type groupShape struct {
	ID      dossier.Text   `yaml:"id" jsonschema:"description=不变的代号,pattern=^[a-z0-9][a-z0-9-]*$"`
	Name    dossier.Text   `yaml:"name" jsonschema:"description=文件中所用的统称"`
	Aliases []dossier.Text `yaml:"aliases,omitempty" jsonschema:"description=其他写法"`
	Members []dossier.Text `yaml:"members,omitempty" jsonschema:"description=成员单位的代号；open的统称写其中已知的成员"`
	Open    bool           `yaml:"open,omitempty" jsonschema:"description=true表示来源没有列出成员，或没有列全"`
	Basis   dossier.Text   `yaml:"basis" jsonschema:"description=成员的依据，或没有列出、没有列全的原因"`
}

type personShape struct {
	Name     dossier.Text   `yaml:"name" jsonschema:"description=姓名"`
	Leader   bool           `yaml:"leader,omitempty" jsonschema:"description=true表示市领导，不属于某一单位"`
	Units    []dossier.Text `yaml:"units,omitempty" jsonschema:"description=所在单位的代号"`
	Inferred bool           `yaml:"inferred,omitempty" jsonschema:"description=true表示对应关系由排列顺序推断"`
	Basis    dossier.Text   `yaml:"basis" jsonschema:"description=依据"`
}

// dossierFile is content/<案卷>/dossier.yaml.
type dossierFile struct {
	Name    dossier.Text `yaml:"name" jsonschema:"description=案卷的简称"`
	Notice  noticeShape  `yaml:"notice" jsonschema:"description=印发通知的公文要素"`
	Annex   annexShape   `yaml:"annex" jsonschema:"description=整改措施清单的结构"`
	Labels  labelsShape  `yaml:"labels,omitempty" jsonschema:"description=本方案的字段名称，不写即通用的七个"`
	Words   wordsShape   `yaml:"words,omitempty" jsonschema:"description=本方案的用语：程序所加文字的通用说法改成本方案的说法，如整改: 落实；文件原文不受影响"`
	Handout handoutShape `yaml:"handout,omitempty" jsonschema:"description=分发任务书时另加的内容"`
	Web     placedShape  `yaml:"web,omitempty" jsonschema:"description=只在网页上出现的值"`
}

// labelsShape maps a printed label to a word of dossier.FieldKind.
type labelsShape map[string]dossier.Text

// wordsShape maps a word of ours to that of the plan.
type wordsShape map[string]dossier.Text

// noticeShape are the elements of a notice, also of one that amends.
type noticeShape struct {
	Masthead  mastheadShape  `yaml:"masthead,omitempty" jsonschema:"description=发文机关标志"`
	Letter    bool           `yaml:"letter,omitempty" jsonschema:"description=true表示信函格式（GB/T 9704 10.1），不写即文件格式"`
	Number    dossier.Text   `yaml:"number,omitempty" jsonschema:"description=发文字号；来源没有就不写"`
	Issuers   []dossier.Text `yaml:"issuers" jsonschema:"description=发文机关全称，按发文顺序"`
	Signature []dossier.Text `yaml:"signature" jsonschema:"description=署名，一个机关一行"`
	Date      dossier.Text   `yaml:"date" jsonschema:"description=成文日期，如2021年3月5日,pattern=^[0-9]{4}年[1-9][0-9]?月[1-9][0-9]?日$"`
	Imprint   imprintShape   `yaml:"imprint,omitempty" jsonschema:"description=版记；来源没有就不写"`

	Serial  dossier.Text   `yaml:"serial,omitempty" jsonschema:"description=份号，6位数字，加引号,pattern=^[0-9]{6}$"`
	Secrecy dossier.Text   `yaml:"secrecy,omitempty" jsonschema:"description=密级和保密期限，如机密★1年,pattern=^(绝密|机密|秘密)(★.+)?$"`
	Urgency dossier.Text   `yaml:"urgency,omitempty" jsonschema:"description=紧急程度,enum=特急,enum=加急"`
	Signers []dossier.Text `yaml:"signers,omitempty" jsonschema:"description=签发人姓名；只用于上行文"`
	Note    dossier.Text   `yaml:"note,omitempty" jsonschema:"description=附注，带圆括号,pattern=^（.+）$"`
	Sealing dossier.Text   `yaml:"sealing,omitempty" jsonschema:"description=用印：印章或签名章；不写即不用印,enum=seal,enum=stamp"`
	Seals   []pictureShape `yaml:"seals,omitempty" jsonschema:"description=印章或签名章的图片，一个机关一个，按发文顺序；不写则留出位置"`
	Posts   []dossier.Text `yaml:"posts,omitempty" jsonschema:"description=签名章前的职务，一个机关一个"`
}

// pictureShape is an image file of the dossier's folder.
type pictureShape struct {
	File dossier.Text `yaml:"file" jsonschema:"description=案卷文件夹内的图片（PNG或JPEG）"`
	Size dossier.Text `yaml:"size" jsonschema:"description=印在纸上的宽和高，毫米，如42×42,pattern=^[0-9]{1,3}([.][0-9])?×[0-9]{1,3}([.][0-9])?$"`
	Alt  dossier.Text `yaml:"alt" jsonschema:"description=图片说明，如甲市人民政府印章"`
}

type mastheadShape struct {
	Organs []dossier.Text `yaml:"organs" jsonschema:"description=标志中的机关，主办机关在前"`
	Word   bool           `yaml:"word" jsonschema:"description=是否带“文件”二字"`
}

type imprintShape struct {
	Recipients dossier.Text `yaml:"recipients,omitempty" jsonschema:"description=移到版记的主送机关（首页排不下正文时），如主送：各县（区）人民政府。"`
	CC         dossier.Text `yaml:"cc,omitempty" jsonschema:"description=抄送机关"`
	Printer    dossier.Text `yaml:"printer,omitempty" jsonschema:"description=印发机关"`
	PrintDate  dossier.Text `yaml:"print_date,omitempty" jsonschema:"description=印发日期,pattern=^[0-9]{4}年[1-9][0-9]?月[1-9][0-9]?日$"`
}

type annexShape struct {
	Mark      dossier.Text `yaml:"mark,omitempty" jsonschema:"description=标题上方的“附件”"`
	Title     dossier.Text `yaml:"title" jsonschema:"description=标题，“|”表示可换行处"`
	Numbering dossier.Text `yaml:"numbering,omitempty" jsonschema:"description=各项开头的序号的样子；不写即第一项，,enum=一、,enum=（一）,enum=1.,enum=（1）"`
	Parts     []partShape  `yaml:"parts" jsonschema:"description=各部分"`
}

type partShape struct {
	Heading dossier.Text   `yaml:"heading" jsonschema:"description=部分的标题，如一、第一部分（9项）"`
	Items   []dossier.Text `yaml:"items" jsonschema:"description=整改项的文件名（不带.md），按印发顺序"`
}

type handoutShape struct {
	Reporting reportingShape `yaml:"reporting,omitempty" jsonschema:"description=任务书的报送要求"`
	Letter    handoverShape  `yaml:"letter,omitempty" jsonschema:"description=随任务书发出的交办函；不写即没有"`
}

// handoverShape is the letter with which task books go out.
type handoverShape struct {
	Organ     dossier.Text `yaml:"organ" jsonschema:"description=发文机关标志：发文机关全称或规范化简称，不带文件二字"`
	Number    dossier.Text `yaml:"number,omitempty" jsonschema:"description=发文字号；没有就不写"`
	Signature dossier.Text `yaml:"signature,omitempty" jsonschema:"description=署名"`
	Date      dossier.Text `yaml:"date,omitempty" jsonschema:"description=成文日期,pattern=^[0-9]{4}年[1-9][0-9]?月[1-9][0-9]?日$"`
	CC        dossier.Text `yaml:"cc,omitempty" jsonschema:"description=抄送机关，照印出来的样子，如抄送：市某办公室。"`
}

type reportingShape struct {
	Clauses    []dossier.Text `yaml:"clauses,omitempty" jsonschema:"description=照录的方案段落的编号，如5.3是“五、”下面的（三）"`
	Paragraphs []dossier.Text `yaml:"paragraphs,omitempty" jsonschema:"description=分发单位另加的要求，一段一个值"`
}

// webShape is what only the website edition prints of a notice.
type webShape struct {
	Index     dossier.Text `yaml:"index,omitempty" jsonschema:"description=索引号，如000014349/2021-00017"`
	Category  dossier.Text `yaml:"category,omitempty" jsonschema:"description=主题分类，照网站的分类写"`
	Published dossier.Text `yaml:"published,omitempty" jsonschema:"description=发布日期，如2021-03-08或2021-03-08 09:00,pattern=^[0-9]{4}-[0-9]{2}-[0-9]{2}( [0-9]{2}:[0-9]{2})?$"`
	Source    dossier.Text `yaml:"source,omitempty" jsonschema:"description=信息来源"`
	Validity  dossier.Text `yaml:"validity,omitempty" jsonschema:"description=有效性；发文机关说了才写，不写时改过的文件标已修改,enum=有效,enum=失效,enum=废止,enum=已修改"`
}

// placedShape is a webShape of a dossier, which has a folder in the website.
type placedShape struct {
	webShape `yaml:",inline"`
	Path     dossier.Text `yaml:"path,omitempty" jsonschema:"description=网站中的文件夹名（小写英文、数字、连字符）；不写即案卷文件夹名,pattern=^[a-z0-9][a-z0-9-]*$"`
}

// amendmentFront is the front matter of an amendment.
type amendmentFront struct {
	noticeShape `yaml:",inline"`
	Web         webShape `yaml:"web,omitempty" jsonschema:"description=只在网页上出现的值"`
}

// siteFile is content/site.yaml: what only the operator of the website knows.
type siteFile struct {
	Name     dossier.Text `yaml:"name,omitempty" jsonschema:"description=网站名称（全称）"`
	Domain   dossier.Text `yaml:"domain,omitempty" jsonschema:"description=网站域名，不带https://,pattern=^[A-Za-z0-9-]+([.][A-Za-z0-9-]+)+$"`
	Code     dossier.Text `yaml:"code,omitempty" jsonschema:"description=政府网站标识码，10位，加引号,pattern=^[A-Za-z0-9]{10}$"`
	Address  dossier.Text `yaml:"address,omitempty" jsonschema:"description=网站版首页所在的网址，以/结尾；有了它才有二维码、站点地图和订阅,pattern=^https?://[A-Za-z0-9.-]+(:[0-9]+)?/([A-Za-z0-9._~-]+/)*$"`
	Host     dossier.Text `yaml:"host,omitempty" jsonschema:"description=主办单位"`
	Operator dossier.Text `yaml:"operator,omitempty" jsonschema:"description=承办单位"`
	Contact  dossier.Text `yaml:"contact,omitempty" jsonschema:"description=联系方式"`
	ICP      dossier.Text `yaml:"icp,omitempty" jsonschema:"description=ICP备案号"`
	Police   dossier.Text `yaml:"police,omitempty" jsonschema:"description=公网安备号"`
	Column   columnShape  `yaml:"column,omitempty" jsonschema:"description=网页所在的栏目"`
}

type columnShape struct {
	Name        dossier.Text `yaml:"name,omitempty" jsonschema:"description=栏目名称"`
	Description dossier.Text `yaml:"description,omitempty" jsonschema:"description=栏目描述：栏目里有什么"`
	Keywords    dossier.Text `yaml:"keywords,omitempty" jsonschema:"description=栏目关键词，用半角逗号或分号隔开"`
	Type        dossier.Text `yaml:"type,omitempty" jsonschema:"description=栏目类别，如政策文件"`
}

// itemFront is the optional front matter of an item.
type itemFront struct {
	Short dossier.Text `yaml:"short,omitempty" jsonschema:"description=目录和工作表中的简短标题"`
}
