package elements

import (
	"regexp"
	"strings"

	"hongtou/internal/gbt9704"
	"hongtou/internal/printout"
)

// Imprint is 版记: what stands between the long black rules of the last page,
// or, without rules, from the line that begins with 抄送 on.
type Imprint struct {
	Page     int     // from 1
	From, To float64 // mm from the top
	Rules    []printout.Rule
	Lines    []Line
}

// Holds says whether a line belongs to the imprint; nothing belongs to none.
func (i *Imprint) Holds(l Line) bool {
	return i != nil && l.Page == i.Page && l.Y > i.From && l.Y < i.To
}

// ccWord begins the imprint where no rule does.
var ccWord = regexp.MustCompile(`^(抄送|主送)[:：]`)

// PrintedWord ends the line of 印发机关 and 印发日期; FolioWord is in a page number.
var (
	PrintedWord = regexp.MustCompile(`印发$`)
	FolioWord   = regexp.MustCompile(`[0-9０-９]`)
)

// findImprint looks at the last page that has anything but a number on it.
func (d *Document) findImprint() *Imprint {
	p := d.Pages[len(d.Pages)-1]
	i := &Imprint{Page: p.Number, Rules: p.LongRules(false, 100), From: gbt9704.Bottom, To: p.Area().Y1 + 20}
	if len(i.Rules) < 2 {
		i.Rules = nil
	} else {
		i.From, i.To = i.Rules[0].Box.Y0, i.Rules[len(i.Rules)-1].Box.Y0
	}
	for _, l := range p.Lines {
		text := l.Text()
		if ccWord.MatchString(text) || PrintedWord.MatchString(text) && strings.Contains(text, "年") {
			i.From = min(i.From, l.Y-5)
		}
	}
	for _, l := range p.Lines {
		if i.Holds(l) {
			i.Lines = append(i.Lines, l)
		}
	}
	if len(i.Lines) == 0 {
		return nil
	}
	return i
}

// Folio is the printed number of a page.
type Folio struct {
	Line   Line
	Turned bool
	X0, X1 float64 // mm on the upright page
	Y      float64 // baseline on the upright page
}

// Folio finds a page's number: a line under the type area with a figure in it;
// on paper that lies on its side, turned glyphs at its left edge.
func (p *Page) Folio() (Folio, bool) {
	if p.Landscape() && len(p.Turned) > 0 {
		return p.turnedFolio()
	}
	for _, l := range p.Below {
		if len(l.Glyphs) < 12 && FolioWord.MatchString(l.Text()) {
			return Folio{Line: l, X0: l.X0(), X1: l.X1(), Y: l.Y}, true
		}
	}
	return Folio{}, false
}

// turnedFolio turns the page upright, a quarter against the clock: what reads
// downwards on the lying page then runs to the right.
func (p *Page) turnedFolio() (Folio, bool) {
	var glyphs []printout.Glyph
	for _, g := range p.Turned {
		if g.Angle == 90 && g.X0 < p.Area().X0+2 {
			turned := g
			turned.X0, turned.Y = g.Y, p.Width-g.X0
			turned.X1 = turned.X0 + advance(g)
			glyphs = append(glyphs, turned)
		}
	}
	for _, l := range Lines(glyphs) {
		if FolioWord.MatchString(l.Text()) {
			return Folio{Line: l, Turned: true, X0: l.X0(), X1: l.X1(), Y: l.Y}, true
		}
	}
	return Folio{}, false
}

// advance is the width of a glyph of a folio in mm: figures fill half a cell.
func advance(g printout.Glyph) float64 {
	if Wide(g.Rune) {
		return g.Size * gbt9704.Point
	}
	return g.Size * gbt9704.Point / 2
}
