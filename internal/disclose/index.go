package disclose

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"hongtou/internal/assign"
	"hongtou/internal/deadline"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
	"hongtou/internal/web"
)

// home is the first page: of every dossier the texts, and whom to ask for
// tasks.
func home(config web.Config, all []*chapter) web.Page {
	p := web.Page{Path: homeLink.Path, Kind: web.Home, Title: homeTitle(config, all), Short: homeLink.Words}
	var names []string
	for _, c := range all {
		p.Keywords = append(p.Keywords, c.keywords()...)
		p.Updated = max(p.Updated, c.now.Date)
		heading := c.name()
		if v := ended(c.issued.Web); v != "" {
			heading += "（已" + v + "）"
		}
		if len(all) == 1 {
			heading = "文件"
			c.end(&p)
			p.Superseded = false // there is nothing newer
		}
		names = append(names, c.name())
		p.Sections = append(p.Sections, web.Section{ID: "dossier-" + c.folder, Heading: heading, Table: c.documentsTable(true), Links: append([]web.Link{{Words: "全部文本和任务", Path: c.index().Path}}, c.lists()...)})
		if len(c.recipients) > 0 {
			s := web.Section{Heading: "按单位查看任务", Links: c.unitLinks()}
			if len(all) > 1 {
				s.Heading = c.name() + "：" + s.Heading
			}
			p.Sections = append(p.Sections, s)
		}
	}
	p.Summary = strings.Join(names, "、")
	return p
}

// homeTitle is the name of the column, or of the only dossier: what the site is
// called stands above it anyway.
func homeTitle(config web.Config, all []*chapter) string {
	title := cmp.Or(config.Column.Name, config.Name)
	if title == "" && len(all) == 1 {
		title = all[0].name()
	}
	if title == "" && len(all) > 0 {
		title = all[0].say("整改方案和任务")
	}
	return cmp.Or(title, "整改方案和任务")
}

// menu leads to the main places; the second result is the list of tasks.
func menu(all []*chapter) ([]web.Link, string) {
	out := []web.Link{homeLink}
	if len(all) == 1 {
		return append(out, all[0].lists()...), all[0].itemsLink().Path
	}
	for _, c := range all {
		out = append(out, c.index())
	}
	return out, homeLink.Path
}

// indexPage is the first page of a dossier.
func (c *chapter) indexPage() web.Page {
	p := web.Page{
		Path: c.index().Path, Kind: web.List, Title: c.name(), Trail: []web.Link{homeLink},
		Source: c.issued.Web.Source.Value, Keywords: c.keywords(), Updated: c.now.Date,
		Summary: summary(c.issued.Notice.Title.Value, c.issued.Notice.DocNumber.Value, c.issued.Notice.Date.Value),
	}
	p.Sections = []web.Section{
		{ID: "documents", Heading: "文本", Table: c.documentsTable(false)},
		{ID: "items", Heading: c.say("整改任务"), Table: c.tasksTable(c.tasks())},
	}
	if len(c.recipients) > 0 {
		p.Sections = append(p.Sections, web.Section{ID: "units", Heading: "按单位查看任务", Links: c.unitLinks()})
	}
	p.Related = c.lists()
	return p
}

// documentsTable lists the texts with what became of them: the newest first of
// each kind, or all of them.
func (c *chapter) documentsTable(inForce bool) *web.Table {
	t := &web.Table{Caption: c.say("印发通知、修改通知和整理本"), Head: []string{"文本", "日期", "状态"}}
	over := ended(c.issued.Web)
	if d := c.latest(); d != nil {
		t.Rows = append(t.Rows, c.documentRow(d, d.Tree.Meta.Title, cmp.Or(over, "现行文本")+"，整理本"))
	}
	proven := ""
	if len(c.touching(ofText)) > 0 {
		proven = dossier.Amended
	}
	t.Rows = append(t.Rows, c.documentRow(c.document(docset.Notice, ""), c.issued.Notice.Title.Value, state(c.issued.Web, proven)))
	for _, d := range c.of(docset.Amendment) {
		proven := ""
		if len(c.overtaken(d.Amendment)) > 0 {
			proven = "部分" + dossier.Amended
		}
		t.Rows = append(t.Rows, c.documentRow(d, d.Amendment.Title.Value, state(d.Amendment.Web, proven)))
	}
	if inForce {
		return dated(t)
	}
	for _, d := range c.of(docset.Comparison) {
		t.Rows = append(t.Rows, c.documentRow(d, c.link(d).Words, "对照表"))
	}
	for _, d := range c.of(docset.Consolidated) {
		if d != c.latest() {
			t.Rows = append(t.Rows, c.documentRow(d, d.Tree.Meta.Title, cmp.Or(over, "已不是现行文本")+"，整理本"))
		}
	}
	return dated(t)
}

// dated tells documents of one title apart by their days: links are read, and
// heard, without what stands beside them.
func dated(t *web.Table) *web.Table {
	count := map[string]int{}
	for _, row := range t.Rows {
		count[row[0].Links[0].Words]++
	}
	for _, row := range t.Rows {
		if l := &row[0].Links[0]; count[l.Words] > 1 {
			l.Words += "（" + row[1].Words + "）"
		}
	}
	return t
}

func (c *chapter) documentRow(d *Document, title, state string) []web.Cell {
	return []web.Cell{{Links: []web.Link{{Words: title, Path: c.address(d)}}}, {Words: spoken(d.Edition)}, {Words: state}}
}

// tasks gives the tasks in printed order.
func (c *chapter) tasks() []*assign.Task {
	var out []*assign.Task
	for i := range c.assignment.Tasks {
		out = append(out, &c.assignment.Tasks[i])
	}
	return out
}

func (c *chapter) tasksTable(tasks []*assign.Task) *web.Table {
	t := &web.Table{Caption: fmt.Sprintf(c.say("整改任务，共%d项"), len(tasks)), Head: []string{"任务", c.say("问题")}}
	kinds := c.has(dossier.Deadline, dossier.Responsible, dossier.Cooperating, dossier.Supervisors)
	for _, k := range kinds {
		t.Head = append(t.Head, c.called(k))
	}
	for _, task := range tasks {
		row := []web.Cell{c.taskCell(task), {Words: c.matter(task)}}
		for _, k := range kinds {
			row = append(row, web.Cell{Words: value(task, k)})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// itemsPage lists the tasks by their deadlines.
func (c *chapter) itemsPage() web.Page {
	p := web.Page{
		Path: c.at("items.html"), Kind: web.List, Title: c.name() + "：" + c.say("整改任务一览"), Short: c.say("整改任务一览"), Trail: c.trail(),
		Source: c.issued.Web.Source.Value, Keywords: c.keywords(), Updated: c.now.Date,
	}
	tasks := c.tasks()
	slices.SortStableFunc(tasks, func(a, b *assign.Task) int { return deadline.Compare(a.Deadline(), b.Deadline()) })
	t := &web.Table{Caption: fmt.Sprintf(c.say("整改任务，按时限先后，共%d项"), len(tasks)), Head: []string{"任务", c.say("整改时限"), c.say("问题")}}
	kinds := c.has(dossier.Goal, dossier.Responsible)
	for _, k := range kinds {
		t.Head = append(t.Head, c.called(k))
	}
	for _, task := range tasks {
		row := []web.Cell{c.taskCell(task), {Words: value(task, dossier.Deadline)}, {Words: c.matter(task)}}
		for _, k := range kinds {
			row = append(row, web.Cell{Words: value(task, k)})
		}
		t.Rows = append(t.Rows, row)
	}
	p.Summary = summary(c.name(), t.Caption)
	p.Sections = append([]web.Section{{Table: t}}, c.deleted()...)
	p.Related = []web.Link{c.unitsLink()}
	return p
}

// deleted lists the items that are no longer part of the plan: their pages stay.
func (c *chapter) deleted() []web.Section {
	var rows [][]web.Cell
	for _, k := range c.items() {
		if !k.item.Deleted {
			continue
		}
		row := []web.Cell{{Links: []web.Link{{Words: k.item.Number, Path: c.itemAddress(k, len(k.at)-1)}}}, {}}
		if a := c.noticeThat(dossier.Delete, k.item.ID); a != nil {
			row[1] = web.Cell{Words: "已由" + c.call(a) + "删去"}
		}
		rows = append(rows, row)
	}
	if len(rows) == 0 {
		return nil
	}
	return []web.Section{{ID: "deleted", Heading: "已删去的项", Table: &web.Table{
		Caption: fmt.Sprintf("已删去的项，共%d项", len(rows)), Head: []string{"项", "状态"}, Rows: rows,
	}}}
}
