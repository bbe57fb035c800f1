package check

import "hongtou/internal/dossier"

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
		out = append(out, aspectsOutline(i))
		for _, a := range i.Aspects {
			if f := a.Field(dossier.Measures); f != nil {
				out = append(out, measuresOutline(f.Measures))
			}
		}
	}
	for _, a := range s.Amendments {
		out = append(out, paragraphsOutline(a.Body, executing(a)))
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

// executing gives the indexes of an amendment's executing paragraphs: the new
// measures that follow one are a list of their own.
func executing(a dossier.Amendment) map[int]bool {
	out := map[int]bool{}
	for _, c := range a.Changes {
		out[c.Paragraph] = true
	}
	return out
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
