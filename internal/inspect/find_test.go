package inspect

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hongtou/internal/norm"
)

func TestFind(t *testing.T) {
	here := t.TempDir()
	t.Chdir(here)
	if err := os.Symlink("nowhere", "断"); err != nil {
		t.Fatal(err)
	}
	for _, p := range []string{"甲/b.pdf", "甲/a.PDF", "甲/书/c.pdf", "甲/.git/d.pdf", "甲/._a.pdf", "甲/x.html", "空/x.docx", "[1].pdf"} {
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		names []string
		want  string
	}{
		{[]string{"甲"}, "甲/a.PDF 甲/b.pdf 甲/书/c.pdf"},
		{[]string{"甲/b.pdf", "甲/"}, "甲/b.pdf 甲/a.PDF 甲/书/c.pdf"},
		{[]string{"甲/*.pdf"}, "甲/._a.pdf 甲/b.pdf"},
		{[]string{"[1].pdf"}, "[1].pdf"},
		{[]string{"甲*"}, "甲/a.PDF 甲/b.pdf 甲/书/c.pdf"},
		{[]string{"空*"}, "空!no-pdf"},
		{[]string{"?", "甲"}, "断!missing 甲/a.PDF 甲/b.pdf 甲/书/c.pdf 空!no-pdf"},
		{[]string{"甲/b.pdf", here + "/甲/b.pdf", "甲/../甲/b.pdf"}, "甲/b.pdf"},
		{[]string{"./甲/b.pdf", "甲/b.pdf", "甲/x.html"}, "./甲/b.pdf 甲/x.html"},
		{[]string{"丙.pdf", "甲/b.pdf"}, "丙.pdf!missing 甲/b.pdf"},
		{[]string{"*.doc", "[.pdf", "空"}, "*.doc!missing [.pdf!missing 空!no-pdf"},
		{[]string{os.DevNull}, os.DevNull + "!not-file"},
	} {
		var got []string
		for _, f := range Find(c.names) {
			s := filepath.ToSlash(f.Path)
			if f.Problem != nil {
				s += "!" + f.Problem.Code
			}
			got = append(got, s)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q: %q", c.names, got)
		}
	}
}

func TestPagesToShow(t *testing.T) {
	f := sample(t)
	if pages, hidden := f.pagesToShow(); !slices.Equal(pages, []int{1, 2, 3}) || hidden != 0 {
		t.Errorf("%v %d", pages, hidden)
	}
	f.Pages = 100
	f.Rows[1].Result.Pages = nil
	for page := range 90 {
		f.Rows[1].Result.Pages = append(f.Rows[1].Result.Pages, page+1)
	}
	f.Rows[3].Result.Pages = []int{95}
	f.Advice[0].Page, f.Advice[1].Page = 99, 1000
	pages, hidden := f.pagesToShow()
	if len(pages) != mostPictures || hidden != 62 || pages[0] != 1 || pages[mostPictures-1] != 95 {
		t.Errorf("%v %d", pages, hidden)
	}
}

// TestPagesBeyondPlaces: places are cut at 40, pages are not.
func TestPagesBeyondPlaces(t *testing.T) {
	f := sample(t)
	f.Pages, f.Rows = 100, f.Rows[1:2]
	f.Rows[0].Result.Pages = []int{2, 3, 57}
	if pages, _ := f.pagesToShow(); !slices.Equal(pages, []int{1, 2, 3, 57}) {
		t.Errorf("painted: %v", pages)
	}
	if links := pageLinks(f.findings()[0], nil); len(links) != 3 || links[2].Page != 57 {
		t.Errorf("linked: %v", links)
	}
	if c := f.clauseForJSON(f.Rows[0]); !slices.Equal(c.Pages, []int{2, 3, 57}) {
		t.Errorf("JSON: %v", c.Pages)
	}
	if kept := cleanResult(f.Rows[0].Result).Pages; len(kept) != 3 {
		t.Errorf("kept: %v", kept)
	}
	var text strings.Builder
	if err := (Report{[]File{f}}).WriteText(&text, View{}); err != nil || !strings.Contains(text.String(), "57页〕") {
		t.Errorf("%v\n%s", err, text.String())
	}
}

// TestBareNumber: a number alone gets the word of its value.
func TestBareNumber(t *testing.T) {
	r := norm.Result{Measured: "0.62 mm", Values: []norm.Value{{Name: "线距", Number: 0.62, Unit: "mm"}}}
	if got := cleanResult(r).Measured; got != "线距0.62 mm" {
		t.Error(got)
	}
}

// TestMeasuredWords: a list that stops says so, equal values stand once.
func TestMeasuredWords(t *testing.T) {
	for s, want := range map[string]string{
		"210 mm":   "210 mm",
		"2处不合：甲；乙": "2处不合：甲；乙",
		"2处不合：第1页270.81 mm；第2页270.81 mm":                      "2处不合：都是270.81 mm",
		"4处不合：第1页9.0磅；第2页9.0磅；第3页9.0磅":                        "4处不合：9.0磅等4处",
		"44处不合：甲；乙；丙":                                         "44处不合：甲；乙；丙等44处",
		"44处不合：甲；乙等44处":                                       "44处不合：甲；乙等44处",
		"长156；3处不合：23.1～179.1 mm；23.1～179.1 mm；23.1～179.1 mm": "长156；3处不合：都是23.1～179.1 mm",
	} {
		if got := measuredWords(s); got != want {
			t.Errorf("%s: %s", s, got)
		}
	}
}
