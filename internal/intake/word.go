package intake

import (
	"hongtou/internal/manuscript"
)

// word reads a WordprocessingML document (ISO/IEC 29500-1 clause 17).
type word struct {
	*writer
	pkg       *archive
	styles    map[string]*style
	numbering *numbering
	comments  map[string]string
	feet      map[string]string // footnotes and endnotes by kind and id
	line      int               // paragraphs and table rows so far
	fields    []field           // open complex fields, outermost first
	boxes     int               // depth of tables and text boxes
	carry     *para             // a paragraph whose mark was deleted
	part      string            // being read
	targets   map[string]string // of that part, by relation: read when first needed
	unended   map[fieldID]bool  // fields that are begun and never ended, from the reading before
	open      map[fieldID]bool  // such fields as met in this reading
}

// readWord reads a .docx. Order: headers, the body with its text boxes after
// the paragraph they hang on, notes, footers.
func readWord(data []byte, o Options) (manuscript.Manuscript, error) {
	pkg, err := unpack(data, o.Limits)
	if err != nil {
		return manuscript.Manuscript{}, err
	}
	name, _, err := pkg.mainPart()
	if err != nil {
		return manuscript.Manuscript{}, err
	}
	rels, err := pkg.relations(name)
	if err != nil {
		return manuscript.Manuscript{}, err
	}
	w := newWord(pkg, o.Limits, nil)
	err = w.document(name, rels)
	if err == nil && len(w.open) > 0 { // such a field would hide what follows it
		w = newWord(pkg, o.Limits, w.open)
		err = w.document(name, rels)
	}
	if err != nil {
		return manuscript.Manuscript{}, err
	}
	return w.m, nil
}

func newWord(pkg *archive, l Limits, unended map[fieldID]bool) *word {
	return &word{
		writer: newWriter(l), pkg: pkg, comments: map[string]string{}, feet: map[string]string{},
		unended: unended, open: map[fieldID]bool{},
	}
}

func (w *word) document(name string, rels []relation) error {
	if err := w.tables(rels); err != nil {
		return err
	}
	if err := w.furniture(rels, "header"); err != nil {
		return err
	}
	m, err := w.pkg.open(name)
	if err != nil {
		return err
	}
	w.enter(name)
	if m == nil {
		return broken(nil)
	}
	if err := w.story(m, false); err != nil {
		return err
	}
	for _, kind := range []string{"footnotes", "endnotes", "footer"} {
		if err := w.furniture(rels, kind); err != nil {
			return err
		}
	}
	return nil
}

// tables reads what paragraphs refer to.
func (w *word) tables(rels []relation) error {
	w.styles, w.numbering = map[string]*style{}, newNumbering()
	load := map[string]func(*markup) error{
		"styles":    w.readStyles,
		"numbering": w.readNumbering,
		"comments":  w.readComments,
	}
	for _, r := range rels {
		if f := load[r.kind]; f != nil {
			if err := w.each(r.target, f); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *word) each(part string, f func(*markup) error) error {
	m, err := w.pkg.open(part)
	if m == nil || err != nil {
		return err
	}
	w.enter(part)
	return f(m)
}

// enter begins a part.
func (w *word) enter(part string) { w.part, w.targets = part, nil }

// furniture reads what stands outside the flow of the body: its blocks are
// marked as page furniture.
func (w *word) furniture(rels []relation, kind string) error {
	for _, r := range rels {
		if r.kind != kind {
			continue
		}
		err := w.each(r.target, func(m *markup) error { return w.story(m, true) })
		if err != nil {
			return err
		}
	}
	return nil
}

// story reads one part with a flow.
func (w *word) story(m *markup, furniture bool) error {
	w.fields, w.carry = nil, nil
	var parts []part
	for {
		t, err := m.next()
		if err != nil {
			if len(parts) == 0 {
				return early(err)
			}
			break
		}
		if e, ok := t.(element); ok {
			if parts, err = w.root(m, e, parts); err != nil {
				return err
			}
			if m.depth == 0 {
				break
			}
		}
	}
	w.leaveOpen()
	before := len(w.m.Blocks)
	err := w.emit(parts)
	for i := before; furniture && i < len(w.m.Blocks); i++ {
		w.m.Blocks[i].Page = true
	}
	return err
}

// root reads the outer elements of a part: document and body, the notes one by
// one, or the header itself.
func (w *word) root(m *markup, e element, parts []part) ([]part, error) {
	switch {
	case e.space != "w":
		return parts, m.skip()
	case e.name == "document", e.name == "footnotes", e.name == "endnotes":
		err := m.children(func(e element) error {
			more, err := w.root(m, e, nil)
			parts = append(parts, more...)
			return err
		})
		return parts, err
	case e.name == "body", e.name == "hdr", e.name == "ftr":
		return w.flow(m)
	case e.name == "footnote", e.name == "endnote":
		return w.foot(m, e)
	}
	return parts, m.skip()
}

// foot reads a footnote or endnote; the separators are none.
func (w *word) foot(m *markup, e element) ([]part, error) {
	if t := e.attr("type"); t != "" && t != "normal" {
		return nil, m.skip()
	}
	parts, err := w.flow(m)
	for i := range parts {
		if parts[i].table == nil {
			parts[i].block.Number = "注" + w.feet[e.name+e.attr("id")]
			break
		}
	}
	return parts, err
}

// readComments keeps the words of each comment for the place it is made at.
func (w *word) readComments(m *markup) error {
	return m.elements(func(e element) error {
		if !e.is("w", "comment") {
			return nil
		}
		parts, err := w.flow(m)
		if err != nil {
			return err
		}
		w.leaveOpen()
		text := ""
		for _, p := range parts {
			text += p.block.Text
		}
		w.comments[e.attr("id")] = e.attr("author") + "：" + text
		w.line = 0
		return nil
	})
}
