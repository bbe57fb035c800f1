package norm_test

import (
	"strings"
	"testing"

	"hongtou/internal/norm"
	"hongtou/internal/printout"
)

// redHead moves mark, number and red line.
func redHead(x, y float64) func(*sheet) {
	return all(shift("mark", x, y), shift("word", x, y))
}

// curves puts a mark of curves into the place of its characters.
func curves(s *sheet) {
	for _, name := range []string{"mark", "word"} {
		s.named(name, func(t *text) {
			for _, g := range t.glyphs() {
				s.areas = append(s.areas, printout.Area{Page: 1, Box: g.Ink, Colour: red})
			}
			t.page = 0
		})
	}
}

// pictured puts a picture into the place of the mark.
func pictured(s *sheet) {
	removed("mark", "word")(s)
	s.pictures = append(s.pictures, &picture{name: "markpicture", page: 1, x: 50, y: 72, w: 112, h: 24})
}

// painted lets the pages of a sheet be painted: red in some boxes of page 1.
func painted(boxes ...printout.Box) func(*sheet) {
	return func(s *sheet) {
		s.alter = func(d *printout.Document) {
			d.Paint = func(page, dpi int) (printout.Raster, error) { return paint(page, dpi, boxes), nil }
		}
	}
}

func paint(page, dpi int, boxes []printout.Box) printout.Raster {
	px := func(mm float64) int { return int(mm*float64(dpi)/25.4 + 0.5) }
	r := printout.Raster{Width: px(210), Height: px(297), DPI: dpi}
	r.Pixels = []byte(strings.Repeat("\xff", 3*r.Width*r.Height))
	for _, b := range boxes {
		for y := px(b.Y0); page == 1 && y < px(b.Y1); y++ {
			for x := px(b.X0); x < px(b.X1); x++ {
				copy(r.Pixels[3*(y*r.Width+x):], "\xff\x00\x00")
			}
		}
	}
	return r
}

func TestMarkClauses(t *testing.T) {
	const top, centre, face = "7.2.4 上边缘", "7.2.4 居中", "7.2.4 字体颜色"
	ink := painted(printout.Box{X0: 55, Y0: 74, X1: 157, Y1: 92})
	try(t, []trial{
		{name: "as it should be", clause: top, make: official, want: norm.Holds, value: "上边缘", number: 72, unit: "mm", place: "mark"},
		{name: "2 mm low", clause: top, make: official, alter: redHead(0, 2), want: norm.Fails, value: "上边缘", number: 74, unit: "mm", place: "mark"},
		{name: "curves", clause: top, make: official, alter: curves, want: norm.Holds, value: "上边缘", number: 72, unit: "mm"},
		{name: "curves 2 mm low", clause: top, make: official, alter: all(redHead(0, 2), curves), want: norm.Fails, value: "上边缘", number: 74, unit: "mm"},
		{name: "a picture whose ink is seen", clause: top, make: official, alter: all(pictured, ink), want: norm.Fails, value: "上边缘", number: 74, unit: "mm", place: "markpicture"},
		{name: "a picture whose ink is not seen", clause: top, make: official, alter: pictured, want: norm.Unproven},
		{name: "no red head", clause: top, make: plain, want: norm.Absent},
		{name: "letter", clause: top, make: letter, want: norm.Absent},

		{name: "as it should be", clause: centre, make: official, want: norm.Holds, value: "中线", number: 106, unit: "mm", place: "mark"},
		{name: "all 1 mm to the right", clause: centre, make: official, alter: everything(1, 0, anyPage), want: norm.Holds, value: "偏离版心中线", unit: "mm"},
		{name: "3 mm off", clause: centre, make: official, alter: redHead(3, 0), want: norm.Fails, value: "偏离版心中线", number: 3, unit: "mm", place: "word"},
		{name: "a picture whose ink is not seen", clause: centre, make: official, alter: pictured, want: norm.Unproven},
		{name: "no red head", clause: centre, make: plain, want: norm.Absent},

		{name: "as it should be", clause: face, make: official, want: norm.Holds, value: "字号", number: 30, unit: "pt", place: "mark"},
		{name: "黑体", clause: face, make: official, alter: inFace("mark", hei), want: norm.Fails, place: "mark", says: hei},
		{name: "not larger than the title", clause: face, make: official, alter: on("word", func(t *text) { t.size = 20 }), want: norm.Fails, place: "word"},
		{name: "unnamed face", clause: face, make: official, alter: inFace("mark", unnamed), want: norm.Unproven, place: "mark"},
		{name: "curves", clause: face, make: official, alter: curves, want: norm.Unproven, says: "曲线"},
		{name: "a picture", clause: face, make: official, alter: all(pictured, ink), want: norm.Unproven, says: "图片"},
		{name: "no red head", clause: face, make: plain, want: norm.Absent},

		{name: "as it should be", clause: "7.2.4 文件位置", make: official, want: norm.Holds, value: "上下偏", unit: "mm", place: "word"},
		{name: "beside the first name", clause: "7.2.4 文件位置", make: official, alter: shift("word", 0, -7.4), want: norm.Fails, value: "上下偏", number: -7.4, unit: "mm", place: "word"},
		{name: "one organ", clause: "7.2.4 文件位置", make: letter, want: norm.Absent},
		{name: "as it should be", clause: "7.2.4 等宽", make: official, want: norm.Holds, value: "宽度相差", unit: "mm", place: "mark"},
		{name: "of different width", clause: "7.2.4 等宽", make: official, alter: shorter, want: norm.Fails, value: "宽度相差", number: 3 * 30 * pt, unit: "mm", place: "mark"},
		{name: "one organ", clause: "7.2.4 等宽", make: letter, want: norm.Absent},
	})
}

// shorter takes characters from the second name.
func shorter(s *sheet) {
	s.named("mark", func(t *text) {
		if strings.HasPrefix(t.s, "中共") {
			t.s = cut(t.s, 5)
		}
	})
}

func renumbered(words string) func(*sheet) {
	return on("number", func(t *text) {
		t.s = words
		t.centre(106)
	})
}

func TestNumberClauses(t *testing.T) {
	const form, at, face = "7.2.5 写法", "7.2.5 位置", "7.2.5 字号字体"
	try(t, []trial{
		{name: "as it should be", clause: form, make: official, want: norm.Holds, place: "number"},
		{name: "round brackets", clause: form, make: official, alter: renumbered("甲政发（2026）7号"), want: norm.Fails, place: "number"},
		{name: "square brackets", clause: form, make: official, alter: renumbered("甲政发[2026]7号"), want: norm.Fails, place: "number"},
		{name: "no brackets", clause: form, make: official, alter: renumbered("甲政发2026年7号"), want: norm.Fails, place: "number"},
		{name: "leading zero", clause: form, make: official, alter: renumbered("甲政发〔2026〕07号"), want: norm.Fails, place: "number", says: "07"},
		{name: "第", clause: form, make: official, alter: renumbered("甲政发〔2026〕第7号"), want: norm.Fails, place: "number"},
		{name: "letter", clause: form, make: letter, want: norm.Holds, place: "number"},
		{name: "none under a red head", clause: form, make: official, alter: removed("number"), want: norm.Unproven, says: "没有发文字号"},
		{name: "none without a red head", clause: form, make: plain, want: norm.Absent},
		{name: "order", clause: form, make: order, want: norm.Absent},

		{name: "as it should be", clause: at, make: official, want: norm.Holds, value: "中线", number: 106, unit: "mm", place: "number"},
		{name: "28 points from line to line", clause: at, make: official, alter: squeeze(28 * pt), want: norm.Holds},
		{name: "one line under the mark", clause: at, make: official, alter: shift("number", 0, -10), want: norm.Fails, place: "number"},
		{name: "off the centre", clause: at, make: official, alter: shift("number", 8, 0), want: norm.Fails, value: "中线", number: 114, unit: "mm", place: "number"},
		{name: "to a superior", clause: at, make: upward, want: norm.Holds, value: "左空", number: 1, unit: "字", place: "number"},
		{name: "to a superior, flush left", clause: at, make: upward, alter: shift("number", -zi, 0), want: norm.Fails, value: "左空", unit: "字", place: "number"},
		{name: "to a superior, over the last signer", clause: at, make: upward, alter: shift("number", 0, -3), want: norm.Fails, value: "基线差", number: 3, unit: "mm"},
		{name: "mark whose ink is not seen", clause: at, make: official, alter: pictured, want: norm.Unproven},
		{name: "letter", clause: at, make: letter, want: norm.Absent},

		{name: "as it should be", clause: face, make: official, want: norm.Holds, value: "字号", number: 16, unit: "pt", place: "number"},
		{name: "黑体", clause: face, make: official, alter: inFace("number", hei), want: norm.Fails, place: "number", says: hei},
		{name: "4号", clause: face, make: official, alter: on("number", func(t *text) { t.size = 14 }), want: norm.Fails, value: "字号", number: 14, unit: "pt"},
		{name: "unnamed face", clause: face, make: official, alter: inFace("number", unnamed), want: norm.Unproven},
		{name: "none", clause: face, make: plain, want: norm.Absent},
	})
}

func TestRedLineClauses(t *testing.T) {
	const width, gap = "7.2.7 宽度", "7.2.7 距字号"
	line := func(do func(*stroke)) func(*sheet) { return func(s *sheet) { s.line("redline", do) } }
	try(t, []trial{
		{name: "as it should be", clause: width, make: official, want: norm.Holds, value: "长", number: 156, unit: "mm", place: "redline"},
		{name: "as it should be", clause: width, make: official, want: norm.Holds, value: "粗", number: 0.4, unit: "mm"},
		{name: "all 1 mm to the right", clause: width, make: official, alter: everything(1, 0, anyPage), want: norm.Holds, value: "左端", number: 29, unit: "mm"},
		{name: "only the text 3 mm to the right", clause: width, make: official, alter: all(shift("body", 3, 0), shift("body1", 3, 0)), want: norm.Holds, value: "左端", number: 28, unit: "mm"},
		{name: "170 mm", clause: width, make: official, alter: line(func(l *stroke) { l.x0, l.x1 = 20, 190 }), want: norm.Fails, value: "长", number: 170, unit: "mm", place: "redline"},
		{name: "none", clause: width, make: official, alter: removed("redline"), want: norm.Fails, place: "mark", says: "没有红色分隔线"},
		{name: "letter", clause: width, make: letter, want: norm.Absent},
		{name: "no red head", clause: width, make: plain, want: norm.Absent},

		{name: "as it should be", clause: gap, make: official, want: norm.Holds, value: "距字号", number: 4.3, unit: "mm", place: "redline"},
		{name: "3 mm", clause: gap, make: official, alter: line(func(l *stroke) { l.y0, l.y1 = l.y0-1.3, l.y1-1.3 }), want: norm.Fails, value: "距字号", number: 3, unit: "mm", place: "redline"},
		{name: "no number", clause: gap, make: official, alter: removed("number"), want: norm.Absent},
	})
}

// wrapped puts a mark of one organ into two lines, the second ending with 文件.
func wrapped(s *sheet) {
	first := true
	s.named("mark", func(t *text) {
		t.s = "整改工作领导小组文件"
		if first {
			t.s = "中共甲市乙县委员会生态环境保护"
			first = false
		}
		t.size = 24
		t.cell = 24 * pt
		t.centre(106)
	})
	s.remove("word")
}

func TestWrappedMarkIsOne(t *testing.T) {
	try(t, []trial{
		{name: "two lines", clause: "7.2.4 文件位置", make: official, alter: wrapped, want: norm.Absent},
		{name: "two lines", clause: "7.2.4 等宽", make: official, alter: wrapped, want: norm.Absent},
		{name: "beside the last name", clause: "7.2.4 文件位置", make: official, alter: shift("word", 0, 7.4), want: norm.Fails},
	})
}
