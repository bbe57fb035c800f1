package check

import (
	"slices"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/register"
)

// duty is who answers for one aspect of an item, and until when, as one
// notice set it: the fields as issued, or as an amendment left them.
type duty struct {
	item   *dossier.Item
	aspect *dossier.Aspect
	by     *dossier.Notice // the notice that set what is new in it
	fields []said
}

// said is one field of a duty with its reading.
type said struct {
	dossier.Field
	read register.Resolution // of unit and people fields
	new  bool                // set by duty.by, not carried over
}

// field gives a field of the duty, or nil.
func (d duty) field(k dossier.FieldKind) *said {
	for i := range d.fields {
		if d.fields[i].Kind == k {
			return &d.fields[i]
		}
	}
	return nil
}

// unitFields and peopleFields are read against the register.
var (
	unitFields   = []dossier.FieldKind{dossier.Responsible, dossier.Supervisors}
	peopleFields = []dossier.FieldKind{dossier.Leaders, dossier.Persons}
)

// dutiesOf reads the duties of every aspect as issued, then those that an
// amendment changed, in order.
func dutiesOf(s *scene) []duty {
	var out []duty
	current := map[string]int{} // aspect ID → index of its newest duty
	for p := range s.Annex.Parts {
		for i := range s.Annex.Parts[p].Items {
			item := &s.Annex.Parts[p].Items[i]
			for a := range item.Aspects {
				aspect := &item.Aspects[a]
				d := duty{item: item, aspect: aspect, by: &s.Notice}
				for _, f := range aspect.Fields {
					d.fields = append(d.fields, s.say(f))
				}
				current[aspect.ID] = len(out)
				out = append(out, d)
			}
		}
	}
	for i := range s.Amendments {
		out = s.amended(out, current, &s.Amendments[i])
	}
	return out
}

// amended adds the duties that an amendment's replacements of whole values
// make; what it does to measures changes nobody's duty.
func (s *scene) amended(out []duty, current map[string]int, a *dossier.Amendment) []duty {
	made := map[string]bool{}
	for _, c := range a.Changes {
		id := aspectID(c.Target)
		i, known := current[id]
		if !known || c.Verb != dossier.Replace || len(c.New) == 0 || c.Target.Field == dossier.Measures {
			continue
		}
		if !made[id] {
			d := out[i]
			d.by, d.fields = &a.Notice, slices.Clone(d.fields)
			for k := range d.fields {
				d.fields[k].new = false
			}
			made[id], i = true, len(out)
			current[id] = i
			out = append(out, d)
		}
		out[i].set(s.say(dossier.Field{Kind: c.Target.Field, Label: c.Label, Value: c.New[0]}))
	}
	return out
}

func (d *duty) set(f said) {
	if old := d.field(f.Kind); old != nil {
		*old = f
	}
}

func (s *scene) say(f dossier.Field) said {
	out := said{Field: f, new: true}
	switch {
	case slices.Contains(unitFields, f.Kind):
		out.read = s.index.Units(f.Value.Value)
	case slices.Contains(peopleFields, f.Kind):
		out.read = s.index.People(f.Value.Value)
	}
	return out
}

// aspectID names the aspect a target speaks of; an ordinary item's only
// aspect bears the item's ID.
func aspectID(t dossier.Target) string {
	if t.Aspect != "" {
		return t.Aspect
	}
	return t.Item
}

// eachNew calls f for every field of the kinds that some notice newly set.
func (s *scene) eachNew(kinds []dossier.FieldKind, f func(duty, said) []diag.Diagnostic) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, d := range s.duties {
		for _, v := range d.fields {
			if v.new && slices.Contains(kinds, v.Kind) {
				out = append(out, f(d, v)...)
			}
		}
	}
	return out
}
