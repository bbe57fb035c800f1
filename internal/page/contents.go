package page

import (
	"fmt"

	"hongtou/internal/diag"
	"hongtou/internal/doc"
)

// CheckContents reports entries of a table of contents that lead nowhere.
func (p *Problems) CheckContents(blocks []doc.Block) {
	var places map[string]bool
	for _, b := range blocks {
		c, ok := b.(doc.Contents)
		if !ok {
			continue
		}
		if places == nil {
			places = outlines(blocks)
		}
		for _, e := range c.Entries {
			if !places[e.To] {
				p.List.Add(diag.Diagnostic{
					Severity: diag.Error, Code: "contents-unknown", At: Place(e.Text),
					Message: fmt.Sprintf("目录条目“%s”指向的“%s”在文中没有", short(doc.Plain(e.Text)), short(e.To)),
					Hint:    "请核对条目的 to 与标题的 id",
				})
			}
		}
	}
}

// outlines are the IDs of a document's bookmarks.
func outlines(blocks []doc.Block) map[string]bool {
	all := map[string]bool{}
	for _, b := range blocks {
		var o doc.Outline
		switch b := b.(type) {
		case doc.Title:
			o = b.Outline
		case doc.Paragraph:
			o = b.Outline
		}
		if o.Level > 0 && o.ID != "" {
			all[o.ID] = true
		}
	}
	return all
}

func contentsTexts(c doc.Contents) [][]doc.Inline {
	var out [][]doc.Inline
	for _, e := range c.Entries {
		out = append(out, e.Text)
	}
	return out
}
