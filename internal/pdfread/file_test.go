package pdfread

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"reflect"
	"sync"
	"testing"

	"hongtou/internal/printout"
)

func TestSameBytesMakeTheSameDocument(t *testing.T) {
	var content string
	for i := range 30 {
		content += fmt.Sprintf("BT /F 9 Tf %d %d Td (word %d) Tj ET %d 9 m 700 %d l S ", i%7*90, i*20, i, i, 9+i%2)
	}
	data := pages(45, content)
	read := make([]printout.Document, 4)
	var all sync.WaitGroup
	for i := range read {
		all.Go(func() {
			f, err := engine.Open(t.Context(), data, DefaultLimits())
			if err != nil {
				t.Error(err)
				return
			}
			read[i] = f.Document()
			read[i].Paint = nil
			if err := f.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if n := len(read[0].Pages); n != 45 || len(read[0].Pages[44].Glyphs) < 150 {
		t.Fatalf("%d pages", n)
	}
	for i := range read {
		if !reflect.DeepEqual(read[0], read[i]) {
			t.Errorf("reading %d differs", i)
		}
	}
}

func TestPagesArePainted(t *testing.T) {
	f := open(t, sample{content: "1 0 0 rg 72 576 72 72 re f 0 0 1 sc"}.bytes())
	r, err := f.Document().Paint(1, 100)
	if err != nil {
		t.Fatal(err)
	}
	if r.Width != 1000 || r.Height != 1000 || len(r.Pixels) != 3_000_000 {
		t.Fatalf("%d × %d, %d bytes", r.Width, r.Height, len(r.Pixels))
	}
	if red, paper := r.At(150, 150), r.At(99, 150); red != (printout.Colour{R: 255}) || paper != (printout.Colour{R: 255, G: 255, B: 255}) {
		t.Errorf("%v on %v", red, paper)
	}
	ink, ok := r.Ink(printout.RedInk, printout.Box{X1: 254, Y1: 254})
	if got := fmt.Sprintf("%.1f", ink); !ok || got != "{25.4 25.4 50.8 50.8}" {
		t.Error(got)
	}
	for _, p := range [][2]int{{0, 100}, {2, 100}, {1, 0}, {1, -5}, {1, 5000}} {
		if _, err := f.Document().Paint(p[0], p[1]); code(err) != NoPage && code(err) != TooBig {
			t.Errorf("page %d at %d dpi: %v", p[0], p[1], err)
		}
	}
	data, err := f.Picture(1, 50)
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil || picture.Bounds() != image.Rect(0, 0, 500, 500) {
		t.Errorf("%v %v", picture.Bounds(), err)
	}
	if red, _, _, _ := picture.At(75, 75).RGBA(); red != 0xffff {
		t.Errorf("red is %x", red)
	}
	paint := f.Document().Paint
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := paint(1, 100); code(err) != NoPage {
		t.Errorf("painted after the end: %v", err)
	}
}

func TestTextAndImagesOfManyColoursBecomePictures(t *testing.T) {
	raster := printout.Raster{Width: 64, Height: 64, DPI: 72}
	for i := range 64 * 64 {
		raster.Pixels = append(raster.Pixels, byte(i), byte(i>>4), byte(i*7))
	}
	if _, ok := picture(raster).(*image.RGBA); !ok {
		t.Error("a picture of many colours lost some")
	}
	for i := range raster.Pixels {
		raster.Pixels[i] = byte(i / 3)
	}
	few, ok := picture(raster).(*image.Paletted)
	if !ok || len(few.Palette) != pictureLevels {
		t.Errorf("%T", picture(raster))
	}
}

func TestPaintingEndsInTime(t *testing.T) {
	limits := DefaultLimits()
	f, err := engine.Open(t.Context(), sample{content: "0 0 9 9 re f"}.bytes(), limits)
	if err != nil {
		t.Fatal(err)
	}
	f.limits.Time = 1
	for range 2 {
		if _, err := f.Document().Paint(1, 100); code(err) != TooSlow {
			t.Error(err)
		}
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}
