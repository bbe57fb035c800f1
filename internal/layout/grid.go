package layout

import "hongtou/internal/page"

// The sheet and its grid are those of package page.
//
// Clause 8 turns the whole side: a landscape page is a portrait one with its
// contents turned a quarter to the left, so that the head of a table lies at
// the left edge of the paper, whether the page is odd (订口) or even (切口). Its
// type area is the same rectangle, 225 mm wide and 156 mm high.
const (
	pageWidth, pageHeight = page.Width, page.Height
	areaLeft, areaRight   = page.Left, page.Right
	areaTop, areaBottom   = page.Top, page.Bottom
	areaWidth             = page.AreaWidth
	cells, cell           = page.Cells, page.Cell
	em, pitch, leading    = page.Em, page.Pitch, page.Leading

	mirrorStep Unit = 5_669 // 28 mm − 26 mm: how far an even page moves when mirrored
)

// area is the type area of a sheet, as seen by its reader.
type area struct {
	pageWidth, pageHeight    Unit
	left, right, top, bottom Unit
	lines                    int // of the grid
	landscape                bool
}

var (
	portrait = area{pageWidth, pageHeight, areaLeft, areaRight, areaTop, areaBottom, page.Lines, false}
	// Fifteen lines of the same pitch; 4 mm are left under the last one.
	landscape = area{pageHeight, pageWidth, pageHeight - areaBottom, pageHeight - areaTop, areaLeft, areaRight, 15, true}
)

func (a area) width() Unit  { return a.right - a.left }
func (a area) height() Unit { return a.bottom - a.top }

// lineTop is the top of line n's em box; lines count from 0.
func (a area) lineTop(n int) Unit { return a.top + page.LineTop(n) }

// lineAt is the first line whose top is at or below y.
func (a area) lineAt(y Unit) int { return page.LineAt(y - a.top) }

// above is the distance from the top of an em box to its baseline.
func above(size Unit) Unit { return size.Of(page.Ascent) }

// scale is a type size and the width that a full-width character takes.
type scale struct{ size, cell Unit }

// The sizes of clauses 5.2.2, 7.3.1 and 7.5; only 3号 stands on the grid.
var (
	bodyScale  = scale{em, cell}                       // 3号
	titleScale = scale{page.TitleSize, page.TitleSize} // 2号
	pageScale  = scale{page.FolioSize, page.FolioSize} // 4号
	cellScale  = scale{page.TableSize, page.TableSize} // 小4号, tables
	emScale    = scale{1000, 1000}                     // widths in thousandths of an em
	noteScale  = scale{page.NoteSize, page.NoteSize}   // 5号, status line
)

// place gives the advance of a glyph and the tracking that makes it so. In a
// cell narrower than the type a full-width glyph loses the difference, a
// half-width one half of it: two digits share one cell.
func (s scale) place(width int) (advance, tracking Unit) {
	if width == 0 {
		return 0, 0
	}
	tracking = s.cell - s.size
	if width < 750 {
		tracking >>= 1 // rounds down: a line of digits never grows wider than its cells
	}
	return max(0, Unit(width*int(s.size)/1000)+tracking), tracking
}
