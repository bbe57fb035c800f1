package layout

import (
	"fmt"
	"strings"
	"testing"

	"hongtou/internal/doc"
	"hongtou/internal/page"
)

// found gives the run that begins with a text, and its page.
func found(t *testing.T, b *Book, text string) (Run, int) {
	t.Helper()
	for i, p := range b.Pages {
		for _, r := range p.Runs {
			if strings.HasPrefix(r.Text, text) {
				return r, i
			}
		}
	}
	t.Fatalf("no run begins with %s", text)
	return Run{}, 0
}

func near(t *testing.T, what string, got, want Unit) {
	t.Helper()
	if !within(got, want) {
		t.Errorf("%s at %s mm, want %s", what, mm(got), mm(want))
	}
}

func names(list ...string) [][]doc.Inline {
	var out [][]doc.Inline
	for _, n := range list {
		out = append(out, run(doc.Body, n))
	}
	return out
}

func TestHeadMarksLeaveNoGap(t *testing.T) {
	fs := real(t)
	head := redHead(redMark("甲市人民政府"))
	for _, c := range []struct {
		marks doc.HeadMarks
		lines []string
	}{
		{doc.HeadMarks{SerialNumber: run(doc.Body, "000012"), Secrecy: run(doc.Body, "机密★3年"), Urgency: run(doc.Body, "特急")}, []string{"000012", "机密", "特急"}},
		{doc.HeadMarks{Secrecy: run(doc.Body, "秘密"), Urgency: run(doc.Body, "加急")}, []string{"秘密", "加急"}},
		{doc.HeadMarks{Urgency: run(doc.Body, "加急")}, []string{"加急"}},
		{doc.HeadMarks{}, nil},
	} {
		b := typeset(t, fs, append([]doc.Block{c.marks}, head...)...)
		for i, text := range c.lines {
			r, _ := found(t, b, text)
			near(t, text, r.X, areaLeft)
			near(t, text, r.Y-above(em), portrait.lineTop(i))
			if hei := i > 0 || text != "000012"; hei != strings.Contains(fs.Face(r.Face).Name(), "Hei") {
				t.Errorf("%s in %s", text, fs.Face(r.Face).Name())
			}
		}
		red, _ := split(b.Pages[0])
		top, _ := inkOf(red, fs)
		near(t, "ink of the mark", top, page.Millimetres(72))
		if len(b.Pages) != 1 {
			t.Errorf("%d pages", len(b.Pages))
		}
	}
}

func TestSignersShareTheNumbersLine(t *testing.T) {
	fs := real(t)
	for n := 1; n <= 5; n++ {
		list := []string{"张三", "欧阳小明", "李四丰", "王五", "赵六"}[:n]
		blocks := redHead(redMark("甲市人民政府"))
		blocks[1] = doc.DocNumber{Text: run(doc.Body, "甲政发〔2020〕7号"), SignersLabel: run(doc.Body, "签发人："), Signers: names(list...)}
		b := typeset(t, fs, blocks...)
		number, _ := found(t, b, "甲政发")
		near(t, "number", number.X, areaLeft+cell)
		first, _ := found(t, b, list[0])
		label, _ := found(t, b, "签发人")
		near(t, "label", label.Y, first.Y)
		for i, name := range list {
			r, _ := found(t, b, name)
			near(t, name, r.Y, first.Y+Unit(i/2)*pitch)
			if i%2 == 0 {
				near(t, name, r.X, first.X)
			}
			if !strings.Contains(fs.Face(r.Face).Name(), "Kai") {
				t.Errorf("%s in %s", name, fs.Face(r.Face).Name())
			}
		}
		last, _ := found(t, b, list[n-1])
		near(t, "number's line", number.Y, last.Y)
		var all []Run
		for _, r := range lineRuns(b.Pages[0], number.Y) {
			if r.X < areaLeft+14*cell {
				all = append(all, r)
			}
		}
		_, bottom := inkOf(all, fs)
		rule := b.Pages[0].Rules[0]
		near(t, "red line", rule.Y1-rule.Width/2, bottom+page.Millimetres(4))
		if right := min(n, 2) - 1; right >= 0 {
			r, _ := found(t, b, list[right])
			if end := r.end(fs); end > areaRight-cell+28 {
				t.Errorf("names end at %s mm", mm(end))
			}
		}
	}
}

func lineRuns(p Page, y Unit) []Run {
	var out []Run
	for _, r := range p.Runs {
		if r.Y == y {
			out = append(out, r)
		}
	}
	return out
}

func lastOf(p Page, y Unit) Run {
	l := lineRuns(p, y)
	return l[len(l)-1]
}

func sealOf(side int) doc.Image {
	return doc.Image{Data: []byte{1}, Width: side, Height: side, Alt: "印章"}
}

// The laws of seals, for one to six organs with short and long names.
func TestSeals(t *testing.T) {
	fs := real(t)
	for n := 1; n <= 6; n++ {
		for _, length := range []int{3, 7, 10, 16, 26} {
			for _, side := range []int{3800, 4200, 4500, 5000} {
				t.Run(fmt.Sprint(n, length, side), func(t *testing.T) {
					g := doc.Signature{Date: run(doc.Body, "2020年7月30日"), Sealing: doc.Sealed}
					for i := range n {
						g.Organs = append(g.Organs, run(doc.Body, han(length-1)+string(rune('一'+i))))
						g.Images = append(g.Images, sealOf(side))
					}
					b, problems := Typeset(doc.Document{Blocks: []doc.Block{filled(2), g}}, fs)
					checkTree(t, b)
					if length > 10 && n > 3 { // one under the other they need more than a page
						return
					}
					if len(problems) > 0 {
						t.Fatal(problems)
					}
					checkSeals(t, b, g)
				})
			}
		}
	}
}

func checkSeals(t *testing.T, b *Book, g doc.Signature) {
	t.Helper()
	p := b.Pages[len(b.Pages)-1]
	if len(p.Pictures) != len(g.Organs) {
		t.Fatalf("%d seals", len(p.Pictures))
	}
	date := p.Runs[len(p.Runs)-2]
	for _, r := range p.Runs {
		if strings.HasPrefix(r.Text, "2020") {
			date = r
			break
		}
	}
	for i, s := range p.Pictures {
		if s.X < areaLeft || s.X+s.Width > areaRight {
			t.Errorf("seal %d at %s–%s mm", i, mm(s.X), mm(s.X+s.Width))
		}
		for _, o := range p.Pictures[:i] {
			if s.X < o.X+o.Width && o.X < s.X+s.Width && s.Y < o.Y+o.Height && o.Y < s.Y+s.Height {
				t.Errorf("seal %d crosses another", i)
			}
		}
		if b.Elements[s.Element].Role != RoleFigure || b.Elements[s.Element].Alt != "印章" {
			t.Errorf("element %+v", b.Elements[s.Element])
		}
	}
	first, last := p.Pictures[0], p.Pictures[len(p.Pictures)-1]
	text := portrait.lineTop(1) + em
	if len(b.Pages) == 1 && (first.Y < text || first.Y > text+pitch) {
		t.Errorf("seals begin %s mm below the text", mm(first.Y-text))
	}
	if date.Y < last.Y+last.Height/2 || date.Y > last.Y+last.Height {
		t.Errorf("the date is not under the last seal's lower half")
	}
}

func TestSealedDateStandsFourFromTheEdge(t *testing.T) {
	fs := square(t)
	g := doc.Signature{Organs: names("甲市人民政府"), Date: run(doc.Body, "2020年7月30日"), Sealing: doc.Sealed, Images: []doc.Image{sealOf(4200)}}
	note := doc.ClosingNote{Text: run(doc.Body, "（此件公开发布）")}
	for _, images := range [][]doc.Image{nil, g.Images} {
		g.Images = images
		b := typeset(t, fs, filled(2), g, note)
		date, _ := found(t, b, "2020")
		organ, _ := found(t, b, "甲市")
		end := lastOf(b.Pages[0], date.Y).end(fs)
		near(t, "date's end", end, areaRight-4*cell)
		near(t, "organ's middle", organ.X+organ.end(fs), date.X+end)
		near(t, "organ", organ.Y, date.Y-pitch)
		r, _ := found(t, b, "（此件")
		near(t, "note", r.X, areaLeft+indent)
		near(t, "note", r.Y, date.Y+pitch)
	}
	for n := 1; n < 22; n++ {
		b := typeset(t, fs, filled(n), g)
		if _, p := found(t, b, "甲市"); p != len(b.Pages)-1 || linesOf(b.Pages[p], fs)[0].text[:3] == "甲市"[:3] && len(linesOf(b.Pages[p], fs)) == 2 {
			t.Errorf("%d lines of text: signature alone", n)
		}
	}
}

func TestStamps(t *testing.T) {
	fs := square(t)
	stamp := doc.Image{Data: []byte{1}, Width: 4000, Height: 2000, Alt: "签名章"}
	g := doc.Signature{
		Posts: names("甲市人民政府市长", "乙会主任"), Date: run(doc.Body, "2020年7月30日"), Sealing: doc.Stamped, Images: []doc.Image{stamp, stamp},
	}
	b := typeset(t, fs, filled(2), g)
	p := b.Pages[0].Pictures
	text := portrait.lineTop(1) + em
	near(t, "stamp's top", p[0].Y, text+2*pitch+leading)
	for i, name := range []string{"甲市", "乙会"} {
		near(t, "stamp's end", p[i].X+p[i].Width, areaRight-4*cell)
		r, _ := found(t, b, name)
		near(t, "post's middle", r.Y-above(em)+em/2, p[i].Y+p[i].Height/2)
	}
	post, _ := found(t, b, "甲市")
	near(t, "post's end", post.end(fs), p[0].X-2*cell)
	date, _ := found(t, b, "2020")
	near(t, "date's end", lastOf(b.Pages[0], date.Y).end(fs), areaRight-4*cell)
	if white := date.Y - above(em) - p[1].Y - p[1].Height; white < pitch-28 || white > 2*pitch {
		t.Errorf("date %s mm below the stamp", mm(white))
	}
	near(t, "date", date.Y-above(em), portrait.lineTop(portrait.lineAt(date.Y-above(em)-28)))
	if p[1].Y < p[0].Y+p[0].Height {
		t.Error("stamps cross")
	}
}
