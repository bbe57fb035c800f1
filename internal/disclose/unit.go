package disclose

import (
	"fmt"
	"slices"
	"strings"

	"hongtou/internal/assign"
	"hongtou/internal/dossier"
	"hongtou/internal/web"
)

// unitOf is where the tasks of a unit stand: on the page of the recipient in
// whose book they are; "" when it receives none.
func (c *chapter) unitOf(u *dossier.Unit) string {
	for _, r := range c.recipients {
		for _, member := range r.Units {
			if member == u {
				return c.unitAddress(r)
			}
		}
	}
	return ""
}

func (c *chapter) unitAddress(r assign.Recipient) string { return c.at("unit-" + r.Unit.ID + ".html") }

// unitPage shows the tasks of a recipient, those it answers for apart from those
// it supervises.
func (c *chapter) unitPage(r assign.Recipient) web.Page {
	name := r.Unit.Name.Value
	p := web.Page{
		Path: c.unitAddress(r), Kind: web.Article, Title: name + c.say("的整改任务"), Short: name, Trail: c.trail(c.unitsLink()),
		Source: c.issued.Web.Source.Value, Keywords: append(c.keywords(), name),
		Summary: name + c.tally(r),
	}
	notes := c.concerning(r)
	p.Published, p.Updated = c.basis(notes).Published.Value, max(c.issued.Notice.Date.ISO(), newest(notes))
	p.Disclosure = c.compiledItem("", notes)
	if len(r.Units) > 1 || len(r.Units) == 1 && r.Units[0] != r.Unit {
		words := ""
		for i, u := range r.Units {
			if i > 0 {
				words += "、"
			}
			words += u.Name.Value
		}
		p.Disclosure = append(p.Disclosure, web.Entry{Label: "包括", Value: words})
	}
	p.Sections = append(p.Sections, c.shares("responsible", c.say("负责的任务"), r.Responsible)...)
	p.Sections = append(p.Sections, c.shares("supervised", c.say("督导的任务"), r.Supervised)...)
	p.Sections = append(p.Sections, c.shares("assisted", c.say("配合的任务"), r.Assisted)...)
	p.Sections = append(p.Sections, c.inShort(r)...)
	p.Related = append(c.lists(), append(c.currentText(), c.noticeLink())...)
	if len(c.openPart()) > 0 {
		p.Related = append([]web.Link{{Words: "没有列出具体单位的任务", Path: c.unitsLink().Path + "#" + openPlace}}, p.Related...)
	}
	return p
}

// concerning gives the notices that changed a task which a recipient had before
// them or after them, or the name of one of its units, oldest first.
func (c *chapter) concerning(r assign.Recipient) []*dossier.Amendment {
	by := map[string]bool{}
	for i, e := range c.Editions {
		had := map[string]bool{}
		for _, n := range []int{max(i-1, 0), i} {
			for _, other := range c.everyone[n] {
				if other.Unit.ID == r.Unit.ID {
					had = itemsOf(other, had)
				}
			}
		}
		for _, u := range r.Units {
			had["unit."+u.ID] = true
		}
		for _, s := range c.steps {
			item, _, _ := strings.Cut(string(s.address), ".")
			if a := c.amendment(s.notice); a != nil && a.Date.ISO() == e.Date && (had[item] || had[string(s.address)]) {
				by[a.ID] = true
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(c.now.Applied), func(a *dossier.Amendment) bool { return !by[a.ID] })
}

// itemsOf adds the items of a recipient's tasks to a set.
func itemsOf(r assign.Recipient, set map[string]bool) map[string]bool {
	for _, s := range r.All() {
		set[s.Task.Item.ID] = true
	}
	return set
}

// shares is the table of the tasks that a unit has in one role.
func (c *chapter) shares(id, heading string, list []assign.Share) []web.Section {
	if len(list) == 0 {
		return nil
	}
	t := &web.Table{Caption: fmt.Sprintf("%s，共%d项", heading, len(list)), Head: []string{"任务", c.say("问题"), c.say("整改时限")}}
	for _, s := range list {
		t.Rows = append(t.Rows, []web.Cell{c.taskCell(s.Task), {Words: c.matter(s.Task)}, {Words: value(s.Task, dossier.Deadline)}})
	}
	return []web.Section{{ID: id, Heading: fmt.Sprintf("%s（%d项）", heading, len(list)), Table: t}}
}

// inShort gives goal and deadline of every task of a unit, each once; the rest
// is on the page of its item.
func (c *chapter) inShort(r assign.Recipient) []web.Section {
	var out []web.Section
	seen := map[string]bool{}
	for _, s := range r.All() {
		t := s.Task
		if seen[t.ID] {
			continue
		}
		seen[t.ID] = true
		e := c.printed(len(c.Editions)-1, t.Item.ID)
		section := web.Section{Heading: c.title(t), Links: []web.Link{{Words: t.Label + c.say("全文和整改措施"), Path: c.taskPage(t)}}}
		section.Blocks = append(e.field(t.ID, dossier.Goal), e.field(t.ID, dossier.Deadline)...)
		out = append(out, section)
	}
	return out
}

// unitsPage lists the recipients.
func (c *chapter) unitsPage() web.Page {
	p := web.Page{
		Path: c.at("units.html"), Kind: web.List, Title: c.name() + "：各单位的任务", Short: "按单位查看", Trail: c.trail(),
		Source: c.issued.Web.Source.Value, Keywords: c.keywords(), Updated: c.now.Date,
	}
	t := &web.Table{Caption: fmt.Sprintf("%s%s的单位，共%d个", c.anyRole(), c.say("整改任务"), len(c.recipients)), Head: []string{"单位"}}
	for _, k := range c.roles() {
		t.Head = append(t.Head, c.does(k))
	}
	for _, r := range c.recipients {
		row := []web.Cell{{Links: []web.Link{{Words: r.Unit.Name.Value, Path: c.unitAddress(r)}}}}
		for _, k := range c.roles() {
			row = append(row, web.Cell{Words: count(len(sharesOf(r, k)))})
		}
		t.Rows = append(t.Rows, row)
	}
	p.Summary = summary(c.name(), t.Caption)
	p.Sections = []web.Section{{Table: t}}
	p.Sections = append(p.Sections, c.openPart()...)
	p.Related = []web.Link{c.itemsLink()}
	return p
}

func count(n int) string {
	if n == 0 {
		return "—"
	}
	return fmt.Sprintf("%d项", n)
}

// openPlace is the anchor of openPart.
const openPlace = "open"

// openPart lists the wordings whose members the documents do not list: nobody's
// page shows those tasks.
func (c *chapter) openPart() []web.Section {
	t := &web.Table{Caption: "文件没有列出具体单位的任务", Head: []string{"任务", "字段", "文件的表述"}}
	for i := range c.assignment.Tasks {
		task := &c.assignment.Tasks[i]
		for _, o := range task.Open {
			t.Rows = append(t.Rows, []web.Cell{c.taskCell(task), {Words: o.Label}, {Words: o.Words}})
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []web.Section{{ID: openPlace, Heading: "没有列出具体单位的任务", Table: t}}
}

// unitLinks leads to all recipients.
func (c *chapter) unitLinks() []web.Link {
	var out []web.Link
	for _, r := range c.recipients {
		out = append(out, web.Link{Words: r.Unit.Name.Value, Path: c.unitAddress(r)})
	}
	return out
}
