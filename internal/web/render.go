package web

import (
	"bytes"
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"hongtou/internal/fontset"
)

// maker is the site in the making.
type maker struct {
	site    Site
	set     *fontset.Set
	drawn   drawn
	seen    map[fontset.Role]*characters // what draw has noted
	feed    bool                         // there is one
	entries []entry                      // of the search, pages in order
	out     []Output
}

// Render gives the files of the site, sorted by path. A Site that cannot be
// published (a path that is no plain ASCII, a link to nowhere, a text with
// characters that no font has) is an error.
func Render(s Site, fonts *fontset.Set) ([]Output, error) {
	s = s.normal()
	if err := s.check(); err != nil {
		return nil, err
	}
	m := &maker{site: s, set: fonts, drawn: drawn{}, seen: map[fontset.Role]*characters{}}
	if err := m.feeds(); err != nil {
		return nil, err
	}
	pages := make([][]byte, len(s.Pages))
	for i := range s.Pages {
		p := &s.Pages[i]
		data, err := m.page(p)
		if err != nil {
			return nil, fmt.Errorf("网页“%s”: %w", p.Path, err)
		}
		pages[i] = data
	}
	m.openData()
	if err := m.shared(); err != nil {
		return nil, err
	}
	m.mark(pages)
	slices.SortFunc(m.out, func(a, b Output) int { return cmp.Compare(a.Path, b.Path) })
	return m.out, checkLinks(m.out)
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

// page writes a page and notes what it shows. The marks of its style sheet and
// scripts are left open: they follow from all pages.
func (m *maker) page(p *Page) ([]byte, error) {
	v, bodies, err := m.view(p)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := pageTemplate.ExecuteTemplate(&b, "page.html", &v); err != nil {
		return nil, err
	}
	m.entries = append(m.entries, entry{p.Path, p.Title, p.Banner.Words, p.Superseded, words(p, bodies, m.task(p.Path))})
	m.drawPage(&v, b.String())
	return tidy(b.Bytes()), nil
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
	for i, p := range m.site.Pages {
		m.add(p.Path, []byte(marks.Replace(string(pages[i]))))
	}
}

// unmarked is the address of a shared file before its mark is known. As an
// attribute's end it stands nowhere else: text holds no quotation marks, and
// paths no question marks.
func unmarked(file string) string { return file + "?v=" + path.Base(file) }
