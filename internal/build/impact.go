package build

import (
	"hongtou/internal/dossier"
	"hongtou/internal/impact"
)

// ImpactReport tells what a step means for tasks, recipients and documents.
type ImpactReport struct {
	Problems Problems        `json:"problems"`
	Dossiers []DossierImpact `json:"dossiers"`
}

// DossierImpact is the impact on one dossier.
type DossierImpact struct {
	ID         string            `json:"id"`
	From       string            `json:"from"` // dates of the two editions
	To         string            `json:"to"`
	Notices    []Source          `json:"notices"`
	Open       []OpenReport      `json:"open"` // first of all: whom to tell is for people to say
	Changes    []ChangeReport    `json:"changes"`
	Restated   []ChangeReport    `json:"restated"`
	General    bool              `json:"general"` // a passage that belongs to no task changed
	Affected   []RecipientReport `json:"affected"`
	Unaffected []RecipientReport `json:"unaffected"`
	Documents  DocumentChanges   `json:"documents"`
}

// OpenReport is a changed task that reaches units nobody lists.
type OpenReport struct {
	Task       string        `json:"task"` // 06, 17.2
	Label      string        `json:"label"`
	Only       bool          `json:"only"` // it reaches no known recipient
	Groups     []GroupReport `json:"groups"`
	Candidates []UnitReport  `json:"candidates"` // named by the task's text
}

// GroupReport is a group whose members are not all listed, as a field prints it.
type GroupReport struct {
	Field string `json:"field"`
	Words string `json:"words"`
	Known bool   `json:"known"` // some of its members are known; it is not known who else
}

// UnitReport is a unit of the register.
type UnitReport struct {
	ID   string `json:"unit"`
	Name string `json:"name"`
}

// RecipientReport is a recipient and the tasks of which its documents say
// something else.
type RecipientReport struct {
	UnitReport
	Tasks  []TaskReport `json:"tasks,omitempty"`
	Quoted bool         `json:"quoted,omitempty"` // a passage of the plan changed that its task book quotes
}

// TaskReport is a task and what the unit had, and has, to do with it.
type TaskReport struct {
	Task   string   `json:"task"`
	Label  string   `json:"label"`
	Before []string `json:"before"` // responsible, supervisors
	After  []string `json:"after"`
}

// Impact tells what a step means. The documents of both editions are composed
// and compared; nothing is rendered.
func Impact(o Options, s Step) (ImpactReport, error) {
	o = o.withDefaults()
	c, err := read(o)
	if err != nil {
		return ImpactReport{}, err
	}
	spans, err := c.spans(s)
	if err != nil {
		return ImpactReport{}, err
	}
	if o, err = c.addressed(o); err != nil {
		return ImpactReport{}, err
	}
	templates, problems, err := openTemplates(o.Templates)
	c.problems.List.Add(problems...)
	out := ImpactReport{Problems: c.problems, Dossiers: []DossierImpact{}}
	if err != nil || c.problems.List.HasErrors() {
		return out, err
	}
	for _, p := range spans {
		d := impactReport(p)
		d.Documents, problems, err = documentChanges(p, templates, o)
		if err != nil {
			return out, err
		}
		c.problems.List.Add(problems...)
		out.Dossiers = append(out.Dossiers, d)
	}
	out.Problems = c.problems
	return out, nil
}

func impactReport(p span) DossierImpact {
	found := impact.Compare(p.from, p.to)
	out := DossierImpact{
		ID: p.to.Dossier.ID, From: p.from.Date, To: p.to.Date, Notices: noticeSources(p.notices),
		Open:    []OpenReport{},
		Changes: changeReports(found.Changed), Restated: changeReports(found.Restated), General: found.General,
		Affected: recipientReports(found.Affected), Unaffected: recipientReports(found.Unaffected),
	}
	for _, t := range found.Open {
		r := OpenReport{Task: t.Aspect, Label: t.Label, Only: t.Only, Candidates: []UnitReport{}}
		for _, g := range t.Groups {
			r.Groups = append(r.Groups, GroupReport{string(g.Field), g.Words, g.Known})
		}
		for _, u := range t.Candidates {
			r.Candidates = append(r.Candidates, unitReport(u))
		}
		out.Open = append(out.Open, r)
	}
	return out
}

func unitReport(u *dossier.Unit) UnitReport { return UnitReport{u.ID, u.Name.Value} }

func recipientReports(list []impact.Recipient) []RecipientReport {
	out := []RecipientReport{}
	for _, r := range list {
		report := RecipientReport{UnitReport: unitReport(r.Unit), Quoted: r.Quoted}
		for _, t := range r.Tasks {
			report.Tasks = append(report.Tasks, TaskReport{t.Aspect, t.Label, kindNames(t.Before), kindNames(t.After)})
		}
		out = append(out, report)
	}
	return out
}

func kindNames(kinds []dossier.FieldKind) []string {
	out := []string{}
	for _, k := range kinds {
		out = append(out, string(k))
	}
	return out
}
