package norm_test

import (
	"strings"
	"testing"

	"hongtou/internal/elements"
	"hongtou/internal/norm"
	"hongtou/internal/printout"
)

// A sheet is a document by hand: every character and line at the place where
// the standard wants it, or where it does not. Lengths are mm. No file is made
// of it: its glyphs are those that a reader would give.
type sheet struct {
	sizes    []size // of the pages
	texts    []*text
	lines    []*stroke
	pictures []*picture
	areas    []printout.Area
	fonts    []printout.Font // more than those of the texts
	outlined []int           // pages with a piece of outlined text
	alter    func(*printout.Document)
}

type size struct{ w, h float64 }

var (
	upright  = size{210, 297}
	sideways = size{297, 210}
)

type text struct {
	name   string // for those who alter it
	page   int    // from 1
	s      string
	face   string
	size   float64 // points
	x, y   float64 // first cell, baseline
	cell   float64 // advance of a wide character
	colour printout.Colour
	angle  int // 90 reads downwards
}

type stroke struct {
	name           string
	page           int
	x0, y0, x1, y1 float64
	width          float64
	colour         printout.Colour
}

type picture struct {
	name       string
	page       int
	x, y, w, h float64
}

const (
	biaosong = "XiaoBiaoSong"
	fangsong = "FangSong"
	hei      = "SimHei"
	kai      = "KaiTi"
	song     = "SimSun"

	pt    = 25.4 / 72
	zi    = 156.0 / 28
	pitch = 10.449
)

var red = printout.Colour{R: 255}

// baseline is that of a line of 3号 on the grid, from 1.
func baseline(row int) float64 { return 37 + 0.88*16*pt + float64(row-1)*pitch }

func pages(n int) []size {
	var out []size
	for range n {
		out = append(out, upright)
	}
	return out
}

func (s *sheet) add(t text) *text {
	if t.size == 0 {
		t.size = 16
	}
	if t.face == "" {
		t.face = fangsong
	}
	if t.cell == 0 {
		t.cell = zi
		if t.size != 16 {
			t.cell = t.size * pt
		}
	}
	s.texts = append(s.texts, &t)
	return &t
}

func (s *sheet) rule(name string, page int, x0, y0, x1, y1, width float64, colour printout.Colour) {
	s.lines = append(s.lines, &stroke{name, page, x0, y0, x1, y1, width, colour})
}

// width is that of the cells in mm.
func (t *text) width() float64 {
	w := 0.0
	for _, r := range t.s {
		w += t.advance(r)
	}
	return w
}

func (t *text) advance(r rune) float64 {
	if r < 0x2000 && r != '·' {
		return t.cell / 2
	}
	return t.cell
}

func (t *text) centre(at float64) { t.x = at - t.width()/2 }

func (t *text) right(at float64) { t.x = at - t.width() }

// named does something to every text of a name.
func (s *sheet) named(name string, do func(*text)) {
	for _, t := range s.texts {
		if t.name == name {
			do(t)
		}
	}
}

// line does something to every line of a name.
func (s *sheet) line(name string, do func(*stroke)) {
	for _, l := range s.lines {
		if l.name == name {
			do(l)
		}
	}
}

func (s *sheet) remove(name string) {
	var texts []*text
	for _, t := range s.texts {
		if t.name != name {
			texts = append(texts, t)
		}
	}
	var lines []*stroke
	for _, l := range s.lines {
		if l.name != name {
			lines = append(lines, l)
		}
	}
	s.texts, s.lines = texts, lines
}

// document is the sheet as a reader gives it.
func (s *sheet) document() printout.Document {
	d := printout.Document{Fonts: s.fonts, Producer: "样页"}
	for i, z := range s.sizes {
		d.Pages = append(d.Pages, printout.Page{Number: i + 1, Width: z.w, Height: z.h})
	}
	page := func(n int) *printout.Page { return &d.Pages[n-1] }
	seen := map[string]bool{}
	for _, t := range s.texts {
		if t.page == 0 {
			continue // moved off the paper
		}
		if !seen[t.face] {
			seen[t.face] = true
			d.Fonts = append(d.Fonts, printout.Font{Name: t.face, Embedded: true, ToUnicode: true})
		}
		page(t.page).Glyphs = append(page(t.page).Glyphs, t.glyphs()...)
	}
	for _, l := range s.lines {
		page(l.page).Rules = append(page(l.page).Rules, printout.Rule{Page: l.page, Box: printout.Box{X0: l.x0, Y0: l.y0, X1: l.x1, Y1: l.y1}, Width: l.width, Colour: l.colour})
	}
	for _, p := range s.pictures {
		page(p.page).Images = append(page(p.page).Images, printout.Image{Page: p.page, Box: printout.Box{X0: p.x, Y0: p.y, X1: p.x + p.w, Y1: p.y + p.h}, Width: 60, Height: 60})
	}
	for _, a := range s.areas {
		page(a.Page).Areas = append(page(a.Page).Areas, a)
	}
	for _, n := range s.outlined {
		page(n).Outlined++
	}
	if s.alter != nil {
		s.alter(&d)
	}
	return d
}

func (t *text) glyphs() []printout.Glyph {
	var out []printout.Glyph
	at := 0.0
	for _, r := range t.s {
		w := t.advance(r)
		g := printout.Glyph{Page: t.page, Face: t.face, Size: t.size, Rune: r, X0: t.x + at, X1: t.x + at + w, Y: t.y, Angle: t.angle, Colour: t.colour}
		g.Ink = inkOf(g, w)
		if t.angle == 90 { // reads downwards: the baseline is at the left, cells follow downwards
			g.X0, g.X1, g.Y = t.x, t.x, t.y+at
			g.Ink = turned(inkOf(printout.Glyph{Rune: r, Size: t.size, X0: t.y + at, Y: 0}, w), t.x)
		}
		out = append(out, g)
		at += w
	}
	return out
}

// inkOf is where a face puts its ink, roughly: a Han character fills its cell
// but for a rim, the 一字线 lies in the middle of the figures.
func inkOf(g printout.Glyph, w float64) printout.Box {
	em := g.Size * pt
	b := printout.Box{X0: g.X0 + 0.04*em, Y0: g.Y - 0.8457*em, X1: g.X0 + w - 0.04*em, Y1: g.Y + 0.09*em}
	switch {
	case g.Rune == '—':
		b.X0, b.X1, b.Y0, b.Y1 = g.X0, g.X0+w, g.Y-0.364*em, g.Y-0.332*em
	case g.Rune < 0x2000:
		b.Y0, b.Y1 = g.Y-0.7*em, g.Y
	}
	return b
}

// turned lays ink that was measured along a line reading downwards from the
// left edge x on.
func turned(b printout.Box, x float64) printout.Box {
	return printout.Box{X0: x - b.Y1, Y0: b.X0, X1: x - b.Y0, Y1: b.X1}
}

func (s *sheet) find() *elements.Document { return elements.Find(s.document()) }

// measure measures one clause on a sheet.
func measure(t *testing.T, name string, s *sheet) norm.Result {
	t.Helper()
	for _, c := range norm.Clauses() {
		if c.Name() == name {
			return c.Measure(s.find())
		}
	}
	t.Fatalf("no clause %s", name)
	return norm.Result{}
}

// A trial is a sheet and what one clause must say of it.
type trial struct {
	name    string // of the trial
	clause  string
	make    func() *sheet
	alter   func(*sheet)
	want    norm.Verdict
	value   string  // a measured number that must be there …
	number  float64 // … and what it must be, ± 0.05
	unit    string
	place   string // text that a place must lie on; empty if none is asked for
	says    string // part of what is measured
	nowhere bool   // the clause has no place on a page
}

// try runs trials.
func try(t *testing.T, list []trial) {
	t.Helper()
	for _, c := range list {
		t.Run(strings.ReplaceAll(c.clause+"/"+c.name, " ", "_"), func(t *testing.T) {
			s := c.make()
			if c.alter != nil {
				c.alter(s)
			}
			r := measure(t, c.clause, s)
			if r.Verdict != c.want || !strings.Contains(r.Measured, c.says) {
				t.Fatalf("%s %q, want %s %q", r.Verdict, r.Measured, c.want, c.says)
			}
			c.checkValue(t, r)
			c.checkPlaces(t, s, r)
		})
	}
}

func (c trial) checkValue(t *testing.T, r norm.Result) {
	t.Helper()
	if c.value == "" {
		return
	}
	for _, v := range r.Values {
		if v.Name == c.value {
			if v.Unit != c.unit || v.Number < c.number-0.05 || v.Number > c.number+0.05 {
				t.Errorf("%s is %.3f %s, want %.3f %s", v.Name, v.Number, v.Unit, c.number, c.unit)
			}
			return
		}
	}
	t.Errorf("no value %s in %v", c.value, r.Values)
}

// checkPlaces: a verdict names its place, the place is on the paper, and holds
// ink of the text that is meant.
func (c trial) checkPlaces(t *testing.T, s *sheet, r norm.Result) {
	t.Helper()
	if (r.Verdict == norm.Holds || r.Verdict == norm.Fails) && len(r.Places) == 0 && !c.nowhere {
		t.Error("no place")
	}
	found := c.place == ""
	for _, p := range r.Places {
		if p.Page < 1 || p.Page > len(s.sizes) {
			t.Fatalf("place on page %d", p.Page)
		}
		z := s.sizes[p.Page-1]
		if !p.Box.Empty() && !p.Box.Within(printout.Box{X1: z.w, Y1: z.h}, 1) {
			t.Errorf("place %+v is off the paper", p)
		}
		if r.Verdict == norm.Fails && p.Note == "" {
			t.Errorf("place %+v says nothing", p)
		}
		s.named(c.place, func(x *text) {
			for _, g := range x.glyphs() {
				found = found || p.Page == x.page && g.Ink.Within(p.Box, 1)
			}
		})
		s.line(c.place, func(l *stroke) {
			found = found || p.Page == l.page && printout.Box{X0: l.x0, Y0: l.y0, X1: l.x1, Y1: l.y1}.Within(p.Box, 0.5)
		})
		for _, x := range s.pictures {
			found = found || x.name == c.place && p.Page == x.page && p.Box.Overlaps(printout.Box{X0: x.x, Y0: x.y, X1: x.x + x.w, Y1: x.y + x.h})
		}
	}
	if !found {
		t.Errorf("no place on %q: %+v", c.place, r.Places)
	}
}

// Changes to sheets.

func on(name string, do func(*text)) func(*sheet) { return func(s *sheet) { s.named(name, do) } }

func shift(name string, x, y float64) func(*sheet) {
	return on(name, func(t *text) { t.x += x; t.y += y })
}

func says(name, words string) func(*sheet) { return on(name, func(t *text) { t.s = words }) }

func inFace(name, face string) func(*sheet) { return on(name, func(t *text) { t.face = face }) }

func removed(names ...string) func(*sheet) {
	return func(s *sheet) {
		for _, n := range names {
			s.remove(n)
		}
	}
}

func all(changes ...func(*sheet)) func(*sheet) {
	return func(s *sheet) {
		for _, c := range changes {
			c(s)
		}
	}
}
