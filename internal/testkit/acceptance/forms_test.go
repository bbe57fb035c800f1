package acceptance

import (
	"math"
	"slices"
	"strings"
	"testing"

	"hongtou/internal/testkit/judge"
)

// cell is one box of a form as MuPDF draws its rules, with the characters in
// it.
type box struct {
	page int
	judge.Box
	text string // folded
}

func (c box) height() float64 { return c.Y1 - c.Y0 }

// form is one printed form, read off the page.
type form struct {
	t     *testing.T
	path  string
	cells []box // page by page, from top to bottom, from left to right
}

func readForm(t *testing.T, path string) form {
	t.Helper()
	f := form{t: t, path: path}
	rules := judge.PDFRules(t, path)
	glyphs := judge.PDFGlyphs(t, path)
	for page := 1; slices.ContainsFunc(glyphs, func(g judge.Glyph) bool { return g.Page == page }); page++ {
		f.cells = append(f.cells, cellsOn(page, rules, glyphs)...)
	}
	return f
}

// cellsOn finds the cells of a page: the boxes around the middles of the grid
// that all its rules make.
func cellsOn(page int, rules []judge.Rule, glyphs []judge.Glyph) []box {
	var xs, ys []float64
	for _, r := range rules {
		switch {
		case r.Page != page:
		case r.Vertical():
			xs = append(xs, r.Box.X0)
		case r.Horizontal():
			ys = append(ys, r.Box.Y0)
		}
	}
	var out []box
	for _, y := range middles(ys) {
		for _, x := range middles(xs) {
			c := box{page: page, Box: judge.CellAt(rules, page, x, y)}
			if c.Y0 > 0 && c.X0 > 0 && c.Y1 < 1000 && c.X1 < 1000 && !slices.ContainsFunc(out, func(o box) bool { return o.Box == c.Box }) {
				c.text = textIn(c, glyphs)
				out = append(out, c)
			}
		}
	}
	return out
}

func middles(at []float64) []float64 {
	slices.Sort(at)
	var out []float64
	for i := 1; i < len(at); i++ {
		if at[i]-at[i-1] > 1 {
			out = append(out, (at[i]+at[i-1])/2)
		}
	}
	return out
}

func textIn(c box, glyphs []judge.Glyph) string {
	var b strings.Builder
	for _, g := range glyphs {
		if x := (g.X0 + g.X1) / 2; g.Page == c.page && x > c.X0 && x < c.X1 && g.Y > c.Y0 && g.Y < c.Y1 {
			b.WriteRune(g.Rune)
		}
	}
	return fold(b.String())
}

// beside gives the cell at the right of another one.
func (f form) beside(c box) (box, bool) {
	i := slices.IndexFunc(f.cells, func(o box) bool {
		return o.page == c.page && math.Abs(o.X0-c.X1) < 0.5 && o.Y0 < (c.Y0+c.Y1)/2 && o.Y1 > (c.Y0+c.Y1)/2
	})
	if i < 0 {
		return box{}, false
	}
	return f.cells[i], true
}

// below gives the cells of a column under its head, down to the end of the page
// or the next cell that is not in the column.
func (f form) below(head box) []box {
	var out []box
	y := head.Y1
	for {
		i := slices.IndexFunc(f.cells, func(o box) bool {
			return o.page == head.page && math.Abs(o.X0-head.X0) < 0.5 && math.Abs(o.X1-head.X1) < 0.5 && math.Abs(o.Y0-y) < 0.6
		})
		if i < 0 {
			return out
		}
		out = append(out, f.cells[i])
		y = f.cells[i].Y1
	}
}

// blanks says of a label's neighbour what may stand in it, and how high it is
// at least in mm.
var blanks = []struct {
	label  string // end of the label
	height float64
	may    string // furniture
}{
	{"意见", 25, ""}, {"(盖章)", 25, ""}, {"(签字)", 12, ""},
	{"日期", 8, "年月日"}, {"公示期自", 8, "年月日"}, {"至", 8, "年月日"},
	{"结论", 0, "□合格□不合格"}, {"公示地点或网址", 8, ""}, {"异议及处理", 8, ""}, {"备案号", 8, ""},
	{"联系人", 8, ""}, {"电话", 8, ""},
}

// columns are the heads whose columns people fill in.
var columns = map[string]string{"完成情况": "", "核实情况": "", "佐证序号": "", "是否落实": "□是□否", "材料名称": "", "种类": "", "页数": ""}

// TestFormsLeaveDecisionsToPeople measures every box of every form and reads
// what stands in it.
func TestFormsLeaveDecisionsToPeople(t *testing.T) {
	seen := map[string]int{}
	for name, path := range formFiles(t) {
		f := readForm(t, path)
		for _, c := range f.cells {
			f.checkLabel(name, c, seen)
			if may, column := columns[c.text]; column {
				seen[c.text]++
				for _, b := range f.below(c) {
					if b.text != may {
						t.Errorf("%s page %d: under %s stands %q", name, b.page, c.text, b.text)
					}
				}
			}
		}
	}
	for _, b := range blanks {
		if seen[b.label] == 0 {
			t.Errorf("no form has a box %s", b.label)
		}
	}
	for head := range columns {
		if seen[head] == 0 {
			t.Errorf("no form has a column %s", head)
		}
	}
	t.Logf("boxes measured: %v", seen)
}

func (f form) checkLabel(name string, c box, seen map[string]int) {
	for _, b := range blanks {
		if !strings.HasSuffix(c.text, b.label) || len([]rune(c.text)) > 12 {
			continue
		}
		beside, found := f.beside(c)
		if _, head := columns[beside.text]; !found || head {
			continue // the label of the whole form, or the head of a column
		}
		seen[b.label]++
		if rest := strings.Trim(beside.text, b.may); rest != "" {
			f.t.Errorf("%s page %d: beside %s stands %q", name, c.page, c.text, beside.text)
		}
		if beside.height() < b.height {
			f.t.Errorf("%s page %d: the box beside %s is %.1f mm high, want %.0f", name, c.page, c.text, beside.height(), b.height)
		}
	}
}

// formFiles gives the printed forms by unit and task.
func formFiles(t *testing.T) map[string]string {
	t.Helper()
	return chosen(t, "pdf", func(o output) (string, bool) { return o.Unit + " " + o.Item, o.Kind == "acceptance" })
}

// TestEveryMeasureHasARowOfItsOwn looks for every measure of a task in a box of
// its own, whole: no page end cuts it. A measure that enumerates (一是, 二是 …) has
// a row for each.
func TestEveryMeasureHasARowOfItsOwn(t *testing.T) {
	wanted := measures(t)
	forms := formFiles(t)
	for name, path := range forms {
		_, id, _ := strings.Cut(name, " ")
		f := readForm(t, path)
		for _, m := range wanted[id] {
			if !f.row(m) && !(strings.Contains(m, "一是") && strings.Contains(f.running(), m)) {
				t.Errorf("%s: no row holds just %q", name, beginning(m))
			}
		}
	}
	if len(forms) < 40 {
		t.Errorf("only %d forms", len(forms))
	}
}

func (f form) row(text string) bool {
	return slices.ContainsFunc(f.cells, func(c box) bool { return c.text == text })
}

// running is the text of the columns of measures, page after page.
func (f form) running() string {
	var b strings.Builder
	for _, c := range f.cells {
		if strings.HasPrefix(c.text, "整改措施(照录原文") {
			for _, m := range f.below(c) {
				b.WriteString(m.text)
			}
		}
	}
	return b.String()
}

// measures are the paragraphs of each task's measures, folded, as published and
// amended.
func measures(t *testing.T) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	for id, words := range tasks(t) {
		out[id] = words[afterSupervisors(t, id, words):]
	}
	return out
}

// afterSupervisors finds where the measures begin: after the six other fields,
// which have one paragraph each.
func afterSupervisors(t *testing.T, id string, words task) int {
	t.Helper()
	i := slices.IndexFunc(words, func(w string) bool {
		return strings.Contains(w, "年底前") || strings.Contains(w, "月底前") || strings.Contains(w, "长期坚持")
	})
	if i < 0 || i+5 >= len(words) {
		t.Fatalf("task %s has no deadline", id)
	}
	return i + 5
}
