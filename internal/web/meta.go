package web

import "strings"

// metas gives the <meta> elements of a page by the 网页标签 rules of the
// guideline for government websites: the site's on every page, the column's
// below the home page, the content's on articles. Absent values are left out.
func metas(c Config, p Page) []Entry {
	list := []Entry{{"SiteName", c.Name}, {"SiteDomain", c.Domain}, {"SiteIDCode", c.Code}}
	if p.Kind != Home {
		list = append(list, Entry{"ColumnName", c.Column.Name}, Entry{"ColumnDescription", c.Column.Description},
			Entry{"ColumnKeywords", c.Column.Keywords}, Entry{"ColumnType", c.Column.Type})
	}
	if p.Kind == Article {
		list = append(list, Entry{"ArticleTitle", p.Title}, Entry{"PubDate", p.Published}, Entry{"ContentSource", p.Source})
	}
	list = append(list, Entry{"Keywords", strings.Join(p.Keywords, ",")}, Entry{"Description", p.Summary})
	if p.Kind == Article && c.Address != "" {
		list = append(list, Entry{"Url", c.absolute(p.Path)})
	}
	var given []Entry
	for _, e := range list {
		if strings.TrimSpace(e.Value) != "" {
			given = append(given, e)
		}
	}
	return given
}
