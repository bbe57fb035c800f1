package compose

import (
	"slices"
	"strings"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/impact"
)

// What happened to a recipient's part in a task.
const (
	whatChanged = "changed"
	whatJoined  = "joined"
	whatLeft    = "left"
	whatDeleted = "deleted"
	whatMoved   = "moved"
)

func (r *reissuing) task(t impact.Task) affectedView {
	v := affectedView{
		Task: r.label(t.Aspect, r.now, r.then), What: whatChanged, Before: roleOf(t.Before), After: roleOf(t.After),
		Changed: r.changed(t.Place),
	}
	switch {
	case len(t.Before) == 0:
		v.What = whatJoined
	case len(t.After) == 0 && !r.inForce(t.Aspect):
		v.What = whatDeleted
	case len(t.After) == 0:
		v.What = whatLeft
	case v.Before != v.After:
		v.What = whatMoved
	}
	return v
}

// inForce says whether the edition has an aspect.
func (r *reissuing) inForce(aspect string) bool {
	item, _, found := findAspect(aspect, r.document.Dossier)
	return found && !item.Deleted
}

func (r *reissuing) open(t impact.OpenTask) openView {
	v := openView{Task: r.label(t.Aspect, r.now, r.then), Changed: r.changed(t.Place), Only: t.Only}
	for _, g := range t.Groups {
		field := under(t.Aspect, string(g.Field))
		v.Words = append(v.Words, wordsView{string(g.Field), newText(string(field)+".open", dossier.Text{Value: g.Words, At: r.at(t.Aspect)})})
	}
	v.Candidates = unitNames(t.Candidates)
	return v
}

// label gives 第十七项（二） for an aspect, as the first of some editions prints
// it that has it.
func (r *reissuing) label(aspect string, editions ...map[dossier.Address]impact.Place) *Text {
	for _, places := range editions {
		if place, known := places[dossier.Address(aspect)]; known {
			return newText(aspect+".label", dossier.Text{Value: place.Label, At: r.at(aspect)})
		}
	}
	return nil
}

// at is where an aspect's problem stands in the source.
func (r *reissuing) at(aspect string) diag.Position {
	item, a, _ := findAspect(aspect, r.document.Dossier, r.document.Before.Dossier)
	return placeOfAspect(item, a)
}

// changed names what notices changed in a task: 整改目标, 整改措施（一）.
func (r *reissuing) changed(task impact.Place) []*Text {
	var out []*Text
	for _, v := range r.document.Changes.Changed {
		if v.Item != task.Item || v.Aspect != "" && v.Aspect != task.Aspect {
			continue
		}
		if name := r.within(task, v.Place); !slices.ContainsFunc(out, func(t *Text) bool { return t.lines[0][0].Text == name }) {
			out = append(out, newText(string(v.Address)+".changed", dossier.Text{Value: name, At: at(v)}))
		}
	}
	return out
}

// within names a value without its task: 整改目标 of 第十项整改目标.
func (r *reissuing) within(task, v impact.Place) string {
	for _, id := range []string{task.Aspect, task.Item} {
		own := r.now[dossier.Address(id)].Label
		if rest, found := strings.CutPrefix(v.Label, own); found && own != "" && rest != "" {
			return rest
		} else if found && own != "" {
			return "序号"
		}
	}
	return v.Label
}

// passages names the changed values that belong to no task and no entry of
// the register; only those among some, unless that is nil.
func (r *reissuing) passages(among map[dossier.Address]bool) []*Text {
	var out []*Text
	for _, v := range r.document.Changes.Changed {
		if v.Item == "" && !registered(v.Address) && (among == nil || among[v.Address]) {
			out = append(out, newText(string(v.Address)+".changed", dossier.Text{Value: v.Label, At: at(v)}))
		}
	}
	return out
}

// at is where the newest notice changed a value.
func at(v impact.Value) diag.Position { return v.Steps[len(v.Steps)-1].By.At }
