package xlsx

import (
	"fmt"
	"strings"
	"time"

	"hongtou/internal/doc"
)

// tally is the sum over the counted rows of a product of 0s and 1s, one factor
// a condition.
func (r *reckoner) tally(t *table, a *area, f doc.Tally) (result, error) {
	of := r.tables[f.Sheet]
	if of == nil {
		return result{}, t.fail(a, "公式所数的工作表“"+f.Sheet+"”不存在")
	}
	rows := len(of.body.heights)
	if rows == 0 {
		return result{"0", numeric(0)}, nil
	}
	if len(f.Where) == 0 {
		all, err := of.bodyOf(0)
		return result{"ROWS(" + all + ")", numeric(float64(rows))}, err
	}
	factors, meets := []string{"1"}, make([]bool, rows)
	for i := range meets {
		meets[i] = true
	}
	for _, c := range f.Where {
		factor, err := r.meet(t, a, of, c, meets)
		if err != nil {
			return result{}, err
		}
		factors = append(factors, factor)
	}
	n := 0
	for _, m := range meets {
		if m {
			n++
		}
	}
	return result{"SUMPRODUCT(" + strings.Join(factors, "*") + ")", numeric(float64(n))}, nil
}

// meet gives a condition as a factor and strikes out the rows that do not meet
// it.
func (r *reckoner) meet(t *table, a *area, of *table, c doc.Condition, meets []bool) (string, error) {
	if err := t.check(a, of, c.Column); err != nil {
		return "", err
	}
	factor, met, err := r.condition(t, a, of, c)
	if err != nil {
		return "", err
	}
	values, err := r.values(of, c.Column)
	if err != nil {
		return "", err
	}
	for i := range meets {
		meets[i] = meets[i] && met(values[i])
	}
	return factor, r.spend(t, len(meets))
}

// condition gives a condition as a factor, and as a test of one cell.
func (r *reckoner) condition(t *table, a *area, of *table, c doc.Condition) (string, func(value) bool, error) {
	body, err := of.bodyOf(c.Column)
	if err != nil {
		return "", nil, err
	}
	switch {
	case c.Empty:
		return "(" + body + `="")`, func(v value) bool { return v.text == "" }, nil
	case c.SameAs != nil:
		own, v, err := r.ownCell(t, a, *c.SameAs)
		return "EXACT(" + body + `&"",` + own + `&"")`, func(w value) bool { return w.text == v.text }, err
	case c.From != "" || c.To != "":
		factor, met, err := between(body, c.From, c.To)
		if err != nil {
			err = t.fail(a, err.Error())
		}
		return factor, met, err
	}
	word, err := literal(c.Equals)
	if err != nil {
		return "", nil, t.fail(a, err.Error())
	}
	return "EXACT(" + body + `&"",` + word + ")", func(v value) bool { return v.text == c.Equals }, nil
}

func between(body, from, to string) (string, func(value) bool, error) {
	first, err := serial(from)
	if err != nil {
		return "", nil, err
	}
	last, err := serial(to)
	if err != nil {
		return "", nil, err
	}
	factor := fmt.Sprintf("ISNUMBER(%s)*(%s>=%s)*(%s<=%s)", body, body, dateCall(from), body, dateCall(to))
	return factor, func(v value) bool { return v.numeric && float64(first) <= v.number && v.number <= float64(last) }, nil
}

// dateCall writes a valid date as a call that people can read.
func dateCall(date string) string {
	d, _ := time.Parse(time.DateOnly, date) // serial has read it
	return fmt.Sprintf("DATE(%d,%d,%d)", d.Year(), d.Month(), d.Day())
}
