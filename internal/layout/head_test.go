package layout

import (
	"fmt"
	"strings"
	"testing"

	"hongtou/internal/diag"
	"hongtou/internal/doc"
	"hongtou/internal/fontset"
	"hongtou/internal/page"
)

func redMark(names ...string) doc.Masthead {
	m := doc.Masthead{Word: run(doc.Mark, "文件")}
	for _, n := range names {
		m.Organs = append(m.Organs, run(doc.Mark, n))
	}
	return m
}

func redHead(m doc.Masthead) []doc.Block {
	return []doc.Block{
		m, doc.DocNumber{Text: run(doc.Body, "甲政办发〔2020〕7号")}, doc.RedLine{},
		doc.Title{Lines: [][]doc.Inline{run(doc.TitleText, "甲市人民政府关于印发《整改方案》的通知")}},
		doc.Recipients{Text: run(doc.Body, "各县区人民政府，市级各部门：")}, filled(3),
	}
}

// inkOf gives the highest and lowest ink of some runs.
func inkOf(runs []Run, fs *fontset.Set) (top, bottom Unit) {
	top = pageHeight
	for _, r := range runs {
		for _, c := range r.Text {
			if b, ok := fs.Face(r.Face).Bounds(c); ok {
				top = min(top, r.Y-Unit(b.YMax)*r.Size/1000)
				bottom = max(bottom, r.Y-Unit(b.YMin)*r.Size/1000)
			}
		}
	}
	return top, bottom
}

func split(p Page) (red, black []Run) {
	for _, r := range p.Runs {
		if r.Colour == Red {
			red = append(red, r)
		} else {
			black = append(black, r)
		}
	}
	return red, black
}

// within says whether a length is as it should be, to a hundredth of a mm.
func within(got, want Unit) bool { return max(got-want, want-got) <= 28 }

func TestRedHeadInRealFaces(t *testing.T) {
	fs := real(t)
	for _, m := range []doc.Masthead{
		redMark("甲市人民政府"), redMark("中共甲市委员会办公室", "甲市人民政府办公室"), redMark("甲局", "甲市乙丙丁管理委员会", "甲委"),
		{Organs: [][]doc.Inline{run(doc.Mark, "甲市人民政府办公室")}},
	} {
		b := typeset(t, fs, redHead(m)...)
		p := b.Pages[0]
		red, black := split(p)
		top, bottom := inkOf(red, fs)
		if !within(top, page.Millimetres(72)) {
			t.Errorf("ink of the mark begins at %s mm", mm(top))
		}
		number := black[:0:0]
		for _, r := range black {
			if r.Y == black[0].Y {
				number = append(number, r)
			}
		}
		if d := number[0].Y - above(em) - bottom; !within(d, page.TwoLines) {
			t.Errorf("number is %s mm below the mark", mm(d))
		}
		_, bottom = inkOf(number, fs)
		l := p.Rules[0]
		if d := l.Y1 - l.Width/2 - bottom; !within(d, page.Millimetres(4)) {
			t.Errorf("red line is %s mm below the number", mm(d))
		}
		if l.X1 != areaLeft || l.X2 != areaRight || l.Colour != Red {
			t.Errorf("red line %+v", l)
		}
		checkMark(t, red, fs, len(m.Organs))
	}
}

// checkMark proves that the mark is centred and its names equally wide.
func checkMark(t *testing.T, red []Run, fs *fontset.Set, organs int) {
	t.Helper()
	rows := linesOf(Page{Runs: red}, fs)
	left, right := rows[0].x, rows[0].end
	for i, l := range rows {
		left, right = min(left, l.x), max(right, l.end)
		if i < organs && organs > 1 && (l.x != rows[0].x || l.end != rows[0].end) {
			t.Errorf("name %q stands at %s–%s, the first at %s–%s", l.text, mm(l.x), mm(l.end), mm(rows[0].x), mm(rows[0].end))
		}
	}
	if d := left - areaLeft - (areaRight - right); d < -1 || d > 1 {
		t.Errorf("mark stands at %s–%s", mm(left), mm(right))
	}
	if organs > 1 {
		word := rows[organs]
		middle := (rows[0].y + rows[organs-1].y) / 2
		if word.text != "文件" || word.x <= rows[0].end || word.y != middle {
			t.Errorf("word %+v, names on %d–%d", word, rows[0].y, rows[organs-1].y)
		}
	}
}

func TestMarkThatIsTooLong(t *testing.T) {
	_, problems := Typeset(doc.Document{Blocks: []doc.Block{redMark(han(25)), filled(1)}}, square(t))
	if len(problems) != 1 || problems[0].Code != "mark-too-wide" || problems[0].At.Line != 3 || problems[0].Severity != diag.Error {
		t.Errorf("problems %+v", problems)
	}
}

func TestStatusThatIsTooLong(t *testing.T) {
	for _, c := range []struct {
		landscape bool
		fits      int // characters
	}{{false, 6 * 42}, {true, 5 * 60}} {
		for extra, want := range []int{0, 1} {
			setup := doc.Setup{Status: han(c.fits + extra), Landscape: c.landscape}
			_, problems := Typeset(doc.Document{Setup: setup, Blocks: []doc.Block{filled(1), doc.PageBreak{}, filled(1)}}, square(t))
			if len(problems) != want {
				t.Errorf("status of %d characters: problems %+v", c.fits+extra, problems)
			}
			for _, p := range problems {
				if p.Code != "status-too-long" || p.Severity != diag.Error || p.At.Line != 3 {
					t.Errorf("problem %+v", p)
				}
			}
		}
	}
}

func TestNumberThatIsNotKnown(t *testing.T) {
	fs := square(t)
	blocks := redHead(redMark("甲市人民政府"))
	with := typeset(t, fs, blocks...)
	blocks[1] = doc.DocNumber{}
	without := typeset(t, fs, blocks...)
	if with.Pages[0].Rules[0] != without.Pages[0].Rules[0] {
		t.Error("the red line moves when the number is not known")
	}
}

func TestFirstPageWithoutBody(t *testing.T) {
	long := doc.Recipients{Text: run(doc.Body, han(400))}
	some := doc.Recipients{Text: run(doc.Body, han(7*cells))}
	for _, c := range []struct {
		name   string
		blocks []doc.Block
		hint   string
	}{
		{"long recipients", []doc.Block{long, filled(3)}, "统称"},
		{"text shorter than its signature needs", []doc.Block{some, filled(1), signed()}, "署名"},
		{"page break", []doc.Block{some, doc.PageBreak{}, filled(3)}, "强制分页"},
		{"table", []doc.Block{some, doc.Table{Rows: []doc.Row{{MinHeight: 150, Keep: true, Cells: []doc.Cell{cellOf("甲")}}}}}, "容不下"},
		{"no text", []doc.Block{some}, "补写"},
	} {
		head := redHead(redMark("甲市人民政府"))[:4]
		_, problems := Typeset(doc.Document{Blocks: append(head, c.blocks...)}, square(t))
		if len(problems) != 1 || problems[0].Code != "first-page-without-body" || problems[0].At.Line != 3 || !strings.Contains(problems[0].Hint, c.hint) {
			t.Errorf("%s: problems %+v", c.name, problems)
		}
	}
}

// A short text under a high head: one line of it goes with the signature, the
// others stay.
func TestShortTextStaysOnTheFirstPage(t *testing.T) {
	fs := square(t)
	title := doc.Title{Lines: [][]doc.Inline{run(doc.TitleText, "甲委乙委丙委"), run(doc.TitleText, "关于开展检查的通知")}}
	for lines := 2; lines <= 3; lines++ {
		blocks := redHead(redMark("甲市人民政府", "乙市人民政府", "丙市人民政府"))
		blocks[3], blocks[5] = title, filled(lines)
		b := typeset(t, fs, append(blocks, doc.Signature{
			Organs: [][]doc.Inline{run(doc.Body, "甲市人民政府"), run(doc.Body, "乙市人民政府"), run(doc.Body, "丙市人民政府")},
			Date:   run(doc.Body, "2020年7月30日"),
		})...)
		if len(b.Pages) != 2 || b.Pages[0].End != EndSignature || len(linesOf(b.Pages[1], fs)) != 4+min(2, lines-1) {
			t.Errorf("text of %d lines: %d pages, the first ends %s, the last has %d lines", lines, len(b.Pages), b.Pages[0].End, len(linesOf(b.Pages[1], fs)))
		}
		if got := linesOf(b.Pages[0], fs); got[len(got)-1].end != areaRight {
			t.Errorf("first page ends with %q", got[len(got)-1].text)
		}
	}
}

// Whatever height the head has and however many lines the title, the space
// around the title is near to what the clauses ask for.
func TestSpaceAroundTitle(t *testing.T) {
	fs := real(t)
	near := func(what string, gap, lines, aside Unit) {
		t.Helper()
		if d := gap - leading - lines*pitch; max(d, -d) > aside*pitch/100 {
			t.Errorf("%s: %d of %d hundredths of a line", what, (gap-leading)*100/pitch, lines*100)
		}
	}
	for lines := 1; lines <= 4; lines++ {
		title := doc.Title{}
		for range lines {
			title.Lines = append(title.Lines, run(doc.TitleText, "甲市整改方案的通知"))
		}
		edges := func(p Page) (top, bottom Unit) {
			var at []Unit
			for _, r := range p.Runs {
				if r.Size == titleScale.size && r.Colour == Black {
					at = append(at, r.Y-above(r.Size))
				}
			}
			for i := 1; i < len(at); i++ {
				if d := at[i] - at[i-1] - page.TitlePitch; max(d, -d) > page.TitleGive {
					t.Errorf("title lines stand %d apart", at[i]-at[i-1])
				}
			}
			return at[0], at[len(at)-1] + titleScale.size
		}
		for organs := 1; organs <= 4; organs++ {
			blocks := redHead(redMark(strings.Split("甲市人民政府 乙市委员会办公室 丙局 丁市城市管理综合行政执法支队", " ")[:organs]...))
			blocks[3] = title
			p := typeset(t, fs, blocks...).Pages[0]
			top, bottom := edges(p)
			what := fmt.Sprintf("head of %d names, title of %d lines", organs, lines)
			near(what+", above", top-p.Rules[0].Y1+leading/2, 2, 28)
			near(what+", below", linesBelow(p, fs, bottom)-bottom, 1, 28)
		}
		p := typeset(t, fs, title, filled(1)).Pages[0]
		top, bottom := edges(p)
		if top != portrait.lineTop(2) {
			t.Errorf("title of %d lines begins at %s mm, not on the third line", lines, mm(top))
		}
		near(fmt.Sprintf("title of %d lines", lines), linesBelow(p, fs, bottom)-bottom, 1, 30)
	}
}

// linesBelow is the top of the first line of 3号 under y.
func linesBelow(p Page, fs *fontset.Set, y Unit) Unit {
	for _, l := range linesOf(p, fs) {
		if l.y > y {
			return l.y - above(em)
		}
	}
	return 0
}

func TestTitleLines(t *testing.T) {
	fs := real(t)
	b := typeset(t, fs, doc.Title{Lines: [][]doc.Inline{run(doc.TitleText, "甲市贯彻落实督察"), run(doc.TitleText, "反馈问题整改实施方案")}}, filled(1))
	l := linesOf(b.Pages[0], fs)
	for _, x := range l[:2] {
		if d := x.x - areaLeft - (areaRight - x.end); d < -1 || d > 1 {
			t.Errorf("title line %q stands at %s–%s", x.text, mm(x.x), mm(x.end))
		}
	}
	if l[1].y-l[0].y != page.TitlePitch-page.TitleGive || l[0].y-above(22_000) != portrait.lineTop(2) {
		t.Errorf("title lines at %d, %d", l[0].y, l[1].y)
	}
	if l[2].y-above(em) != portrait.lineTop(5) {
		t.Errorf("text begins at %s", mm(l[2].y))
	}
}

func TestTitleWithoutLinesGetsAShape(t *testing.T) {
	fs := square(t)
	for _, c := range []struct {
		title string
		lines int
	}{
		{"甲市人民政府办公室关于印发《甲市贯彻落实督察反馈问题整改实施方案》的通知", 2},
		{"中共甲市委员会办公室甲市人民政府办公室关于印发《甲市贯彻落实督察反馈问题整改实施方案》的通知", 3},
		{han(21), 2}, {han(41), 3}, {han(75), 4}, {han(130), 7},
	} {
		b, problems := Typeset(doc.Document{Blocks: []doc.Block{doc.Title{Lines: [][]doc.Inline{run(doc.TitleText, c.title)}}, filled(1)}}, fs)
		if len(problems) != 1 || problems[0].Code != "title-shape" || problems[0].Severity != diag.Warning {
			t.Errorf("problems %+v", problems)
		}
		l := linesOf(b.Pages[0], fs)
		l = l[:len(l)-1]
		text := ""
		for i, x := range l {
			text += x.text
			if n := len([]rune(x.text)); n < 3 && c.lines <= 4 {
				t.Errorf("title line %q is too short", x.text)
			}
			if i > 0 && i < len(l)-1 && len(x.text) < len(l[i-1].text) && len(x.text) < len(l[i+1].text) {
				t.Errorf("hourglass: %q", text)
			}
		}
		if len(l) != c.lines || text != c.title {
			t.Errorf("title %q became %d lines", c.title, len(l))
		}
	}
	// Known words are better ends than equal shares.
	b, _ := Typeset(doc.Document{Blocks: []doc.Block{doc.Title{Lines: [][]doc.Inline{run(doc.TitleText, "中共甲市委员会办公室关于印发《实施方案》的通知")}}, filled(1)}}, fs)
	if l := linesOf(b.Pages[0], fs); l[0].text != "中共甲市委员会办公室" {
		t.Errorf("title breaks as %q | %q", l[0].text, l[1].text)
	}
}

func TestPageNumberInk(t *testing.T) {
	fs := real(t)
	b := typeset(t, fs, filled(50))
	for i, p := range b.Pages {
		n := p.Runs[len(p.Runs)-1]
		if !n.Artifact || n.Size != 14_000 || fs.Face(n.Face).Name() != "HongtouSong" {
			t.Errorf("page number is %+v", n)
		}
		box, _ := fs.Face(n.Face).Bounds('—')
		if y := n.Y - Unit(box.YMin+box.YMax)*14/2; !within(y, page.Millimetres(269)) {
			t.Errorf("dash stands at %s mm", mm(y))
		}
		if i%2 == 0 && !within(areaRight-n.end(fs), 14_000) || i%2 == 1 && n.X-areaLeft != 14_000 {
			t.Errorf("page number %d stands at %s–%s", i+1, mm(n.X), mm(n.end(fs)))
		}
		if !strings.HasPrefix(n.Text, "— ") || !strings.HasSuffix(n.Text, " —") {
			t.Errorf("page number %q", n.Text)
		}
	}
}

func TestFallbackAndMissingGlyphs(t *testing.T) {
	fs := square(t)
	b, problems := Typeset(doc.Document{Blocks: []doc.Block{body("甲\U00020000乙\U0002CC56丙"), body("\U0002CC56")}}, fs)
	if len(problems) != 1 {
		t.Fatalf("problems %+v", problems)
	}
	p := problems[0]
	if p.Severity != diag.Error || p.Code != "missing-glyph" || p.At.Column != 8 || len(p.Notes) != 1 || !strings.Contains(p.Message, "U+2CC56") || !strings.Contains(p.Message, "仿宋") {
		t.Errorf("problem %+v", p)
	}
	var faces []fontset.FaceID
	for _, r := range b.Pages[0].Runs[:4] {
		faces = append(faces, r.Face)
	}
	if faces[0] != faces[2] || faces[0] == faces[1] || plain(b) != "甲\U00020000乙丙" {
		t.Errorf("faces %v, text %q", faces, plain(b))
	}
}

// A title that a template made has no place: nobody can mark its lines.
func TestTemplatesTitleIsNobodysMistake(t *testing.T) {
	line := run(doc.TitleText, han(30))
	line[0].Origin.At = diag.Position{Column: 3}
	if _, problems := Typeset(doc.Document{Blocks: []doc.Block{doc.Title{Lines: [][]doc.Inline{line}}, filled(1)}}, square(t)); len(problems) > 0 {
		t.Errorf("%+v", problems)
	}
}
