package build

import (
	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/impact"
)

// Place is a place in the content: messages and reports name it the same way.
type Place struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

// Source is a notice that gave a value its words, and where they stand.
type Source struct {
	Notice string `json:"notice,omitempty"` // ID of the amending notice; absent for the plan as issued
	Date   string `json:"date"`             // 2020-11-25
	Dated  string `json:"dated"`            // as printed: 2020年11月25日
	Number string `json:"number,omitempty"` // 发文字号, absent when unknown
	Place
}

// ChangeReport is one value that notices touched.
type ChangeReport struct {
	Address string   `json:"address"`
	Label   string   `json:"label"` // 第六项整改时限
	Item    string   `json:"item,omitempty"`
	Aspect  string   `json:"aspect,omitempty"`
	Field   string   `json:"field,omitempty"`
	Verb    string   `json:"verb"` // replace, insert, delete, restate …
	Old     []string `json:"old"`  // printed paragraphs; empty for an insertion
	New     []string `json:"new"`  // empty for a deletion
	Opinion []string `json:"opinion"`
	By      []Source `json:"by"` // oldest first
}

func changeReport(v impact.Value) ChangeReport {
	out := ChangeReport{
		Address: string(v.Address), Label: v.Label, Item: v.Item, Aspect: v.Aspect, Field: string(v.Field),
		Verb: verbOf(v), Old: strs(v.Old), New: strs(v.New), Opinion: []string{},
	}
	for _, r := range v.Steps {
		out.Opinion = append(out.Opinion, strs(r.Opinion)...)
		out.By = append(out.By, sourceOf(r.By))
	}
	return out
}

func changeReports(vs []impact.Value) []ChangeReport {
	out := []ChangeReport{}
	for _, v := range vs {
		out = append(out, changeReport(v))
	}
	return out
}

// verbOf says what several steps do together.
func verbOf(v impact.Value) string {
	switch {
	case v.Steps[len(v.Steps)-1].Restated && len(v.Steps) == 1:
		return "restate"
	case len(v.Old) == 0:
		return string(dossier.Insert)
	case len(v.New) == 0:
		return string(dossier.Delete)
	}
	return string(v.Steps[len(v.Steps)-1].Verb)
}

func sourceOf(p dossier.Provenance) Source {
	return Source{
		Notice: p.Amendment, Date: p.Date.ISO(), Dated: p.Date.Value, Number: p.Number.Value,
		Place: placeOf(p.At),
	}
}

func noticeSource(a *dossier.Amendment) Source {
	at := a.Title.At
	return Source{Notice: a.ID, Date: a.Date.ISO(), Dated: a.Date.Value, Number: a.DocNumber.Value, Place: placeOf(at)}
}

func noticeSources(notices []*dossier.Amendment) []Source {
	out := []Source{}
	for _, a := range notices {
		out = append(out, noticeSource(a))
	}
	return out
}

func placeOf(p diag.Position) Place { return Place{p.File, p.Line, p.Column} }

// strs gives the words of printed paragraphs.
func strs(ts []dossier.Text) []string {
	out := []string{}
	for _, t := range ts {
		out = append(out, t.Value)
	}
	return out
}
