package xlsx

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/xuri/excelize/v2"
)

// Names for what stands on the sheets, so that people can go there from the
// name box and programs can read a table without counting rows: 表_ and the
// sheet's name for every table with its head, 选项_ and a number for every list
// of choices. ColumnTitle, RowTitle and Title, a sheet's own, tell screen
// readers which cells are heads: they read them out with every cell.

func nameTables(f *excelize.File, plans []*plan) error {
	taken := map[string]bool{}
	for _, p := range plans {
		if p.rowCount() == p.firstHeadRow() {
			continue
		}
		name := tableName(p.sheet.Name, taken)
		whole := area{bottom: p.rowCount() - p.firstHeadRow(), right: len(p.columns)}
		if err := p.define(f, name, "", &whole, p.firstHeadRow()); err != nil {
			return err
		}
		if err := p.nameHeads(f); err != nil {
			return err
		}
	}
	return nil
}

// tableName keeps letters, digits and Chinese characters: names allow little
// else. What is taken gets a number.
func tableName(sheet string, taken map[string]bool) string {
	stem := "表_" + strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return '_'
	}, sheet)
	name := stem
	for n := 2; taken[strings.ToLower(name)]; n++ {
		name = fmt.Sprint(stem, "_", n)
	}
	taken[strings.ToLower(name)] = true
	return name
}

// nameHeads names the corner from which heads are read.
func (p *plan) nameHeads(f *excelize.File) error {
	above := len(p.head.heights) > 0
	beside := slices.ContainsFunc(p.body.areas, func(a area) bool {
		return a.left == 0 && a.right < len(p.columns) && a.cell.Head
	})
	name := ""
	switch {
	case above && beside:
		name = "Title"
	case above:
		name = "ColumnTitle"
	case beside:
		name = "RowTitle"
	default:
		return nil
	}
	corner := area{bottom: max(len(p.head.heights), 1), right: 1}
	return p.define(f, name, p.sheet.Name, &corner, p.firstHeadRow())
}

// define names an area of the sheet whose row 0 is the given one; scope is a
// sheet's name, or "" for the workbook.
func (p *plan) define(f *excelize.File, name, scope string, a *area, offset int) error {
	from, to, err := absoluteCorners(a, offset)
	if err != nil {
		return err
	}
	n := excelize.DefinedName{Name: name, Scope: scope, RefersTo: quoteSheet(p.sheet.Name) + "!" + span(from, to)}
	return defineName(f, n)
}

// nameLists names the lists of choices, in the order of their columns.
func (c *choiceLists) nameLists(f *excelize.File) error {
	for i, list := range c.lists {
		box := area{left: i, right: i + 1, bottom: len(list)}
		if err := c.plan.define(f, fmt.Sprint(choicesSheet, "_", i+1), "", &box, c.plan.firstBodyRow()); err != nil {
			return err
		}
	}
	return nil
}
