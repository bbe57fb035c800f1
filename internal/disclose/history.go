package disclose

import (
	"fmt"
	"slices"
	"strings"

	"hongtou/internal/amend"
	"hongtou/internal/dossier"
	"hongtou/internal/web"
)

// step is a value that a notice changed.
type step struct {
	address dossier.Address
	notice  string // ID
}

// stepsOf gives all that notices in force changed, in printed order;
// restatements change nothing.
func stepsOf(e *amend.Edition) []step {
	var out []step
	for _, a := range e.Addresses() {
		for _, r := range e.History(a) {
			if !r.Restated {
				out = append(out, step{a, r.By.Amendment})
			}
		}
	}
	return out
}

// touching gives the notices in force that changed a value of some kind,
// oldest first.
func (c *chapter) touching(in func(dossier.Address) bool) []*dossier.Amendment {
	by := map[string]bool{}
	for _, s := range c.steps {
		if in(s.address) {
			by[s.notice] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(c.now.Applied), func(n *dossier.Amendment) bool { return !by[n.ID] })
}

// ofItem says whether an address is an item's or that of something in it.
func ofItem(id string) func(dossier.Address) bool {
	return func(a dossier.Address) bool { return string(a) == id || strings.HasPrefix(string(a), id+".") }
}

// ofText says whether an address is printed in plan or annex.
func ofText(a dossier.Address) bool {
	return !strings.HasPrefix(string(a), "unit.") && !strings.HasPrefix(string(a), "person.")
}

// noticeThat gives the notice that did something to an item as a whole, or nil.
func (c *chapter) noticeThat(did dossier.Verb, item string) *dossier.Amendment {
	for _, r := range c.now.History(dossier.Address(item)) {
		if r.Verb == did {
			return c.amendment(r.By.Amendment)
		}
	}
	return nil
}

// amendment finds a notice in force by its ID.
func (c *chapter) amendment(id string) *dossier.Amendment {
	i := slices.IndexFunc(c.now.Applied, func(a *dossier.Amendment) bool { return a.ID == id })
	if i < 0 {
		return nil
	}
	return c.now.Applied[i]
}

// mark says what became of a task: its own values, and those of its item that
// belong to no other task.
func (c *chapter) mark(item, task string) string {
	if c.noticeThat(dossier.Insert, item) != nil {
		return "新增"
	}
	own := func(a dossier.Address) bool {
		if task == item {
			return ofItem(item)(a)
		}
		s := string(a)
		return strings.HasPrefix(s, task+".") || s == item || s == item+".problem" || s == item+".remarks"
	}
	if len(c.touching(own)) > 0 {
		return dossier.Amended
	}
	return ""
}

// overtaken gives the notices that changed again what a notice had changed.
func (c *chapter) overtaken(n *dossier.Amendment) []*dossier.Amendment {
	own := map[dossier.Address]bool{}
	for _, s := range c.steps {
		own[s.address] = own[s.address] || s.notice == n.ID
	}
	return slices.DeleteFunc(c.touching(func(a dossier.Address) bool { return own[a] }), func(other *dossier.Amendment) bool {
		return slices.Index(c.now.Applied, other) <= slices.Index(c.now.Applied, n)
	})
}

// call names an amending notice in a line: 2021年6月1日修改通知（甲政发〔2021〕8号）.
func (c *chapter) call(a *dossier.Amendment) string {
	words := func(a *dossier.Amendment) string {
		matter := a.Title.Matter().Value
		if matter == "" {
			matter = "修改"
		}
		out := a.Date.Value + matter + "通知"
		if v := a.DocNumber.Value; v != "" {
			out += "（" + v + "）"
		}
		return out
	}
	own := words(a)
	for _, other := range c.now.Applied {
		if other != a && words(other) == own {
			return own + fmt.Sprintf("之%d", a.Serial)
		}
	}
	return own
}

func (c *chapter) calls(list []*dossier.Amendment) string {
	var out []string
	for _, a := range list {
		out = append(out, c.call(a))
	}
	return strings.Join(out, "、")
}

func (c *chapter) amendmentLink(a *dossier.Amendment) web.Link {
	return web.Link{Words: c.call(a), Path: c.at("amendment-" + a.ID + ".html")}
}

func (c *chapter) amendmentLinks(list []*dossier.Amendment) []web.Link {
	var out []web.Link
	for _, a := range list {
		out = append(out, c.amendmentLink(a))
	}
	return out
}

// newest is the day of the last of some notices; "" for none.
func newest(list []*dossier.Amendment) string {
	day := ""
	for _, a := range list {
		day = max(day, a.Date.ISO())
	}
	return day
}

// until gives the notices up to a day.
func until(list []*dossier.Amendment, day string) []*dossier.Amendment {
	return slices.DeleteFunc(slices.Clone(list), func(a *dossier.Amendment) bool { return a.Date.ISO() > day })
}

// after gives the notices after a day.
func after(list []*dossier.Amendment, day string) []*dossier.Amendment {
	return slices.DeleteFunc(slices.Clone(list), func(a *dossier.Amendment) bool { return a.Date.ISO() <= day })
}

// spoken writes a day of the data as people do: 2021年6月1日.
func spoken(day string) string {
	var y, m, d int
	if _, err := fmt.Sscanf(day, "%d-%d-%d", &y, &m, &d); err != nil {
		return day
	}
	return fmt.Sprintf("%d年%d月%d日", y, m, d)
}
