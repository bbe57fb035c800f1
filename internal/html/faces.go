package html

import (
	"encoding/base64"
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
	drawn    []*charset // by FaceID, nil for one that draws nothing
	seen     map[fontset.Role]*charset
	problems page.Problems
}

func newFaces(set *fontset.Set) *faces {
	return &faces{set: set, drawn: make([]*charset, set.Faces()), seen: map[fontset.Role]*charset{}}
}

// draw notes that text will be shown in the faces of a role. A character is
// looked for in them once; one that is missing is told wherever it stands.
func (f *faces) draw(role fontset.Role, text string, from doc.Origin) {
	seen := f.seen[role]
	if seen == nil {
		seen = new(charset)
		f.seen[role] = seen
	}
	index := -1
	for _, r := range text {
		if index++; seen.has(r) || page.Invisible(r) {
			continue
		}
		id, ok := f.set.Find(role, r)
		if !ok {
			f.problems.MissingGlyph(role, r, from, index)
			continue
		}
		if f.drawn[id] == nil {
			f.drawn[id] = new(charset)
		}
		f.drawn[id].add(r)
		seen.add(r)
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

// rule is one @font-face rule. All faces get one em box, so that a fallback
// character never pushes its line off the grid.
type rule struct {
	family string
	woff2  []byte
}

const (
	beforeFamily = "@font-face { font-family: "
	beforeData   = "; src: url(data:font/woff2;base64,"
	afterData    = ") format(\"woff2\"); ascent-override: 88%; descent-override: 12%; line-gap-override: 0%; font-display: block; }\n"
)

// size is how many bytes appendTo writes.
func (r rule) size() int {
	return len(beforeFamily) + len(r.family) + len(beforeData) + base64.StdEncoding.EncodedLen(len(r.woff2)) + len(afterData)
}

func (r rule) appendTo(out []byte) []byte {
	out = append(append(append(out, beforeFamily...), r.family...), beforeData...)
	return append(base64.StdEncoding.AppendEncode(out, r.woff2), afterData...)
}

// rules gives the rules of all faces that draw something.
func (f *faces) rules() ([]rule, error) {
	if err := f.failure(); err != nil {
		return nil, err
	}
	var list []rule
	for i, chars := range f.drawn {
		if chars == nil {
			continue
		}
		id := fontset.FaceID(i)
		data, err := f.set.WOFF2(id, slices.Collect(chars.all()))
		if err != nil {
			return nil, err
		}
		list = append(list, rule{family(id), data})
	}
	return list, nil
}

func family(id fontset.FaceID) string { return "hongtou-" + strconv.Itoa(int(id)) }
