package html

import (
	"encoding/base64"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"hongtou/internal/doc"
	"hongtou/internal/fontset"
	"hongtou/internal/page"
)

// faces collects the characters that each face has to draw in one file.
type faces struct {
	set      *fontset.Set
	drawn    []map[rune]bool // by FaceID
	problems page.Problems
}

func newFaces(set *fontset.Set) *faces {
	return &faces{set: set, drawn: make([]map[rune]bool, set.Faces())}
}

// draw notes that text will be shown in the faces of a role.
func (f *faces) draw(role fontset.Role, text string, from doc.Origin) {
	index := -1
	for _, r := range text {
		if index++; page.Invisible(r) {
			continue
		}
		id, ok := f.set.Find(role, r)
		if !ok {
			f.problems.MissingGlyph(role, r, from, index)
			continue
		}
		if f.drawn[id] == nil {
			f.drawn[id] = map[rune]bool{}
		}
		f.drawn[id][r] = true
	}
}

// stack gives the value of font-family for a role: the faces of its chain that
// this file embeds, first choice first.
func (f *faces) stack(role fontset.Role) string {
	var names []string
	for _, id := range f.set.Chain(role) {
		if f.drawn[id] != nil {
			names = append(names, family(id))
		}
	}
	return strings.Join(append(names, "serif"), ", ")
}

// rules gives the @font-face rules. All faces get one em box, so that a
// fallback character never pushes its line off the grid.
func (f *faces) rules() (string, error) {
	if err := f.failure(); err != nil {
		return "", err
	}
	var b strings.Builder
	for id, chars := range f.drawn {
		if chars == nil {
			continue
		}
		data, err := f.embed(fontset.FaceID(id), chars)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "@font-face { font-family: %s; src: url(data:font/woff2;base64,%s) format(\"woff2\"); "+
			"ascent-override: 88%%; descent-override: 12%%; line-gap-override: 0%%; font-display: block; }\n", family(fontset.FaceID(id)), data)
	}
	return b.String(), nil
}

func (f *faces) embed(id fontset.FaceID, chars map[rune]bool) (string, error) {
	list := make([]rune, 0, len(chars))
	for r := range chars {
		list = append(list, r)
	}
	slices.Sort(list)
	woff2, err := f.set.WOFF2(id, list)
	if err != nil {
		return "", err
	}
	return base64.StdEncoding.EncodeToString(woff2), nil
}

func family(id fontset.FaceID) string { return "hongtou-" + strconv.Itoa(int(id)) }
