package dossier

// Dossier (案卷) is one plan with its notice, items and amendments: one
// folder under content/.
type Dossier struct {
	ID         string      // folder name
	Name       Text        // short name for people, from dossier.yaml
	Notice     Notice      // dossier.yaml + notice.md
	Plan       Plan        // plan.md
	Annex      Annex       // dossier.yaml (parts) + items/*.md
	Amendments []Amendment // amendments/*.md, by date, then serial
	Register   *Register   // content/units.yaml, shared by all dossiers; nil when it could not be read
	Labels     Labels      // how this plan calls its fields
	Words      Words       // how our documents speak of it
	Web        Web         // values for the page of its notice in the website edition
	Site       *Site       // content/site.yaml, shared by all dossiers; nil when there is none
	Handout    Handout     // what task books say beside the tasks
	Unread     Unread      // what could not be read, and has been reported
}

// Organs (发文机关) and other elements that stand on the face of a notice.
type Face struct {
	HeadMarks HeadMarks
	Masthead  Masthead
	Letter    bool   // in the letter format (10.1), not that of a document with a red head
	DocNumber Text   // 发文字号; zero when the source does not say it
	Signers   []Text // 签发人 of a document to a superior organ
	Issuers   []Text // full names of the issuing organs, in issuing order
	Sealing   Sealing
	Note      Text // 附注, its brackets included
	Imprint   Imprint
}

// HeadMarks stand above the mark (GB/T 9704 7.2.1–7.2.3).
type HeadMarks struct {
	SerialNumber Text // 份号: 000012
	Secrecy      Text // 密级和保密期限: 机密★1年
	Urgency      Text // 紧急程度: 特急
}

// Sealing says how the organs sign (7.3.5). Without pictures the places stay
// free for the real seals.
type Sealing struct {
	Kind     Text      // seal or stamp; zero when nothing is sealed
	Pictures []Picture // one for each organ, in issuing order
	Posts    []Text    // 签发人职务 beside each signature stamp
}

// Picture is an image file of the dossier.
type Picture struct {
	File          Text
	Alt           Text   // what it shows
	Width, Height int    // on paper, in 1/100 mm
	Data          []byte // PNG or JPEG
}

// Masthead (发文机关标志) is the red head of GB/T 9704 7.2.4.
type Masthead struct {
	Organs   []Text // in order, main organ first
	WithWord bool   // whether “文件” stands to their right
}

// Imprint (版记) is absent (zero) when the source does not say it; nothing is
// invented.
type Imprint struct {
	Recipients Text // 主送机关 that moved here from the head (7.4.2)
	CC         Text // 抄送机关
	Printer    Text // 印发机关
	PrintDate  Date // 印发日期
}

// Notice (通知) is the covering letter that issues the plan.
type Notice struct {
	Face
	Title      Title
	Recipients Text // 主送机关, the colon included, as printed
	Body       []Paragraph
	Signature  []Text // 署名, one organ each
	Date       Date   // 成文日期
}

// Plan (实施方案) is the plan's own text.
type Plan struct {
	Title          Title
	Body           []Paragraph
	AttachmentNote Text   // 附件：…, as printed; zero when there is none
	Attachments    []Text // the entries of the note after its first: 2.…
}

// Paragraph is one printed paragraph.
type Paragraph struct {
	Level  int    // 0 body text; 1 一、 2 （一） 3 1. 4 （1）
	Number string // as printed: 一、 （一） 1. （1）; "" for body text
	Text   Text   // the whole paragraph, its number included
	ID     string // in a plan: 5.2 for （二） under 五、, 5.2.p1 for an unnumbered paragraph after it; "" elsewhere
	Head   int    // characters of the heading, number included: all of them, or up to the first 。 of a run-in heading; 0 for body text

	Deleted bool // an amendment deleted it: Text is its number and 〔删去〕
}

// RunIn says whether body text follows the heading in the same paragraph.
func (p Paragraph) RunIn() bool { return p.Level > 0 && p.Head < p.Text.Len() }

// Handout (分发) is what the office that hands out task books adds to them;
// absent values stay zero, nothing is invented.
type Handout struct {
	Clauses   []Text // IDs of plan paragraphs that the books quote as reporting requirements (报送要求): 5.3
	Reporting []Text // further requirements of the office itself
	Letter    Letter // with which the books go out
}

// Letter (交办函) hands a task book over (GB/T 9704 10.1). Without an organ there
// is none.
type Letter struct {
	Organ     Text // 发文机关标志, full or standard short name
	Number    Text // 发文字号
	Signature Text // 署名
	Date      Date // 成文日期
	CC        Text // 抄送机关
}
