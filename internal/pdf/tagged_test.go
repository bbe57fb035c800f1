package pdf

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"
	"testing"

	"hongtou/internal/doc"
	"hongtou/internal/fontset"
	"hongtou/internal/layout"
)

// square is a red picture in which every dot has an opacity.
func square(side int, opacity uint8) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, side, side))
	for i := 0; i < len(img.Pix); i += 4 {
		copy(img.Pix[i:], []byte{255, 0, 0, opacity})
	}
	return img
}

func pngOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func jpegOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// seal is a picture of 40 mm at the end of page 2.
func seal(data []byte, element int) layout.Picture {
	const side = 113386
	return layout.Picture{X: 300000, Y: 500000, Width: side, Height: side, Element: element,
		Image: doc.Image{Data: data, Width: 4000, Height: 4000, Alt: "甲市人民政府印章"}}
}

// writer puts the runs of a book into elements.
type writer struct {
	testing.TB
	fs   *fontset.Set
	book *layout.Book
	y    layout.Unit
}

func (w *writer) element(parent int, role layout.Role) int {
	w.book.Elements = append(w.book.Elements, layout.Element{Parent: parent, Role: role})
	return len(w.book.Elements) - 1
}

// line sets text of an element on the next line of a page.
func (w *writer) line(page, element int, text string) {
	p := &w.book.Pages[page]
	from := len(p.Runs)
	w.y += 24000
	put(w, w.fs, p, typed{role: fontset.Body, x: leftEdge, y: w.y, size: bodySize, text: text})
	for i := range p.Runs[from:] {
		p.Runs[from+i].Element = element
		p.Runs[from+i].Block = min(element, 0)
	}
}

// taggedBook has everything that structure knows: headings, run-in ones, a
// paragraph over two pages, contents, a table with spans whose head is repeated
// and whose cell goes on, page numbers, rules, a turned run, a picture.
func taggedBook(t testing.TB, picture []byte) *layout.Book {
	t.Helper()
	b := &layout.Book{
		Meta: doc.Meta{Title: "某市“𬱖”方案 <1> & 附件", Author: "甲市、乙县", Subject: "甲办〔2020〕1号",
			Keywords: []string{"整改", "督察"}, Date: "2020-07-30"},
		Pages:     []layout.Page{portrait(1), portrait(2)},
		Bookmarks: []layout.Bookmark{{Level: 1, Title: "措施", ID: "measures", Page: 1, Y: 50000}},
	}
	w := &writer{TB: t, fs: faceSet(t), book: b, y: 50000}
	w.line(0, w.element(-1, layout.RoleH1), "某市“𬱖”方案")
	toc := w.element(-1, layout.RoleTOC)
	item := w.element(toc, layout.RoleTOCI)
	b.Elements[item].Link = "measures"
	w.line(0, item, "措施")
	w.line(0, -1, "……")
	b.Pages[0].Runs[len(b.Pages[0].Runs)-1].Block = 1
	w.line(0, item, "2")
	b.Elements[w.element(toc, layout.RoleTOCI)].Link = "nowhere"
	w.line(0, 3, "无处")
	head := w.element(-1, layout.RoleH2)
	b.Elements[head].ID = "measures"
	w.line(0, head, "一、措施。")
	text := w.element(-1, layout.RoleP)
	w.line(0, text, "这一段在两页上，")
	b.Pages[0].Runs[len(b.Pages[0].Runs)-1].Turned = true
	w.line(0, -1, "— 1 —")
	b.Pages[0].Rules = []layout.Rule{{X1: leftEdge, Y1: 300000, X2: 200000, Y2: 300000, Width: 700}}
	w.y = 50000
	w.line(1, text, "到这里为止。")
	w.table()
	w.line(1, -1, "— 2 —")
	figure := w.element(-1, layout.RoleFigure)
	b.Elements[figure].Alt = "甲市人民政府印章"
	if picture != nil {
		b.Pages[1].Pictures = []layout.Picture{seal(picture, figure)}
	}
	b.Pages = append(b.Pages, layout.Page{Width: a4Width, Height: a4Height})
	return b
}

func (w *writer) table() {
	table := w.element(-1, layout.RoleTable)
	head := w.element(w.element(table, layout.RoleTHead), layout.RoleTR)
	wide := w.element(head, layout.RoleTH)
	w.book.Elements[wide].Scope, w.book.Elements[wide].ColSpan = "col", 2
	w.line(1, wide, "事项")
	body := w.element(table, layout.RoleTBody)
	for _, name := range []string{"甲", "乙"} {
		row := w.element(body, layout.RoleTR)
		cell := w.element(row, layout.RoleTH)
		w.book.Elements[cell].Scope = "row"
		w.line(1, cell, name)
		if name == "甲" {
			cell = w.element(row, layout.RoleTD)
			w.book.Elements[cell].RowSpan = 2
			w.line(1, cell, "整改")
		}
	}
	w.element(w.element(body, layout.RoleTR), layout.RoleTD) // an empty cell
}

// cmyk is a picture whose colours PDF readers and we might take differently.
func cmyk(side int) image.Image {
	img := image.NewCMYK(image.Rect(0, 0, side, side))
	for i := 0; i < len(img.Pix); i += 4 {
		img.Pix[i+1] = 255
	}
	return img
}
