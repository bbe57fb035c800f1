package layout

// The sheet and its grid (5.1, 5.2.1, 3.1, 3.2). One 字 is 156/28 mm wide and
// 22 lines fill 225 mm so that the first line's em box touches the top edge
// and the last one's touches the bottom edge of the type area.
//
// Clause 8 turns the whole side: a landscape page is a portrait one with its
// contents turned a quarter to the left, so that the head of a table lies at
// the left edge of the paper, whether the page is odd (订口) or even (切口). Its
// type area is the same rectangle, 225 mm wide and 156 mm high.
const (
	pageWidth  Unit = 595_276 // 210 mm
	pageHeight Unit = 841_890 // 297 mm

	areaLeft   Unit = 79_370  // 28 mm
	areaTop    Unit = 104_882 // 37 mm
	areaBottom Unit = 742_677 // 262 mm

	// A cell is 15,793.03 units; the three hundredths are dropped, so the area
	// is 0.7 units (0.0003 mm) narrower than 156 mm and every full line ends
	// exactly at its edge without a remainder to deal out.
	cells           = 28
	cell       Unit = 15_793
	areaWidth  Unit = cells * cell
	areaRight  Unit = areaLeft + areaWidth
	mirrorStep Unit = 5_669 // 28 mm − 26 mm: how far an even page moves when mirrored

	linesPerPage      = 22
	em           Unit = 16_000 // 3号
	leading      Unit = pitch - em
	// pitch is 29,609.29 units; lineTop keeps the fraction.
	pitch Unit = span / (linesPerPage - 1)
	span  Unit = areaBottom - areaTop - em

	ascent = 880 // em box above the baseline, in 1/1000 em, of every East Asian face
)

// area is the type area of a sheet, as seen by its reader.
type area struct {
	pageWidth, pageHeight    Unit
	left, right, top, bottom Unit
	lines                    int // of the grid
	landscape                bool
}

var (
	portrait = area{pageWidth, pageHeight, areaLeft, areaRight, areaTop, areaBottom, linesPerPage, false}
	// Fifteen lines of the same pitch; 4 mm are left under the last one.
	landscape = area{pageHeight, pageWidth, pageHeight - areaBottom, pageHeight - areaTop, areaLeft, areaRight, 15, true}
)

func (a area) width() Unit  { return a.right - a.left }
func (a area) height() Unit { return a.bottom - a.top }

// millimetres converts whole millimetres.
func millimetres(n int) Unit { return Unit((n*720_000 + 127) / 254) }

// lineTop is the top of line n's em box; lines count from 0.
func (a area) lineTop(n int) Unit { return a.top + Unit((n*int(span)+10)/(linesPerPage-1)) }

// lineAt is the first line whose top is at or below y.
func (a area) lineAt(y Unit) int {
	n := int(max(0, y-a.top)) * (linesPerPage - 1) / int(span)
	for a.lineTop(n) < y {
		n++
	}
	return n
}

// nearestLine is the line whose top is nearest to y.
func (a area) nearestLine(y Unit) int { return a.lineAt(y - pitch/2) }

// above is the distance from the top of an em box to its baseline.
func above(size Unit) Unit { return size * ascent / 1000 }

// scale is a type size and the width that a full-width character takes.
type scale struct{ size, cell Unit }

// The sizes of clauses 5.2.2, 7.3.1 and 7.5; only 3号 stands on the grid.
var (
	bodyScale  = scale{em, cell}       // 3号
	titleScale = scale{22_000, 22_000} // 2号
	pageScale  = scale{14_000, 14_000} // 4号
	cellScale  = scale{12_000, 12_000} // 小4号, tables
	noteScale  = scale{10_500, 10_500} // 5号, status line
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
