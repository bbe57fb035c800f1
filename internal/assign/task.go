package assign

import (
	"slices"

	"hongtou/internal/deadline"
	"hongtou/internal/dossier"
	"hongtou/internal/register"
)

// Deadline reads the task's 整改时限; without stages when the task has none or
// nothing in it can be read.
func (t Task) Deadline() deadline.Deadline {
	f := t.Aspect.Field(dossier.Deadline)
	if f == nil {
		return deadline.Deadline{}
	}
	read, _ := deadline.Parse(f.Value.Value)
	return read
}

// Standing says whether the task never ends (长期坚持): a stage of its deadline
// is standing, and nothing beside it but 立行立改. A task with a dated part ends
// with it, one that is due at once ends too, and one whose deadline cannot be
// read is not called standing.
func (t Task) Standing() bool {
	stands := false
	for _, s := range t.Deadline().Stages {
		if s.Kind != deadline.Standing && s.Kind != deadline.AtOnce {
			return false
		}
		stands = stands || s.Kind == deadline.Standing
	}
	return stands
}

// Leaders gives the names in the task's 责任领导 as printed; nil when the field
// describes whom it means (…主要负责人), in whole or in part: then only its
// own wording says it.
func (t Task) Leaders() []string { return slices.Clone(t.leaders) }

// Tie is somebody whom a task names for a recipient.
type Tie struct {
	Person   *dossier.Person
	Inferred bool // the register drew the tie from the order of the source, which does not state it
}

// People gives those whom the task's 责任人员 names and the register ties to
// one of the units of the recipient's book, in printed order.
func (r Recipient) People(t *Task) []Tie {
	var out []Tie
	for _, p := range t.people {
		if slices.Contains(p.holders, r.Unit) {
			out = append(out, Tie{p.person, p.person.Inferred})
		}
	}
	return out
}

// tied is a person whom a task names, and whose books the person belongs to.
type tied struct {
	person  *dossier.Person
	holders []*dossier.Unit
}

func (r reader) people(a *dossier.Aspect) []tied {
	var out []tied
	for _, ref := range r.named(a, dossier.Persons).Of(register.Person) {
		p := r.index.Person(ref.ID)
		if slices.ContainsFunc(out, func(t tied) bool { return t.person == p }) {
			continue
		}
		t := tied{person: p}
		for _, id := range p.Units {
			if u := r.index.Unit(id.Value); u != nil {
				t.holders = append(t.holders, r.index.Holder(u))
			}
		}
		out = append(out, t)
	}
	return out
}

func (r reader) leaders(a *dossier.Aspect) []string {
	read := r.named(a, dossier.Leaders)
	people := read.Of(register.Person)
	if len(people) < len(read.Refs) || len(read.Unknown) > 0 {
		return nil
	}
	var out []string
	for _, p := range people {
		out = append(out, p.Words)
	}
	return out
}

// named reads a field of people; empty when the aspect does not have it.
func (r reader) named(a *dossier.Aspect, kind dossier.FieldKind) register.Resolution {
	if f := a.Field(kind); f != nil {
		return r.index.People(f.Value.Value)
	}
	return register.Resolution{}
}
