package build

import (
	"slices"
	"strings"

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
	from, to *amend.Edition
	notices  []*dossier.Amendment // in force in to, not yet in from
}

// spans finds the editions that a step means, one span a dossier. A dossier
// that is not issued yet has none.
func (c *content) spans(s Step, asOf string) ([]span, error) {
	if s.To == "" {
		s.To = asOf
	}
	if s.From != "" && s.To != "" && s.From > s.To {
		return nil, misused("对调两个日期", "--from 的%s晚于--to 的%s", s.From, s.To)
	}
	chosen, err := c.chosen(s.Dossier)
	if err != nil {
		return nil, err
	}
	var out []span
	for _, d := range chosen {
		c.problems.List.Add(unissued(d, s.To)...)
		editions, _ := amend.Editions(d) // read has reported what is refused
		until := func(day string) int {
			n := slices.IndexFunc(editions, func(e *amend.Edition) bool { return day != "" && e.Date > day })
			if n < 0 {
				return len(editions)
			}
			return n
		}
		to := until(s.To)
		if to == 0 {
			continue
		}
		from := max(to-1, 1)
		if s.From != "" {
			from = until(s.From)
		}
		if from == 0 {
			issued := d.Notice.Date.ISO()
			return nil, misused("--from 用"+issued+"或以后的日期", "--from 的%s早于案卷“%s”的印发日期%s", s.From, d.ID, issued)
		}
		a, b := editions[from-1], editions[to-1]
		out = append(out, span{a, b, b.Applied[min(len(a.Applied), len(b.Applied)):]})
	}
	return out, nil
}

// chosen gives the dossiers of an ID; all of them for "".
func (c *content) chosen(id string) ([]*dossier.Dossier, error) {
	var all []*dossier.Dossier
	var ids []string
	for i := range c.dossiers {
		if d := &c.dossiers[i]; id == "" || d.ID == id {
			all = append(all, d)
		}
		ids = append(ids, c.dossiers[i].ID)
	}
	if id != "" && len(all) == 0 {
		return nil, misused("可用："+strings.Join(ids, "、"), "没有案卷“%s”", id)
	}
	return all, nil
}
