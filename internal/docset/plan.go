// Package docset says which documents an edition asks for, for whom, and what
// each file is called, before anything is rendered: edition + register in,
// planned documents out. Name collisions, reserved and over-long names are
// diagnostics.
package docset

import (
	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

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

// Plan lists the documents of a dossier as of a date such as 2020-08-01, in
// the order of Kinds; "" means that every notice of the content counts. A
// dossier issued after the date has no documents. The names are checked with
// CheckNames; who plans several dossiers calls that again on the union.
func Plan(d *dossier.Dossier, asOf string) ([]Document, diag.List) {
	if d.Notice.Date.Year != 0 && asOf != "" && d.Notice.Date.ISO() > asOf {
		return nil, nil
	}
	var docs []Document
	var problems diag.List
	for _, k := range Kinds() {
		for _, p := range k.plan(d, asOf) {
			if p.dated.Year == 0 {
				problems.Add(undated(d, k, p))
				continue
			}
			docs = append(docs, k.document(d, p))
		}
	}
	problems.Add(CheckNames(docs)...)
	return docs, problems.Sorted()
}

func (k Spec) document(d *dossier.Dossier, p planned) Document {
	stem := p.stem(k.Title)
	out := Document{
		Kind: k.Kind, Title: k.Title, Dossier: d,
		Edition: p.dated.ISO(), Amendment: p.amendment,
	}
	for _, f := range k.Formats {
		out.Files = append(out.Files, File{Format: f, Path: d.ID + "/" + stem + "." + string(f)})
	}
	return out
}

func undated(d *dossier.Dossier, k Spec, p planned) diag.Diagnostic {
	at := d.Notice.Title.At
	if p.amendment != nil {
		at = p.amendment.Title.At
	}
	return diag.Diagnostic{
		Severity: diag.Error, Code: "missing-date", At: at,
		Message: "“" + k.Title + "”没有成文日期，无法确定版本日期和文件名",
		Hint:    "请补上成文日期",
	}
}
