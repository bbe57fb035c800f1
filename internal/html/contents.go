package html

import "hongtou/internal/doc"

// contents writes 目录 as a list of links; a file without pages has no numbers
// to print. Its items are paragraphs: office programs put bullets before
// others.
func (b *body) contents(c doc.Contents) {
	b.raw("<nav aria-label=\"目录\">\n<div role=\"list\">\n")
	for _, e := range c.Entries {
		b.openBlock("p", "contents", "", "role", "listitem")
		b.open("a", "href", "#"+e.To)
		b.runs(bodyFace, e.Text)
		b.raw("</a>")
		b.end("p")
	}
	b.raw("</div>\n</nav>\n")
}
