package compose

import (
	"hongtou/internal/diag"
	"hongtou/internal/doc"
	"hongtou/internal/dossier"
)

// A value is what {{put}} can write: printed characters of the source that
// stay aside as finished runs while a token goes through the template. The
// three named types below tell template authors what shape to expect; an
// absent value is a nil pointer, so {{with .X}} asks whether the source has it.
type value struct {
	field  string // doc.Origin.Field
	at     diag.Position
	lines  [][]doc.Inline  // Text: one; Title: its preferred lines
	blocks []doc.Paragraph // Paragraphs
	place  doc.Outline     // Title: its place in the bookmarks
	image  *doc.Image      // Picture

	steps []stepView // what notices did to it
	gone  []goneView // what notices deleted behind it without a trace
}

// History (修改记录) gives what notices did to the value, oldest first: empty
// when it stands as issued.
func (v *value) History() []stepView { return v.steps }

// Gone (删去记录) gives what notices deleted behind the value where nothing is
// printed for it.
func (v *value) Gone() []goneView { return v.gone }

// Text (文字) is one run of printed characters.
type Text struct{ value }

// Title (标题) is a title in its preferred lines.
type Title struct{ value }

// Paragraphs (段落) are whole printed paragraphs.
type Paragraphs struct{ value }

// Picture (图片) is an image that the dossier gives.
type Picture struct{ value }

// putter is what the three shapes have in common.
type putter interface{ held() *value }

func (t *Text) held() *value       { return pointer(t, func(t *Text) *value { return &t.value }) }
func (t *Title) held() *value      { return pointer(t, func(t *Title) *value { return &t.value }) }
func (p *Paragraphs) held() *value { return pointer(p, func(p *Paragraphs) *value { return &p.value }) }

func (p *Picture) held() *value { return pointer(p, func(p *Picture) *value { return &p.value }) }

func newPicture(field string, p dossier.Picture) *Picture {
	image := &doc.Image{Data: p.Data, Width: p.Width, Height: p.Height, Alt: p.Alt.Value, Origin: doc.Origin{Field: field, At: p.File.At}}
	return &Picture{value{field: field, at: p.File.At, image: image}}
}

func pointer[T any](p *T, of func(*T) *value) *value {
	if p == nil {
		return nil
	}
	return of(p)
}

// inline gives the value as runs of one line; ok is false for paragraphs.
func (v *value) inline() (runs []doc.Inline, ok bool) {
	if len(v.lines) == 1 {
		return v.lines[0], true
	}
	for _, l := range v.lines {
		runs = append(runs, l...)
	}
	return runs, v.lines != nil
}

func newText(field string, t dossier.Text) *Text {
	if t.IsZero() {
		return nil
	}
	if len(t.Pieces) > 0 {
		return &Text{value{field: field, at: t.At, lines: [][]doc.Inline{runsOf(field, t, doc.Body)}}}
	}
	// Nearly all values are one run: it, its line and the text lie together.
	one := &struct {
		text Text
		line [1][]doc.Inline
		run  [1]doc.Inline
	}{run: [1]doc.Inline{inlineOf(field, t, doc.Body)}}
	one.line[0] = one.run[:]
	one.text.value = value{field: field, at: t.At, lines: one.line[:]}
	return &one.text
}

func newTitle(field string, t dossier.Title, place doc.Outline) *Title {
	if t.IsZero() {
		return nil
	}
	v := value{field: field, at: t.At, place: place}
	for _, l := range linesOf(t) {
		v.lines = append(v.lines, runsOf(field, l, doc.Body))
	}
	return &Title{v}
}

func newParagraphs(field string, blocks []doc.Paragraph) *Paragraphs {
	if len(blocks) == 0 {
		return nil
	}
	at := diag.Position{}
	if len(blocks[0].Text) > 0 {
		at = blocks[0].Text[0].Origin.At
	}
	return &Paragraphs{value{field: field, at: at, blocks: blocks}}
}

// runsOf gives a text in one style: one run, or one for each piece of a text
// that notices put together from several places.
func runsOf(field string, t dossier.Text, s doc.Style) []doc.Inline {
	pieces := t.Pieces
	if len(pieces) == 0 {
		pieces = []dossier.Text{t}
	}
	out := make([]doc.Inline, 0, len(pieces))
	for _, p := range pieces {
		out = append(out, inlineOf(field, p, s))
	}
	return out
}

func inlineOf(field string, t dossier.Text, s doc.Style) doc.Inline {
	return doc.Inline{Text: t.Value, Style: s, Origin: doc.Origin{Field: field, At: t.At}}
}

// part gives characters from..to of a text with their place, as Text.Slice
// does, without a copy where the text is one run without marks: nearly always.
func part(t dossier.Text, from, to int) dossier.Text {
	if len(t.Pieces) > 0 || len(t.Slips) > 0 {
		return t.Slice(from, to)
	}
	a := offset(t.Value, from)
	b := a + offset(t.Value[a:], to-from)
	return dossier.Text{Value: t.Value[a:b], At: t.At.Shift(from)}
}

// linesOf gives what Title.Lines gives.
func linesOf(t dossier.Title) []dossier.Text {
	out := make([]dossier.Text, 0, len(t.Breaks)+1)
	from := 0
	for i := range len(t.Breaks) + 1 {
		to := 0
		if i < len(t.Breaks) {
			to = t.Breaks[i]
		} else {
			to = t.Len()
		}
		line := part(t.Text, from, to)
		line.At = t.Position(from)
		out = append(out, line)
		from = to
	}
	return out
}

// offset counts the bytes of the first n characters.
func offset(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	if n > 0 {
		panic("compose: a part beyond the end of a text") // as Slice does
	}
	return len(s)
}

// headed cuts a printed paragraph after its first head characters: those are
// its heading, in a style of their own.
func headed(field string, t dossier.Text, head int, s doc.Style) doc.Paragraph {
	length := t.Len()
	head = min(head, length)
	if head <= 0 {
		return doc.Paragraph{Text: runsOf(field, t, doc.Body)}
	}
	p := doc.Paragraph{Text: runsOf(field, part(t, 0, head), s)}
	p.Head = len(p.Text)
	if head < length {
		p.Text = append(p.Text, runsOf(field, part(t, head, length), doc.Body)...)
	}
	return p
}
