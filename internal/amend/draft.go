package amend

import (
	"cmp"
	"slices"

	"hongtou/internal/dossier"
)

// draft is the text while notices are applied to it, one after another. What
// a notice touches is copied first, so that earlier states, and the dossier as
// issued, stay as they are.
type draft struct {
	issued  *dossier.Dossier
	now     *dossier.Dossier
	order   []dossier.Address // every value there ever was, in printed order
	known   map[dossier.Address]bool
	history history
	spots   map[string]spot // of items, by ID

	copied  map[string]bool // what the notice at work has copied
	numbers []*numbering    // printed numbers it gave
}

// state is the text at one moment.
type state struct {
	dossier *dossier.Dossier
	order   []dossier.Address
}

// history holds the revisions of every value that ever changed, oldest first.
type history map[dossier.Address][]revision

// revision is a step of a history with the index of its notice.
type revision struct {
	dossier.Revision
	turn int
}

// spot is the place of an item in the annex.
type spot struct{ part, item int }

func newDraft(d *dossier.Dossier) *draft {
	w := &draft{issued: d, now: d, known: map[dossier.Address]bool{}, history: history{}}
	w.begin()
	w.identify()
	walk(w.now, func(a dossier.Address, _ []dossier.Text) {
		if !w.known[a] {
			w.known[a] = true
			w.order = append(w.order, a)
		}
	})
	w.locate()
	return w
}

// identify gives the plan's paragraphs the IDs that a dossier made by hand
// may lack.
func (w *draft) identify() {
	if !slices.ContainsFunc(w.now.Plan.Body, func(p dossier.Paragraph) bool { return p.ID == "" }) {
		return
	}
	dossier.IdentifyParagraphs(w.body())
}

// begin starts a notice: from here on everything is copied anew.
func (w *draft) begin() {
	now := *w.now
	w.now, w.copied = &now, map[string]bool{}
}

func (w *draft) state() state { return state{w.now, w.order} }

// first says whether the notice at work touches something for the first time.
func (w *draft) first(what string) bool {
	if w.copied[what] {
		return false
	}
	w.copied[what] = true
	return true
}

// body gives the plan's paragraphs for writing.
func (w *draft) body() []dossier.Paragraph {
	if w.first("plan") {
		w.now.Plan.Body = slices.Clone(w.now.Plan.Body)
	}
	return w.now.Plan.Body
}

// part gives a part of the annex for writing.
func (w *draft) part(n int) *dossier.Part {
	if w.first("annex") {
		w.now.Annex.Parts = slices.Clone(w.now.Annex.Parts)
	}
	p := &w.now.Annex.Parts[n]
	if w.first(string(partAddress(n))) {
		p.Items = slices.Clone(p.Items)
	}
	return p
}

// locate notes where the items are; of duplicates the first counts.
func (w *draft) locate() {
	w.spots = map[string]spot{}
	for p := range w.now.Annex.Parts {
		for i, item := range w.now.Annex.Parts[p].Items {
			if _, twice := w.spots[item.ID]; !twice {
				w.spots[item.ID] = spot{p, i}
			}
		}
	}
}

// item gives an item for reading, or nil.
func (w *draft) item(id string) *dossier.Item {
	at, ok := w.spots[id]
	if !ok {
		return nil
	}
	return &w.now.Annex.Parts[at.part].Items[at.item]
}

// itemIDs lists the items in force.
func (w *draft) itemIDs() []string {
	var out []string
	for _, i := range w.now.Annex.Items() {
		if !i.Deleted {
			out = append(out, i.ID)
		}
	}
	return out
}

// edit gives an item for writing, its aspects, fields and measures included.
func (w *draft) edit(id string) *dossier.Item {
	at := w.spots[id]
	i := &w.part(at.part).Items[at.item]
	if w.first("item " + id) {
		i.Aspects = slices.Clone(i.Aspects)
		for a := range i.Aspects {
			fields := slices.Clone(i.Aspects[a].Fields)
			for f := range fields {
				fields[f].Measures = slices.Clone(fields[f].Measures)
			}
			i.Aspects[a].Fields = fields
		}
	}
	return i
}

// place puts new addresses after those that are, or lie below, another one; at
// the front when there is none.
func (w *draft) place(after dossier.Address, list ...dossier.Address) {
	at := len(w.order)
	for at > 0 && !within(w.order[at-1], after) {
		at--
	}
	w.insertAt(at, list)
}

// placeNext puts new addresses directly after another one.
func (w *draft) placeNext(after dossier.Address, list ...dossier.Address) {
	w.insertAt(slices.Index(w.order, after)+1, list)
}

// insertAt leaves out what has a place already. States share the list: it is
// never written into.
func (w *draft) insertAt(at int, list []dossier.Address) {
	var fresh []dossier.Address
	for _, a := range list {
		if !w.known[a] {
			w.known[a] = true
			fresh = append(fresh, a)
		}
	}
	w.order = slices.Insert(slices.Clip(w.order), at, fresh...)
}

// before orders notices: by date, then by serial number.
func before(a, b *dossier.Amendment) int {
	return cmp.Or(cmp.Compare(dayOf(a), dayOf(b)), cmp.Compare(a.Serial, b.Serial))
}

// dayOf is the date of a notice, 2020-11-25. Where the printed date cannot be
// read, which load reports, it is that of the file's name.
func dayOf(a *dossier.Amendment) string {
	const form = "2006-01-02"
	if a.Date.Year != 0 || len(a.ID) < len(form) {
		return a.Date.ISO()
	}
	name := a.ID[:len(form)]
	for i, c := range []byte(name) {
		if digit := c >= '0' && c <= '9'; digit == (form[i] == '-') {
			return ""
		}
	}
	return name
}
