package conformity_test

import (
	"strings"

	"hongtou/internal/norm"
)

// mistakesOfElements are slips in every element of an official document.
func mistakesOfElements() []mistake {
	return []mistake{
		{"letter paper", official, func(s *sheet) { s.us = true }, []string{"5.1 幅面"}},
		// A whole page that stands apart is at the wrong place and apart from the
		// others; beyond 2 mm its two sides are out of register as well.
		{"even pages shifted", official, evenPages(-1.5), []string{"5.2.1 订口", "6.1 版心偏差"}},
		{"sides out of register", official, evenPages(2.4), []string{"5.2.1 订口", "6.1 版心偏差", "6.2 两面套正"}},
		{"lines too long", official, on("body", func(t *text) { t.cell = 157.0 / 28 }), []string{"5.2.1 版心宽"}},
		{"one line too long", official, on("level3", func(t *text) { t.s = han(29) }), []string{"7.1 版心之外"}},
		{"text that cannot be searched", bare, func(s *sheet) { s.mute = true }, []string{norm.Own + " 字体嵌入"}},
		{"number wanders", official, on("folio", func(t *text) { t.y += float64(t.page) }), []string{"6.3 页码位置", "7.5 距版心"}},
		{"red line under the title", official, func(s *sheet) {
			s.line("redline", func(l *stroke) { l.y0, l.y1 = 173.5, 173.5 })
		}, []string{"7.1 次序", "7.2.7 距字号", "7.3.1 位置"}},
		{"something over the text", official, func(s *sheet) {
			s.add(text{name: "header", page: 2, s: "内部资料", size: 10, x: 28, y: 25})
		}, []string{"7.1 版心之外"}},
		{"serial number of four figures", official, says("serial", "0012"), []string{"7.2.1 份号"}},
		{"serial number to the right", official, shift("serial", 120, 0), []string{"7.2.1 份号"}},
		{"secrecy in 仿宋", official, inFace("secrecy", fangsong), []string{"7.2.2 密级"}},
		{"secrecy without star", official, says("secrecy", "机密1年"), []string{"7.2.2 密级"}},
		{"urgency over secrecy", official, all(on("secrecy", func(t *text) { t.y = baseline(3) }), on("urgency", func(t *text) { t.y = baseline(2) })),
			[]string{"7.2.2 密级", "7.2.3 紧急程度"}},
		{"mark off the centre", official, all(shift("mark", 3, 0), shift("word", 3, 0)), []string{"7.2.4 居中"}},
		{"mark in 黑体", official, all(inFace("mark", hei), inFace("word", hei)), []string{"7.2.4 字体颜色"}},
		{"文件 beside the first name", official, shift("word", 0, -7.4), []string{"7.2.4 文件位置"}},
		{"names of different width", official, func(s *sheet) {
			s.named("mark", func(t *text) {
				if strings.HasPrefix(t.s, "中共") {
					t.s = "中共甲市委"
				}
			})
		}, []string{"7.2.4 等宽"}},
		{"number with leading zero", official, renumbered("甲政发〔2026〕07号"), []string{"7.2.5 写法"}},
		{"number in round brackets", official, says("number", "甲政发（2026）7号"), []string{"7.2.5 写法"}},
		{"number with 第", official, renumbered("甲政发〔2026〕第7号"), []string{"7.2.5 写法"}},
		{"number one line under the mark", official, all(shift("number", 0, -10), func(s *sheet) {
			s.line("redline", func(l *stroke) { l.y0 -= 10; l.y1 -= 10 })
		}, shift("title", 0, -10), shift("recipients", 0, -10)), []string{"7.2.5 位置"}},
		{"number in 黑体", official, inFace("number", hei), []string{"7.2.5 字号字体"}},
		{"signers in 仿宋", upward, all(inFace("signer", fangsong), inFace("third", fangsong)), []string{"7.2.6 字体"}},
		{"signers flush right", upward, all(shift("signer", zi, 0), shift("third", zi, 0), shift("label", zi, 0)), []string{"7.2.6 位置"}},
		{"title in 黑体", official, inFace("title", hei), []string{"7.3.1 字号字体"}},
		{"title three lines under the line", official, all(shift("title", 0, 10), shift("recipients", 0, 0), func(s *sheet) {
			s.named("recipients", func(t *text) { t.y = baseline(16) })
			s.remove("body1")
			s.body(1, 17, 6, true, false)
		}), []string{"7.3.1 位置"}},
		{"title flush left", official, on("title", func(t *text) { t.x = 40 }), []string{"7.3.1 居中"}},
		{"title like an hourglass", official, hourglass, []string{"7.3.1 形状"}},
		{"title ends a line with an opening mark", official, func(s *sheet) {
			s.named("title", func(t *text) {
				if strings.HasSuffix(t.s, "印发") {
					t.s = "甲市乙县人民政府印发《"
					t.centre(106)
				}
			})
		}, []string{"7.3.1 回行"}},
		{"recipients indented", official, shift("recipients", 2*zi, 0), []string{"7.3.2 位置"}},
		{"recipients with a half-width colon", official, says("recipients", "各乡镇人民政府:"), []string{"7.3.2 冒号"}},
		{"no text on the first page", official, all(removed("body1"), func(s *sheet) {
			for _, t := range s.texts {
				if t.name == "body" {
					t.s, t.x = han(26), 28+2*zi
					return
				}
			}
		}), []string{"7.3.3 首页正文"}},
		{"indent of three characters", official, on("level3", func(t *text) { t.x += zi }), []string{"7.3.3 缩进"}},
		{"half-width comma", official, says("yishi", "一是加强领导,严格督查。"), []string{"9 标点"}},
		{"number apart from its unit", official, func(s *sheet) {
			n := 0
			s.named("body", func(t *text) {
				if n++; n == 3 {
					t.s = han(26) + "2026"
				} else if n == 4 {
					t.s = "年" + han(27)
				}
			})
		}, []string{"9 数字单位"}},
		{"number torn apart", official, func(s *sheet) {
			n := 0
			s.named("body", func(t *text) {
				if n++; n == 3 {
					t.s = han(26) + "2026"
				} else if n == 4 {
					t.s = "5" + han(27)
				}
			})
		}, []string{"9 数字"}},
		{"attachment note right under the text", official, all(shift("note", 0, -pitch), shift("note2", 0, -pitch), shift("hanging", 0, -pitch),
			shift("organ", 0, -pitch), shift("date", 0, -pitch), shift("closing", 0, -pitch)), []string{"7.3.4 位置"}},
		{"attachment name with a full stop", official, says("note", "附件：1.乙县整改工作任务清单。"), []string{"7.3.4 写法", "7.3.7 一致"}},
		{"attachment name flush under its number", official, shift("hanging", -zi, 0), []string{"7.3.4 回行"}},
		{"date before the second organ", official, shift("date", -4*zi, 0), []string{"7.3.5.2 日期"}},
		{"signature flush right", official, all(shift("organ", 2*zi, 0), shift("date", 2*zi, 0)), []string{"7.3.5.2 署名"}},
		{"note without indent", official, shift("closing", -2*zi, 0), []string{"7.3.6 附注"}},
		{"附件 in 仿宋", official, inFace("attachment", fangsong), []string{"7.3.7 标识"}},
		{"附件1：with a colon", official, on("attachment", func(t *text) { t.s += "：" }), []string{"7.3.7 标识", "7.3.7 一致"}},
		{"attachment's title on line 2", official, shift("attachmenttitle", 0, -pitch), []string{"7.3.7 标题"}},
		{"attachment's title differs", official, on("attachmenttitle", func(t *text) { t.s = strings.Replace(t.s, "清单", "清册", 1) }), []string{"7.3.7 一致"}},
	}
}

// bare is a title on a page with a number that no one can read when it is mute.
func bare() *sheet {
	s := &sheet{landscape: []bool{false}}
	s.title(60, "甲市")
	s.folio(1)
	s.named("folio", func(t *text) { t.face = "HongtouSongOther" })
	return s
}

// evenPages moves all that stands on even pages to the right.
func evenPages(by float64) func(*sheet) {
	return func(s *sheet) {
		for _, t := range s.texts {
			if t.page%2 == 0 {
				t.x += by
			}
		}
		for _, l := range s.lines {
			if l.page%2 == 0 {
				l.x0, l.x1 = l.x0+by, l.x1+by
			}
		}
	}
}

func renumbered(words string) func(*sheet) {
	return on("number", func(t *text) {
		t.s = words
		t.centre(106)
	})
}

func hourglass(s *sheet) {
	s.remove("title")
	s.title(158.5, "甲市乙县人民政府关于印发", "整改", "工作方案和任务清单的通知")
	s.named("recipients", func(t *text) { t.y = baseline(17) })
	s.remove("body1")
	s.body(1, 18, 5, true, false)
}

// mistakesOfEnds are slips in seals, imprints, lying tables and letters.
func mistakesOfEnds() []mistake {
	return []mistake{
		{"sealed date at two characters", sealed, all(shift("date", 2*zi, 0), shift("organ", 2*zi, 0), func(s *sheet) { s.pictures[0].x += 2 * zi }),
			[]string{"7.3.5.1 日期"}},
		{"name not over the date", sealed, shift("organ", -6, 0), []string{"7.3.5.1 署名"}},
		{"seal beside the date", sealed, func(s *sheet) { s.pictures[0].x -= 8 }, []string{"7.3.5.1 印章"}},
		{"seal far under the text", sealed, func(s *sheet) {
			for _, n := range []string{"date", "organ"} {
				s.named(n, func(t *text) { t.y += 2 * pitch })
			}
			s.pictures[0].y += 2 * pitch
		}, []string{"7.3.5.1 印章"}},
		{"seals touch", together, func(s *sheet) {
			s.pictures[0].x = s.pictures[1].x - 30
			s.named("other", func(t *text) { t.x = s.pictures[0].x })
		}, []string{"7.3.5.1 联合用印"}},
		{"stamp flush right", stamped, all(func(s *sheet) { s.pictures[0].x += 4 * zi }, shift("post", 4*zi, 0)), []string{"7.3.5.3 签名章"}},
		{"post far from the stamp", stamped, shift("post", -3*zi, 0), []string{"7.3.5.3 签名章"}},
		{"date under the stamp at two", stamped, shift("date", 2*zi, 0), []string{"7.3.5.3 日期"}},
		{"signature on a page of its own", sealed, func(s *sheet) {
			s.landscape = append(s.landscape, false)
			for _, n := range []string{"date", "organ"} {
				s.named(n, func(t *text) { t.page = 3 })
			}
			s.pictures[0].page = 3
			s.folio(3)
		}, []string{"7.3.5.1 印章", "7.3.5.5 署名页"}},
		{"此页无正文", sealed, func(s *sheet) {
			s.add(text{page: 2, s: "（此页无正文）", x: 28 + 2*zi, y: baseline(4)})
		}, []string{"7.3.5.5 署名页"}},
		{"imprint lines of 170 mm", official, func(s *sheet) {
			s.line("middle", func(l *stroke) { l.x0, l.x1 = 20, 190 })
		}, []string{"7.4.1 宽度"}},
		{"imprint lines of one weight", official, func(s *sheet) { s.line("middle", func(l *stroke) { l.width = 0.35 }) }, []string{"7.4.1 粗细", "7.4.1 首末粗线"}},
		{"imprint over the foot", official, func(s *sheet) {
			for _, n := range []string{"cc", "cc2", "printer", "printdate"} {
				s.named(n, func(t *text) { t.y -= 6 })
			}
			for _, n := range []string{"first", "middle", "last"} {
				s.line(n, func(l *stroke) { l.y0 -= 6; l.y1 -= 6 })
			}
		}, []string{"7.4.1 末线"}},
		{"抄送 flush left", official, shift("cc", -14*pt, 0), []string{"7.4.2 位置"}},
		{"抄送 without full stop", official, says("cc2", "市辛局"), []string{"7.4.2 位置"}},
		{"line between 主送 and 抄送", moved, func(s *sheet) {
			s.lines = append(s.lines, &stroke{page: 4, x0: 28, y0: 234, x1: 184, y1: 234, width: 0.25})
		}, []string{"7.4.2 主送移入"}},
		{"印发 flush", official, shift("printer", -14*pt, 0), []string{"7.4.3 位置"}},
		{"印发 with a leading zero", official, all(says("printdate", "2026年03月6日印发"), on("printdate", func(t *text) { t.right(184 - 14*pt) })), []string{"7.4.3 写法"}},
		{"imprint on an odd page", moved, func(s *sheet) {
			s.landscape = make([]bool, 3)
			s.line("first", func(l *stroke) { l.page = 3 })
			s.line("middle", func(l *stroke) { l.page = 3 })
			s.line("last", func(l *stroke) { l.page = 3 })
			for _, t := range s.texts {
				t.page = min(t.page, 3)
			}
		}, []string{"7.4 末面双页"}},
		{"blank page with a number", moved, func(s *sheet) { s.folio(3) }, []string{"7.5 不编页码"}},
		{"number not turned on a lying page", lying, on("folio", func(t *text) { t.turned, t.x, t.y = false, 240, 200 }),
			[]string{"8 页码位置"}},
		{"number on the wrong end of a lying page", lying, on("folio", func(t *text) {
			if t.page == 1 {
				t.y = 28 + 14*pt
			} else {
				t.y = 184 - 14*pt - t.width()
			}
		}), []string{"8 页码位置"}},
		{"lying page bound at the foot", lying, on("folio", func(t *text) { t.upwards = true }), []string{"8 方向", "7.5 不编页码"}},
		{"table beyond the lying area", lying, func(s *sheet) {
			s.line("row", func(l *stroke) { l.x0, l.x1 = 20, 280 })
		}, []string{"8 版心"}},
		{"letter's mark 35 mm down", letter, all(shift("mark", 0, 5), letterHead(5)), []string{"10.1 标志"}},
		{"letter's mark with 文件", letter, on("mark", func(t *text) {
			t.s, t.size, t.cell = "甲市乙县人民政府文件", 36, 12.7
			t.centre(105)
		}), []string{"10.1 标志"}},
		{"letter's mark in 黑体", letter, inFace("mark", hei), []string{"10.1 标志字体"}},
		{"outer rules of 1 mm", official, func(s *sheet) {
			for _, n := range []string{"first", "last"} {
				s.line(n, func(l *stroke) { l.width = 1 })
			}
		}, []string{"7.4.1 粗细"}},
		{"letter's lines thin over thick", letter, func(s *sheet) {
			s.line("thick", func(l *stroke) { l.width = 0.4; l.y0 -= 0.4; l.y1 -= 0.4 })
			s.line("thin", func(l *stroke) { l.width = 1.2; l.y0 -= 0.4; l.y1 -= 0.4 })
		}, []string{"10.1 首双线"}},
		{"letter's last lines as wide as the text", letter, func(s *sheet) {
			for _, n := range []string{"thin2", "thick2"} {
				s.line(n, func(l *stroke) { l.x0, l.x1 = 28, 184 })
			}
		}, []string{"10.1 末双线"}},
		{"letter's serial number a line down", letter, all(shift("serial", 0, 3), shift("secrecy", 0, 3)), []string{"10.1 份号等"}},
		{"letter's number centred", letter, on("number", func(t *text) { t.centre(106) }), []string{"10.1 发文字号"}},
		{"letter's title right under the number", letter, shift("title", 0, -10), []string{"10.1 标题", "7.3.2 位置"}},
		{"letter's text on its last line", letter, func(s *sheet) {
			for _, n := range []string{"thin2", "thick2"} {
				s.line(n, func(l *stroke) { l.y0 -= 11; l.y1 -= 11 })
			}
		}, []string{"10.1 末双线", "10.1 末线上文字"}},
		{"letter with a number on page 1", letter, func(s *sheet) { s.folio(1) }, []string{"10.1 首页页码"}},
		{"letter's imprint with rules", letter, func(s *sheet) {
			for _, y := range []float64{254.0, 262} {
				s.lines = append(s.lines, &stroke{page: 2, x0: 28, y0: y, x1: 184, y1: y, width: 0.35})
			}
		}, []string{"10.1 版记"}},
	}
}

// letterHead moves a letter's first double line and what stands under it.
func letterHead(by float64) func(*sheet) {
	return func(s *sheet) {
		for _, n := range []string{"thick", "thin"} {
			s.line(n, func(l *stroke) { l.y0 += by; l.y1 += by })
		}
		for _, n := range []string{"serial", "secrecy", "number", "title"} {
			shift(n, 0, by)(s)
		}
	}
}
