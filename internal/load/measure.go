package load

import "hongtou/internal/dossier"

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
	dossier.IdentifyMeasures(out, a.ID)
	return out
}
