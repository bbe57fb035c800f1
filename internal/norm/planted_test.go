package norm_test

import (
	"fmt"
	"strings"
)

// prose are Han characters without a mark that could begin a list.
const prose = "整改工作应当坚持问题导向目标导向结果导向压实责任细化措施确保按期完成并接受社会监督"

// han gives n characters of prose.
func han(n int) string {
	return string([]rune(strings.Repeat(prose, n/30+2))[:n])
}

// body writes one paragraph from a row of a page on: n lines, the first
// indented, the last one ending early if short says so.
func (s *sheet) body(page, row, n int, first, short bool) {
	for i := range n {
		x, count := 28.0, 28
		if first && i == 0 {
			x, count = 28+2*zi, 26
		}
		words := han(count)
		if short && i == n-1 {
			words = han(10) + "。"
		}
		s.add(text{name: "body", page: page, s: words, x: x, y: baseline(row + i)})
	}
}

// folio is the number of a page, its dash 7 mm under the type area.
func (s *sheet) folio(page int) {
	t := s.add(text{name: "folio", page: page, s: fmt.Sprintf("—%d—", page), face: song, size: 14, y: folioY})
	if page%2 == 1 {
		t.right(184 - t.cell)
	} else {
		t.x = 28 + t.cell
	}
}

const (
	folioY = 270.72 // the dash of the face stands 1.7 mm over the baseline
	markUp = 0.8457 // ink of the mark over its baseline, in em
)

// head writes a joint red head with number and line; title, recipients and the
// first lines of text follow.
func (s *sheet) head() {
	const size, em = 30.0, 30 * pt
	y := 72 + markUp*em
	for i, name := range []string{"甲市乙县人民政府", "中共甲市乙县委员"} {
		s.add(text{name: "mark", page: 1, s: name, face: biaosong, size: size, x: 49, y: y + float64(i)*1.4*em, colour: red})
	}
	s.add(text{name: "word", page: 1, s: "文件", face: biaosong, size: size, x: 49 + 8*em + 5, y: y + 0.7*em, colour: red})
	s.named("mark", func(t *text) { t.x = 106 - (10*em+5)/2 })
	s.named("word", func(t *text) { t.x = 106 - (10*em+5)/2 + 8*em + 5 })
	n := s.add(text{name: "number", page: 1, s: "甲政发〔2026〕7号", y: 124.5})
	n.centre(106)
	s.lines = append(s.lines, &stroke{name: "redline", page: 1, x0: 28, y0: 129.5, x1: 184, y1: 129.5, width: 0.4, colour: red})
}

func (s *sheet) title(y float64, lines ...string) {
	for i, l := range lines {
		t := s.add(text{name: "title", page: 1, s: l, face: biaosong, size: 22, y: y + float64(i)*12.6})
		t.centre(106)
	}
}

// official is a whole document: marks, red head, text, levels, attachment note,
// signature, note, two attachments and an imprint on its sixth page.
func official() *sheet {
	s := &sheet{sizes: pages(6)}
	s.add(text{name: "serial", page: 1, s: "000012", x: 28, y: baseline(1)})
	s.add(text{name: "secrecy", page: 1, s: "机密★1年", face: hei, x: 28, y: baseline(2)})
	s.add(text{name: "urgency", page: 1, s: "特急", face: hei, x: 28, y: baseline(3)})
	s.head()
	s.title(158.9, "甲市乙县人民政府关于印发", "整改工作方案的通知")
	s.add(text{name: "recipients", page: 1, s: "各乡镇人民政府：", x: 28, y: 190})
	for i := range 7 {
		x, n := 28.0, 28
		if i == 0 {
			x, n = 28+2*zi, 26
		}
		s.add(text{name: "body1", page: 1, s: han(n), x: x, y: baseline(16 + i)})
	}
	s.named("recipients", func(t *text) { t.y = baseline(15) })
	s.body(2, 1, 22, false, false)
	s.body(3, 1, 3, false, true)
	s.levels()
	s.note()
	s.signature(15)
	s.attachments()
	s.imprint(6)
	for page := range 6 {
		s.folio(page + 1)
	}
	return s
}

func (s *sheet) levels() {
	x := 28 + 2*zi
	s.add(text{name: "level1", page: 3, s: "一、总体要求", face: hei, x: x, y: baseline(4)})
	s.add(text{name: "level2", page: 3, s: "（一）坚持原则。", face: kai, x: x, y: baseline(5)})
	s.add(text{name: "level2rest", page: 3, s: "全面整改。", x: x + 8*zi, y: baseline(5)})
	s.add(text{name: "level3", page: 3, s: "1.落实责任。", x: x, y: baseline(6)})
	s.add(text{name: "level4", page: 3, s: "（1）明确分工。", x: x, y: baseline(7)})
	s.add(text{name: "yishi", page: 3, s: "一是加强领导；二是严格督查。", x: x, y: baseline(8)})
}

func (s *sheet) note() {
	s.add(text{name: "note", page: 3, s: "附件：1.乙县整改工作任务清单", x: 28 + 2*zi, y: baseline(10)})
	s.add(text{name: "note2", page: 3, s: "2.乙县整改工作进度安排和", x: 28 + 5*zi, y: baseline(11)})
	s.add(text{name: "hanging", page: 3, s: "责任分工", x: 28 + 6*zi, y: baseline(12)})
}

// signature is that without a seal, with a note under the date.
func (s *sheet) signature(row int) {
	for i, name := range []string{"甲市乙县人民政府", "中共甲市乙县委员"} {
		s.add(text{name: "organ", page: 3, s: name, y: baseline(row - 1 + i)}).right(184 - 2*zi)
	}
	s.add(text{name: "date", page: 3, s: "2026年3月5日", y: baseline(row + 1)}).right(184 - 2*zi)
	s.add(text{name: "closing", page: 3, s: "（此件公开发布）", x: 28 + 2*zi, y: baseline(row + 2)})
}

func (s *sheet) attachments() {
	for i, title := range []string{"乙县整改工作任务清单", "乙县整改工作进度安排和责任分工"} {
		s.add(text{name: "attachment", page: 4 + i, s: fmt.Sprintf("附件%d", i+1), face: hei, x: 28, y: baseline(1)})
		t := s.add(text{name: "attachmenttitle", page: 4 + i, s: title, face: biaosong, size: 22, y: baseline(3) + 0.6})
		t.centre(106)
		s.body(4+i, 5, 6, true, true)
	}
	s.body(6, 1, 2, true, true)
}

// imprint ends a page: three rules, 抄送 in two lines, 印发.
func (s *sheet) imprint(page int) {
	const c = 14 * pt
	add := func(name, words string, x, y float64) *text {
		return s.add(text{name: name, page: page, s: words, size: 14, x: x, y: y})
	}
	rule := func(name string, y, width float64) {
		s.lines = append(s.lines, &stroke{name: name, page: page, x0: 28, y0: y, x1: 184, y1: y, width: width})
	}
	rule("first", 233, 0.35)
	add("cc", "抄送：甲市丙局，甲市丁局，甲市戊局，甲市己局，甲市庚局，甲", 28+c, 240)
	add("cc2", "市辛局。", 28+4*c, 249)
	rule("middle", 252, 0.25)
	add("printer", "乙县人民政府办公室", 28+c, 259)
	add("printdate", "2026年3月6日印发", 0, 259).right(184 - c)
	rule("last", 262, 0.35)
}
