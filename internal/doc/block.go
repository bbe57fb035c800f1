package doc

// Block is one element of the document, in reading order.
type Block interface{ block() }

// Masthead is the red head (7.2.4): organs one under the other, main organ
// first, and “文件” to their right when Word is not empty.
type Masthead struct {
	Organs [][]Inline
	Word   []Inline
}

// DocNumber is 发文字号 (7.2.5). Text is empty when the source does not say
// it; its line then stays blank.
//
// A document to a superior organ (上行文) names those who sign it out (签发人,
// 7.2.6): Signers then holds their names, two on a line, the number stands left
// with an indent of one character on the line of the last one.
type DocNumber struct {
	Text         []Inline
	SignersLabel []Inline   // 签发人：
	Signers      [][]Inline // one name each
}

// RedLine is the red separating line (7.2.7) under DocNumber.
type RedLine struct{}

// Title is a title in its preferred lines (7.3.1). Two empty lines separate it
// from a RedLine; after a PageBreak it stands on the page's third line, alone
// or under an AttachmentMark on the first (7.3.7). One empty line follows it.
type Title struct {
	Lines   [][]Inline
	Outline Outline
}

// Recipients is 主送机关 (7.3.2): flush left, the colon included.
type Recipients struct{ Text []Inline }

// Paragraph is one paragraph of running text, first line indented by two
// characters (7.3.3). A heading is a Paragraph with Outline.Level > 0; when it
// is run-in, Head runs of Text are the heading and the rest is body text.
type Paragraph struct {
	Text    []Inline
	Head    int     // number of leading runs that are the heading or label; 0 = none
	Outline Outline // zero for body text
}

// AttachmentNote is 附件说明 (7.3.4): one empty line above, indent of two,
// wrapped names aligned under their own first character. Lead is 附件： (with
// the number, when there are several); Name follows in the same line.
type AttachmentNote struct{ Entries []AttachmentEntry }

// AttachmentEntry is one line of the attachment note.
type AttachmentEntry struct{ Lead, Name []Inline }

// Signature is 署名 and 成文日期 (7.3.5). Without a seal: one empty line above,
// the organs right with an indent of two characters, main organ first, the
// date's first character two characters right of the last organ's first.
//
// With seals (7.3.5.1) the date stands right with four characters, the organs
// over it, each under its seal. With signature stamps (7.3.5.3) each organ has a
// post and a stamp in the place of its name.
type Signature struct {
	Organs  [][]Inline
	Date    []Inline
	Sealing Sealing
	Images  []Image    // seals or stamps, one for each organ in order; none = the place stays free for the real ones
	Posts   [][]Inline // 签发人职务, one for each stamp
}

// AttachmentMark is 附件 on the first line of a new page (7.3.7).
type AttachmentMark struct{ Text []Inline }

// PageBreak starts a new page.
type PageBreak struct{}

// Contents (目录) lists places of the document with the page each stands on. In
// formats without pages it is a list of links.
type Contents struct{ Entries []ContentsEntry }

// ContentsEntry is one line of the table of contents. To is the ID of an
// outline of the document.
type ContentsEntry struct {
	Text []Inline
	To   string
}

func (Masthead) block()       {}
func (DocNumber) block()      {}
func (RedLine) block()        {}
func (Title) block()          {}
func (Recipients) block()     {}
func (Paragraph) block()      {}
func (AttachmentNote) block() {}
func (Signature) block()      {}
func (AttachmentMark) block() {}
func (PageBreak) block()      {}
func (Contents) block()       {}
func (HeadMarks) block()      {}
func (ClosingNote) block()    {}
func (Imprint) block()        {}
func (Table) block()          {}

// Outline is the place of a title or heading in the table of bookmarks.
// Level 0 means “not listed”; 1 is the top.
type Outline struct {
	Level int
	Title string // short form for bookmarks; never printed on the page
	ID    string // stable anchor, ASCII, unique in the document, e.g. item-06
}
