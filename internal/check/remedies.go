package check

import "hongtou/internal/privacy"

// remedy is what the page of rules says of a rule beside its Doc: a text that
// it reports, and what to do.
type remedy struct{ example, fix string }

// remedies has one entry for every rule.
var remedies = map[string]remedy{
	"unknown-unit":        {"责任单位：市乙居", "按提示改正；确有这个单位的，在units.yaml中登记"},
	"unknown-person":      {"责任人员：李已；李 四（中间有空格）", "按提示改正；确有此人的，在units.yaml中登记"},
	"repeated-name":       {"责任单位：市乙局、市乙局", "删去一处"},
	"person-unit":         {"责任单位是市乙局，责任人员写了市丙局的人", "改正人员或单位；换了单位的，改正units.yaml中的units"},
	"person-order":        {"责任单位：甲县政府、乙县政府；责任人员先写乙县的人", "按责任单位的次序写，或改正units.yaml中推定的单位"},
	"unit-without-person": {"责任单位有三个，责任人员只写了两个单位的人", "补上姓名，或在units.yaml中登记此人的单位"},
	"unreached-task":      {"责任单位：各乡镇人民政府（units.yaml中没有写它的members）", "在units.yaml中写明成员；成员由上级转办的不改"},

	"duplicate-item":  {"两个文件都写“第三项，……”", "改正其中一个的序号"},
	"item-order":      {"第三项之后是第五项", "补上缺的一项，或改正序号、items的次序"},
	"item-file":       {"07.md中写“第八项，……”", "改文件名或序号"},
	"incomplete-item": {"没有“督导单位：”一段", "补上这个字段；标签写错的改正标签"},

	"numbering":        {"（一）之后是（三）", "改正序号"},
	"numbering-parent": {"还没有“一、”就写“（一）”，后面又有“一、”", "补上上一层标题，或改正序号"},
	"numbering-skip":   {"“一、”下面直接写“1.”", "改用“（一）”"},
	"number-form":      {"1、核查；（一）、核查；①核查", "写作“1.核查”“（一）核查”“（1）核查”"},

	"deadline-no-such-day": {"整改时限：2021年2月30日前", "改正年月日"},
	"deadline-unreadable":  {"整改时限：尽快完成；11月底前", "写出能读懂的时间，如“2021年年底前”“立行立改，长期坚持”；印发的原文如此的不改，排在有时间的各项之后"},
	"deadline-past":        {"2021年3月的通知写“2020年年底前”", "改正年份；确已完成的写“（已完成）”"},
	"deadline-ambiguous":   {"2021年6月前", "写作“2021年6月底前”或“2021年5月底前”"},

	"count": {"正文写“2类18项”，清单是17项", "改正数字，或补上缺的内容"},
	"sum":   {"问题20项，其中完成11项、未完成3项、达到5项", "核对各数；原文如此的可以不改"},

	"half-width":   {"现印发给你们,请落实；\"落实\"", "改为全角：“，”“。”“：”；引号前面的用“，后面的用”"},
	"doc-number":   {"甲政发[2021]3号；甲政发〔2021〕第03号", "写作“甲政发〔2021〕3号”"},
	"bracket":      {"《甲市整改方案（2021年》", "补上或删去一边"},
	"double-mark":  {"完成。。", "只留一个"},
	"ellipsis":     {"省略...；省略。。。", "写作“……”"},
	"dash":         {"甲--乙", "写作“——”"},
	"range-hyphen": {"2018-2020年", "写作“2018—2020年”"},
	"nested-mark":  {"“甲“乙”丙”；《甲《乙》》", "里面一层改用‘’、〈〉；引文如此的可以不改"},
	"joined-mark":  {"《甲》、《乙》", "删去中间的“、”"},

	"odd-space":         {"担当不够。　一些地方（全角空格）", "删去"},
	"space":             {"共 62 项", "删去空格"},
	"bullet":            {"•加快建设", "改用“（一）”“1.”，或删去"},
	"full-width-letter": {"共６２项", "写作“共62项”"},
	"compat-ideograph":  {"⼤市（用了部首“⼤”）", "重新输入这个字"},
	codeUnfilled:        {"整改时限修改为：【待填】", "写出内容；不需要的整段删去"},
	"left-markup":       {"**加快**建设", "删去**；正文不用Markdown、HTML"},

	"title-stop":              {"# 关于甲的通知。", "删去末尾的标点"},
	"title-shape":             {"标题末行只有一个“知”字", "移动“|”，排成梯形或菱形"},
	"attachment-absent":       {"附件：1.整改措施清单，另一段 2.登记表", "其余附件另行装订；不随文的，从附件说明中删去"},
	"attachment":              {"附件：整改措施表（附件标题是“整改措施清单”）；末尾有“。”", "两处写成一样，名称后不加标点"},
	"signature":               {"署名的次序与issuers不同，或少一个机关", "与issuers一致"},
	"number-without-masthead": {"写了number，没有写masthead", "补上masthead（organs、word），或删去number"},
	"unknown-element":         {"没有写number", "查到原件后补入；查不到就不写"},
	"issued-title":            {"通知标题写《甲市整改实行方案》，方案标题是“甲市整改实施方案”", "改正其中一处"},
	"cited-title":             {"正文引《甲市贯切落实方案》", "改正引文，或方案标题"},
	"cited-number":            {"正文引（甲政发〔2021〕8号），印发通知是3号", "改正其中一处"},

	"handout-clause": {`clauses: ["5.9"]，“五、”下面只有（一）至（五）`, "改正编号；5.3是“五、”下面的（三）"},

	"handout-clause-deleted": {`clauses: ["5.3"]，修改通知删去了“五、”下面的（三）`, "删去这个编号，或改写代替它的段落的编号"},

	privacy.Code:      {"联系人李四，电话13812345678", "删去或改写；单位的联系电话写固定电话"},
	"web-published":   {"date: 2021年3月5日，published: 2021-03-04", "核对两个日期"},
	"web-late":        {"date: 2021年3月5日，published: 2021-06-01", "核对日期；确实如此的不用改"},
	"web-time":        {"写了site.yaml，published: 2021-03-08", "查到发布时间后补入，如2021-03-08 09:00；查不到就不写"},
	"site-path":       {"案卷的文件夹是“整改2020”，dossier.yaml没有写web.path", "在web下写path: zhenggai-2020；或用--kind只做别的文种"},
	"dossier-name":    {"两个案卷的name都是“甲市整改方案”", "改写name，使两个案卷有别"},
	"web-index":       {"index: 2021-17", "一般写作机关代码、“/”、年份、“-”、5位流水号；网站另有规定的照网站"},
	"web-index-twice": {"印发通知和修改通知写了同一个index", "核对两处，一件公文一个索引号"},
	"site-domain":     {"domain: www.example.gov.cn，address: https://example.org/", "核对两处"},
	"site-unknown":    {"site.yaml没有写code", "查到后补入；查不到就不写"},

	"change-target":    {"{change item=19 …}，没有第十九项", "改正item、field、measure等编号；用hongtou show查编号"},
	"change-expect":    {"expect写的不是现文", "核对现文（hongtou show），确认要改的就是它，再改正expect"},
	"change-find":      {"find=的字在现文中没有，或有两处", "照现文写，多写几个字使它只有一处"},
	"change-order":     {"所依据的文字是后一份通知才改出来的", "核对两份通知的日期，或文件名末尾的序号"},
	"change-twice":     {"同一通知两次修改第一项的整改时限", "删去一处"},
	"change-number":    {"增加（三），原来已有（三）", "改正印出的序号，或用renumber改原来的序号"},
	"change-limit":     {"修改指令超过1万条", "分成几个案卷"},
	"amendment-date":   {"修改通知的日期早于印发通知", "核对两个日期"},
	"change-item":      {"一节开头写“第十一项”，指令写item=12", "改正其中一处"},
	"change-label":     {"指令写field=goal，下面写“整改时限修改为”", "改正其中一处"},
	"change-words":     {"指令写find=2类17项，下面一段没有这几个字", "改正这一段或指令"},
	"quoted-problem":   {"所引的问题与整改项差一个字", "照原文引用；可以只引开头完整的几句"},
	"change-unguarded": {"{change item=06 field=deadline}，没有expect", "加上提示里的校验码，原文被改动时就会报错"},
	"change-empty":     {"修改前后一个字也没有变", "核对新内容"},
	codeLater:          {"删去一项后，正文仍写“17项”", "需要更正的，在修改通知里一并修改"},

	"register-duplicate": {"两个单位的代号或名称相同", "合并，或改正其中一个"},
	"register-member":    {"members: [jia-xian]，没有这个代号", "改正代号，或登记这个单位"},
	"register-book":      {"甲县委写book: jia-xain，没有这个代号；甲县写了recipient: false", "改正代号；几个单位合用一册的，都写同一个单位，它自己不写book"},
	"register-unused":    {"登记了市乙局，哪里也没有写到", "删去，或核对名称"},

	codeLong:   {"一段有两万多字", "分段"},
	codeDuties: {"“各有关单位”有两万个成员", "核对统称的成员；确有这样多的，分成几个案卷"},
	codeSic:    {"行成{sic=形成}机制", "不用改；需要更正的由发文机关另行发文"},
}
