package html

import (
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
	Title, Body, Hei, Kai, Song string // font-family of each role

	Mark        string // font size of the mark
	MarkWidth   string // its width in ems
	AboveMark   string // from the top of its first line to the ink
	BelowMark   string // from its ink to the bottom of its last line
	RedLineGap  string // from the line of 发文字号 to the red line
	FolioDrop   string // from the top of the lower margin to the page number
	FolioTurned string // likewise on a landscape page, from the type area to its left

	Status    string
	Mirrored  bool
	Landscape bool
	Faces     string // @font-face rules
}

func newStyle(s doc.Setup, b *body) (style, error) {
	b.faces.draw(fontset.Song, folio, doc.Origin{})
	b.faces.draw(fontset.Song, clean(s.Status), doc.Origin{})
	rules, err := b.faces.rules()
	if err != nil {
		return style{}, err
	}
	h := b.head
	return style{
		Title: b.faces.stack(fontset.Title), Body: b.faces.stack(fontset.Body), Hei: b.faces.stack(fontset.Hei),
		Kai: b.faces.stack(fontset.Kai), Song: b.faces.stack(fontset.Song),
		Mark: h.size.points(), MarkWidth: fmt.Sprintf("%.2f", float64(max(h.width, 1000))/1000),
		AboveMark:  em.of(markLeading + ascent - h.up).ems(em),
		BelowMark:  em.of(markLeading + 1000 - ascent - h.down).ems(em),
		RedLineGap: (em.of(ascent+h.number) + redLineGap - em - leading/2).ems(em),
		FolioDrop:  b.faces.folioDrop(41 * millimetre / 10).points(), FolioTurned: b.faces.folioDrop(7 * millimetre).points(),
		Status: quote(clean(s.Status)), Mirrored: s.Mirrored, Landscape: s.Landscape, Faces: rules,
	}, nil
}

// folioDrop puts the ink of the dash 269 mm below the edge of the paper (7.5),
// which is so far from where the line of the number begins: 4.1 mm where the
// lower margin begins at 264.9 mm.
func (f *faces) folioDrop(distance length) length {
	up, down := f.ink(fontset.Song, folio[:len("—")])
	return distance - folioSize.of(ascent-(up-down)/2)
}

func (s style) css() (string, error) {
	var b strings.Builder
	if err := styleTemplate.Execute(&b, s); err != nil {
		return "", err
	}
	return b.String(), nil
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
