package web

import (
	"cmp"
	"encoding/xml"
	"slices"
	"time"
)

type sitemap struct {
	XMLName xml.Name   `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	Pages   []location `xml:"url"`
}

type location struct {
	Address string `xml:"loc"`
	Changed string `xml:"lastmod,omitempty"`
}

type feed struct {
	XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string   `xml:"xml:lang,attr"`
	Title   string   `xml:"title"`
	ID      string   `xml:"id"`
	Links   []link   `xml:"link"`
	Updated string   `xml:"updated"`
	Author  author   `xml:"author"`
	Entries []news   `xml:"entry"`
}

type link struct {
	Rel  string `xml:"rel,attr,omitempty"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

// author always has a name: an empty element is none.
type author struct {
	Name string `xml:"name"`
}

type news struct {
	Title     string  `xml:"title"`
	ID        string  `xml:"id"`
	Link      link    `xml:"link"`
	Updated   string  `xml:"updated"`
	Published string  `xml:"published,omitempty"`
	Author    *author `xml:"author"` // nil for that of the feed
	Summary   string  `xml:"summary,omitempty"`

	at  time.Time
	day string // （2021年6月1日）: of the newest change, to tell titles apart
}

// feeds makes sitemap.xml and feed.xml. Both hold whole addresses: without the
// site's own there are none. A feed without a date is none either.
func (m *maker) feeds() error {
	c := m.site.Config
	if c.Address == "" {
		return nil
	}
	var all sitemap
	for _, p := range m.site.Pages {
		all.Pages = append(all.Pages, location{c.absolute(p.Path), max(p.Updated, day(p.Published))})
	}
	if err := m.xml("sitemap.xml", all); err != nil {
		return err
	}
	list := newest(c, m.site.Pages)
	if len(list) == 0 {
		return nil
	}
	m.feed = true
	name := m.site.name()
	return m.xml("feed.xml", feed{
		Lang: "zh-CN", Title: name, ID: c.Address, Updated: list[0].Updated, Author: author{cmp.Or(c.Host, name)},
		Links:   []link{{Rel: "alternate", Type: "text/html", Href: c.Address}, {Rel: "self", Type: "application/atom+xml", Href: c.Address + "feed.xml"}},
		Entries: list,
	})
}

// mostNews bounds a feed; readers ask for it often.
const mostNews = 100

// newest gives the dated articles, newest first.
func newest(c Config, pages []Page) []news {
	var list []news
	alike := map[string]int{}
	for _, p := range pages {
		published, updated := instant(p.Published), instant(p.Updated)
		at := published
		if updated.After(at) {
			at = updated
		}
		if p.Kind != Article || at.IsZero() {
			continue
		}
		n := news{Title: p.Title, ID: c.absolute(p.Path), Link: link{Href: c.absolute(p.Path)}, Updated: at.Format(time.RFC3339), Summary: p.Summary, at: at, day: at.Format("（2006年1月2日）")}
		if p.Source != "" {
			n.Author = &author{p.Source}
		}
		if !published.IsZero() {
			n.Published = published.Format(time.RFC3339)
		}
		alike[n.Title]++
		list = append(list, n)
	}
	for i, n := range list { // titles alone are read in a feed
		if alike[n.Title] > 1 {
			list[i].Title += n.day
		}
	}
	slices.SortStableFunc(list, func(a, b news) int { return b.at.Compare(a.at) })
	return list[:min(len(list), mostNews)]
}

func (m *maker) xml(path string, v any) error {
	data, err := xml.MarshalIndent(v, "", " ")
	if err != nil {
		return err
	}
	m.add(path, append(append([]byte(xml.Header), data...), '\n'))
	return nil
}

// day is the date without the time.
func day(date string) string { return date[:min(len(date), len("2020-07-30"))] }
