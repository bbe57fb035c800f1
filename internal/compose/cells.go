package compose

import (
	"strings"

	"hongtou/internal/doc"
)

// A cell is a scalar, its text, or a mapping. It shows one thing: text, a
// blank, or (in workbooks) a date, a number or a formula.

// contentKeys are the keys of which a cell has at most one.
var contentKeys = [...]string{"text", "blank", "date", "count", "tally", "overdue", "share", "sum"}

// cell fills an empty cell in its place, as cells are large.
func (f fence) cell(c *doc.Cell, n *node, of columns, head bool) {
	if n.kind != mappingNode {
		c.Head, c.Scope = head, defaultScope(head)
		f.cellText(c, n)
		return
	}
	m := f.mapping(n, cellNames...)
	c.RowSpan = f.number(m.of("rowspan"))
	c.Head = head || f.flag(m.of("head"))
	c.Scope = f.choice(m.of("scope"), "col", "row")
	c.Align = f.align(m.of("align"))
	c.Anchor = f.text(m.of("anchor"))
	c.Link = f.text(m.of("link"))
	if c.Scope == "" {
		c.Scope = defaultScope(head)
	}
	if f.text(m.of("colspan")) == "all" {
		c.ColSpan = len(of)
	} else {
		c.ColSpan = f.number(m.of("colspan"))
	}
	if m.seen&^textOnly != 0 {
		c.Blank, c.Choices = f.blank(m)
	}
	f.cellText(c, m.of("text"))
	if m.seen&^textOnly != 0 { // few have more than a text and how it stands
		f.cellValue(c, m, of)
		f.checkContent(n, m, c, head)
	}
	if len(c.Paragraphs) == 0 {
		c.At = f.source(n)
	}
}

// cellText reads the text of a cell: one scalar, or one a paragraph; {note: …}
// is a remark beside the text.
func (f fence) cellText(c *doc.Cell, n *node) {
	style := doc.Small
	if c.Head {
		style = doc.TableHead
	}
	if n == nil {
		return
	}
	if n.kind != sequenceNode {
		c.Paragraphs = f.paragraphs(f.text(n), f.at(n), style)
		return
	}
	for p := range n.each() {
		text, style := p, style
		if p.kind == mappingNode {
			text, style = f.mapping(p, noteAttribute).of(noteAttribute), doc.Note
		}
		c.Paragraphs = append(c.Paragraphs, f.paragraphs(f.text(text), f.at(p), style)...)
	}
}

// blank reads what people fill in, and of what they choose.
func (f fence) blank(m entries) (doc.Blank, []string) {
	kind := doc.Blank(f.choice(m.of("blank"), "signature", "seal", "opinion", "date", "tick", "text", "number"))
	n := m.of("choices")
	if n == nil {
		return kind, nil
	}
	choices := f.words(n)
	if kind != doc.BlankTick {
		f.problem(f.at(n), "choices-tick", "只有勾选的格子（blank: tick）才有choices", "加上blank: tick，或删除choices")
	}
	if len(choices) == 0 {
		f.wrong(n, "至少一个词的列表")
	}
	return kind, choices
}

// cellValue reads what only a workbook's cell can show.
func (f fence) cellValue(c *doc.Cell, m entries, of columns) {
	if n := m.of("date"); n != nil {
		c.Date = f.date(n)
	}
	if n := m.of("count"); n != nil {
		c.Count = f.count(n)
	}
	c.Formula = f.formula(m, of)
}

// checkContent reports a cell that is to show two things, or something that
// its place cannot show.
func (f fence) checkContent(n *node, m entries, c *doc.Cell, head bool) {
	has := make([]string, 0, len(contentKeys))
	for _, key := range contentKeys {
		empty := key == "text" && len(c.Paragraphs) == 0 || key == "blank" && c.Blank == doc.NotBlank
		if m.of(key) != nil && !empty {
			has = append(has, key)
		}
	}
	switch {
	case len(has) > 1 && has[0] == "text" && has[1] == "blank":
		f.problem(f.at(n), "blank-filled", "留给人填写的单元格不能有文字", "删除text或blank")
	case len(has) > 1:
		f.problem(f.at(n), "cell-content", "一个单元格只能有一种内容，这里有"+strings.Join(has, "、"), "保留一个")
	case len(has) == 0 || has[0] == "text" || has[0] == "blank":
	case f.block.info != sheetElement:
		f.problem(f.at(n), "cell-workbook", has[0]+"只能用在工作簿的单元格中", "在文书中写成文字")
	case head:
		f.problem(f.at(n), "cell-workbook", has[0]+"不能用在表头行中", "移到表身")
	}
}
