// Package gbt9704 is the figures of GB/T 9704—2012 for those who measure
// finished documents.
//
// They are written down here once more on purpose: what measures pages shares
// nothing with what makes them. Lengths are mm from the top left corner of the
// page, sizes of type are points; what is derived says so.
package gbt9704

// Point is one point in mm.
const Point = 25.4 / 72

// The page.
const (
	PaperWidth, PaperHeight = 210.0, 297.0 // 5.1

	Left, Top     = 28.0, 37.0   // 订口, 天头 (5.2.1)
	Right, Bottom = 184.0, 262.0 // 28 + 156, 37 + 225: 版心 (5.2.1)

	Rows, Columns = 22, 28            // 5.2.3
	Cell          = 156.0 / 28        // one 字 in lines of 3号 (3.1, derived)
	Cell4         = 14 * Point        // one 字 in lines of 4号 (3.1, derived)
	Pitch         = 10.449            // one 行: 15/8 of a character whose 22 lines fill 225 mm (3.2, derived)
	Character     = Pitch / 1.875     // the height of a character of 3号 (3.2, derived)
	Gap           = Pitch - Character // the white of a line: 7/8 of a character (3.2)
)

// Sizes of type in points, as office software has them: 2号, 3号, 4号.
const (
	Size2, Size3, Size4 = 22.0, 16.0, 14.0
)

// Heights in mm.
const (
	MarkTop      = Top + 35         // 发文机关标志 (7.2.4)
	LetterTop    = 30.0             // that of a letter (10.1)
	OrderTop     = Top + 20         // that of an order (10.2)
	RedLineGap   = 4.0              // from 发文字号 to the red line (7.2.7)
	FolioDash    = Bottom + 7       // 一字线 of a page number (7.5)
	LetterLength = 170.0            // double lines of a letter (10.1)
	LetterFoot   = PaperHeight - 20 // the last double line of a letter (10.1)

	ThickRule, ThinRule = 0.35, 0.25 // 版记 (7.4.1)
)

// A Strength is how strongly the standard asks for something, in its own verbs.
type Strength string

// The strengths.
const (
	Must        Strength = "应"  // stated flatly, or 应
	Usually     Strength = "一般" // 一般
	Recommended Strength = "推荐" // 推荐
	May         Strength = "可以" // 可, 可以
	Custom      Strength = "惯例" // not in the standard: office practice
)
