package compose

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"time"

	"hongtou/internal/assign"
	"hongtou/internal/diag"
	"hongtou/internal/doc"
	"hongtou/internal/dossier"
	"hongtou/internal/zh"
)

// firstDay gives the earliest day by which something of a task has to be done,
// if spreadsheets can tell it as a date; beyond says that they cannot.
func firstDay(t *assign.Task) (day zh.Date, dated, beyond bool) {
	day, dated = t.Deadline().First()
	iso := isoDay(day)
	if dated && (iso < doc.FirstDay || iso > doc.LastDay) {
		return zh.Date{}, false, true
	}
	return day, dated, false
}

// tellBeyond reports a deadline that the ledger cannot reckon with.
func tellBeyond(t *assign.Task) diag.Diagnostic {
	f := t.Aspect.Field(dossier.Deadline)
	return diag.Diagnostic{
		Code: "ledger-date", Severity: diag.Warning, At: f.Value.At, Length: f.Value.Len(),
		Message: t.Label + "的“" + f.Value.Value + "”早于或晚于电子表格所能计算的日期，台账的时限日期留空，也不计超期",
		Hint:    "请核对年份；确实如此的，须由人工掌握",
	}
}

func isoDay(d zh.Date) string { return dossier.Date{Year: d.Year, Month: d.Month, Day: d.Day}.ISO() }

// months counts every task once: what is due at once by the words that say so,
// then by the month of its day, then the standing ones, then the others without
// a day.
func (l *ledgering) months() []monthView {
	var now, rest []monthView
	by := map[zh.Date][]*Text{}
	for _, id := range l.order {
		t := l.tasks[id].own
		day, dated, _ := firstDay(l.tasks[id].task)
		day.Day = 1
		switch {
		case dated:
			by[day] = append(by[day], t.Task)
		case t.AtOnce != nil:
			now = counted(now, monthView{Kind: "at_once", Name: t.AtOnce}, t.Task)
		case t.Standing:
			rest = counted(rest, monthView{Kind: "standing"}, t.Task)
		default:
			rest = counted(rest, monthView{Kind: "undated"}, t.Task)
		}
	}
	slices.SortStableFunc(rest, func(a, b monthView) int { return cmp.Compare(a.Kind, b.Kind) })
	for _, first := range slices.SortedFunc(maps.Keys(by), func(a, b zh.Date) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month))
	}) {
		now = append(now, newMonth(first, by[first]))
	}
	return append(now, rest...)
}

// counted adds a task to the line of its kind and name, a new one if need be.
func counted(lines []monthView, line monthView, task *Text) []monthView {
	i := slices.IndexFunc(lines, func(m monthView) bool {
		return m.Kind == line.Kind && slices.Equal(inlineTexts(m.Name), inlineTexts(line.Name))
	})
	if i < 0 {
		i, lines = len(lines), append(lines, line)
	}
	lines[i].Tasks = append(lines[i].Tasks, task)
	return lines
}

// inlineTexts gives the characters of a text; none for an absent one.
func inlineTexts(t *Text) []string {
	if t == nil {
		return nil
	}
	var out []string
	runs, _ := t.inline()
	for _, r := range runs {
		out = append(out, r.Text)
	}
	return out
}

// newMonth gives the month that begins on a day.
func newMonth(first zh.Date, tasks []*Text) monthView {
	text := func(name, value string) *Text {
		return newText("month."+name, dossier.Text{Value: value, At: tasks[0].at})
	}
	last := first
	last.Day = time.Date(first.Year, time.Month(first.Month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	return monthView{
		Kind: "month", Name: text("name", fmt.Sprintf("%d年%d月", first.Year, first.Month)),
		From: text("from", isoDay(first)), To: text("to", isoDay(last)), Tasks: tasks,
	}
}
