package layout

import (
	"fmt"

	"hongtou/internal/diag"
	"hongtou/internal/doc"
	"hongtou/internal/linebreak"
	"hongtou/internal/page"
)

// furnished draws what is printed in a cell that people fill in: as many parts
// on a line as there is room for, each of them whole.
func (t *tableSetter) furnished(s *section, c *tableCell, align doc.Align) []cellLine {
	parts, gap := page.Furniture(*c.cell)
	var out []cellLine
	for room := t.width(c); len(parts) > 0; {
		n, line := t.fitting(parts, gap, room)
		m := t.measure(line, cellScale)
		if m.total() > room {
			t.problem("blank-narrow", s.place(c.row), fmt.Sprintf("表格的列太窄，一行放不下“%s”", parts[0]), "请加大该列的 width，或缩短选项的文字")
		}
		x := t.edges[c.col] + cellPadX + aside(align, room-m.total())
		out = append(out, t.cellLine(m, linebreak.Line{End: len(m.glyphs), Shown: len(m.glyphs)}, nil, x))
		parts = parts[n:]
	}
	return out
}

// fitting joins the parts that fit on one line, at least the first. They are
// fixed words: people's own have a place in the source.
func (t *tableSetter) fitting(parts []string, gap string, room Unit) (n int, line []doc.Inline) {
	words := parts[0]
	for n = 1; n < len(parts); n++ {
		longer := words + gap + parts[n]
		if t.measure(fixed(longer), cellScale).total() > room {
			break
		}
		words = longer
	}
	return n, fixed(words)
}

func fixed(words string) []doc.Inline { return []doc.Inline{{Text: words, Style: doc.Small}} }

// place is that of the first text in a row, or else in the section.
func (s *section) place(row int) diag.Position {
	for _, cell := range s.rows[row].Cells {
		for _, p := range cell.Paragraphs {
			if at := page.Place(p); at != (diag.Position{}) {
				return at
			}
		}
	}
	return page.Place(s.firstText())
}

// balanced is the least width in which a label has as many lines as in the
// width of its cell: 县级初验 in a column of three characters stands in two
// lines of two.
func (t *tableSetter) balanced(m *text, width Unit) Unit {
	lines := func(width Unit) int {
		l, _ := t.breaker.Break(m.glyphs, linebreak.Measure{First: int32(width), Rest: int32(width), Em: int32(m.scale.cell)})
		return len(l)
	}
	most := lines(width)
	if most < 2 {
		return width
	}
	narrow := m.total() / Unit(most)
	for narrow < width && lines(narrow) > most {
		narrow += m.scale.cell / 2
	}
	return min(narrow, width)
}
