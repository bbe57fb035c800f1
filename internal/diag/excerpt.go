package diag

import (
	"strings"
	"unicode"

	"hongtou/internal/zh"
)

// excerpt is a source line ready for a terminal: the line, or the part of it
// around the place, and the line that marks the place below it.
type excerpt struct {
	text   string
	indent string // blank up to the place; tabs are kept so that both lines move alike
	carets string
}

const ellipsis = "…"

// cut prepares a line. column counts characters from 1, length is in
// characters. A paragraph of 2,000 characters is one line of its source, so
// what does not fit into width columns is replaced by …; the place stays.
func cut(line string, column, length, width int) excerpt {
	rs := []rune(line)
	from := min(max(column-1, 0), len(rs))
	// No character is narrower than a column: nothing further away can show.
	lo, hi := max(0, from-width), min(len(rs), from+width)
	cells := cellsOf(rs[lo:hi])
	from -= lo
	a, b := window(cells, from, width)
	to := min(max(from+length, from+1), b)
	return render(cells, a, b, from, to, lo+a > 0, lo+b < len(rs))
}

// render writes cells a to b and marks from to to.
func render(cells []cell, a, b, from, to int, before, after bool) excerpt {
	var text, indent, carets strings.Builder
	if before {
		text.WriteString(ellipsis)
		indent.WriteString(strings.Repeat(" ", zh.Width(ellipsis)))
	}
	for i := a; i < b; i++ {
		text.WriteString(cells[i].shown)
		switch {
		case i < from:
			indent.WriteString(cells[i].blank())
		case i < to:
			carets.WriteString(strings.Repeat("^", cells[i].width))
		}
	}
	if after {
		text.WriteString(ellipsis)
	}
	if carets.Len() == 0 {
		carets.WriteString("^") // the place is the end of the line
	}
	return excerpt{text.String(), indent.String(), carets.String()}
}

// window chooses the cells to show: a third of the width before the place,
// the rest after it, and no room left empty at either end.
func window(cells []cell, from, width int) (a, b int) {
	if total(cells) <= width {
		return 0, len(cells)
	}
	room := width - 2*zh.Width(ellipsis)
	used := 0
	for a = from; a > 0 && used+cells[a-1].width <= room/3; a-- {
		used += cells[a-1].width
	}
	for b = from; b < len(cells) && used+cells[b].width <= room; b++ {
		used += cells[b].width
	}
	for ; b == len(cells) && a > 0 && used+cells[a-1].width <= room; a-- {
		used += cells[a-1].width
	}
	return a, max(b, from)
}

// cell is one character of the line as it is shown.
type cell struct {
	shown string
	width int
}

// blank is what moves the next line as far as the cell moves its own.
func (c cell) blank() string {
	if c.shown == "\t" {
		return "\t"
	}
	return strings.Repeat(" ", c.width)
}

// cellsOf takes characters apart for showing.
func cellsOf(rs []rune) []cell {
	cells := make([]cell, len(rs))
	for i, r := range rs {
		s := visible(r)
		cells[i] = cell{shown: s, width: max(zh.Width(s), 1)}
	}
	return cells
}

// visible shows characters that would be invisible, pile up on their
// neighbour or steer the terminal as �.
func visible(r rune) string {
	if r != '\t' && unicode.In(r, unicode.C, unicode.M, unicode.Zl, unicode.Zp) {
		return "�"
	}
	return string(r)
}

// printable makes text from a source safe for a terminal; it stays one line.
func printable(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r == '\t' {
			r = ' '
		}
		b.WriteString(visible(r))
	}
	return b.String()
}

func total(cells []cell) int {
	n := 0
	for _, c := range cells {
		n += c.width
	}
	return n
}
