package check

import (
	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

// outlines gives every run of numbered text of a dossier: notice, plan, the
// parts of the annex, the aspects of an item, each list of measures, each
// amendment.
func (s *scene) outlines() []outline {
	out := []outline{
		paragraphsOutline(s.Notice.Body, nil),
		paragraphsOutline(s.Plan.Body, nil),
		s.partsOutline(),
	}
	for _, i := range s.Annex.Items() {
		out = append(out, itemOutlines(i)...)
	}
	for _, a := range s.Amendments {
		out = append(out, paragraphsOutline(ownParagraphs(a)))
		for _, c := range a.Changes {
			out = append(out, newOutlines(c)...)
		}
	}
	return out
}

// newOutlines gives the lists that a change sets as a whole; the numbers of
// single measures and paragraphs go on where others stand.
func newOutlines(c dossier.Change) []outline {
	var out []outline
	switch {
	case c.Inserted != nil:
		out = itemOutlines(*c.Inserted)
	case c.Target.Field == dossier.Measures && c.Target.Measure == "" && c.Verb == dossier.Replace:
		ms := make([]dossier.Measure, len(c.New))
		for i, t := range c.New {
			ms[i].Text = t
		}
		dossier.IdentifyMeasures(ms, "")
		out = append(out, measuresOutline(ms))
	}
	return out
}

func itemOutlines(i dossier.Item) []outline {
	out := []outline{aspectsOutline(i)}
	for _, a := range i.Aspects {
		if f := a.Field(dossier.Measures); f != nil {
			out = append(out, measuresOutline(f.Measures))
		}
	}
	return out
}

// paragraphsOutline takes the numbers of paragraphs; breaks holds indexes of
// paragraphs after which lists start anew.
func paragraphsOutline(ps []dossier.Paragraph, breaks map[int]bool) outline {
	o := outline{resets: map[int]bool{}}
	pending := false
	for i, p := range ps {
		if n, ok := number(p.Text); ok && p.Level > 0 {
			o.resets[len(o.numbers)] = pending && n.level > 1
			o.numbers = append(o.numbers, n)
			pending = false
		}
		pending = pending || breaks[i]
	}
	return o
}

// ownParagraphs gives an amendment's paragraphs without the new texts it sets,
// and the indexes of those that execute a change: a list that follows one is a
// list of its own.
func ownParagraphs(a dossier.Amendment) ([]dossier.Paragraph, map[int]bool) {
	quoted, executing := map[diag.Position]bool{}, map[int]bool{}
	for _, c := range a.Changes {
		executing[c.Paragraph] = true
		for _, t := range c.New {
			quoted[t.At] = true
		}
	}
	var own []dossier.Paragraph
	breaks := map[int]bool{}
	for i, p := range a.Body {
		if quoted[p.Text.At] {
			continue
		}
		breaks[len(own)] = executing[i]
		own = append(own, p)
	}
	return own, breaks
}

func (s *scene) partsOutline() outline {
	var o outline
	for _, p := range s.Annex.Parts {
		if n, ok := number(p.Heading.Text); ok {
			o.numbers = append(o.numbers, n)
		}
	}
	return o
}

func aspectsOutline(i dossier.Item) outline {
	var o outline
	for _, a := range i.Aspects {
		if len(a.Problem) == 0 {
			continue
		}
		if n, ok := number(a.Problem[0]); ok && a.Number != "" {
			o.numbers = append(o.numbers, n)
		}
	}
	return o
}

func measuresOutline(ms []dossier.Measure) outline {
	var o outline
	for _, m := range ms {
		if n, ok := number(m.Text); ok && m.Number != "" && !m.Lead {
			o.numbers = append(o.numbers, n)
		}
	}
	return o
}
