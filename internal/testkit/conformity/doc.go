// Package conformity measures finished PDF files against GB/T 9704—2012,
// clause by clause.
//
// In: a PDF file. Out: for every clause of clauses 5 to 8 and 10.1 that can be
// seen on paper, what was measured and whether the clause holds. What a PDF
// cannot prove is listed with the reason.
//
// The suite shares nothing with what makes the files: poppler and MuPDF read
// the glyphs, the rules and the pictures, poppler paints the ink, and which
// element a line is follows from the page alone: red ink is a mark, a long red
// rule separates the head, long black rules at the foot enclose the imprint. The
// figures of the standard are written down here once more, on purpose.
package conformity

import "hongtou/internal/testkit/judge"

// The measures of the standard in mm; what is derived says so.
const (
	paperWidth, paperHeight = 210.0, 297.0 // 5.1

	left, top     = 28.0, 37.0   // 订口, 天头 (5.2.1)
	right, bottom = 184.0, 262.0 // 28 + 156, 37 + 225

	rows, columns = 22, 28       // 5.2.3
	cell          = 156.0 / 28   // one 字 in lines of 3号
	cell4         = 14 * point   // one 字 in lines of 4号
	pitch         = 10.449       // one 行: 15/8 of a character whose 22 lines fill 225 mm (3.2)
	gap           = pitch - top3 // the white of a line: 7/8 of a character
	top3          = pitch / 1.875

	point = 25.4 / 72
)

// Sizes of type in points: 2号, 3号, 4号.
const (
	size2, size3, size4 = 22.0, 16.0, 14.0
)

// area is the type area of a page, in the page's own direction. On paper that
// lies on its side the top of the upright page is at the right (8).
func area(landscape bool) judge.Box {
	if landscape {
		return judge.Box{X0: paperHeight - bottom, Y0: left, X1: paperHeight - top, Y1: right}
	}
	return judge.Box{X0: left, Y0: top, X1: right, Y1: bottom}
}
