package privacy

import (
	"slices"
	"strings"
)

// group is an unbroken run of digits; one of an identity number may end with X.
type group struct {
	from, to int    // in characters
	digits   string // ASCII
	joint    rune   // what joins it to the group before it, as jointOf folds it; 0 nothing
}

// chain is groups with nothing but single joints between them.
type chain []group

// chains takes a text apart.
func chains(rs []rune) []chain {
	var out []chain
	var c chain
	for i := 0; i < len(rs); {
		if digitOf(rs[i]) < 0 {
			i++
			continue
		}
		g := readGroup(rs, i)
		if n := len(c); n > 0 && c[n-1].to+1 == g.from && jointOf(rs[g.from-1]) != 0 {
			g.joint = jointOf(rs[g.from-1])
		} else if n > 0 {
			out, c = append(out, c), nil
		}
		c, i = append(c, g), g.to
	}
	if len(c) > 0 {
		out = append(out, c)
	}
	return out
}

func readGroup(rs []rune, from int) group {
	var b strings.Builder
	to := from
	for ; to < len(rs) && digitOf(rs[to]) >= 0; to++ {
		b.WriteByte(byte('0' + digitOf(rs[to])))
	}
	if to < len(rs) && strings.ContainsRune("xXｘＸ", rs[to]) && (to+1 == len(rs) || !word(rs[to+1])) {
		switch to - from { // the last group of an identity number: 110101 19900307 123X
		case 17, 11, 3, 1:
			b.WriteByte('X')
			to++
		}
	}
	return group{from: from, to: to, digits: b.String()}
}

// findings looks for numbers in a chain: a single group, or several of the
// lengths in which people set them apart.
func (c chain) findings(rs []rune) []Finding {
	var out []Finding
	for i := 0; i < len(c); {
		n, f := c.at(rs, i)
		if n == 0 {
			i++
			continue
		}
		out = append(out, f)
		i += n
	}
	return out
}

// shapes are the lengths of the groups of numbers that are set apart: of
// telephones (with a country code that touches them, too), of identity cards,
// of bank cards.
var shapes = [][]int{
	{3, 4, 4}, {3, 8}, {7, 4}, {5, 4, 4}, {7, 4, 4},
	{6, 8, 4}, {6, 4, 4, 4}, {6, 12}, {14, 4},
	{4, 4, 4, 4}, {4, 4, 4, 4, 1}, {4, 4, 4, 4, 2}, {4, 4, 4, 4, 3}, {6, 13},
}

// at reads a number that begins with group i and says how many groups it has; 0
// when none begins there.
func (c chain) at(rs []rune, i int) (int, Finding) {
	for _, shape := range slices.Backward(shapes) {
		if n := len(shape); i+n <= len(c) && c.hasShape(i, shape) && c.stands(rs, i, i+n) {
			if f, ok := classify(rs, c[i:i+n]); ok {
				return n, f
			}
		}
	}
	if c.stands(rs, i, i+1) {
		if f, ok := classify(rs, c[i:i+1]); ok {
			return 1, f
		}
	}
	return 0, Finding{}
}

// hasShape says whether the groups from i on have these lengths and the same
// joints.
func (c chain) hasShape(i int, shape []int) bool {
	for k, n := range shape {
		if len(c[i+k].digits) != n || k > 1 && c[i+k].joint != c[i+1].joint {
			return false
		}
	}
	return true
}

// stands says whether groups from..to are a number of their own, not a part of
// a longer code: nothing but a country code is hyphened to them, the chain of
// their own joints does not go on, and they touch no letter and no decimal
// point.
func (c chain) stands(rs []rune, from, to int) bool {
	inner := rune('-')
	if to-from > 1 && c[from+1].joint != ' ' {
		inner = c[from+1].joint
	}
	if to < len(c) && (c[to].joint == '-' || c[to].joint == inner) {
		return false
	}
	if (c[from].joint == '-' || c[from].joint == inner) && !slices.Contains([]string{"86", "0086"}, c[from-1].digits) {
		return false
	}
	return !touchesBefore(rs, c[from].from) && !touchesAfter(rs, c[to-1].to)
}

// names stand before numbers without a space, also as pinyin has them for short
// (手机, 微信, 电话, 身份证).
var names = []string{"tel", "phone", "mobile", "mob", "id", "no", "wechat", "weixin", "qq", "vx", "wx", "sj", "dh", "sfz"}

// touchesBefore: telephone numbers may follow their Latin name at once.
func touchesBefore(rs []rune, from int) bool {
	if from == 0 {
		return false
	}
	last := rs[from-1]
	if !letter(last) {
		return last == '.' && from > 1 && digitOf(rs[from-2]) >= 0 || last == '_' || jointOf(last) == '-' && from > 1 && letter(rs[from-2])
	}
	start := from
	for start > 0 && from-start < 12 && letter(rs[start-1]) {
		start--
	}
	return !slices.Contains(names, strings.ToLower(string(rs[start:from])))
}

func touchesAfter(rs []rune, to int) bool {
	if to == len(rs) {
		return false
	}
	next := rs[to]
	followed := to+1 < len(rs)
	return letter(next) || next == '_' || next == '%' || next == '％' || next == '.' && followed && digitOf(rs[to+1]) >= 0 ||
		jointOf(next) == '-' && followed && letter(rs[to+1])
}

// digitOf gives the value of a digit, also of a full-width one; -1 for others.
func digitOf(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r >= '０' && r <= '９':
		return int(r - '０')
	}
	return -1
}

func letter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

func word(r rune) bool { return letter(r) || digitOf(r) >= 0 }

// jointOf folds what people set between groups; 0 for anything else.
func jointOf(r rune) rune {
	switch r {
	case ' ', '\u00a0', '\u3000', '\u2009':
		return ' '
	case '-', '‐', '‑', '–', '－':
		return '-'
	case '—', '·', '.':
		return r
	}
	return 0
}
