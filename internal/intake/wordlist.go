package intake

import (
	"strconv"
	"strings"
)

// listRef is w:numPr: a list and a level in it.
type listRef struct {
	num   string // "" says nothing, "0" takes the numbering away
	level int
	set   bool // the level is stated
}

// numbering is numbering.xml with the counters of the document.
type numbering struct {
	abstract map[string]*abstract
	nums     map[string]*num
}

type abstract struct {
	levels  [9]level
	link    string // style whose list this one is
	counted [9]int
	begun   [9]bool
}

type level struct {
	defined bool
	start   int
	format  string
	text    string
	style   string
	restart int // 0 never, n after level n, -1 as usual
	legal   bool
}

type num struct {
	abstract string
	starts   map[int]int
	levels   map[int]level
	used     map[int]bool
}

func newNumbering() *numbering {
	return &numbering{abstract: map[string]*abstract{}, nums: map[string]*num{}}
}

func readListRef(m *markup, r *listRef) error {
	return m.children(func(e element) error {
		switch e.name {
		case "numId":
			r.num = e.attr("val")
		case "ilvl":
			r.level, r.set = atLevel(e.attr("val")), true
		}
		return m.skip()
	})
}

func atLevel(s string) int {
	n, _ := strconv.Atoi(s)
	return min(max(n, 0), 8)
}

func (w *word) readNumbering(m *markup) error {
	n := w.numbering
	return m.elements(func(e element) error {
		switch {
		case e.is("w", "abstractNum"):
			a := &abstract{}
			n.abstract[e.attr("abstractNumId")] = a
			return m.children(func(e element) error { return a.read(m, e) })
		case e.is("w", "num"):
			x := &num{starts: map[int]int{}, levels: map[int]level{}, used: map[int]bool{}}
			n.nums[e.attr("numId")] = x
			return m.children(func(e element) error { return x.read(m, e) })
		}
		return nil
	})
}

func (a *abstract) read(m *markup, e element) (err error) {
	switch e.name {
	case "lvl":
		i := atLevel(e.attr("ilvl"))
		a.levels[i], err = readLevel(m)
		return err
	case "numStyleLink":
		a.link = e.attr("val")
	}
	return m.skip()
}

func (x *num) read(m *markup, e element) error {
	switch e.name {
	case "abstractNumId":
		x.abstract = e.attr("val")
	case "lvlOverride":
		i := atLevel(e.attr("ilvl"))
		return m.children(func(e element) (err error) {
			switch e.name {
			case "startOverride":
				x.starts[i], _ = strconv.Atoi(e.attr("val"))
			case "lvl":
				x.levels[i], err = readLevel(m)
				return err
			}
			return m.skip()
		})
	}
	return m.skip()
}

func readLevel(m *markup) (level, error) {
	l := level{defined: true, restart: -1, format: "decimal"}
	err := m.children(func(e element) error {
		switch e.name {
		case "start":
			l.start, _ = strconv.Atoi(e.attr("val"))
		case "numFmt":
			l.format = e.attr("val")
		case "lvlText":
			l.text = e.attr("val")
		case "pStyle":
			l.style = e.attr("val")
		case "lvlRestart":
			l.restart, _ = strconv.Atoi(e.attr("val"))
		case "isLgl":
			l.legal = *onOff(e)
		case "AlternateContent": // newer number formats: the first is the meant one
			return once(m, func(e element) error {
				if e.name == "numFmt" {
					l.format = e.attr("val")
				}
				return m.skip()
			})
		}
		return m.skip()
	})
	return l, err
}

// listOf finds the list of a paragraph: its own, else that of its style.
func (w *word) listOf(p *para) listRef {
	r := p.list
	for _, s := range w.chain(p.style) {
		if r.num != "" {
			break
		}
		r.num = s.list.num
		if !r.set {
			r.level = s.list.level
		}
		if i := w.numbering.levelOf(r.num, w.chain(p.style)[0], w.styles); i >= 0 && !r.set && r.num != "" {
			r.level = i
		}
	}
	return r
}

// levelOf finds the level of a list that a style is tied to.
func (n *numbering) levelOf(num string, s *style, styles map[string]*style) int {
	x := n.nums[num]
	if x == nil || n.abstract[x.abstract] == nil {
		return -1
	}
	for i, l := range n.abstract[x.abstract].levels {
		if l.style != "" && styles[l.style] == s {
			return i
		}
	}
	return -1
}

// next counts a paragraph and gives its number as Word prints it. All lists
// of one abstract list count together (17.9.1), unless one starts anew.
func (n *numbering) next(r listRef) string {
	x := n.nums[r.num]
	if x == nil || r.num == "0" {
		return ""
	}
	a := n.abstract[x.abstract]
	if a == nil {
		return ""
	}
	a.count(x, r.level)
	l := x.level(a, r.level)
	if l.format == "bullet" {
		return bullet(l.text)
	}
	var b strings.Builder
	for i := 0; i < len(l.text); i++ {
		if l.text[i] == '%' && i+1 < len(l.text) && l.text[i+1] >= '1' && l.text[i+1] <= '9' {
			i++
			b.WriteString(a.shown(x, int(l.text[i]-'1'), l.legal))
			continue
		}
		b.WriteByte(l.text[i])
	}
	return strings.TrimSpace(b.String())
}

func (x *num) level(a *abstract, i int) level {
	if l := x.levels[i]; l.defined {
		return l
	}
	return a.levels[i]
}

func (a *abstract) count(x *num, at int) {
	start, anew := x.starts[at]
	switch {
	case anew && !x.used[at]:
		a.counted[at] = start
	case !a.begun[at]:
		a.counted[at] = x.level(a, at).start
	default:
		a.counted[at]++
	}
	x.used[at], a.begun[at] = true, true
	for i := range at {
		if !a.begun[i] {
			a.begun[i], a.counted[i] = true, x.level(a, i).start
		}
	}
	for i := at + 1; i < 9; i++ {
		if restart := x.level(a, i).restart; restart < 0 || at < restart {
			a.begun[i] = false
		}
	}
}

func (a *abstract) shown(x *num, i int, legal bool) string {
	l := x.level(a, i)
	if legal {
		return strconv.Itoa(a.counted[i])
	}
	return numeral(l.format, a.counted[i])
}

func bullet(s string) string {
	for _, r := range s {
		if r >= 0xe000 && r <= 0xf8ff {
			if known := symbols[int(r)]; known != "" {
				return known
			}
			return "•"
		}
	}
	return strings.TrimSpace(s)
}
