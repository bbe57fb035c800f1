package printed

import (
	"strings"

	"hongtou/internal/amend"
	"hongtou/internal/dossier"
)

// quoted prints the paragraphs of the plan that task books quote, each with
// the numbers above it. One that was deleted is not quoted any more.
func quoted(e *amend.Edition) Print {
	var p Print
	body := map[string]dossier.Paragraph{}
	for _, one := range e.Dossier.Plan.Body {
		body[one.ID] = one
	}
	for _, id := range e.Dossier.Handout.Clauses {
		p.history(e, dossier.Address("plan."+id.Value))
		if one, has := body[id.Value]; has && !one.Deleted {
			p.say("clause", id.Value, one.Level, one.Number, one.Head, one.Text.Value)
			p.above(e, id.Value, body)
		}
	}
	return p
}

// above prints the numbers of the headings above a paragraph.
func (p *Print) above(e *amend.Edition, id string, body map[string]dossier.Paragraph) {
	for dot := strings.LastIndexByte(id, '.'); dot > 0; dot = strings.LastIndexByte(id[:dot], '.') {
		heading := body[id[:dot]]
		p.say("under", heading.Number)
		for _, r := range e.History(dossier.Address("plan." + heading.ID)) {
			if r.Verb == dossier.Renumber {
				p.changedBy(r.By.Amendment)
			}
		}
	}
}
