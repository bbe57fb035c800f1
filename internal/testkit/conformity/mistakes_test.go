package conformity_test

import (
	"slices"
	"strings"
	"testing"

	"hongtou/internal/norm"
	"hongtou/internal/testkit/conformity"
)

// mistake is something that people, or programs, get wrong, and the clauses
// that must not hold then: these and no others.
type mistake struct {
	name  string
	make  func() *sheet
	alter func(*sheet)
	want  []string
}

// failed names the clauses that do not hold in a sheet.
func failed(t *testing.T, s *sheet) (names, measured []string) {
	t.Helper()
	d := conformity.Read(t, s.pdf(t))
	for _, c := range norm.Clauses() {
		if r := c.Measure(d); r.Verdict == norm.Fails {
			names = append(names, c.Name())
			measured = append(measured, c.Name()+"："+r.Measured)
		}
	}
	return names, measured
}

func expect(t *testing.T, list []mistake) {
	for _, m := range list {
		t.Run(m.name, func(t *testing.T) {
			t.Parallel()
			s := m.make()
			if m.alter != nil {
				m.alter(s)
			}
			got, measured := failed(t, s)
			want := slices.Clone(m.want)
			slices.Sort(want)
			slices.Sort(got)
			if !slices.Equal(got, want) {
				t.Errorf("不合 %q, want %q\n%s", got, want, strings.Join(measured, "\n"))
			}
		})
	}
}

func TestCorrectPagesPass(t *testing.T) {
	expect(t, []mistake{
		{"official", official, nil, nil},
		{"sealed", sealed, nil, nil},
		{"seal left to be pressed", sealed, func(s *sheet) { s.pictures = nil }, nil},
		{"two seals", together, nil, nil},
		{"signature stamp", stamped, nil, nil},
		{"to a superior", upward, nil, nil},
		{"letter", letter, nil, nil},
		{"lying table", lying, nil, nil},
		{"recipients in the imprint", moved, nil, nil},
		{"order", order, nil, nil},
		{"minutes", minutes, nil, nil},
	})
}

// every mistake that is made on purpose here.
func every() []mistake {
	return slices.Concat(misstatements(), mistakesOfElements(), mistakesOfEnds(), mistakesOfSpecialForms())
}

func TestMistakesAreFound(t *testing.T) { expect(t, every()) }

// TestEveryClauseCanFail: for each clause that is measured there is a mistake
// that breaks it.
func TestEveryClauseCanFail(t *testing.T) {
	can := map[string]bool{}
	for _, m := range every() {
		for _, name := range m.want {
			can[name] = true
		}
	}
	for _, c := range norm.Clauses() {
		if !can[c.Name()] {
			t.Errorf("nothing breaks %s", c.Name())
		}
		delete(can, c.Name())
	}
	for name := range can {
		t.Errorf("%s is no clause", name)
	}
}

// on changes all texts of a name.
func on(name string, do func(*text)) func(*sheet) {
	return func(s *sheet) { s.named(name, do) }
}

func shift(name string, x, y float64) func(*sheet) {
	return on(name, func(t *text) { t.x += x; t.y += y })
}

func says(name, words string) func(*sheet) { return on(name, func(t *text) { t.s = words }) }

func inFace(name, face string) func(*sheet) { return on(name, func(t *text) { t.face = face }) }

func all(changes ...func(*sheet)) func(*sheet) {
	return func(s *sheet) {
		for _, c := range changes {
			c(s)
		}
	}
}

// TestMisstatements are what the web and other programs believe of the standard
// (gbt9704 §11), and the errors found in their documents.
func misstatements() []mistake {
	return []mistake{
		{"21 lines on a page", official, squeeze(22.0 / 21), []string{"5.2.3 每页22行", "5.2.3 行距"}},
		{"28 points from line to line", official, squeeze(28 * pt / pitch), []string{"5.2.3 行距"}},
		{"27 characters on a line", official, on("body", func(t *text) {
			if r := []rune(t.s); len(r) == 28 {
				t.s, t.cell = string(r[:27]), 156.0/27
			}
		}), []string{"5.2.3 每行28字"}},
		{"28 mm under the text", official, all(on("body", func(t *text) {
			if t.page == 2 {
				t.y += 7
			}
		}), shift("folio", 0, 7)), []string{"5.2.1 版心高", "5.2.1 天头", "7.5 距版心"}},
		{"mark 25 mm under the type area's top", official, all(shift("mark", 0, -10), shift("word", 0, -10),
			removed("serial"), removed("secrecy"), removed("urgency")), []string{"7.2.4 上边缘", "7.2.5 位置"}},
		{"mark 80 mm down for a superior", upward, all(shift("mark", 0, 45), shift("word", 0, 45), shift("number", 0, 45),
			shift("label", 0, 45), shift("signer", 0, 45), shift("third", 0, 45),
			func(s *sheet) { s.line("redline", func(l *stroke) { l.y0 += 45; l.y1 += 45 }) },
			shift("title", 0, 45), on("recipients", func(t *text) { t.y = baseline(20) }), first(20)), []string{"7.2.4 上边缘"}},
		{"date in Chinese numerals", official, all(says("date", "二〇二六年三月五日"), func(s *sheet) {
			s.named("date", func(t *text) { t.right(184 - 2*zi) })
			s.named("organ", func(t *text) { t.x = 184 - 2*zi - 9*zi - 2*zi }) // the date is longer than the name
		}), []string{"7.3.5.4 日期写法"}},
		{"date with leading zeros", official, says("date", "2026年03月05日"), []string{"7.3.5.4 日期写法"}},
		{"bold second level, a heavy face", official, inFace("level2", "KaiTi-Bold"), []string{"7.3.3 不加粗"}},
		{"bold second level, outlined", official, on("level2", func(t *text) { t.outlined = true }), []string{"7.3.3 不加粗"}},
		{"third level in 黑体", official, inFace("level3", hei), []string{"7.3.3 三级"}},
		{"second level in 黑体", official, inFace("level2", hei), []string{"7.3.3 二级"}},
		{"first level in 仿宋", official, inFace("level1", fangsong), []string{"7.3.3 一级"}},
		{"fourth level in 楷体", official, inFace("level4", kai), []string{"7.3.3 四级"}},
		{"“1、” for “1.”", official, says("level3", "1、落实责任。"), []string{"7.3.3 序数写法"}},
		{"“（一）、” for “（一）”", official, says("level2", "（一）、坚持原。"), []string{"7.3.3 序数写法"}},
		{"“一是” as a heading in 黑体", official, inFace("yishi", hei), []string{"7.3.3 一是"}},
		{"imprint in 3号", official, func(s *sheet) {
			for _, n := range []string{"printer", "printdate"} {
				s.named(n, func(t *text) { t.size, t.cell = 16, zi })
			}
			s.named("printer", func(t *text) { t.x = 28 + zi })
			s.named("printdate", func(t *text) { t.right(184 - zi) })
		}, []string{"7.4.3 字号字体"}},
		{"抄送 in 3号", official, func(s *sheet) {
			s.named("cc", func(t *text) {
				t.size, t.cell, t.x, t.s = 16, zi, 28+zi, "抄送：甲市丙局，甲市丁局，甲市"
			})
			s.named("cc2", func(t *text) { t.size, t.cell, t.x = 16, zi, 28+4*zi })
		}, []string{"7.4.2 字号字体"}},
		{"page number with hyphens", official, on("folio", func(t *text) { t.s = strings.ReplaceAll(t.s, "—", "-") }),
			[]string{"7.5 一字线", "7.5 单右双左"}},
		{"page number centred", official, on("folio", func(t *text) { t.centre(106) }), []string{"7.5 单右双左"}},
		{"page number outside on the wrong side", official, on("folio", func(t *text) {
			if t.page%2 == 0 {
				t.right(184 - t.cell)
			} else {
				t.x = 28 + t.cell
			}
		}), []string{"7.5 单右双左"}},
		{"page number in 小四", official, on("folio", func(t *text) { t.size = 12 }), []string{"7.5 字号字体"}},
		{"page number in 仿宋", official, inFace("folio", fangsong), []string{"7.5 字号字体"}},
		{"page number 15 mm under the text", official, shift("folio", 0, 8), []string{"7.5 距版心"}},
		{"red line 2 mm under the number", official, func(s *sheet) {
			s.line("redline", func(l *stroke) { l.y0 -= 2; l.y1 -= 2 })
		}, []string{"7.2.7 距字号"}},
		{"red line as wide as a letter's", official, func(s *sheet) {
			s.line("redline", func(l *stroke) { l.x0, l.x1 = 20, 190 })
		}, []string{"7.2.7 宽度"}},
		{"text in 小三", official, on("body", func(t *text) { t.size = 15 }), []string{"5.2.2 字号"}},
		{"text in 宋体", official, inFace("body", song), []string{"5.2.2 字体"}},
		{"coloured text", official, on("yishi", func(t *text) { t.rgb = [3]uint8{0, 0, 160} }), []string{"5.2.4 颜色"}},
		{"no page number", official, removed("folio"), []string{"7.5 不编页码"}},
		{"page numbers from 2", official, on("folio", func(t *text) { t.s = strings.ReplaceAll(t.s, string(rune('0'+t.page)), string(rune('1'+t.page))) }),
			[]string{"7.5 连续"}},
	}
}

func removed(name string) func(*sheet) { return func(s *sheet) { s.remove(name) } }

// first puts what follows the recipients on the lines after theirs.
func first(recipients int) func(*sheet) {
	return func(s *sheet) {
		row := recipients + 1
		for _, t := range s.texts {
			if t.name == "body" && t.page == 1 {
				t.y = baseline(row)
				if row > 22 {
					t.page = 0 // on no page
				}
				row++
			}
		}
	}
}

// squeeze changes the pitch of whole pages of text; lines that then go beyond
// the type area are left out.
func squeeze(factor float64) func(*sheet) {
	return on("body", func(t *text) {
		if t.page == 2 {
			t.y = baseline(1) + (t.y-baseline(1))*factor
			if t.y > 262 {
				t.page = 0
			}
		}
	})
}
