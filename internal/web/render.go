package web

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"

	"hongtou/internal/fontset"
)

// maker is the site in the making.
type maker struct {
	site    Site
	set     *fontset.Set
	drawn   drawn
	entries []entry // of the search, pages in order
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
	m := &maker{site: s, set: fonts, drawn: drawn{}}
	parts := make([]view, len(s.Pages))
	for i := range s.Pages {
		v, err := m.view(&s.Pages[i])
		if err != nil {
			return nil, fmt.Errorf("网页“%s”: %w", s.Pages[i].Path, err)
		}
		parts[i] = v
	}
	m.openData()
	if err := m.shared(); err != nil {
		return nil, err
	}
	if err := m.pages(parts); err != nil {
		return nil, err
	}
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
	return m.feeds()
}

// pages writes the pages. Their style sheet and scripts are asked for by a mark
// of their content, so that a browser never mixes two states of a site.
func (m *maker) pages(views []view) error {
	marks := map[string]string{}
	for _, o := range m.out {
		marks[o.Path] = mark(o.Data)
	}
	for _, v := range views {
		v.marks = marks
		var b bytes.Buffer
		if err := pageTemplate.ExecuteTemplate(&b, "page.html", &v); err != nil {
			return fmt.Errorf("网页“%s”: %w", v.Page.Path, err)
		}
		m.add(v.Page.Path, tidy(b.Bytes()))
	}
	return nil
}
