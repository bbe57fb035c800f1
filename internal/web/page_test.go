package web

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// parse reads a page as browsers do.
func parse(t *testing.T, page string) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// all gives the elements of a name, in order.
func all(n *html.Node, name string) []*html.Node {
	var list []*html.Node
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && (name == "" || c.Data == name) {
			list = append(list, c)
		}
	}
	return list
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func content(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func metasOf(t *testing.T, page string) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	for _, m := range all(parse(t, page), "meta") {
		if name := attribute(m, "name"); name != "" && name != "viewport" {
			found[name] = append(found[name], attribute(m, "content"))
		}
	}
	return found
}

func TestMeta(t *testing.T) {
	files := render(t, sample())
	site := map[string]string{"SiteName": "甲市人民政府", "SiteDomain": "www.example.gov.cn", "SiteIDCode": "1234567890"}
	column := map[string]string{"ColumnName": "督察整改", "ColumnDescription": "整改方案与落实情况", "ColumnKeywords": "整改,督察", "ColumnType": "政策文件"}
	article := map[string]string{"ArticleTitle": "中共甲市委员会办公室 甲市人民政府办公室关于印发《甲市整改方案》的通知", "PubDate": "2020-08-05 09:00", "ContentSource": "甲市人民政府办公室",
		"Keywords": "整改,督察", "Description": "印发整改方案", "Url": "https://www.example.gov.cn/zg/plan/notice.html"}
	for path, groups := range map[string][]map[string]string{
		"index.html":       {site, {"Description": "甲市整改方案全文、任务和单位"}},
		"plan/items.html":  {site, column},
		"plan/notice.html": {site, column, article},
	} {
		got, n := metasOf(t, files[path]), 0
		for _, g := range groups {
			for name, value := range g {
				n++
				if !slices.Equal(got[name], []string{value}) {
					t.Errorf("%s: %s is %q, want %q", path, name, got[name], value)
				}
			}
		}
		if len(got) != n {
			t.Errorf("%s: %d names, want %d: %v", path, len(got), n, got)
		}
	}
}

// A site of which nothing is known says nothing of itself.
func TestNothingIsInvented(t *testing.T) {
	s := sample()
	s.Config = Config{}
	files := render(t, s)
	for path, page := range files {
		if !strings.HasSuffix(path, ".html") {
			continue
		}
		for name, values := range metasOf(t, page) {
			if strings.HasPrefix(name, "Site") || strings.HasPrefix(name, "Column") || name == "Url" {
				t.Errorf("%s: %s %q", path, name, values)
			}
		}
		for _, word := range []string{"主办单位", "备案", "标识码", "canonical", "二维码", "feed.xml"} {
			if strings.Contains(page, word) {
				t.Errorf("%s has %s", path, word)
			}
		}
	}
	if files["sitemap.xml"]+files["feed.xml"] != "" {
		t.Error("addresses without an address")
	}
	if h := all(parse(t, files["index.html"]), "h1"); len(h) != 1 || content(h[0]) != "督察整改公开" {
		t.Errorf("home page: %d h1", len(h))
	}
}

func TestArticle(t *testing.T) {
	page := render(t, sample())["plan/notice.html"]
	root := parse(t, page)
	if h := all(root, "h1"); len(h) != 1 || content(h[0]) != sample().Pages[3].Title {
		t.Errorf("%d h1", len(h))
	}
	var labels, values []string
	section := slices.IndexFunc(all(root, "div"), func(n *html.Node) bool { return attribute(n, "aria-label") == "公开信息" })
	block := all(root, "div")[section]
	for i, dt := range all(block, "dt") {
		labels, values = append(labels, content(dt)), append(values, content(all(block, "dd")[i]))
	}
	for i, want := range sample().Pages[3].Disclosure {
		if labels[i] != want.Label || strings.ReplaceAll(values[i], " ", "") != strings.ReplaceAll(want.Value, "　", "") {
			t.Errorf("entry %d: %s %s, want %+v", i, labels[i], values[i], want)
		}
	}
	last := -1
	for _, part := range []string{`当前位置`, "本件已于2020年11月25日修改", `href="consolidated-2020-11-25.html"`, "<h1>", "发布日期", "索引号", `class="mark"`, "各县区委", `id="site-files"`, "PDF，1.2 MB，12页", "XLSX，20 KB）", `id="site-related"`, `role="img"`, "主办单位"} {
		at := strings.Index(page, part)
		if at <= last {
			t.Errorf("%s stands at %d, after %d", part, at, last)
		}
		last = at
	}
	if strings.Contains(page, "&lt;") {
		t.Error("markup is shown as text")
	}
	levels := ""
	for _, h := range all(parse(t, page), "") {
		if len(h.Data) == 2 && h.Data[0] == 'h' && h.Data[1] >= '1' && h.Data[1] <= '6' {
			levels += h.Data[1:]
		} else if attribute(h, "role") == "heading" {
			levels += "(" + attribute(h, "aria-level") + ")"
		}
	}
	if levels != "1223(4)22" {
		t.Errorf("headings %s", levels)
	}
}

func TestVersions(t *testing.T) {
	root := parse(t, render(t, sample())["plan/consolidated-2020-11-25.html"])
	var got []string
	for _, a := range all(root, "a") {
		if a.Parent.Parent.Parent.Data == "nav" && attribute(a.Parent.Parent.Parent, "class") == "versions" {
			got = append(got, content(a)+" "+attribute(a, "href")+" "+attribute(a, "aria-current"))
		}
	}
	want := []string{"2020年7月30日印发 notice.html ", "2020年11月25日修改 consolidated-2020-11-25.html page"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// Whatever the data hold, pages have our scripts only, no handlers, no styles,
// and text that reads as given.
func TestHostileText(t *testing.T) {
	files := render(t, sample())
	for path, page := range files {
		if !strings.HasSuffix(path, ".html") {
			continue
		}
		for _, n := range all(parse(t, page), "") {
			if n.Data == "b" || n.Data == "script" && !strings.Contains(attribute(n, "src"), "assets/site.js") {
				t.Errorf("%s: element %s", path, n.Data)
			}
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" || strings.Contains(a.Val, "javascript:") {
					t.Errorf("%s: %s=%q", path, a.Key, a.Val)
				}
			}
		}
	}
	root := parse(t, files["plan/item-01.html"])
	if got, want := content(all(root, "h1")[0]), "第一项 "+hostile; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if n := strings.Count(content(all(root, "main")[0]), hostile); n != 10 {
		t.Errorf("the text stands %d times", n)
	}
	if strings.Contains(files["assets/search.js"], "<script") {
		t.Error("markup in search.js")
	}
}

// Pages ask for nothing outside the site, and lead to two offices only.
func TestNoForeignAddress(t *testing.T) {
	for path, data := range render(t, sample()) {
		if strings.HasPrefix(path, "fonts/") || strings.HasSuffix(path, ".pdf") {
			continue
		}
		rest := data
		for _, known := range []string{"https://www.example.gov.cn/zg/", "http://www.w3.org/2005/Atom", "http://www.sitemaps.org/schemas/sitemap/0.9", `<a href="https://beian.miit.gov.cn/" rel="external noreferrer">甲ICP备1号</a>`, `<a href="https://beian.mps.gov.cn/" rel="external noreferrer">甲公网安备1号</a>`} {
			if strings.HasSuffix(path, ".html") && strings.HasPrefix(known, "<a") && strings.Count(rest, known) != 1 {
				t.Errorf("%s has no %s", path, known)
			}
			rest = strings.ReplaceAll(rest, known, "")
		}
		if strings.Contains(rest, "http:") || strings.Contains(rest, "https:") || strings.Contains(rest, `"//`) {
			t.Errorf("%s has a foreign address", path)
		}
	}
}
