package docset

import (
	"slices"

	"hongtou/internal/amend"
	"hongtou/internal/assign"
	"hongtou/internal/dossier"
	"hongtou/internal/impact"
)

// planner plans the documents of one dossier. It keeps what several kinds ask
// for, so that it is worked out once.
type planner struct {
	editions []*amend.Edition
	steps    []impact.Impact            // from editions[i] to editions[i+1]
	holders  map[*amend.Edition]holders // by edition
	done     []Document                 // planned so far
}

// holders are the recipients of one edition.
type holders []assign.Recipient

func newPlanner(editions []*amend.Edition) *planner {
	p := &planner{editions: editions, holders: map[*amend.Edition]holders{}}
	for i := range editions[1:] {
		p.steps = append(p.steps, impact.Compare(editions[i], editions[i+1]))
	}
	return p
}

// upTo plans the same dossier before the editions after the n-th came.
func (p *planner) upTo(n int) *planner {
	return &planner{editions: p.editions[:n+1], steps: p.steps[:n], holders: p.holders}
}

func (p *planner) last() *amend.Edition { return p.editions[len(p.editions)-1] }

func (p *planner) recipients(e *amend.Edition) holders {
	if _, known := p.holders[e]; !known {
		p.holders[e] = assign.Of(e).Recipients()
	}
	return p.holders[e]
}

// of gives the recipient of a unit, or nil.
func (hs holders) of(unit string) *assign.Recipient {
	i := slices.IndexFunc(hs, func(r assign.Recipient) bool { return r.Unit.ID == unit })
	if i < 0 {
		return nil
	}
	return &hs[i]
}

// newest plans a document from the newest edition whose step changed what it
// prints, or from the first one.
func (p *planner) newest(changes func(impact.Impact) bool) planned {
	for i, step := range slices.Backward(p.steps) {
		if changes(step) {
			return planned{text: p.editions[i+1], before: p.editions[i], changes: &p.steps[i], edition: p.editions[i+1].Date, serial: 1}
		}
	}
	return planned{text: p.editions[0], edition: issued(p.editions), serial: 1}
}

// kind gives the documents of a kind that are planned already.
func (p *planner) kind(k Kind) []Document {
	return slices.DeleteFunc(slices.Clone(p.done), func(d Document) bool { return d.Kind != k })
}

// quoted says whether a step changed a paragraph of the plan that task books
// quote.
func (p *planner) quoted(step impact.Impact) bool {
	return slices.ContainsFunc(step.Changed, func(v impact.Value) bool {
		return slices.ContainsFunc(p.last().Dossier.Handout.Clauses, func(id dossier.Text) bool {
			return string(v.Address) == "plan."+id.Value
		})
	})
}
