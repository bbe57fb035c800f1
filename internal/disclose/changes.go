package disclose

import (
	"slices"
	"strings"

	"hongtou/internal/doc"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
	"hongtou/internal/web"
)

// changes shows what each notice changed in an item: the rows of its comparison.
func (c *chapter) changes(item dossier.Item, notes []*dossier.Amendment) []web.Section {
	var out []web.Section
	for _, a := range notes {
		for _, d := range c.of(docset.Comparison) {
			if d.Amendment.ID != a.ID {
				continue
			}
			if table, ok := rowsOf(d.Tree, item.ID); ok {
				out = append(out, web.Section{Heading: c.call(a) + "的修改", Blocks: []doc.Block{table}, Links: []web.Link{c.amendmentLink(a), c.link(d)}})
			}
		}
	}
	return out
}

// rowsOf cuts the rows of an item out of the tables of a comparison.
func rowsOf(d *doc.Document, item string) (doc.Table, bool) {
	for _, b := range d.Blocks {
		t, ok := b.(doc.Table)
		if !ok {
			continue
		}
		t.Rows = slices.DeleteFunc(slices.Clone(t.Rows), func(r doc.Row) bool {
			return !slices.ContainsFunc(r.Cells, func(cell doc.Cell) bool {
				return slices.ContainsFunc(cell.Paragraphs, func(runs []doc.Inline) bool {
					return slices.ContainsFunc(runs, func(in doc.Inline) bool { return strings.HasPrefix(in.Origin.Field, item+".") })
				})
			})
		})
		if len(t.Rows) > 0 {
			return t, true
		}
	}
	return doc.Table{}, false
}
