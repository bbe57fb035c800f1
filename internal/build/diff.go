package build

import (
	"hongtou/internal/impact"
	"hongtou/internal/redline"
)

// DiffReport is the changes of a step as text.
type DiffReport struct {
	Problems Problems      `json:"problems"`
	Dossiers []DossierDiff `json:"dossiers"`
}

// DossierDiff is the changes of one dossier.
type DossierDiff struct {
	ID       string         `json:"id"`
	From     string         `json:"from"` // dates of the two editions
	To       string         `json:"to"`
	Notices  []Source       `json:"notices"`
	Changes  []MarkedChange `json:"changes"`
	Restated []ChangeReport `json:"restated"`
}

// MarkedChange is a change with its characters marked, paragraph by paragraph.
type MarkedChange struct {
	ChangeReport
	OldMarks [][]MarkedRun `json:"old_marks"` // equal and deleted
	NewMarks [][]MarkedRun `json:"new_marks"` // equal and inserted
}

// MarkedRun is a stretch of characters of one kind.
type MarkedRun struct {
	Kind string `json:"kind"` // equal, deleted, inserted
	Text string `json:"text"`
}

var markNames = map[redline.Kind]string{redline.Equal: "equal", redline.Deleted: "deleted", redline.Inserted: "inserted"}

// Diff tells the changes of a step.
func Diff(o Options, s Step) (DiffReport, error) {
	c, err := read(o.withDefaults())
	if err != nil {
		return DiffReport{}, err
	}
	spans, err := c.spans(s)
	out := DiffReport{Problems: c.problems, Dossiers: []DossierDiff{}}
	for _, p := range spans {
		found := impact.Compare(p.from, p.to)
		d := DossierDiff{
			ID: p.to.Dossier.ID, From: p.from.Date, To: p.to.Date, Notices: noticeSources(p.notices),
			Changes: []MarkedChange{}, Restated: changeReports(found.Restated),
		}
		for _, v := range found.Changed {
			d.Changes = append(d.Changes, marked(changeReport(v)))
		}
		out.Dossiers = append(out.Dossiers, d)
	}
	return out, err
}

func marked(c ChangeReport) MarkedChange {
	before, after := redline.Comparer{}.Paragraphs(c.Old, c.New)
	return MarkedChange{c, markedRuns(before), markedRuns(after)}
}

func markedRuns(paragraphs [][]redline.Run) [][]MarkedRun {
	out := [][]MarkedRun{}
	for _, runs := range paragraphs {
		p := []MarkedRun{}
		for _, r := range runs {
			p = append(p, MarkedRun{markNames[r.Kind], r.Text})
		}
		out = append(out, p)
	}
	return out
}
