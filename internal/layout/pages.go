// Package layout turns a document tree into pages of positioned runs and
// rules on the 28 × 22 grid of GB/T 9704—2012 (3.1, 3.2, 5.2). Overflow and
// missing glyphs are diagnostics, never silent. It knows no PDF.
package layout

import (
	"hongtou/internal/doc"
	"hongtou/internal/fontset"
	"hongtou/internal/page"
)

// Unit is 1/1000 pt. All positions and advances are integers in this unit;
// the renderer rounds once.
type Unit = page.Length

// Book is a document laid out on pages.
type Book struct {
	Meta      doc.Meta
	Pages     []Page
	Bookmarks []Bookmark
	Elements  []Element
}

// Page is one side of paper; the origin is its top-left corner, y down.
type Page struct {
	Number        int // printed page number, from 1
	Width, Height Unit
	Runs          []Run // in reading order
	Rules         []Rule
	Pictures      []Picture
	End           End  // why the page ends where it does
	Unnumbered    bool // no number is printed on it
}

// Run is a stretch of glyphs of one face, size and colour on one baseline.
type Run struct {
	X, Y     Unit // left end of the first glyph's cell, baseline
	Face     fontset.FaceID
	Size     Unit
	Tracking Unit // added between glyphs; what follows the last one is the next run's X
	Text     string
	Colour   Colour
	Artifact bool // page furniture: page number, status line
	Turned   bool // a quarter clockwise about its start: it reads downwards
	Element  int  // index into Book.Elements; -1 for an artifact
	Block    int  // index of the block in the document the run belongs to; -1 for furniture
	Origin   doc.Origin
}

// Rule is a straight line of a given width.
type Rule struct {
	X1, Y1, X2, Y2 Unit
	Width          Unit
	Colour         Colour
	Artifact       bool
}

// Colour is an RGB colour.
type Colour struct{ R, G, B uint8 }

// The two colours of an official document: black text and the red of mark
// and line (6.2 asks for Y 80 % M 80 % ink; on screen a pure strong red).
var (
	Black = Colour{}
	Red   = Colour{R: 255}
)

// Bookmark is one entry of the outline, in reading order.
type Bookmark struct {
	Level int // from 1
	Title string
	ID    string
	Page  int  // index into Pages
	Y     Unit // top of the line
}

// End says why a page ends before or at its 22nd line.
type End string

// The reasons for a page's end.
const (
	EndFull      End = "full"      // 22 lines
	EndForced    End = "forced"    // page break follows
	EndHeading   End = "heading"   // a heading is kept with the text after it
	EndSignature End = "signature" // the signature block never stands alone
	EndNote      End = "note"      // the origin of a passage is kept with its last line
	EndEntry     End = "entry"     // an entry of the contents is kept whole
	EndTable     End = "table"     // a table or row kept whole follows
	EndBlank     End = "blank"     // line 22 is the empty line before an element
	EndImprint   End = "imprint"   // the imprint stands on the next even page
	EndDocument  End = "document"  // last page
)
