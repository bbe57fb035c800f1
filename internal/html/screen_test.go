package html

import (
	"image"
	"image/png"
	"math"
	"os"
	"strings"
	"testing"

	"hongtou/internal/doc"
	"hongtou/internal/testkit/judge"
)

func screenshot(t *testing.T, d *doc.Document, width, height int) image.Image {
	t.Helper()
	path := judge.HTMLScreenshot(t, judge.File(t, "a.html", render(t, d)), width, height)
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
	img := screenshot(t, gallery(), 320, 1600)
	if !white(img, 0, 14) || !white(img, 320-14, 320) {
		t.Error("something stands in the margins")
	}
	if white(img, 14, 320-14) {
		t.Error("the page is empty")
	}
}

func TestWideScreenShowsASheet(t *testing.T) {
	t.Parallel()
	img := screenshot(t, gallery(), 1280, 800)
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

// TestLetterEndsInADoubleLine looks for what is red above the foot of the sheet
// (10.1): a thin line over a thick one, 20 mm above it.
func TestLetterEndsInADoubleLine(t *testing.T) {
	t.Parallel()
	const mm = 96 / 25.4
	for width, above := range map[int]float64{1280: 20 * mm, 600: 24} {
		img := screenshot(t, rare(true), width, 2000)
		x := width / 2
		foot := lowest(img, x, func(r, g, _ uint32) bool { return r > 0xf000 && g > 0xf000 })
		line := lowest(img, x, func(r, g, _ uint32) bool { return r > 0xd000 && g < 0x4000 })
		if got := float64(foot - line); math.Abs(got-above) > 2 {
			t.Errorf("%d px: the line ends %.0f px above the foot, want %.0f", width, got, above)
		}
		if _, g, _, _ := img.At(x, line-1).RGBA(); g > 0x4000 {
			t.Errorf("%d px: the lower line is not the thick one", width)
		}
	}
}

// lowest is the last row of a column whose colour is wanted.
func lowest(img image.Image, x int, wanted func(r, g, b uint32) bool) int {
	y := img.Bounds().Max.Y - 1
	for ; y > 0; y-- {
		if r, g, b, _ := img.At(x, y).RGBA(); wanted(r, g, b) {
			break
		}
	}
	return y
}

// Phrases of a title are broken only where they do not fit at the size of text.
func TestNarrowScreenKeepsTitleLines(t *testing.T) {
	t.Parallel()
	title := func(phrases ...string) *doc.Document {
		var lines [][]doc.Inline
		for _, p := range phrases {
			lines = append(lines, line(doc.TitleText, p))
		}
		return &doc.Document{Blocks: []doc.Block{doc.Title{Lines: lines, Outline: doc.Outline{Level: 1, Title: "题", ID: "t"}}}}
	}
	long := strings.Repeat("甲", 19)
	for name, c := range map[string]struct {
		d     *doc.Document
		width int
		want  int
	}{
		"short": {title("甲甲甲甲", "甲甲甲"), 380, 2},
		"long":  {title(long, long), 380, 2},
		"tiny":  {title(long, long), 320, 4},
	} {
		if got := bands(screenshot(t, c.d, c.width, 400), c.width); got != c.want {
			t.Errorf("%s: %d lines, want %d", name, got, c.want)
		}
	}
}

// bands counts rows of ink.
func bands(img image.Image, width int) (n int) {
	inked := false
	for y := range img.Bounds().Max.Y {
		now := false
		for x := width / 4; x < width*3/4 && !now; x++ {
			r, _, _, _ := img.At(x, y).RGBA()
			now = r < 0x6000
		}
		if now && !inked {
			n++
		}
		inked = now
	}
	return n
}
