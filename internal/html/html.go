// Package html renders a document tree as one self-contained HTML file.
//
// In: a doc.Document and the faces of its roles. Out: UTF-8 bytes of a page
// that needs nothing else: no script, no request, fonts cut down to the
// characters of this very file and embedded as WOFF2. The same tree and the
// same faces always give the same bytes.
//
// On a screen it is one continuous white sheet 210 mm wide with the margins of
// GB/T 9704—2012 (5.2.1), fluid on narrow ones. On paper style.css asks for
// that standard's page: 28 characters × 22 lines (5.2.3), page numbers at the
// outer corner (7.5), the status line in the top margin. One paragraph of the
// source is one block element, headings are headings (run-in ones inside their
// paragraph), and no word is shown that the tree does not hold, but □ and 年月日
// where people tick and date (page.Furniture).
//
// A browser has no foot of the last page: 版记 (7.4) follows the text, on paper
// too, and no empty page is put before it. Its place is that of the PDF.
//
// # Office programs
//
// They read the part of style.css that stands outside @media, with fonts by
// name, since none of them reads WOFF2: A4, margins, faces, sizes, indents,
// heading styles, page breaks, tables with heads and spans.
//
// LibreOffice was tried (7.4). It takes line heights as least heights, sizes
// table columns by their text, has no place for page numbers in valid HTML,
// and shows the content security policy as a margin note on the first page,
// which it does not print.
//
// Word and WPS get their section, exact line heights, the status line and page
// numbers at the outer corner from conditional comments (office.html). They
// cannot be run where this was written: this part follows the descriptions of
// their format and is not proven. In all three the organs of a joint masthead
// stand above 文件, not beside it.
package html

import (
	"hongtou/internal/doc"
	"hongtou/internal/fontset"
)

// Render gives the HTML file of a document. What it cannot show is a
// *ContentError: an official paper is never published with holes, or with text
// beyond its edge.
func Render(d *doc.Document, fs *fontset.Set) ([]byte, error) {
	b := newBody(fs)
	b.setup = d.Setup
	b.document(d.Blocks)
	b.checkStatus(d.Blocks)
	b.faces.problems.CheckContents(d.Blocks)
	style, err := newStyle(d.Setup, b)
	if err != nil {
		return nil, err
	}
	css, err := style.css()
	if err != nil {
		return nil, err
	}
	return file(d, css, style.faces, b.Bytes())
}

// fixed is room for what a file holds besides style, faces and body.
const fixed = 8 << 10

// file puts head and body together, in a buffer that need not grow: the faces
// are most of a file.
func file(d *doc.Document, css []byte, faces []rule, body []byte) ([]byte, error) {
	head, err := officePart("head", d.Setup)
	if err != nil {
		return nil, err
	}
	foot, err := officePart("foot", d.Setup)
	if err != nil {
		return nil, err
	}
	size := fixed + len(css) + len(body)
	for _, f := range faces {
		size += f.size()
	}
	var m markup
	m.Grow(size)
	m.head(d, css, faces, head)
	m.raw("<body>\n<main>\n<div class=\"sheet\">\n")
	if status := clean(d.Setup.Status); status != "" { // for screens; paper has it in the margin
		m.open("p", "class", "status-line", "role", "note")
		m.text(status)
		m.end("p")
	}
	m.Write(body)
	m.raw(foot)
	m.raw("</div>\n</main>\n</body>\n</html>\n")
	return m.Bytes(), nil
}
