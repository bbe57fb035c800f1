package build

import (
	"hongtou/internal/assign"
	"hongtou/internal/dossier"
)

// AssignmentReport tells who has which task of one dossier, in the edition
// asked for, and proves that no word of a field was lost.
type AssignmentReport struct {
	ID         string            `json:"id"`
	Edition    string            `json:"edition"`
	Units      int               `json:"units"`      // recipients
	Shares     int               `json:"shares"`     // 项次: pairs of recipient and task, one answered for and supervised counting twice
	Recipients []AssignedReport  `json:"recipients"` // in the register's order
	Open       []WordsReport     `json:"open"`       // whom they mean is for people to say
	Withheld   []WordsReport     `json:"withheld"`   // the register says that the unit receives nothing
	Uncovered  []UncoveredReport `json:"uncovered"`  // empty when everything is accounted for
}

// AssignedReport is one recipient with its tasks.
type AssignedReport struct {
	UnitReport
	Bodies      []UnitReport  `json:"bodies,omitempty"` // whose tasks its book holds; absent when it holds only its own
	Responsible []ShareReport `json:"responsible"`
	Supervised  []ShareReport `json:"supervised"`
	Assisted    []ShareReport `json:"assisted,omitempty"`
}

// ShareReport is one task of a recipient.
type ShareReport struct {
	Task     string        `json:"task"` // 06, 17.2
	Label    string        `json:"label"`
	Words    []ReachReport `json:"words"`    // by which the field reaches the recipient or its bodies
	Measures []string      `json:"measures"` // that name the recipient or one of its bodies: 15.1
}

// ReachReport is some words of a field that reach a recipient.
type ReachReport struct {
	Words  string `json:"words"`
	Offset int    `json:"offset"`          // in characters from the start of the field's value
	Unit   string `json:"unit,omitempty"`  // ID of the body that the words reach; absent when it is the recipient itself
	Group  string `json:"group,omitempty"` // ID of the group through which; absent when the words name the unit
}

// WordsReport is some words of a task's field.
type WordsReport struct {
	Task   string `json:"task"`
	Label  string `json:"label"` // 第六项
	Field  string `json:"field"` // responsible, supervisors
	Title  string `json:"title"` // 责任单位
	Words  string `json:"words"`
	Offset int    `json:"offset"`
	Unit   string `json:"unit,omitempty"` // of withheld words
}

// UncoveredReport is something that the proof does not account for.
type UncoveredReport struct {
	Task   string `json:"task"`
	Label  string `json:"label"` // 第六项责任单位
	Words  string `json:"words"`
	Unit   string `json:"unit,omitempty"`
	Reason string `json:"reason"` // lost, unfounded, unclear, nobody
}

// assignments reports every dossier that is in force on the day asked for;
// none while the content has errors: names may be wrong then.
func (c *content) assignments() []AssignmentReport {
	out := []AssignmentReport{}
	for _, d := range c.dossiers {
		if e := d.at(c.asOf); e != nil && !c.problems.List.HasErrors() {
			out = append(out, assignmentReport(d.ID, e.Date, assign.Of(e)))
		}
	}
	return out
}

func assignmentReport(id, edition string, a assign.Assignment) AssignmentReport {
	out := AssignmentReport{
		ID: id, Edition: edition, Recipients: []AssignedReport{},
		Open: []WordsReport{}, Withheld: []WordsReport{}, Uncovered: []UncoveredReport{},
	}
	for _, r := range a.Recipients() {
		out.Units++
		out.Shares += r.Shares()
		out.Recipients = append(out.Recipients, assignedReport(r))
	}
	for _, t := range a.Tasks {
		for _, p := range t.Open {
			out.Open = append(out.Open, wordsReport(t, p, nil))
		}
		for _, d := range t.Withheld {
			out.Withheld = append(out.Withheld, wordsReport(t, d.Passage, d.Unit))
		}
	}
	for _, g := range a.Uncovered() {
		out.Uncovered = append(out.Uncovered, UncoveredReport{g.Task, g.Label, g.Words, g.Unit, string(g.Reason)})
	}
	return out
}

func assignedReport(r assign.Recipient) AssignedReport {
	out := AssignedReport{
		UnitReport:  unitReport(r.Unit),
		Responsible: shareReports(r.Unit, r.Responsible), Supervised: shareReports(r.Unit, r.Supervised), Assisted: shareReports(r.Unit, r.Assisted),
	}
	if len(r.Units) != 1 || r.Units[0] != r.Unit {
		for _, u := range r.Units {
			out.Bodies = append(out.Bodies, unitReport(u))
		}
	}
	return out
}

func wordsReport(t assign.Task, p assign.Passage, u *dossier.Unit) WordsReport {
	out := WordsReport{Task: t.ID, Label: t.Label, Field: string(p.Field), Title: p.Label, Words: p.Words, Offset: p.Offset}
	if u != nil {
		out.Unit = u.ID
	}
	return out
}

func shareReports(holder *dossier.Unit, list []assign.Share) []ShareReport {
	out := []ShareReport{}
	for _, s := range list {
		r := ShareReport{Task: s.Task.ID, Label: s.Task.Label, Words: []ReachReport{}, Measures: []string{}}
		for _, d := range s.Words {
			reach := ReachReport{Words: d.Words, Offset: d.Offset}
			if d.Group != nil {
				reach.Group = d.Group.ID
			}
			if d.Unit != holder {
				reach.Unit = d.Unit.ID
			}
			r.Words = append(r.Words, reach)
		}
		for _, m := range s.Measures {
			if n := len(r.Measures); n == 0 || r.Measures[n-1] != m.Measure {
				r.Measures = append(r.Measures, m.Measure)
			}
		}
		out = append(out, r)
	}
	return out
}
