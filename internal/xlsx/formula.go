package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"hongtou/internal/doc"
)

// Formulas use only functions that Excel, WPS and LibreOffice have had for
// decades. Words are compared with EXACT: COUNTIFS would take * ? ~ < = for
// operators and 17.1 for 17.10. &"" makes text of numbers, which LibreOffice
// would not do in a range.

func (r *reckoner) overdue(t *table, a *area, f doc.Overdue) (result, error) {
	if r.inputName == "" {
		return result{}, t.fail(a, "要判断超期，工作簿须有供人设定的日期")
	}
	deadline, due, err := r.ownCell(t, a, f.Deadline)
	if err != nil {
		return result{}, err
	}
	state, is, err := r.ownCell(t, a, f.State)
	if err != nil {
		return result{}, err
	}
	tests := []string{"ISNUMBER(" + deadline + ")", "ISNUMBER(" + r.inputName + ")", deadline + "<" + r.inputName}
	late := due.numeric && due.number < r.inputDate
	for _, done := range f.Done {
		word, err := literal(done)
		if err != nil {
			return result{}, t.fail(a, err.Error())
		}
		tests = append(tests, "NOT(EXACT("+state+","+word+"))")
		late = late && is.text != done
	}
	word, err := literal(f.Word)
	if err != nil {
		return result{}, t.fail(a, err.Error())
	}
	v := value{}
	if late {
		v.text = f.Word
	}
	return result{"IF(AND(" + strings.Join(tests, ",") + ")," + word + `,"")`, v}, nil
}

func (r *reckoner) share(t *table, a *area, f doc.Share) (result, error) {
	part, p, err := r.ownCell(t, a, f.Part)
	if err != nil {
		return result{}, err
	}
	whole, w, err := r.ownCell(t, a, f.Whole)
	if err != nil {
		return result{}, err
	}
	v := value{}
	if w.number != 0 {
		v = numeric(p.number / w.number)
	}
	return result{fmt.Sprintf(`IF(N(%s)=0,"",N(%s)/N(%s))`, whole, part, whole), v}, nil
}

func (r *reckoner) sum(t *table, a *area) (result, error) {
	if a.top == 0 {
		return result{"0", numeric(0)}, nil
	}
	if err := r.spend(t, a.top); err != nil {
		return result{}, err
	}
	total := 0.0
	for _, above := range t.cells[a.left] {
		if above.top >= a.top {
			break
		}
		v, err := r.value(t, above)
		if err != nil {
			return result{}, err
		}
		total += v.number
	}
	column, err := excelize.ColumnNumberToName(a.left + 1)
	first := t.firstBodyRow() + 1
	return result{fmt.Sprintf("SUM(%s$%d:%s%d)", column, first, column, first+a.top-1), numeric(total)}, err
}

// ownCell gives the reference to a column of a's own row and what stands there.
func (r *reckoner) ownCell(t *table, a *area, column int) (string, value, error) {
	if err := t.check(a, t, column); err != nil {
		return "", value{}, err
	}
	name, err := t.reference(column, a.top)
	if err != nil {
		return "", value{}, err
	}
	v, err := r.value(t, t.own(column, a.top))
	return name, v, err
}

// literal writes a word as a formula's string. Formulas read _x0041_ as “A”,
// as all strings of a workbook do; so such a word is written in two.
func literal(word string) (string, error) {
	const most = 255
	if n := utf16Len(word); n > most {
		return "", fmt.Errorf("公式中的词共%d个字符，超过上限%d", n, most)
	}
	if reason := textProblem(word); reason != "" {
		return "", fmt.Errorf("公式中的词%s", reason)
	}
	var b strings.Builder
	rs := []rune(strings.ReplaceAll(word, `"`, `""`))
	b.WriteByte('"')
	for i, r := range rs {
		b.WriteRune(r)
		if beginsEscape(rs[i:]) {
			b.WriteString(`"&"`)
		}
	}
	b.WriteByte('"')
	return b.String(), nil
}

// setCalculation has programs work out all formulas when they open the file.
func setCalculation(f *excelize.File, plans []*plan) error {
	always := true
	for _, p := range plans {
		if slices.ContainsFunc(p.body.areas, func(a area) bool { return a.result != nil }) {
			return f.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &always})
		}
	}
	return nil
}
