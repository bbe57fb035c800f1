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
	"hongtou/internal/docset"
	"hongtou/internal/html"
	"hongtou/internal/layout"
	"hongtou/internal/pdf"
	"hongtou/internal/xlsx"
)

// made is one finished file, not yet written.
type made struct {
	document docset.Document
	file     docset.File
	bytes    []byte
	pages    int    // of a PDF
	inputs   string // hash of everything the bytes depend on
}

// makeAll makes the selected files of all documents, o.Jobs documents at once.
// The result is in the order of the plan, whatever finished first.
func makeAll(documents []docset.Document, t tools, o Options, p Progress) ([]made, diag.List, error) {
	results := make([][]made, len(documents))
	lists := make([]diag.List, len(documents))
	var step sync.Mutex
	var group errgroup.Group
	group.SetLimit(o.Jobs)
	for i, d := range documents {
		group.Go(func() error {
			var err error
			results[i], lists[i], err = makeOne(d, t, o)
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

func makeOne(d docset.Document, t tools, o Options) ([]made, diag.List, error) {
	var wanted []docset.File
	for _, f := range d.Files {
		if o.wants(d.Kind, f.Format) {
			wanted = append(wanted, f)
		}
	}
	if len(wanted) == 0 {
		return nil, nil, nil
	}
	composed, problems := compose.Compose(t.templates, d)
	if problems.HasErrors() {
		return nil, problems, nil
	}
	var out []made
	for _, f := range wanted {
		m, list, err := render(d, f, composed, t)
		if err != nil {
			return nil, problems, fmt.Errorf("%s：%w", f.Path, err)
		}
		problems.Add(list...)
		out = append(out, m)
	}
	return out, problems, nil
}

// render makes one file from a composed document.
func render(d docset.Document, f docset.File, c compose.Composed, t tools) (made, diag.List, error) {
	m := made{document: d, file: f}
	h := sha256.New()
	fmt.Fprintln(h, t.fingerprint, f.Format)
	var problems diag.List
	var err error
	switch f.Format {
	case docset.PDF:
		problems, err = m.renderPDF(h, c, t)
	case docset.HTML:
		if err = c.Document.WriteCanonical(h); err == nil {
			m.bytes, err = html.Render(c.Document, t.fonts)
		}
	case docset.XLSX:
		if err = c.Workbook.WriteCanonical(h); err == nil {
			m.bytes, err = xlsx.Render(c.Workbook)
		}
	default:
		err = fmt.Errorf("格式“%s”没有制作方法", f.Format)
	}
	m.inputs = hex.EncodeToString(h.Sum(nil))
	found, err := contentProblems(err)
	problems.Add(found...)
	return m, problems, err
}

func (m *made) renderPDF(h io.Writer, c compose.Composed, t tools) (diag.List, error) {
	if err := c.Document.WriteCanonical(h); err != nil {
		return nil, err
	}
	book, problems := layout.Typeset(*c.Document, t.fonts)
	if problems.HasErrors() {
		return problems, nil
	}
	var err error
	m.pages = len(book.Pages)
	m.bytes, err = pdf.Render(book, t.fonts)
	return problems, err
}
