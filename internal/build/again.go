package build

import (
	"slices"
	"strings"

	"hongtou/internal/amend"
	"hongtou/internal/dossier"
	"hongtou/internal/impact"
)

// Again builds time after time in one process, and knows what the content said
// the last time it had no errors. The zero value has not built yet.
type Again struct{ last *content }

// Edits are the changes of the content from one build to the next.
type Edits struct {
	Files  []string `json:"files"` // of the content, whose text is new, another or gone
	Values []Edit   `json:"values"`
}

// Edit is one printed value that is another than before.
type Edit struct {
	Dossier string   `json:"dossier"`
	Label   string   `json:"label"` // 第六项整改时限
	Old     []string `json:"old"`   // printed paragraphs; empty for a new value
	New     []string `json:"new"`
}

// Build builds, and says what has changed in the content since the last time;
// nothing the first time, and nothing while the content has errors.
func (a *Again) Build(o Options, p Progress) (Report, Edits, error) {
	var now *content
	report, err := build(o.withDefaults(), p, func(c *content) { now = c })
	var edits Edits
	if err != nil || now == nil || now.problems.List.HasErrors() {
		return report, edits, err
	}
	if a.last != nil {
		edits = editsOf(a.last, now)
	}
	a.last = now
	return report, edits, err
}

func editsOf(before, after *content) Edits {
	var out Edits
	was, is := before.problems.files, after.problems.files
	for _, path := range union(was.Paths(), is.Paths()) {
		if a, b := was.File(path), is.File(path); a == nil || b == nil || a.Text != b.Text {
			out.Files = append(out.Files, is.Name(path))
		}
	}
	for _, d := range after.dossiers {
		for _, old := range before.dossiers {
			if from, to := old.at(before.asOf), d.at(after.asOf); d.ID == old.ID && from != nil && to != nil {
				out.Values = append(out.Values, valueEdits(d.ID, from, to)...)
			}
		}
	}
	return out
}

// valueEdits compares two readings of one edition. Of values that hold others
// only those inside are named.
func valueEdits(id string, from, to *amend.Edition) []Edit {
	before, after := impact.Places(from.Dossier), impact.Places(to.Dossier)
	var changed []dossier.Address
	for _, a := range union(from.Addresses(), to.Addresses()) {
		if !slices.Equal(strs(from.Text(a)), strs(to.Text(a))) {
			changed = append(changed, a)
		}
	}
	var out []Edit
	for _, a := range changed {
		if slices.ContainsFunc(changed, func(b dossier.Address) bool { return strings.HasPrefix(string(b), string(a)+".") }) {
			continue
		}
		place, known := after[a]
		if !known {
			place = before[a]
		}
		label := place.Label
		if label == "" {
			label = string(a)
		}
		out = append(out, Edit{Dossier: id, Label: label, Old: strs(from.Text(a)), New: strs(to.Text(a))})
	}
	return out
}

// union gives what is in either list, each once, in order.
func union[T comparable](a, b []T) []T {
	seen := map[T]bool{}
	var out []T
	for _, x := range slices.Concat(b, a) {
		if !seen[x] {
			seen[x] = true
			out = append(out, x)
		}
	}
	return out
}
