package html

import (
	"bytes"
	_ "embed"
	"fmt"
	"strings"
	"text/template"

	"hongtou/internal/doc"
	"hongtou/internal/fontset"
)

//go:embed style.css
var styleSource string

var styleTemplate = template.Must(template.New("style.css").Parse(styleSource))

// folio is what page numbers are made of.
const folio = "— 0123456789"

// style is what style.css leaves open. Every value is made here, none is text
// of the document, but Status, which is escaped for CSS.
type style struct {
	measures

	Title, Body, Hei, Kai, Song string // font-family of each role

	Status    string
	Mirrored  bool
	Landscape bool
	Letter    bool
	Forms     bool // a table is a form
	More      bool // an element that few documents have

	faces []rule // what follows style.css
}

func newStyle(s doc.Setup, b *body) (style, error) {
	b.faces.draw(fontset.Song, folio, doc.Origin{})
	b.faces.draw(fontset.Song, clean(s.Status), doc.Origin{})
	rules, err := b.faces.rules()
	if err != nil {
		return style{}, err
	}
	return style{
		measures: measured(b.head, b.faces, s.Letter),
		Title:    b.faces.stack(fontset.Title), Body: b.faces.stack(fontset.Body), Hei: b.faces.stack(fontset.Hei),
		Kai: b.faces.stack(fontset.Kai), Song: b.faces.stack(fontset.Song),
		Status: quote(clean(s.Status)), Mirrored: s.Mirrored, Landscape: s.Landscape, Letter: s.Letter, Forms: b.forms, More: b.more, faces: rules,
	}, nil
}

// css gives the style sheet without the rules of the faces.
func (s style) css() ([]byte, error) {
	var b bytes.Buffer
	b.Grow(len(styleSource))
	err := styleTemplate.Execute(&b, s)
	return b.Bytes(), err
}

// quote escapes text for a CSS string inside a style element: everything but
// letters, digits and what lies beyond ASCII becomes a numeric escape.
func quote(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r < 0x80 && !(r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z') {
			fmt.Fprintf(&b, `\%x `, r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}
