// Package page holds the measures of GB/T 9704—2012 that do not hang on how a
// page is drawn: the grid, the red head, the title; and what forms need, of
// which the standard says nothing: room to write, and which rows stay together.
// Package layout draws PDF pages by them, package html writes them into a style
// sheet, so that both show one document in one place.
//
// In: widths and ink of text. Out: lengths, the lines of a title, and the
// problems of text that has no room. It draws nothing.
package page

// Length is 1/1000 pt.
type Length int32

// Of gives a share, in thousandths, of a type size; a width in thousandths of
// an em becomes a length.
func (l Length) Of(thousandths int) Length { return Length(int64(l) * int64(thousandths) / 1000) }

// Millimetres converts whole millimetres.
func Millimetres(n int) Length { return Length((n*720_000 + 127) / 254) }

// Type sizes (5.2.2, 7.3.1, 7.5) and what offices use where the standard is
// silent.
const (
	Em        Length = 16_000 // 3号: body text, the only size that stands on the grid
	TitleSize Length = 22_000 // 2号
	FolioSize Length = 14_000 // 4号, page numbers
	TableSize Length = 12_000 // 小4号
	NoteSize  Length = 10_500 // 5号, status line
)

// Ascent is the em box above the baseline in thousandths of an em, of every
// East Asian face.
const Ascent = 880

// FolioLine is where the ink of a page number's 一字线 stands, in mm from the
// upper edge of a portrait page: 7 mm below the type area (7.5).
const FolioLine = 269

// The sheet (5.1, 5.2.1), portrait.
const (
	Width  Length = 595_276 // 210 mm
	Height Length = 841_890 // 297 mm

	Left   Length = 79_370  // 28 mm
	Top    Length = 104_882 // 37 mm
	Bottom Length = 742_677 // 262 mm
	Right         = Left + AreaWidth
)

// The grid (3.1, 3.2, 5.2.3). One 字 is 156/28 mm wide; 22 lines fill 225 mm so
// that the first line's em box touches the top edge of the type area and the
// last one's the bottom edge.
const (
	Cells = 28
	// A cell is 15,793.03 units; the three hundredths are dropped, so the area
	// is 0.7 units (0.0003 mm) narrower than 156 mm and every full line ends
	// exactly at its edge without a remainder to deal out.
	Cell      Length = 15_793
	AreaWidth        = Cells * Cell
	Indent           = 2 * Cell // of a paragraph (7.3.3), a signature (7.3.5.2)

	Lines = 22
	span  = Bottom - Top - Em
	// Pitch is 29,609.29 units; LineTop keeps the fraction.
	Pitch   = span / (Lines - 1)
	Leading = Pitch - Em
	// TwoLines is the distance of “two empty lines” from ink or red line to the
	// em box below. A line's box has half of the leading above its text.
	TwoLines = 2*Pitch + Leading/2
)

// Room is the width of the type area; a landscape page is a portrait one
// turned (8).
func Room(landscape bool) Length {
	if landscape {
		return Bottom - Top
	}
	return AreaWidth
}

// LineTop is the distance from the top of the type area to the em box of line
// n; lines count from 0.
func LineTop(n int) Length { return Length((n*int(span) + 10) / (Lines - 1)) }

// LineAt is the first line whose top is at or below y.
func LineAt(y Length) int {
	n := int(max(0, y)) * (Lines - 1) / int(span)
	for LineTop(n) < y {
		n++
	}
	return n
}

// NearestLine is the line whose top is nearest to y.
func NearestLine(y Length) int { return LineAt(y - Pitch/2) }

// Invisible says whether a character needs no glyph: joiners, variation
// selectors.
func Invisible(r rune) bool {
	return r >= 0x200b && r <= 0x200d || r == 0x2060 || r == 0xfeff || r >= 0xfe00 && r <= 0xfe0f || r >= 0xe0100 && r <= 0xe01ef
}
