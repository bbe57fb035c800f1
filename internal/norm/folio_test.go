package norm_test

import (
	"strings"
	"testing"

	"hongtou/internal/norm"
)

func TestFolioClauses(t *testing.T) {
	try(t, []trial{
		{name: "holds", clause: "7.5 字号字体", make: official, want: norm.Holds, value: "字号", number: 14, unit: "pt", place: "folio"},
		{name: "小四", clause: "7.5 字号字体", make: official, alter: on("folio", func(x *text) { x.size = 12 }), want: norm.Fails, value: "字号", number: 12, unit: "pt", place: "folio"},
		{name: "仿宋", clause: "7.5 字号字体", make: official, alter: inFace("folio", fangsong), want: norm.Fails, place: "folio"},
		{name: "Times", clause: "7.5 字号字体", make: official, alter: inFace("folio", "TimesNewRomanPSMT"), want: norm.Fails, says: "Times"},
		{name: "face without a name", clause: "7.5 字号字体", make: official, alter: inFace("folio", unnamed), want: norm.Unproven},
		{name: "none", clause: "7.5 字号字体", make: official, alter: removed("folio"), want: norm.Absent},

		{name: "holds", clause: "7.5 一字线", make: official, want: norm.Holds, value: "页码", number: 6, place: "folio"},
		{name: "hyphens", clause: "7.5 一字线", make: official, alter: on("folio", func(x *text) { x.s = strings.ReplaceAll(x.s, "—", "-") }), want: norm.Fails, place: "folio"},
		{name: "第几页", clause: "7.5 一字线", make: official, alter: on("folio", func(x *text) { x.s = "第" + strings.Trim(x.s, "—") + "页" }), want: norm.Fails, place: "folio"},

		{name: "holds", clause: "7.5 距版心", make: official, want: norm.Holds, value: "一字线", number: 269, unit: "mm", place: "folio"},
		{name: "3 mm lower", clause: "7.5 距版心", make: official, alter: shift("folio", 0, 3), want: norm.Fails, value: "一字线", number: 272, unit: "mm", place: "folio"},
		{name: "one page lower", clause: "7.5 距版心", make: official, alter: on("folio", func(x *text) {
			if x.page == 4 {
				x.y += 2
			}
		}), want: norm.Fails, says: "第4页"},
		{name: "lying pages are clause 8's", clause: "7.5 距版心", make: lying, want: norm.Absent},

		{name: "holds", clause: "7.5 单右双左", make: official, want: norm.Holds, value: "单页右空", number: 1, unit: "字", place: "folio"},
		{name: "centred", clause: "7.5 单右双左", make: official, alter: on("folio", func(x *text) { x.centre(106) }), want: norm.Fails, place: "folio"},
		{name: "with its page 3.5 mm to the right", clause: "7.5 单右双左", make: official, alter: func(s *sheet) {
			for _, x := range s.texts {
				x.x += 3.5
			}
		}, want: norm.Holds},
		{name: "lying pages are clause 8's", clause: "7.5 单右双左", make: lying, want: norm.Absent},

		{name: "holds", clause: "7.5 连续", make: official, want: norm.Holds, value: "有页码的页", number: 6},
		{name: "from 2", clause: "7.5 连续", make: official, alter: from(2), want: norm.Fails, place: "folio"},
		{name: "part of a volume", clause: "7.5 连续", make: plain, alter: from(7), want: norm.Holds},
		{name: "of five", clause: "7.5 连续", make: official, alter: on("folio", func(x *text) { x.s = "第" + strings.Trim(x.s, "—") + "页共6页" }), want: norm.Holds},
		{name: "none", clause: "7.5 连续", make: official, alter: removed("folio"), want: norm.Absent},

		{name: "holds", clause: "7.5 不编页码", make: moved, want: norm.Holds, value: "不编页码", number: 2},
		{name: "number on a blank page", clause: "7.5 不编页码", make: moved, alter: func(s *sheet) { s.folio(3) }, want: norm.Fails, says: "空白页"},
		{name: "no numbers", clause: "7.5 不编页码", make: official, alter: removed("folio"), want: norm.Fails, value: "不编页码", number: 6},
		{name: "letter", clause: "7.5 不编页码", make: letter, want: norm.Holds},
	})
}

// from numbers the pages from n on.
func from(n int) func(*sheet) {
	return on("folio", func(x *text) { x.s = "—" + string(rune('0'+x.page-1+n)) + "—" })
}

func TestLandscapeClauses(t *testing.T) {
	try(t, []trial{
		{name: "holds", clause: "8 方向", make: lying, want: norm.Holds, value: "横排页", number: 2},
		{name: "bound at the foot", clause: "8 方向", make: lying, alter: on("folio", func(x *text) { x.angle = 270 }), want: norm.Fails, says: "270°"},
		{name: "upright", clause: "8 方向", make: official, want: norm.Absent},
		{name: "holds", clause: "8 页码位置", make: lying, want: norm.Holds, value: "转正后一字线", number: 269, unit: "mm", place: "folio"},
		{name: "not turned", clause: "8 页码位置", make: lying, alter: on("folio", func(x *text) { x.angle, x.x, x.y = 0, 240, 200 }), want: norm.Fails, place: "folio", says: "没有随纸转"},
		{name: "wrong end", clause: "8 页码位置", make: lying, alter: on("folio", func(x *text) {
			if x.page == 1 {
				x.y = 28 + 14*pt
			} else {
				x.y = 184 - 14*pt - x.width()
			}
		}), want: norm.Fails, place: "folio"},
		{name: "upright", clause: "8 页码位置", make: official, want: norm.Absent},
		{name: "holds", clause: "8 版心", make: lying, want: norm.Holds},
		{name: "rows beyond it", clause: "8 版心", make: lying, alter: func(s *sheet) { s.line("row", func(l *stroke) { l.x0, l.x1 = 20, 280 }) }, want: norm.Fails, place: "row"},
		{name: "upright", clause: "8 版心", make: official, want: norm.Absent},
	})
}
