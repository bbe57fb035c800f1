package disclose

import (
	"fmt"
	"slices"
	"strings"

	"hongtou/internal/assign"
	"hongtou/internal/deadline"
	"hongtou/internal/dossier"
	"hongtou/internal/web"
)

// taskPage is where a task stands in full.
func (c *chapter) taskPage(t *assign.Task) string { return c.at("item-" + t.Item.ID + ".html") }

func (c *chapter) taskCell(t *assign.Task) web.Cell {
	return web.Cell{Links: []web.Link{{Words: t.Label, Path: c.taskPage(t)}}, Mark: c.mark(t.Item.ID, t.ID)}
}

// title is the short title of a task with its number.
func (c *chapter) title(t *assign.Task) string {
	if m := c.matter(t); m != "" {
		return t.Label + "　" + m
	}
	return t.Label
}

// matter is the short title of a task without its number: of an aspect its own,
// or else the item's.
func (c *chapter) matter(t *assign.Task) string {
	e := c.printed(len(c.Editions)-1, t.Item.ID)
	if own := strings.TrimPrefix(e.parts[t.ID], t.Aspect.Number); own != "" && t.ID != t.Item.ID {
		return own
	}
	return strings.TrimLeft(strings.TrimPrefix(e.title, t.Item.Number), "，、")
}

// value is a field's words as printed, "" when the task does not have it.
func value(t *assign.Task, kind dossier.FieldKind) string {
	if f := t.Aspect.Field(kind); f != nil {
		return f.Value.Value
	}
	return ""
}

// openData gives the tasks in force: none of a plan that has ended.
func (c *chapter) openData() []web.Task {
	if ended(c.issued.Web) != "" {
		return nil
	}
	var out []web.Task
	for i := range c.assignment.Tasks {
		t := &c.assignment.Tasks[i]
		one := web.Task{
			Dossier: c.folder, PlanWord: c.issued.Words["整改方案"], Plan: c.issued.Plan.Title.Value, Item: t.ID, Label: t.Label, Title: c.matter(t), Page: c.taskPage(t),
			Problem: dossier.Lines(append(append([]dossier.Text{}, t.Item.Problem...), t.Aspect.Problem...)),
			Goal:    value(t, dossier.Goal), Deadline: value(t, dossier.Deadline), Due: due(t.Deadline()),
			Units:   slices.Concat(c.named(t, dossier.Responsible), c.named(t, dossier.Supervisors), c.named(t, dossier.Cooperating)),
			Edition: c.now.Date, Changed: c.mark(t.Item.ID, t.ID) != "",
		}
		if f := t.Aspect.Field(dossier.Measures); f != nil {
			for _, m := range f.Paragraphs() {
				one.Measures = append(one.Measures, m.Value)
			}
		}
		out = append(out, one)
	}
	return out
}

// due is the earliest dated stage of a deadline.
func due(d deadline.Deadline) string {
	day, ok := d.First()
	if !ok {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", day.Year, day.Month, day.Day)
}
