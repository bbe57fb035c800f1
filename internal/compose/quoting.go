package compose

import (
	"hongtou/internal/doc"
	"hongtou/internal/dossier"
)

// Inside title marks of ours a title has its own marks of the other kind:
// 《关于修改〈甲方案〉的通知》 (GB/T 15834). Where a title stands as issued, its
// marks stay as issued.

// titleMarks sets title marks by their depth.
type titleMarks struct{ depth int }

func (m *titleMarks) set(r rune) rune {
	switch r {
	case '《', '〈':
		m.depth++
		return [...]rune{'〈', '《'}[m.depth%2]
	case '》', '〉':
		out := [...]rune{'〉', '》'}[m.depth%2]
		m.depth = max(m.depth-1, 0)
		return out
	}
	return r
}

// quotedTitle is a title that templates put between title marks.
func quotedTitle(field string, t dossier.Title, place doc.Outline) *Title {
	v := newTitle(field, t, place)
	v.setMarks(1)
	return v
}

// setMarks sets the marks of a title that stands in so many marks already.
func (t *Title) setMarks(depth int) {
	if t == nil {
		return
	}
	m := titleMarks{depth}
	for _, line := range t.lines {
		for i := range line {
			line[i].Text = m.in(line[i].Text)
		}
	}
}

func (m *titleMarks) in(s string) string {
	rs := []rune(s)
	for i := range rs {
		rs[i] = m.set(rs[i])
	}
	return string(rs)
}

// planInMarks gives the plan's title in title marks, for the descriptions of
// files.
func planInMarks(d *dossier.Dossier) string {
	return "《" + (&titleMarks{1}).in(d.Plan.Title.Value) + "》"
}
