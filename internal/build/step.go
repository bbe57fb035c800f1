package build

import (
	"cmp"

	"hongtou/internal/amend"
	"hongtou/internal/dossier"
)

// Step says which way impact and diff look: from one day to a later one.
type Step struct {
	Dossier string // ID; "" = every dossier
	From    string // a day such as 2020-07-30; "" = the edition before that of To
	To      string // a day; "" = Options.AsOf, or the newest notice
}

// span is a step of one dossier: two of its editions.
type span struct {
	edited
	from, to *amend.Edition
	notices  []*dossier.Amendment // in force in to, not yet in from
}

// spans finds the editions that a step means, one span a dossier. A dossier
// that is not issued yet has none.
func (c *content) spans(s Step) ([]span, error) {
	s.To = cmp.Or(s.To, c.asOf)
	if s.To != "" && s.From > s.To {
		return nil, misused("对调两个日期", "--from 的%s晚于--to 的%s", s.From, s.To)
	}
	chosen, err := c.chosen(s.Dossier)
	if err != nil {
		return nil, err
	}
	var out []span
	for _, d := range chosen {
		c.problems.List.Add(d.unissued(s.To)...)
		editions := d.until(s.To)
		if len(editions) == 0 {
			continue
		}
		from, to := editions[max(len(editions)-2, 0)], editions[len(editions)-1]
		if s.From != "" {
			from = d.at(s.From)
		}
		if from == nil {
			issued := d.Notice.Date.ISO()
			return nil, misused("--from 用"+issued+"或以后的日期", "--from 的%s早于案卷“%s”的印发日期%s", s.From, d.ID, issued)
		}
		out = append(out, span{d, from, to, to.Applied[min(len(from.Applied), len(to.Applied)):]})
	}
	return out, nil
}
