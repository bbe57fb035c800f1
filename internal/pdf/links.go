package pdf

import (
	"unicode/utf8"

	"hongtou/internal/layout"
	"hongtou/internal/pdf/object"
)

// addLinks puts a Link element into every element that leads to a bookmark;
// it takes the content over. One whose bookmark is not in the book stays text.
func (j *job) addLinks(s *structure) {
	titles := map[string]string{}
	for _, m := range j.book.Bookmarks {
		titles[m.ID] = m.Title
	}
	for i, e := range j.book.Elements {
		title, known := titles[e.Link]
		if e.Link == "" || !known {
			continue
		}
		s.links[i] = j.newNode(node{role: "Link", parent: s.nodes[i].ref, alt: object.Text(title)})
		s.nodes[i].hangNode(s.links[i])
	}
}

// linkArea is where the text of a link stands on a page.
type linkArea struct {
	element        int
	x0, y0, x1, y1 layout.Unit
}

// addAnnotations makes the areas of links sensitive (12.5.6.5) and hangs them
// into their elements (14.7.4.3).
func (j *job) addAnnotations(s *structure) {
	for i := range j.pages {
		p := &j.pages[i]
		var annots object.Array
		for _, a := range linkAreas(j.book.Pages[i].Runs, s) {
			link, height := s.links[a.element], j.book.Pages[i].Height
			ref := j.file.Add(object.Dict{
				"Type": object.Name("Annot"), "Subtype": object.Name("Link"),
				"Rect": object.Array{
					object.Real(points(a.x0)), object.Real(points(height - a.y1)),
					object.Real(points(a.x1)), object.Real(points(height - a.y0)),
				},
				"Border": object.Array{object.Integer(0), object.Integer(0), object.Integer(0)},
				"Dest":   object.String(j.book.Elements[a.element].Link),
				"F":      object.Integer(printed), "StructParent": s.enter(link.ref),
				"Contents": link.alt,
			})
			link.hangObject(ref, p.ref)
			annots = append(annots, ref)
		}
		if len(annots) > 0 {
			p.dict["Annots"] = annots
		}
	}
}

// printed is the only flag PDF/A allows and wants (12.5.3; ISO 19005-1, 6.5.3).
const printed = 4

// linkAreas are the boxes around the runs of each link, in reading order.
func linkAreas(runs []layout.Run, s *structure) []linkArea {
	var areas []linkArea
	for _, r := range runs {
		if r.Text == "" || r.Artifact || r.Element < 0 || s.links[r.Element] == nil {
			continue
		}
		a := linkArea{r.Element, r.X, r.Y - r.Size, r.X + extent(r), r.Y + r.Size/4}
		if n := len(areas); n > 0 && areas[n-1].element == r.Element {
			b := &areas[n-1]
			b.x0, b.y0, b.x1, b.y1 = min(a.x0, b.x0), min(a.y0, b.y0), max(a.x1, b.x1), max(a.y1, b.y1)
			continue
		}
		areas = append(areas, a)
	}
	return areas
}

// extent is about the width of a run: the area of a link need not be exact.
func extent(r layout.Run) layout.Unit {
	var w layout.Unit
	for _, c := range r.Text {
		if c < utf8.RuneSelf {
			w -= r.Size / 2
		}
		w += r.Size + r.Tracking
	}
	return w
}
