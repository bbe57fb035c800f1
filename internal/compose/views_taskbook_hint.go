package compose

import (
	"slices"

	"hongtou/internal/assign"
	"hongtou/internal/deadline"
	"hongtou/internal/doc"
	"hongtou/internal/dossier"
)

// hints gives what the office is told about one field: by which group it
// reaches the recipient, that its time had run out when the notice came, that
// it supervises what it answers for.
func (b *book) hints(s assign.Share, also *assign.Share, f dossier.Field) []hintView {
	switch {
	case f.Kind == dossier.Deadline:
		return b.past(s.Task, f.Value)
	case f.Kind == s.Words[0].Field:
		return b.groups(s, f.Value)
	case f.Kind == dossier.Supervisors && also != nil:
		return append(b.groups(*also, f.Value), hintView{Kind: "both"})
	}
	return nil
}

// groups says for each group that reaches the recipient which of its bodies
// are meant.
func (b *book) groups(s assign.Share, value dossier.Text) []hintView {
	var out []hintView
	at := -1
	for _, d := range s.Words {
		if d.Group == nil {
			continue
		}
		if d.Offset != at {
			at = d.Offset
			words := part(value, d.Offset, d.Offset+d.Length)
			out = append(out, hintView{Kind: "group", Words: newText(s.Task.ID+".group", words)})
		}
		h := &out[len(out)-1]
		h.Units = append(h.Units, unitName(d.Unit))
	}
	return out
}

// past names the parts of a deadline that were over on the day of the notice
// that gave the book its edition.
func (b *book) past(t *assign.Task, value dossier.Text) []hintView {
	var out []hintView
	for _, stage := range b.memory.term(t).Stages {
		if stage.Kind != deadline.Dated || isoDay(stage.By) >= b.Document.Edition {
			continue
		}
		words := part(value, stage.Offset, stage.Offset+stage.Length)
		out = append(out, hintView{Kind: "past", Words: newText(t.ID+".past", words), Date: newText("edition.date", b.date())})
	}
	return out
}

// sayOnce takes the hints on groups out of the tasks and gives each once. A
// hint stays where a group means other bodies than elsewhere.
func sayOnce(lists ...[]taskView) []hintView {
	var once []hintView
	said := func(h hintView) bool {
		if h.Kind != "group" {
			return false
		}
		i := slices.IndexFunc(once, func(o hintView) bool { return plainText(o.Words) == plainText(h.Words) })
		if i < 0 {
			once = append(once, h)
			return true
		}
		return slices.EqualFunc(once[i].Units, h.Units, func(a, b *Text) bool { return plainText(a) == plainText(b) })
	}
	for _, tasks := range lists {
		for _, t := range tasks {
			for _, f := range t.Fields {
				for i := range f.Rows {
					f.Rows[i].Hints = slices.DeleteFunc(f.Rows[i].Hints, said)
				}
			}
		}
	}
	return once
}

func plainText(t *Text) string { return doc.Plain(t.lines[0]) }

// date is the day of the newest notice in force in the book's edition.
func (b *book) date() dossier.Text {
	if n := len(b.Applied); n > 0 {
		return b.Applied[n-1].Date.Text
	}
	return b.Issued.Notice.Date.Text
}

// named says by which words a measure names the recipient, each once.
func (b *book) named(s assign.Share, measure string) []hintView {
	var out []hintView
	said := map[string]bool{}
	for _, m := range s.Measures {
		if m.Measure != measure || said[m.Words] {
			continue
		}
		said[m.Words] = true
		out = append(out, hintView{
			Kind: "named", Words: taskText(s.Task, "named", m.Words), Group: m.Group != nil,
		})
	}
	return out
}

func mustHints(hints []hintView) []*value {
	var out []*value
	for _, h := range hints {
		out = append(append(out, h.Words.held(), h.Date.held()), held(h.Units)...)
	}
	return out
}
