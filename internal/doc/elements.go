package doc

// HeadMarks are the marks above the red head, flush left, one line each from
// the first line of the type area down: 份号 (7.2.1, six digits), 密级和保密期限
// (7.2.2, 黑体), 紧急程度 (7.2.3, 黑体). Absent ones leave no line. In a letter they
// stand under its first double line (10.1).
type HeadMarks struct{ SerialNumber, Secrecy, Urgency []Inline }

// ClosingNote is 附注 (7.3.6): in round brackets, indented by two, below the date.
type ClosingNote struct{ Text []Inline }

// Imprint is 版记 (7.4) at the foot of the last page, which is an even one; a
// blank page before it and its own page carry no number when they hold nothing
// else. Every part may be absent. In a letter it has neither rules nor 印发 (10.1).
type Imprint struct {
	Recipients []Inline // 主送机关 that moved here from the head (7.4.2)
	CC         []Inline // 抄送机关
	Printer    []Inline // 印发机关
	PrintDate  []Inline // 印发日期, 印发 included
}

// Sealing says how an organ shows that it signed (7.3.5).
type Sealing string

// The ways of signing.
const (
	Unsealed Sealing = ""      // 不加盖印章 (7.3.5.2)
	Sealed   Sealing = "seal"  // 加盖印章 (7.3.5.1)
	Stamped  Sealing = "stamp" // 加盖签名章 (7.3.5.3)
)

// Image is a picture that the dossier gives: a seal, a signature stamp. It is
// never invented.
type Image struct {
	Data          []byte // PNG or JPEG
	Width, Height int    // on paper, in 1/100 mm
	Alt           string // what it shows, for those who cannot see it
	Origin        Origin `json:"-"`
}
