package recognise

import (
	"slices"
	"strings"

	"hongtou/internal/dossier"
)

const sameReason = "与同一项上一行相同"

// extend adds a row that names no item to the one before it.
func (r *reader) extend(to *row, more row, cells []tableCell, covered map[int]int) {
	to.other = append(to.other, more.other...)
	add := func(measures bool) {
		for _, f := range more.fields {
			if measures != (f.kind == dossier.Measures) {
				continue
			}
			i := slices.IndexFunc(to.fields, func(have column) bool { return have.kind == f.kind })
			if i < 0 {
				to.fields = append(to.fields, f)
				continue
			}
			r.extendField(&to.fields[i], f, &more)
		}
	}
	add(false)
	add(true) // last: a deadline may have been put behind them
	if covered[cells[0].Col] == 0 && len(more.fields) > 0 {
		return
	}
	if len(more.fields) > 0 && len(more.fields[0].text) > 0 && cells[0].Row >= covered[0] {
		r.doubt(more.fields[0].text[0], "这一行没有序号和问题", "接在上一项后面")
	}
}

// extendField adds a cell of a further row to a field: names that it does not
// have yet, text that goes on. Two deadlines are never run together.
func (r *reader) extendField(have *column, f column, more *row) {
	switch f.kind {
	case dossier.Measures:
		have.text = append(have.text, f.text...)
	case dossier.Deadline:
		r.otherDeadline(have, f, more)
	case dossier.Goal, Other:
		if slices.ContainsFunc(have.text, func(p []glyph) bool { return len(f.text) == 1 && runes(p) == runes(f.text[0]) }) {
			r.absorb(f.text[0], sameReason)
			return
		}
		have.text = append(have.text, f.text...)
	default:
		for _, p := range f.text {
			if fresh := r.fresh(have.text, p); len(fresh) > 0 {
				have.text = append(have.text, fresh)
			}
		}
	}
}

// fresh leaves out the names that a field has already.
func (r *reader) fresh(have [][]glyph, p []glyph) []glyph {
	var known []string
	for _, h := range have {
		known = append(known, strings.FieldsFunc(runes(h), separator)...)
	}
	var out []glyph
	for from := 0; from <= len(p); {
		to := from
		for to < len(p) && !separator(p[to].r) {
			to++
		}
		switch name := p[from:to]; {
		case len(name) > 0 && slices.Contains(known, runes(name)):
			r.absorb(p[from:min(to+1, len(p))], sameReason)
		default:
			out = append(out, p[from:min(to+1, len(p))]...)
		}
		from = to + 1
	}
	for len(out) > 0 && len(out) < len(p) && separator(out[len(out)-1].r) {
		r.absorb(out[len(out)-1:], sameReason)
		out = out[:len(out)-1]
	}
	return out
}

func separator(c rune) bool { return c == '、' || c == '，' || c == '；' }

// otherDeadline keeps the deadline of a further row with the measure of that
// row: the field has the first.
func (r *reader) otherDeadline(have *column, f column, more *row) {
	value := join(f.text...)
	if runes(value) == runes(join(have.text...)) {
		r.absorb(value, sameReason)
		return
	}
	i := slices.IndexFunc(more.fields, func(c column) bool { return c.kind == dossier.Measures && len(c.text) > 0 })
	if i < 0 {
		r.doubt(value, "同一项的另一行写了不同的"+runes(have.label), "没有放进去，字段里用前一行的")
		r.leave(value, "同一项另一行的"+runes(have.label))
		return
	}
	r.doubt(value, "同一项的另一行写了不同的"+runes(have.label), "写在这一行的措施后面，字段里用前一行的，请核对")
	ps := slices.Clone(more.fields[i].text)
	value = r.dated(value)
	last := ps[len(ps)-1]
	end := len(last)
	for end > 0 && strings.ContainsRune("。；", last[end-1].r) {
		end--
	}
	open := "（" + runes(have.label) + "："
	r.fixes = append(r.fixes, fix{src: value[0].src, new: open, why: "这一行的" + runes(have.label) + "写在措施后面"},
		fix{src: value[0].src, new: "）", why: "这一行的" + runes(have.label) + "写在措施后面"})
	ps[len(ps)-1] = join(last[:end], added(open), value, added("）"), last[end:])
	more.fields[i].text = ps
}
