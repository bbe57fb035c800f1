package assign

import "hongtou/internal/dossier"

// Recipient is a unit that receives documents: a field of some task reaches it.
type Recipient struct {
	Unit        *dossier.Unit   // in whose name its documents are made
	Units       []*dossier.Unit // the bodies whose tasks they hold, in the register's order: Unit itself for most
	Responsible []Share         // tasks it answers for, in printed order
	Supervised  []Share         // tasks it supervises, in printed order
}

// Share is what one recipient has to do with one task in one role.
type Share struct {
	Task     *Task
	Words    []Duty    // by which the field reaches it; at least one
	Measures []Mention // where the task's measures name it
}

// Recipients gives everybody who has a task, in the register's order.
func (a Assignment) Recipients() []Recipient {
	if a.plan.Register == nil {
		return nil
	}
	var out []Recipient
	units := a.plan.Register.Units
	for i := range units {
		r := Recipient{&units[i], []*dossier.Unit{&units[i]}, a.shares(&units[i], dossier.Responsible), a.shares(&units[i], dossier.Supervisors)}
		if r.Shares() > 0 {
			out = append(out, r)
		}
	}
	return out
}

// Shares counts the tasks of a recipient (项次): one that it answers for and
// supervises counts twice.
func (r Recipient) Shares() int { return len(r.Responsible) + len(r.Supervised) }

func (a Assignment) shares(u *dossier.Unit, role dossier.FieldKind) []Share {
	var out []Share
	for i := range a.Tasks {
		t := &a.Tasks[i]
		s := Share{Task: t}
		for _, d := range t.Duties {
			if d.Unit == u && d.Field == role {
				s.Words = append(s.Words, d)
			}
		}
		if len(s.Words) > 0 {
			s.Measures = t.naming(u)
			out = append(out, s)
		}
	}
	return out
}

// naming gives the places where the measures name a unit.
func (t *Task) naming(u *dossier.Unit) []Mention {
	var out []Mention
	for _, m := range t.Mentions {
		if m.Unit == u {
			out = append(out, m)
		}
	}
	return out
}

// OpenTasks gives the tasks that reach units nobody lists.
func (a Assignment) OpenTasks() []*Task {
	var out []*Task
	for i := range a.Tasks {
		if len(a.Tasks[i].Open) > 0 {
			out = append(out, &a.Tasks[i])
		}
	}
	return out
}
