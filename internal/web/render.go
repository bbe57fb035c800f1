package web

import (
	"bytes"
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"hongtou/internal/fontset"
)

// maker is the site in the making.
type maker struct {
	site    Site
	set     *fontset.Set
	jobs    int
	drawn   drawn
	seen    map[fontset.Role]*characters // what draw has noted
	feed    bool                         // there is one
	entries []entry                      // of the search, pages in order
	out     []Output
}

// Render gives the files of the site, sorted by path; so many pages are made at
// once as jobs says, at least one. A Site that cannot be published (a path that
// is no plain ASCII, a link to nowhere, a text with characters that no font
// has) is an error.
func Render(s Site, fonts *fontset.Set, jobs int) ([]Output, error) {
	s = s.normal()
	if err := s.check(); err != nil {
		return nil, err
	}
	m := &maker{site: s, set: fonts, jobs: jobs, drawn: drawn{}, seen: map[fontset.Role]*characters{}}
	if err := m.feeds(); err != nil {
		return nil, err
	}
	pages, err := m.pages()
	if err != nil {
		return nil, err
	}
	m.openData()
	if err := m.shared(); err != nil {
		return nil, err
	}
	m.mark(pages)
	slices.SortFunc(m.out, func(a, b Output) int { return cmp.Compare(a.Path, b.Path) })
	return m.out, m.checkLinks(m.out)
}

func (m *maker) add(path string, data []byte) { m.out = append(m.out, Output{path, data}) }

// shared makes what all pages use, and what machines read.
func (m *maker) shared() error {
	for _, f := range m.site.Files {
		m.add(f.Path, f.Data)
	}
	if err := m.search(); err != nil {
		return err
	}
	if err := m.styles(); err != nil {
		return err
	}
	m.add("assets/site.js", script)
	return nil
}

// each does something with every place of a list, several at once. The error is
// that of the first place that has one, whatever came first.
func (m *maker) each(n int, do func(int) error) error {
	errs := make([]error, n)
	var group errgroup.Group
	group.SetLimit(max(m.jobs, 1))
	for i := range n {
		group.Go(func() error {
			errs[i] = do(i)
			return nil
		})
	}
	_ = group.Wait() // the errors are in errs
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// madePage is a page and what it shows.
type madePage struct {
	data  []byte
	entry entry
	drawn map[fontset.FaceID][]rune // in the texts of documents
}

// pages writes all pages and notes what they show.
func (m *maker) pages() ([][]byte, error) {
	made := make([]madePage, len(m.site.Pages))
	err := m.each(len(made), func(i int) (err error) {
		p := &m.site.Pages[i]
		if made[i], err = m.page(p); err != nil {
			return fmt.Errorf("网页“%s”: %w", p.Path, err)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	out := make([][]byte, len(made))
	for i, p := range made {
		m.entries = append(m.entries, p.entry)
		m.drawPage(&m.site.Pages[i], p)
		out[i] = p.data
	}
	return out, nil
}

// page writes a page. The marks of its style sheet and scripts are left open:
// they follow from all pages.
func (m *maker) page(p *Page) (madePage, error) {
	f, err := m.bodies(p)
	if err != nil {
		return madePage{}, err
	}
	v := m.view(p, f.HTML)
	var b bytes.Buffer
	if err := pageTemplate.ExecuteTemplate(&b, "page.html", &v); err != nil {
		return madePage{}, err
	}
	found := entry{p.Path, p.Title, p.Banner.Words, p.Superseded, words(p, f.HTML, m.task(p.Path))}
	return madePage{tidy(b.Bytes()), found, f.Drawn}, nil
}

// mark fills in the marks and adds the pages. Style sheet and scripts are asked
// for by a mark of their content, so that a browser never mixes two states of a
// site.
func (m *maker) mark(pages [][]byte) {
	var pairs []string
	for _, o := range m.out {
		if open := unmarked(o.Path); strings.HasPrefix(o.Path, "assets/") {
			pairs = append(pairs, open+`"`, strings.TrimSuffix(open, path.Base(o.Path))+mark(o.Data)+`"`)
		}
	}
	marks := strings.NewReplacer(pairs...)
	marked := make([]Output, len(pages))
	_ = m.each(len(pages), func(i int) error { // none fails
		marked[i] = Output{m.site.Pages[i].Path, []byte(marks.Replace(string(pages[i])))}
		return nil
	})
	m.out = append(m.out, marked...)
}

// unmarked is the address of a shared file before its mark is known. As an
// attribute's end it stands nowhere else: text holds no quotation marks, and
// paths no question marks.
func unmarked(file string) string { return file + "?v=" + path.Base(file) }
