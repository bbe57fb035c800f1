// Package disclose says what the website edition shows: the editions of all
// dossiers with their composed documents and finished files go in, a web.Site
// comes out, or what must not be published.
//
// It brings issued, amending and consolidated texts together with links both
// ways, tells on every page what became of the text there, and keeps the
// addresses of pages stable: they are made of IDs and dates. Words of documents
// are those of their trees, the very ones the PDF prints; the values of the
// disclosure block are the data's. What only the website knows comes from
// content/site.yaml and the web sections alone, absent values are left out.
// Everything is screened for personal data. It is pure.
package disclose

import (
	"hongtou/internal/amend"
	"hongtou/internal/diag"
	"hongtou/internal/doc"
	"hongtou/internal/docset"
	"hongtou/internal/web"
)

// Dossier is one dossier with all that the website tells of it.
type Dossier struct {
	Editions  []*amend.Edition // up to the day of the build, oldest first; at least one
	Documents []Document       // the parts of docset.PlanSite that belong to it
}

// Document is a document of the website, composed, with its finished files.
type Document struct {
	docset.Document
	Tree  *doc.Document
	Files []File
}

// File is a finished file that people can download.
type File struct {
	Format docset.Format
	Name   string // as clerks call it: 印发通知.pdf
	Data   []byte
	Pages  int // of a PDF
}

// Site puts the website together. With errors in the list nothing of it may be
// published.
func Site(dossiers []Dossier) (web.Site, diag.List) {
	if problems := Check(dossiers); problems.HasErrors() {
		return web.Site{}, problems
	}
	var all []*chapter
	for _, d := range dossiers {
		all = append(all, newChapter(d))
	}
	s := web.Site{Config: config(dossiers)}
	s.Pages = append(s.Pages, home(s.Config, all))
	for _, c := range all {
		s.Pages = append(s.Pages, c.pages()...)
		s.Tasks = append(s.Tasks, c.openData()...)
		s.Files = append(s.Files, c.attachments()...)
	}
	s.Menu, s.Items = menu(all)
	return s, unnoticed(s)
}

// config gives what is known of the website.
func config(dossiers []Dossier) web.Config {
	for _, d := range dossiers {
		if s := d.Editions[0].Issued.Site; s != nil {
			return web.Config{
				Name: s.Name.Value, Domain: s.Domain.Value, Code: s.Code.Value, Address: s.Address.Value,
				Host: s.Host.Value, Operator: s.Operator.Value, Contact: s.Contact.Value, ICP: s.ICP.Value, Police: s.Police.Value,
				Column: web.Column{
					Name: s.Column.Name.Value, Description: s.Column.Description.Value,
					Keywords: s.Column.Keywords.Value, Type: s.Column.Type.Value,
				},
			}
		}
	}
	return web.Config{}
}
