package norm_test

import (
	"testing"

	"hongtou/internal/norm"
	"hongtou/internal/printout"
)

func TestWholeClauses(t *testing.T) {
	const colour, order, outside, fonts = "5.2.4 颜色", "7.1 次序", "7.1 版心之外", norm.Own + " 字体嵌入"
	blue, grey := printout.Colour{B: 160}, printout.Colour{R: 200, G: 200, B: 200}
	try(t, []trial{
		{name: "as it should be", clause: colour, make: official, want: norm.Holds, value: "首页红字", number: 3, unit: "行", place: "mark"},
		{name: "black text only", clause: colour, make: plain, want: norm.Holds, value: "首页红字", unit: "行"},
		{name: "blue", clause: colour, make: official, alter: on("yishi", func(t *text) { t.colour = blue }), want: norm.Fails, place: "yishi", says: "#0000a0"},
		{name: "red title", clause: colour, make: official, alter: on("title", func(t *text) { t.colour = red }), want: norm.Fails, place: "title", says: "为红色"},
		{name: "red on page 3", clause: colour, make: official, alter: on("level1", func(t *text) { t.colour = red }), want: norm.Fails, place: "level1"},

		{name: "as it should be", clause: order, make: official, want: norm.Holds, value: "分隔线", number: 129.5, unit: "mm", place: "title"},
		{name: "red line under the title", clause: order, make: official, alter: func(s *sheet) {
			s.line("redline", func(l *stroke) { l.y0, l.y1 = 173.5, 173.5 })
		}, want: norm.Fails, place: "title", says: "标题不在分隔线下方"},
		{name: "text after the imprint", clause: order, make: official, alter: func(s *sheet) {
			s.add(text{name: "after", page: 6, s: han(20), x: 28, y: 268})
		}, want: norm.Fails, place: "after", says: "版记之后"},
		{name: "no red line", clause: order, make: official, alter: removed("redline"), want: norm.Absent},
		{name: "no red head", clause: order, make: plain, want: norm.Absent},

		{name: "as it should be", clause: outside, make: official, want: norm.Holds, place: "body"},
		{name: "all 1 mm to the right", clause: outside, make: official, alter: everything(1, 0, anyPage), want: norm.Holds},
		{name: "not justified", clause: outside, make: natural27, want: norm.Holds},
		{name: "a header", clause: outside, make: official, alter: func(s *sheet) {
			s.add(text{name: "header", page: 2, s: "内部资料", size: 10, x: 28, y: 25})
		}, want: norm.Fails, place: "header", says: "内部资料"},
		{name: "a footer", clause: outside, make: official, alter: func(s *sheet) {
			s.add(text{name: "footer", page: 2, s: "内部资料", size: 10, x: 90, y: 280})
		}, want: norm.Fails, place: "footer"},
		{name: "a line too long", clause: outside, make: official, alter: says("level3", han(29)), want: norm.Fails, place: "level3"},
		{name: "a mark that hangs over", clause: outside, make: official, alter: says("level3", han(26)+"。"), want: norm.Holds},
		{name: "a rule over the text", clause: outside, make: official, alter: func(s *sheet) {
			s.rule("headrule", 2, 28, 30, 184, 30, 0.2, printout.Black)
		}, want: norm.Fails, place: "headrule"},
		{name: "a red line of 170 mm is 7.2.7's", clause: outside, make: official, alter: func(s *sheet) {
			s.line("redline", func(l *stroke) { l.x0, l.x1 = 20, 190 })
		}, want: norm.Holds},
		{name: "a watermark", clause: outside, make: official, alter: func(s *sheet) {
			s.add(text{name: "watermark", page: 2, s: "样稿", size: 60, x: 60, y: 150, colour: grey})
		}, want: norm.Fails, place: "watermark", says: "水印"},
		{name: "an annotation", clause: outside, make: official, alter: func(s *sheet) {
			s.alter = func(d *printout.Document) { d.Pages[1].Notes = []printout.Box{{X0: 40, Y0: 40, X1: 60, Y1: 50}} }
		}, want: norm.Fails, says: "批注"},
		{name: "status line of a paper without a red head", clause: outside, make: plain, alter: func(s *sheet) {
			s.add(text{name: "status", page: 1, s: "送审稿", size: 10, x: 28, y: 25})
		}, want: norm.Holds},

		{name: "as it should be", clause: fonts, make: official, want: norm.Holds, value: "字体", number: 5, nowhere: true},
		{name: "not embedded", clause: fonts, make: official, alter: func(s *sheet) {
			s.fonts = append(s.fonts, printout.Font{Name: "TimesNewRoman", ToUnicode: true})
		}, want: norm.Fails, says: "TimesNewRoman未嵌入", nowhere: true},
		{name: "not searchable", clause: fonts, make: official, alter: func(s *sheet) {
			s.fonts = append(s.fonts, printout.Font{Name: "T3", Embedded: true})
		}, want: norm.Fails, says: "T3的文字不可检索", nowhere: true},
		{name: "no font", clause: fonts, make: scan, want: norm.Absent, nowhere: true},
	})
}

func TestSideClauses(t *testing.T) {
	const deviation, register, folios = "6.1 版心偏差", "6.2 两面套正", "6.3 页码位置"
	try(t, []trial{
		{name: "as it should be", clause: deviation, make: official, want: norm.Holds, value: "左缘相差", unit: "mm"},
		{name: "all 3 mm to the right", clause: deviation, make: official, alter: everything(3, 0, anyPage), want: norm.Holds},
		{name: "mirrored", clause: deviation, make: official, alter: everything(-2, 0, even), want: norm.Holds},
		{name: "even pages 1.5 mm to the left", clause: deviation, make: official, alter: everything(-1.5, 0, even), want: norm.Fails, value: "左缘相差", number: 1.5, unit: "mm"},
		{name: "one page", clause: deviation, make: shortLines, want: norm.Absent},

		{name: "as it should be", clause: register, make: official, want: norm.Holds, value: "两面误差", unit: "mm"},
		{name: "all 3 mm to the right", clause: register, make: official, alter: everything(3, 0, anyPage), want: norm.Holds},
		{name: "mirrored", clause: register, make: official, alter: everything(-2, 0, even), want: norm.Holds},
		{name: "even pages 2.4 mm to the right", clause: register, make: official, alter: everything(2.4, 0, even), want: norm.Fails, value: "两面误差", number: 2.4, unit: "mm"},
		{name: "one page", clause: register, make: shortLines, want: norm.Absent},

		{name: "as it should be", clause: folios, make: official, want: norm.Holds, value: "高低相差", unit: "mm", place: "folio"},
		{name: "on lying paper", clause: folios, make: lying, want: norm.Holds},
		{name: "they wander", clause: folios, make: official, alter: on("folio", func(t *text) { t.y += float64(t.page) }), want: norm.Fails, value: "高低相差", number: 5, unit: "mm", place: "folio"},
		{name: "one page", clause: folios, make: bare, want: norm.Absent},
	})
}

// lastScanned puts a scan into the place of the last page.
func lastScanned(s *sheet) {
	for _, x := range s.texts {
		if x.page == 6 {
			x.page = 0
		}
	}
	for _, n := range []string{"first", "middle", "last"} {
		s.remove(n)
	}
	s.pictures = append(s.pictures, &picture{name: "scan", page: 6, w: 210, h: 297})
}

func TestScansAmongPages(t *testing.T) {
	try(t, []trial{
		{name: "no number seen", clause: "7.5 不编页码", make: official, alter: lastScanned, want: norm.Holds, says: "扫描页1页"},
		{name: "page 1 tells", clause: "7.2.1 份号", make: official, alter: all(lastScanned, removed("serial")), want: norm.Absent},
		{name: "page 1 tells", clause: "7.2.6 位置", make: official, alter: lastScanned, want: norm.Absent},
		{name: "page 1 tells", clause: "10.1 标志", make: official, alter: lastScanned, want: norm.Absent},
		{name: "the scan may have one", clause: "7.4.1 末线", make: official, alter: lastScanned, want: norm.Unproven},
	})
}
