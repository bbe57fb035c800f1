package recognise

import (
	"slices"
	"strings"
	"unicode/utf8"

	"hongtou/internal/dossier"
	"hongtou/internal/register"
)

// piece is a stretch of a value that the register does not know; joined says
// that it was put together from the ends of one wording.
type piece struct {
	register.Unknown
	joined bool
}

// wordings gives the unknown pieces of a value, with those put together that
// are one wording: 市、县区国家机关 are no two units, nor is 中央 a name in
// 中央、省属在甲各单位.
func wordings(value string, res register.Resolution) []piece {
	rs := []rune(value)
	var out []piece
	for _, u := range res.Unknown {
		now := piece{Unknown: u}
		if n := len(out); n > 0 {
			last := out[n-1]
			end := last.Offset + last.Length
			if between := string(rs[end:u.Offset]); between == "、" && goesOn(last.Words, u.Words) {
				now.Offset, now.Length, now.joined, now.Person = last.Offset, u.Offset+u.Length-last.Offset, true, false
				now.Words = string(rs[now.Offset : now.Offset+now.Length])
				out = out[:n-1]
			}
		}
		out = append(out, now)
	}
	for i := range out {
		out[i].whole(rs)
	}
	return out
}

// whole takes in the office that follows words which are no name: 主要负责同志.
func (p *piece) whole(rs []rune) {
	end := p.Offset + p.Length
	for end < len(rs) && !strings.ContainsRune("、，；。（", rs[end]) {
		end++
	}
	if end > p.Offset+p.Length && (nameless(p.Words) || slices.Contains(words().Qualifiers, p.Words)) {
		p.Length = end - p.Offset
		p.Words, p.joined, p.Person = string(rs[p.Offset:end]), true, false
	}
}

// goesOn says whether b ends the wording that a begins.
func goesOn(a, b string) bool {
	if i := strings.LastIndex(a, "、"); i >= 0 {
		a = a[i+len("、"):]
	}
	v := words()
	if level, each := strings.CutPrefix(a, "各"); each && utf8.RuneCountInString(level) == 1 && slices.Contains(v.Levels, level) {
		for _, next := range v.Levels { // 各县、区党委和政府; but 各县、市乙局 are two
			if rest, ok := strings.CutPrefix(b, next); ok && slices.ContainsFunc(v.Tails, func(t string) bool { return strings.HasPrefix(rest, t) }) {
				return true
			}
		}
	}
	return slices.Contains(v.Levels, a) || slices.Contains(v.Tails, b)
}

// nameless says whether words only tell a level: 市、县区.
func nameless(s string) bool {
	for _, w := range strings.Split(s, "、") {
		if !slices.Contains(words().Levels, w) {
			return false
		}
	}
	return true
}

// role says whether words tell people by what they do, not by name:
// 主要负责人.
func role(s string) bool {
	return slices.ContainsFunc(words().Roles, func(w string) bool { return strings.Contains(s, w) })
}

// single leaves out proposals that join others: 各县政府和市水务局, when both
// are proposed.
func (p *proposer) single() []Name {
	reg := &dossier.Register{}
	for _, n := range p.outUnits {
		reg.Groups = append(reg.Groups, dossier.Group{ID: n.Name, Name: dossier.Text{Value: n.Name}, Open: true})
	}
	var out []Name
	for i, n := range p.outUnits {
		rest := dossier.Register{Groups: slices.Delete(slices.Clone(reg.Groups), i, i+1)}
		if n.Kind == "group" && strings.ContainsAny(n.Name, "和及与暨") {
			if res := register.New(&rest).Units(n.Name); len(res.Unknown) == 0 && len(res.Refs) > 1 {
				p.doubts = slices.DeleteFunc(p.doubts, func(d Doubt) bool { return d.Why == groupDoubt && d.What == clip(n.Name) })
				continue
			}
		}
		out = append(out, n)
	}
	return out
}

// doubtField notes a doubt at a field.
func (r *reader) doubtField(f Field, what, why, assumed string) {
	d := Doubt{Place: f.Place, What: clip(what), Why: why, Assumed: assumed}
	for _, run := range append(slices.Clone(f.Value.Runs), f.Label.Runs...) {
		if run.Span.To > run.Span.From {
			d.File, d.Place = r.ms[run.Span.File].Name, r.lines[r.index[run.Span.Source]].place
			break
		}
	}
	r.doubts = append(r.doubts, d)
}
