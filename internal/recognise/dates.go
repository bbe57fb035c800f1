package recognise

import "regexp"

// cellDate is a date as spreadsheets show it; midnight belongs to it.
var cellDate = regexp.MustCompile(`^((?:19|20)\d\d)[/.-](0?[1-9]|1[0-2])[/.-](0?[1-9]|[12]\d|3[01])((?: 0?0:00(?::00)?)?)$`)

const dateReason = "日期写成年月日"

// dated writes 2026/6/30 as 2026年6月30日, which is how a deadline is read and
// printed; each change is listed.
func (r *reader) dated(gs []glyph) []glyph {
	m := cellDate.FindStringSubmatchIndex(runes(gs)) // all in ASCII: bytes are characters
	if m == nil {
		return gs
	}
	var out []glyph
	for i, g := range gs {
		switch {
		case i == m[3] || i == m[5]:
			mark := map[int]string{m[3]: "年", m[5]: "月"}[i]
			r.fix(g.src, string(g.r), mark, dateReason)
			g.r = []rune(mark)[0]
		case i >= m[8], g.r == '0' && (i == m[4] || i == m[6]):
			r.remove(g.src, g.r, dateReason)
			continue
		}
		out = append(out, g)
	}
	r.fixes = append(r.fixes, fix{src: out[len(out)-1].src, new: "日", why: dateReason})
	return append(out, added("日")...)
}
