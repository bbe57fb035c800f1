package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"hongtou/internal/doc"
)

// A short list of choices stands in the rule that offers it. One that is too
// long for a rule, or has words that a rule cannot part, stands on a sheet of
// its own, to whose cells the rule points.

const (
	maxChoices   = 255 // characters of a list in a rule with its commas, a limit of the format
	maxChoice    = 255 // characters of one choice
	choicesSheet = "选项"
	choiceWidth  = 40
)

// choiceLists are the lists that stand on the sheet, one a column.
type choiceLists struct {
	lists [][]string
	plan  *plan // of the sheet; nil when there are none
}

// gatherChoices finds the lists that no rule can hold and plans their sheet.
func gatherChoices(plans []*plan, r *ruler) (*choiceLists, error) {
	c := &choiceLists{}
	taken := map[string]bool{}
	for _, p := range plans {
		taken[strings.ToLower(p.sheet.Name)] = true
		for i := range p.body.areas {
			list := p.body.areas[i].cell.Choices
			if fitsRule(list) || c.column(list) >= 0 {
				continue
			}
			if reason := choicesProblem(list); reason != "" {
				return nil, (&table{plan: p}).fail(&p.body.areas[i], reason)
			}
			c.lists = append(c.lists, list)
		}
	}
	if len(c.lists) == 0 {
		return c, nil
	}
	name := choicesSheet
	for n := 2; taken[name]; n++ {
		name = fmt.Sprint(choicesSheet, n)
	}
	var err error
	c.plan, err = arrange(c.sheet(name), r)
	return c, err
}

// fitsRule says whether a rule can hold the list itself.
func fitsRule(list []string) bool {
	return utf16Len(strings.Join(list, ",")) <= maxChoices && !slices.ContainsFunc(list, func(s string) bool { return strings.ContainsAny(s, `,"`) })
}

func (c *choiceLists) column(list []string) int {
	return slices.IndexFunc(c.lists, func(known []string) bool { return slices.Equal(known, list) })
}

// sheet says what it is for, so that nobody wonders at it, and is protected.
func (c *choiceLists) sheet(name string) *doc.Sheet {
	line := func(text string) []doc.Inline { return []doc.Inline{{Text: text}} }
	s := &doc.Sheet{Name: name, Title: line("选项"), Status: line("供本工作簿的下拉列表选用，不必填写"), Protected: true}
	var head doc.Row
	for i, list := range c.lists {
		s.Table.Columns = append(s.Table.Columns, doc.Column{Width: choiceWidth})
		head.Cells = append(head.Cells, doc.Cell{Head: true, Paragraphs: [][]doc.Inline{line(fmt.Sprintf("列表%d", i+1))}})
		for k := range list {
			if k == len(s.Table.Rows) {
				s.Table.Rows = append(s.Table.Rows, doc.Row{Cells: make([]doc.Cell, len(c.lists))})
			}
			s.Table.Rows[k].Cells[i] = doc.Cell{Paragraphs: [][]doc.Inline{line(list[k])}}
		}
	}
	s.Table.Head = []doc.Row{head}
	return s
}

// cells names the cells that hold a list.
func (c *choiceLists) cells(list []string) (string, error) {
	column := c.column(list)
	box := area{left: column, right: column + 1, bottom: len(list)}
	from, to, err := absoluteCorners(&box, c.plan.firstBodyRow())
	return quoteSheet(c.plan.sheet.Name) + "!" + from + ":" + to, err
}

// choicesProblem says in Chinese why a list cannot be offered, or "".
func choicesProblem(choices []string) string {
	for i, c := range choices {
		switch {
		case strings.TrimSpace(c) != c || c == "":
			return "选项“" + c + "”为空，或首尾有空格"
		case strings.ContainsAny(c, "\n\t"):
			return "选项“" + beginning(c) + "”含有换行或制表符，列表不能分辨"
		case strings.ContainsAny(c[:1], "=+-@"):
			return "选项“" + c + "”以 = + - @ 之一开头，选中后会变成公式"
		case textProblem(c) != "":
			return "选项" + textProblem(c)
		case utf16Len(c) > maxChoice:
			return fmt.Sprintf("选项“%s”超过%d个字符", beginning(c), maxChoice)
		case slices.Contains(choices[:i], c):
			return "选项“" + c + "”重复"
		}
	}
	return ""
}
