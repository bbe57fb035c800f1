package html

import (
	"net/url"
	"strings"

	"hongtou/internal/doc"
)

// policy lets a file show its own styles, fonts and pictures and nothing else.
func policy(landscape bool) string {
	return "default-src 'none'; style-src 'unsafe-inline'" + when(landscape, " data:") + "; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
}

// turned makes the page numbers of a landscape page read from its side, as on
// paper. It is a style sheet of its own: css-page-3 does not list writing-mode
// among the properties of page margins, so that checkers take it for a fault
// of ours; browsers that know no such property there leave it out.
const turned = "@page :right{@left-bottom{writing-mode:vertical-rl;text-orientation:sideways}}" +
	"@page :left{@left-top{writing-mode:vertical-rl;text-orientation:sideways}}"

// head writes everything up to </head>. The empty icon keeps browsers from
// asking the server for one.
func (m *markup) head(d *doc.Document, style []byte, faces []rule, office string) {
	meta := d.Meta
	m.raw("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n")
	m.open("meta", "http-equiv", "Content-Security-Policy", "content", policy(d.Setup.Landscape))
	m.raw("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
	m.text(clean(meta.Title))
	m.end("title")
	m.named("description", strings.TrimSpace(meta.Subject+" "+meta.Title))
	m.named("author", meta.Author)
	m.named("keywords", strings.Join(meta.Keywords, ","))
	m.named("dcterms.date", meta.Date)
	m.named("generator", "Hongtou")
	m.raw("<link rel=\"icon\" href=\"data:,\">\n<style>\n")
	m.Write(style)
	for _, f := range faces {
		m.Grow(f.size())
		m.Write(f.appendTo(m.AvailableBuffer()))
	}
	m.raw("</style>\n")
	if d.Setup.Landscape {
		m.open("link", "rel", "stylesheet", "media", "print", "href", "data:text/css,"+url.PathEscape(turned))
		m.raw("\n")
	}
	m.raw(office)
	m.raw("</head>\n")
}

// named writes a meta element, nothing for an empty value.
func (m *markup) named(name, content string) {
	if content != "" {
		m.open("meta", "name", name, "content", content)
		m.raw("\n")
	}
}
