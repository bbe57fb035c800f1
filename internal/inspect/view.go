package inspect

import (
	"encoding/base64"
	"fmt"
	"html/template"
	"strings"
)

// view is a page picture with its marks and what they say.
type view struct {
	Page    int
	Picture template.URL // data: URI; empty if there is none
	Trouble string
	Box     string // view box of the drawing over it, mm
	Wide    bool
	Marks   []viewMark
	Notes   []viewNote
	Stroke  string // width of lines
	Em      string // size of the labels' type
}

// viewMark is one box with its label, mm as text.
type viewMark struct {
	Label          string
	Advice         bool
	All            bool   // around the whole page
	Anchor         string // of the finding it links to
	X, Y, W, H     string
	TX, TY, TW, TH string
	CX, CY         string // middle of the label
}

// viewNote is what a finding says of the page.
type viewNote struct {
	Label, Name, Weight string
	Advice              bool
	Notes               []string
	More                int // notes that are left out
}

const (
	mostNotes = 4 // of one finding on one page
	manyNotes = 5 // findings whose words are, in print, higher than the picture
)

// Many says whether a print names findings only: what they say stands in the
// table.
func (v view) Many() bool { return len(v.Notes) > manyNotes }

func (f File) view(p Picture, all []finding) view {
	s := f.size(p.Page)
	k := max(s.Width, s.Height) / 297
	v := view{
		Page: p.Page, Trouble: p.Trouble, Wide: s.Width > s.Height,
		Box: "0 0 " + mm(s.Width) + " " + mm(s.Height), Stroke: mm(0.6 * k), Em: mm(labelEm * k),
	}
	if p.PNG != nil {
		// The bytes are our own encoder's, so that the URI holds nothing of the file.
		v.Picture = template.URL("data:image/png;base64," + base64.StdEncoding.EncodeToString(p.PNG))
	}
	for _, d := range layLabels(marks(p.Page, s, all), s) {
		v.Marks = append(v.Marks, viewMark{
			Label: d.label(), Advice: d.advice, All: d.mark.box.Height() >= s.Height, Anchor: d.anchor,
			X: mm(d.box.X0), Y: mm(d.box.Y0), W: mm(d.box.Width()), H: mm(d.box.Height()),
			TX: mm(d.tag.X0), TY: mm(d.tag.Y0), TW: mm(d.tag.Width()), TH: mm(d.tag.Height()),
			CX: mm(d.tag.Centre()), CY: mm(d.tag.Middle() + 0.36*labelEm*k),
		})
	}
	for _, one := range all {
		if n := one.noteOn(p.Page); n != nil {
			v.Notes = append(v.Notes, *n)
		}
	}
	return v
}

// noteOn is what a finding says of a page; nil if nothing.
func (f finding) noteOn(page int) *viewNote {
	n := viewNote{Label: f.label, Name: f.name, Weight: f.weight, Advice: f.advice}
	found := false
	seen := map[string]bool{}
	for _, p := range f.places {
		if p.page != page {
			continue
		}
		found = true
		switch {
		case p.note == "" || seen[p.note]:
		case len(n.Notes) == mostNotes:
			n.More++
		default: // which page it is stands above
			n.Notes = append(n.Notes, strings.TrimPrefix(p.note, fmt.Sprintf("第%d页", page)))
		}
		seen[p.note] = true
	}
	if !found {
		return nil
	}
	return &n
}

// Alt says in words what a picture shows.
func (v view) Alt() string {
	if len(v.Marks) == 0 {
		return fmt.Sprintf("第%d页", v.Page)
	}
	return fmt.Sprintf("第%d页，标出%d处", v.Page, len(v.Marks))
}
