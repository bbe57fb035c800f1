// Package compose makes the document tree of a planned document: a dossier's
// values and a template go in, doc.Document and doc.Workbook come out, with
// every run knowing the field it was read from (design §5).
//
// Data go round Markdown, not through it. A template writes the fixed
// skeleton; {{put .Goal}} writes a token and keeps the value aside; after the
// skeleton has been parsed the tokens become the values. So nothing has to be
// escaped and nothing can be injected. Every token must be found exactly once
// in the result, and every value that a kind must carry must have been put.
package compose

import (
	"slices"

	"hongtou/internal/diag"
	"hongtou/internal/doc"
	"hongtou/internal/docset"
)

// Composed is what the formats of one planned document are rendered from.
type Composed struct {
	Document *doc.Document // for PDF and HTML; nil when neither is planned
	Workbook *doc.Workbook // for XLSX; nil when it is not planned
}

// Compose makes the trees that the files of p ask for; when formats are given,
// only the trees that these need, and of the files of p only theirs. Problems
// lie in templates (place in the template) or are values a template leaves out
// (place in the source). Nothing of a document with errors may be published.
// Compose may be called by several goroutines at once.
func Compose(t Templates, p docset.Document, formats ...docset.Format) (Composed, diag.List) {
	var out Composed
	var list diag.List
	r, ok := recipeOf(p.Kind)
	if !ok {
		list.Add(diag.Diagnostic{Code: "kind-unknown", Message: "没有文种“" + string(p.Kind) + "”的模板和视图"})
		return out, list
	}
	if p.Dossier != nil {
		t = t.in(p.Dossier.Words)
	}
	v, meta := r.view(t.known, p), r.meta(p)
	list.Add(v.problems...)
	if wants(p, formats, docset.PDF, docset.HTML) {
		blocks, setup, problems := t.document(r.document, v)
		list.Add(problems...)
		out.Document = &doc.Document{Meta: meta, Setup: setup, Blocks: blocks}
	}
	if wants(p, formats, docset.XLSX) {
		sheets, problems := t.workbook(r.workbook, v)
		list.Add(problems...)
		out.Workbook = &doc.Workbook{Meta: meta, Sheets: sheets}
	}
	return out, list.Sorted()
}

// wants tells whether a file of p has one of some formats, among those asked
// for; none asked for is all.
func wants(p docset.Document, asked []docset.Format, some ...docset.Format) bool {
	return slices.ContainsFunc(p.Files, func(f docset.File) bool {
		return slices.Contains(some, f.Format) && (len(asked) == 0 || slices.Contains(asked, f.Format))
	})
}

func (ts Templates) document(name string, v view) ([]doc.Block, doc.Setup, diag.List) {
	x, list := ts.execute(name, v.data)
	if x == nil {
		return nil, doc.Setup{}, list
	}
	parsed, problems := x.parse()
	b := newBuilder(x)
	b.nodes = ts.spare.take()
	defer ts.spare.put(b.nodes)
	blocks := b.blocks(parsed)
	list.Add(x.verdict(problems, b.list, v.document, name)...)
	return blocks, b.setup, list
}

func (ts Templates) workbook(name string, v view) ([]doc.Sheet, diag.List) {
	x, list := ts.execute(name, v.data)
	if x == nil {
		return nil, list
	}
	parsed, problems := x.parse()
	b := newBuilder(x)
	b.nodes = ts.spare.take()
	defer ts.spare.put(b.nodes)
	sheets := b.sheets(parsed)
	list.Add(x.verdict(problems, b.list, v.workbook, name)...)
	return sheets, list
}

// verdict gathers the problems of one execution. Lost values follow from
// other problems, so they are named only when nothing else is wrong.
func (x *execution) verdict(parsing, building diag.List, must func() []*value, name string) diag.List {
	list := append(parsing, building...)
	if !list.HasErrors() {
		list.Add(x.unfound()...)
	}
	if must != nil {
		list.Add(x.unused(must(), name)...)
	}
	return list
}
