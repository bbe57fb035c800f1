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

// makeAll makes the selected files of all documents, o.Jobs documents at once.
// The result is in the order of the plan, whatever finished first.
func makeAll(documents []docset.Document, t tools, s *publish.Session, o Options, p Progress) ([]made, diag.List, error) {
	results := make([][]made, len(documents))
	lists := make([]diag.List, len(documents))
	var step sync.Mutex
	var group errgroup.Group
	group.SetLimit(o.Jobs)
	for i, d := range documents {
		group.Go(func() error {
			var err error
			results[i], lists[i], err = makeOne(d, t, s, o)
			step.Lock()
			defer step.Unlock()
			p.Step(d.Title)
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
	return files, problems, err
}

func makeOne(d docset.Document, t tools, s *publish.Session, o Options) ([]made, diag.List, error) {
	composed, problems := compose.Compose(t.templates, d)
	if problems.HasErrors() {
		return nil, problems, nil
	}
	var out []made
	for _, f := range o.selected(d) {
		m, data, list, err := render(d, f, composed, t)
		problems.Add(list...)
		if err == nil && !problems.HasErrors() {
			err = s.Put(f.Path, data)
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
