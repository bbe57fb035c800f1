package conformity

import (
	"regexp"
)

// headClauses: what stands over the mark.
var headClauses = []Clause{
	{"7.2.1", "份号", "6位3号阿拉伯数字，顶格编排在版心左上角第一行", serial},
	{"7.2.2", "密级", "3号黑体，顶格编排在版心左上角第二行（无份号则依次上移），期限用阿拉伯数字，中间加★", secrecy},
	{"7.2.3", "紧急程度", "3号黑体，顶格；份号、密级、紧急程度自上而下分行排列", urgency},
}

var (
	serialForm  = regexp.MustCompile(`^[0-9]{6}$`)
	secrecyForm = regexp.MustCompile(`^(绝密|机密|秘密)(★([0-9]+年|[0-9]+个月|长期))?$`)
	urgencyForm = regexp.MustCompile(`^(特急|加急|急件|急|特提|平急)$`)
)

// row is the line of the grid on which a line of 3号 stands, from 1, and how
// far off it in mm. The em box of a Han face stands 12 % under the baseline.
func row(l Line) (n int, off float64) {
	const firstBaseline = top + 0.88*top3
	steps := (l.Y - firstBaseline) / pitch
	n = int(steps + 0.5)
	return n + 1, (steps - float64(n)) * pitch
}

// mark finds one of the marks over the head and which of those present it is.
func (e elements) mark(word *regexp.Regexp) (l Line, place int, ok bool) {
	for i, m := range e.marks {
		if word.MatchString(m.Text()) {
			return m, i + 1, true
		}
	}
	return Line{}, 0, false
}

// checkMark checks what all marks have in common.
func (e elements) checkMark(t *tally, l Line, place int) {
	t.check(near(l.X0(), left, 0.5), "左缘%.1f mm", l.X0())
	t.check(l.size(size3), "%.1f磅", l.Size())
	if e.letter {
		return // 10.1 says where
	}
	n, off := row(l)
	t.check(n == place && near(off, 0, 1), "在第%d行，偏%.1f mm", n, off)
}

func serial(d *Document) Result {
	var t tally
	l, place, ok := d.elements.mark(serialWord)
	if !ok {
		return absent()
	}
	t.check(serialForm.MatchString(l.Text()), "不是6位阿拉伯数字")
	t.check(place == 1, "不在首行")
	d.elements.checkMark(&t, l, place)
	return t.result("“%s”左缘%.1f mm", l.Text(), l.X0())
}

func secrecy(d *Document) Result {
	var t tally
	l, place, ok := d.elements.mark(secrecyWord)
	if !ok {
		return absent()
	}
	t.check(secrecyForm.MatchString(l.Text()), "写法不合")
	t.check(l.face(Hei), "不是黑体")
	want := 1
	if _, _, serial := d.elements.mark(serialWord); serial {
		want = 2
	}
	t.check(place == want, "在第%d位", place)
	d.elements.checkMark(&t, l, place)
	return t.result("“%s”左缘%.1f mm", l.Text(), l.X0())
}

func urgency(d *Document) Result {
	var t tally
	l, place, ok := d.elements.mark(urgencyWord)
	if !ok {
		return absent()
	}
	t.check(urgencyForm.MatchString(l.Text()), "写法不合")
	t.check(l.face(Hei), "不是黑体")
	t.check(place == len(d.elements.marks), "不在最下")
	d.elements.checkMark(&t, l, place)
	return t.result("“%s”左缘%.1f mm", l.Text(), l.X0())
}
