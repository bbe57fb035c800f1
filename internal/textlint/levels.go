package textlint

import (
	"fmt"
	"slices"
	"strings"

	"hongtou/internal/elements"
)

const levelDigits = "一二三四五六七八九十"

// levelMark: one、（一）1.（1）, each with its own mark.
func levelMark(p passage) []finding {
	for _, w := range elements.WrongLevels {
		if m := p.match(w.Form); m != nil {
			return []finding{{m[0][0], m[0][1], w.Says}}
		}
	}
	return nil
}

// enumeration: “一是” belongs to running text and is not set like a heading.
func enumeration(p passage) []finding {
	if at := elements.Aspect.FindStringIndex(p.text); at == nil || at[0] > 0 || p.glyphs[0].Face != p.glyphs[1].Face {
		return nil
	}
	class := elements.ClassOf(p.glyphs[0].Face)
	if class != elements.Hei && class != elements.BiaoSong && !elements.Bold(p.glyphs[0].Face) {
		return nil
	}
	return []finding{{0, 2, fmt.Sprintf("“%s”是正文中的列举，不作标题，与正文用同一字体，不加粗", string(p.runes[:2]))}}
}

// number is the value of a level's numeral, up to 99.
func number(s string) int {
	n := 0
	for _, r := range s {
		if digit(r) {
			n = 10*n + int(r-'0')
			continue
		}
		if r == '十' {
			n = max(n, 1) * 10
			continue
		}
		n += strings.Index(levelDigits, string(r))/len("一") + 1
	}
	return n
}

// counts are the numbers at which the lists of one level stand: the last is the
// one that goes on, those before it were interrupted by it.
type counts []int

// mostLists is how many lists of one level are remembered that were interrupted.
const mostLists = 50

// next takes a number that follows. Number one begins a list wherever it stands;
// another number goes on with the list, or with one that was interrupted. Before
// the first number nothing is out of order: what stands before it may be in a
// table.
func (c *counts) next(n int) (wrong string) {
	if n == 1 || len(*c) == 0 {
		if len(*c) == mostLists {
			*c = slices.Delete(*c, 0, 1)
		}
		*c = append(*c, n)
		return ""
	}
	for k := len(*c) - 1; k >= 0; k-- {
		if (*c)[k] == n-1 {
			*c = append((*c)[:k], n)
			return ""
		}
	}
	last := &(*c)[len(*c)-1]
	before := *last
	*last = n
	switch {
	case n == before:
		return fmt.Sprintf("序数重复：前一个同层序数也是%d", before)
	case n > before:
		return fmt.Sprintf("序数跳号：前一个同层序数是%d，这里是%d", before, n)
	}
	return fmt.Sprintf("序数倒退：前一个同层序数是%d，这里是%d", before, n)
}

// levels walks over the headings of all levels: each counts on by one under its
// parent. Under a new title everything begins anew.
func levels(all []passage, tabled map[int]bool) []Advice {
	var open [4]counts
	var out []Advice
	var waiting []Advice // on a number that seems to skip a level, until one of that level shows it
	page, titles := 0, titlePages(all)
	second := 0 // the last number of the second level: some count them through
	parent := 0 // page of the last 一、; 0 if there is none, or a table stands on a page since
	for _, p := range all {
		if p.kind != paragraph || p.indent < 2 { // mm: less is no indent
			continue
		}
		for now := p.glyphs[0].Page; page < now; page++ {
			if titles[page+1] {
				open = [4]counts{}
				parent, second = 0, 0
			}
			if tabled[page+1] {
				parent = 0
			}
		}
		k, n, m := levelOf(p)
		if k < 0 {
			continue
		}
		skipped := ""
		if parent > 0 && k == 1 && n > 1 && n != second+1 && len(open[1]) == 0 {
			skipped = fmt.Sprintf("“%s”之前没有“（一）”", p.words(m, 0))
		}
		if parent > 0 && k == 2 && n == 1 && len(open[1]) == 0 && len(waiting) == 0 {
			waiting = append(waiting, p.advice("level-skip", format+" 7.3.3", finding{m[0], m[1], "“一、”下面的一层写作“（一）”，不跳到“1.”"}))
		}
		wrong := open[k].next(n)
		if wrong == "" {
			wrong = skipped
		}
		if wrong != "" && len(out) < most {
			out = append(out, p.advice("level-order", format+" 7.3.3", finding{m[0], m[1], wrong}))
			if skipped != "" { // what stood in its place was the skipped level
				out = append(out, waiting...)
			}
		}
		if k == 0 {
			parent = p.glyphs[0].Page
			if tabled[parent] {
				parent = 0
			}
		}
		if k == 1 {
			second = n
		}
		if k < 2 {
			waiting = nil
		}
		clear(open[k+1:])
	}
	return out
}

// tabled are the pages on which a table stands: it may hold what the text seems
// to lack.
func tabled(d *elements.Document) map[int]bool {
	out := map[int]bool{}
	for _, p := range d.Pages {
		if len(p.Tables) > 0 {
			out[p.Number] = true
		}
	}
	return out
}

func titlePages(all []passage) map[int]bool {
	out := map[int]bool{}
	for _, p := range all {
		if p.kind == title {
			out[p.glyphs[0].Page] = true
		}
	}
	return out
}

func levelOf(p passage) (level, n int, m []int) {
	for k, form := range elements.Levels {
		if found := p.match(form); found != nil {
			return k, number(p.words(found[0], 1)), found[0][:4]
		}
	}
	return -1, 0, nil
}
