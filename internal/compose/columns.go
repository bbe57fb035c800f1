package compose

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"hongtou/internal/diag"
	"hongtou/internal/doc"
)

// columns are the heads of a table's columns, so that a template can name a
// column by what stands above it; a column without a head has an empty one.
type columns []columnHead

// columnHead is the text of the lowest head cell of a column, and of all its
// head cells from the top, divided by strokes: 负责/合计.
type columnHead struct{ lowest, path string }

// headsOf lays the head rows of a table out on its columns.
func headsOf(t doc.Table) columns {
	out := make(columns, len(t.Columns))
	open := make([]int, len(t.Columns)) // rows each column is still covered from above
	for _, row := range t.Head {
		next := 0
		for _, c := range row.Cells {
			for next < len(open) && open[next] > 0 {
				next++
			}
			text := plainOf(c)
			for range max(c.ColSpan, 1) {
				if next < len(out) {
					out[next] = out[next].below(text)
					open[next] = max(c.RowSpan, 1)
				}
				next++
			}
		}
		for i := range open {
			open[i] = max(open[i]-1, 0)
		}
	}
	return out
}

func plainOf(c doc.Cell) string {
	var b strings.Builder
	for _, p := range c.Paragraphs {
		b.WriteString(doc.Plain(p))
	}
	return b.String()
}

func (h columnHead) below(text string) columnHead {
	if h.path != "" {
		return columnHead{text, h.path + "/" + text}
	}
	return columnHead{text, text}
}

// find gives the number of the column with a head, or says in Chinese why
// there is no such one, and what to do.
func (c columns) find(name string) (number int, problem, hint string) {
	found, first := 0, 0
	for i, h := range c {
		if name == h.lowest || name == h.path {
			if found++; found == 1 {
				first = i
			}
		}
	}
	switch found {
	case 1:
		return first, "", ""
	case 0:
		return 0, "没有表头为“" + name + "”的列", "表头：" + strings.Join(c.paths(), "、")
	}
	return 0, fmt.Sprintf("表头为“%s”的有%d列", name, found), "写出各层表头，以/隔开，如“" + c[first].path + "”，或者写列数"
}

// paths names the heads there are, each once.
func (c columns) paths() []string {
	var known []string
	for _, h := range c {
		if h.path != "" && !slices.Contains(known, h.path) {
			known = append(known, h.path)
		}
	}
	return known
}

// column gives the number of a column, the first is 0, from its number or its
// head.
func (f fence) column(n *node, of columns) int {
	v, name := f.columnName(n)
	return f.columnIn(f.columnAt(n), v, name, of, "本表")
}

func (f fence) columnAt(n *node) diag.Position {
	if n == nil {
		return f.block.at
	}
	return f.at(n)
}

// columnName reads a number, or the head that stands for it.
func (f fence) columnName(n *node) (number int, name string) {
	s := f.plain(n)
	if _, err := strconv.Atoi(s); err == nil || s == "" {
		return f.number(n), ""
	}
	return 0, s
}

// columnIn checks a number, or finds the column with the name, in a table.
func (b *builder) columnIn(at diag.Position, number int, name string, of columns, table string) int {
	problem, hint := "", "请改正列数"
	if name != "" {
		number, problem, hint = of.find(name)
	} else if number > 0 && number >= len(of) {
		problem = fmt.Sprintf("没有第%d列：%s有%d列，从0起", number, table, len(of))
	}
	if problem != "" {
		b.problem(at, "formula-column", problem, hint)
	}
	return number
}
