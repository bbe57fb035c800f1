package norm_test

import (
	"strings"
	"testing"

	"hongtou/internal/norm"
	"hongtou/internal/printout"
)

func TestLetterClauses(t *testing.T) {
	head := func(by float64) func(*sheet) {
		return all(rules([]string{"thick", "thin"}, func(l *stroke) { l.y0 += by; l.y1 += by }),
			shift("mark", 0, by), shift("serial", 0, by), shift("secrecy", 0, by), shift("number", 0, by), shift("title", 0, by))
	}
	foot := []string{"thin2", "thick2"}
	list := []trial{
		{name: "holds", clause: "10.1 标志", make: letter, want: norm.Holds, value: "上边缘", number: 30, unit: "mm", place: "mark"},
		{name: "5 mm down", clause: "10.1 标志", make: letter, alter: head(5), want: norm.Fails, value: "上边缘", number: 35, unit: "mm", place: "mark"},
		{name: "to the right", clause: "10.1 标志", make: letter, alter: shift("mark", 4, 0), want: norm.Fails, value: "中线偏", number: 3, unit: "mm", place: "mark"},
		{name: "文件", clause: "10.1 标志", make: letter, alter: on("mark", func(x *text) { x.s += "文件"; x.centre(105) }), want: norm.Fails, says: "文件"},
		{name: "holds", clause: "10.1 标志字体", make: letter, want: norm.Holds, place: "mark"},
		{name: "黑体", clause: "10.1 标志字体", make: letter, alter: inFace("mark", hei), want: norm.Fails, place: "mark"},
		{name: "face without a name", clause: "10.1 标志字体", make: letter, alter: inFace("mark", unnamed), want: norm.Unproven, place: "mark"},

		{name: "holds", clause: "10.1 首双线", make: letter, want: norm.Holds, value: "距标志", number: 4, unit: "mm", place: "thick"},
		{name: "thin over thick", clause: "10.1 首双线", make: letter, alter: all(rules([]string{"thick"}, func(l *stroke) { l.width = 0.4 }), rules([]string{"thin"}, func(l *stroke) { l.width = 1.2 })), want: norm.Fails, place: "thick"},
		{name: "single", clause: "10.1 首双线", make: letter, alter: removed("thin"), want: norm.Fails, says: "不是双线"},
		{name: "156 mm", clause: "10.1 首双线", make: letter, alter: rules([]string{"thick"}, func(l *stroke) { l.x0, l.x1 = 28, 184 }), want: norm.Fails, value: "线长", number: 156, unit: "mm", place: "thick"},
		{name: "holds", clause: "10.1 末双线", make: letter, want: norm.Holds, value: "线长", number: 170, unit: "mm", place: "thick2"},
		{name: "10 mm up", clause: "10.1 末双线", make: letter, alter: rules(foot, func(l *stroke) { l.y0 -= 10; l.y1 -= 10 }), want: norm.Fails, value: "上缘", number: 266, unit: "mm", place: "thick2"},

		{name: "holds", clause: "10.1 份号等", make: letter, want: norm.Holds, place: "serial"},
		{name: "3 mm down", clause: "10.1 份号等", make: letter, alter: all(shift("serial", 0, 3), shift("secrecy", 0, 3)), want: norm.Fails, place: "serial"},
		{name: "indented", clause: "10.1 份号等", make: letter, alter: shift("secrecy", zi, 0), want: norm.Fails, place: "secrecy"},
		{name: "none", clause: "10.1 份号等", make: letter, alter: removed("serial", "secrecy"), want: norm.Absent},
		{name: "holds", clause: "10.1 发文字号", make: letter, want: norm.Holds, value: "右空", number: 0, unit: "字", place: "number"},
		{name: "centred", clause: "10.1 发文字号", make: letter, alter: on("number", func(x *text) { x.centre(106) }), want: norm.Fails, place: "number"},
		{name: "none", clause: "10.1 发文字号", make: letter, alter: removed("number"), want: norm.Absent},
		{name: "holds", clause: "10.1 标题", make: letter, want: norm.Holds, value: "中线偏", number: 0, unit: "mm", place: "title"},
		{name: "right under the number", clause: "10.1 标题", make: letter, alter: shift("title", 0, -10), want: norm.Fails, place: "title"},
		{name: "holds", clause: "10.1 末线上文字", make: letter, want: norm.Holds, place: "body"},
		{name: "text on it", clause: "10.1 末线上文字", make: letter, alter: rules(foot, func(l *stroke) { l.y0 -= 11; l.y1 -= 11 }), want: norm.Fails, place: "body"},
		{name: "holds", clause: "10.1 首页页码", make: letter, want: norm.Holds},
		{name: "number", clause: "10.1 首页页码", make: letter, alter: func(s *sheet) { s.folio(1) }, want: norm.Fails, place: "folio"},
		{name: "holds", clause: "10.1 版记", make: letter, want: norm.Holds, value: "末行基线距版心下边缘", number: 2, unit: "mm", place: "cc"},
		{name: "rules", clause: "10.1 版记", make: letter, alter: func(s *sheet) {
			s.rule("r1", 2, 28, 254, 184, 254, 0.35, printout.Black)
			s.rule("r2", 2, 28, 262, 184, 262, 0.35, printout.Black)
		}, want: norm.Fails, place: "r1"},
		{name: "none", clause: "10.1 版记", make: letter, alter: removed("cc"), want: norm.Absent},
	}
	for _, c := range norm.Clauses() {
		if c.ID == "10.1" {
			list = append(list, trial{name: "no letter", clause: c.Name(), make: official, want: norm.Absent})
		}
	}
	try(t, list)
}

func TestOrderClauses(t *testing.T) {
	list := []trial{
		{name: "holds", clause: "10.2 标志", make: order, want: norm.Holds, value: "上边缘", number: 57, unit: "mm", place: "mark"},
		{name: "命令", clause: "10.2 标志", make: order, alter: on("mark", func(x *text) {
			x.s, x.size, x.cell = "甲市乙县人民政府命令", 34, 34*pt
			x.centre(106)
			x.y = 57 + markUp*34*pt
		}), want: norm.Holds},
		{name: "15 mm down", clause: "10.2 标志", make: order, alter: shift("mark", 0, 15), want: norm.Fails, value: "上边缘", number: 72, unit: "mm", place: "mark"},
		{name: "to the left", clause: "10.2 标志", make: order, alter: shift("mark", -3, 0), want: norm.Fails, value: "中线偏", number: -3, unit: "mm", place: "mark"},
		{name: "holds", clause: "10.2 标志字体", make: order, want: norm.Holds, place: "mark"},
		{name: "黑体", clause: "10.2 标志字体", make: order, alter: inFace("mark", hei), want: norm.Fails, place: "mark"},
		{name: "face without a name", clause: "10.2 标志字体", make: order, alter: inFace("mark", unnamed), want: norm.Unproven, place: "mark"},
		{name: "holds", clause: "10.2 令号", make: order, want: norm.Holds, value: "标志下空", number: 24, unit: "mm", place: "number"},
		{name: "flush left", clause: "10.2 令号", make: order, alter: on("number", func(x *text) { x.x = 28 }), want: norm.Fails, place: "number"},
		{name: "one line under the mark", clause: "10.2 令号", make: order, alter: shift("number", 0, -12), want: norm.Fails, value: "标志下空", number: 12, unit: "mm", place: "number"},
		{name: "none", clause: "10.2 令号", make: order, alter: removed("number"), want: norm.Fails, place: "mark"},
		{name: "in Chinese numerals", clause: "10.2 令号", make: order, alter: on("number", func(x *text) { x.s = "第十二号"; x.centre(106) }), want: norm.Holds, place: "number"},
		{name: "holds", clause: "10.2 正文", make: order, want: norm.Holds, value: "令号下空", number: 24, unit: "mm", place: "body"},
		{name: "one line under the number", clause: "10.2 正文", make: order, alter: shift("body", 0, -12), want: norm.Fails, value: "令号下空", number: 12, unit: "mm", place: "body"},
		{name: "no number", clause: "10.2 正文", make: order, alter: removed("number"), want: norm.Absent},
		{name: "holds", clause: "10.2 签发", make: order, want: norm.Holds, place: "stamp"},
		{name: "no picture", clause: "10.2 签发", make: order, alter: unstamped, want: norm.Unproven, place: "post"},
		{name: "no date", clause: "10.2 签发", make: order, alter: removed("date"), want: norm.Fails},
		{name: "is stamped", clause: "7.3.5.3 签名章", make: order, want: norm.Holds, place: "stamp"},
		{name: "is not sealed", clause: "7.3.5.1 日期", make: order, want: norm.Absent},
		{name: "has no ordinary head", clause: "7.2.4 上边缘", make: order, want: norm.Absent},
		{name: "needs no red line", clause: "7.2.7 宽度", make: order, want: norm.Absent},
		{name: "has its own number", clause: "7.2.5 写法", make: order, want: norm.Absent},
	}
	for _, c := range norm.Clauses() {
		if c.ID == "10.2" {
			list = append(list, trial{name: "no order", clause: c.Name(), make: official, want: norm.Absent})
		}
	}
	try(t, list)
}

func TestMinutesClauses(t *testing.T) {
	list := []trial{
		{name: "holds", clause: "10.3 标志", make: minutes, want: norm.Holds, value: "上边缘", number: 72, unit: "mm", place: "mark"},
		{name: "10 mm up", clause: "10.3 标志", make: minutes, alter: shift("mark", 0, -10), want: norm.Fails, value: "上边缘", number: 62, unit: "mm", place: "mark"},
		{name: "holds", clause: "10.3 标志字体", make: minutes, want: norm.Holds, place: "mark"},
		{name: "宋体", clause: "10.3 标志字体", make: minutes, alter: inFace("mark", song), want: norm.Fails, place: "mark"},
		{name: "face without a name", clause: "10.3 标志字体", make: minutes, alter: inFace("mark", unnamed), want: norm.Unproven, place: "mark"},
		{name: "holds", clause: "10.3 名单位置", make: minutes, want: norm.Holds, value: "左空", number: 2, unit: "字", place: "出席："},
		{name: "flush left", clause: "10.3 名单位置", make: minutes, alter: shift("请假：", -2*zi, 0), want: norm.Fails, value: "左空（最小）", number: 0, unit: "字", place: "请假："},
		{name: "under the label", clause: "10.3 名单位置", make: minutes, alter: shift("wrapped", -3*zi, 0), want: norm.Fails, place: "wrapped"},
		{name: "right under the text", clause: "10.3 名单位置", make: minutes, alter: shift("body", 0, pitch), want: norm.Fails, place: "出席：", says: "上文下1.00行"},
		{name: "none", clause: "10.3 名单位置", make: minutes, alter: removed("出席：", "请假：", "列席：", "names", "wrapped"), want: norm.Absent},
		{name: "holds", clause: "10.3 名单字体", make: minutes, want: norm.Holds, place: "列席："},
		{name: "label in 仿宋", clause: "10.3 名单字体", make: minutes, alter: inFace("列席：", fangsong), want: norm.Fails, place: "列席："},
		{name: "half-width colon", clause: "10.3 名单字体", make: minutes, alter: on("列席：", func(x *text) { x.s = strings.Replace(x.s, "：", ":", 1) }), want: norm.Fails, place: "列席："},
		{name: "names in 楷体", clause: "10.3 名单字体", make: minutes, alter: inFace("names", kai), want: norm.Fails, place: "names"},
		{name: "face without a name", clause: "10.3 名单字体", make: minutes, alter: inFace("names", unnamed), want: norm.Unproven, place: "names"},
		{name: "are no paragraphs", clause: "7.3.3 缩进", make: minutes, want: norm.Holds},
		{name: "has no ordinary head", clause: "7.2.4 上边缘", make: minutes, want: norm.Absent},
	}
	for _, c := range norm.Clauses() {
		if c.ID == "10.3" {
			list = append(list, trial{name: "no minutes", clause: c.Name(), make: official, want: norm.Absent})
		}
	}
	try(t, list)
}
