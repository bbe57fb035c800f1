package compose

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"hongtou/internal/assign"
	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/zh"
)

// shortTitleOf gives the short title of a task without its number.
func shortTitleOf(t *assign.Task) string {
	title, number := itemTitle(*t.Item), t.Item.Number
	if len(t.Aspect.Problem) > 0 {
		first := t.Aspect.Problem[0]
		title, number = firstTitle(t.Aspect.Number, t.Aspect.Problem, first.FirstSentence()), t.Aspect.Number
	}
	return strings.TrimLeft(strings.TrimPrefix(title, number), "，、")
}

// taskPosition is where the problem of a task stands in the source.
func taskPosition(t *assign.Task) diag.Position {
	for _, p := range slices.Concat(t.Aspect.Problem, t.Item.Problem) {
		return p.At
	}
	return diag.Position{}
}

// Years that spreadsheets can tell as dates.
const firstYear, lastYear = 1901, 9999

// firstDay gives the earliest day by which something of a task has to be done.
func firstDay(t *assign.Task) (zh.Date, bool) {
	day, dated := t.Deadline().First()
	return day, dated && day.Year >= firstYear && day.Year <= lastYear
}

func isoDay(d zh.Date) string { return dossier.Date{Year: d.Year, Month: d.Month, Day: d.Day}.ISO() }

// months counts every task once: by the month of its day, then the standing
// ones, then the others without a day.
func (l *ledgering) months() []monthView {
	by := map[zh.Date][]*Text{}
	var order []zh.Date
	rest := map[bool][]*Text{} // without a day, by whether they stand
	for _, id := range l.order {
		t := l.tasks[id]
		day, dated := firstDay(t.task)
		day.Day = 1
		if !dated {
			rest[t.own.Standing] = append(rest[t.own.Standing], t.own.Task)
			continue
		}
		if by[day] == nil {
			order = append(order, day)
		}
		by[day] = append(by[day], t.own.Task)
	}
	slices.SortFunc(order, func(a, b zh.Date) int { return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month)) })
	var out []monthView
	for _, first := range order {
		out = append(out, newMonth(first, by[first]))
	}
	if len(rest[true]) > 0 {
		out = append(out, monthView{Kind: "standing", Tasks: rest[true]})
	}
	if len(rest[false]) > 0 {
		out = append(out, monthView{Kind: "undated", Tasks: rest[false]})
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
