package html

import (
	"image"
	"image/png"
	"os"
	"testing"

	"hongtou/internal/testkit/judge"
)

func screenshot(t *testing.T, width, height int) image.Image {
	t.Helper()
	path := judge.HTMLScreenshot(t, judge.File(t, "a.html", render(t, gallery())), width, height)
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// white says whether columns x0 to x1 show nothing but paper.
func white(img image.Image, x0, x1 int) bool {
	for x := x0; x < x1; x++ {
		for y := img.Bounds().Min.Y; y < img.Bounds().Max.Y; y++ {
			if r, g, b, _ := img.At(x, y).RGBA(); r < 0xf000 || g < 0xf000 || b < 0xf000 {
				return false
			}
		}
	}
	return true
}

// Text that stuck out would cross the padding of 16 pixels.
func TestNarrowScreenKeepsItsMargins(t *testing.T) {
	t.Parallel()
	img := screenshot(t, 320, 1600)
	if !white(img, 0, 14) || !white(img, 320-14, 320) {
		t.Error("something stands in the margins")
	}
	if white(img, 14, 320-14) {
		t.Error("the page is empty")
	}
}

func TestWideScreenShowsASheet(t *testing.T) {
	t.Parallel()
	img := screenshot(t, 1280, 800)
	sheet := 210 * 96 / 25.4
	left := int(1280-sheet) / 2
	if white(img, 0, left-4) {
		t.Error("no desk beside the sheet")
	}
	if r, _, _, _ := img.At(left+20, 400).RGBA(); r != 0xffff {
		t.Error("the sheet is not white")
	}
	r, g, b, _ := img.At(5, 400).RGBA()
	if r > 0xf000 || g > 0xf000 || b > 0xf000 {
		t.Error("the desk is not grey")
	}
}
