package build

import "hongtou/internal/publish"

// Report tells what a build did.
type Report struct {
	Out       string   `json:"out"`
	Problems  Problems `json:"problems"`
	Later     []Later  `json:"later"`
	Written   []string `json:"written"`   // paths relative to out/
	Unchanged []string `json:"unchanged"` // made, and out/ had these very bytes already
	Reused    []string `json:"reused"`    // not made: nothing they depend on has changed, or they were not asked for
	Removed   []string `json:"removed"`   // ours, no longer wanted
	Kept      []string `json:"kept"`      // ours once, changed by somebody, therefore not removed
	Saved     []Saved  `json:"saved"`     // changed by somebody and replaced; the copy holds what it was

	Recipients []UnitReport `json:"recipients"` // whose documents were written or removed, in the register's order
	First      bool         `json:"first"`      // out/ held nothing of ours before: everything counts as written
	Amendments int          `json:"amendments"` // notices that amend the dossiers
}

// Later tells which notices of a dossier do not count yet, because they are
// dated after the day asked for.
type Later struct {
	Dossier string   `json:"dossier"`
	AsOf    string   `json:"as_of"`
	Notices []string `json:"notices"` // IDs
}

// Saved is a file that somebody had changed, and where its copy is.
type Saved struct {
	Path string `json:"path"`
	Copy string `json:"copy"`
}

// newReport is the report of a run that has done nothing yet; no list is null.
func newReport(o Options) Report {
	return Report{
		Out: o.Out, Later: []Later{}, Written: []string{}, Unchanged: []string{}, Reused: []string{},
		Removed: []string{}, Kept: []string{}, Saved: []Saved{}, Recipients: []UnitReport{},
	}
}

// take takes in what a publication did with files, of which some were kept.
func (r *Report) take(p publish.Result, files []made) {
	r.Written, r.Removed, r.Kept = p.Written, p.Removed, p.Kept
	here := map[string]bool{}
	for _, m := range files {
		here[m.file.Path] = !m.kept
	}
	for _, path := range p.Unchanged {
		if here[path] {
			r.Unchanged = append(r.Unchanged, path)
		} else {
			r.Reused = append(r.Reused, path)
		}
	}
	for _, s := range p.Saved {
		r.Saved = append(r.Saved, Saved(s))
	}
}

// tell says whom a publication concerns, held against what was there before.
func (r *Report) tell(c content, p publish.Result, before, now publish.Manifest) {
	r.Recipients = c.recipientsOf(p, before, now)
	r.First = len(before.Outputs) == 0
	for _, d := range c.dossiers {
		r.Amendments += len(d.Amendments)
	}
}

// CheckReport tells what was checked.
type CheckReport struct {
	Problems Problems           `json:"problems"`
	Later    []Later            `json:"later"`
	Dossiers []DossierSummary   `json:"dossiers"`
	Assigned []AssignmentReport `json:"assigned"`
}

// DossierSummary counts what a dossier holds.
type DossierSummary struct {
	ID         string `json:"id"`
	Items      int    `json:"items"`
	Amendments int    `json:"amendments"`
}

// ListReport tells what would be made.
type ListReport struct {
	Problems  Problems           `json:"problems"`
	Later     []Later            `json:"later"`
	Documents []DocumentSummary  `json:"documents"`
	Assigned  []AssignmentReport `json:"assigned"` // with --unit, of the recipients only those asked for
}

// DocumentSummary is one planned document.
type DocumentSummary struct {
	Kind    string   `json:"kind"`
	Title   string   `json:"title"`             // 第七项销号验收表（甲县）
	Name    string   `json:"-"`                 // of the kind
	Dossier string   `json:"dossier,omitempty"` // absent when it is of all dossiers
	Edition string   `json:"edition"`
	Unit    string   `json:"unit,omitempty"` // ID of the recipient; absent when not for one
	Item    string   `json:"item,omitempty"` // ID of the task; absent when not about one
	Files   []string `json:"files"`
}
