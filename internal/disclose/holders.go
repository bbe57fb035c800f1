package disclose

import (
	"slices"

	"hongtou/internal/assign"
	"hongtou/internal/dossier"
	"hongtou/internal/web"
)

// holders tells who has which part in the tasks of an item: units that receive
// documents with the page of their tasks, others and open wordings by name.
func (c *chapter) holders(item dossier.Item) []web.Section {
	var out []web.Section
	for _, a := range item.Aspects {
		t := c.task(a.ID)
		if t == nil {
			continue
		}
		table := &web.Table{Caption: t.Label + "的" + c.partsCalled(), Head: []string{"职责", "单位"}}
		for _, f := range a.Fields {
			if !slices.Contains(roles, f.Kind) {
				continue
			}
			cell := web.Cell{}
			for _, h := range c.named(t, f.Kind) {
				cell.Links = append(cell.Links, web.Link{Words: h.Unit, Path: h.Page})
			}
			if len(cell.Links) > 0 {
				table.Rows = append(table.Rows, []web.Cell{{Words: f.Label.Value}, cell})
			}
		}
		if len(table.Rows) > 0 {
			out = append(out, web.Section{Heading: c.partsCalled() + a.Number, Table: table})
		}
	}
	return out
}

func (c *chapter) task(id string) *assign.Task {
	i := slices.IndexFunc(c.assignment.Tasks, func(t assign.Task) bool { return t.ID == id })
	if i < 0 {
		return nil
	}
	return &c.assignment.Tasks[i]
}

// named gives whom a field of a task reaches, in printed order, each once.
func (c *chapter) named(t *assign.Task, kind dossier.FieldKind) []web.Holder {
	var out []web.Holder
	role := c.roleWord(kind)
	add := func(h web.Holder) {
		if h.Role = role; !slices.Contains(out, h) {
			out = append(out, h)
		}
	}
	for _, d := range t.Duties {
		if d.Field == kind {
			add(web.Holder{Unit: d.Unit.Name.Value, Page: c.unitOf(d.Unit)})
		}
	}
	for _, d := range t.Withheld {
		if d.Field == kind {
			add(web.Holder{Unit: d.Unit.Name.Value})
		}
	}
	for _, p := range t.Open {
		if p.Field == kind {
			add(web.Holder{Unit: p.Words})
		}
	}
	return out
}
