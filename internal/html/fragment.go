package html

import (
	"slices"

	"hongtou/internal/doc"
	"hongtou/internal/fontset"
)

// Group is a run of blocks that stands in one place of somebody else's page.
type Group struct {
	Blocks []doc.Block
	Level  int // of its highest headings, 2 for h2; less than 1 is 1
}

// Fragment is the markup of groups without a page around it: elements and
// classes as in Render, no style attribute (a page that forbids them shows it),
// alignment of cells as the classes left, center and right. Anchors are unique
// over all groups.
type Fragment struct {
	HTML  []string                  // one for each group
	Drawn map[fontset.FaceID][]rune // the characters that each face shows, ascending
}

// NewFragment renders the groups of one page. What it cannot show is a
// *ContentError.
func NewFragment(groups []Group, fs *fontset.Set) (Fragment, error) {
	b := newBody(fs)
	b.unstyled = true
	var all []doc.Block
	for _, g := range groups {
		all = append(all, g.Blocks...)
	}
	b.ids = taken(all)
	b.faces.problems.CheckContents(all)
	f := Fragment{Drawn: map[fontset.FaceID][]rune{}}
	for _, g := range groups {
		b.Reset()
		b.levels = levels{base: max(g.Level, 1) - 1, real: max(g.Level, 1) - 1}
		b.head, b.before, b.newPage = head{}, nil, false
		b.sections(g.Blocks)
		f.HTML = append(f.HTML, b.String())
	}
	for id, chars := range b.faces.drawn {
		if chars != nil {
			f.Drawn[fontset.FaceID(id)] = slices.Collect(chars.all())
		}
	}
	return f, b.faces.failure()
}
