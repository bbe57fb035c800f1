package recognise

import (
	"sort"
	"strings"

	"hongtou/internal/manuscript"
)

// glyph is a character on its way into the draft. src is its index among all
// characters of all manuscripts, -1 for an added one.
type glyph struct {
	r   rune
	src int
	gap int // 1 + src of the first of the spaces that were taken out before it; 0 when there were none
}

// line is one line of text and what cleaning made of it.
type line struct {
	Source
	place   manuscript.Place
	file    string
	start   int // src of its first character
	orig    []rune
	text    []glyph
	blank   bool // an empty line stands before it
	heading bool
	page    bool // furniture by the reader's word
}

// fate is what became of a character.
type fate uint8

const (
	loose fate = iota
	placed
	gone // left out, listed as a correction
	structural
	blank
)

// reader carries one run of recognition.
type reader struct {
	ms     []manuscript.Manuscript
	lines  []line
	index  map[Source]int // of lines
	fates  []fate
	fixes  []fix
	why    map[int]string // of structural and loose characters
	doubts []Doubt
	miss   []string
	bare   bool           // the heading over the tasks has no text of its own
	split  map[int]bool   // lines that hold several paragraphs
	kept   map[int]bool   // spaces that were left out at first and then became marks
	starts map[string]int // how many lines begin with a label
}

// fix is a changed, removed or added character.
type fix struct {
	src      int // of the character, or of the one it was added before
	old, new string
	why      string
	mark     bool // a restored mark
	width    int  // characters of old
}

func newReader(ms []manuscript.Manuscript) *reader {
	r := &reader{ms: ms, index: map[Source]int{}, why: map[int]string{}, split: map[int]bool{}, kept: map[int]bool{}, starts: map[string]int{}}
	total := 0
	for f, m := range ms {
		empty := true
		for b, block := range m.Blocks {
			if block.Rows == nil {
				l := line{Source: Source{f, b, -1, -1, -1}, place: block.Place, orig: []rune(block.Number + block.Text), heading: block.Heading > 0 || block.Centred, page: block.Page}
				l.blank, empty = empty, strings.TrimSpace(block.Number+block.Text) == ""
				total = r.add(l, m.Name, total)
				continue
			}
			for i, row := range block.Rows {
				for j, cell := range row {
					for p, text := range cell.Text {
						total = r.add(line{Source: Source{f, b, i, j, p}, place: cell.Place, orig: []rune(text)}, m.Name, total)
					}
				}
			}
			empty = true
		}
	}
	r.fates = make([]fate, total)
	for i := range r.lines {
		r.clean(&r.lines[i])
		if h, ok := hitAt(r.lines[i].text, 0, false); ok {
			r.starts[runes(r.lines[i].text[h.begin:h.label])]++
		}
	}
	return r
}

func (r *reader) add(l line, file string, start int) int {
	l.file, l.start = file, start
	r.index[l.Source] = len(r.lines)
	r.lines = append(r.lines, l)
	return start + len(l.orig)
}

// lineOf finds the line of a character.
func (r *reader) lineOf(src int) int {
	return sort.Search(len(r.lines), func(i int) bool { return r.lines[i].start+len(r.lines[i].orig) > src })
}

// text places glyphs in the draft.
func (r *reader) text(gs []glyph) Text {
	var out Text
	for i := 0; i < len(gs); {
		j := i + 1
		for j < len(gs) && gs[i].src >= 0 && gs[j].src == gs[j-1].src+1 && r.sameLine(gs[i].src, gs[j].src) || j < len(gs) && gs[i].src < 0 && gs[j].src < 0 {
			j++
		}
		run := Run{Words: runes(gs[i:j])}
		if gs[i].src >= 0 {
			l := r.lines[r.lineOf(gs[i].src)]
			run.Span = Span{l.Source, gs[i].src - l.start, gs[j-1].src - l.start + 1}
			for k := i; k < j; k++ {
				r.fates[gs[k].src] = placed
			}
		}
		out.Runs = append(out.Runs, run)
		i = j
	}
	return out
}

func (r *reader) sameLine(a, b int) bool {
	l := r.lines[r.lineOf(a)]
	return b < l.start+len(l.orig)
}

// absorb notes characters that the draft says by its structure.
func (r *reader) absorb(gs []glyph, why string) {
	for _, g := range gs {
		if g.src >= 0 && r.fates[g.src] == loose {
			r.fates[g.src] = structural
			r.why[g.src] = why
		}
	}
}

// leave notes why characters stay unplaced.
func (r *reader) leave(gs []glyph, why string) {
	for _, g := range gs {
		if g.src >= 0 && r.fates[g.src] == loose {
			r.why[g.src] = why
		}
	}
}

func (r *reader) doubt(gs []glyph, why, assumed string) {
	d := Doubt{What: clip(runes(gs)), Why: why, Assumed: assumed}
	for _, g := range gs {
		if g.src >= 0 {
			l := r.lines[r.lineOf(g.src)]
			d.File, d.Place = l.file, l.place
			break
		}
	}
	r.doubts = append(r.doubts, d)
}

// clip shortens words for a message.
func clip(s string) string {
	rs := []rune(s)
	if len(rs) > 40 {
		return string(rs[:40]) + "……"
	}
	return s
}

func runes(gs []glyph) string {
	var b strings.Builder
	for _, g := range gs {
		b.WriteRune(g.r)
	}
	return b.String()
}

// added makes glyphs that stand in no source.
func added(s string) []glyph {
	var out []glyph
	for _, c := range s {
		out = append(out, glyph{r: c, src: -1})
	}
	return out
}

func join(parts ...[]glyph) []glyph {
	var out []glyph
	for _, p := range parts {
		out = append(out, p...)
	}
	return out
}
