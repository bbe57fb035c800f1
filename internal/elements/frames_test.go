package elements

import (
	"fmt"
	"testing"
)

// TestMargins: edges of the lines that are there, on each side of a sheet.
func TestMargins(t *testing.T) {
	indents := newHand(4).text(28+11.14, 50, 16, "", "一、总体要求").text(28+11.14, 60, 16, "", "二、任务")
	for name, c := range map[string]struct {
		pages []*hand
		want  []float64 // left edges
	}{
		"as it should be": {[]*hand{newHand(1).body(28, 1, 10)}, []float64{28}},
		"1 mm off":        {[]*hand{newHand(1).body(29, 1, 10), newHand(2).body(29, 1, 10)}, []float64{29, 29}},
		"mirrored":        {[]*hand{newHand(1).body(28, 1, 9), newHand(2).body(26, 1, 9), newHand(3).body(28, 1, 2), newHand(4).text(40, 50, 16, "", "甲")}, []float64{28, 26, 28, 26}},
		"indents only":    {[]*hand{newHand(1).body(28, 1, 9), newHand(2).body(28, 1, 9), newHand(3), indents}, []float64{28, 28, 28, 28}},
		"nothing":         {[]*hand{newHand(1)}, []float64{28}},
	} {
		d := find(c.pages...)
		for i, want := range c.want {
			m := d.Margins(i + 1)
			if !near(m.Left, want, 0.1) || !near(m.Width(), 156, 0.1) {
				t.Errorf("%s: page %d %+v, want %.1f", name, i+1, m, want)
			}
		}
	}
	if m := find(newHand(1).body(28, 1, 10)).Margins(1); m.Lines != 9 || m.First != baseline(1) || m.Last != baseline(10) {
		t.Errorf("%+v", m)
	}
	if m := find(newHand(1)).Margins(1); m.Lines != 0 || m.First != 0 {
		t.Errorf("nothing was measured: %+v", m)
	}
}

// TestFrames: what stands over and under the text, and text that stands where it
// should not.
func TestFrames(t *testing.T) {
	for name, c := range map[string]struct {
		add                 func(h *hand)
		above, lines, below int
	}{
		"plain":               {func(h *hand) {}, 0, 20, 0},
		"small header":        {func(h *hand) { h.text(90, 25, 9, "", "甲市文件汇编") }, 1, 20, 0},
		"header of text size": {func(h *hand) { h.text(90, 25, 16, "", "甲市文件汇编") }, 1, 20, 0},
		"header inside":       {func(h *hand) { h.text(90, 39, 9, "", "甲市文件汇编") }, 1, 20, 0},
		"text in the margin":  {func(h *hand) { h.text(28, 32.5, 16, "", prose(10+h.Number)) }, 0, 21, 0},
		"text under the area": {func(h *hand) { h.text(28, 266, 16, "", prose(10+h.Number)) }, 0, 21, 0},
		"footer":              {func(h *hand) { h.text(90, 275, 9, "", "内部资料") }, 0, 20, 1},
		"number":              {func(h *hand) { h.text(160, 271, 14, "", fmt.Sprintf("—%d—", h.Number)) }, 0, 20, 1},
		"number inside":       {func(h *hand) { h.text(100, 260, 14, "", fmt.Sprintf("- %d -", h.Number)) }, 0, 20, 1},
		"page so and so":      {func(h *hand) { h.text(100, 260, 9, "", fmt.Sprintf("第%d页 共2页", h.Number)) }, 0, 20, 1},
		"bare number inside":  {func(h *hand) { h.text(105, 260, 10, "", fmt.Sprint(h.Number+4)) }, 0, 20, 1},
		"figure in the text":  {func(h *hand) { h.text(28, 258, 16, "", fmt.Sprint(300-100*h.Number)) }, 0, 21, 0},
	} {
		first, second := newHand(1).body(28, 2, 20), newHand(2).body(28, 2, 20)
		c.add(first)
		c.add(second)
		for _, p := range find(first, second).Pages {
			if len(p.Above) != c.above || len(p.Lines) != c.lines || len(p.Below) != c.below {
				t.Errorf("%s: above %q, %d lines, below %q", name, texts(p.Above), len(p.Lines), texts(p.Below))
			}
		}
	}
}

func TestFolio(t *testing.T) {
	for words, want := range map[string]bool{"—3—": true, "- 3 -": true, "3": true, "第3页 共5页": true, "3/5": true, "第三部分": false, "内部资料": false} {
		f, ok := find(newHand(1).body(28, 1, 5).text(100, 272, 10, "", words)).Pages[0].Folio()
		if ok != want || ok && f.Y != 272 {
			t.Errorf("%s: %v %+v", words, ok, f)
		}
	}
}
