package docset

import (
	"hongtou/internal/amend"
	"hongtou/internal/impact"
	"hongtou/internal/printed"
)

// planner plans the documents of one dossier. It keeps what several kinds ask
// for, so that it is worked out once.
type planner struct {
	editions []*amend.Edition
	steps    []impact.Impact    // from editions[i] to editions[i+1]
	stages   [][]Document       // what recipients have as of editions[i]
	now      map[Kind][]planned // what is handed out as of the newest
	done     []Document         // planned so far
}

func newPlanner(editions []*amend.Edition) *planner {
	p := &planner{editions: editions, steps: make([]impact.Impact, len(editions)-1)}
	var before *printed.Edition
	var known map[key]handed
	for i, e := range editions {
		read := printed.Of(e)
		if i > 0 {
			p.steps[i-1] = impact.Between(before, read)
		}
		h := handing{planner: p, at: i, was: known, is: map[key]handed{}, planned: map[Kind][]planned{}}
		h.out(read)
		p.stages, p.now, known, before = append(p.stages, h.documents), h.planned, h.is, read
	}
	return p
}

// handedOut plans what is handed out now.
func handedOut(k Kind) func(*planner) []planned {
	return func(p *planner) []planned { return p.now[k] }
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
