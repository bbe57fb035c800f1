package web

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"text/template"
	"unicode"

	"hongtou/internal/fontset"
)

//go:embed assets/site.css
var styleSource string

//go:embed assets/site.js
var script []byte

var styleTemplate = template.Must(template.New("site.css").Parse(styleSource))

// drawn are the characters that each face shows somewhere on the site.
type drawn map[fontset.FaceID]map[rune]bool

func (d drawn) add(id fontset.FaceID, r rune) {
	if d[id] == nil {
		d[id] = map[rune]bool{}
	}
	d[id][r] = true
}

// characters is a set of them, one bit each: pages are mostly markup, which
// repeats.
type characters [(unicode.MaxRune + 64) / 64]uint64

// had says whether r was in the set, in which it is from now on.
func (c *characters) had(r rune) bool {
	bit := uint64(1) << (r % 64)
	was := c[r/64]&bit != 0
	c[r/64] |= bit
	return was
}

// draw notes the text of a role. Text that nobody composed may have characters
// without a glyph here: browsers have faces of their own for them.
func (m *maker) draw(role fontset.Role, text string) {
	seen := m.seen[role]
	if seen == nil {
		seen = new(characters)
		m.seen[role] = seen
	}
	for _, r := range text {
		if seen.had(r) {
			continue
		}
		if id, ok := m.set.Find(role, r); ok {
			m.drawn.add(id, r)
		}
	}
}

// style is what site.css leaves open; none of it is text of the data.
type style struct {
	Title, Body, Hei, Kai, Song string // font-family of each role
	Faces                       string // @font-face rules
}

// styles writes the fonts, one file a face for all pages, and the style sheet.
func (m *maker) styles() error {
	rules := ""
	for id := range fontset.FaceID(m.set.Faces()) {
		if m.drawn[id] == nil {
			continue
		}
		path, err := m.font(id)
		if err != nil {
			return err
		}
		rules += fmt.Sprintf("@font-face{font-family:%s;src:url(../%s) format(\"woff2\");font-display:swap;ascent-override:88%%;descent-override:12%%;line-gap-override:0%%}\n", family(id), path)
	}
	var b strings.Builder
	err := styleTemplate.Execute(&b, style{m.stack(fontset.Title), m.stack(fontset.Body), m.stack(fontset.Hei), m.stack(fontset.Kai), m.stack(fontset.Song), rules})
	m.add("assets/site.css", []byte(b.String()))
	return err
}

// font writes one face; its name tells its content, so that it may be kept by
// browsers for good.
func (m *maker) font(id fontset.FaceID) (string, error) {
	var chars []rune
	for r := range m.drawn[id] {
		chars = append(chars, r)
	}
	slices.Sort(chars)
	data, err := m.set.WOFF2(id, chars)
	if err != nil {
		return "", err
	}
	path := fmt.Sprintf("fonts/face%d-%s.woff2", id, mark(data))
	m.add(path, data)
	return path, nil
}

// stack gives the faces of a role that the site has, first choice first.
func (m *maker) stack(role fontset.Role) string {
	var names []string
	for _, id := range m.set.Chain(role) {
		if m.drawn[id] != nil {
			names = append(names, family(id))
		}
	}
	return strings.Join(names, ",")
}

func family(id fontset.FaceID) string { return fmt.Sprintf("site-%d", id) }

// mark is a short name of some content.
func mark(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:4])
}
