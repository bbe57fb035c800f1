package norm_test

import (
	"testing"

	"hongtou/internal/norm"
	"hongtou/internal/printout"
)

var outer = []string{"first", "last"}

// rules changes rules of the imprint.
func rules(names []string, do func(*stroke)) func(*sheet) {
	return func(s *sheet) {
		for _, n := range names {
			s.line(n, do)
		}
	}
}

func up(by float64) func(*sheet) {
	return all(rules([]string{"first", "middle", "last"}, func(l *stroke) { l.y0 -= by; l.y1 -= by }),
		shift("cc", 0, -by), shift("cc2", 0, -by), shift("printer", 0, -by), shift("printdate", 0, -by))
}

func TestImprintRules(t *testing.T) {
	try(t, []trial{
		{name: "holds", clause: "7.4.1 宽度", make: official, want: norm.Holds, value: "长", number: 156, unit: "mm", place: "middle"},
		{name: "170 mm", clause: "7.4.1 宽度", make: official, alter: rules([]string{"middle"}, func(l *stroke) { l.x0, l.x1 = 20, 190 }), want: norm.Fails, value: "长（最大）", number: 170, unit: "mm", place: "middle"},
		{name: "as wide as narrow margins", clause: "7.4.1 宽度", make: official, alter: all(
			func(s *sheet) {
				for _, x := range s.texts {
					x.x += 3.5
				}
			}, rules([]string{"first", "middle", "last"}, func(l *stroke) { l.x0, l.x1 = 31.5, 187.5 })), want: norm.Holds},
		{name: "blue", clause: "7.4.1 宽度", make: official, alter: rules(outer, func(l *stroke) { l.colour = printout.Colour{B: 200} }), want: norm.Fails, place: "first"},
		{name: "no rules", clause: "7.4.1 宽度", make: official, alter: removed("first", "middle", "last"), want: norm.Fails, says: "0条"},
		{name: "no imprint", clause: "7.4.1 宽度", make: sealed, want: norm.Absent},
		{name: "a letter's", clause: "7.4.1 宽度", make: letter, want: norm.Absent},

		{name: "holds", clause: "7.4.1 粗细", make: official, want: norm.Holds, value: "第1条线", number: 0.35, unit: "mm", place: "first"},
		{name: "1 mm", clause: "7.4.1 粗细", make: official, alter: rules(outer, func(l *stroke) { l.width = 1 }), want: norm.Fails, value: "第1条线", number: 1, unit: "mm", place: "first"},
		{name: "no rules", clause: "7.4.1 粗细", make: official, alter: removed("first", "middle", "last"), want: norm.Absent},
		{name: "1 mm", clause: "7.4.1 首末粗线", make: official, alter: rules(outer, func(l *stroke) { l.width = 1 }), want: norm.Holds, value: "首末条线", number: 1, unit: "mm"},
		{name: "all the same", clause: "7.4.1 首末粗线", make: official, alter: rules([]string{"middle"}, func(l *stroke) { l.width = 0.35 }), want: norm.Fails, place: "middle"},
		{name: "no middle rule", clause: "7.4.1 首末粗线", make: official, alter: removed("middle"), want: norm.Absent},

		{name: "holds", clause: "7.4.1 末线", make: official, want: norm.Holds, value: "末条线", number: 262, unit: "mm", place: "last"},
		{name: "3 mm up", clause: "7.4.1 末线", make: official, alter: up(3), want: norm.Fails, value: "末条线", number: 259, unit: "mm", place: "last"},
		{name: "no rules", clause: "7.4.1 末线", make: official, alter: removed("first", "middle", "last"), want: norm.Absent},
	})
}

func TestImprintText(t *testing.T) {
	try(t, []trial{
		{name: "holds", clause: "7.4.2 字号字体", make: official, want: norm.Holds, value: "字号", number: 14, unit: "pt", place: "cc"},
		{name: "3号", clause: "7.4.2 字号字体", make: official, alter: on("cc2", func(x *text) { x.size = 16 }), want: norm.Fails, value: "字号（最大）", number: 16, unit: "pt", place: "cc2"},
		{name: "face without a name", clause: "7.4.2 字号字体", make: official, alter: inFace("cc", unnamed), want: norm.Unproven, place: "cc"},
		{name: "none", clause: "7.4.2 字号字体", make: sealed, want: norm.Absent},
		{name: "holds", clause: "7.4.2 位置", make: official, want: norm.Holds, value: "左空", number: 1, unit: "字", place: "cc"},
		{name: "flush left", clause: "7.4.2 位置", make: official, alter: shift("cc", -14*pt, 0), want: norm.Fails, value: "左空", number: 0, unit: "字", place: "cc"},
		{name: "no full stop", clause: "7.4.2 位置", make: official, alter: says("cc2", "市辛局"), want: norm.Fails, place: "cc2", says: "句号"},
		{name: "under the label", clause: "7.4.2 位置", make: official, alter: shift("cc2", -3*14*pt, 0), want: norm.Fails, place: "cc2", says: "冒号后"},
		{name: "none", clause: "7.4.2 位置", make: sealed, want: norm.Absent},
		{name: "holds", clause: "7.4.2 主送移入", make: moved, want: norm.Holds, place: "movedto"},
		{name: "rule between", clause: "7.4.2 主送移入", make: moved, alter: func(s *sheet) {
			s.rule("between", 4, 28, 234, 184, 234, 0.25, printout.Black)
		}, want: norm.Fails, place: "between"},
		{name: "none", clause: "7.4.2 主送移入", make: official, want: norm.Absent},

		{name: "holds", clause: "7.4.3 字号字体", make: official, want: norm.Holds, value: "字号", number: 14, unit: "pt", place: "printer"},
		{name: "黑体", clause: "7.4.3 字号字体", make: official, alter: inFace("printer", hei), want: norm.Fails, place: "printer"},
		{name: "none", clause: "7.4.3 字号字体", make: sealed, want: norm.Absent},
		{name: "holds", clause: "7.4.3 位置", make: official, want: norm.Holds, value: "右空", number: 1, unit: "字", place: "printdate"},
		{name: "flush left", clause: "7.4.3 位置", make: official, alter: shift("printer", -14*pt, 0), want: norm.Fails, value: "左空", number: 0, unit: "字", place: "printer"},
		{name: "none", clause: "7.4.3 位置", make: letter, want: norm.Absent},
		{name: "holds", clause: "7.4.3 写法", make: official, want: norm.Holds, place: "printdate"},
		{name: "leading zero", clause: "7.4.3 写法", make: official, alter: on("printdate", func(x *text) { x.s = "2026年03月6日印发"; x.right(184 - 14*pt) }), want: norm.Fails, place: "printdate", says: "03月"},
		{name: "no rule over it", clause: "7.4.3 写法", make: official, alter: removed("middle"), want: norm.Fails, place: "cc", says: "无线"},
		{name: "none", clause: "7.4.3 写法", make: letter, want: norm.Absent},

		{name: "holds", clause: "7.4 末面双页", make: official, want: norm.Holds, value: "版记所在页", number: 6},
		{name: "odd", clause: "7.4 末面双页", make: official, alter: odd, want: norm.Fails, value: "版记所在页", number: 5},
		{name: "odd, printed on one side", clause: "7.4 末面双页", make: official, alter: all(odd, on("folio", func(x *text) { x.centre(106) })), want: norm.Unproven, value: "版记所在页", number: 5},
		{name: "none", clause: "7.4 末面双页", make: sealed, want: norm.Absent},
	})
}

// odd lets the imprint's page be the fifth.
func odd(s *sheet) {
	s.sizes = pages(5)
	for _, x := range s.texts {
		if x.page == 5 {
			x.page = 0
		}
		if x.page == 6 {
			x.page = 5
			if x.name == "folio" {
				x.s = "—5—"
				x.right(184 - x.cell)
			}
		}
	}
	for _, l := range s.lines {
		l.page = min(l.page, 5)
	}
}

// keywords puts 主题词 and its rule over the imprint.
func keywords(s *sheet) {
	s.add(text{name: "keywords", page: 6, s: "主题词：大气污染防治通知", face: hei, x: 28, y: 230})
	s.rule("over", 6, 28, 223, 184, 223, 0.35, printout.Colour{})
	s.line("first", func(l *stroke) { l.width = 0.25 })
}

func TestKeywordsAreOfTheImprint(t *testing.T) {
	try(t, []trial{
		{name: "主题词", clause: "7.3.3 缩进", make: official, alter: keywords, want: norm.Holds},
		{name: "主题词", clause: "7.4.2 字号字体", make: official, alter: keywords, want: norm.Holds},
		{name: "主题词", clause: "7.4.1 宽度", make: official, alter: keywords, want: norm.Holds, says: "4条线"},
		{name: "抄报", clause: "7.4.2 位置", make: official, alter: says("cc", "抄报：甲市丙局，甲市丁局，甲市戊局，甲市己局，甲市庚局，甲"), want: norm.Fails, place: "cc", says: "应写“抄送”"},
	})
}
