package linebreak

import (
	"slices"
	"strings"
	"testing"
)

// cell is the side of a full-width character in the tests; half-width ones
// take half of it.
const cell = 100

func glyphsOf(text string) []Glyph {
	var out []Glyph
	for _, r := range text {
		out = append(out, Glyph{Rune: r, Advance: HalfWidths(r) * cell / 2})
	}
	return out
}

func TestFirstLineIsNarrower(t *testing.T) {
	var b Breaker
	g := glyphsOf("一二三四五六七八九十")
	lines, _ := b.Break(g, Measure{First: 3 * cell, Rest: 5 * cell, Em: cell})
	if len(lines) != 3 || lines[0].End != 3 || lines[1].End != 8 {
		t.Errorf("lines = %+v", lines)
	}
}

// Two pairs make room for one more character: the hairs that they keep open
// come from the whole line.
func TestPairsMakeRoomForAWholeCell(t *testing.T) {
	var b Breaker
	g := glyphsOf("甲乙》，丙”，丁戊己庚辛壬癸子丑寅")
	lines, adjust := b.Break(g, Measure{First: 14 * cell, Rest: 14 * cell, Em: cell, Justify: true})
	if lines[0].End != 15 || lines[0].Width != 14*cell {
		t.Fatalf("first line %+v", lines[0])
	}
	for i, a := range adjust[:14] {
		if i == 2 || i == 5 {
			a += 48
		}
		if a < -1 || a > 0 {
			t.Errorf("after %q: %d", g[i].Rune, adjust[i])
		}
	}
}

func TestPairsCloseHalfAnEm(t *testing.T) {
	var b Breaker
	g := glyphsOf("甲》，乙（丙）（丁）”。")
	lines, adjust := b.Break(g, Measure{First: 12 * cell, Rest: 12 * cell, Em: cell, Justify: true})
	want := []int32{0, -48, 0, 0, 0, 0, -48, 0, 0, -48, -48, 0}
	if len(lines) != 1 || lines[0].Width != 10*cell+8 || !slices.Equal(adjust, want) {
		t.Errorf("lines %+v, adjust %v, want %v", lines, adjust, want)
	}
	if got := b.Squeeze(g, cell); !slices.Equal(got, want) {
		t.Errorf("Squeeze gives %v, want %v", got, want)
	}
}

// What a pair gives up is shared by the whole line when it is no whole cell,
// so no gap grows by more than a hair, and the pair stays closed.
func TestPairsOfFullLinesStayClosed(t *testing.T) {
	var b Breaker
	g := glyphsOf("甲乙》，丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥角亢氐房心尾箕")
	lines, adjust := b.Break(g, Measure{First: 28 * cell, Rest: 28 * cell, Em: cell, Justify: true})
	if lines[0].End != 28 || lines[0].Width != 28*cell {
		t.Fatalf("first line %+v", lines[0])
	}
	for i := range lines[0].End - 1 {
		want := adjust[i]
		if i == 2 {
			want += 48
		}
		if want < 1 || want > 2 {
			t.Errorf("after %q: %d", g[i].Rune, adjust[i])
		}
	}
}

// A face whose marks stand in the middle of their cells, or are narrow, has no
// blank halves to give.
func TestOnlyBlankHalvesClose(t *testing.T) {
	tests := []struct {
		name string
		text string
		edit func(g []Glyph)
		want int32
	}{
		{"blank", "》，", func([]Glyph) {}, -48},
		{"solid", "》，", func(g []Glyph) { g[0].Solid = true }, 0},
		{"blank behind", "》，", func(g []Glyph) { g[1].Solid = true }, -48},
		{"blank before", "》《", func(g []Glyph) { g[0].Solid = true }, -48},
		{"solid on both sides", "》《", func(g []Glyph) { g[0].Solid, g[1].Solid = true, true }, 0},
		{"solid opening", "（《", func(g []Glyph) { g[1].Solid = true }, 0},
		{"narrow", "”，", func(g []Glyph) { g[0].Advance = 40 }, 0},
		{"pair", "（）", func([]Glyph) {}, 0},
		{"question", "？”", func([]Glyph) {}, 0},
		{"before an opening", "？《", func([]Glyph) {}, -48},
	}
	for _, test := range tests {
		var b Breaker
		g := glyphsOf(test.text)
		test.edit(g)
		if got := b.Squeeze(g, cell)[0]; got != test.want {
			t.Errorf("%s %s: %d, want %d", test.name, test.text, got, test.want)
		}
	}
}

func TestSpreadUsesTwoGapsAtMost(t *testing.T) {
	var b Breaker
	g := glyphsOf("甲乙丙丁（2020年）戊己庚辛")
	lines, adjust := b.Break(g, Measure{First: 650, Rest: 650, Em: cell, Justify: true})
	l := lines[0]
	if l.Width != 650 {
		t.Errorf("width %d, want 650", l.Width)
	}
	seen := map[int32]bool{}
	for i := l.Start; i < l.Shown-1; i++ {
		if adjust[i] != 0 {
			seen[adjust[i]] = true
		}
	}
	if len(seen) > 2 {
		t.Errorf("gaps %v", seen)
	}
	if adjust[l.Shown-1] != 0 {
		t.Error("something was added after the last glyph of a line")
	}
}

func TestMaxSpreadLeavesRagged(t *testing.T) {
	var b Breaker
	g := glyphsOf("约998.3533万立方米以上")
	lines, _ := b.Break(g, Measure{First: 8 * cell, Rest: 8 * cell, Em: cell, Justify: true, MaxSpread: cell / 4})
	if lines[0].Width >= 8*cell {
		t.Errorf("first line was spread to %d", lines[0].Width)
	}
}

func BenchmarkBreak(b *testing.B) {
	g := glyphsOf(strings.Repeat("全面落实河湖长制，按照“保好水、用中水、治差水”的原则，2020年7月30日前完成18.43%以上；", 8))
	m := Measure{First: 26 * cell, Rest: 28 * cell, Em: cell, Justify: true}
	var br Breaker
	b.ReportAllocs()
	for b.Loop() {
		br.Break(g, m)
	}
	b.ReportMetric(float64(len(g))*float64(b.N)/b.Elapsed().Seconds(), "glyphs/s")
}
