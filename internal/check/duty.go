package check

import (
	"slices"

	"hongtou/internal/amend"
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
	index  *register.Index // the register as that notice left it
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
	unitFields   = []dossier.FieldKind{dossier.Responsible, dossier.Supervisors, dossier.Cooperating}
	peopleFields = []dossier.FieldKind{dossier.Leaders, dossier.Persons}
)

// dutiesOf reads the duties of every aspect as issued, then those that the
// notices of a day changed, day by day.
func dutiesOf(s *scene) []duty {
	var out []duty
	for _, e := range s.editions {
		index := s.index
		if e.Dossier.Register != s.Register {
			index = register.New(e.Dossier.Register)
		}
		for p := range e.Dossier.Annex.Parts {
			for i := range e.Dossier.Annex.Parts[p].Items {
				item := &e.Dossier.Annex.Parts[p].Items[i]
				for a := range item.Aspects {
					d := duty{item: item, aspect: &item.Aspects[a], by: &s.Notice, index: index}
					if d.read(e) {
						out = append(out, d)
					}
				}
			}
		}
	}
	return out
}

// read reads the fields of an aspect; news says whether the notices of the
// edition's day, or the issued plan itself, set one of them. What they do to
// measures changes nobody's duty.
func (d *duty) read(e *amend.Edition) (news bool) {
	for _, f := range d.aspect.Fields {
		by := e.Origin(dossier.Address(d.aspect.ID + "." + string(f.Kind)))
		v := said{Field: f, new: !e.Amended() || by.Amendment != "" && by.Date.ISO() == e.Date && f.Kind != dossier.Measures}
		switch {
		case slices.Contains(unitFields, f.Kind):
			v.read = d.index.Units(f.Value.Value)
		case slices.Contains(peopleFields, f.Kind):
			v.read = d.index.People(f.Value.Value)
		}
		for _, a := range e.Applied {
			if v.new && a.ID == by.Amendment {
				d.by = &a.Notice
			}
		}
		news = news || v.new
		d.fields = append(d.fields, v)
	}
	return news || !e.Amended()
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
