package build

import (
	"slices"
	"strings"

	"hongtou/internal/amend"
	"hongtou/internal/dossier"
)

// edited is a dossier, as issued, with all its editions, oldest first.
type edited struct {
	*dossier.Dossier
	editions  []*amend.Edition
	boundless bool // reaches units beyond all measure, which check reports: nothing is planned for it
}

// until gives the editions up to a day such as 2020-08-01; "" means all. There
// are none before the plan was issued.
func (d edited) until(day string) []*amend.Edition {
	later := slices.IndexFunc(d.editions, func(e *amend.Edition) bool { return day != "" && e.Date > day })
	if later < 0 {
		return d.editions
	}
	return d.editions[:later]
}

// at gives the edition in force on a day, or nil.
func (d edited) at(day string) *amend.Edition {
	if editions := d.until(day); len(editions) > 0 {
		return editions[len(editions)-1]
	}
	return nil
}

// later tells which notices do not count yet.
func (c *content) later() []Later {
	out := []Later{}
	for _, d := range c.dossiers {
		if d.at(c.asOf) == nil {
			continue // nothing counts yet: content.plan says so
		}
		l := Later{Dossier: d.ID, AsOf: c.asOf}
		for _, a := range d.Amendments {
			if c.asOf != "" && a.Date.ISO() > c.asOf {
				l.Notices = append(l.Notices, a.ID)
			}
		}
		if len(l.Notices) > 0 {
			out = append(out, l)
		}
	}
	return out
}

// chosen gives the dossiers of an ID; all of them for "".
func (c *content) chosen(id string) ([]edited, error) {
	var out []edited
	var ids []string
	for _, d := range c.dossiers {
		if id == "" || d.ID == id {
			out = append(out, d)
		}
		ids = append(ids, d.ID)
	}
	if id != "" && len(out) == 0 {
		return nil, misused("可用："+strings.Join(ids, "、"), "没有案卷“%s”", id)
	}
	return out, nil
}
