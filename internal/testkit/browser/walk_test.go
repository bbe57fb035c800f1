package browser

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"hongtou/internal/testkit/judge"
)

// task is what the open data of the site say of one task.
type task struct {
	Title, Page string
	Changed     bool
	Units       []struct{ Unit, Page string }
}

func tasks(t *testing.T, site string) []task {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(site, "tasks.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all struct{ Tasks []task }
	if err := json.Unmarshal(data, &all); err != nil || len(all.Tasks) == 0 {
		t.Fatalf("%d tasks: %v", len(all.Tasks), err)
	}
	return all.Tasks
}

// focused describes what the keyboard is on: its words, or its name, and where
// a link leads.
const focused = `(e => [e.tagName, e.getAttribute("aria-label") || e.textContent.trim(), e.href || "", String(e.matches(":focus-visible"))])(document.activeElement)`

// tabTo presses the tabulator until the keyboard is on what is wanted.
func tabTo(t *testing.T, p *judge.Page, what string, wanted func(words, href string) bool) {
	t.Helper()
	for range 200 {
		p.Press(kb.Tab)
		var is []string
		p.Eval(focused, &is)
		if is[0] == "BODY" {
			continue
		}
		if is[3] != "true" {
			t.Errorf("nothing shows that the keyboard is on %q", is[1])
		}
		if wanted(is[1], is[2]) {
			return
		}
	}
	t.Fatalf("the keyboard does not come to %s from %s", what, p.Address())
}

// TestKeyboardLeadsToEveryUnit walks from the home page to the tasks of each
// unit that has some, on a telephone's window, with two keys.
func TestKeyboardLeadsToEveryUnit(t *testing.T) {
	t.Parallel()
	titles, names := map[string][]string{}, map[string]string{}
	for _, task := range tasks(t, built.site) {
		for _, u := range task.Units {
			if u.Page != "" {
				titles[u.Page] = append(titles[u.Page], task.Title)
				names[u.Page] = u.Unit
			}
		}
	}
	if len(names) < 10 {
		t.Fatalf("units with pages: %v", names)
	}
	home := judge.Serve(t, built.site, "/some/sub/path/")
	p := judge.StartChromium(t).Open(t, home+"index.html", judge.View{Width: 320, Height: 640})
	for page, unit := range names {
		route := shortest(t, built.site, "index.html", page)
		if len(route) == 0 || len(route) > 3 {
			t.Errorf("%s is %d links away: %q", unit, len(route), route)
			continue
		}
		p.Go(home + "index.html")
		for _, next := range route {
			tabTo(t, p, next, func(_, href string) bool { return strings.SplitN(href, "#", 2)[0] == home+next })
			p.Follow(kb.Enter)
		}
		text := p.Text("document.querySelector('main').innerText")
		for _, title := range titles[page] {
			if !strings.Contains(text, title) {
				t.Errorf("the page of %s lacks %s", unit, title)
			}
		}
		if n := p.Overflow(); n > 0 {
			t.Errorf("%s: %d px too wide", unit, n)
		}
	}
}

// shortest finds the pages between one page and another, the last included.
func shortest(t *testing.T, site, from, to string) []string {
	t.Helper()
	before, queue := map[string]string{from: ""}, []string{from}
	for len(queue) > 0 && before[to] == "" {
		page := queue[0]
		queue = queue[1:]
		for _, link := range linksOf(t, filepath.Join(site, page)) {
			next, _, _ := strings.Cut(filepath.ToSlash(filepath.Join(filepath.Dir(page), link)), "#")
			if _, known := before[next]; !known && strings.HasSuffix(next, ".html") {
				before[next] = page
				queue = append(queue, next)
			}
		}
	}
	var route []string
	for page := to; page != from && page != ""; page = before[page] {
		route = append(route, page)
	}
	slices.Reverse(route)
	return route
}

func TestSkipLinkLeadsToTheText(t *testing.T) {
	t.Parallel()
	p := judge.StartChromium(t).Open(t, judge.Address(t, filepath.Join(built.site, "index.html")), judge.View{})
	p.Press(kb.Tab)
	p.Follow(kb.Enter)
	if got := p.Text("document.activeElement.tagName"); got != "MAIN" {
		t.Errorf("the first link leads to %s", got)
	}
}

// TestPagesReadWithoutScript compares what stands in a page with and without.
func TestPagesReadWithoutScript(t *testing.T) {
	t.Parallel()
	c := judge.StartChromium(t)
	with, without := c.Open(t, "about:blank", judge.View{}), c.Open(t, "about:blank", judge.View{NoScript: true})
	for _, name := range sorts(t, built.site) {
		address := judge.Address(t, filepath.Join(built.site, name))
		with.Go(address)
		without.Go(address)
		const text = "[...document.querySelectorAll('main :is(h1,h2,h3,h4,p,td,th,dd,li a)')].filter(e => e.offsetHeight && !e.closest('.filter')).map(e => e.textContent).join('')"
		if a, b := folded(with.Text(text)), folded(without.Text(text)); a != b || len(a) < 100 {
			t.Errorf("%s: %d characters with scripts, %d without", name, len(a), len(b))
		}
		if got := without.Text("[...document.querySelectorAll('button')].filter(e => e.offsetHeight && !e.form).length"); got != "0" {
			t.Errorf("%s: %s buttons do nothing without script", name, got)
		}
	}
	tabTo(t, without, "the search", func(words, _ string) bool { return words == "搜索" })
	without.Follow(kb.Enter)
	if got := without.Address(); !strings.Contains(got, "items.html") {
		t.Errorf("without script the search leads to %s", got)
	}
}

func TestSearchFindsTasks(t *testing.T) {
	t.Parallel()
	p := judge.StartChromium(t).Open(t, judge.Address(t, filepath.Join(built.site, "index.html")), judge.View{Width: 320})
	want := tasks(t, built.site)[3]
	p.Eval(`document.querySelector("[name=q]").focus()`, nil)
	p.Press(want.Title + kb.Enter)
	p.Wait(`document.querySelectorAll("#site-found a").length > 0`)
	if links := p.Text(`[...document.querySelectorAll("#site-found a")].map(a => a.href).join(" ")`); !strings.Contains(links, want.Page) {
		t.Errorf("%s is found at %s", want.Title, links)
	}
	report(t, p.Axe())
	checkWidth(t, p, "search")
}

// TestLargePrintIsRemembered presses the switch with the keyboard, goes on to
// another page, comes back and presses it again.
func TestLargePrintIsRemembered(t *testing.T) {
	t.Parallel()
	c := judge.StartChromium(t)
	for _, base := range []string{judge.Address(t, built.site) + "/", judge.Serve(t, built.site, "/large/")} {
		p := c.Open(t, base+"index.html", judge.View{Width: 320})
		const size = "parseFloat(getComputedStyle(document.querySelector('main a')).fontSize)"
		const pressed = "document.activeElement.getAttribute('aria-pressed')"
		var normal, large float64
		p.Eval(size, &normal)
		onSwitch := func() {
			tabTo(t, p, "large print", func(words, _ string) bool { return strings.Contains(words, "大字") })
			p.Press(kb.Enter)
		}
		onSwitch()
		if p.Eval(size, &large); large < 24 || large < 1.3*normal || p.Text(pressed) != "true" {
			t.Errorf("large print is %.1f px, normal %.1f px", large, normal)
		}
		p.Eval(`document.querySelector("main a").focus()`, nil)
		p.Follow(kb.Enter)
		if p.Eval(size, &large); large < 24 {
			t.Errorf("on the next page %s large print is %.1f px", p.Address(), large)
		}
		const small = `[...document.querySelectorAll("button, .menu a, .links a, .versions a, .banner a, .files a, input")].filter(e => e.offsetHeight && (e.getBoundingClientRect().height < 43.5)).map(e => e.textContent).join(" ")`
		if got := p.Text(small); got != "" {
			t.Errorf("lower than 44 px in large print: %s", got)
		}
		p.Reload()
		onSwitch()
		if p.Eval(size, &large); large >= 20 || p.Text(pressed) != "false" {
			t.Errorf("switched off, type is %.1f px; the switch says %s", large, p.Text(pressed))
		}
	}
}

// TestAmendedTextSaysSoAtOnce looks for the banner in the first screen of a desk
// and of a telephone.
func TestAmendedTextSaysSoAtOnce(t *testing.T) {
	t.Parallel()
	p := judge.StartChromium(t).Open(t, "about:blank", judge.View{})
	for _, w := range []judge.View{{}, {Width: 320, Height: 640}} {
		p.Resize(w)
		amended := 0
		for _, name := range pagesOf(t, built.site) {
			p.Go(judge.Address(t, filepath.Join(built.site, name)))
			in := p.Text(`(b => b && b.getBoundingClientRect().bottom <= innerHeight)(document.querySelector(".banner p"))`)
			switch text := strings.HasPrefix(filepath.Base(name), "notice") || strings.HasPrefix(filepath.Base(name), "consolidated"); {
			case in == "true":
				amended++
			case in == "false" || text:
				t.Errorf("%s: no banner in the first screen of %s px: %s", name, p.Text("innerWidth"), in)
			}
		}
		if amended < 4 {
			t.Errorf("%d pages of texts", amended)
		}
	}
}

func TestPagesPrintWithoutFurniture(t *testing.T) {
	t.Parallel()
	p := judge.StartChromium(t).Open(t, "about:blank", judge.View{})
	for _, name := range sorts(t, built.site) {
		p.Go(judge.Address(t, filepath.Join(built.site, name)))
		h1, menu := folded(p.Text("document.querySelector('h1').textContent")), folded(p.Text("document.querySelector('.menu').textContent"))
		pdf := p.Print("page.pdf")
		for i, size := range judge.PDFPages(t, pdf) {
			if size.Width < 209 || size.Width > 298 || size.Width*size.Height < 62_000 || size.Width*size.Height > 62_800 {
				t.Errorf("%s: page %d measures %.1f", name, i+1, size)
			}
		}
		var text strings.Builder
		for _, g := range judge.PDFGlyphs(t, pdf) {
			text.WriteRune(g.Rune)
		}
		if got := text.String(); !strings.Contains(got, h1) || strings.Contains(got, menu) || strings.Contains(got, "搜索") {
			t.Errorf("%s is printed as %.100s", name, got)
		}
	}
}
