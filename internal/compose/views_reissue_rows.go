package compose

import (
	"maps"
	"slices"
	"strings"

	"hongtou/internal/diag"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
	"hongtou/internal/impact"
)

// reissuing is the work on one reissue list.
type reissuing struct {
	document      docset.Document
	now, then     map[dossier.Address]impact.Place // what addresses name, as printed after and before
	parts, former map[string][]docset.Document     // by unit
	order         []string                         // units, in the order in which documents name them
}

func (r *reissuing) divide(list []docset.Document, by map[string][]docset.Document) {
	for _, d := range list {
		by[d.Unit] = append(by[d.Unit], d)
		if !slices.Contains(r.order, d.Unit) {
			r.order = append(r.order, d.Unit)
		}
	}
}

// units gives everybody who has documents or had some, in the register's
// order; units that are no longer in it come last.
func (r *reissuing) units() []string {
	var out []string
	for _, list := range [][]impact.Recipient{r.document.Changes.Affected, r.document.Changes.Unaffected} {
		for _, u := range list {
			if !slices.Contains(r.order, u.Unit.ID) {
				r.order = append(r.order, u.Unit.ID)
			}
		}
	}
	if reg := r.document.Dossier.Register; reg != nil {
		for _, u := range reg.Units {
			if slices.Contains(r.order, u.ID) && !slices.Contains(out, u.ID) {
				out = append(out, u.ID)
			}
		}
	}
	for _, id := range r.order {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// renewed gives what one unit gets anew and what it hands back; nothing when
// its documents stay.
func (r *reissuing) renewed(unit string) renewedView {
	now, then := r.name(unit, r.parts[unit]), r.name(unit, r.former[unit])
	if now.IsZero() {
		now, then = then, now
	}
	v := renewedView{Unit: newText("unit."+unit+".name", now)}
	if !then.IsZero() && then.Value != now.Value {
		v.Former = newText("unit."+unit+".former", then)
	}
	i := slices.IndexFunc(r.document.Changes.Affected, func(a impact.Recipient) bool { return a.Unit.ID == unit })
	if i >= 0 {
		for _, t := range r.document.Changes.Affected[i].Tasks {
			v.Tasks = append(v.Tasks, r.task(t))
		}
	}
	issued := slices.DeleteFunc(slices.Clone(r.parts[unit]), r.stays)
	expired := slices.DeleteFunc(slices.Clone(r.former[unit]), func(d docset.Document) bool {
		return slices.ContainsFunc(r.parts[unit], func(n docset.Document) bool { return same(n, d) && r.stays(n) })
	})
	v.Issued, v.Expired = r.list(issued, r.now), r.editions(expired, r.then)
	v.Same = len(v.Expired) == 1 && slices.EqualFunc(issued, expired, same)
	return v
}

// same says that two documents of one recipient are editions of one another.
func same(a, b docset.Document) bool { return a.Kind == b.Kind && a.Item == b.Item }

// stays says whether a document is older than the notices: nothing it prints
// has changed.
func (r *reissuing) stays(d docset.Document) bool { return d.Edition != r.document.Edition }

// name gives a unit's name as its documents print it.
func (r *reissuing) name(unit string, list []docset.Document) dossier.Text {
	if len(list) > 0 {
		return list[0].Recipient.Unit.Name
	}
	for _, group := range [][]impact.Recipient{r.document.Changes.Affected, r.document.Changes.Unaffected} {
		for _, a := range group {
			if a.Unit.ID == unit {
				return a.Unit.Name
			}
		}
	}
	return dossier.Text{}
}

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
		Task: r.label(t.Aspect, r.now, r.then), What: whatChanged, Before: roles(t.Before), After: roles(t.After),
		Changed: r.changed(t.Place),
	}
	switch {
	case len(t.Before) == 0:
		v.What = whatJoined
	case len(t.After) == 0 && !r.inForce(t.Aspect):
		v.What = whatDeleted
	case len(t.After) == 0:
		v.What = whatLeft
	case !slices.Equal(v.Before, v.After):
		v.What = whatMoved
	}
	return v
}

// roles gives the words of the roles, responsible first.
func roles(kinds []dossier.FieldKind) []string {
	var out []string
	for _, k := range []dossier.FieldKind{dossier.Responsible, dossier.Supervisors} {
		if slices.Contains(kinds, k) {
			out = append(out, string(k))
		}
	}
	return out
}

// inForce says whether the edition has an aspect.
func (r *reissuing) inForce(aspect string) bool {
	for _, item := range r.document.Dossier.Annex.Items() {
		has := slices.ContainsFunc(item.Aspects, func(a dossier.Aspect) bool { return a.ID == aspect })
		if has && !item.Deleted {
			return true
		}
	}
	return false
}

func (r *reissuing) open(t impact.OpenTask) openView {
	v := openView{Task: r.label(t.Aspect, r.now, r.then), Changed: r.changed(t.Place), Only: t.Only}
	for _, g := range t.Groups {
		field := under(t.Aspect, string(g.Field))
		v.Words = append(v.Words, wordsView{string(g.Field), newText(string(field)+".open", dossier.Text{Value: g.Words, At: r.at(t.Aspect)})})
	}
	for _, u := range t.Candidates {
		v.Candidates = append(v.Candidates, newText("unit."+u.ID+".name", u.Name))
	}
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
	for _, d := range []*dossier.Dossier{r.document.Dossier, r.document.Before.Dossier} {
		for _, item := range d.Annex.Items() {
			for _, a := range item.Aspects {
				if problem := append(slices.Clone(a.Problem), item.Problem...); a.ID == aspect && len(problem) > 0 {
					return problem[0].At
				}
			}
		}
	}
	return diag.Position{}
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
// the register.
func (r *reissuing) passages() []*Text {
	var out []*Text
	for _, v := range r.document.Changes.Changed {
		if v.Item == "" && !registered(v.Address) {
			out = append(out, newText(string(v.Address)+".changed", dossier.Text{Value: v.Label, At: at(v)}))
		}
	}
	return out
}

// at is where the newest notice changed a value.
func at(v impact.Value) diag.Position { return v.Steps[len(v.Steps)-1].By.At }

// list groups documents by kind: forms name their tasks; the workbook of all
// forms of a recipient is the same forms again.
func (r *reissuing) list(docs []docset.Document, editions ...map[dossier.Address]impact.Place) []documentsView {
	var out []documentsView
	for _, kind := range []docset.Kind{docset.TaskBook, docset.Clauses, docset.Acceptance} {
		v := documentsView{Kind: string(kind)}
		found := false
		for _, d := range docs {
			if d.Kind != kind || kind == docset.Acceptance && d.Item == "" {
				continue
			}
			found = true
			if d.Item != "" {
				v.Tasks = append(v.Tasks, r.label(d.Item, editions...))
			}
		}
		if found {
			out = append(out, v)
		}
	}
	return out
}

// editions does the same for each edition, the newest first.
func (r *reissuing) editions(docs []docset.Document, editions ...map[dossier.Address]impact.Place) []editionView {
	by := map[string][]docset.Document{}
	for _, d := range docs {
		if d.Kind != docset.Acceptance || d.Item != "" {
			by[d.Edition] = append(by[d.Edition], d)
		}
	}
	var out []editionView
	for _, edition := range slices.Backward(slices.Sorted(maps.Keys(by))) {
		list := by[edition]
		out = append(out, editionView{newText("edition", editionDay(list[0])), r.list(list, editions...)})
	}
	return out
}
