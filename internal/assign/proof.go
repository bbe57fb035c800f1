package assign

import "hongtou/internal/dossier"

// Line is one line of the proof: these words of this task's field are in this
// unit's hands, whoever holds its book. Unit is "" when nobody lists whom they
// mean, or when they name nobody.
type Line struct {
	Task string
	Passage
	Unit string
	As   Standing
}

// Standing says what became of the words.
type Standing string

// What can become of the words of a field.
const (
	Given    Standing = "given"    // the unit has the task in its book
	Withheld Standing = "withheld" // the register says that the unit receives nothing
	Open     Standing = "open"     // whom they mean is for people to say
	Remark   Standing = "remark"   // they name nobody
	Unread   Standing = "unread"   // nobody registered them
)

// Proof gives the union over the recipients of (task, field, words), and after
// it what no recipient has. It is read from the recipients' own lists: a task
// that is missing there is missing here.
func (a Assignment) Proof() []Line {
	var out []Line
	for _, r := range a.Recipients() {
		for _, s := range r.All() {
			for _, d := range s.Words {
				out = append(out, Line{s.Task.ID, d.Passage, d.Unit.ID, Given})
			}
		}
	}
	for _, t := range a.Tasks {
		for _, d := range t.Withheld {
			out = append(out, Line{t.ID, d.Passage, d.Unit.ID, Withheld})
		}
		out = append(out, lines(t.ID, t.Open, Open)...)
		out = append(out, lines(t.ID, t.Remarks, Remark)...)
		out = append(out, lines(t.ID, t.Unread, Unread)...)
	}
	return out
}

func lines(task string, list []Passage, as Standing) []Line {
	var out []Line
	for _, p := range list {
		out = append(out, Line{task, p, "", as})
	}
	return out
}

// Gap is something the proof does not account for.
type Gap struct {
	Task   string // ID of the aspect
	Label  string // of the task and the field: 第六项责任单位
	Words  string // as printed; "" when the whole field is meant
	Unit   string // ID of the unit that the words reach and that does not have them, or the other way round
	Reason Reason
}

// Reason says why something is a gap.
type Reason string

// Why something is a gap.
const (
	Lost      Reason = "lost"      // the words reach the unit, or nobody listed, and it is not said
	Unfounded Reason = "unfounded" // the proof says so, the words do not
	Unclear   Reason = "unclear"   // words that nobody registered, or a unit named in a remark
	Nobody    Reason = "nobody"    // nobody answers for the task
)

// Uncovered compares the proof with a second reading of the dossier, which
// shares nothing with the first: it compares printed names with the register's
// lists, character by character. It is empty when every character of every
// field is in somebody's hands, or known to be open, and nothing was added.
func (a Assignment) Uncovered() []Gap {
	w := walk{names: printedNames(a.plan.Register), none: withoutBooks(a.plan.Register), proof: map[fieldKey][]Line{}}
	for _, l := range a.Proof() {
		k := fieldKey{l.Task, l.Field}
		w.proof[k] = append(w.proof[k], l)
	}
	seen := map[string]bool{}
	for _, part := range a.plan.Annex.Parts {
		for _, item := range part.Items {
			for _, aspect := range item.Aspects {
				if !item.Deleted && !seen[aspect.ID] {
					seen[aspect.ID] = true
					w.aspect(aspect, item.Number+aspect.Number)
				}
			}
		}
	}
	return append(w.gaps, w.strays()...)
}

type fieldKey struct {
	task string
	kind dossier.FieldKind
}
