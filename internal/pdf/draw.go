package pdf

import (
	"bytes"

	"github.com/signintech/gopdf"

	"hongtou/internal/layout"
)

// draw lets gopdf make the document with its pages, still empty. Of gopdf only
// this is used, and the font objects (skeleton.go): its text and lines take
// several times as long as ours, and its splitting, measuring, tables, links and
// outlines are wrong for us (go-libraries.md, 1.1 and 1.4).
func draw(b *layout.Book) ([]byte, error) {
	var doc gopdf.GoPdf
	doc.Start(gopdf.Config{PageSize: *gopdf.PageSizeA4, Unit: gopdf.UnitPT}) // every page gets its own size (findPages)
	for range b.Pages {
		doc.AddPage()
	}
	var out bytes.Buffer
	// Once only: a second WriteTo repeats the pages. Its count and error say
	// nothing about failed objects; reading the file back does (finish).
	if _, err := doc.WriteTo(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// points is a coordinate in points, rounded to the 0.01 pt that we write.
func points(u layout.Unit) float64 { return float64(hundredths(u)) / 100 }

// hundredths is a coordinate in 1/100 pt, rounded half away from zero.
func hundredths(u layout.Unit) int64 {
	if u < 0 {
		return -hundredths(-u)
	}
	return (int64(u) + 5) / 10
}
