package judge_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"slices"
	"testing"

	"github.com/signintech/gopdf"

	"hongtou/internal/testkit/judge"
)

func TestPicturesAreWhereTheyWereDrawn(t *testing.T) {
	seal := image.NewNRGBA(image.Rect(0, 0, 4, 2))
	seal.Set(1, 1, color.NRGBA{255, 0, 0, 128})
	var data bytes.Buffer
	if err := png.Encode(&data, seal); err != nil {
		t.Fatal(err)
	}
	holder, err := gopdf.ImageHolderByBytes(data.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	pdf := &gopdf.GoPdf{}
	pdf.Start(gopdf.Config{PageSize: *gopdf.PageSizeA4})
	pdf.AddPage()
	pdf.AddPage()
	if err := pdf.ImageByHolder(holder, 72, 144, &gopdf.Rect{W: 72, H: 36}); err != nil {
		t.Fatal(err)
	}
	d := judge.PDFDrawing(t, judge.File(t, "seal.pdf", pdf.GetBytesPdf()))
	if len(d.Images) != 1 || len(d.Outlined) != 0 {
		t.Fatalf("%+v", d)
	}
	got := d.Images[0]
	if got.Page != 2 || got.Width != 4 || got.Height != 2 || !near(got.Box.X0, 25.4, 0.01) || !near(got.Box.Y0, 50.8, 0.01) ||
		!near(got.Box.X1, 50.8, 0.01) || !near(got.Box.Y1, 63.5, 0.01) {
		t.Errorf("%+v", got)
	}
}

func TestOutlinedTextIsSeen(t *testing.T) {
	outlined := bytes.Replace([]byte(page), []byte("(Ab) Tj"), []byte("2 Tr(Ab)Tj"), 1)
	if d := judge.PDFDrawing(t, judge.File(t, "a.pdf", outlined)); !slices.Equal(d.Outlined, []int{1}) {
		t.Errorf("%+v", d)
	}
	if d := judge.PDFDrawing(t, judge.File(t, "b.pdf", []byte(page))); len(d.Outlined) != 0 {
		t.Errorf("%+v", d)
	}
}
