package elements

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"hongtou/internal/gbt9704"
)

// What stands in the white over and under the text is found by less than its
// place: a header or footer is small, stands on many pages or far from the
// text. What is none of these is text, however narrow the margins are.
const (
	smaller = 1.0  // points that a header is smaller than the text
	apart   = 25.0 // mm that a header is apart from the text
	leeway  = 2.0  // mm under the type area where a baseline may stand

	headerRoom = 10.0 // mm under the type area's upper edge where a small repeated line is a header
)

// findFrames takes headers and footers out of the text of all pages.
func (d *Document) findFrames() {
	d.size = d.textSize()
	repeated := d.repeated()
	for _, p := range d.Pages {
		a := p.Area()
		frame := func(l Line, i, next int) bool {
			return repeated[place(l)] > 1 || l.Size() < d.size-smaller || folioForm.MatchString(l.Text()) ||
				next < 0 || next >= len(p.Lines) || max(p.Lines[next].Y-l.Y, l.Y-p.Lines[next].Y) > apart
		}
		from, to := 0, len(p.Lines)
		for i, l := range p.Lines {
			inside := l.Y < a.Y0+headerRoom && l.Size() < d.size-smaller && repeated[place(l)] > 1
			if !inside && (l.Y >= a.Y0 || !frame(l, i, i+1)) {
				break
			}
			from = i + 1
		}
		for to > from && p.Lines[to-1].Y > a.Y1+leeway && frame(p.Lines[to-1], to-1, to-2) {
			to--
		}
		p.Above, p.Lines, p.Below = p.Lines[:from:from], p.Lines[from:to:to], p.Lines[to:]
	}
	d.foliosInside()
}

// textSize is the size in points that most Han characters outside of tables
// have.
func (d *Document) textSize() float64 {
	count := map[int]int{}
	best, most := int(2*gbt9704.Size3), 0
	for _, p := range d.Pages {
		for _, l := range p.Lines {
			for _, g := range l.Glyphs {
				if !Han(g.Rune) || !(g.Size > 0 && g.Size < 1000) {
					continue
				}
				half := int(2*g.Size + 0.5)
				if count[half]++; count[half] > most {
					best, most = half, count[half]
				}
			}
		}
	}
	return float64(best) / 2
}

// place is where a line stands, and what it says apart from figures.
func place(l Line) string {
	words := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return -1
		}
		return r
	}, l.Text())
	return fmt.Sprintf("%.0f %s", l.Y/2, words)
}

// repeated counts the pages on which a line over or under the text stands at the
// same place.
func (d *Document) repeated() map[string]int {
	out := map[string]int{}
	for _, p := range d.Pages {
		a := p.Area()
		for _, l := range p.Lines {
			if l.Y < a.Y0+headerRoom || l.Y > a.Y1+leeway {
				out[place(l)]++
			}
		}
	}
	return out
}

// dashes may stand around the number of a page.
const dashes = `[-—―－–−─·•~～_]{0,3}`

// folioForm is what a line is that only gives the number of a page; folioDigits
// is one with nothing around the figures.
var (
	folioForm   = regexp.MustCompile(`^(` + dashes + `[0-9０-９]{1,4}` + dashes + `|第[0-9０-９]{1,4}页([,，/／、·]?共[0-9０-９]{1,4}页)?|[0-9]{1,4}[/／][0-9]{1,4}|Page[0-9]{1,4}(of[0-9]{1,4})?)$`)
	folioDigits = regexp.MustCompile(`^[0-9０-９]+$`)
	figures     = regexp.MustCompile(`[0-9０-９]+`)
)

// printedNumber is a number at the foot of a page that may be the page's.
type printedNumber struct {
	page  *Page
	value int
	bare  bool // nothing stands around the figure
}

// foliosInside takes numbers of pages that stand inside the type area for what
// they are: the lowest line, with marks around the figure, or bare figures that
// count on as the pages do.
func (d *Document) foliosInside() {
	var found []printedNumber
	for _, p := range d.Pages {
		if n := len(p.Lines); n > 0 && !slices.ContainsFunc(p.Below, isFolio) && isFolio(p.Lines[n-1]) {
			text := p.Lines[n-1].Text()
			found = append(found, printedNumber{p, value(figures.FindString(text)), folioDigits.MatchString(text)})
		}
	}
	for i, f := range found {
		countsOn := func(k int) bool {
			return k >= 0 && k < len(found) && found[k].value-f.value == found[k].page.Number-f.page.Number
		}
		if f.bare && f.value != f.page.Number && !countsOn(i-1) && !countsOn(i+1) {
			continue
		}
		p, n := f.page, len(f.page.Lines)-1
		p.Below = append([]Line{p.Lines[n]}, p.Below...)
		p.Lines = p.Lines[:n]
	}
}

func isFolio(l Line) bool { return folioForm.MatchString(l.Text()) }

// value is what figures of either width say: both end in their value.
func value(digits string) (n int) {
	for _, r := range digits {
		n = 10*n + int(r&0xf)
	}
	return n
}
