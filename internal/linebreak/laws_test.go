package linebreak

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

// checkLaws proves what holds for every input: nothing is lost, every line
// ends, no mark stands where it may not unless nothing else was possible, and
// a justified line is exactly as wide as it should be.
func checkLaws(t *testing.T, text string, width int32) {
	t.Helper()
	g := glyphsOf(text)
	var b Breaker
	lines, adjust := b.Break(g, Measure{First: width, Rest: width, Em: cell, Justify: true})
	at := 0
	for n, l := range lines {
		if l.Start != at || l.End <= l.Start || l.Shown > l.End {
			t.Fatalf("line %d %+v does not continue at %d of %q", n, l, at, text)
		}
		at = l.End
		checkEnds(t, &b, g, l, text)
		checkWidth(t, &b, l, adjust, width, n == len(lines)-1)
	}
	if at != len(g) {
		t.Fatalf("%d of %d glyphs are in lines: %q", at, len(g), text)
	}
}

func checkEnds(t *testing.T, b *Breaker, g []Glyph, l Line, text string) {
	t.Helper()
	if l.Start > 0 && !l.Forced && b.gaps[l.Start].kind() == never && !b.linesForced(l.Start) {
		t.Errorf("%q begins a line of %q", g[l.Start].Rune, text)
	}
	if l.End < len(g) && b.gaps[l.End].kind() > dear && !l.Forced {
		t.Errorf("line %q ends where it may not in %q", shown(g, l), text)
	}
}

// linesForced says whether the line before start was broken by force.
func (b *Breaker) linesForced(start int) bool {
	for _, l := range b.lines {
		if l.End == start {
			return l.Forced
		}
	}
	return false
}

func checkWidth(t *testing.T, b *Breaker, l Line, adjust []int32, width int32, last bool) {
	t.Helper()
	if l.Shown-l.Start < 2 {
		return
	}
	if l.Width > width {
		t.Errorf("line %+v is wider than %d", l, width)
	}
	if (!last || l.Squeezed) && l.Width != width {
		t.Errorf("line %+v is not justified to %d", l, width)
	}
	squeezed := int32(0)
	for i := l.Start; i < l.Shown; i++ {
		squeezed += min(0, adjust[i])
		if adjust[i] < 0 && !b.isPair(i+1) || adjust[i] < -cell/2 {
			t.Errorf("glyph %d is squeezed by %d", i, adjust[i])
		}
	}
	if squeezed < -cell/2 {
		t.Errorf("line %+v is squeezed by %d", l, squeezed)
	}
}

func TestLaws(t *testing.T) {
	pieces := []string{
		"生态环境", "，", "。", "《", "》", "（", "）", "“", "”", "——", "……", "2020年7月30日", "18.43%", "PM2.5",
		"998.3533万立方米", "〔2020〕47号", "第1、3、4项", "10%～20%", " ", "https://www.example.org/a/b?c=d", "的", "、", "１２％", "e\u0301",
	}
	seed := uint32(1)
	next := func(n int) int {
		seed = seed*1664525 + 1013904223
		return int(seed>>16) % n
	}
	for range 3000 {
		var s strings.Builder
		for range next(30) {
			s.WriteString(pieces[next(len(pieces))])
		}
		checkLaws(t, s.String(), int32(50+next(60)*25))
	}
}

// The case file is the law; these widths try every break of its texts.
func TestLawsOnCases(t *testing.T) {
	data, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if part := strings.Split(line, "\t"); len(part) == 3 {
			for w := int32(100); w < 1500; w += 50 {
				checkLaws(t, part[1], w)
			}
		}
	}
}

func FuzzBreak(f *testing.F) {
	f.Add("（一）2020年7月30日前，完成18.43%（PM2.5）——“整改”。", uint16(700))
	f.Add("（（（（《《《》》》））））", uint16(250))
	f.Add(strings.Repeat("a", 50), uint16(300))
	f.Fuzz(func(t *testing.T, s string, width uint16) {
		if !utf8.ValidString(s) || len(s) > 3000 {
			return
		}
		checkLaws(t, s, int32(width%4000)+1)
	})
}
