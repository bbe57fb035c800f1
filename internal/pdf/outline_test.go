package pdf

import (
	"fmt"
	"strings"
	"testing"

	"hongtou/internal/layout"
	"hongtou/internal/testkit/judge"
)

func marks(levels ...int) []layout.Bookmark {
	var out []layout.Bookmark
	for i, l := range levels {
		out = append(out, layout.Bookmark{Level: l, Title: fmt.Sprint(i)})
	}
	return out
}

// tree writes entries as title:count(kids).
func (e *entry) tree() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s:%d", e.mark.Title, e.visible())
	if len(e.kids) > 0 {
		var kids []string
		for _, k := range e.kids {
			kids = append(kids, k.tree())
		}
		fmt.Fprintf(&b, "(%s)", strings.Join(kids, " "))
	}
	return b.String()
}

func TestNestAndCount(t *testing.T) {
	for _, c := range []struct {
		levels []int
		want   string
	}{
		{nil, ":0"},
		{[]int{1, 1}, ":2(0:0 1:0)"},
		{[]int{1, 2, 2, 1}, ":4(0:2(1:0 2:0) 3:0)"},
		{[]int{1, 2, 3, 3, 2}, ":3(0:2(1:2(2:0 3:0) 4:0))"}, // level 3 is folded away
		{[]int{1, 3, 2, 1}, ":4(0:2(1:0 2:0) 3:0)"},         // a level left out
		{[]int{2, 1, 2}, ":3(0:0 1:1(2:0))"},                // begins below the top
		{[]int{1, 0, 1}, ":3(0:0 1:0 2:0)"},
	} {
		if got := nest(marks(c.levels...)).tree(); got != c.want {
			t.Errorf("%v: %s, want %s", c.levels, got, c.want)
		}
	}
}

func TestReadersFollowTheOutline(t *testing.T) {
	b := &layout.Book{Pages: []layout.Page{portrait(1), landscape(2), portrait(3)}}
	b.Bookmarks = []layout.Bookmark{
		{Level: 1, Title: "通知", Page: 0, Y: 100000},
		{Level: 1, Title: "方案𬱖", Page: 1, Y: 0},
		{Level: 2, Title: "一、要求", Page: 1, Y: 95276},
		{Level: 3, Title: "（一）目标", Page: 2, Y: 841890, ID: "goal"},
		{Level: 2, Title: "二、措施", Page: 2, Y: 500005, ID: "acts"},
	}
	path := render(t, faceSet(t), b)
	judge.QPDFCheck(t, path)
	var lines []string
	var walk func(list []judge.Bookmark, depth int)
	walk = func(list []judge.Bookmark, depth int) {
		for _, m := range list {
			lines = append(lines, fmt.Sprintf("%s%s p%d open=%v %v", strings.Repeat(" ", depth), m.Title, m.Page, m.Open, m.Dest[1:]))
			walk(m.Kids, depth+1)
		}
	}
	walk(judge.PDFOutline(t, path), 0)
	want := `通知 p1 open=true [/XYZ 0 741.89 <nil>]
方案𬱖 p2 open=true [/XYZ 0 595.28 <nil>]
 一、要求 p2 open=false [/XYZ 0 500 <nil>]
  （一）目标 p3 open=true [/XYZ 0 0 <nil>]
 二、措施 p3 open=true [/XYZ 0 341.89 <nil>]`
	if got := strings.Join(lines, "\n"); got != want {
		t.Errorf("outline\n%s\nwant\n%s", got, want)
	}
}

func TestLabelsAreThePrintedNumbers(t *testing.T) {
	b := &layout.Book{Pages: []layout.Page{
		portrait(1), landscape(2), portrait(0), portrait(0), portrait(3), portrait(7),
	}}
	var got []string
	for _, l := range judge.PDFLabels(t, render(t, faceSet(t), b)) {
		got = append(got, fmt.Sprint(l.First, l.Label))
	}
	want := "0 map[/S:/D /St:1]; 2 map[/St:1]; 4 map[/S:/D /St:3]; 5 map[/S:/D /St:7]"
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("labels %s, want %s", s, want)
	}
}
