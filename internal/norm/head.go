package norm

import (
	"regexp"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
)

// headClauses: what stands over the mark.
var headClauses = []Clause{
	{"7.2.1", "份号", gbt9704.Usually, "6位3号阿拉伯数字，顶格编排在版心左上角第一行", "", serial},
	{"7.2.2", "密级", gbt9704.Must, "3号黑体，顶格编排在版心左上角第二行（无份号则依次上移），期限用阿拉伯数字，中间加★", "", secrecy},
	{"7.2.3", "紧急程度", gbt9704.Must, "3号黑体，顶格；份号、密级、紧急程度自上而下分行排列", "", urgency},
}

var (
	serialForm  = regexp.MustCompile(`^[0-9]{6}$`)
	secrecyForm = regexp.MustCompile(`^(绝密|机密|秘密)(★([0-9]+年|[0-9]+个月|长期))?$`)
	urgencyForm = regexp.MustCompile(`^(特急|加急|急件|急|特提|平急)$`)
)

// row is the line of the grid on which a line of 3号 stands, from 1, and how
// far off it in mm. The em box of a Han face stands 12 % under the baseline.
func row(l elements.Line) (n int, off float64) {
	const firstBaseline = gbt9704.Top + 0.88*gbt9704.Character
	steps := (l.Y - firstBaseline) / gbt9704.Pitch
	n = int(steps + 0.5)
	return n + 1, (steps - float64(n)) * gbt9704.Pitch
}

// mark finds one of the marks over the head and which of those present it is.
func (d paper) mark(word *regexp.Regexp) (l elements.Line, place int, ok bool) {
	for i, m := range d.Marks {
		if word.MatchString(m.Text()) {
			return m, i + 1, true
		}
	}
	return elements.Line{}, 0, false
}

// checkMark checks what all marks have in common.
func (d paper) checkMark(t *tally, l elements.Line, place int) {
	t.check(near(l.X0(), gbt9704.Left, 0.5), "左缘%.1f mm", l.X0())
	t.check(l.InSize(gbt9704.Size3), "%.1f磅", l.Size())
	if d.Letter {
		return // 10.1 says where
	}
	n, off := row(l)
	t.check(n == place && near(off, 0, 1), "在第%d行，偏%.1f mm", n, off)
}

func serial(d paper) Result {
	var t tally
	l, place, ok := d.mark(elements.SerialWord)
	if !ok {
		return absent()
	}
	t.check(serialForm.MatchString(l.Text()), "不是6位阿拉伯数字")
	t.check(place == 1, "不在首行")
	d.checkMark(&t, l, place)
	return t.result("“%s”左缘%.1f mm", l.Text(), l.X0())
}

func secrecy(d paper) Result {
	var t tally
	l, place, ok := d.mark(elements.SecrecyWord)
	if !ok {
		return absent()
	}
	t.check(secrecyForm.MatchString(l.Text()), "写法不合")
	t.check(l.InFace(elements.Hei), "不是黑体")
	want := 1
	if _, _, serial := d.mark(elements.SerialWord); serial {
		want = 2
	}
	t.check(place == want, "在第%d位", place)
	d.checkMark(&t, l, place)
	return t.result("“%s”左缘%.1f mm", l.Text(), l.X0())
}

func urgency(d paper) Result {
	var t tally
	l, place, ok := d.mark(elements.UrgencyWord)
	if !ok {
		return absent()
	}
	t.check(urgencyForm.MatchString(l.Text()), "写法不合")
	t.check(l.InFace(elements.Hei), "不是黑体")
	t.check(place == len(d.Marks), "不在最下")
	d.checkMark(&t, l, place)
	return t.result("“%s”左缘%.1f mm", l.Text(), l.X0())
}
