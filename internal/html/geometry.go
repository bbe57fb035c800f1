package html

import (
	"fmt"

	"hongtou/internal/doc"
	"hongtou/internal/fontset"
)

// length is a distance in thousandths of a point. Browsers have no grid to
// stand on: where the paper's grid asks for a distance that depends on ink or
// on the number of lines (7.2.4, 7.2.7, 7.3.1), it is worked out here, as
// package layout does, and written into the file.
type length int

const (
	millimetre  length = 2_835
	pitch       length = 29_609 // from line to line: 22 em boxes of 3号 fill 225 mm
	em          length = 16_000 // 3号
	leading            = pitch - em
	titleSize   length = 22_000 // 2号
	titlePitch         = titleSize + leading
	folioSize   length = 14_000 // 4号
	typeArea    length = 442_204
	redLine     length = 1_200
	redLineGap         = 4 * millimetre
	markTop            = 35 * millimetre // below the top of the type area
	twoLines           = 2*pitch + leading/2
	ascent             = 880 // em box above the baseline, in thousandths of an em
	markLeading        = 200 // above and below a line of the mark, likewise
)

// of gives a share, in thousandths, of a type size.
func (l length) of(thousandths int) length { return l * length(thousandths) / 1000 }

func (l length) points() string { return fmt.Sprintf("%.3fpt", float64(l)/1000) }

// ems gives the length in ems of a type size.
func (l length) ems(size length) string { return fmt.Sprintf("%.4fem", float64(l)/float64(size)) }

// ink gives how far the ink of text reaches above and below the baseline, in
// thousandths of an em; for text without ink, how far the em box does.
func (f *faces) ink(role fontset.Role, text string) (up, down int) {
	inked := false
	for _, r := range text {
		id, ok := f.set.Find(role, r)
		if !ok {
			continue
		}
		box, ok := f.set.Face(id).Bounds(r)
		switch {
		case ok && inked:
			up, down = max(up, box.YMax), max(down, -box.YMin)
		case ok:
			up, down, inked = box.YMax, -box.YMin, true
		}
	}
	if !inked {
		return ascent, 1000 - ascent
	}
	return up, down
}

// belowTitle gives the distance from the last line of a title to the line of
// text after the empty one. Titles have a pitch of their own; the text stands
// on the grid again, on the line nearest to where it would be.
func (b *body) belowTitle(t doc.Title) length {
	lines := length(b.titleLines(t)) * titlePitch
	natural := b.head.offset + lines + pitch
	snapped := (natural + pitch/2) / pitch * pitch
	return snapped - b.head.offset - lines
}

// titleLines counts the lines of a title; one wider than the type area is
// broken.
func (b *body) titleLines(t doc.Title) int {
	n := 0
	for _, line := range t.Lines {
		width := titleSize.of(b.faces.width(fontset.Title, doc.Plain(line)))
		n += int((width + typeArea - 1) / typeArea)
	}
	return n
}
