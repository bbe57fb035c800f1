package linebreak

import (
	"bufio"
	"os"
	"strconv"
	"strings"
	"testing"
)

// cell is the side of a full-width character in the tests; half-width ones
// take half of it.
const cell = 100

func glyphsOf(text string) []Glyph {
	var out []Glyph
	for _, r := range text {
		out = append(out, Glyph{r, HalfWidths(r) * cell / 2})
	}
	return out
}

func shown(g []Glyph, l Line) string {
	var s strings.Builder
	for _, x := range g[l.Start:l.Shown] {
		s.WriteRune(x.Rune)
	}
	return s.String()
}

// marked is a line as the case file writes it.
func marked(g []Glyph, l Line) string {
	s := shown(g, l)
	if l.Squeezed {
		s += "<"
	}
	if l.Forced {
		s += "^"
	}
	return s
}

func TestCases(t *testing.T) {
	f, err := os.Open("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var b Breaker
	n := 0
	for sc := bufio.NewScanner(f); sc.Scan(); n++ {
		line := sc.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		part := strings.Split(line, "\t")
		if len(part) != 3 {
			t.Fatalf("line %d: want three columns: %q", n+1, line)
		}
		cells, err := strconv.ParseFloat(part[0], 64)
		if err != nil {
			t.Fatalf("line %d: %v", n+1, err)
		}
		g := glyphsOf(part[1])
		w := int32(cells * cell)
		lines, _ := b.Break(g, Measure{First: w, Rest: w, Em: cell, Justify: true})
		var got []string
		for _, l := range lines {
			got = append(got, marked(g, l))
		}
		if s := strings.Join(got, "|"); s != part[2] {
			t.Errorf("line %d: width %s: %s\n got %s\nwant %s", n+1, part[0], part[1], s, part[2])
		}
	}
	if n < 60 {
		t.Errorf("only %d lines of cases were read", n)
	}
}

func TestFirstLineIsNarrower(t *testing.T) {
	var b Breaker
	g := glyphsOf("一二三四五六七八九十")
	lines, _ := b.Break(g, Measure{First: 3 * cell, Rest: 5 * cell, Em: cell})
	if len(lines) != 3 || lines[0].End != 3 || lines[1].End != 8 {
		t.Errorf("lines = %+v", lines)
	}
}

func TestSqueezeSharesTheNeed(t *testing.T) {
	// 甲1》，乙”。丙 is 7.5 cells; one mark more than 7 fit by closing blanks.
	var b Breaker
	g := glyphsOf("甲1》，乙”。、丙丁")
	lines, adjust := b.Break(g, Measure{First: 7 * cell, Rest: 7 * cell, Em: cell, Justify: true})
	if !lines[0].Squeezed || lines[0].Width != 7*cell || shown(g, lines[0]) != "甲1》，乙”。、" {
		t.Fatalf("first line %+v %q", lines[0], shown(g, lines[0]))
	}
	want := []int32{0, 0, -17, 0, 0, -17, -16, 0}
	for i, w := range want {
		if adjust[i] != w {
			t.Errorf("adjust = %v, want %v", adjust[:8], want)
			break
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
