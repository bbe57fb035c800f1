package amend

import (
	"slices"
	"strings"
	"unicode/utf8"

	"hongtou/internal/dossier"
	"hongtou/internal/register"
)

// named is a field that names a unit or person, and where.
type named struct {
	item   string // ID
	aspect *dossier.Aspect
	kind   dossier.FieldKind
	text   dossier.Text
	refs   []register.Ref // everything the value names, in order
	hits   []int          // indexes of the references meant
}

// naming finds the fields that name a unit or person, in printed order. Only
// fields that hold one of the printed forms are read.
func (t *turn) naming(kind register.Kind, id string, forms []string) []named {
	index := register.New(t.now.Register)
	var out []named
	for _, part := range t.now.Annex.Parts {
		for i := range part.Items {
			for a := range part.Items[i].Aspects {
				aspect := &part.Items[i].Aspects[a]
				for _, f := range aspect.Fields {
					if !slices.ContainsFunc(forms, func(w string) bool { return strings.Contains(f.Value.Value, w) }) {
						continue
					}
					n := named{item: part.Items[i].ID, aspect: aspect, kind: f.Kind, text: f.Value, refs: read(index, f)}
					if n.hits = hits(n.refs, kind, id); len(n.hits) > 0 {
						out = append(out, n)
					}
				}
			}
		}
	}
	return out
}

// read resolves a field that names units or people; others name nobody.
func read(index *register.Index, f dossier.Field) []register.Ref {
	switch f.Kind {
	case dossier.Responsible, dossier.Supervisors, dossier.Cooperating:
		return index.Units(f.Value.Value).Refs
	case dossier.Leaders, dossier.Persons:
		return index.People(f.Value.Value).Refs
	}
	return nil
}

func hits(refs []register.Ref, kind register.Kind, id string) []int {
	var out []int
	for i, r := range refs {
		if r.Kind == kind && r.ID == id {
			out = append(out, i)
		}
	}
	return out
}

// exchange puts another name where a field names a unit or person. Where the
// field names the other one already, the name goes and leaves no second one.
func (t *turn) exchange(n named, name dossier.Text, kind register.Kind, other string) {
	var runs []dossier.Text
	at := 0
	once := len(hits(n.refs, kind, other)) > 0
	for _, i := range n.hits {
		r := n.refs[i]
		from, to := r.Offset, r.Offset+r.Length
		if once {
			from, to = dropped(n.text.Value, n.refs, i)
		}
		from = max(from, at)
		runs = append(runs, n.text.Slice(at, from))
		if !once {
			runs = append(runs, name)
		}
		at, once = max(to, at), true
	}
	next := dossier.Join(append(runs, n.text.Slice(at, n.text.Len()))...)
	item := t.edit(n.item)
	for a := range item.Aspects {
		if item.Aspects[a].ID == n.aspect.ID {
			item.Aspects[a].Field(n.kind).Value = next
		}
	}
	t.record(under(n.aspect.ID, string(n.kind)), t.change.Verb, []dossier.Text{n.text}, []dossier.Text{next})
}

const joiners = "、，,；;和及与以暨 "

// dropped gives what goes when reference i goes: its words, the role that is
// its own, and what joins it to the one before or after.
func dropped(value string, refs []register.Ref, i int) (from, to int) {
	rs := []rune(value)
	from, to = refs[i].Offset, refs[i].Offset+refs[i].Length
	joined := func(from, to int) bool {
		return from <= to && strings.Trim(string(rs[from:to]), joiners) == ""
	}
	before, after := -1, len(rs)+1
	if i > 0 {
		before = refs[i-1].Offset + refs[i-1].Length
	}
	shared := i > 0 && refs[i-1].Kind != register.Role && joined(before, from)
	if i+1 < len(refs) && refs[i+1].Kind == register.Role && refs[i+1].Offset == to && !shared {
		to += refs[i+1].Length
		i++
	}
	if i+1 < len(refs) {
		after = refs[i+1].Offset
	}
	switch {
	case before >= 0 && joined(before, from):
		from = before
	case after <= len(rs) && joined(to, after):
		to = after
	}
	return from, to
}

// wordsIn gives the place in the executing paragraph that prints one of the
// words, the longest first; ok is false when it prints none.
func (t *turn) wordsIn(words []string) (dossier.Text, bool) {
	p := t.paragraph()
	words = slices.Clone(words)
	slices.SortStableFunc(words, func(a, b string) int { return len(b) - len(a) })
	for _, w := range words {
		if i := strings.LastIndex(p.Value, w); i >= 0 && w != "" {
			from := utf8.RuneCountInString(p.Value[:i])
			return p.Slice(from, from+utf8.RuneCountInString(w)), true
		}
	}
	return dossier.Text{}, false
}

// register gives the register for writing.
func (w *draft) register() *dossier.Register {
	if w.first("register") {
		r := *w.now.Register
		r.Units, r.Groups, r.People = slices.Clone(r.Units), slices.Clone(r.Groups), slices.Clone(r.People)
		w.now.Register = &r
	}
	return w.now.Register
}
