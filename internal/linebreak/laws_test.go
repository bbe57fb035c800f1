package linebreak

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"hongtou/internal/testkit/bounds"
)

// checkLaws proves what holds for every input: nothing is lost, every line
// ends, no mark stands where it may not unless nothing else was possible, and
// a justified line is exactly as wide as it should be.
func checkLaws(t *testing.T, text string, width int32) {
	t.Helper()
	for _, m := range []Measure{
		{First: width, Rest: width, Em: cell, Justify: true},
		{First: width, Rest: width, Em: cell, Justify: true, Company: true},
		{First: width/2 + 1, Rest: width, Em: cell, Justify: true},
	} {
		checkLawsOf(t, text, m)
	}
}

func checkLawsOf(t *testing.T, text string, m Measure) {
	t.Helper()
	g := glyphsOf(text)
	var b Breaker
	lines, adjust := b.Break(g, m)
	at := 0
	for n, l := range lines {
		if l.Start != at || l.End <= l.Start || l.Shown > l.End {
			t.Fatalf("line %d %+v does not continue at %d of %q", n, l, at, text)
		}
		at = l.End
		checkEnds(t, &b, g, l, text)
		width := m.Rest
		if n == 0 {
			width = m.First
		}
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
	if l.End == len(g) || l.Shown == l.Start || l.Forced {
		return
	}
	// What the standards name, without asking the breaker.
	before, after := g[l.Shown-1].Rune, g[l.End].Rune
	digits := l.Shown == l.End && isDigit(before) && isDigit(after)
	pair := l.Shown == l.End && before == after && strings.ContainsRune("—…", after)
	if strings.ContainsRune("（《〈【〔「『“‘", before) || strings.ContainsRune("、。，；：？！）》〉】〕」』”’—…·～％", after) || digits || pair {
		t.Errorf("a line may not end between %q and %q: %q", before, after, text)
	}
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

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
	if !last && l.Width != width {
		t.Errorf("line %+v is not justified to %d", l, width)
	}
	sum := int32(0)
	for i := l.Start; i < l.Shown; i++ {
		sum += b.glyphs[i].Advance + adjust[i]
		// No gap closes by more than a hair, that between two marks by half an em.
		least := int32(-cell / 2 / hair)
		if i+1 < l.Shown && b.isPair(i+1) {
			least = -cell / 2
		}
		if i == l.Shown-1 {
			least = 0
		}
		if adjust[i] < least || last && adjust[i] > 0 || i == l.Shown-1 && adjust[i] != 0 {
			t.Errorf("after glyph %d of %+v: %d, want at least %d", i, l, adjust[i], least)
		}
	}
	if sum != l.Width {
		t.Errorf("line %+v adds up to %d", l, sum)
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
	for _, c := range cases(t) {
		for w := int32(100); w < 1500; w += 50 {
			checkLaws(t, c.text, w)
		}
	}
}

// Every text takes work in proportion to its length: a search that went back
// or ahead further than a line would need minutes for these.
func TestTimeIsLinear(t *testing.T) {
	const n = 100_000
	for _, piece := range []string{
		"字", "（", "）", "》，", "“《", "1", "1,", "a", "/", "a/", "://", "@", "e\u0301", "\u0301", " ", "\u00a0", "—", "…", "2020年", "1年1月",
		"〔1〕", "1—", "第", "±", "十", "1十百千", "1 m", "1m·", "1立方米/", "（一", "www.",
	} {
		g := glyphsOf(strings.Repeat(piece, n/len([]rune(piece))))
		for _, width := range []int32{1, 150, 2800, 1 << 30} {
			bounds.Linear(t, fmt.Sprintf("%q at width %d", piece, width), len(g), func(n int) func() {
				var b Breaker
				m := Measure{First: width, Rest: width, Em: cell, Justify: true, Company: true}
				return func() { b.Break(g[:n], m) }
			})
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
