package build

import (
	"hongtou/internal/amend"
	"hongtou/internal/dossier"
	"hongtou/internal/impact"
)

// ShowReport tells what is in force at an address and how it came about.
type ShowReport struct {
	Problems Problems     `json:"problems"`
	Dossier  string       `json:"dossier"`
	Edition  string       `json:"edition"`
	Values   []ShownValue `json:"values"`
}

// ShownValue is one value and its history.
type ShownValue struct {
	Address string   `json:"address"`
	Label   string   `json:"label"`
	Deleted bool     `json:"deleted,omitempty"`
	Text    []string `json:"text"`             // printed paragraphs in force
	Expect  string   `json:"expect,omitempty"` // the hash an amendment may expect
	History []Record `json:"history"`          // oldest first; the first gave the value its first words
	Later   []Record `json:"later"`            // by notices after the day asked for
	Listed  bool     `json:"-"`                // an item or a list whose parts are shown too
}

// Record is one step of a history.
type Record struct {
	Verb    string   `json:"verb"` // issue, replace, insert, delete, restate …
	Source           // who, when, and where the words stand
	Text    []string `json:"text"` // from then on; empty when deleted
	Opinion []string `json:"opinion"`
}

// Show tells about an address such as 06, 06.deadline, 14.2 or plan.5.2; id
// says in which dossier when several know the address.
func Show(o Options, id, address string) (ShowReport, error) {
	c, err := read(o.withDefaults())
	if err != nil {
		return ShowReport{}, err
	}
	out := ShowReport{Problems: c.problems}
	found, err := c.find(id, address)
	if err != nil {
		return out, err
	}
	newest := found.dossier.at("")
	out.Dossier, out.Edition = found.edition.Issued.ID, found.edition.Date
	for _, p := range found.places {
		v := shown(found.edition, newest, p)
		v.Listed = len(found.places) > 1 && (p.Field == dossier.Measures && !p.Measure || string(p.Address) == p.Item)
		out.Values = append(out.Values, v)
	}
	return out, nil
}

func shown(e, newest *amend.Edition, p impact.Place) ShownValue {
	text, history := e.Text(p.Address), e.History(p.Address)
	v := ShownValue{
		Address: string(p.Address), Label: p.Label, Deleted: e.Deleted(p.Address),
		Text: strs(text), History: []Record{}, Later: records(newest.History(p.Address)[len(history):]),
	}
	if found := e.Expected(p.Address); found != "" {
		v.Expect = dossier.ExpectHash(found)
	}
	if first, ok := issued(e, p.Address); ok {
		v.History = append(v.History, first)
	}
	v.History = append(v.History, records(history)...)
	return v
}

// issued is the first record of a value that the plan had when it was issued.
func issued(e *amend.Edition, a dossier.Address) (Record, bool) {
	words := e.Text(a)
	if history := e.History(a); len(history) > 0 {
		words = history[0].Old
	}
	if len(words) == 0 {
		return Record{}, false
	}
	n := e.Issued.Notice
	return Record{
		Verb:   "issue",
		Source: Source{Date: n.Date.ISO(), Dated: n.Date.Value, Number: n.DocNumber.Value, Place: placeOf(words[0].At)},
		Text:   strs(words), Opinion: []string{},
	}, true
}

func records(rs []dossier.Revision) []Record {
	out := []Record{}
	for _, r := range rs {
		verb := string(r.Verb)
		if r.Restated {
			verb = "restate"
		}
		out = append(out, Record{Verb: verb, Source: sourceOf(r.By), Text: strs(r.New), Opinion: strs(r.Opinion)})
	}
	return out
}
