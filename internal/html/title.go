package html

import (
	"fmt"

	"hongtou/internal/doc"
	"hongtou/internal/linebreak"
	"hongtou/internal/page"
)

// title writes a title in the lines it has on paper, at the place it has
// there.
func (b *body) title(t doc.Title) {
	lines := b.titleLines(t.Lines)
	tag := b.openHeading("title", b.titleStyle(lines), t.Outline)
	for i, line := range lines {
		if i > 0 {
			b.raw("<br>")
		}
		b.runs(titleFace, line)
	}
	b.end(tag)
	b.head.offset = 0
}

// titleLines gives the preferred lines, or those of the shape found for a
// title that does not fit.
func (b *body) titleLines(preferred [][]doc.Inline) [][]doc.Inline {
	room := page.Room(b.setup.Landscape)
	var lines [][]doc.Inline
	for _, line := range page.TitleLines(room, preferred, b.titleWidth) {
		glyphs := b.faces.glyphs(titleFace, line, page.TitleSize)
		if len(glyphs) > 0 {
			lines = append(lines, divide(line, page.Shape(&b.binder.breaker, room, glyphs))...)
		}
	}
	return lines
}

func (b *body) titleWidth(line []doc.Inline) page.Length {
	return width(b.faces.glyphs(titleFace, line, page.TitleSize))
}

func width(glyphs []linebreak.Glyph) page.Length {
	w := page.Length(0)
	for _, g := range glyphs {
		w += page.Length(g.Advance)
	}
	return w
}

// titleStyle gives the title's place to the style sheet: how much lower than
// two empty lines it begins, how far apart its lines stand, and how far below
// them the box of the next line begins. A box has half of what a line has more
// than its characters above them. Narrow screens want its width in characters,
// and a little more.
func (b *body) titleStyle(runs [][]doc.Inline) string {
	lines, widest := len(runs), page.TitleSize
	for _, line := range runs {
		widest = max(widest, b.titleWidth(line))
	}
	_, under := b.before.(doc.RedLine)
	under = under || b.letter() && b.head.offset > 0
	top := b.head.offset
	if top == 0 {
		top = page.LineTop(2)
	}
	row := page.PlaceTitle(top, max(lines, 1), under)
	step := row.Pitch - page.TitlePitch
	above := (row.Pitch - page.TitleSize) / 2
	bottom := top + row.Lift - above + page.Length(max(lines, 1))*row.Pitch
	below := page.LineTop(page.LineBelow(top+row.Below())) - page.Leading/2 - bottom
	return fmt.Sprintf("--width:%s;--lift:%s;--line:%s;--below:%s", ratio(widest+page.TitleSize/20, page.TitleSize), ems(row.Lift-step/2, page.TitleSize),
		ratio(row.Pitch, page.TitleSize), ems(below, page.TitleSize))
}

// divide cuts runs behind the characters whose numbers are given.
func divide(runs []doc.Inline, ends []int) [][]doc.Inline {
	lines := make([][]doc.Inline, len(ends))
	line, at := 0, 0 // at: characters before the run's rest
	for _, run := range runs {
		for rest := []rune(run.Text); len(rest) > 0; {
			n := min(len(rest), ends[line]-at)
			if n == 0 {
				line++
				continue
			}
			piece := run
			piece.Text = string(rest[:n])
			lines[line] = append(lines[line], piece)
			run.Origin, rest, at = shifted(run.Origin, n), rest[n:], at+n
		}
	}
	return lines
}

// shifted is the origin of text n characters further; fixed words have none.
func shifted(from doc.Origin, n int) doc.Origin {
	from.At = page.PlaceOf(from, n)
	return from
}
