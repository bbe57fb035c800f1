package linebreak

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// leastCases is how many cases every class of rules needs.
const leastCases = 3

// breakCase is one line of the case file.
type breakCase struct {
	line               int
	class              string
	width              int32
	text, want, source string
}

func cases(t *testing.T) []breakCase {
	t.Helper()
	data, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []breakCase
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		part := strings.Split(line, "\t")
		if len(part) != 5 || slices.Contains(part, "") {
			t.Fatalf("line %d: want class, width, text, lines and source: %q", n, line)
		}
		cells, err := strconv.ParseFloat(part[1], 64)
		if err != nil {
			t.Fatalf("line %d: %v", n, err)
		}
		out = append(out, breakCase{n, part[0], int32(cells * cell), part[2], part[3], part[4]})
	}
	return out
}

// measure is how the lines of a case are set.
func (c breakCase) measure() Measure {
	return Measure{First: c.width, Rest: c.width, Em: cell, Justify: true, Company: c.class == "company"}
}

// TestCases breaks the text of every case and prints how many there are of
// each class.
func TestCases(t *testing.T) {
	var b Breaker
	var order []string
	count := map[string]int{}
	all := cases(t)
	for _, c := range all {
		if count[c.class]++; count[c.class] == 1 {
			order = append(order, c.class)
		}
		g := glyphsOf(c.text)
		lines, adjust := b.Break(g, c.measure())
		var got []string
		for _, l := range lines {
			got = append(got, marked(&b, g, l, adjust))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("line %d (%s, %s): width %d: %s\n got %s\nwant %s", c.line, c.class, c.source, c.width, c.text, s, c.want)
		}
	}
	table := fmt.Sprintf("%d cases of %d classes:\n", len(all), len(order))
	for _, class := range order {
		table += fmt.Sprintf("%4d  %s\n", count[class], class)
		if count[class] < leastCases {
			t.Errorf("class %q has only %d cases", class, count[class])
		}
	}
	t.Log(table)
	if len(all) < 80 || len(order) < 20 {
		t.Errorf("only %d cases of %d classes were read", len(all), len(order))
	}
}

// marked is a line as the case file writes it.
func marked(b *Breaker, g []Glyph, l Line, adjust []int32) string {
	s := shown(g, l)
	for i := l.Start + 1; i < l.Shown; i++ {
		if b.kern[i] < 0 && adjust[i-1] < cell/2 {
			s += "<"
		}
	}
	if l.Forced {
		s += "^"
	}
	return s
}

func shown(g []Glyph, l Line) string {
	var s strings.Builder
	for _, x := range g[l.Start:l.Shown] {
		s.WriteRune(x.Rune)
	}
	return s.String()
}
