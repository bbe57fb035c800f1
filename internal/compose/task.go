package compose

import (
	"slices"
	"strings"

	"hongtou/internal/assign"
	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

// A task has one number, one short title and one place in the source, in
// whatever document it is named.

// taskNumber is the number of a task for people: 第十七项（二）.
func taskNumber(t *assign.Task, use string) *Text { return taskText(t, use, t.Label) }

// taskShort is the short title of a task without its number.
func (m *memory) taskShort(t *assign.Task, use string) *Text { return taskText(t, use, m.shortName(t)) }

func (m *memory) shortName(t *assign.Task) string {
	if m == nil {
		return shortName(t)
	}
	return m.shorts.get(t, func() string { return shortName(t) })
}

func shortName(t *assign.Task) string {
	title, number := itemTitle(*t.Item), t.Item.Number
	if len(t.Aspect.Problem) > 0 {
		first := t.Aspect.Problem[0]
		title, number = firstTitle(t.Aspect.Number, t.Aspect.Problem, first.FirstSentence()), t.Aspect.Number
	}
	if rest := strings.TrimLeft(strings.TrimPrefix(title, number), "，、"); rest != "" {
		return rest
	}
	return t.Label
}

// taskText is a text about a task that is made rather than printed; it stands
// where the problem does.
func taskText(t *assign.Task, use, words string) *Text {
	return newText(t.ID+"."+use, dossier.Text{Value: words, At: placeOfAspect(*t.Item, *t.Aspect)})
}

// placeOfAspect is where an aspect's problem stands in the source.
func placeOfAspect(item dossier.Item, a dossier.Aspect) diag.Position {
	for _, p := range slices.Concat(a.Problem, item.Problem) {
		return p.At
	}
	return diag.Position{}
}

// findAspect looks for an aspect in several editions; the first that has it
// gives it.
func findAspect(id string, editions ...*dossier.Dossier) (item dossier.Item, a dossier.Aspect, found bool) {
	for _, d := range editions {
		for _, item := range d.Annex.Items() {
			for _, a := range item.Aspects {
				if a.ID == id {
					return item, a, true
				}
			}
		}
	}
	return dossier.Item{}, dossier.Aspect{}, false
}

// unitName and unitNames give units by the names that the register prints.
func unitName(u *dossier.Unit) *Text { return newText("unit."+u.ID+".name", u.Name) }

func unitNames(units []*dossier.Unit) []*Text {
	var out []*Text
	for _, u := range units {
		out = append(out, unitName(u))
	}
	return out
}

// roleView is what a unit does in a task.
type roleView struct {
	Responsible bool `doc:"负责"`
	Supervised  bool `doc:"督导"`
	Assisted    bool `doc:"配合"`
}

func roleOf(kinds []dossier.FieldKind) roleView {
	return roleView{slices.Contains(kinds, dossier.Responsible), slices.Contains(kinds, dossier.Supervisors), slices.Contains(kinds, dossier.Cooperating)}
}
