package judge_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"hongtou/internal/testkit/judge"
)

const goodPage = `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>甲</title><link rel="icon" href="data:,">
<script>document.documentElement.dataset.script = 'on'</script></head>
<body><main><h1>甲市</h1><p>正文</p><p><a href="b.html">下一页</a></p></main></body></html>
`

const badPage = `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>乙</title><link rel="icon" href="data:,"><style>p { colour: red }</style></head>
<body><main><h1>乙县</h1><p style="color:#aaa">看不清</p><img src="none.png"><div style="width:400px">宽</div></main>
<script>throw new Error("坏了")</script></body></html>
`

// pages writes the two pages and returns their folder.
func pages(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{"a.html": goodPage, "b.html": badPage} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func rules(found []judge.Finding) string {
	var all []string
	for _, f := range found {
		all = append(all, f.Rule)
	}
	return strings.Join(all, " ")
}

func TestNuFindsWhatIsWrong(t *testing.T) {
	dir := pages(t)
	found := judge.NuHTML(t, dir)
	if len(found) != 2 {
		t.Fatalf("%q", found)
	}
	for _, f := range found {
		if f.Path != filepath.Join(dir, "b.html") || !strings.Contains(f.Text, "colour") && !strings.Contains(f.Text, "alt") {
			t.Errorf("%v", f)
		}
	}
}

func TestBrowserSeesWhatPeopleSee(t *testing.T) {
	dir := pages(t)
	c := judge.StartChromium(t)
	p := c.Open(t, judge.Serve(t, dir, "/some/sub/path/")+"a.html", judge.View{Width: 320})
	if found := p.Axe(); len(found) > 0 {
		t.Errorf("axe finds %q", found)
	}
	p.Press(kb.Tab)
	p.Follow(kb.Enter)
	if !strings.HasSuffix(p.Address(), "/some/sub/path/b.html") {
		t.Errorf("Enter leads to %s", p.Address())
	}
	if got := rules(p.Axe()); !strings.Contains(got, "image-alt") || !strings.Contains(got, "color-contrast") {
		t.Errorf("axe finds %s", got)
	}
	if n := p.Overflow(); n < 80 {
		t.Errorf("the page is %d px wider than the window", n)
	}
	p.Resize(judge.View{Width: 1280, Zoom: 2})
	if w := p.Text("innerWidth"); w != "640" || p.Overflow() > 0 {
		t.Errorf("enlarged, the window is %s px wide", w)
	}
	if said := strings.Join(p.Console(), "\n"); !strings.Contains(said, "坏了") {
		t.Errorf("the console says %s", said)
	}
	log := p.Requests()
	if n := len(log); n != 3 || log[n-1].Status != 404 || log[0].Status != 200 {
		t.Errorf("network log: %+v", log)
	}
}

func TestBrowserWithoutScripts(t *testing.T) {
	address := judge.Address(t, filepath.Join(pages(t), "a.html"))
	c := judge.StartChromium(t)
	const script = "document.documentElement.dataset.script"
	if got := c.Open(t, address, judge.View{}).Text(script); got != "on" {
		t.Errorf("with scripts: %s", got)
	}
	p := c.Open(t, address, judge.View{NoScript: true})
	if got := p.Text(script); got != "undefined" {
		t.Errorf("without scripts: %s", got)
	}
	if n := len(judge.PDFPages(t, p.Print("a.pdf"))); n != 1 {
		t.Errorf("printed on %d pages", n)
	}
}
