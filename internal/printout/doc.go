// Package printout is what stands on the pages of a finished document: glyphs,
// lines, areas and pictures at their places, whatever program made the file.
//
// In: nothing; a reader (package pdfread) makes these values. Out: values for
// those who look for the elements of an official document in them. Lengths are
// millimetres from the top left corner of the page as it is shown, sizes of
// type are points.
package printout

// Document is the pages of a file and what is true of the whole of it.
type Document struct {
	Pages    []Page
	Fonts    []Font
	Producer string // the program that made the file, as it says itself; may be empty
	Tagged   bool   // has a structure tree
	Mended   bool   // its table of objects was broken and was made anew: something may be missing

	// Paint paints a page, counted from 1. It is nil where ink cannot be
	// painted. It may be called while the reader's file is open.
	Paint func(page, dpi int) (Raster, error)
}

// Page is what stands on one page, in the order in which it is painted.
type Page struct {
	Number        int     // from 1
	Width, Height float64 // mm, turned as it is shown
	Glyphs        []Glyph // visible characters without blanks
	Rules         []Rule  // straight lines and filled areas under 1 mm thick
	Areas         []Area  // other painted shapes
	Images        []Image
	Notes         []Box // annotations that are seen on the page, without links

	Outlined int // pieces of text that are drawn with their outline, as false bold is
	Hidden   int // characters that are on the page but not painted, as text behind a scan
	Unmapped int // glyphs whose character the file does not tell
}

// Glyph is one character.
type Glyph struct {
	Page   int     // from 1
	Face   string  // name of the font without subset tag
	Size   float64 // points, as shown
	Rune   rune
	X0, X1 float64 // mm; cell: origin and origin plus advance
	Y      float64 // mm; baseline
	Angle  int     // of its line, degrees to the right; X1 means nothing unless it is 0
	Colour Colour
	Ink    Box // around its painted outline; empty where the reader cannot tell
}

// Rule is one straight line; its box has no height or no width.
type Rule struct {
	Page   int // from 1
	Box    Box
	Width  float64 // mm; how thick it is
	Colour Colour
}

// Horizontal says whether a rule lies.
func (r Rule) Horizontal() bool { return r.Box.Height() < r.Box.Width() }

// Vertical says whether a rule stands.
func (r Rule) Vertical() bool { return r.Box.Height() > r.Box.Width() }

// Area is a painted shape that is not a line: a background, a drawn seal, a
// mark whose characters were turned into curves.
type Area struct {
	Page   int // from 1
	Box    Box
	Colour Colour
}

// Image is a picture.
type Image struct {
	Page          int // from 1
	Box           Box
	Width, Height int  // pixels
	Mask          bool // painted in one colour through a stencil
}

// Font is one font of the file.
type Font struct {
	Name      string // without subset tag
	Family    string // as the font program says; may be empty
	Embedded  bool
	ToUnicode bool // the characters of its glyphs can be told, so that text can be searched
}
