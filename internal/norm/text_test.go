package norm_test

import (
	"fmt"
	"testing"

	"hongtou/internal/norm"
)

// plain is a sheet without a red head: a title and a page of text.
func plain() *sheet {
	s := &sheet{sizes: pages(1)}
	s.title(50, "工作简报")
	s.body(1, 4, 6, true, true)
	s.folio(1)
	return s
}

const unnamed = "CIDFont+F3"

func TestTextClauses(t *testing.T) {
	try(t, []trial{
		{name: "holds", clause: "7.3.3 首页正文", make: official, want: norm.Holds, value: "首页正文", number: 7, unit: "行", place: "body1"},
		{name: "no text", clause: "7.3.3 首页正文", make: short, alter: func(s *sheet) {
			for _, x := range s.texts {
				if x.name == "body" && x.page == 1 {
					x.page = 0
				}
			}
		}, want: norm.Fails, value: "首页正文", number: 0, unit: "行"},
		{name: "no red head", clause: "7.3.3 首页正文", make: plain, want: norm.Absent},

		{name: "holds", clause: "7.3.3 缩进", make: official, want: norm.Holds, value: "段首左空", number: 2, unit: "字", place: "level1"},
		{name: "three characters", clause: "7.3.3 缩进", make: official, alter: shift("level3", zi, 0), want: norm.Fails, value: "段首左空（最大）", number: 3, unit: "字", place: "level3", says: "3.00字"},
		{name: "whole page further right", clause: "7.3.3 缩进", make: plain, alter: shift("body", 3.8, 0), want: norm.Holds, value: "段首左空", number: 2, unit: "字"},
		{name: "no text", clause: "7.3.3 缩进", make: lying, want: norm.Absent},

		{name: "holds", clause: "7.3.3 一级", make: official, want: norm.Holds, value: "标题", number: 1, place: "level1"},
		{name: "仿宋", clause: "7.3.3 一级", make: official, alter: inFace("level1", fangsong), want: norm.Fails, place: "level1", says: fangsong},
		{name: "face without a name", clause: "7.3.3 一级", make: official, alter: inFace("level1", unnamed), want: norm.Unproven, place: "level1", says: unnamed},
		{name: "none", clause: "7.3.3 一级", make: sealed, want: norm.Absent},
		{name: "仿宋", clause: "7.3.3 二级", make: official, alter: inFace("level2", fangsong), want: norm.Fails, place: "level2"},
		{name: "holds", clause: "7.3.3 二级", make: official, want: norm.Holds, place: "level2"},
		{name: "after a colon", clause: "7.3.3 二级", make: official, alter: all(says("level1", "有关安排如下："), inFace("level2", fangsong)), want: norm.Absent},
		{name: "黑体", clause: "7.3.3 三级", make: official, alter: inFace("level3", hei), want: norm.Fails, place: "level3"},
		{name: "楷体", clause: "7.3.3 四级", make: official, alter: inFace("level4", kai), want: norm.Fails, place: "level4"},

		{name: "holds", clause: "7.3.3 序数写法", make: official, want: norm.Holds, value: "序数", number: 4},
		{name: "1、", clause: "7.3.3 序数写法", make: official, alter: says("level3", "1、落实责任。"), want: norm.Fails, place: "level3"},
		{name: "none", clause: "7.3.3 序数写法", make: sealed, want: norm.Absent},

		{name: "holds", clause: "7.3.3 不加粗", make: official, want: norm.Holds, value: "描边加粗", number: 0},
		{name: "heavy face", clause: "7.3.3 不加粗", make: official, alter: inFace("level2", "KaiTi-Bold"), want: norm.Fails, place: "level2"},
		{name: "outlined", clause: "7.3.3 不加粗", make: official, alter: func(s *sheet) { s.outlined = []int{3} }, want: norm.Fails, value: "描边加粗", number: 1, says: fmt.Sprintf("正文%d行", paragraphLines(official()))},

		{name: "holds", clause: "7.3.3 一是", make: official, want: norm.Holds, value: "“一是”等", number: 2, place: ""},
		{name: "黑体", clause: "7.3.3 一是", make: official, alter: inFace("yishi", hei), want: norm.Fails},
		{name: "face without a name", clause: "7.3.3 一是", make: official, alter: inFace("yishi", unnamed), want: norm.Unproven},
		{name: "none", clause: "7.3.3 一是", make: sealed, want: norm.Absent},

		{name: "holds", clause: "5.2.2 字号", make: official, want: norm.Holds, value: "正文字号", number: 16, unit: "pt"},
		{name: "小三", clause: "5.2.2 字号", make: official, alter: on("level4", func(x *text) { x.size = 15 }), want: norm.Fails, place: "level4"},
		{name: "lowered figure", clause: "5.2.2 字号", make: official, alter: func(s *sheet) {
			s.add(text{name: "sub", page: 3, s: "2", size: 10, x: 28 + 2*zi + 7*zi, y: baseline(6) + 0.8})
		}, want: norm.Holds},
		{name: "宋体", clause: "5.2.2 字体", make: official, alter: inFace("yishi", song), want: norm.Fails, place: "yishi"},
		{name: "face without a name", clause: "5.2.2 字体", make: official, alter: inFace("yishi", unnamed), want: norm.Unproven, place: "yishi"},
		{name: "holds", clause: "5.2.2 字体", make: official, want: norm.Holds},
	})
}

func TestWordingClauses(t *testing.T) {
	tear := func(last, first string) func(*sheet) {
		return func(s *sheet) {
			n := 0
			s.named("body", func(x *text) {
				switch n++; n {
				case 3:
					x.s = han(26) + last
				case 4:
					x.s = first + han(27)
				}
			})
		}
	}
	try(t, []trial{
		{name: "holds", clause: "9 标点", make: official, want: norm.Holds, value: "半角或误用标点", number: 0},
		{name: "comma", clause: "9 标点", make: official, alter: says("yishi", "一是加强领导,严格督查。"), want: norm.Fails, value: "半角或误用标点", number: 1, says: "导,严"},
		{name: "year in round brackets", clause: "9 标点", make: official, alter: says("yishi", "按照甲政发（2026）7号要求。"), want: norm.Fails, says: "（2026）7号"},
		{name: "holds", clause: "9 数字", make: official, want: norm.Holds, value: "断开", number: 0},
		{name: "torn", clause: "9 数字", make: official, alter: tear("2026", "5"), want: norm.Fails, value: "断开", number: 1, says: "“6”与“5”"},
		{name: "percent sign", clause: "9 数字", make: official, alter: tear("2026", "％"), want: norm.Fails},
		{name: "apart from its unit", clause: "9 数字单位", make: official, alter: tear("2026", "年"), want: norm.Fails, value: "断开", number: 1},
		{name: "apart from its unit", clause: "9 数字", make: official, alter: tear("2026", "年"), want: norm.Holds},
	})
}

func TestNoteClauses(t *testing.T) {
	try(t, []trial{
		{name: "holds", clause: "7.3.4 位置", make: official, want: norm.Holds, value: "与正文末行距", number: 2, unit: "行", place: "note"},
		{name: "right under the text", clause: "7.3.4 位置", make: official, alter: func(s *sheet) {
			for _, n := range []string{"note", "note2", "hanging"} {
				shift(n, 0, -pitch)(s)
			}
		}, want: norm.Fails, value: "与正文末行距", number: 1, unit: "行", place: "note"},
		{name: "flush left", clause: "7.3.4 位置", make: official, alter: shift("note", -2*zi, 0), want: norm.Fails, value: "左空", number: 0, unit: "字"},
		{name: "none", clause: "7.3.4 位置", make: sealed, want: norm.Absent},
		{name: "holds", clause: "7.3.4 写法", make: official, want: norm.Holds, value: "附件", number: 2, place: "note"},
		{name: "full stop", clause: "7.3.4 写法", make: official, alter: says("note", "附件：1.乙县整改工作任务清单。"), want: norm.Fails, place: "note", says: "末有标点"},
		{name: "half-width colon", clause: "7.3.4 写法", make: official, alter: says("note", "附件:1.乙县整改工作任务清单"), want: norm.Fails, place: "note"},
		{name: "附件1：", clause: "7.3.4 写法", make: official, alter: says("note", "附件1：乙县整改工作任务清单"), want: norm.Fails, place: "note"},
		{name: "numbers with 、", clause: "7.3.4 写法", make: official, alter: says("note2", "2、乙县整改工作进度安排和"), want: norm.Fails, place: "note2", says: "第2项"},
		{name: "holds", clause: "7.3.4 回行", make: official, want: norm.Holds, value: "与名称首字偏", number: 0, unit: "mm", place: "hanging"},
		{name: "under its number", clause: "7.3.4 回行", make: official, alter: shift("hanging", -zi, 0), want: norm.Fails, value: "与名称首字偏", number: -zi, unit: "mm", place: "hanging"},
		{name: "a label without name", clause: "7.3.4 回行", make: official, alter: says("note", "附件："), want: norm.Absent},
		{name: "holds", clause: "7.3.6 附注", make: official, want: norm.Holds, value: "左空", number: 2, unit: "字", place: "closing"},
		{name: "flush left", clause: "7.3.6 附注", make: official, alter: shift("closing", -2*zi, 0), want: norm.Fails, value: "左空", number: 0, unit: "字", place: "closing"},
		{name: "none", clause: "7.3.6 附注", make: sealed, want: norm.Absent},
	})
}

func TestAttachmentClauses(t *testing.T) {
	try(t, []trial{
		{name: "holds", clause: "7.3.7 标识", make: official, want: norm.Holds, value: "左空", number: 0, unit: "字", place: "attachment"},
		{name: "仿宋", clause: "7.3.7 标识", make: official, alter: inFace("attachment", fangsong), want: norm.Fails, place: "attachment", says: fangsong},
		{name: "face without a name", clause: "7.3.7 标识", make: official, alter: inFace("attachment", unnamed), want: norm.Unproven, place: "attachment"},
		{name: "indented", clause: "7.3.7 标识", make: official, alter: shift("attachment", zi, 0), want: norm.Fails, value: "左空", number: 1, unit: "字"},
		{name: "second line", clause: "7.3.7 标识", make: official, alter: shift("attachment", 0, pitch), want: norm.Fails, value: "所在行", number: 2, unit: "行"},
		{name: "none", clause: "7.3.7 标识", make: sealed, want: norm.Absent},
		{name: "holds", clause: "7.3.7 标题", make: official, want: norm.Holds, value: "所在行", number: 3.1, unit: "行", place: "attachmenttitle"},
		{name: "second line", clause: "7.3.7 标题", make: official, alter: shift("attachmenttitle", 0, -pitch), want: norm.Fails, value: "所在行", number: 2.1, unit: "行", place: "attachmenttitle"},
		{name: "off the centre is 7.3.1's", clause: "7.3.7 标题", make: official, alter: shift("attachmenttitle", 4, 0), want: norm.Holds},
		{name: "no title", clause: "7.3.7 标题", make: official, alter: removed("attachmenttitle"), want: norm.Fails, place: "attachment", says: "无标题"},
		{name: "none", clause: "7.3.7 标题", make: sealed, want: norm.Absent},
		{name: "holds", clause: "7.3.7 一致", make: official, want: norm.Holds, value: "附件说明", number: 2},
		{name: "another name", clause: "7.3.7 一致", make: official, alter: says("attachmenttitle", "乙县整改工作任务清册"), want: norm.Fails, place: "attachmenttitle"},
		{name: "no note", clause: "7.3.7 一致", make: official, alter: removed("note", "note2", "hanging"), want: norm.Absent},
	})
}

func paragraphLines(s *sheet) int {
	n := 0
	for _, p := range s.find().Paragraphs {
		n += len(p.Lines)
	}
	return n
}
