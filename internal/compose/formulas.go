package compose

import (
	"fmt"
	"slices"

	"go.yaml.in/yaml/v4"

	"hongtou/internal/diag"
	"hongtou/internal/doc"
)

// tallyUse is a tally of the workbook being read, checked when all its sheets
// are known.
type tallyUse struct {
	at    diag.Position
	tally doc.Tally
}

// formula reads the formula of a cell, or nil.
func (f fence) formula(m map[string]*yaml.Node, columns int) doc.Formula {
	switch {
	case m["tally"] != nil:
		return f.tally(m["tally"], columns)
	case m["overdue"] != nil:
		return f.overdue(m["overdue"], columns)
	case m["share"] != nil:
		n := m["share"]
		k := f.mapping(n, names(shareKeys[:])...)
		return doc.Share{Part: f.column(f.needed(n, k, "part"), columns), Whole: f.column(f.needed(n, k, "whole"), columns)}
	case m["sum"] != nil:
		if !f.flag(m["sum"]) {
			f.wrong(m["sum"], "true")
		}
		return doc.Sum{}
	}
	return nil
}

func (f fence) tally(n *yaml.Node, columns int) doc.Formula {
	m := f.mapping(n, names(tallyKeys[:])...)
	t := doc.Tally{Sheet: f.text(f.needed(n, m, "sheet"))}
	for _, entry := range f.sequence(m["where"]) {
		t.Where = append(t.Where, f.condition(entry, columns))
	}
	f.tallies = append(f.tallies, tallyUse{f.at(n), t})
	return t
}

// condition reads one condition; its column is checked when the counted sheet
// is known.
func (f fence) condition(n *yaml.Node, columns int) doc.Condition {
	m := f.mapping(n, names(conditionKeys[:])...)
	c := doc.Condition{Column: f.number(f.needed(n, m, "column"))}
	if m["equals"] != nil {
		c.Equals = f.word(m["equals"])
	}
	if m["same_as"] != nil {
		own := f.column(m["same_as"], columns)
		c.SameAs = &own
	}
	if m["from"] != nil || m["to"] != nil {
		c.From, c.To = f.date(f.needed(n, m, "from")), f.date(f.needed(n, m, "to"))
		if c.From > c.To && c.To != "" {
			f.wrong(m["to"], "不早于from的日期")
		}
	}
	if m["empty"] != nil {
		if c.Empty = f.flag(m["empty"]); !c.Empty {
			f.wrong(m["empty"], "true")
		}
	}
	if kinds(m) != 1 && n.Kind == yaml.MappingNode {
		f.problem(f.at(n), "tally-condition", "一个条件须有且只有equals、same_as、from和to、empty之一", "分成几个条件")
	}
	return c
}

// kinds counts the sorts of conditions that are written.
func kinds(m map[string]*yaml.Node) int {
	count := 0
	for _, written := range []bool{m["equals"] != nil, m["same_as"] != nil, m["from"] != nil || m["to"] != nil, m["empty"] != nil} {
		if written {
			count++
		}
	}
	return count
}

func (f fence) overdue(n *yaml.Node, columns int) doc.Formula {
	m := f.mapping(n, names(overdueKeys[:])...)
	return doc.Overdue{
		Deadline: f.column(f.needed(n, m, "deadline"), columns),
		State:    f.column(f.needed(n, m, "state"), columns),
		Done:     f.words(m["done"]),
		Word:     f.word(f.needed(n, m, "word")),
	}
}

// column gives the number of a column, the first is 0.
func (f fence) column(n *yaml.Node, columns int) int {
	v := f.number(n)
	if n != nil && v >= columns {
		f.problem(f.at(n), "formula-column", fmt.Sprintf("没有第%d列：本表有%d列，从0起", v, columns), "请改正列数")
	}
	return v
}

// checkFormulas reports what formulas refer to and no sheet has.
func (b *builder) checkFormulas(sheets []doc.Sheet) {
	for _, use := range b.tallies {
		i := slices.IndexFunc(sheets, func(s doc.Sheet) bool { return s.Name == use.tally.Sheet })
		if i < 0 {
			b.problem(use.at, "tally-sheet", "没有名为“"+use.tally.Sheet+"”的工作表", "工作表："+joined(len(sheets), func(i int) string { return sheets[i].Name }))
			continue
		}
		columns := len(sheets[i].Table.Columns)
		for _, c := range use.tally.Where {
			if c.Column >= columns {
				b.problem(use.at, "formula-column", fmt.Sprintf("没有第%d列：工作表“%s”有%d列，从0起", c.Column, use.tally.Sheet, columns), "请改正column")
			}
		}
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

func asksForDate(s doc.Sheet) bool {
	return slices.ContainsFunc(s.Table.Rows, func(r doc.Row) bool {
		return slices.ContainsFunc(r.Cells, func(c doc.Cell) bool {
			_, overdue := c.Formula.(doc.Overdue)
			return overdue
		})
	})
}
