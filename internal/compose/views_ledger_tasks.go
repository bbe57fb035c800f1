package compose

import (
	"cmp"
	"fmt"
	"maps"
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

// months counts every task once: what is due at once by the words that say so,
// then by the month of its day, then the standing ones, then the others without
// a day.
func (l *ledgering) months() []monthView {
	var now, rest []monthView
	by := map[zh.Date][]*Text{}
	for _, id := range l.order {
		t := l.tasks[id].own
		day, dated := firstDay(l.tasks[id].task)
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
