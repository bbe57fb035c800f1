package norm

import (
	"regexp"
	"strings"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
)

// minutesClauses: 纪要. All else of it an organ may arrange by itself.
var minutesClauses = []Clause{
	{"10.3", "标志", gbt9704.Must, "标志由“×××纪要”组成，居中，上边缘至版心上边缘35 mm（距页边72 mm）", "±1 mm", minutesMark},
	{"10.3", "标志字体", gbt9704.Recommended, "纪要标志用红色小标宋体字", "", minutesMarkFace},
	{"10.3", "名单位置", gbt9704.Must, "“出席”在正文（附件说明）下空一行左空二字，请假、列席依次另起一行；回行与冒号后的首字对齐", "±0.6 mm", attendancePlace},
	{"10.3", "名单字体", gbt9704.Usually, "“出席”“请假”“列席”用3号黑体字，后标全角冒号；姓名用3号仿宋体字", "", attendanceFace},
}

func minutesMark(d paper) Result {
	if d.Form() != elements.MinutesForm {
		return absent()
	}
	return d.specialMark(gbt9704.MarkTop)
}

func minutesMarkFace(d paper) Result {
	if d.Form() != elements.MinutesForm {
		return absent()
	}
	return d.specialMarkFace()
}

// attendance is one list of people: the lines from its label on.
type attendance struct {
	label elements.Line // the word with its colon
	lines []elements.Line
}

var attendanceWord = regexp.MustCompile(`^(出席|请假|列席|缺席)(人员|单位)?[:：]`)

// attendances finds the lists of minutes: a label, and under it the lines that
// stand further right.
func (d paper) attendances() []attendance {
	if d.Form() != elements.MinutesForm {
		return nil
	}
	var out []attendance
	open := false
	for _, p := range d.Paragraphs {
		for _, l := range p.Lines {
			word := attendanceWord.FindString(l.Text())
			switch {
			case word != "":
				label := elements.Line{Page: l.Page, Y: l.Y, Glyphs: l.Glyphs[:len([]rune(word))]}
				out = append(out, attendance{label, []elements.Line{l}})
				open = true
			case open && d.goesOn(out[len(out)-1], l):
				out[len(out)-1].lines = append(out[len(out)-1].lines, l)
			default:
				open = false
			}
		}
	}
	return out
}

// goesOn says whether a line under a list belongs to it, roughly: it may stand
// under its label by mistake.
func (d paper) goesOn(a attendance, l elements.Line) bool {
	last := a.lines[len(a.lines)-1]
	follows := last.Page == l.Page && l.Y-last.Y < 1.5*d.pitch || last.Page == l.Page-1
	return follows && l.X0() > a.label.X0()-0.5*one(l) && d.frame(last.Page).X1-last.X1() < 4*one(l)
}

// at names a line by its place.
func at(l elements.Line) [2]float64 { return [2]float64{float64(l.Page), l.Y} }

// attendees are the lines of all lists.
func (d paper) attendees() map[[2]float64]bool {
	out := map[[2]float64]bool{}
	for _, a := range d.attendances() {
		for _, l := range a.lines {
			out[at(l)] = true
		}
	}
	return out
}

func attendancePlace(d paper) Result {
	var t tally
	s := newSpan()
	for i, a := range d.attendances() {
		l := a.lines[0]
		x := d.indent(l, 2)
		s.add(x)
		t.checkAt(onLine(l), near(x*one(l), 2*one(l), 0.6), "“%s”左空%s字", a.label.Text(), hundredths(x))
		if above := d.above(l); above != nil && l.Page == above.Page {
			rows, want := d.rowsApart(*above, l), 1.0
			if i == 0 {
				want = 2
			}
			t.checkAt(onLine(l), near(rows, want, 0.15), "“%s”在上文下%s行", a.label.Text(), hundredths(rows))
		}
		t.hanging(a)
	}
	t.span("左空", s, "字")
	return t.result("%d项名单，左空%v字", len(d.attendances()), s)
}

// hanging: wrapped lines begin under the first character after the colon.
func (t *tally) hanging(a attendance) {
	n := len(a.label.Glyphs)
	if n >= len(a.lines[0].Glyphs) {
		return
	}
	from := a.lines[0].Glyphs[n].X0
	for _, l := range a.lines[1:] {
		t.checkAt(onLine(l), near(l.X0(), from, 0.6), "%s左缘%s mm，冒号后首字%s mm", place(l), tenths(l.X0()), tenths(from))
	}
}

func attendanceFace(d paper) Result {
	f := faces{of: d.Document}
	for _, a := range d.attendances() {
		word := a.label
		f.want(elements.Hei, onLine(word), word.Glyphs, "“"+word.Text()+"”")
		f.size(onLine(word), word, gbt9704.Size3, "“"+word.Text()+"”")
		f.checkAt(onLine(word), strings.HasSuffix(word.Text(), "："), "“%s”的冒号不是全角", word.Text())
		for i, l := range a.lines {
			if i == 0 {
				l.Glyphs = l.Glyphs[len(word.Glyphs):]
			}
			if len(l.Glyphs) == 0 {
				continue
			}
			f.want(elements.FangSong, onLine(l), l.Glyphs, place(l))
			f.size(onLine(l), l, gbt9704.Size3, place(l))
		}
	}
	return f.result("%d项名单", len(d.attendances()))
}
