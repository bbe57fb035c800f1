package conformity_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"sync"
	"testing"

	"github.com/signintech/gopdf"

	"hongtou/internal/testkit/judge"
)

// A sheet is a document by hand: every character and line at the place where
// the standard wants it, or where it does not. Lengths are mm.
type sheet struct {
	landscape []bool // of each page
	texts     []*text
	lines     []*stroke
	pictures  []*picture
	us        bool   // on paper of 8½ × 11 inches
	mute      bool   // the first font is without the table that gives the characters of glyphs
	drawn     int    // characters so far
	outlined  [2]int // from and to
}

type text struct {
	name     string // for those who alter it
	page     int    // from 1
	s        string
	face     string
	size     float64 // points
	x, y     float64 // first cell, baseline
	cell     float64 // advance of a wide character
	rgb      [3]uint8
	turned   bool // reads downwards
	upwards  bool // reads upwards
	outlined bool // drawn with its outline, as false bold is
}

type stroke struct {
	name           string
	page           int
	x0, y0, x1, y1 float64
	width          float64
	rgb            [3]uint8
}

type picture struct {
	name       string
	page       int
	x, y, w, h float64
}

const (
	biaosong = "HongtouBiaoSong"
	fangsong = "HongtouFangSong"
	hei      = "HongtouHei"
	kai      = "HongtouKai"
	song     = "HongtouSong"

	mm    = 72 / 25.4
	pt    = 25.4 / 72
	zi    = 156.0 / 28
	pitch = 10.449
)

var red = [3]uint8{255, 0, 0}

// baseline is that of a line of 3号 on the grid, from 1.
func baseline(row int) float64 { return 37 + 0.88*16*pt + float64(row-1)*pitch }

func (s *sheet) add(t text) *text {
	if t.size == 0 {
		t.size = 16
	}
	if t.face == "" {
		t.face = fangsong
	}
	if t.cell == 0 {
		t.cell = zi
		if t.size != 16 {
			t.cell = t.size * pt
		}
	}
	s.texts = append(s.texts, &t)
	return &t
}

// width is that of the cells in mm.
func (t *text) width() float64 {
	w := 0.0
	for _, r := range t.s {
		w += t.advance(r)
	}
	return w
}

func (t *text) advance(r rune) float64 {
	if r < 0x2000 && r != '·' {
		return t.cell / 2
	}
	return t.cell
}

func (t *text) centre(at float64) { t.x = at - t.width()/2 }

func (t *text) right(at float64) { t.x = at - t.width() }

// named does something to every text, line and picture of a name.
func (s *sheet) named(name string, do func(*text)) {
	for _, t := range s.texts {
		if t.name == name {
			do(t)
		}
	}
}

func (s *sheet) line(name string, do func(*stroke)) {
	for _, l := range s.lines {
		if l.name == name {
			do(l)
		}
	}
}

func (s *sheet) remove(name string) {
	var texts []*text
	for _, t := range s.texts {
		if t.name != name {
			texts = append(texts, t)
		}
	}
	s.texts = texts
	var lines []*stroke
	for _, l := range s.lines {
		if l.name != name {
			lines = append(lines, l)
		}
	}
	s.lines = lines
}

// faces are the fonts of the repository, as files.
var faces = sync.OnceValues(func() (map[string][]byte, error) {
	out := map[string][]byte{}
	for _, name := range []string{biaosong, fangsong, hei, kai, song} {
		data, err := os.ReadFile("../../../fonts/" + name + ".ttf")
		if err != nil {
			return nil, err
		}
		out[name] = data
	}
	return out, nil
})

// pdf draws the sheet and returns the file's path.
func (s *sheet) pdf(t *testing.T) string {
	t.Helper()
	files, err := faces()
	check(t, err)
	pdf := &gopdf.GoPdf{}
	pdf.Start(gopdf.Config{PageSize: *gopdf.PageSizeA4})
	pdf.SetNoCompression()
	used := map[string]bool{}
	for _, x := range s.texts {
		if !used[x.face] {
			used[x.face] = true
			data := files[x.face]
			if data == nil {
				data = files[fangsong] // a name of the test's own
			}
			check(t, pdf.AddTTFFontData(x.face, data))
		}
	}
	for i, landscape := range s.landscape {
		size := gopdf.Rect{W: 210 * mm, H: 297 * mm}
		if s.us {
			size = gopdf.Rect{W: 612, H: 842}
		}
		if landscape {
			size.W, size.H = size.H, size.W
		}
		pdf.AddPageWithOption(gopdf.PageOption{PageSize: &size})
		s.page(t, pdf, i+1)
	}
	data := pdf.GetBytesPdf()
	if s.mute { // the first font
		data = bytes.Replace(data, []byte("/ToUnicode"), []byte("/ToNothing"), 1)
	}
	if s.outlined[1] > 0 {
		data = outline(data, s.outlined[0], s.outlined[1])
	}
	return judge.File(t, "sheet.pdf", data)
}

// outline lets some pieces of text be filled and stroked: those behind the
// operators BT from and to, counted over the file.
func outline(data []byte, from, to int) []byte {
	pieces := bytes.Split(data, []byte("BT\n"))
	var out bytes.Buffer
	for i, p := range pieces {
		switch {
		case i == 0:
		case i > from && i <= to:
			out.WriteString("BT 2 Tr\n")
		case i == to+1:
			out.WriteString("BT 0 Tr\n")
		default:
			out.WriteString("BT\n")
		}
		out.Write(p)
	}
	return out.Bytes()
}

func (s *sheet) page(t *testing.T, pdf *gopdf.GoPdf, page int) {
	t.Helper()
	for _, l := range s.lines {
		if l.page == page {
			pdf.SetLineWidth(l.width * mm)
			pdf.SetStrokeColor(l.rgb[0], l.rgb[1], l.rgb[2])
			pdf.Line(l.x0*mm, l.y0*mm, l.x1*mm, l.y1*mm)
		}
	}
	for _, x := range s.texts {
		if x.page == page {
			if x.outlined {
				s.outlined = [2]int{s.drawn, s.drawn + len([]rune(x.s))}
			}
			x.draw(t, pdf)
			s.drawn += len([]rune(x.s))
		}
	}
	for _, p := range s.pictures {
		if p.page == page {
			holder, err := gopdf.ImageHolderByBytes(ring())
			check(t, err)
			check(t, pdf.ImageByHolder(holder, p.x*mm, p.y*mm, &gopdf.Rect{W: p.w * mm, H: p.h * mm}))
		}
	}
}

func (x *text) draw(t *testing.T, pdf *gopdf.GoPdf) {
	t.Helper()
	check(t, pdf.SetFont(x.face, "", x.size))
	pdf.SetTextColor(x.rgb[0], x.rgb[1], x.rgb[2])
	if x.turned {
		angle := -90.0
		if x.upwards {
			angle = 90
		}
		pdf.Rotate(angle, x.x*mm, x.y*mm)
		defer pdf.RotateReset()
	}
	at := x.x
	for _, r := range x.s {
		pdf.SetXY(at*mm, x.y*mm)
		check(t, pdf.Text(string(r)))
		at += x.advance(r)
	}
}

// ring is a red circle on nothing.
var ring = sync.OnceValue(func() []byte {
	const size = 60
	img := image.NewNRGBA(image.Rect(0, 0, size, size))
	for y := range size {
		for x := range size {
			if r := math.Hypot(float64(x)-size/2+0.5, float64(y)-size/2+0.5); r < size/2 && r > size/2-3 {
				img.Set(x, y, color.NRGBA{255, 0, 0, 255})
			}
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		panic(err) // of no input
	}
	return out.Bytes()
})

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
