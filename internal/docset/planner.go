package docset

import (
	"slices"

	"hongtou/internal/amend"
	"hongtou/internal/impact"
	"hongtou/internal/printed"
)

// planner plans the documents of one dossier. It keeps what several kinds ask
// for, so that it is worked out once.
type planner struct {
	editions []*amend.Edition
	specs    map[Kind]Spec
	steps    []impact.Impact // from editions[i] to editions[i+1]
	stages   [][]Document    // what recipients have as of editions[i]
	now      *handing        // as of the newest
	done     []Document      // planned so far
}

func newPlanner(editions []*amend.Edition) *planner {
	p := &planner{editions: editions, steps: make([]impact.Impact, len(editions)-1), specs: map[Kind]Spec{}}
	for _, k := range Kinds() {
		p.specs[k.Kind] = k
	}
	return p
}

// handOut works out what is handed out as of every edition.
func (p *planner) handOut() {
	var before *printed.Edition
	var known handing
	for i, e := range p.editions {
		read := printed.Of(e)
		if i > 0 {
			p.steps[i-1] = impact.Between(before, read)
		}
		h := handing{planner: p, at: i, was: known.is, old: known.made, is: map[key]handed{}, made: map[Kind][]Document{}, undated: map[Kind][]planned{}}
		h.out(read)
		p.stages, p.now, known, before = append(p.stages, h.documents), &h, h, read
	}
}

// room makes room in the plan for the documents of recipients and for all that
// follow them, the website as well, so that the list never moves: there are
// thousands, and parts of it are the Parts of others.
func (p *planner) room(documents, books int) []Document {
	p.done = slices.Grow(p.done, documents+len(p.editions)+2+shares(books)+books+1)
	from := len(p.done)
	p.done = p.done[:from+documents]
	return p.done[from:from:len(p.done)]
}

// planReissues plans, for every day on which notices came into force, the list
// of who gets which documents anew. Where nobody ever gets any, and nobody
// could, there is nothing to list.
func planReissues(p *planner) []planned {
	var out []planned
	for i := range p.steps {
		e := p.editions[i+1]
		one := planned{version: version{text: e, before: p.editions[i], changes: &p.steps[i], edition: e.Date, serial: 1}, naming: withEdition}
		one.parts, one.former = p.stages[i+1], p.stages[i]
		if len(one.parts)+len(one.former)+len(one.changes.Open) > 0 {
			out = append(out, one)
		}
	}
	return out
}
