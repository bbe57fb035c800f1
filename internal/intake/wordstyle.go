package intake

import (
	"strconv"
	"strings"
)

// format is what one place says about looks; nil means it says nothing.
type format struct {
	bold, vanish *bool
	align        string
	outline      *int
}

// style is a style of the document.
type style struct {
	based, name, kind string
	format            format
	list              listRef
}

// look is what holds for a paragraph in the end.
type look struct {
	outline  int // 1 to 9, 0 when it is no heading
	centred  bool
	contents bool
	vanish   bool
}

// paragraph reads a property of w:pPr.
func (f *format) paragraph(e element) {
	switch e.name {
	case "jc":
		f.align = e.attr("val")
	case "outlineLvl":
		if n, err := strconv.Atoi(e.attr("val")); err == nil && n >= 0 {
			n++
			f.outline = &n
		}
	}
}

// character reads a property of w:rPr. In the mark of a paragraph only what
// hides it counts.
func (f *format) character(e element, mark bool) {
	switch e.name {
	case "b":
		if !mark {
			f.bold = onOff(e)
		}
	case "vanish", "specVanish":
		f.vanish = onOff(e)
	}
}

func onOff(e element) *bool {
	v := e.attr("val")
	on := v != "0" && v != "false" && v != "off"
	return &on
}

func (w *word) runFormat(m *markup, r *run) error {
	return m.children(func(e element) error {
		if e.name == "rStyle" {
			r.style = e.attr("val")
		}
		r.format.character(e, false)
		return m.skip()
	})
}

// readStyles reads styles.xml; the default paragraph style is kept under "".
func (w *word) readStyles(m *markup) error {
	return m.elements(func(e element) error {
		if !e.is("w", "style") {
			return nil
		}
		s := &style{kind: e.attr("type")}
		w.styles[e.attr("styleId")] = s
		if s.kind == "paragraph" && *onOff(element{attrs: e.attrs}) && e.attr("default") != "" && e.attr("default") != "0" {
			w.styles[""] = s
		}
		return m.children(func(e element) error { return s.read(m, e) })
	})
}

func (s *style) read(m *markup, e element) error {
	switch e.name {
	case "basedOn":
		s.based = e.attr("val")
	case "name":
		s.name = strings.ToLower(e.attr("val"))
	case "pPr":
		return m.children(func(e element) error {
			if e.name == "numPr" {
				return readListRef(m, &s.list)
			}
			s.format.paragraph(e)
			return m.skip()
		})
	case "rPr":
		return m.children(func(e element) error {
			s.format.character(e, false)
			return m.skip()
		})
	}
	return m.skip()
}

// chain gives the style and those it is based on, nearest first.
func (w *word) chain(id string) []*style {
	var all []*style
	for s := w.styles[id]; s != nil && len(all) < 32; s = w.styles[s.based] {
		all = append(all, s)
		if s.based == "" {
			break
		}
	}
	return all
}

// look resolves what holds for a paragraph.
func (w *word) look(p *para) look {
	align, outline := p.format.align, p.format.outline
	l := look{vanish: p.format.vanish != nil && *p.format.vanish}
	for _, s := range w.chain(p.style) {
		if align == "" {
			align = s.format.align
		}
		if outline == nil {
			outline = s.format.outline
		}
		l.contents = l.contents || strings.HasPrefix(s.name, "toc ")
	}
	l.centred = align == "center"
	if outline != nil && *outline <= 9 {
		l.outline = *outline
	}
	return l
}

func (w *word) isBold(p *para, r *run) bool {
	return w.toggled(p, r, func(f format) *bool { return f.bold })
}

func (w *word) vanished(p *para, r *run) bool {
	return w.toggled(p, r, func(f format) *bool { return f.vanish })
}

// toggled resolves a toggle property (17.7.3): what the run says holds, else
// the paragraph style and the character style switch one another.
func (w *word) toggled(p *para, r *run, get func(format) *bool) bool {
	if v := get(r.format); v != nil {
		return *v
	}
	on := w.styled(p.style, get)
	if r.style != "" {
		on = on != w.styled(r.style, get)
	}
	return on
}

func (w *word) styled(id string, get func(format) *bool) bool {
	for _, s := range w.chain(id) {
		if v := get(s.format); v != nil {
			return *v
		}
	}
	return false
}

func joined(all []string) string { return strings.Join(all, "") }
