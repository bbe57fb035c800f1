package norm

import (
	"strings"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
)

// ccLines are the lines of 抄送 in an imprint.
func ccLines(i *elements.Imprint) []elements.Line {
	var out []elements.Line
	for _, l := range i.Lines {
		switch {
		case elements.PrintedWord.MatchString(l.Text()):
			return out
		case strings.HasPrefix(l.Text(), "主送"):
			continue
		case len(out) > 0 || elements.CopiesWord.MatchString(l.Text()):
			out = append(out, l)
		}
	}
	return out
}

func ccFace(d paper) Result {
	f := faces{of: d.Document}
	if d.Imprint == nil {
		return absent()
	}
	s := newSpan()
	n := 0
	for _, l := range d.Imprint.Lines {
		if !elements.PrintedWord.MatchString(l.Text()) && !elements.SubjectWord.MatchString(l.Text()) {
			n++
			s.add(l.Size())
			f.want(elements.FangSong, onLine(l), l.Glyphs, place(l))
			f.size(onLine(l), l, gbt9704.Size4, place(l))
		}
	}
	f.span("字号", s, "pt")
	return f.result("%d行，%v磅", n, s)
}

// ccPlace: 一字 is a character of the line.
func ccPlace(d paper) Result {
	if d.Imprint == nil {
		return absent()
	}
	cc := ccLines(d.Imprint)
	if len(cc) == 0 {
		return absent()
	}
	var t tally
	head, em := cc[0], one(cc[0])
	left := d.indent(head, 1)
	t.checkAt(onLine(head), near(left*em, em, 0.7), "左空%s字", hundredths(left))
	word := elements.CopiesWord.FindString(head.Text())
	t.checkAt(onLine(head), word == "抄送", "“%s”应写“抄送”", word)
	t.checkAt(onLine(head), strings.HasPrefix(head.Text(), word+"："), "“%s”后不是全角冒号", word)
	after := head.X0() + 3*em
	if len(head.Glyphs) > 3 {
		after = head.Glyphs[3].X0
	}
	for i, l := range cc {
		t.checkAt(onLine(l), d.blank(l, l.X1(), 1)*em >= em-0.7, "%s止于%s mm", place(l), tenths(l.X1()))
		if i > 0 {
			t.checkAt(onLine(l), near(l.X0(), after, 0.7), "%s左缘%s mm，冒号后首字%s mm", place(l), tenths(l.X0()), tenths(after))
		}
	}
	last := cc[len(cc)-1]
	t.checkAt(onLine(last), strings.HasSuffix(last.Text(), "。"), "末尾无句号")
	t.value("左空", left, "字")
	return t.result("%d行，左空%s字", len(cc), hundredths(left))
}

func movedRecipients(d paper) Result {
	i := d.Imprint
	if i == nil {
		return absent()
	}
	var to, cc *elements.Line
	for k, l := range i.Lines {
		if strings.HasPrefix(l.Text(), "主送") {
			to = &i.Lines[k]
		} else if elements.CopiesWord.MatchString(l.Text()) {
			cc = &i.Lines[k]
		}
	}
	if to == nil {
		return absent()
	}
	var t tally
	t.checkAt(onLine(*to), cc == nil || to.Y < cc.Y, "主送在抄送之下")
	for _, r := range i.Rules {
		t.checkAt(onRule(r), cc == nil || r.Box.Y0 < to.Y || r.Box.Y0 > cc.Y, "主送与抄送之间有线")
	}
	if len(d.Recipients) > 0 {
		t.checkAt(onLines(d.Recipients), false, "首页仍有主送机关")
	}
	t.value("主送基线", to.Y, "mm")
	return t.result("主送在%s mm", tenths(to.Y))
}
