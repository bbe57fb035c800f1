// Package docset says which documents an edition asks for, for whom, and what
// each file is called, before anything is rendered: edition + register in,
// planned documents out. Name collisions, reserved and over-long names are
// diagnostics.
package docset

import (
	"hongtou/internal/amend"
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
	Dossier   *dossier.Dossier   // what the edition says; read only
	Text      *amend.Edition     // the edition it prints, with the history of every value
	Before    *amend.Edition     // the one before that; only for comparisons
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

// Plan lists the documents that a dossier's editions ask for as of a date such
// as 2020-08-01, in the order of Kinds; "" means that all editions count. The
// editions are those of amend.Editions, oldest first. A dossier issued after
// the date has no documents. The names are checked with CheckNames; who plans
// several dossiers calls that again on the union.
func Plan(editions []*amend.Edition, asOf string) ([]Document, diag.List) {
	editions = until(editions, asOf)
	if len(editions) == 0 {
		return nil, nil
	}
	var docs []Document
	var problems diag.List
	for _, k := range Kinds() {
		for _, p := range k.plan(editions) {
			if p.edition == "" {
				if !p.text.Dossier.Unread.Dates { // else reported where it should stand
					problems.Add(undated(k, p))
				}
				continue
			}
			docs = append(docs, k.document(p))
		}
	}
	problems.Add(CheckNames(docs)...)
	return docs, problems.Sorted()
}

func (k Spec) document(p planned) Document {
	d := p.text.Dossier
	stem := p.stem(k.Title)
	out := Document{
		Kind: k.Kind, Title: k.Title, Dossier: d, Text: p.text, Before: p.before,
		Edition: p.edition, Amendment: p.amendment,
	}
	for _, f := range k.Formats {
		out.Files = append(out.Files, File{Format: f, Path: d.ID + "/" + stem + "." + string(f)})
	}
	return out
}

func undated(k Spec, p planned) diag.Diagnostic {
	return diag.Diagnostic{
		Severity: diag.Error, Code: "missing-date", At: p.at(),
		Message: "“" + k.Title + "”没有成文日期，无法确定版本日期和文件名",
		Hint:    "请补上成文日期",
	}
}
