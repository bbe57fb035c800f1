package browser

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"hongtou/internal/testkit/judge"
)

// filteredPage is a page of a long table with its filter.
func filteredPage(t *testing.T) string {
	t.Helper()
	for _, name := range pagesOf(t, built.site) {
		for n := range tree(t, filepath.Join(built.site, name)).Descendants() {
			for _, a := range n.Attr {
				if a.Key == "data-filter" {
					return name
				}
			}
		}
	}
	t.Fatal("no table has a filter")
	return ""
}

// TestFilterKeepsTheRowsAskedFor types the whole text of one row's head, then a
// word that stands nowhere, then nothing.
func TestFilterKeepsTheRowsAskedFor(t *testing.T) {
	t.Parallel()
	p := judge.StartChromium(t).Open(t, judge.Address(t, filepath.Join(built.site, filteredPage(t))), judge.View{Width: 320, Height: 640})
	const rows = `[...document.querySelectorAll("[data-filter] tbody tr")]`
	const shown = rows + `.filter(r => r.offsetHeight).map(r => r.querySelector("th a").textContent).join("|")`
	all := p.Text(shown)
	names := strings.Split(all, "|")
	if len(names) < 8 {
		t.Fatalf("rows: %q", names)
	}
	ask := func(words string) string {
		p.Eval(`(i => { i.focus(); i.select() })(document.querySelector(".filter input"))`, nil)
		p.Press(kb.Delete + words)
		return p.Text(shown)
	}
	got := strings.Split(ask(names[3]), "|")
	if len(got) >= len(names) {
		t.Errorf("%s leaves all %d rows", names[3], len(got))
	}
	for _, name := range names {
		if asked, there := strings.Contains(name, names[3]), strings.Contains("|"+strings.Join(got, "|")+"|", "|"+name+"|"); asked && !there {
			t.Errorf("%s hides %s", names[3], name)
		}
	}
	if got := p.Text(`document.querySelector(".filter [role=status]").textContent`); !strings.Contains(got, "符合的有") {
		t.Errorf("the filter says %q", got)
	}
	if got := ask(nowhere); got != "" {
		t.Errorf("%s leaves %s", nowhere, got)
	}
	if got := ask(""); got != all {
		t.Errorf("nothing asked for leaves %s", got)
	}
}

// nowhere is a word that stands on no page.
const nowhere = "钚钷锿"

// TestSearchTellsWhatItFinds reads the results for words with a capital and in
// full width, for a word that stands nowhere, and closes them.
func TestSearchTellsWhatItFinds(t *testing.T) {
	t.Parallel()
	home := judge.Serve(t, built.site, "/search/")
	p := judge.StartChromium(t).Open(t, home+"index.html", judge.View{Width: 320, Height: 640})
	const status = `document.querySelector("#site-found [role=status]").textContent`
	const found = `[...document.querySelectorAll("#site-found a")].map(a => a.href).join(" ")`
	ask := func(words string) {
		p.Eval(`(i => { i.focus(); i.select() })(document.querySelector("[name=q]"))`, nil)
		p.Press(words + kb.Enter)
		p.Wait(status + `.includes("找到")`)
	}
	ask("gdp")
	small := p.Text(found)
	ask("ＧＤＰ")
	if wide := p.Text(found); small == "" || wide != small {
		t.Errorf("gdp is found at %s, in capitals of full width at %s", small, wide)
	}
	if marked := p.Text(`document.querySelector("#site-found mark").textContent`); !strings.EqualFold(marked, "GDP") {
		t.Errorf("%q is marked", marked)
	}
	ask(nowhere)
	if got, links := p.Text(status), p.Text(found); !strings.Contains(got, "没有找到") || links != "" {
		t.Errorf("%s: %q with %s", nowhere, got, links)
	}
	p.Press(kb.Escape)
	if got := p.Text(`document.getElementById("site-found").hidden + " " + document.activeElement.name`); got != "true q" {
		t.Errorf("closed, the results and the keyboard are %s", got)
	}
	p.Go(home + "index.html?q=gdp")
	p.Wait(`document.querySelectorAll("#site-found a").length > 0`)
	if got := p.Text(found); got != small {
		t.Errorf("an address with the words finds %s, want %s", got, small)
	}
}

// TestSearchResultsComeInOrder: what is in force stands before what is not, be
// it changed or not; among them, pages that bear the word in their title before
// others.
func TestSearchResultsComeInOrder(t *testing.T) {
	t.Parallel()
	p := judge.StartChromium(t).Open(t, judge.Address(t, filepath.Join(built.site, "index.html")), judge.View{})
	ask := func(words string) string {
		p.Eval(`(i => { i.focus(); i.select() })(document.querySelector("[name=q]"))`, nil)
		p.Press(words + kb.Enter)
		p.Wait(`document.querySelectorAll("#site-found li").length > 1 && document.querySelector("#site-found [role=status]").textContent.includes("` + words + `")`)
		return p.Text(`[...document.querySelectorAll("#site-found li a")].map(a => {
			const page = window.siteSearch.find(e => a.href === new URL(e.p, location.href).href)
			return (page.t.includes("` + words + `") ? "t" : "p")[page.o ? "toUpperCase" : "toLowerCase"]()
		}).join("")`)
	}
	inOrder := func(got string) bool {
		for _, class := range []string{"t", "p", "T", "P"} {
			got = strings.TrimLeft(got, class)
		}
		return got == ""
	}
	words := tasks(t, built.site)[0].Units[0].Unit
	if got := ask(words); !inOrder(got) || !strings.Contains(got, "p") || !strings.Contains(got, "P") {
		t.Errorf("%s: pages in force with it in the title (t), others (p), superseded ones (T, P): %s", words, got)
	}
	changed := tasks(t, built.site)
	changed = slices.DeleteFunc(changed, func(t task) bool { return !t.Changed })
	if len(changed) == 0 {
		t.Fatal("no task was changed")
	}
	title := []rune(changed[0].Title)
	word := string(title[:min(len(title), 6)])
	if got := ask(word); !inOrder(got) || !strings.HasPrefix(got, "t") || !strings.Contains(got, "T") {
		t.Errorf("%s: %s", word, got)
	}
	if first := p.Text(`document.querySelector("#site-found li a").getAttribute("href")`); !strings.HasSuffix(first, changed[0].Page) {
		t.Errorf("%s finds %s first, want %s", word, first, changed[0].Page)
	}
}

// TestSearchWithoutItsDataSaysSo takes away the file that the search reads.
func TestSearchWithoutItsDataSaysSo(t *testing.T) {
	t.Parallel()
	p := judge.StartChromium(t).Open(t, judge.Address(t, filepath.Join(built.site, "index.html")), judge.View{})
	p.Eval(`document.getElementById("site-search").dataset.index = "assets/nothing.js"`, nil)
	p.Eval(`document.querySelector("[name=q]").focus()`, nil)
	p.Press(nowhere + kb.Enter)
	p.Wait(`document.querySelector("#site-found [role=status]").textContent.includes("没有取得")`)
}

// TestSwitchesChangeTheView presses each switch of size and contrast.
func TestSwitchesChangeTheView(t *testing.T) {
	t.Parallel()
	p := judge.StartChromium(t).Open(t, judge.Serve(t, built.site, "/switches/")+"index.html", judge.View{})
	const state = `[...document.querySelectorAll("#site-tools [aria-pressed=true]")].map(b => b.getAttribute("aria-label") || b.textContent).join(" ")`
	const px = `parseFloat(getComputedStyle(document.querySelector("main a")).fontSize)`
	const ground = `getComputedStyle(document.body).backgroundColor`
	press := func(name string) {
		tabTo(t, p, name, func(words, _ string) bool { return words == name })
		p.Press(kb.Enter)
	}
	var sizes [3]float64
	for i, name := range []string{"字体小", "字体中", "字体大"} {
		press(name)
		if got := p.Text(state); got != name {
			t.Errorf("%s: pressed are %q", name, got)
		}
		p.Reload()
		p.Eval(px, &sizes[i])
	}
	if !(sizes[0] < sizes[1]-1 && sizes[1] < sizes[2]-1) {
		t.Errorf("small, middle and big type are %.1f px", sizes)
	}
	before := p.Text(ground)
	press("高对比")
	if got := p.Text(ground); got == before || got != "rgb(0, 0, 0)" || p.Text(state) != "字体大 高对比" {
		t.Errorf("high contrast has the ground %s; pressed are %q", got, p.Text(state))
	}
	press("高对比")
	if got := p.Text(ground); got != before {
		t.Errorf("switched off, the ground is %s, not %s", got, before)
	}
}

// moment is what a page says of itself at various dates.
type moment struct {
	Here, Others []string // addresses of the switch: this page, others
	Text         string
}

func momentOf(p *judge.Page) moment {
	var m moment
	p.Eval(`({Here: [...document.querySelectorAll(".versions [aria-current=page]")].map(a => a.href), Others: [...document.querySelectorAll(".versions a:not([aria-current])")].map(a => a.href), Text: document.querySelector("main").innerText})`, &m)
	return m
}

// TestPointInTimeLeadsToTheOtherText goes from the issued text to the one in
// force and back, by the switch alone.
func TestPointInTimeLeadsToTheOtherText(t *testing.T) {
	t.Parallel()
	home := judge.Serve(t, built.site, "/time/")
	p := judge.StartChromium(t).Open(t, home, judge.View{Width: 320, Height: 640})
	switched := 0
	for _, name := range pagesOf(t, built.site) {
		p.Go(home + name)
		first := momentOf(p)
		if len(first.Here)+len(first.Others) == 0 {
			continue
		}
		switched++
		if len(first.Here) != 1 || first.Here[0] != home+name || len(first.Others) == 0 {
			t.Errorf("%s: here %q, others %q", name, first.Here, first.Others)
			continue
		}
		tabTo(t, p, "the other text", func(_, href string) bool { return href == first.Others[0] })
		p.Follow(kb.Enter)
		if at := momentOf(p); at.Text == first.Text || len(at.Here) != 1 || at.Here[0] != first.Others[0] || !strings.Contains(strings.Join(at.Others, " "), home+name) {
			t.Errorf("%s: the switch leads to %q, and back to %q", name, at.Here, at.Others)
		}
	}
	if switched < 4 {
		t.Errorf("%d pages have a switch", switched)
	}
}
