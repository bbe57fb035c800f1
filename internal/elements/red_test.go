package elements

import (
	"math"
	"testing"

	"hongtou/internal/printout"
)

// painted is a page of white with red boxes on it.
func painted(boxes ...printout.Box) func(page, dpi int) (printout.Raster, error) {
	return func(_, dpi int) (printout.Raster, error) {
		px := func(mm float64) int { return int(math.Round(mm / 25.4 * float64(dpi))) }
		r := printout.Raster{Width: px(210), Height: px(297), DPI: dpi}
		r.Pixels = make([]byte, 3*r.Width*r.Height)
		for i := range r.Pixels {
			r.Pixels[i] = 255
		}
		for _, b := range boxes {
			for y := px(b.Y0); y < px(b.Y1); y++ {
				for x := px(b.X0); x < px(b.X1); x++ {
					copy(r.Pixels[3*(y*r.Width+x):], []byte{230, 0, 18})
				}
			}
		}
		return r, nil
	}
}

// TestRedLines: one line, whatever it is made of.
func TestRedLines(t *testing.T) {
	area := func(x0, y0, x1, y1 float64) printout.Area {
		return printout.Area{Page: 1, Box: printout.Box{X0: x0, Y0: y0, X1: x1, Y1: y1}, Colour: red}
	}
	picture := func(x0, y0, x1, y1 float64) []printout.Image {
		return []printout.Image{{Page: 1, Box: printout.Box{X0: x0, Y0: y0, X1: x1, Y1: y1}}}
	}
	for name, c := range map[string]struct {
		make  func(*hand)
		ink   []printout.Box // what is painted, if anything is
		lines int
		width float64 // of the line
	}{
		"rule":      {func(h *hand) { h.rule(28, 130, 184, 130, 0.4, red) }, nil, 1, 0.4},
		"too short": {func(h *hand) { h.rule(28, 130, 80, 130, 0.4, red) }, nil, 0, 0},
		"black":     {func(h *hand) { h.rule(28, 130, 184, 130, 0.4, printout.Black) }, nil, 0, 0},
		"pieces":    {func(h *hand) { h.rule(28, 130, 90, 130, 0.4, red).rule(90, 130.1, 184, 130.1, 0.4, red) }, nil, 1, 0.4},
		"star between": {func(h *hand) {
			h.rule(28, 130, 100, 130, 0.4, red).colour(red, 103, 132, 16, "", "★").rule(112, 130, 184, 130, 0.4, red)
		}, nil, 1, 0.4},
		"thick area": {func(h *hand) { h.Areas = append(h.Areas, area(28, 129, 184, 130.5)) }, nil, 1, 1.5},
		"underscores": {func(h *hand) {
			h.colour(red, 28, 130, 16, "", "＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿")
		}, nil, 1, 0},
		"thin picture":    {func(h *hand) { h.Images = picture(28, 129, 184, 131) }, []printout.Box{{X0: 28, Y0: 129.5, X1: 184, Y1: 130.5}}, 1, 1.016},
		"picture of head": {func(h *hand) { h.Images = picture(20, 60, 190, 140) }, []printout.Box{{X0: 40, Y0: 72, X1: 170, Y1: 95}, {X0: 28, Y0: 130, X1: 184, Y1: 131}}, 1, 1.016},
		"red background":  {func(h *hand) { h.Images = picture(20, 60, 190, 140) }, []printout.Box{{X0: 20, Y0: 60, X1: 190, Y1: 140}}, 0, 0},
		"double":          {func(h *hand) { h.rule(20, 50, 190, 50, 1.2, red).rule(20, 51.5, 190, 51.5, 0.4, red) }, nil, 2, 1.2},
	} {
		h := newHand(1)
		c.make(h)
		from := printout.Document{Pages: []printout.Page{h.Page}}
		if c.ink != nil {
			from.Paint = painted(c.ink...)
		}
		d := Find(from)
		if len(d.RedRules) != c.lines {
			t.Errorf("%s: %v", name, d.RedRules)
			continue
		}
		if c.lines == 0 {
			continue
		}
		r := d.RedRules[0]
		if !near(r.Box.Width(), 156, 14.1) || c.width > 0 && !near(r.Width, c.width, 0.13) || len(d.Pages[0].Red) > 0 {
			t.Errorf("%s: %+v, red text %q", name, r, texts(d.Pages[0].Red))
		}
	}
}

// TestMark: text, curves or a picture over the red line.
func TestMark(t *testing.T) {
	mark := printout.Box{X0: 50, Y0: 72, X1: 162, Y1: 85}
	for name, c := range map[string]struct {
		make func(*hand)
		ink  []printout.Box
		kind MarkKind
	}{
		"text": {func(h *hand) { h.colour(red, 50, 83, 36, "FZXBSJW--GB1-0", "甲市人民政府文件") }, nil, TextMark},
		"curves": {func(h *hand) {
			h.Areas = []printout.Area{{Page: 1, Box: printout.Box{X0: 50, Y0: 72, X1: 100, Y1: 85}, Colour: red}, {Page: 1, Box: printout.Box{X0: 101, Y0: 73, X1: 162, Y1: 85}, Colour: red}}
		}, nil, CurvesMark},
		"picture": {func(h *hand) {
			h.Images = []printout.Image{{Page: 1, Box: printout.Box{X0: 28, Y0: 60, X1: 184, Y1: 100}}}
		}, []printout.Box{mark}, PictureMark},
		"none": {func(h *hand) {
			h.Images = []printout.Image{{Page: 1, Box: printout.Box{X0: 28, Y0: 60, X1: 184, Y1: 100}}}
		}, []printout.Box{}, ""},
	} {
		h := newHand(1).rule(28, 130, 184, 130, 0.4, red).text(80, 126, 16, "FangSong", "甲政发〔2026〕7号")
		c.make(h)
		from := printout.Document{Pages: []printout.Page{h.Page}}
		if c.ink != nil {
			from.Paint = painted(c.ink...)
		}
		d := Find(from)
		switch {
		case c.kind == "" && d.Mark == nil:
		case d.Mark == nil || d.Mark.Kind != c.kind:
			t.Errorf("%s: %+v", name, d.Mark)
		case c.kind != TextMark && !(d.Mark.Box.Within(mark, 0.3) && mark.Within(d.Mark.Box, 0.3)):
			t.Errorf("%s: box %v", name, d.Mark.Box)
		}
		if d.Number == nil || d.Number.Text() != "甲政发〔2026〕7号" {
			t.Errorf("%s: number %v", name, d.Number)
		}
	}
}

// TestSealIsNoMark: on a page without a red line a picture as high as wide is
// none.
func TestSealIsNoMark(t *testing.T) {
	seal := printout.Box{X0: 120, Y0: 100, X1: 162, Y1: 142}
	h := newHand(1).body(28, 1, 5)
	h.Images = []printout.Image{{Page: 1, Box: seal}}
	if d := Find(printout.Document{Pages: []printout.Page{h.Page}, Paint: painted(seal)}); d.Mark != nil {
		t.Errorf("%+v", d.Mark)
	}
}
