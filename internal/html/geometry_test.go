package html

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"hongtou/internal/doc"
	"hongtou/internal/layout"
	"hongtou/internal/page"
)

// heads are red heads of 1 to 3 organs over titles of 1 to 4 lines, one of
// which must be divided anew.
func heads() map[string]*doc.Document {
	all := map[string]*doc.Document{}
	names := strings.Fields("中共甲市委员会办公室 甲市人民政府办公室 乙局")
	titles := map[string][]string{"anew": {strings.Repeat("甲乙丙丁戊己庚辛壬癸", 3)[:3*22], "方案通知"}}
	for n := 1; n <= 4; n++ {
		titles[fmt.Sprint(n)] = strings.Fields(strings.Repeat("甲市整改方案的通知 ", n))
	}
	for organs := 1; organs <= 3; organs++ {
		for lines, texts := range titles {
			m := doc.Masthead{Word: line(doc.Mark, "文件")}
			for _, n := range names[:organs] {
				m.Organs = append(m.Organs, line(doc.Mark, n))
			}
			title := doc.Title{}
			for _, l := range texts {
				title.Lines = append(title.Lines, line(doc.TitleText, l))
			}
			all[fmt.Sprintf("%d organs, title of %s", organs, lines)] = &doc.Document{Blocks: []doc.Block{
				m, doc.DocNumber{Text: line(doc.Body, "甲政办发〔2020〕7号")}, doc.RedLine{}, title,
				doc.Recipients{Text: line(doc.Body, "各县区人民政府：")}, plain(strings.Repeat("甲", 60)),
			}}
		}
	}
	return all
}

// TestHeadsStandWhereLayoutPutsThem adds up the boxes of the style sheet.
func TestHeadsStandWhereLayoutPutsThem(t *testing.T) {
	for name, d := range heads() {
		book, problems := layout.Typeset(*d, fonts(t))
		if problems.HasErrors() {
			t.Fatal(problems)
		}
		got, want := boxes(t, d), drawn(book.Pages[0])
		if len(got) != len(want) {
			t.Errorf("%s: %d places, want %d", name, len(got), len(want))
			continue
		}
		for i := range got {
			if math.Abs(got[i]-want[i]) > 0.01 {
				t.Errorf("%s: place %d at %.3f pt, want %.3f", name, i, got[i], want[i])
			}
		}
	}
}

// drawn gives the y of what layout drew, in points: the mark's first baseline,
// the number's, the red line, each line of the title, the text.
func drawn(p layout.Page) []float64 {
	points := func(l page.Length) float64 { return float64(l) / 1000 }
	var out []float64
	last := page.Length(-1)
	seen := map[int]bool{}
	for _, r := range p.Runs {
		if r.Block < 0 || r.Block > 4 || seen[r.Block] && r.Block != 3 || r.Block == 3 && r.Y == last {
			continue
		}
		if r.Block == 3 && !seen[3] {
			out = append(out, points(p.Rules[0].Y1-p.Rules[0].Width/2))
		}
		seen[r.Block], last = true, r.Y
		out = append(out, points(r.Y))
	}
	return out
}

// boxes gives the same places as a browser finds them.
func boxes(t *testing.T, d *doc.Document) []float64 {
	t.Helper()
	b := newBody(fonts(t))
	b.document(d.Blocks)
	m := measured(b.head, b.faces, false)
	text := b.String()
	em, size := value(t, m.Em), value(t, m.Mark)
	half := (value(t, m.Line)*em - em) / 2
	organs := float64(len(d.Blocks[0].(doc.Masthead).Organs))

	y := float64(m.MarkTop)*72/25.4 - value(t, m.AboveMark)*size // top of the mark's box
	out := []float64{y + (value(t, m.MarkLine)-1)/2*size + 0.88*size}
	y += organs*value(t, m.MarkLine)*size - value(t, m.BelowMark)*size + value(t, m.TwoLines)*em
	out = append(out, y+half+0.88*em)
	y += value(t, m.OneLine)*em + value(t, m.RedLineGap)*em
	out = append(out, y)
	y += value(t, m.RedLine)

	style := regexp.MustCompile(`--lift:([^;]+);--line:([^;]+);--below:([^"]+)"`).FindStringSubmatch(text)
	title := value(t, m.TitleSize) * em
	y += (value(t, m.TwoLines)/value(t, m.TitleRatio) + value(t, style[1])) * title
	pitch := value(t, style[2]) * title
	inner := text[strings.Index(text, "<h1"):strings.Index(text, "</h1>")]
	for range strings.Count(inner, "<br>") + 1 {
		out = append(out, y+(pitch-title)/2+0.88*title)
		y += pitch
	}
	return append(out, y+value(t, style[3])*title+half+0.88*em)
}

// value reads a length or a ratio.
func value(t *testing.T, s string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(strings.TrimRight(s, "emptx"), 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestTitleIsDividedAsOnPaper(t *testing.T) {
	b := newBody(fonts(t))
	preferred := [][]doc.Inline{
		{{Text: strings.Repeat("甲", 15), Style: doc.TitleText}, {Text: strings.Repeat("乙", 7), Style: doc.TitleText, Mark: doc.Inserted}},
		line(doc.TitleText, "丙丙丙丙"),
	}
	lines := b.titleLines(preferred)
	if len(lines) != 2 || doc.Plain(append(lines[0], lines[1]...)) != strings.Repeat("甲", 15)+strings.Repeat("乙", 7)+"丙丙丙丙" {
		t.Fatalf("lines %+v", lines)
	}
	if n := len([]rune(doc.Plain(lines[0]))); n < 11 || n > 15 {
		t.Errorf("%d characters in the first line", n)
	}
	for _, l := range lines {
		for _, r := range l {
			if strings.Contains(r.Text, "乙") != (r.Mark == doc.Inserted) {
				t.Errorf("run %+v", r)
			}
		}
	}
}
