package disclose

import (
	"slices"
	"strings"

	"hongtou/internal/doc"
	"hongtou/internal/dossier"
)

// excerpt is what a text prints of one item.
type excerpt struct {
	blocks []doc.Block
	title  string            // short, with its number: 第六项，……
	parts  map[string]string // the same of its aspects, by ID
}

// problemField is the field of an item's problem; values know their fields.
const problemField = "." + "problem"

// excerpts cuts a text into its items, by the fields its words were read from.
func excerpts(d *doc.Document) map[string]excerpt {
	out := map[string]excerpt{}
	if d == nil {
		return out
	}
	item := ""
	for _, b := range d.Blocks {
		p, prose := b.(doc.Paragraph)
		if !prose {
			item = ""
			continue
		}
		if id, ok := strings.CutSuffix(fieldOf(p), problemField); ok && p.Outline.Level > 0 {
			if owner, _, part := strings.Cut(id, "."); part && owner == item {
				out[item].parts[id] = p.Outline.Title
			} else if !part {
				item = id
				out[item] = excerpt{title: p.Outline.Title, parts: map[string]string{}}
			}
		} else if !strings.HasPrefix(fieldOf(p), item+".") && !isNote(p) {
			item = "" // something else begins
		}
		if item != "" {
			e := out[item]
			e.blocks = append(e.blocks, p)
			out[item] = e
		}
	}
	return out
}

// isNote tells what stands behind a changed value about its origin.
func isNote(p doc.Paragraph) bool {
	return slices.ContainsFunc(p.Text, func(in doc.Inline) bool { return in.Style == doc.Note })
}

// fieldOf names the field that a paragraph's first words of the source are of.
func fieldOf(p doc.Paragraph) string {
	for _, run := range p.Text {
		if run.Origin.Field != "" {
			return run.Origin.Field
		}
	}
	return ""
}

// field cuts out what an excerpt prints of a field, its label included, with
// what follows it about its origin.
func (e excerpt) field(task string, kind dossier.FieldKind) []doc.Block {
	var out []doc.Block
	inside := false
	for _, b := range e.blocks {
		p := b.(doc.Paragraph)
		name := fieldOf(p)
		if strings.HasSuffix(name, ".label") || p.Outline.Level > 0 {
			inside = name == task+"."+string(kind)+".label"
		}
		if inside {
			out = append(out, p)
		}
	}
	return out
}

// printedItem is an item as its data have it, for texts that are not cut into
// items: somebody's own templates may set it as a table.
func printedItem(i dossier.Item) excerpt {
	e := excerpt{title: i.Number, parts: map[string]string{}}
	for _, t := range i.Paragraphs() {
		e.blocks = append(e.blocks, doc.Paragraph{Text: []doc.Inline{{Text: t.Value, Origin: doc.Origin{Field: i.ID, At: t.At}}}})
	}
	for _, a := range i.Aspects {
		e.parts[a.ID] = i.Number + a.Number
	}
	return e
}
