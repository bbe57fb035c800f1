package browser

import (
	"path/filepath"
	"strings"
	"testing"

	"hongtou/internal/testkit/judge"
)

func TestNuTakesEveryDocument(t *testing.T) {
	t.Parallel()
	var paths []string
	for _, d := range append(documents(t, built.out), documents(t, built.gallery)...) {
		paths = append(paths, d.Path)
	}
	report(t, judge.NuHTML(t, paths...))
}

// report fails for each finding.
func report(t *testing.T, found []judge.Finding) {
	t.Helper()
	for i, f := range found {
		if i == 10 {
			t.Errorf("and %d more", len(found)-i)
			break
		}
		t.Error(f)
	}
}

// windows are those that every page has to bear: of a desk, the same enlarged to
// 200 %, and the narrowest of a telephone (WCAG 1.4.10).
var windows = []judge.View{{Width: 1280}, {Width: 1280, Zoom: 2}, {Width: 320}}

func TestDocumentsAreForEverybody(t *testing.T) {
	t.Parallel()
	p := judge.StartChromium(t).Open(t, "about:blank", judge.View{})
	for _, d := range oneOfEach(t) {
		for _, w := range windows {
			p.Resize(w)
			p.Go(judge.Address(t, d.Path))
			report(t, p.Axe())
			checkWidth(t, p, d.name())
		}
	}
	if said := p.Console(); len(said) > 0 {
		t.Errorf("the browser says %q", said)
	}
	for _, r := range p.Requests() {
		if !strings.HasPrefix(r.URL, "file:") && r.URL != "about:blank" {
			t.Errorf("a request goes to %s", r.URL)
		}
	}
}

// lost lists what cannot be read in the window: what sticks out of it to the
// left or right, what is cut off, and what scrolls sideways but bears no name
// or cannot be reached by keyboard.
const lost = `(() => {
	const out = [], wide = document.documentElement.clientWidth
	const say = (e, why) => out.push(why + ": <" + e.tagName.toLowerCase() + " class=" + e.className + "> " + e.textContent.trim().slice(0, 20))
	for (const e of document.body.querySelectorAll("*")) {
		const style = getComputedStyle(e), box = e.getBoundingClientRect()
		if (!box.width || !box.height || style.visibility === "hidden") continue
		if (style.position === "absolute" && (box.right <= 0 || style.clipPath === "inset(50%)")) continue // for screen readers, or shown on focus
		const scrolls = e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0
		if (scrolls && /auto|scroll/.test(style.overflowX)) {
			if (e.tabIndex < 0) say(e, "not reached by keyboard")
			if (!/^(region|group)$/.test(e.getAttribute("role") || (e.tagName === "SECTION" ? "region" : ""))) say(e, "not a region")
			const by = e.getAttribute("aria-labelledby")
			if (!(e.getAttribute("aria-label") || by && document.getElementById(by)?.textContent)) say(e, "without a name")
		}
		if (scrolls && e.tagName !== "INPUT" && /hidden|clip/.test(style.overflowX)) say(e, "cut off")
		let inside = false
		for (let a = e.parentElement; a && !inside; a = a.parentElement) inside = /auto|scroll/.test(getComputedStyle(a).overflowX)
		if (!inside && (box.left < -1 || box.right > wide + 1)) say(e, "sticks out")
	}
	return out.slice(0, 5)
})()`

// checkWidth says whether everything of a page can be read without moving the
// page sideways.
func checkWidth(t *testing.T, p *judge.Page, what string) {
	t.Helper()
	if n := p.Overflow(); n > 0 {
		t.Errorf("%s: %d px wider than a window of %s", what, n, p.Text("innerWidth"))
	}
	var list []string
	if p.Eval(lost, &list); len(list) > 0 {
		t.Errorf("%s: lost in a window of %s px: %q", what, p.Text("innerWidth"), list)
	}
}

// TestNoticeWeighsLessThanAMegabyte measures the largest document.
func TestNoticeWeighsLessThanAMegabyte(t *testing.T) {
	t.Parallel()
	for _, d := range oneOfEach(t) {
		if d.Bytes > 1_000_000 || d.Bytes < 10_000 {
			t.Errorf("%s weighs %d bytes", d.name(), d.Bytes)
		}
	}
}

func TestLostIsFound(t *testing.T) {
	t.Parallel()
	const page = `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>甲</title></head><body><main>
<div style="overflow:auto;width:200px"><p style="width:400px">无名</p></div>
<div style="overflow:hidden;width:200px"><p style="width:400px">截去</p></div>
<p style="position:relative;left:-80px;width:100px">左出</p>
<div tabindex="0" role="group" aria-label="表格" style="overflow:auto;width:200px"><p style="width:400px">完好</p></div></main></body></html>`
	p := judge.StartChromium(t).Open(t, judge.Address(t, judge.File(t, "a.html", []byte(page))), judge.View{Width: 320})
	var list []string
	p.Eval(lost, &list)
	all := strings.Join(list, "\n")
	for _, want := range []string{"not reached by keyboard", "not a region", "without a name", "cut off", "sticks out"} {
		if strings.Count(all, want) != 1 {
			t.Errorf("%s: found %d times in\n%s", want, strings.Count(all, want), all)
		}
	}
}

// TestHeadingsLookAlike: a heading looks as others of its kind do, whether it
// is a paragraph or begins one, in documents and on the pages of the site.
func TestHeadingsLookAlike(t *testing.T) {
	t.Parallel()
	const looks = `["item", "l2"].flatMap(c => [...new Set([...document.querySelectorAll("main ." + c)].filter(e => e.closest("[role=heading], h1, h2, h3, h4, h5, h6"))
		.map(e => [c, getComputedStyle(e).fontWeight, getComputedStyle(e).fontSize, getComputedStyle(e).fontFamily].join(" ")))]).sort()`
	p := judge.StartChromium(t).Open(t, "about:blank", judge.View{})
	var paths []string
	for _, d := range oneOfEach(t) {
		paths = append(paths, d.Path)
	}
	for _, name := range pagesOf(t, built.site) {
		if strings.HasPrefix(filepath.Base(name), "item-") {
			paths = append(paths, filepath.Join(built.site, name))
		}
	}
	seen := 0
	for _, path := range paths {
		p.Go(judge.Address(t, path))
		var list []string
		p.Eval(looks, &list)
		seen += len(list)
		for i := range list {
			if class, _, _ := strings.Cut(list[i], " "); i > 0 && strings.HasPrefix(list[i-1], class+" ") {
				t.Errorf("%s: headings look like %q", filepath.Base(path), list[i-1:i+1])
			}
		}
	}
	if seen < len(paths)/2 {
		t.Errorf("%d looks on %d pages", seen, len(paths))
	}
}
