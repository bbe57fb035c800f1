package web

import (
	"path"
	"slices"
	"strings"
	"testing"

	"hongtou/internal/doc"
)

func TestRelative(t *testing.T) {
	for _, c := range [][3]string{
		{"index.html", "a/b.html", "a/b.html"},
		{"a/b.html", "index.html", "../index.html"},
		{"a/b.html", "a/c.html#x", "c.html#x"},
		{"a/b.html", "a/b.html#x", "#x"},
		{"a/b.html", "a/b.html", "b.html"},
		{"a/b/c.html", "a/d/e.html", "../d/e.html"},
		{"a/b.html", "#x", "#x"},
		{"a/a/b.html", "a/b.html", "../b.html"},
	} {
		if got := relative(c[0], c[1]); got != c[2] {
			t.Errorf("%s → %s: got %s, want %s", c[0], c[1], got, c[2])
		}
	}
}

// TestLinksLeadSomewhere reads the pages with a parser of its own.
func TestLinksLeadSomewhere(t *testing.T) {
	files := render(t, sample())
	followed := 0
	for from, page := range files {
		if !strings.HasSuffix(from, ".html") {
			continue
		}
		for _, n := range all(parse(t, page), "") {
			for _, key := range []string{"href", "src", "action", "data-index"} {
				link := attribute(n, key)
				if link == "" || strings.HasPrefix(link, "data:") || strings.HasPrefix(link, sample().Config.Address) || link == icpOffice || link == policeOffice {
					continue
				}
				followed++
				file, anchor, _ := strings.Cut(link, "#")
				file, _, _ = strings.Cut(file, "?")
				to := from
				if file != "" {
					to = path.Join(path.Dir(from), file)
				}
				target, ok := files[to]
				if !ok || anchor != "" && strings.Count(target, ` id="`+anchor+`"`) != 1 {
					t.Errorf("%s: %s leads nowhere", from, link)
				}
			}
		}
	}
	if followed < 100 {
		t.Errorf("only %d links", followed)
	}
	for _, face := range strings.Split(files["assets/site.css"], "url(../")[1:] {
		if name, _, _ := strings.Cut(face, ")"); files[name] == "" {
			t.Errorf("the style sheet asks for %s", name)
		}
	}
}

func TestRefused(t *testing.T) {
	for name, spoil := range map[string]func(*Site){
		"无目标的链接": func(s *Site) { s.Pages[0].Related = []Link{{"无", "plan/none.html"}} },
		"无目标的锚点": func(s *Site) { s.Pages[0].Related = []Link{{"无", "plan/index.html#none"}} },
		"锚点重复":   func(s *Site) { s.Pages[0].Sections[0].ID = "units" },
		"汉字路径":   func(s *Site) { s.Pages[1].Path = "方案/index.html" },
		"上级路径":   func(s *Site) { s.Files[0].Path = "../notice.pdf" },
		"绝对路径":   func(s *Site) { s.Files[0].Path = "/notice.pdf" },
		"路径重复":   func(s *Site) { s.Files[0].Path = "Plan/Notice.html" },
		"文件作文件夹": func(s *Site) { s.Files[0].Path = "tasks.json/notice.pdf" },
		"首页作文件夹": func(s *Site) { s.Pages[1].Path = "Index.html/index.html" },
		"文件夹作文件": func(s *Site) { s.Files[0].Path = "Plan" },
		"我们的文件夹": func(s *Site) { s.Files[0].Path = "assets" },
		"占用路径":   func(s *Site) { s.Files[0].Path = "assets/site.js" },
		"非网页路径":  func(s *Site) { s.Pages[1].Path = "plan/index" },
		"无首页":    func(s *Site) { s.Pages[0].Path = "home.html" },
		"无标题":    func(s *Site) { s.Pages[2].Title = " " },
		"坏日期":    func(s *Site) { s.Pages[3].Published = "2020年8月5日" },
		"坏网址":    func(s *Site) { s.Config.Address = "javascript:alert(1)" },
		"坏锚点":    func(s *Site) { s.Pages[0].Sections[0].ID = "甲" },
		"无字形": func(s *Site) {
			s.Pages[0].Sections[0].Blocks = append(s.Pages[0].Sections[0].Blocks, text("\U000F0000"))
		},
	} {
		s := sample()
		s.Pages = slices.Clone(s.Pages)
		spoil(&s)
		if out, err := Render(s, fonts(t), 2); err == nil {
			t.Errorf("%s: %d files", name, len(out))
		}
	}
}

func TestSameBytes(t *testing.T) {
	a, err := Render(sample(), fonts(t), 1)
	if err != nil {
		t.Fatal(err)
	}
	b, _ := Render(sample(), fonts(t), 4)
	if !slices.EqualFunc(a, b, func(a, b Output) bool { return a.Path == b.Path && string(a.Data) == string(b.Data) }) {
		t.Error("two runs differ")
	}
}

// TestAWordChangesItsPage: a word that other pages show too leaves them as
// they are. Only the data of the whole site, the search's among them, follow.
func TestAWordChangesItsPage(t *testing.T) {
	before, s := render(t, sample()), sample()
	last := &s.Pages[len(s.Pages)-1]
	last.Sections = append(last.Sections, Section{Blocks: []doc.Block{text("历次修改")}})
	after := render(t, s)
	if after[last.Path] == before[last.Path] {
		t.Fatal("the word is not on its page")
	}
	for path, data := range after {
		if strings.HasSuffix(path, ".html") && path != last.Path && data != before[path] {
			t.Errorf("%s changed with a word of %s", path, last.Path)
		}
	}
}
