package exchange

import (
	"fmt"
	"slices"
	"strings"

	"hongtou/internal/dossier"
)

// Proposal is what a returned workbook would change, value by value, and what
// it cannot.
type Proposal struct {
	Changes   []Change
	Conflicts []Conflict
	Additions []Addition
	Doubts    []Doubt
}

// Change is one value that people edited.
type Change struct {
	Row    string // 06, 17.1
	Column string
	Label  string // 第六项整改时限
	At     string // of the workbook
	Old    []dossier.Text
	New    []string
	Note   string // how the cell was read when that was not plain
}

// Conflict is a value that people edited while its source became another.
type Conflict struct {
	Label  string   `json:"label"`
	At     string   `json:"at"`
	File   string   `json:"file"`
	Line   int      `json:"line"`
	Base   []string `json:"exported"`
	Source []string `json:"source"`
	Given  []string `json:"workbook"`
}

// Addition is a row that people added: a task that may become an item.
type Addition struct {
	Row  int    `json:"row"` // of the sheet
	ID   string `json:"id"`  // 18
	Text string `json:"text"`
}

// Compare holds a returned workbook against the table as it is now. A value is
// edited when it is not what was exported; that the source changed meanwhile
// concerns only edited values.
func Compare(now Table, r Returned) Proposal {
	c := comparison{now: now, back: r}
	c.columns()
	seen := map[string]ReturnedRow{}
	for _, row := range r.Rows {
		before, twice := seen[row.Key]
		switch {
		case row.Key == "":
			c.added(row)
		case !r.knows(row.Key):
			c.doubt(row.Cells[KeyColumn].At, "没有编号“%s”：编号不要改动；增加的行编号留空", row.Key)
		case twice:
			c.doubt(row.Cells[KeyColumn].At, "编号“%s”在第%d行已经有了，这一行没有采用", row.Key, before.Row)
		default:
			seen[row.Key] = row
		}
	}
	c.missing(seen)
	for _, row := range r.Rows {
		if kept, ok := seen[row.Key]; ok && kept.Row == row.Row {
			c.row(row)
		}
	}
	return c.out
}

type comparison struct {
	now  Table
	back Returned
	out  Proposal
}

func (c *comparison) doubt(at, format string, args ...any) {
	c.out.Doubts = append(c.out.Doubts, Doubt{at, fmt.Sprintf(format, args...)})
}

// columns reports those that were deleted, and new titles: the label that is
// printed is no value of a cell.
func (c *comparison) columns() {
	for _, col := range c.now.Columns {
		if c.back.Columns[col.Key] == 0 && col.Key != NoteColumn && col.Key != NumberColumn {
			c.doubt("", "表格里没有“%s”一列，这一列的内容没有改动", col.Title)
		}
		if title := c.back.Titles[col.Key]; title != "" && title != col.Title {
			c.doubt("", "表头“%s”改成了“%s”：仍按原来的列读取，印出的字段名称没有改", col.Title, title)
		}
	}
}

// missing reports rows that were deleted: that is no way to delete an item.
func (c *comparison) missing(seen map[string]ReturnedRow) {
	var gone []string
	for _, row := range c.now.Rows {
		if _, ok := seen[row.Key]; !ok && c.back.knows(row.Key) {
			gone = append(gone, row.Number)
		}
	}
	if len(gone) > 0 {
		c.doubt("", "表格里没有%s，没有删除；删去整改项应另发修改通知", strings.Join(gone, "、"))
	}
}

func (c *comparison) row(row ReturnedRow) {
	now := c.now.Row(row.Key)
	if now == nil {
		c.doubt(row.Cells[KeyColumn].At, "源文件里已经没有编号“%s”的整改项，这一行没有采用", row.Key)
		return
	}
	if n, ok := row.Cells[NumberColumn]; ok && n.Text() != now.Number && len(n.Lines) > 0 {
		c.doubt(n.At, "序号“%s”与编号“%s”对不上（应为“%s”）：像是排序时没有整行移动，这一行没有采用，请核对", n.Text(), row.Key, now.Number)
		return
	}
	for _, col := range c.now.Columns {
		given, there := row.Cells[col.Key]
		base, known := c.back.Base[baseKey(row.Key, col.Key)]
		switch {
		case col.Key == KeyColumn, col.Key == NumberColumn, col.Key == NoteColumn, !there:
		case !known:
			if len(given.Lines) > 0 {
				c.doubt(given.At, "%s没有“%s”字段，没有采用；要增加字段，请在源文件里写上这一段", now.Number, col.Title)
			}
		default:
			c.value(*now, col, given, base)
		}
	}
}

func (c *comparison) value(row Row, col Column, given ReturnedCell, base string) {
	cell, label := row.Cell(col.Key), row.Number+col.Title
	exported, _ := split(base)
	source, _ := split(cell.Text())
	switch {
	case given.Doubt != "":
		c.doubt(given.At, "%s：%s", label, given.Doubt)
	case slices.Equal(given.Lines, exported):
	case cell.Lock != "":
		c.doubt(given.At, "%s%s，没有采用“%s”", label, cell.Lock, beginning(given.Text()))
	case slices.Equal(given.Lines, source): // somebody made the same edit in the source
	case !slices.Equal(source, exported):
		c.conflict(cell, label, given, exported)
	case len(given.Lines) == 0:
		c.doubt(given.At, "%s被清空，没有采用；要删去，请改源文件或另发修改通知", label)
	case cell.Single && len(given.Lines) > 1:
		c.doubt(given.At, "%s只能是一段，表格里有%d行，没有采用", label, len(given.Lines))
	default:
		c.out.Changes = append(c.out.Changes, Change{
			Row: row.Key, Column: col.Key, Label: label, At: given.At, Old: cell.Source, New: given.Lines, Note: given.Note,
		})
	}
}

func (c *comparison) conflict(cell Cell, label string, given ReturnedCell, exported []string) {
	x := Conflict{Label: label, At: given.At, Base: orNone(exported), Source: orNone(cell.Lines), Given: orNone(given.Lines)}
	if len(cell.Source) > 0 {
		x.File, x.Line = cell.Source[0].At.File, cell.Source[0].At.Line
	}
	c.out.Conflicts = append(c.out.Conflicts, x)
}

func orNone(lines []string) []string {
	if lines == nil {
		return []string{}
	}
	return lines
}

func beginning(s string) string {
	const most = 30
	rs := []rune(strings.ReplaceAll(s, "\n", " "))
	if len(rs) > most {
		return string(rs[:most]) + "……"
	}
	return string(rs)
}

// nextID gives the ID after all that are there: 18 after 17.
func (c *comparison) nextID() (string, int) {
	n := len(c.out.Additions) + 1
	for _, row := range c.now.Rows {
		if !strings.Contains(row.Key, ".") {
			n++
		}
	}
	for c.now.Row(fmt.Sprintf("%02d", n)) != nil {
		n++
	}
	return fmt.Sprintf("%02d", n), n
}
