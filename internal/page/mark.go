package page

import (
	"iter"

	"hongtou/internal/fontset"
)

// The mark (7.2.4). Its size is left to taste: “striking, handsome, dignified”.
// The names are set as large as the type area allows, but not above 初号, whose
// 14.8 mm are the widest character that offices still know as the limit (the
// edition of 1999 had 15 mm). Below 2号 it would be smaller than the title.
const (
	MarkTop              = 72 // mm from the page's top to the ink
	LargestMark   Length = 42_000
	SmallestMark  Length = TitleSize
	markStep      Length = 1_000
	MarkPitch            = 1400 // thousandths of the size, from name to name
	MarkWordSpace        = 500  // likewise, between names and 文件 of a joint mark
)

// The red line (7.2.7): 4 mm under the ink of the number; its thickness is
// office practice.
const (
	RedLineGap          = 4 // mm
	RedLineWidth Length = 1_200
)

// Mark is what the size and place of 发文机关标志 hang on. Widths and ink are
// in thousandths of an em.
type Mark struct {
	Organs int // number of names
	Names  int // width of the widest
	Word   int // width of 文件, 0 if there is none
	Up     int // ink of the first line above its baseline
	Down   int // ink of the last line below its baseline
}

// Gap separates 文件 from a list of names; after a single name it follows at
// once.
func (m Mark) Gap() int {
	if m.Organs < 2 || m.Word == 0 {
		return 0
	}
	return MarkWordSpace
}

// Width is that of the whole mark.
func (m Mark) Width() int { return m.Names + m.Gap() + m.Word }

// Size is the largest size at which the mark is not wider than room; false if
// even the smallest is too large.
func (m Mark) Size(room Length) (Length, bool) {
	for size := LargestMark; size >= SmallestMark; size -= markStep {
		if int64(size)*int64(m.Width())/1000 <= int64(room) {
			return size, true
		}
	}
	return SmallestMark, false
}

// Baseline is that of a name, counted from 0, below the top of the type area:
// the ink of the first begins at MarkTop.
func (m Mark) Baseline(size Length, name int) Length {
	return Millimetres(MarkTop) - Top + size.Of(m.Up) + Length(name)*size.Of(MarkPitch)
}

// Bottom is where the ink of the mark ends.
func (m Mark) Bottom(size Length) Length {
	return m.Baseline(size, max(0, m.Organs-1)) + size.Of(m.Down)
}

// UnderNumber is the distance from the em box of 发文字号, whose ink reaches
// down thousandths of an em below the baseline, to the red line.
func UnderNumber(down int) Length { return Em.Of(Ascent) + Em.Of(down) + Millimetres(RedLineGap) }

// Ink gives how far the ink of some glyphs reaches above and below the
// baseline, in thousandths of an em; without ink, how far the em box does.
func Ink(boxes iter.Seq[fontset.Box]) (up, down int) {
	inked := false
	for box := range boxes {
		if !inked {
			up, down, inked = box.YMax, -box.YMin, true
		}
		up, down = max(up, box.YMax), max(down, -box.YMin)
	}
	if !inked {
		return Ascent, 1000 - Ascent
	}
	return up, down
}
