package dossier

import (
	"fmt"
	"strings"

	"hongtou/internal/zh"
)

// IdentifyMeasures gives the measures of an aspect the numbers they print and
// the IDs that follow from them. Unnumbered paragraphs before the first number
// are leads, after one they continue it; without any number each is a measure
// of its own.
func IdentifyMeasures(ms []Measure, aspect string) {
	levels := make([]zh.Level, len(ms))
	numbered := false
	for i, m := range ms {
		level, ok := zh.ParseLevel(m.Text.Value)
		if ok {
			levels[i], ms[i].Number = level, level.Number
		}
		numbered = numbered || ok
	}
	var at numberPath
	leads, part := 0, 1
	for i := range ms {
		m, level := &ms[i], levels[i]
		switch {
		case !numbered:
			m.ID = fmt.Sprintf("%s.%d", aspect, i+1)
		case level.Depth > 0:
			part = 1
			m.ID = aspect + at.step(level)
		case len(at) == 0:
			leads++
			m.Lead, m.ID = true, aspect+".lead"
			if leads > 1 {
				m.ID += fmt.Sprint(leads)
			}
		default:
			part++
			m.ID = fmt.Sprintf("%s%s.p%d", aspect, at, part)
		}
	}
}

// IdentifyParagraphs gives the paragraphs of a plan their IDs: 5.2 for （二）
// under 五、, 5.2.p1 for the first unnumbered paragraph after it, p1 before
// the first heading. A number that stands twice at one place gets -2 the
// second time: check reports it.
func IdentifyParagraphs(ps []Paragraph) {
	var at numberPath
	part := 0
	times := map[string]int{}
	for i := range ps {
		p := &ps[i]
		level, ok := zh.ParseLevel(p.Text.Value)
		if ok && p.Level > 0 {
			part = 0
			p.ID = strings.TrimPrefix(at.step(level), ".")
		} else {
			part++
			p.ID = strings.TrimPrefix(fmt.Sprintf("%s.p%d", at, part), ".")
		}
		if times[p.ID]++; times[p.ID] > 1 {
			p.ID = fmt.Sprintf("%s-%d", p.ID, times[p.ID])
		}
	}
}

// numberPath is the numbers from the top level down to where one stands.
type numberPath []zh.Level

// step goes on to a further number and writes the path that leads to it.
func (p *numberPath) step(l zh.Level) string {
	for len(*p) > 0 && (*p)[len(*p)-1].Depth >= l.Depth {
		*p = (*p)[:len(*p)-1]
	}
	*p = append(*p, l)
	return p.String()
}

func (p numberPath) String() string {
	var b strings.Builder
	for _, l := range p {
		fmt.Fprintf(&b, ".%d", l.Value)
	}
	return b.String()
}
