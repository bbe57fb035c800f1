package pdf

import (
	"bytes"
	"math"
	"strings"
	"sync"
	"testing"
	"time"

	"hongtou/internal/doc"
	"hongtou/internal/fontset"
	"hongtou/internal/layout"
	"hongtou/internal/testkit/judge"
)

// names has characters that the body face lacks, one beyond the BMP, and
// marks, digits and letters of unusual widths.
const names = "同志镕、喆堃和𬱖，PM2.5—“整改”〔2020〕1号…"

func TestReadersGetTheExactText(t *testing.T) {
	fs := faceSet(t)
	p := portrait(1)
	put(t, fs, &p, typed{role: fontset.Body, x: leftEdge, y: 200000, size: bodySize, text: names})
	put(t, fs, &p, typed{role: fontset.Title, x: leftEdge, y: 250000, size: 22000, text: "关于𬱖镕的通知"})
	path := render(t, fs, &layout.Book{Pages: []layout.Page{p}})
	want := names + "\n关于𬱖镕的通知"
	for reader, got := range map[string]string{
		"poppler": judge.PDFText(t, path, 1, 1, "-raw"),
		"MuPDF":   judge.MuText(t, path),
	} {
		got = strings.ReplaceAll(strings.TrimSpace(got), "\n\n", "\n")
		if got != want {
			t.Errorf("%s reads %q, want %q", reader, got, want)
		}
	}
}

func TestJudgesFindNothing(t *testing.T) {
	fs := faceSet(t)
	b := pseudo(t, fs, 3)
	b.Pages = append(b.Pages, landscape(4), layout.Page{Width: a4Width, Height: a4Height})
	b.Pages[3].Rules = []layout.Rule{{X1: 0, Y1: 1000, X2: 90000, Y2: 1000, Width: 700}}
	path := render(t, fs, b)
	judge.QPDFCheck(t, path)
	judge.MutoolCheck(t, path)
	fonts := judge.PDFFonts(t, path)
	if len(fonts) != 4 { // body, its fallback, headings, page numbers
		t.Errorf("fonts %+v", fonts)
	}
	for _, f := range fonts {
		if !f.Embedded || !f.Subset || !f.ToUnicode || f.Type != "CID TrueType" || f.Encoding != "Identity-H" {
			t.Errorf("font %+v", f)
		}
		if len(f.Name) < 8 || f.Name[6] != '+' {
			t.Errorf("font name %q has no tag", f.Name)
		}
	}
}

func TestEmptyPagesAlone(t *testing.T) {
	path := render(t, faceSet(t), &layout.Book{Pages: []layout.Page{portrait(1), landscape(2)}})
	judge.QPDFCheck(t, path)
	judge.MutoolCheck(t, path)
	if n := len(judge.PDFPages(t, path)); n != 2 {
		t.Errorf("%d pages", n)
	}
}

// placed is where layout puts a character.
type placed struct {
	r         rune
	page      int
	x0, x1, y float64 // mm
}

func toMM(u layout.Unit) float64 { return float64(u) / 1000 * 25.4 / 72 }

func placesOf(fs *fontset.Set, b *layout.Book) []placed {
	var out []placed
	for i, p := range b.Pages {
		for _, run := range p.Runs {
			x := run.X
			for _, r := range run.Text {
				w := advance(fs, run.Face, r, run.Size)
				if r != ' ' {
					out = append(out, placed{r, i + 1, toMM(x), toMM(x + w), toMM(run.Y)})
				}
				x += w + run.Tracking
			}
		}
	}
	return out
}

// TestEveryGlyphStandsWhereLayoutPutIt covers the spacings that justification
// uses: fractions that a rounding to 0.01 pt would pile up over a line.
func TestEveryGlyphStandsWhereLayoutPutIt(t *testing.T) {
	fs := faceSet(t)
	b := &layout.Book{Pages: []layout.Page{portrait(1), landscape(2)}}
	han := strings.Repeat("督察反馈问题整改", 4)[:28*3]
	for i, tracking := range []layout.Unit{0, gridTracking, -205, 123, 4, 5, 333, 1499} {
		y := layout.Unit(100001 + i*30007)
		for k := range b.Pages {
			put(t, fs, &b.Pages[k], typed{role: fontset.Body, x: leftEdge + layout.Unit(i), y: y,
				size: bodySize, tracking: tracking, text: han})
			put(t, fs, &b.Pages[k], typed{role: fontset.Song, x: leftEdge, y: y + 14998,
				size: 10500, tracking: tracking, text: "第17项、2020年 7月—PM2.5"})
		}
	}
	want := placesOf(fs, b)
	got := judge.PDFGlyphs(t, render(t, fs, b))
	if len(got) != len(want) {
		t.Fatalf("%d glyphs, want %d", len(got), len(want))
	}
	const tolerance = 0.02
	worst := 0.0
	for i, g := range got {
		w := want[i]
		if g.Rune != w.r || g.Page != w.page {
			t.Fatalf("glyph %d is %q on page %d, want %q on %d", i, g.Rune, g.Page, w.r, w.page)
		}
		off := max(math.Abs(g.X0-w.x0), math.Abs(g.X1-w.x1), math.Abs(g.Y-w.y))
		worst = max(worst, off)
		if off > tolerance {
			t.Errorf("%q on page %d at %.3f to %.3f, %.3f; want %.3f to %.3f, %.3f",
				g.Rune, g.Page, g.X0, g.X1, g.Y, w.x0, w.x1, w.y)
		}
	}
	t.Logf("worst of %d glyphs: %.4f mm", len(got), worst)
}

func TestPopplerAgreesOnTheEndsOfLines(t *testing.T) {
	fs := faceSet(t)
	b := pseudo(t, fs, 1)
	words := judge.PDFWords(t, render(t, fs, b))
	lines := 0
	for _, w := range words {
		if len([]rune(w.Text)) < 28 {
			continue
		}
		lines++
		end := toMM(leftEdge + 28*(bodySize+gridTracking) - gridTracking)
		if math.Abs(w.Box.X0-28) > 0.02 || math.Abs(w.Box.X1-end) > 0.02+toMM(-gridTracking) {
			t.Errorf("line from %.3f to %.3f mm, want 28 to %.3f", w.Box.X0, w.Box.X1, end)
		}
	}
	if lines < 20 {
		t.Errorf("only %d full lines of %d words", lines, len(words))
	}
}

func TestColoursDoNotLeak(t *testing.T) {
	fs := faceSet(t)
	p := portrait(1)
	p.Rules = []layout.Rule{
		{X1: leftEdge, Y1: 300000, X2: leftEdge + measure, Y2: 300000, Width: 992, Colour: layout.Red},
		{X1: leftEdge, Y1: 600000, X2: leftEdge, Y2: 700000, Width: 709},
	}
	put(t, fs, &p, typed{role: fontset.Title, x: leftEdge, y: 200000, size: 36000, colour: layout.Red, text: "国国"})
	put(t, fs, &p, typed{role: fontset.Body, x: leftEdge, y: 400000, size: bodySize, text: "国国"})
	ink := judge.RasterInk(t, render(t, fs, &layout.Book{Pages: []layout.Page{p}}), 1, 300)
	within := func(what string, is func(r, g, b uint8) bool, area, want judge.Box) {
		t.Helper()
		got, ok := ink.Ink(is, area)
		const pixel = 0.13
		if !ok || math.Abs(got.X0-want.X0) > pixel || math.Abs(got.X1-want.X1) > pixel ||
			math.Abs(got.Y0-want.Y0) > pixel || math.Abs(got.Y1-want.Y1) > pixel {
			t.Errorf("%s at %.2f, want %.2f", what, got, want)
		}
	}
	y := toMM(300000)
	within("red rule", judge.Red, judge.Box{X0: 0, Y0: y - 5, X1: 210, Y1: y + 5},
		judge.Box{X0: 28, Y0: y - 0.175, X1: 184, Y1: y + 0.175})
	within("black rule", judge.Dark, judge.Box{X0: 0, Y0: toMM(500000), X1: 210, Y1: 297},
		judge.Box{X0: 28 - 0.125, Y0: toMM(600000), X1: 28 + 0.125, Y1: toMM(700000)})
	if _, ok := ink.Ink(judge.Dark, judge.Box{X0: 0, Y0: 0, X1: 210, Y1: y + 5}); ok {
		t.Error("black ink in the red head")
	}
	if _, ok := ink.Ink(judge.Red, judge.Box{X0: 0, Y0: y + 5, X1: 210, Y1: 297}); ok {
		t.Error("red ink below the head")
	}
	for what, found := range map[string]bool{
		"red letters":   inked(ink, judge.Red, p.Runs[0]),
		"black letters": inked(ink, judge.Dark, p.Runs[1]),
	} {
		if !found {
			t.Errorf("no %s", what)
		}
	}
}

// inked tells whether a run of Han characters fills its place: its outlines
// are in the file.
func inked(ink *judge.Raster, is func(r, g, b uint8) bool, run layout.Run) bool {
	x0, y1, em := toMM(run.X), toMM(run.Y+run.Size/8), toMM(run.Size)
	got, ok := ink.Ink(is, judge.Box{X0: x0, Y0: y1 - em, X1: x0 + 2*em, Y1: y1})
	return ok && got.X1-got.X0 > 1.6*em && got.Y1-got.Y0 > 0.7*em
}

func TestInformation(t *testing.T) {
	b := &layout.Book{
		Meta: doc.Meta{Title: "关于印发（方案）的通知𬱖", Author: "甲市乙县人民政府", Subject: "甲〔2020〕47号",
			Keywords: []string{"督察", "整改"}, Date: "2020-07-30"},
		Pages: []layout.Page{portrait(1)},
	}
	info := judge.PDFInfo(t, render(t, faceSet(t), b))
	for key, want := range map[string]string{
		"Title": b.Meta.Title, "Author": b.Meta.Author, "Subject": b.Meta.Subject, "Keywords": "督察, 整改",
		"Producer": Producer, "CreationDate": "2020-07-30T12:00:00+08", "ModDate": "2020-07-30T12:00:00+08",
	} {
		if info[key] != want {
			t.Errorf("%s is %q, want %q", key, info[key], want)
		}
	}
	b.Meta = doc.Meta{}
	info = judge.PDFInfo(t, render(t, faceSet(t), b))
	for _, key := range []string{"Title", "Author", "Subject", "Keywords", "CreationDate", "ModDate"} {
		if v, ok := info[key]; ok {
			t.Errorf("%s of a document without: %q", key, v)
		}
	}
}

func TestRenderRefuses(t *testing.T) {
	fs := faceSet(t)
	song, _ := fs.Find(fontset.Song, '国')
	one := []layout.Page{portrait(1)}
	for name, b := range map[string]*layout.Book{
		"no pages":      {},
		"missing glyph": {Pages: []layout.Page{{Width: 1000, Height: 1000, Runs: []layout.Run{{Face: song, Size: 1000, Text: "\uE000"}}}}},
		"no such face":  {Pages: []layout.Page{{Width: 1000, Height: 1000, Runs: []layout.Run{{Face: 255, Size: 1000, Text: "国"}}}}},
		"page beyond":   {Pages: one, Bookmarks: []layout.Bookmark{{Level: 1, Title: "一", Page: 1}}},
		"page before":   {Pages: one, Bookmarks: []layout.Bookmark{{Level: 1, Title: "一", Page: -1}}},
		"id twice":      {Pages: one, Bookmarks: []layout.Bookmark{{Level: 1, ID: "a"}, {Level: 1, ID: "a"}}},
		"date":          {Pages: one, Meta: doc.Meta{Date: "2020-02-30"}},
	} {
		if _, err := Render(b, fs); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// TestSameBytesEverywhere renders one book many times at once, in two time
// zones, from one set of faces.
func TestSameBytesEverywhere(t *testing.T) {
	fs := faceSet(t)
	b := pseudo(t, fs, 2)
	zone := time.Local
	t.Cleanup(func() { time.Local = zone })
	time.Local = time.FixedZone("west", -9*3600)
	t.Setenv("LC_ALL", "tr_TR.UTF-8")
	first, err := Render(b, fs)
	if err != nil {
		t.Fatal(err)
	}
	time.Local = time.FixedZone("east", 12*3600)
	t.Setenv("LC_ALL", "C")
	var all sync.WaitGroup
	for range 6 {
		all.Go(func() {
			again, err := Render(b, fs)
			if err != nil || !bytes.Equal(first, again) {
				t.Errorf("another render differs: %d and %d bytes, %v", len(first), len(again), err)
			}
		})
	}
	all.Wait()
}

func TestAnyChangeChangesTheIdentifier(t *testing.T) {
	fs := faceSet(t)
	id := func(title string) string {
		data, err := Render(&layout.Book{Meta: doc.Meta{Title: title}, Pages: []layout.Page{portrait(1)}}, fs)
		if err != nil {
			t.Fatal(err)
		}
		_, after, ok := bytes.Cut(data, []byte("/ID [<"))
		if !ok || len(after) < 32 {
			t.Fatal("no /ID")
		}
		return string(after[:32])
	}
	if id("甲") != id("甲") || id("甲") == id("乙") {
		t.Error("the identifier does not follow the content")
	}
}

func BenchmarkRender43Pages(b *testing.B) {
	fs := faceSet(b)
	book := pseudo(b, fs, 43)
	var size int
	for b.Loop() {
		data, err := Render(book, fs)
		if err != nil {
			b.Fatal(err)
		}
		size = len(data)
	}
	b.ReportMetric(float64(size), "bytes")
}
