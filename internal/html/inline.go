package html

import (
	"hongtou/internal/doc"
	"hongtou/internal/fontset"
)

// styleClass names the class of each character style that is not the plain
// style of some block.
var styleClass = map[doc.Style]string{
	doc.Level1: "l1", doc.Level2: "l2", doc.Level3: "l3", doc.Level4: "l4",
	doc.ItemHead: "item", doc.Label: "label", doc.AttachmentLabel: "attach",
	doc.TitleText: "name", doc.Mark: "name", doc.Small: "small", doc.TableHead: "th",
	doc.Note: "note",
}

// markTag names the element of changed characters.
var markTag = [4]string{doc.Inserted: "ins", doc.Deleted: "del"}

// face is the look that a block gives to its plain runs.
type face struct {
	style doc.Style // the style that needs no class of its own here
	role  fontset.Role
}

var (
	bodyFace   = face{doc.Body, fontset.Body}
	titleFace  = face{doc.TitleText, fontset.Title}
	markFace   = face{doc.Mark, fontset.Title}
	attachFace = face{doc.AttachmentLabel, fontset.Hei}
	cellFace   = face{doc.Small, fontset.Song}
	headFace   = face{doc.TableHead, fontset.Hei}
)

// in gives the class and the role of a style inside the block. Body is what a
// template writes without a thought: it takes the look of its block.
func (f face) in(s doc.Style) (class string, role fontset.Role) {
	if s == f.style || s == doc.Body {
		return "", f.role
	}
	return styleClass[s], fontset.Role(s.Role())
}

// runs writes runs; neighbours of one style and mark share an element.
func (b *body) runs(f face, list []doc.Inline) {
	for i := 0; i < len(list); {
		end := i + 1
		for end < len(list) && list[end].Style == list[i].Style && list[end].Mark == list[i].Mark {
			end++
		}
		mark := markTag[list[i].Mark&3]
		class, role := f.in(list[i].Style)
		if class != "" {
			b.open("span", "class", class)
		}
		if mark != "" {
			b.open(mark)
		}
		b.characters(role, list[i:end])
		if mark != "" {
			b.close(mark)
		}
		if class != "" {
			b.close("span")
		}
		i = end
	}
}

// characters writes runs of one style. What must not be broken at the end of
// a line is wrapped: browsers do not know 15.15亿立方米 or 〔2020〕47号.
func (b *body) characters(role fontset.Role, list []doc.Inline) {
	text := ""
	for _, run := range list {
		s := clean(run.Text)
		b.faces.draw(role, s, run.Origin)
		text += s
	}
	for _, piece := range b.binder.cut(text) {
		if piece.whole {
			b.open("span", "class", "nb")
		}
		b.text(piece.text)
		if piece.whole {
			b.close("span")
		}
	}
}

// shared gives the one style of runs, false if they differ.
func shared(list []doc.Inline) (doc.Style, bool) {
	for _, run := range list {
		if run.Style != list[0].Style {
			return 0, false
		}
	}
	return list[0].Style, true
}
