package xlsx

import (
	"fmt"
	"strconv"

	"hongtou/internal/doc"
)

// Programs work out formulas when they open the file, but previews and
// readers of data do not: so every formula is worked out here as well and its
// value written beside it.

// value is what a cell shows: text, a number, or nothing ("").
type value struct {
	text    string
	number  float64
	numeric bool
}

func numeric(n float64) value {
	return value{text: strconv.FormatFloat(n, 'f', -1, 64), number: n, numeric: true}
}

// result is a formula and its value.
type result struct {
	formula string
	value   value
}

// Bounds of one workbook.
const (
	maxReckoned = 200_000_000 // cells that formulas look at
	maxFormula  = 8192        // characters of one formula, a limit of the format
)

// reckoner works out a workbook's formulas.
type reckoner struct {
	tables    map[string]*table
	inputName string // defined name of the input date, "" when there is none
	inputDate float64
	reckoned  int
}

// reckon sets the results of all formulas.
func reckon(plans []*plan) error {
	r := &reckoner{tables: map[string]*table{}}
	if err := r.setInput(plans); err != nil {
		return err
	}
	for _, p := range plans {
		r.tables[p.sheet.Name] = newTable(p)
	}
	for _, p := range plans {
		for i := range p.body.areas {
			a := &p.body.areas[i]
			if a.cell.Formula == nil {
				continue
			}
			if _, err := r.value(r.tables[p.sheet.Name], a); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *reckoner) setInput(plans []*plan) error {
	for _, p := range plans {
		if p.sheet.Input == nil {
			continue
		}
		if r.inputName != "" {
			return &Error{Sheet: p.sheet.Name, Reason: "一个工作簿至多有一个供人设定的日期"}
		}
		date, err := serial(p.sheet.Input.Date)
		if err != nil {
			return p.explain(err)
		}
		r.inputName, r.inputDate = inputName(p.sheet.Input), float64(date)
	}
	return nil
}

// values gives what the cells of a column show, row by row.
func (r *reckoner) values(t *table, column int) ([]value, error) {
	if values, known := t.shown[column]; known {
		return values, nil
	}
	if t.busy[column] {
		return nil, &Error{Sheet: t.sheet.Name, Reason: "公式循环引用：被数的列要靠这些公式才能算出"}
	}
	t.busy[column] = true
	defer delete(t.busy, column)
	values := make([]value, len(t.body.heights))
	for _, a := range t.cells[column] {
		v, err := r.value(t, a)
		if err != nil {
			return nil, err
		}
		values[a.top] = v
	}
	t.shown[column] = values
	return values, nil
}

// value gives what a cell shows; nil shows nothing.
func (r *reckoner) value(t *table, a *area) (value, error) {
	switch {
	case a == nil:
		return value{}, nil
	case a.cell.Formula != nil && a.first:
		return r.result(t, a)
	case a.cell.Date != "":
		n, err := serial(a.cell.Date)
		return numeric(float64(n)), err
	case a.cell.Count != nil:
		return numeric(float64(*a.cell.Count)), nil
	case !textual(a.cell):
		return value{}, nil
	}
	if n, is := wholeNumber(a.text.runes); is {
		return numeric(float64(n)), nil
	}
	return value{text: string(a.text.runes)}, nil
}

// result works out the formula of a cell, once.
func (r *reckoner) result(t *table, a *area) (value, error) {
	if a.result != nil {
		return a.result.value, nil
	}
	if t.busy[a] {
		return value{}, t.fail(a, "公式循环引用")
	}
	t.busy[a] = true
	defer delete(t.busy, a)
	out, err := r.work(t, a)
	if err != nil {
		return value{}, err
	}
	if n := utf16Len(out.formula); n > maxFormula {
		return value{}, t.fail(a, fmt.Sprintf("公式共%d个字符，超过上限%d", n, maxFormula))
	}
	a.result = &out
	return out.value, nil
}

func (r *reckoner) work(t *table, a *area) (result, error) {
	switch f := a.cell.Formula.(type) {
	case doc.Tally:
		return r.tally(t, a, f)
	case doc.Overdue:
		return r.overdue(t, a, f)
	case doc.Share:
		return r.share(t, a, f)
	case doc.Sum:
		return r.sum(t, a)
	}
	return result{}, t.fail(a, fmt.Sprintf("不认识的公式%T", a.cell.Formula))
}

// spend counts cells that a formula looks at.
func (r *reckoner) spend(t *table, cells int) error {
	if r.reckoned += cells; r.reckoned > maxReckoned {
		return &Error{Sheet: t.sheet.Name, Reason: "公式要数的单元格过多"}
	}
	return nil
}
