package html

import (
	"strings"

	"hongtou/internal/doc"
)

// policy lets a file show its own styles, fonts and pictures and nothing else.
const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"

// head writes everything up to </head>. The empty icon keeps browsers from
// asking the server for one.
func (m *markup) head(meta doc.Meta, style, office string) {
	m.raw("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n")
	m.open("meta", "http-equiv", "Content-Security-Policy", "content", policy)
	m.raw("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
	m.text(clean(meta.Title))
	m.end("title")
	m.named("description", strings.TrimSpace(meta.Subject+" "+meta.Title))
	m.named("author", meta.Author)
	m.named("keywords", strings.Join(meta.Keywords, ","))
	m.named("dcterms.date", meta.Date)
	m.named("generator", "Hongtou")
	m.raw("<link rel=\"icon\" href=\"data:,\">\n<style>\n")
	m.raw(style)
	m.raw("</style>\n")
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
