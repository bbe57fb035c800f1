package browser

import (
	"cmp"
	"io/fs"
	"maps"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"hongtou/internal/testkit/judge"
)

// pagesOf gives the pages of a site by their paths inside it.
func pagesOf(t *testing.T, site string) []string {
	t.Helper()
	var out []string
	err := fs.WalkDir(os.DirFS(site), ".", func(name string, e fs.DirEntry, err error) error {
		if strings.HasSuffix(name, ".html") {
			out = append(out, name)
		}
		return err
	})
	if err != nil || len(out) < 10 {
		t.Fatalf("%d pages: %v", len(out), err)
	}
	return out
}

// sorts gives the largest page of each sort: the home page, a dossier's, and by
// the first word of the name: notice, item, unit.
func sorts(t *testing.T, site string) []string {
	t.Helper()
	largest, sizes := map[string]string{}, map[string]int64{}
	for _, p := range pagesOf(t, site) {
		sort, _, _ := strings.Cut(strings.TrimSuffix(path.Base(p), ".html"), "-")
		if path.Dir(p) == "." {
			sort = "home"
		}
		info, err := os.Stat(filepath.Join(site, p))
		if err != nil {
			t.Fatal(err)
		}
		if sizes[sort] < info.Size() {
			largest[sort], sizes[sort] = p, info.Size()
		}
	}
	return slices.SortedFunc(maps.Values(largest), cmp.Compare[string])
}

func TestNuTakesEveryPage(t *testing.T) {
	t.Parallel()
	for _, site := range []string{built.site, built.configured} {
		report(t, judge.NuHTML(t, site, filepath.Join(site, "assets", "site.css")))
	}
}

// TestPagesAreForEverybody looks at every sort of page, in all windows and in
// all ways of showing it.
func TestPagesAreForEverybody(t *testing.T) {
	t.Parallel()
	list := sorts(t, built.site)
	if len(list) < 9 {
		t.Errorf("only %q", list)
	}
	p := judge.StartChromium(t).Open(t, judge.Address(t, filepath.Join(built.site, "index.html")), judge.View{})
	for _, name := range list {
		for _, w := range windows {
			p.Resize(w)
			for _, mode := range []string{"", "contrast", "large"} {
				if mode != "" && w.Width != 320 {
					continue
				}
				p.Eval(`localStorage.setItem("site-view", JSON.stringify({"`+mode+`": "on"}))`, nil)
				p.Go(judge.Address(t, filepath.Join(built.site, name)))
				report(t, p.Axe())
				checkWidth(t, p, name+" "+mode)
			}
		}
	}
	p.Eval("localStorage.clear()", nil)
	if said := p.Console(); len(said) > 0 {
		t.Errorf("the browser says %q", said)
	}
}

func TestConfiguredPagesAreForEverybody(t *testing.T) {
	t.Parallel()
	p := judge.StartChromium(t).Open(t, "about:blank", judge.View{})
	p.Resize(judge.View{Width: 320})
	for _, name := range sorts(t, built.configured) {
		p.Go(judge.Address(t, filepath.Join(built.configured, name)))
		report(t, p.Axe())
		checkWidth(t, p, name)
	}
}

// TestEveryLinkLeadsSomewhere follows each link and each source of each page to
// a file of the site and to an anchor in it. Other sites are not linked to,
// except the two where numbers of websites are looked up; the configured address
// names the site itself.
func TestEveryLinkLeadsSomewhere(t *testing.T) {
	t.Parallel()
	for _, site := range []string{built.site, built.configured} {
		anchors := map[string]map[string]bool{}
		for _, name := range pagesOf(t, site) {
			anchors[name] = map[string]bool{}
			for n := range tree(t, filepath.Join(site, name)).Descendants() {
				if id := attribute(n, "id"); id != "" && anchors[name][id] {
					t.Errorf("%s: the anchor %s stands twice", name, id)
				} else {
					anchors[name][id] = true
				}
			}
		}
		seen := 0
		for name := range anchors {
			for _, link := range linksOf(t, filepath.Join(site, name)) {
				seen++
				checkLink(t, site, name, link, anchors)
			}
		}
		if seen < 100 {
			t.Errorf("only %d links", seen)
		}
	}
}

func linksOf(t *testing.T, file string) []string {
	t.Helper()
	var out []string
	for n := range tree(t, file).Descendants() {
		for _, key := range []string{"href", "src", "action", "data-index"} {
			if s := attribute(n, key); n.Type == html.ElementNode && s != "" && !strings.HasPrefix(s, "data:") && attribute(n, "rel") != "canonical" {
				out = append(out, s)
			}
		}
	}
	return out
}

// offices are those where numbers of websites are looked up.
var offices = []string{"https://beian.miit.gov.cn/", "https://beian.mps.gov.cn/"}

func checkLink(t *testing.T, site, from, link string, anchors map[string]map[string]bool) {
	t.Helper()
	if slices.Contains(offices, link) {
		return
	}
	u, err := url.Parse(link)
	if err != nil || u.IsAbs() || u.Host != "" || strings.HasPrefix(u.Path, "/") {
		t.Errorf("%s: the link %s leaves the site: %v", from, link, err)
		return
	}
	to := from
	if u.Path != "" {
		to = path.Join(path.Dir(from), u.Path)
	}
	if _, err := os.Stat(filepath.Join(site, filepath.FromSlash(to))); err != nil || strings.HasPrefix(to, "..") {
		t.Errorf("%s: the link %s leads nowhere", from, link)
	} else if u.Fragment != "" && !anchors[to][u.Fragment] {
		t.Errorf("%s: %s has no anchor %s", from, to, u.Fragment)
	}
}

// TestSiteAsksNobodyElse reads the network log, from the file system and from a
// server that has the site under some path, and adds up what each page loads.
func TestSiteAsksNobodyElse(t *testing.T) {
	t.Parallel()
	c := judge.StartChromium(t)
	for _, site := range []string{built.site, built.configured} {
		files := judge.Address(t, site) + "/"
		checkLog(t, c.Open(t, "about:blank", judge.View{}), site, files, sorts(t, site))
		checkLog(t, c.Open(t, "about:blank", judge.View{}), site, judge.Serve(t, site, "/some/sub/path/"), pagesOf(t, site))
	}
}

func checkLog(t *testing.T, p *judge.Page, site, base string, pages []string) {
	t.Helper()
	fonts := map[string]bool{}
	heaviest, most := "", int64(0)
	for _, name := range pages {
		before := len(p.Requests())
		p.Go(base + name)
		weight := int64(0)
		for _, r := range p.Requests()[before:] {
			if !strings.HasPrefix(r.URL, base) {
				t.Errorf("%s: a request goes to %s", name, r.URL)
				continue
			}
			if r.Failed != "" || r.Status >= 400 {
				t.Errorf("%s: %s: %d %s", name, r.URL, r.Status, r.Failed)
			}
			file, _, _ := strings.Cut(strings.TrimPrefix(r.URL, base), "?")
			if strings.HasSuffix(file, ".woff2") {
				fonts[file] = true
				continue
			}
			info, err := os.Stat(filepath.Join(site, filepath.FromSlash(file)))
			if err != nil {
				t.Fatal(err)
			}
			weight += info.Size()
		}
		if weight > 150_000 || name == "index.html" && weight > 100_000 || weight < 25_000 {
			t.Errorf("%s weighs %d bytes without fonts", name, weight)
		}
		if weight > most {
			heaviest, most = name, weight
		}
	}
	t.Logf("of %d pages the heaviest is %s with %d bytes without fonts; fonts: %d", len(pages), heaviest, most, len(fonts))
	if len(fonts) == 0 || len(fonts) > 6 {
		t.Errorf("fonts: %q", slices.Sorted(maps.Keys(fonts)))
	}
	if said := p.Console(); len(said) > 0 {
		t.Errorf("%s: the browser says %q", base, said)
	}
}

// TestFontsComeLater: text is shown before its fonts are there.
func TestFontsComeLater(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile(filepath.Join(built.site, "assets", "site.css"))
	if err != nil {
		t.Fatal(err)
	}
	css := strings.ReplaceAll(string(data), " ", "")
	if all, swap := strings.Count(css, "@font-face"), strings.Count(css, "font-display:swap"); all == 0 || swap != all {
		t.Errorf("%d of %d faces are swapped in", swap, all)
	}
}
