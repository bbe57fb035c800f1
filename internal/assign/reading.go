package assign

import (
	"slices"
	"strings"
)

// reading compares one field with the lines that the proof has for it.
type reading struct {
	*walk
	lines []Line
	value []rune
	gap   Gap // task and label
	taken []bool
}

func (r *reading) run() {
	r.taken = make([]bool, len(r.value))
	var spans []Passage
	for _, l := range r.lines {
		if !slices.Contains(spans, l.Passage) {
			spans = append(spans, l.Passage)
		}
	}
	for _, s := range spans {
		if s.Offset < 0 || s.Offset+s.Length > len(r.value) || string(r.value[s.Offset:s.Offset+s.Length]) != s.Words {
			r.report(s.Words, "", Unfounded)
			continue
		}
		r.take(s)
		r.span(s)
	}
	r.rest()
}

// answered says whether anybody receives the task, or people will say who.
func (r *reading) answered() bool {
	return slices.ContainsFunc(r.lines, func(l Line) bool { return l.As == Given || l.As == Open })
}

func (r *reading) report(words, unit string, why Reason) {
	g := r.gap
	g.Words, g.Unit, g.Reason = words, unit, why
	r.gaps = append(r.gaps, g)
}

// take marks the characters of a span; no character speaks twice.
func (r *reading) take(s Passage) {
	for i := s.Offset; i < s.Offset+s.Length; i++ {
		if r.taken[i] {
			r.report(s.Words, "", Unfounded)
			return
		}
		r.taken[i] = true
	}
}

// span compares what the proof says of some words with what they are.
func (r *reading) span(s Passage) {
	said := map[string]bool{} // units that have the words
	open, silent, unread := false, false, false
	for _, l := range r.lines {
		if l.Passage != s {
			continue
		}
		switch l.As {
		case Given, Withheld:
			said[l.Unit] = true
			if r.none[l.Unit] != (l.As == Withheld) {
				r.report(s.Words, l.Unit, Unfounded)
			}
		case Open:
			open = true
		case Remark:
			silent = true
		case Unread:
			unread = true
		}
	}
	name, named := r.exactly(s)
	switch {
	case unread, silent && r.namesSomebody(s.Words):
		r.report(s.Words, "", Unclear)
	case !named && (len(said) > 0 || open && !wording(s.Words)):
		r.report(s.Words, "", Unfounded)
	case named:
		r.compare(s, name, said, open)
	}
	if longer := r.longest(s.Offset); longer > s.Length && named {
		r.report(s.Words, "", Unfounded) // a longer name stands here
	}
}

// wording says whether unregistered words have the form of an open wording:
// 等有关部门, 《…》确定的责任单位.
func wording(words string) bool {
	return strings.HasPrefix(words, "等") || strings.HasPrefix(words, "《")
}

func (r *reading) compare(s Passage, name printed, said map[string]bool, open bool) {
	for _, id := range name.units {
		if !said[id] {
			r.report(s.Words, id, Lost)
		}
	}
	for _, l := range r.lines {
		if l.Passage == s && l.Unit != "" && !slices.Contains(name.units, l.Unit) {
			r.report(s.Words, l.Unit, Unfounded)
		}
	}
	if name.open != open {
		r.report(s.Words, "", Lost)
	}
}

// exactly gives the registered name that a span prints.
func (r *reading) exactly(s Passage) (printed, bool) {
	for _, n := range r.names {
		if string(n.words) == s.Words {
			return n, true
		}
	}
	return printed{}, false
}

// longest gives the length of the longest name at a place that ends where the
// value or a mark ends it.
func (r *reading) longest(at int) int {
	out := 0
	for _, n := range r.names {
		end := at + len(n.words)
		if end > len(r.value) || !slices.Equal(r.value[at:end], n.words) {
			continue
		}
		if end == len(r.value) || strings.ContainsRune("、，；。,;（）()", r.value[end]) {
			out = max(out, len(n.words))
		}
	}
	return out
}

func (r *reading) namesSomebody(words string) bool {
	return slices.ContainsFunc(r.names, func(n printed) bool { return strings.Contains(words, string(n.words)) })
}

// rest reports the characters that the proof does not speak of.
func (r *reading) rest() {
	var piece []rune
	for i := 0; i <= len(r.value); i++ {
		if i < len(r.value) && !r.taken[i] && !glue(r.value[i]) {
			piece = append(piece, r.value[i])
			continue
		}
		if len(piece) > 0 {
			r.report(string(piece), "", Lost)
		}
		piece = nil
	}
}
