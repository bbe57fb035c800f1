// Package docset says which documents an edition asks for, for whom, and what
// each file is called, before anything is rendered: edition + register in,
// planned documents out. Name collisions, reserved and over-long names are
// diagnostics.
package docset

import "hongtou/internal/dossier"

// Kind is the manifest word of a document kind (design: notice, annex,
// amendment, …).
type Kind string

// Format is the manifest word of a file format.
type Format string

// The formats.
const (
	PDF  Format = "pdf"
	HTML Format = "html"
	XLSX Format = "xlsx"
)

// Document is one planned document: one composition, one or more files.
type Document struct {
	Kind      Kind
	Title     string             // for people, e.g. 印发通知
	Dossier   *dossier.Dossier   // read only
	Edition   string             // date of the newest notice that changed anything it prints
	Unit      string             // recipient's unit ID; "" when not for one recipient
	Item      string             // item ID; "" when not for one item
	Amendment *dossier.Amendment // only for kinds that print one
	Files     []File
}

// File is one file of a planned document.
type File struct {
	Format Format
	Path   string // slash-separated, relative to out/, as a clerk would name it
}
