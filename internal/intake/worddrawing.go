package intake

import "strings"

// sketch is what one drawing shows besides its text boxes.
type sketch struct {
	picture bool
	text    string   // in the drawing itself
	art     []string // 艺术字 (WordArt)
	parts   []string // relations of diagrams and charts
}

// drawing looks for text boxes, pictures, and text drawn in other ways, which
// is noted.
func (w *word) drawing(m *markup, p *para) error {
	return w.deeper(func() error {
		var s sketch
		var walk func(element) error
		walk = func(e element) error {
			switch {
			case e.is("mc", "AlternateContent"):
				return once(m, walk)
			case e.is("w", "txbxContent"):
				parts, err := w.box(m)
				p.boxes = append(p.boxes, parts...)
				return err
			case e.is("a", "t"):
				text, err := m.text()
				s.text += text
				return err
			}
			s.see(e)
			return m.children(walk)
		}
		if err := m.children(walk); err != nil {
			return err
		}
		return w.sketched(s)
	})
}

// see remembers what an element of a drawing stands for.
func (s *sketch) see(e element) {
	switch {
	case e.name == "blip", e.is("v", "imagedata"):
		s.picture = true
	case e.is("v", "textpath"):
		if text := strings.TrimSpace(e.attr("string")); text != "" {
			s.art = append(s.art, text)
		}
	case e.name == "relIds" && e.attr("dm") != "":
		s.parts = append(s.parts, e.attr("dm"))
	case e.name == "chart" && e.attr("id") != "":
		s.parts = append(s.parts, e.attr("id"))
	}
}

// sketched notes what a drawing shows.
func (w *word) sketched(s sketch) error {
	var notes []string
	if s.picture {
		notes = append(notes, "这里有图片，图片里的文字不能读入")
	}
	if len(s.art) > 0 {
		notes = append(notes, "艺术字没有读入：“"+strings.Join(s.art, "”“")+"”")
	}
	if strings.TrimSpace(s.text) != "" {
		notes = append(notes, "图形里的文字没有读入：“"+s.text+"”")
	}
	for _, id := range s.parts {
		text, err := w.drawn(id)
		if err != nil {
			return err
		}
		notes = append(notes, "这里有图示或图表，里面的文字没有读入：“"+text+"”")
	}
	for _, n := range notes {
		if err := w.note(w.here(), n); err != nil {
			return err
		}
	}
	return nil
}

// drawn gives the texts of a diagram's or chart's part.
func (w *word) drawn(id string) (string, error) {
	if w.targets == nil {
		rels, err := w.pkg.relations(w.part)
		if err != nil {
			return "", err
		}
		w.targets = map[string]string{}
		for _, r := range rels {
			w.targets[r.id] = r.target
		}
	}
	target := w.targets[id]
	delete(w.targets, id) // a part is read once, however often it is drawn
	m, err := w.pkg.open(target)
	if m == nil || err != nil {
		return "", err
	}
	var all []string
	err = m.elements(func(e element) error {
		if e.is("a", "t") || e.name == "v" && e.space == "" {
			text, err := m.text()
			if text = strings.TrimSpace(text); text != "" {
				all = append(all, text)
			}
			if err != nil {
				return err
			}
			return w.count(text)
		}
		return nil
	})
	return strings.Join(all, "、"), err
}
