package check

import (
	"fmt"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/zh"
)

// outline is one run of text whose numbers belong together.
type outline struct {
	numbers []numbered
	resets  map[int]bool // indexes of numbers that start a list anew although no higher level stands before them
}

// numbering reports gaps, repetitions and jumps at every level (7.3.3).
func numbering(s *scene) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, o := range s.outlines() {
		for _, l := range o.lists() {
			write := func(n int) string { return levelNumber(l.numbers[0].level, n) }
			out = append(out, sequence(l.numbers, write)...)
		}
	}
	return out
}

// wrongParents reports a number that stands under nothing: （一） before any
// 一、 of a text that has 一、.
func wrongParents(s *scene) []diag.Diagnostic {
	return s.eachList(func(n numbered, above, top int) (string, string) {
		if above > 0 || n.level == top {
			return "", ""
		}
		return fmt.Sprintf("“%s”之前没有上一层次的序号", n.text.Value),
			fmt.Sprintf("先有“%s”，再有“%s”", levelNumber(top, 1), levelNumber(n.level, 1))
	})
}

// skippedLevels reports 1. directly under 一、.
func skippedLevels(s *scene) []diag.Diagnostic {
	return s.eachList(func(n numbered, above, _ int) (string, string) {
		if above == 0 || n.level-above < 2 {
			return "", ""
		}
		return fmt.Sprintf("“%s”越过了一个层次", n.text.Value),
			fmt.Sprintf("“%s”之下依次用“%s”", levelNumber(above, 1), levelNumber(above+1, 1))
	})
}

// eachList calls judge with the first number of every list, the level right
// above it (0: none) and the top level of its text.
func (s *scene) eachList(judge func(n numbered, above, top int) (message, hint string)) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, o := range s.outlines() {
		top := o.top()
		for _, l := range o.lists() {
			n := l.numbers[0]
			if message, hint := judge(n, l.above, top); message != "" {
				out = append(out, whole(n.text, message, hint))
			}
		}
	}
	return out
}

func (o outline) top() int {
	top := 0
	for _, n := range o.numbers {
		if top == 0 || n.level < top {
			top = n.level
		}
	}
	return top
}

// list is a run of numbers under one parent.
type list struct {
	numbers []numbered
	above   int // level of the parent, 0 when there is none
}

// lists cuts an outline at every change of parent.
func (o outline) lists() []list {
	var out []list
	var open [5]int // by level: 1 + index of its open list, 0 when none
	for i, n := range o.numbers {
		for level := n.level + 1; level < len(open); level++ {
			open[level] = 0
		}
		if o.resets[i] {
			open[n.level] = 0
		}
		if open[n.level] == 0 {
			out = append(out, list{above: deepest(open[:n.level])})
			open[n.level] = len(out)
		}
		at := &out[open[n.level]-1]
		at.numbers = append(at.numbers, n)
	}
	return out
}

func deepest(open []int) int {
	for level := len(open) - 1; level > 0; level-- {
		if open[level] > 0 {
			return level
		}
	}
	return 0
}

// levelNumber writes number n of a level.
func levelNumber(level, n int) string {
	switch level {
	case 1:
		return zh.Numeral(n) + "、"
	case 2:
		return "（" + zh.Numeral(n) + "）"
	case 3:
		return fmt.Sprintf("%d.", n)
	}
	return fmt.Sprintf("（%d）", n)
}

// number reads the printed number at the start of a text.
func number(t dossier.Text) (numbered, bool) {
	l, ok := zh.ParseLevel(t.Value)
	if !ok {
		return numbered{}, false
	}
	return numbered{level: l.Depth, value: l.Value, text: t.Slice(0, len([]rune(l.Number)))}, true
}
