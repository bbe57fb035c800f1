package elements

import (
	"regexp"
	"slices"
	"strings"

	"hongtou/internal/gbt9704"
	"hongtou/internal/printout"
)

// Imprint is 版记: what stands between the long black rules at the foot of the
// last page, or, without rules, from the line that begins with 抄送 on.
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
var ccWord = regexp.MustCompile(`^(抄送|主送|抄报|抄发|分送)[:：]?`)

// CopiesWord begins the line of 抄送机关, rightly or wrongly named.
var CopiesWord = regexp.MustCompile(`^(抄送|抄报|抄发|分送)`)

// SubjectWord begins 主题词: of the standard of 1999, not of that of 2012. It
// stands over 抄送.
var SubjectWord = regexp.MustCompile(`^主题词[:：]`)

// PrintedWord ends the line of 印发机关 and 印发日期; FolioWord is in a page number.
var (
	PrintedWord = regexp.MustCompile(`印发$`)
	FolioWord   = regexp.MustCompile(`[0-9０-９]`)
)

// imprintWord says whether a line can only be of an imprint.
func imprintWord(text string) bool {
	return ccWord.MatchString(text) && strings.ContainsAny(text, "：:") || PrintedWord.MatchString(text) && strings.Contains(text, "年")
}

// imprintRoom is how far over its first word the first rule of an imprint may
// be, in mm.
const imprintRoom = 15

// findImprint looks at the last page that has anything but a number on it, and,
// for words that can only be of an imprint, at those before it.
func (d *Document) findImprint() *Imprint {
	last := true
	for k := len(d.Pages) - 1; k >= 0; k-- {
		p := d.Pages[k]
		if p.Blank() {
			continue
		}
		if i := p.imprint(last); i != nil {
			return i
		}
		last = false
	}
	return nil
}

// imprint finds what is of an imprint on a page. On the last page rules alone
// tell it.
func (p *Page) imprint(last bool) *Imprint {
	words := p.imprintFrom()
	if p.Landscape() || words < 0 && !last {
		return nil
	}
	i := &Imprint{Page: p.Number, From: gbt9704.Bottom, To: max(gbt9704.Bottom, p.textEnd()) + 20}
	from := p.Height / 2
	if words >= 0 {
		from = p.Lines[words].Y - imprintRoom
	}
	for _, r := range p.LongRules(false, 100) {
		if r.Box.Y0 > from {
			i.Rules = append(i.Rules, r)
		}
	}
	if i.Rules = outer(i.Rules); len(i.Rules) < 2 {
		i.Rules = nil
	} else {
		i.From, i.To = i.Rules[0].Box.Y0, i.Rules[len(i.Rules)-1].Box.Y0
	}
	if words >= 0 {
		i.From = min(i.From, p.Lines[words].Y-5)
		i.To = max(i.To, p.Lines[words].Y+1)
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

// imprintFrom is the number of the first line that only an imprint has; -1 if
// there is none. 主题词 is one where another follows.
func (p *Page) imprintFrom() int {
	words := slices.IndexFunc(p.Lines, func(l Line) bool { return imprintWord(l.Text()) && l.Size() < gbt9704.Size2-2 })
	for k := words - 1; k >= 0 && p.Lines[words].Y-p.Lines[k].Y < 3*gbt9704.Pitch; k-- {
		if SubjectWord.MatchString(p.Lines[k].Text()) {
			return k
		}
	}
	return words
}

// textEnd is the baseline of the lowest line.
func (p *Page) textEnd() float64 {
	if len(p.Lines) == 0 {
		return 0
	}
	return p.Lines[len(p.Lines)-1].Y
}
