package xlsx

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"hongtou/internal/doc"
)

// Excel's limits for one cell.
const (
	maxCellUnits  = 32767 // UTF-16 units
	maxLineBreaks = 253
)

// passage is the text of a cell, one look per character; paragraphs are
// separated by '\n'.
type passage struct {
	runes []rune
	looks []look

	lines, room int // its lines in a column of so much room; unknown while room is 0
}

// look is the face of a character and whether a comparison marks it.
type look struct {
	face face
	mark doc.Marking
}

// newPassage flattens the paragraphs of a cell.
func newPassage(paragraphs [][]doc.Inline, head bool) passage {
	var p passage
	for i, par := range paragraphs {
		if i > 0 {
			p.add("\n", look{face: p.last()})
		}
		for _, run := range par {
			p.add(run.Text, look{faceOf(run.Style, head), run.Mark})
		}
	}
	return p
}

func (p *passage) add(text string, l look) {
	n := utf8.RuneCountInString(text)
	p.runes, p.looks, p.room = slices.Grow(p.runes, n), slices.Grow(p.looks, n), 0
	for _, r := range text {
		p.runes = append(p.runes, r)
		p.looks = append(p.looks, l)
	}
}

func (p *passage) last() face {
	if len(p.looks) == 0 {
		return song
	}
	return p.looks[len(p.looks)-1].face
}

// split divides p at i. A paragraph end at the cut is the border between the
// two cells then and stands in neither.
func (p passage) split(i int) (passage, passage) {
	end, start := i, i
	if end > 0 && p.runes[end-1] == '\n' {
		end--
	} else if start < len(p.runes) && p.runes[start] == '\n' {
		start++
	}
	return passage{runes: p.runes[:end], looks: p.looks[:end]}, passage{runes: p.runes[start:], looks: p.looks[start:]}
}

// uniform says whether one face shows the whole passage, without marks.
func (p passage) uniform() (face, bool) {
	for _, l := range p.looks {
		if l != (look{face: p.looks[0].face}) {
			return song, false
		}
	}
	if len(p.looks) == 0 {
		return song, true
	}
	return p.looks[0].face, true
}

// checkCell refuses what a cell would cut or change.
func checkCell(sheet string, c *doc.Cell) error {
	if reason := contentProblem(c); reason != "" {
		return cellError(sheet, c, reason)
	}
	units, breaks := 0, max(len(c.Paragraphs)-1, 0)
	for _, par := range c.Paragraphs {
		for _, run := range par {
			if reason := textProblem(run.Text); reason != "" {
				return cellError(sheet, c, "文字"+reason)
			}
			units += utf16Len(run.Text)
			breaks += strings.Count(run.Text, "\n")
		}
	}
	switch {
	case units+breaks > maxCellUnits:
		return cellError(sheet, c, fmt.Sprintf("文字共%d个字符，超过单元格上限%d", units+breaks, maxCellUnits))
	case breaks > maxLineBreaks:
		return cellError(sheet, c, fmt.Sprintf("共%d处换行，超过单元格上限%d", breaks, maxLineBreaks))
	}
	return nil
}

// textProblem names the first character that XML or Excel does not keep.
func textProblem(text string) string {
	if !utf8.ValidString(text) {
		return "不是有效的 UTF-8"
	}
	for _, r := range text {
		if lost(r) {
			return fmt.Sprintf("含有工作簿不能保存的字符 U+%04X", r)
		}
	}
	return ""
}

// lost says whether r is a control character (other than tab and line feed)
// or a noncharacter.
func lost(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return false
	case r < 0x20, 0x7F <= r && r < 0xA0:
		return true
	case 0xFDD0 <= r && r <= 0xFDEF, r&0xFFFE == 0xFFFE:
		return true
	}
	return false
}

func utf16Len(text string) int {
	n := 0
	for _, r := range text {
		if r >= 0x10000 {
			n++
		}
		n++
	}
	return n
}
