package layout

import (
	"slices"
	"strings"

	"hongtou/internal/linebreak"
)

// A title without preferred lines is divided so that its lines form a 梯形 or
// 菱形 (7.3.1). All divisions near equal parts are weighed; the numbers below
// are ems squared.
const (
	maxTitleLines  = 4  // longer titles are simply filled
	window         = 8  // ems that a line's end may lie from its equal share
	costRectangle  = 6  // three or more lines of one width
	costHourglass  = 40 // a line shorter than both its neighbours
	costNoBoundary = 12 // an end that is not known to be the end of a word
	shortestLine   = 3  // ems
)

// shape gives the ends of the lines of a title.
func (s *setter) shape(t *text) []int {
	n := len(t.glyphs)
	total := t.width(0, n)
	if total <= areaWidth {
		return []int{n}
	}
	count := int((total + areaWidth - 1) / areaWidth)
	for ; count <= maxTitleLines; count++ {
		if d := s.divide(t, count, total); d.best != nil {
			return d.best
		}
	}
	return s.fillTitle(t)
}

// fillTitle divides a title as running text.
func (s *setter) fillTitle(t *text) []int {
	lines, _ := s.breaker.Break(t.glyphs, linebreak.Measure{First: int32(areaWidth), Rest: int32(areaWidth)})
	var ends []int
	for _, l := range lines {
		ends = append(ends, l.End)
	}
	return ends
}

// division is the search for the best way to divide a title into lines.
type division struct {
	text     *text
	total    Unit
	count    int
	openings []int
	sums     []Unit // width up to each glyph
	ends     []int
	best     []int
	cost     int
}

func (s *setter) divide(t *text, count int, total Unit) *division {
	d := &division{text: t, total: total, count: count, openings: s.breaker.Openings(t.glyphs)}
	d.sums = make([]Unit, len(t.glyphs)+1)
	for i, g := range t.glyphs {
		d.sums[i+1] = d.sums[i] + Unit(g.Advance)
	}
	d.search(0)
	return d
}

// search chooses the end of the next line among the openings near its share.
func (d *division) search(start int) {
	if len(d.ends) == d.count-1 {
		d.weigh(start)
		return
	}
	share := d.total * Unit(len(d.ends)+1) / Unit(d.count)
	for _, end := range d.openings {
		if end <= start || max(share-d.sums[end], d.sums[end]-share) > window*d.text.scale.size {
			continue
		}
		if d.sums[end]-d.sums[start] > areaWidth {
			break
		}
		d.ends = append(d.ends, end)
		d.search(end)
		d.ends = d.ends[:len(d.ends)-1]
	}
}

// weigh compares a complete division with the best one so far.
func (d *division) weigh(start int) {
	n := len(d.text.glyphs)
	if d.sums[n]-d.sums[start] > areaWidth {
		return
	}
	ends := append(slices.Clone(d.ends), n)
	widths := d.widths(ends)
	if slices.Min(widths) < shortestLine {
		return
	}
	cost := shapeCost(widths)
	for _, e := range d.ends {
		if !d.boundary(e) {
			cost += costNoBoundary
		}
	}
	if d.best == nil || cost < d.cost {
		d.best, d.cost = ends, cost
	}
}

// widths of the lines in ems.
func (d *division) widths(ends []int) []int {
	var out []int
	start := 0
	for _, e := range ends {
		out = append(out, int((d.sums[e]-d.sums[start])/d.text.scale.size))
		start = e
	}
	return out
}

// shapeCost is low for lines of similar width that grow, shrink, or do one
// after the other.
func shapeCost(w []int) int {
	sum, cost := 0, 0
	for _, x := range w {
		sum += x
	}
	for _, x := range w {
		d := x - sum/len(w)
		cost += d * d
	}
	for i := 1; i+1 < len(w); i++ {
		if w[i] < w[i-1] && w[i] < w[i+1] {
			cost += costHourglass
		}
	}
	if len(w) > 2 && slices.Max(w)-slices.Min(w) < 2 {
		cost += costRectangle
	}
	return cost
}

// Words that titles of official documents are made of: a line ends well before
// the first ones and behind the others.
var (
	lineStarts = []string{"关于", "《", "贯彻", "部分"}
	lineEnds   = []string{"》", "、", "办公室", "办公厅", "委员会", "人民政府", "的"}
)

// boundary says whether a word is known to end before glyph i.
func (d *division) boundary(i int) bool {
	before, after := d.plain(max(0, i-4), i), d.plain(i, min(len(d.text.glyphs), i+4))
	return slices.ContainsFunc(lineStarts, func(w string) bool { return strings.HasPrefix(after, w) }) ||
		slices.ContainsFunc(lineEnds, func(w string) bool { return strings.HasSuffix(before, w) })
}

func (d *division) plain(i, j int) string {
	var b strings.Builder
	for _, g := range d.text.glyphs[i:j] {
		b.WriteRune(g.Rune)
	}
	return b.String()
}
