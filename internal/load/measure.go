package load

import (
	"fmt"
	"strings"

	"hongtou/internal/dossier"
	"hongtou/internal/zh"
)

// measures reads the paragraphs of the measures field: what follows the
// colon, then all paragraphs up to the next label or aspect. A paragraph
// whose first words are nearly a label is reported as a misspelt one.
func (r *itemReader) measures(lab label, a *dossier.Aspect) []dossier.Measure {
	var out []dossier.Measure
	if lab.value.Value != "" {
		out = append(out, dossier.Measure{Text: lab.value, RunIn: true})
	}
	// The aspect being read must know this field, so that a further aspect
	// with another 整改措施 is seen as one.
	reading := dossier.Aspect{Fields: append(a.Fields[:len(a.Fields):len(a.Fields)], dossier.Field{Kind: lab.kind})}
	for !r.done() && !r.atLabel() && !r.atAspect(&reading) {
		b := r.next()
		if !r.misspelt(b) {
			out = append(out, dossier.Measure{Text: b.Text})
		}
	}
	identify(out, a.ID)
	return out
}

// identify gives the measures their numbers and IDs. Unnumbered paragraphs
// before the first number are leads, after one they continue it; without any
// number each is a measure of its own.
func identify(ms []dossier.Measure, aspect string) {
	levels := make([]zh.Level, len(ms))
	numbered := false
	for i, m := range ms {
		level, ok := zh.ParseLevel(m.Text.Value)
		if ok {
			levels[i], ms[i].Number = level, level.Number
		}
		numbered = numbered || ok
	}
	var path []zh.Level
	leads, part := 0, 1
	for i := range ms {
		m, level := &ms[i], levels[i]
		switch {
		case !numbered:
			m.ID = fmt.Sprintf("%s.%d", aspect, i+1)
		case level.Depth > 0:
			for len(path) > 0 && path[len(path)-1].Depth >= level.Depth {
				path = path[:len(path)-1]
			}
			path, part = append(path, level), 1
			m.ID = aspect + joined(path)
		case len(path) == 0:
			leads++
			m.Lead, m.ID = true, aspect+".lead"
			if leads > 1 {
				m.ID += fmt.Sprint(leads)
			}
		default:
			part++
			m.ID = fmt.Sprintf("%s%s.p%d", aspect, joined(path), part)
		}
	}
}

func joined(path []zh.Level) string {
	var b strings.Builder
	for _, l := range path {
		fmt.Fprintf(&b, ".%d", l.Value)
	}
	return b.String()
}
