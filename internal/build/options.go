// Package build runs the stages in their order: it is the only package that
// imports them all. Read run.go first: it is the architecture in one screen.
package build

import (
	"runtime"
	"slices"

	"hongtou/internal/docset"
)

// Version is the version of the program. It takes part in every document's
// inputs hash: another version may set the same words differently.
const Version = "0.1.0"

// Options say what to build, from where and to where. The zero value of a
// field means its default.
type Options struct {
	Content   string          // folder of units.yaml and the dossiers
	Out       string          // folder of the documents
	Templates string          // folder whose files replace embedded templates; "" = none
	Fonts     string          // folder of licensed fonts; "" = embedded faces only
	AsOf      string          // date such as 2020-08-01; "" = the newest notice of each dossier
	Kinds     []docset.Kind   // only these; empty = all
	Formats   []docset.Format // only these; empty = all
	Units     []string        // only documents for these recipients: names, aliases or IDs of the register; empty = all documents
	Jobs      int             // files made at once; 0 = number of processors
	Cache     string          // folder of pieces kept between runs, see CacheFolder; "" = none
	Fast      bool            // PDF files quicker and a little larger: see docs/speed.md
	Shard     Shard           // only this slice of the documents; zero = all

	recipients []string // the IDs that Units mean, once the register is read
}

func (o Options) withDefaults() Options {
	if o.Content == "" {
		o.Content = "content"
	}
	if o.Out == "" {
		o.Out = "out"
	}
	if o.Jobs <= 0 {
		o.Jobs = runtime.GOMAXPROCS(0)
	}
	return o
}

// partial says whether the selection leaves out anything that is planned.
func (o Options) partial() bool { return len(o.Kinds)+len(o.Formats)+len(o.Units) > 0 }

// Kinds are the manifest words of all document kinds, in the order of making.
func Kinds() []string {
	var out []string
	for _, k := range docset.Kinds() {
		out = append(out, string(k.Kind))
	}
	return out
}

// Formats are the manifest words of all file formats.
func Formats() []string {
	return []string{string(docset.PDF), string(docset.HTML), string(docset.XLSX), string(docset.ZIP)}
}

// Select restricts a run to some kinds and formats; empty lists select all.
func (o *Options) Select(kinds, formats []string) {
	o.Kinds, o.Formats = nil, nil
	for _, k := range kinds {
		o.Kinds = append(o.Kinds, docset.Kind(k))
	}
	for _, f := range formats {
		o.Formats = append(o.Formats, docset.Format(f))
	}
}

// wanted gives the documents of which any file is asked for: places in the
// plan, for there may be thousands.
func (o Options) wanted(documents []docset.Document) []*docset.Document {
	out := make([]*docset.Document, 0, len(documents))
	for i := range documents {
		if o.wants(&documents[i]) {
			out = append(out, &documents[i])
		}
	}
	return out
}

func (o Options) wants(d *docset.Document) bool {
	return o.chosen(d) && slices.ContainsFunc(d.Files, o.chosenFile)
}

// selected gives the files of a document that are asked for.
func (o Options) selected(d *docset.Document) []docset.File {
	if !o.chosen(d) {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(d.Files), func(f docset.File) bool { return !o.chosenFile(f) })
}

func (o Options) chosen(d *docset.Document) bool {
	return (len(o.Kinds) == 0 || slices.Contains(o.Kinds, d.Kind)) &&
		(len(o.Units) == 0 || slices.Contains(o.recipients, d.Unit)) &&
		o.Shard.holds(d)
}

func (o Options) chosenFile(f docset.File) bool {
	return len(o.Formats) == 0 || slices.Contains(o.Formats, f.Format)
}
