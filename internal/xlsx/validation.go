package xlsx

import (
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"hongtou/internal/doc"
)

// Validation: what people type into a blank is checked as they type.

const (
	tickMark  = "√"
	maxPrompt = 200
)

// setValidation writes one rule for all blanks that are alike.
func (s *sheetWriter) setValidation() error {
	var order []string
	rules := map[string]*excelize.DataValidation{}
	cells := map[string][]*area{}
	for i := range s.plan.body.areas {
		a := &s.plan.body.areas[i]
		if !a.first || a.cell.Blank == doc.NotBlank {
			continue
		}
		key := string(a.cell.Blank) + "\n" + strings.Join(a.cell.Choices, "\n")
		if cells[key] == nil {
			rule, err := s.rule(a)
			if err != nil {
				return err
			}
			rules[key] = rule
			order = append(order, key)
		}
		cells[key] = append(cells[key], a)
	}
	for _, key := range order {
		if rules[key] == nil {
			continue
		}
		ranges, err := s.ranges(cells[key])
		if err != nil {
			return err
		}
		rules[key].SetSqref(ranges)
		if err := s.file.AddDataValidation(s.name(), rules[key]); err != nil {
			return err
		}
	}
	return nil
}

// rule gives the rule for a blank, or nil where anything goes.
func (s *sheetWriter) rule(a *area) (*excelize.DataValidation, error) {
	switch a.cell.Blank {
	case doc.BlankDate:
		rule := dateRule()
		rule.SetInput("请填写日期", "写法如2021-03-05。")
		return rule, nil
	case doc.BlankNumber:
		rule := excelize.NewDataValidation(true)
		rule.SetInput("请填写整数", "写法如3。")
		rule.SetError(excelize.DataValidationErrorStyleStop, "不是整数", "这里应为不小于0的整数，写法如3。")
		return rule, rule.SetRange(0, 0, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorGreaterThanOrEqual)
	case doc.BlankTick:
		return s.choiceRule(a)
	}
	return nil, nil
}

// dateRule asks for a date of our time: 20210305 is no date to a program, but
// a number far beyond.
func dateRule() *excelize.DataValidation {
	rule := excelize.NewDataValidation(true)
	rule.SetError(excelize.DataValidationErrorStyleStop, "不是日期", "这里应为日期，写法如2021-03-05。")
	const first, last = 18264, 73050 // 1950-01-01, 2099-12-31
	if err := rule.SetRange(first, last, excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween); err != nil {
		panic(err) // two whole numbers are always right
	}
	return rule
}

func (s *sheetWriter) choiceRule(a *area) (*excelize.DataValidation, error) {
	rule := excelize.NewDataValidation(true)
	if len(a.cell.Choices) == 0 {
		rule.SetInput("请勾选", "符合的选“"+tickMark+"”，不符合的留空。")
		rule.SetError(excelize.DataValidationErrorStyleStop, "只能勾选", "这里只能填“"+tickMark+"”或留空。")
		return rule, rule.SetDropList([]string{tickMark})
	}
	if reason := choicesProblem(a.cell.Choices); reason != "" {
		return nil, (&table{plan: s.plan}).fail(a, reason)
	}
	prompt := "从列表中选：" + strings.Join(a.cell.Choices, "、")
	if utf16Len(prompt) > maxPrompt {
		prompt = "从列表中选。"
	}
	rule.SetInput("请选择", prompt)
	rule.SetError(excelize.DataValidationErrorStyleStop, "不在列表中", "请从列表中选，不要另写。")
	if fitsRule(a.cell.Choices) {
		return rule, rule.SetDropList(a.cell.Choices)
	}
	cells, err := s.choices.cells(a.cell.Choices)
	rule.SetSqrefDropList(cells)
	return rule, err
}

// ranges names the cells, those that follow each other in a column together.
func (s *sheetWriter) ranges(cells []*area) (string, error) {
	cells = slices.Clone(cells)
	slices.SortStableFunc(cells, func(a, b *area) int {
		if a.left != b.left {
			return a.left - b.left
		}
		return a.top - b.top
	})
	var out []string
	for i := 0; i < len(cells); {
		whole := *cells[i]
		for i++; i < len(cells) && cells[i].left == whole.left && cells[i].right == whole.right && cells[i].top == whole.bottom; i++ {
			whole.bottom = cells[i].bottom
		}
		from, to, err := corners(&whole, s.plan.firstBodyRow())
		if err != nil {
			return "", err
		}
		out = append(out, span(from, to))
	}
	return strings.Join(out, " "), nil
}

func span(from, to string) string {
	if from == to {
		return from
	}
	return from + ":" + to
}
