package build

import (
	"fmt"

	"hongtou/internal/compose"
	"hongtou/internal/diag"
	"hongtou/internal/doc"
	"hongtou/internal/docset"
	"hongtou/internal/html"
	"hongtou/internal/xlsx"
)

// render makes one file from a composed document and counts its pages and
// problems.
func render(m *made, c compose.Composed, t tools) ([]byte, diag.List, error) {
	var data []byte
	var problems diag.List
	var err error
	switch m.file.Format {
	case docset.PDF:
		m.pages, data, problems, err = renderPDF(c.Document, t)
	case docset.HTML:
		data, err = html.Render(c.Document, t.fonts)
	case docset.XLSX:
		data, err = xlsx.Render(c.Workbook)
	default:
		err = fmt.Errorf("格式“%s”没有制作方法", m.file.Format)
	}
	found, err := contentProblems(err)
	problems.Add(found...)
	m.problems += len(problems)
	return data, problems, err
}

func renderPDF(d *doc.Document, t tools) (pages int, data []byte, problems diag.List, err error) {
	book, problems := t.typesetter.Typeset(*d)
	if problems.HasErrors() {
		return 0, nil, problems, nil
	}
	data, err = t.press.Render(book)
	return len(book.Pages), data, problems, err
}
