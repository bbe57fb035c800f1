package inspect

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hongtou/internal/norm"
	"hongtou/internal/printout"
)

var update = flag.Bool("update", false, "write what is printed into the expected files")

// golden compares with a file of testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs (-update writes it):\n%s", path, got)
	}
}

// printed is the table of a report without what no file can prove, which is
// the business of package norm.
func printed(t *testing.T, r Report, v View) string {
	t.Helper()
	var b strings.Builder
	if err := r.WriteText(&b, v); err != nil {
		t.Fatal(err)
	}
	text, _, _ := strings.Cut(b.String(), "\n纸张、印刷")
	return text
}

func TestTable(t *testing.T) {
	one := Report{[]File{sample(t)}}
	good := File{Path: "丙/好.pdf", Pages: 2, Rows: sample(t).Rows[:1]}
	several := Report{[]File{sample(t), unread(), good}}
	golden(t, "one.txt", []byte(printed(t, one, View{Columns: 80, Full: true})))
	golden(t, "brief.txt", []byte(printed(t, one, View{Columns: 80})))
	golden(t, "fails.txt", []byte(printed(t, one, View{Columns: 80, OnlyFails: true})))
	golden(t, "several.txt", []byte(printed(t, several, View{Columns: 60, Brief: true})))
	if text := printed(t, one, View{Colour: true, Full: true}); !strings.Contains(text, redOn+"不合"+plainAgain) {
		t.Error("what fails is not red")
	}
}

// TestTableFits: no line is wider than the terminal, however narrow, unless a
// name alone is.
func TestTableFits(t *testing.T) {
	for _, columnsOf := range []int{60, 80, 132} {
		for line := range strings.Lines(printed(t, Report{[]File{sample(t), unread()}}, View{Columns: columnsOf})) {
			if n := columns(strings.TrimSuffix(line, "\n")); n > columnsOf && !strings.Contains(line, "合 1 项") {
				t.Errorf("%d columns of %d: %s", n, columnsOf, line)
			}
		}
	}
}

func TestGapsInFull(t *testing.T) {
	var b strings.Builder
	if err := (Report{}).WriteText(&b, View{Gaps: true}); err != nil {
		t.Fatal(err)
	}
	for _, g := range norm.Gaps() {
		if !strings.Contains(strings.Join(strings.Fields(b.String()), ""), strings.Join(strings.Fields(g.Why), "")) {
			t.Errorf("%s: %s is missing", g.ID, g.Why)
		}
	}
}

// TestSections: every clause stands in a part that reports show.
func TestSections(t *testing.T) {
	for id, want := range map[string]string{
		"5.1": "页面", "5.2.1": "版心", "5.2.3": "版心", "5.2.4": "页面", "6.3": "页面", "7.1": "页面", "7.2.4": "版头",
		"7.3.5.1": "主体", "7.4": "版记", "7.4.1": "版记", "7.5": "页码", "8": "横排表格", "9": "文字", "10.1": "特定格式",
		norm.Own: norm.Own, "12": unknown, "5.10": "页面", "70": unknown, "": unknown,
	} {
		if got := sectionOf(id); got != want {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
	}
	n := 0
	for _, s := range grouped(allRows()) {
		if s.Name == unknown {
			t.Errorf("%s stands in no part", s.Rows[0].Clause.Name())
		}
		n += len(s.Rows)
	}
	if n != len(norm.Clauses()) {
		t.Errorf("%d of %d clauses are shown", n, len(norm.Clauses()))
	}
}

func allRows() []Row {
	var out []Row
	for _, c := range norm.Clauses() {
		out = append(out, Row{Clause: c})
	}
	return out
}

func TestPageList(t *testing.T) {
	for _, c := range []struct {
		pages []int
		want  string
	}{
		{[]int{1}, "第1页"}, {[]int{1, 2}, "第1、2页"}, {[]int{1, 2, 3, 5, 7, 8}, "第1—3、5、7、8页"},
		{[]int{1, 3, 5, 7, 9, 11, 13, 15, 17}, "第1、3、5、7、9、11、13、15等9页"},
	} {
		if got := pageList(c.pages); got != c.want {
			t.Errorf("%v: %s, want %s", c.pages, got, c.want)
		}
	}
}

func TestNotices(t *testing.T) {
	doc := printout.Document{Mended: true, Pages: []printout.Page{
		{Number: 1, Hidden: 3}, {Number: 2, Unmapped: 1, Outlined: 2}, {Number: 3, Hidden: 1},
	}}
	got := strings.Join(notices(doc, []int{1, 3}), "\n")
	for _, words := range []string{"对象表已损坏", "第1、3页是扫描图片", "第1、3页有看不见的文字", "第2页有的字没有文字编码", "第2页有描边的文字"} {
		if !strings.Contains(got, words) {
			t.Errorf("%q is missing in %s", words, got)
		}
	}
	if n := notices(printout.Document{Pages: []printout.Page{{Number: 1}}}, nil); n != nil {
		t.Errorf("%q", n)
	}
}
