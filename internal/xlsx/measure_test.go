package xlsx

import (
	"slices"
	"strings"
	"testing"

	"hongtou/internal/linebreak"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  []int
	}{
		{"", 10, []int{0}},
		{"一二三四五六", 10, []int{0, 5}},
		{"一二三四五，六", 10, []int{0, 4}}, // ， may not begin a line
		{"一二三四（五）", 10, []int{0, 4}}, // （ may not end one
		{"一\n二", 10, []int{0, 2}},
		{"一\n\n二", 10, []int{0, 2, 3}},
		{"一\n", 10, []int{0, 2}},
		{"abcdefghijkl", 10, []int{0, 10}},
	} {
		if got := new(ruler).wrap([]rune(c.text), c.width); !slices.Equal(got, c.want) {
			t.Errorf("%q in %d: %v, want %v", c.text, c.width, got, c.want)
		}
	}
}

func TestFit(t *testing.T) {
	for _, c := range []struct {
		text  string
		lines int
		want  string
	}{
		{"一二。三四五六七八", 1, "一二。"},
		{"一二。三四。五六七八", 1, "一二。"},
		{"一二三。”四五六七", 1, "一二三。”"},
		{"一二三四。”五六七", 1, "一二三"}, // 。” does not fit in the line
		{"一二；三四五六七", 1, "一二；"},
		{"一，二；三、四五六七", 1, "一，二；"},
		{"一二、三四五六七", 1, "一二、"},
		{"一二三四五六七", 1, "一二三四五"},
		{"一二三四五六七", 2, "一二三四五六七"},
		{"一二\n三四五六七八", 2, "一二\n"},
		{"一二三", 0, ""},
	} {
		if got := c.text[:len(string([]rune(c.text)[:new(ruler).fit([]rune(c.text), 10, c.lines)]))]; got != c.want {
			t.Errorf("%q in %d lines: %q, want %q", c.text, c.lines, got, c.want)
		}
	}
}

func TestHeights(t *testing.T) {
	for n := 1; n < 200; n++ {
		if got := linesIn(heightOf(n)); got != n {
			t.Errorf("linesIn(heightOf(%d)) = %d", n, got)
		}
		if got := linesIn(heightOf(n) - 1); got != n-1 {
			t.Errorf("linesIn(heightOf(%d)-1) = %d", n, got)
		}
		if heightOf(n) < float64(n)*1.448*textSize+4 {
			t.Errorf("%d lines of a face with a large ascent do not fit in %v pt", n, heightOf(n))
		}
	}
	if linesIn(0) != 0 || linesIn(-5) != 0 {
		t.Error("lines in nothing")
	}
}

// Whatever is cut off fits, and cutting again and again ends with all of the
// text and no more.
func FuzzFit(f *testing.F) {
	f.Add("一是整改。二是验收；三是销号、归档。\n完", 10, 2)
	f.Add("（“《〈", 2, 1)
	f.Add(strings.Repeat("a", 50), 7, 3)
	f.Add(" &0@000", 2, 3)
	f.Fuzz(func(t *testing.T, text string, width, lines int) {
		if width < 2 || width > 300 || lines < 1 || lines > 50 || len(text) > 2000 || textProblem(text) != "" {
			return
		}
		rest := []rune(text)
		var used ruler // measures after other texts as it does afresh
		for len(rest) > 0 {
			if got, want := used.lines(rest, width), len(new(ruler).wrap(rest, width)); got != want {
				t.Fatalf("%q: %d lines, not %d", string(rest), want, got)
			}
			n := used.fit(rest, width, lines)
			if n < 1 || n > len(rest) {
				t.Fatalf("%q: fit gives %d", string(rest), n)
			}
			if got := len(new(ruler).wrap(withoutEnd(rest[:n]), width)); got > lines {
				t.Fatalf("%q takes %d lines, not %d", string(rest[:n]), got, lines)
			}
			rest = rest[n:]
		}
	})
}

// The widths of the breaker are those of a grid of half-width digits.
func TestHalfWidthIsADigit(t *testing.T) {
	if linebreak.HalfWidths('0') != 1 || linebreak.HalfWidths('字') != 2 || linebreak.HalfWidths('“') != 2 {
		t.Error("units have changed: capacity() reckons in half-width digits")
	}
}
