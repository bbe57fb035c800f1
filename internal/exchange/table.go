// Package exchange puts the tasks of a dossier into a workbook that an office
// edits, and finds out what was edited: a dossier in force goes in, an XLSX
// file comes out; an edited file goes in, the values that differ come out, each
// with the text it had when it was exported, and then the source files with
// exactly these values changed. It touches no disk.
//
// What is edited is the source, so only words as issued are open. What an
// amending notice changed is locked: that notice is its source.
package exchange

import (
	"cmp"
	"strings"

	"hongtou/internal/amend"
	"hongtou/internal/dossier"
)

// Columns that are no fields.
const (
	KeyColumn     = "key"
	NumberColumn  = "number"
	ShortColumn   = "short"
	ProblemColumn = "problem"
	RemarksColumn = "remarks"
	NoteColumn    = "note"
)

// Column is a column of the table of tasks.
type Column struct {
	Key   string // one of the above, or a dossier.FieldKind
	Title string // as the plan calls it
}

// Table is the tasks of one dossier, as of its newest notice.
type Table struct {
	Dossier string // ID
	Name    string
	Edition string // date
	Columns []Column
	Rows    []Row
	Units   []string // names of the register, as a help for people who type
}

// Row is an item, or an aspect of one that has several.
type Row struct {
	Key    string // 06, 17.1
	Number string // 第六项, 第十七项（一）
	Note   string // why something in it is locked
	Cells  map[string]Cell
}

// Cell is a value: the paragraphs of the source, or of the notices that
// changed it.
type Cell struct {
	Lines  []string
	Source []dossier.Text // of the issued text; nil for what is locked
	Lock   string         // Chinese reason; "" when it is open
	Single bool           // holds one paragraph only
}

// Text is the cell as it stands in the workbook.
func (c Cell) Text() string { return strings.Join(c.Lines, "\n") }

// Cell gives the cell of a column, with an empty, locked one where the item
// has none.
func (r Row) Cell(column string) Cell {
	c, ok := r.Cells[column]
	if !ok {
		c.Lock = "这一项没有这个字段"
	}
	return c
}

// Row gives the row of a key, or nil.
func (t Table) Row(key string) *Row {
	for i := range t.Rows {
		if t.Rows[i].Key == key {
			return &t.Rows[i]
		}
	}
	return nil
}

// Column gives the column of a key, or nil.
func (t Table) Column(key string) *Column {
	for i := range t.Columns {
		if t.Columns[i].Key == key {
			return &t.Columns[i]
		}
	}
	return nil
}

// Tabulate makes the table of an edition.
func Tabulate(e *amend.Edition) Table {
	d := e.Dossier
	t := Table{Dossier: d.ID, Name: d.Name.Value, Edition: e.Date}
	tab := tabulator{edition: e, issued: map[string]dossier.Item{}}
	for _, item := range e.Issued.Annex.Items() {
		tab.issued[item.ID] = item
	}
	for _, item := range d.Annex.Items() {
		t.Rows = append(t.Rows, tab.item(item)...)
	}
	t.Columns = columns(d, t.Rows)
	if d.Register != nil {
		for _, u := range d.Register.Units {
			t.Units = append(t.Units, u.Name.Value)
		}
		for _, g := range d.Register.Groups {
			t.Units = append(t.Units, g.Name.Value)
		}
	}
	return t
}

// columns are the ones that any row fills, in printed order of the fields.
func columns(d *dossier.Dossier, rows []Row) []Column {
	out := []Column{{KeyColumn, "编号"}, {NumberColumn, "序号"}, {ShortColumn, "短标题"}, {ProblemColumn, "反馈问题"}}
	for _, r := range rows {
		if _, ok := r.Cells[RemarksColumn]; ok {
			out = append(out, Column{RemarksColumn, "分项说明"})
			break
		}
	}
	var last *Column // measures stand at the right, whatever the order in print
	seen := map[string]bool{}
	for _, item := range d.Annex.Items() {
		for _, a := range item.Aspects {
			for _, f := range a.Fields {
				c := Column{string(f.Kind), f.Label.Value}
				switch {
				case seen[c.Key]:
				case f.Kind == dossier.Measures:
					last = &c
				default:
					out = append(out, c)
				}
				seen[c.Key] = true
			}
		}
	}
	if last != nil {
		out = append(out, *last)
	}
	return append(out, Column{NoteColumn, "说明"})
}

type tabulator struct {
	edition *amend.Edition
	issued  map[string]dossier.Item
}

func (t tabulator) item(item dossier.Item) []Row {
	was, known := t.issued[item.ID]
	head := Row{Key: item.ID, Number: item.Number, Cells: map[string]Cell{}}
	switch {
	case item.Deleted:
		head.Note = "已由修改通知删去"
	case !known:
		head.Note = "由修改通知增加，要改请另发修改通知"
	}
	head.Cells[ShortColumn] = Cell{Lines: lines(one(item.Short)), Source: one(was.Short), Single: true, Lock: lock(!known || item.Deleted, head.Note)}
	t.put(&head, ProblemColumn, item.ID+".problem", item.Problem, was.Problem)
	if len(item.Remarks) > 0 {
		t.put(&head, RemarksColumn, item.ID+".remarks", item.Remarks, was.Remarks)
	}
	rows := []Row{head}
	for _, a := range item.Aspects {
		before := aspect(was, a.ID)
		if a.ID == item.ID {
			t.fields(&rows[0], a, before)
			continue
		}
		r := Row{Key: a.ID, Number: item.Number + a.Number, Note: head.Note, Cells: map[string]Cell{}}
		t.put(&r, ProblemColumn, a.ID+".problem", a.Problem, before.Problem)
		t.fields(&r, a, before)
		rows = append(rows, r)
	}
	return rows
}

func one(t dossier.Text) []dossier.Text {
	if t.IsZero() {
		return nil
	}
	return []dossier.Text{t}
}

func aspect(item dossier.Item, id string) dossier.Aspect {
	for _, a := range item.Aspects {
		if a.ID == id {
			return a
		}
	}
	return dossier.Aspect{}
}

func (t tabulator) fields(r *Row, a, before dossier.Aspect) {
	for _, f := range a.Fields {
		var was []dossier.Text
		if b := before.Field(f.Kind); b != nil {
			was = paragraphs(*b)
		}
		address := a.ID + "." + string(f.Kind)
		if f.Kind != dossier.Measures {
			t.put(r, string(f.Kind), address, paragraphs(f), was)
			continue
		}
		addresses := []string{address}
		for _, m := range f.Measures {
			addresses = append(addresses, m.ID)
		}
		t.putList(r, addresses, paragraphs(f), was)
	}
}

// paragraphs are the words of a field, deleted measures included: they keep
// their place in print.
func paragraphs(f dossier.Field) []dossier.Text {
	if f.Kind != dossier.Measures {
		return []dossier.Text{f.Value}
	}
	var out []dossier.Text
	for _, m := range f.Measures {
		out = append(out, m.Text)
	}
	return out
}

func (t tabulator) put(r *Row, column, address string, now, was []dossier.Text) {
	r.Cells[column] = t.cell(r, []string{address}, now, was, column != ProblemColumn && column != RemarksColumn)
}

func (t tabulator) putList(r *Row, addresses []string, now, was []dossier.Text) {
	r.Cells[string(dossier.Measures)] = t.cell(r, addresses, now, was, false)
}

// cell is open when the words in force are the issued ones and no notice has
// spoken of them: a notice that restates words expects them.
func (t tabulator) cell(r *Row, addresses []string, now, was []dossier.Text, single bool) Cell {
	c := Cell{Lines: lines(now), Single: single}
	if r.Note != "" && len(was) == 0 {
		c.Lock = r.Note
		return c
	}
	for _, a := range addresses {
		if h := t.edition.History(dossier.Address(a)); len(h) > 0 {
			c.Lock = cmp.Or(c.Lock, "已由"+h[len(h)-1].By.Date.Value+"的修改通知修改")
		}
	}
	if c.Lock == "" && c.Text() != strings.Join(lines(was), "\n") {
		c.Lock = "已由修改通知修改"
	}
	if c.Lock == "" && utf16Len(c.Text()) > cellLimit {
		c.Lock, c.Lines = "文字超过一格所能容纳的长度，请在源文件中修改", nil
	}
	if c.Lock == "" {
		c.Source = was
	}
	return c
}

func lock(locked bool, why string) string {
	if locked {
		return why
	}
	return ""
}

func lines(ts []dossier.Text) []string {
	var out []string
	for _, t := range ts {
		out = append(out, t.Value)
	}
	return out
}
