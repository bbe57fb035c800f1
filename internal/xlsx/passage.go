package xlsx

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"hongtou/internal/doc"
)

// Excel's limits for one cell.
const (
	maxCellUnits  = 32767 // UTF-16 units
	maxLineBreaks = 253
)

// passage is the text of a cell, one face per character; paragraphs are
// separated by '\n'.
type passage struct {
	runes []rune
	faces []face
}

// newPassage flattens the paragraphs of a cell.
func newPassage(paragraphs [][]doc.Inline, head bool) passage {
	var p passage
	for i, par := range paragraphs {
		if i > 0 {
			p.add("\n", p.last())
		}
		for _, run := range par {
			p.add(run.Text, faceOf(run.Style, head))
		}
	}
	return p
}

func (p *passage) add(text string, f face) {
	for _, r := range text {
		p.runes = append(p.runes, r)
		p.faces = append(p.faces, f)
	}
}

func (p *passage) last() face {
	if len(p.faces) == 0 {
		return song
	}
	return p.faces[len(p.faces)-1]
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
	return passage{p.runes[:end], p.faces[:end]}, passage{p.runes[start:], p.faces[start:]}
}

// uniform says whether one face shows the whole passage.
func (p passage) uniform() (face, bool) {
	for _, f := range p.faces {
		if f != p.faces[0] {
			return song, false
		}
	}
	if len(p.faces) == 0 {
		return song, true
	}
	return p.faces[0], true
}

// checkCell refuses what a cell would cut or change.
func checkCell(sheet string, c *doc.Cell) error {
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
