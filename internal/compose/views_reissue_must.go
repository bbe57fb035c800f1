package compose

func (v reissueView) must() []*value {
	out := append(v.Plan.must(), v.Day.held())
	for _, s := range v.Sources {
		out = append(out, s.mustQuote()...)
	}
	for _, o := range v.Open {
		out = append(append(append(out, o.Task.held()), held(o.Changed)...), held(o.Candidates)...)
		out = append(out, mustWords(o.Words)...)
	}
	for _, r := range v.Renewed {
		out = append(out, r.Unit.held(), r.Former.held())
		for _, t := range r.Tasks {
			out = append(out, t.Task.held())
			if t.What == whatChanged {
				out = append(out, held(t.Changed)...)
			}
		}
		out = append(append(out, held(r.Quoted)...), mustDocuments(r.Issued)...)
		out = append(out, mustEditions(r.Expired, !r.Same)...)
	}
	for _, k := range v.Kept {
		out = append(append(out, k.Unit.held()), mustEditions(k.Editions, true)...)
	}
	return append(out, held(v.Passages)...)
}

func mustDocuments(list []documentsView) []*value {
	var out []*value
	for _, d := range list {
		out = append(out, held(d.Tasks)...)
	}
	return out
}

func mustEditions(list []editionView, named bool) []*value {
	var out []*value
	for _, e := range list {
		out = append(out, e.Edition.held())
		if named {
			out = append(out, mustDocuments(e.Documents)...)
		}
	}
	return out
}
