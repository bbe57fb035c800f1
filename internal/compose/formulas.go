package compose

import (
	"slices"

	"hongtou/internal/diag"
	"hongtou/internal/doc"
)

// tallyUse is a tally of the workbook being read, checked when all its sheets
// are known.
type tallyUse struct {
	at    diag.Position
	tally doc.Tally
	named []string // heads that stand for columns, "" for a number
}

// formula reads the formula of a cell, or nil.
func (f fence) formula(m entries, of columns) doc.Formula {
	switch {
	case m.of("tally") != nil:
		return f.tally(m.of("tally"), of)
	case m.of("overdue") != nil:
		return f.overdue(m.of("overdue"), of)
	case m.of("share") != nil:
		n := m.of("share")
		k := f.mapping(n, shareNames...)
		return doc.Share{Part: f.column(f.needed(n, k, "part"), of), Whole: f.column(f.needed(n, k, "whole"), of)}
	case m.of("sum") != nil:
		if !f.flag(m.of("sum")) {
			f.wrong(m.of("sum"), "true")
		}
		return doc.Sum{}
	}
	return nil
}

func (f fence) tally(n *node, of columns) doc.Formula {
	m := f.mapping(n, tallyNames...)
	use := tallyUse{at: f.at(n), tally: doc.Tally{Sheet: f.text(f.needed(n, m, "sheet"))}}
	for entry := range f.sequence(m.of("where")).each() {
		c, name := f.condition(entry, of)
		use.tally.Where, use.named = append(use.tally.Where, c), append(use.named, name)
	}
	f.tallies = append(f.tallies, use)
	return use.tally
}

// condition reads one condition; its column, or the head that stands for it,
// is looked up when the counted sheet is known.
func (f fence) condition(n *node, of columns) (doc.Condition, string) {
	m := f.mapping(n, conditionNames...)
	var c doc.Condition
	var name string
	c.Column, name = f.columnName(f.needed(n, m, "column"))
	if m.of("equals") != nil {
		c.Equals = f.word(m.of("equals"))
	}
	if m.of("same_as") != nil {
		own := f.column(m.of("same_as"), of)
		c.SameAs = &own
	}
	if m.of("from") != nil || m.of("to") != nil {
		c.From, c.To = f.date(f.needed(n, m, "from")), f.date(f.needed(n, m, "to"))
		if c.From > c.To && c.To != "" {
			f.wrong(m.of("to"), "不早于from的日期")
		}
	}
	if m.of("empty") != nil {
		if c.Empty = f.flag(m.of("empty")); !c.Empty {
			f.wrong(m.of("empty"), "true")
		}
	}
	if kinds(m) != 1 && n.kind == mappingNode {
		f.problem(f.at(n), "tally-condition", "一个条件须有且只有equals、same_as、from和to、empty之一", "分成几个条件")
	}
	return c, name
}

// kinds counts the sorts of conditions that are written.
func kinds(m entries) int {
	count := 0
	for _, written := range []bool{m.of("equals") != nil, m.of("same_as") != nil, m.of("from") != nil || m.of("to") != nil, m.of("empty") != nil} {
		if written {
			count++
		}
	}
	return count
}

func (f fence) overdue(n *node, of columns) doc.Formula {
	m := f.mapping(n, overdueNames...)
	return doc.Overdue{
		Deadline: f.column(f.needed(n, m, "deadline"), of),
		State:    f.column(f.needed(n, m, "state"), of),
		Done:     f.words(m.of("done")),
		Word:     f.word(f.needed(n, m, "word")),
	}
}

// checkFormulas settles the columns of tallies and reports what formulas refer
// to and no sheet has.
func (b *builder) checkFormulas(sheets []doc.Sheet) {
	for _, use := range b.tallies {
		b.settle(use, sheets)
	}
	inputs := 0
	for _, s := range sheets {
		if s.Input != nil {
			inputs++
		}
	}
	if inputs > 1 {
		b.problem(placeOfLine(1), "input-twice", "一个工作簿至多有一个input", "保留一个")
	}
	if inputs == 0 && slices.ContainsFunc(sheets, asksForDate) {
		b.problem(placeOfLine(1), "overdue-input", "用了overdue，但工作簿没有input", "在一张工作表中写input")
	}
}

// settle finds the columns of one tally. The cell that has the tally shares
// its conditions, so they are set in place.
func (b *builder) settle(use tallyUse, sheets []doc.Sheet) {
	i := slices.IndexFunc(sheets, func(s doc.Sheet) bool { return s.Name == use.tally.Sheet })
	if i < 0 {
		b.problem(use.at, "tally-sheet", "没有名为“"+use.tally.Sheet+"”的工作表", "工作表："+joined(len(sheets), func(i int) string { return sheets[i].Name }))
		return
	}
	of := headsOf(sheets[i].Table)
	for k := range use.tally.Where {
		c := &use.tally.Where[k]
		c.Column = b.columnIn(use.at, c.Column, use.named[k], of, "工作表“"+use.tally.Sheet+"”")
	}
}

func asksForDate(s doc.Sheet) bool {
	return slices.ContainsFunc(s.Table.Rows, func(r doc.Row) bool {
		return slices.ContainsFunc(r.Cells, func(c doc.Cell) bool {
			_, overdue := c.Formula.(doc.Overdue)
			return overdue
		})
	})
}
