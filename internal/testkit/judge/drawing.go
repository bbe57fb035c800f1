package judge

import "testing"

// Image is a picture on a page.
type Image struct {
	Page          int // from 1
	Box           Box
	Width, Height int  // pixels
	Mask          bool // painted in one colour through a stencil
}

// Drawing is what a file paints besides text that is filled, lines and areas.
type Drawing struct {
	Images   []Image
	Outlined []int // pages, each as often as a piece of text on it is drawn with its outline, as false bold is
}

// PDFDrawing returns the pictures and the outlined text of a file's pages in
// content order, as MuPDF draws them.
func PDFDrawing(t testing.TB, path string) Drawing {
	t.Helper()
	out, _ := run(t, "mutool", "trace", path)
	var d Drawing
	page := 0
	for e := range elements(t, out) {
		switch e.Name.Local {
		case "page":
			page++
		case "stroke_text":
			d.Outlined = append(d.Outlined, page)
		case "fill_image", "fill_image_mask":
			m := newMatrix(t, attr(e, "transform"))
			corners := [][2]float64{m.apply(0, 0), m.apply(1, 0), m.apply(0, 1), m.apply(1, 1)}
			d.Images = append(d.Images, Image{
				Page: page, Box: around(corners), Mask: e.Name.Local == "fill_image_mask",
				Width: int(number(t, e, "width")), Height: int(number(t, e, "height")),
			})
		}
	}
	return d
}
