package build

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"sync"

	"golang.org/x/sync/errgroup"

	"hongtou/internal/compose"
	"hongtou/internal/diag"
	"hongtou/internal/disclose"
	"hongtou/internal/doc"
	"hongtou/internal/docset"
	"hongtou/internal/html"
	"hongtou/internal/layout"
	"hongtou/internal/pdf"
	"hongtou/internal/publish"
	"hongtou/internal/xlsx"
)

// made is one finished, staged file.
type made struct {
	document docset.Document
	file     docset.File
	pages    int    // of a PDF
	inputs   string // hash of everything the bytes depend on
}

// workshop is what all documents of a run are made with, and what became of
// them.
type workshop struct {
	tools
	session  *publish.Session
	options  Options
	progress Progress
	website  []disclose.Dossier // for the website: the dossiers, without documents
}

// makeAll makes the selected files of all documents, and then what holds files
// of others: the archives and the website.
func (w workshop) makeAll(documents []docset.Document) ([]made, diag.List, error) {
	papers, archives, sites := divide(documents)
	files, problems, err := w.each("编排与制作", papers, w.paper)
	done := map[string]made{}
	for _, m := range files {
		done[m.file.Path] = m
	}
	for _, later := range []struct {
		stage     string
		documents []docset.Document
		make      func(docset.Document, map[string]made) ([]made, diag.List, error)
	}{{"打包", archives, w.archive}, {"网站版", sites, w.site}} {
		if err != nil || problems.HasErrors() {
			break
		}
		more, list, failed := w.each(later.stage, later.documents, func(d docset.Document) ([]made, diag.List, error) { return later.make(d, done) })
		problems.Add(list...)
		files, err = append(files, more...), failed
	}
	return files, problems, err
}

// divide sets those apart that hold files of others.
func divide(documents []docset.Document) (papers, archives, sites []docset.Document) {
	for _, d := range documents {
		switch d.Kind {
		case docset.Bundle:
			archives = append(archives, d)
		case docset.Site:
			sites = append(sites, d)
		default:
			papers = append(papers, d)
		}
	}
	return papers, archives, sites
}

// each makes documents, so many at once as asked for. The result is in the
// order of the plan, whatever finished first.
func (w workshop) each(stage string, documents []docset.Document, one func(docset.Document) ([]made, diag.List, error)) ([]made, diag.List, error) {
	if len(documents) == 0 {
		return nil, nil, nil
	}
	w.progress.Stage(stage, len(documents))
	results := make([][]made, len(documents))
	lists := make([]diag.List, len(documents))
	var step sync.Mutex
	var group errgroup.Group
	group.SetLimit(w.options.Jobs)
	for i, d := range documents {
		group.Go(func() error {
			var err error
			results[i], lists[i], err = one(d)
			step.Lock()
			defer step.Unlock()
			w.progress.Step(d.Title)
			return err
		})
	}
	err := group.Wait()
	var files []made
	var problems diag.List
	for i := range documents {
		files = append(files, results[i]...)
		problems.Add(lists[i]...)
	}
	if err == nil && !problems.HasErrors() {
		w.progress.Done()
	}
	return files, problems, err
}

// paper composes a document and stages its selected files.
func (w workshop) paper(d docset.Document) ([]made, diag.List, error) {
	composed, problems := compose.Compose(w.templates, d)
	if problems.HasErrors() {
		return nil, problems, nil
	}
	var out []made
	for _, f := range w.options.selected(d) {
		m, data, list, err := render(d, f, composed, w.tools)
		problems.Add(list...)
		if err == nil && !problems.HasErrors() {
			err = w.session.Put(f.Path, data)
		}
		if err != nil {
			return nil, problems, fmt.Errorf("%s：%w", f.Path, err)
		}
		out = append(out, m)
	}
	return out, problems, nil
}

// render makes one file from a composed document. The hash of its inputs
// covers the tree, the program and the faces, and nothing else: places in the
// source are left out.
func render(d docset.Document, f docset.File, c compose.Composed, t tools) (made, []byte, diag.List, error) {
	h := sha256.New()
	fmt.Fprintln(h, t.fingerprint, f.Format)
	if err := canonical(f.Format, c, h); err != nil {
		return made{}, nil, nil, err
	}
	m := made{document: d, file: f, inputs: hex.EncodeToString(h.Sum(nil))}
	var data []byte
	var problems diag.List
	var err error
	switch f.Format {
	case docset.PDF:
		m.pages, data, problems, err = renderPDF(c.Document, t)
	case docset.HTML:
		data, err = html.Render(c.Document, t.fonts)
	case docset.XLSX:
		data, err = xlsx.Render(c.Workbook)
	default:
		err = fmt.Errorf("格式“%s”没有制作方法", f.Format)
	}
	found, err := contentProblems(err)
	problems.Add(found...)
	return m, data, problems, err
}

func canonical(f docset.Format, c compose.Composed, w io.Writer) error {
	if f == docset.XLSX {
		return c.Workbook.WriteCanonical(w)
	}
	return c.Document.WriteCanonical(w)
}

func renderPDF(d *doc.Document, t tools) (pages int, data []byte, problems diag.List, err error) {
	book, problems := layout.Typeset(*d, t.fonts)
	if problems.HasErrors() {
		return 0, nil, problems, nil
	}
	data, err = pdf.Render(book, t.fonts)
	return len(book.Pages), data, problems, err
}
