package layout

import (
	"strings"
	"testing"

	"hongtou/internal/doc"
)

func TestHeadingGoesWithItsText(t *testing.T) {
	fs := square(t)
	for _, c := range []struct {
		name   string
		blocks []doc.Block
		end    End
		lines  int
	}{
		{"heading on line 22", []doc.Block{filled(21), heading("一、标题"), filled(2)}, EndHeading, 21},
		{"two headings", []doc.Block{filled(20), heading("一、标题"), heading("（一）标题"), filled(2)}, EndHeading, 20},
		{"heading on line 21", []doc.Block{filled(20), heading("一、标题"), filled(2)}, EndFull, 22},
		{"heading that is marked by its bookmark alone", []doc.Block{filled(21),
			doc.Paragraph{Text: run(doc.Level1, "一、标题"), Outline: doc.Outline{Level: 1}}, filled(2)}, EndHeading, 21},
		{"title above the page's end", []doc.Block{filled(19), doc.Title{Lines: [][]doc.Inline{run(doc.TitleText, "题目")}}, filled(2)}, EndHeading, 19},
		{"title that fits, but not what follows", []doc.Block{filled(18), doc.Title{Lines: [][]doc.Inline{run(doc.TitleText, "题目")}}, filled(2)}, EndHeading, 18},
		{"title high enough", []doc.Block{filled(17), doc.Title{Lines: [][]doc.Inline{run(doc.TitleText, "题目")}}, filled(2)}, EndFull, 19},
		{"label on line 22", []doc.Block{filled(21), doc.Paragraph{Text: run(doc.Label, "整改措施："), Head: 1}, filled(2)}, EndHeading, 21},
		{"announcement on line 22", []doc.Block{filled(21), body("整改措施修改为："), filled(2)}, EndHeading, 21},
		{"announcement of two lines", []doc.Block{filled(20), body(han(2*cells-10) + "："), filled(2)}, EndHeading, 21},
		{"announcements alone may fill a page", append(repeat(body("甲："), 25), filled(1)), EndFull, 22},
		{"colon inside", []doc.Block{filled(21), body("整改措施：无"), filled(2)}, EndFull, 22},
		{"run-in heading may stand on line 22", []doc.Block{filled(21),
			doc.Paragraph{Text: append(run(doc.Level2, "（一）标题。"), run(doc.Body, han(60))...), Head: 1}}, EndFull, 22},
		{"run-in heading of a whole line", []doc.Block{filled(21),
			doc.Paragraph{Text: append(run(doc.Level2, "（一）"+han(22)+"。"), run(doc.Body, han(60))...), Head: 1}}, EndHeading, 21},
		{"origin of a passage that ends on line 22", []doc.Block{filled(22), origin("据通知修改"), filled(2)}, EndNote, 21},
		{"two of them", []doc.Block{filled(21), origin("据通知修改"), origin("据通知删去"), filled(2)}, EndNote, 20},
		{"origin on line 22", []doc.Block{filled(21), origin("据通知修改"), filled(2)}, EndFull, 22},
		{"forced", []doc.Block{filled(3), doc.PageBreak{}, filled(2)}, EndForced, 3},
		{"headings alone may fill a page", append(repeat(heading("标题"), 25), filled(1)), EndFull, 22},
	} {
		b := typeset(t, fs, c.blocks...)
		if p := b.Pages[0]; p.End != c.end || len(linesOf(p, fs)) != c.lines {
			t.Errorf("%s: first page has %d lines and ends %s", c.name, len(linesOf(p, fs)), p.End)
		}
	}
}

func origin(text string) doc.Paragraph { return doc.Paragraph{Text: run(doc.Note, "（"+text+"）")} }

func repeat(b doc.Block, n int) []doc.Block {
	var out []doc.Block
	for range n {
		out = append(out, b)
	}
	return out
}

func TestPageBreaksWithoutTextMakeNoPages(t *testing.T) {
	b := typeset(t, square(t), doc.PageBreak{}, doc.PageBreak{}, filled(1), doc.PageBreak{}, doc.PageBreak{}, filled(1), doc.PageBreak{})
	if len(b.Pages) != 2 {
		t.Errorf("%d pages, want 2", len(b.Pages))
	}
}

func TestEmptyDocumentHasAPage(t *testing.T) {
	if b := typeset(t, square(t)); len(b.Pages) != 1 {
		t.Errorf("%d pages", len(b.Pages))
	}
}

func signed() doc.Signature {
	return doc.Signature{
		Organs: [][]doc.Inline{run(doc.Body, "甲市委员会办公室"), run(doc.Body, "甲市人民政府办公室")},
		Date:   run(doc.Body, "2020年7月30日"),
	}
}

func TestSignatureGeometry(t *testing.T) {
	fs := square(t)
	b := typeset(t, fs, filled(2), signed())
	l := linesOf(b.Pages[0], fs)
	// 甲市人民政府办公室 is 9 cells; the shorter name is as wide.
	x := areaRight - 2*cell - 9*cell
	for i, want := range []line{{x: x, end: areaRight - 2*cell, y: portrait.lineTop(3)}, {x: x, end: areaRight - 2*cell, y: portrait.lineTop(4)}, {x: x + 2*cell, end: l[4].end, y: portrait.lineTop(5)}} {
		got := l[2+i]
		if got.x != want.x || got.end != want.end || got.y != want.y+above(em) {
			t.Errorf("signature line %d stands at %d–%d, %d; want %d–%d, %d", i, got.x, got.end, got.y, want.x, want.end, want.y+above(em))
		}
	}
	// A date longer than the name: it stands two characters from the edge.
	b = typeset(t, fs, filled(2), doc.Signature{Organs: [][]doc.Inline{run(doc.Body, "甲局")}, Date: run(doc.Body, "2020年7月30日")})
	l = linesOf(b.Pages[0], fs)
	date := l[3]
	if d := areaRight - 2*cell - date.end; d < 0 || d > 10 {
		t.Errorf("long date ends at %d", date.end)
	}
	if l[2].x != date.x-2*cell {
		t.Errorf("signature begins at %d, date at %d", l[2].x, date.x)
	}
}

// A date longer than the name keeps two characters from the edge; otherwise the
// name does.
func TestDateKeepsFromTheEdge(t *testing.T) {
	fs := square(t)
	for n := 2; n <= 20; n++ {
		for _, text := range []string{"2021年3月5日", "2020年12月30日"} {
			l := linesOf(typeset(t, fs, filled(2), doc.Signature{Organs: [][]doc.Inline{run(doc.Body, han(n))}, Date: run(doc.Body, text)}).Pages[0], fs)
			organ, date := l[2], l[3]
			end := organ.end
			if date.end-date.x > organ.end-organ.x {
				end = date.end
			}
			if date.x != organ.x+indent || end > areaRight-indent || end < areaRight-indent-10 || date.end > areaRight {
				t.Errorf("name of %d characters at %d–%d, date at %d–%d", n, organ.x, organ.end, date.x, date.end)
			}
		}
	}
}

func TestSignatureNeverStandsAlone(t *testing.T) {
	fs := square(t)
	for n := 16; n <= 24; n++ {
		b := typeset(t, fs, filled(n), signed())
		last := linesOf(b.Pages[len(b.Pages)-1], fs)
		if least := min(2, max(1, n-22)) + 3; n > 18 && n < 23 && len(last) != 5 || len(last) < least {
			t.Errorf("%d lines of text: %d lines on the last page", n, len(last))
		}
		want := EndSignature
		switch {
		case n <= 18:
			want = EndDocument // all on one page
		case n > 22:
			want = EndFull // the second page has text of its own
		}
		if got := b.Pages[0].End; got != want {
			t.Errorf("%d lines of text: first page ends %s, want %s", n, got, want)
		}
		if !strings.HasPrefix(plain(b), han(20)) || !strings.HasSuffix(plain(b), "2020年7月30日") {
			t.Errorf("%d lines of text: order is lost", n)
		}
	}
}

// An organ wider than the type area is broken, and its lines, the others and
// the date are one block all the same.
func TestBrokenSignatureStaysWhole(t *testing.T) {
	fs := square(t)
	for n := 14; n <= 24; n++ {
		sign := doc.Signature{Organs: [][]doc.Inline{run(doc.Body, han(40)), run(doc.Body, han(30))}, Date: run(doc.Body, "2020年7月30日")}
		b := typeset(t, fs, filled(n), sign)
		last := linesOf(b.Pages[len(b.Pages)-1], fs)
		if len(last) < 6 || last[len(last)-5].text != han(28) || last[len(last)-1].text != "2020年7月30日" {
			t.Errorf("%d lines of text: the last page has %d lines", n, len(last))
		}
	}
	blank := doc.Signature{Organs: [][]doc.Inline{nil, run(doc.Body, han(40))}}
	if p := typeset(t, fs, blank).Pages[0]; len(linesOf(p, fs)) != 2 {
		t.Errorf("a name without characters: %+v", linesOf(p, fs))
	}
}

func TestEmptyLineOnLine22IsAReason(t *testing.T) {
	fs := square(t)
	b := typeset(t, fs, filled(21), doc.AttachmentNote{Entries: []doc.AttachmentEntry{{Lead: run(doc.Body, "附件："), Name: run(doc.Body, "清单")}}})
	if b.Pages[0].End != EndBlank || linesOf(b.Pages[1], fs)[0].y != portrait.lineTop(0)+above(em) {
		t.Errorf("first page ends %s", b.Pages[0].End)
	}
}

func TestAttachmentNoteHangs(t *testing.T) {
	fs := square(t)
	b := typeset(t, fs, filled(1), doc.AttachmentNote{Entries: []doc.AttachmentEntry{
		{Lead: run(doc.Body, "附件：1."), Name: run(doc.Body, han(30))},
		{Lead: run(doc.Body, "2."), Name: run(doc.Body, "丙")},
	}})
	l := linesOf(b.Pages[0], fs)[1:]
	lead := 4*cell - 1 // 1. is two half cells, each rounded down
	nameX := areaLeft + indent + lead
	if l[0].x != areaLeft+indent || l[0].end != areaRight || l[0].y != portrait.lineTop(2)+above(em) {
		t.Errorf("first line %+v", l[0])
	}
	if l[1].x != nameX {
		t.Errorf("wrapped name at %d, want %d", l[1].x, nameX)
	}
	if l[2].x != nameX-cell+1 {
		t.Errorf("second entry at %d, want %d", l[2].x, nameX-cell+1)
	}
}

func TestAttachmentOnANewPage(t *testing.T) {
	fs := square(t)
	b := typeset(t, fs, filled(2), doc.AttachmentMark{Text: run(doc.AttachmentLabel, "附件")},
		doc.Title{Lines: [][]doc.Inline{run(doc.TitleText, "整改措施清单")}}, filled(1))
	l := linesOf(b.Pages[1], fs)
	if b.Pages[0].End != EndForced || l[0].x != areaLeft || l[0].y != portrait.lineTop(0)+above(em) {
		t.Errorf("first page ends %s, mark %+v", b.Pages[0].End, l[0])
	}
	if top := l[1].y - above(22_000); top != portrait.lineTop(2) {
		t.Errorf("title's top at %d, want line 3 at %d", top, portrait.lineTop(2))
	}
	if l[2].y != portrait.lineTop(4)+above(em) {
		t.Errorf("text at %d, want line 5", l[2].y)
	}
}

func TestPageNumbersAndMirror(t *testing.T) {
	fs := square(t)
	for _, mirrored := range []bool{false, true} {
		b, _ := Typeset(doc.Document{Setup: doc.Setup{Mirrored: mirrored, Status: "整理本"}, Blocks: []doc.Block{filled(50)}}, fs)
		step := Unit(0)
		if mirrored {
			step = mirrorStep
		}
		for i, p := range b.Pages {
			left, right := areaLeft, areaRight
			if i%2 == 1 {
				left, right = left-step, right-step
			}
			if p.Runs[1].X != left {
				t.Errorf("mirrored %v: page %d begins at %d, want %d", mirrored, i+1, p.Runs[1].X, left)
			}
			n := p.Runs[len(p.Runs)-2]
			// — 1 — is 14 pt: two dashes, two spaces and a digit of half the width
			if want := right - 14_000 - 49_000; i%2 == 0 && n.X != want {
				t.Errorf("mirrored %v: number %d at %d, want %d", mirrored, i+1, n.X, want)
			}
			if i%2 == 1 && n.X != left+14_000 {
				t.Errorf("mirrored %v: number %d at %d, want %d", mirrored, i+1, n.X, left+14_000)
			}
			status := p.Runs[len(p.Runs)-1]
			if !n.Artifact || !status.Artifact || status.Text != "整理本" || status.X != (left+right-3*10_500)/2 {
				t.Errorf("status line %+v", status)
			}
		}
	}
}

func TestBookmarks(t *testing.T) {
	b := typeset(t, square(t), doc.Title{Lines: [][]doc.Inline{run(doc.TitleText, "题目")}, Outline: doc.Outline{Level: 1, Title: "题", ID: "top"}},
		filled(17), heading("一、标题"), filled(1))
	want := []Bookmark{{1, "题", "top", 0, portrait.lineTop(2)}, {1, "一、标题", "h", 1, portrait.lineTop(0)}}
	if len(b.Bookmarks) != 2 || b.Bookmarks[0] != want[0] || b.Bookmarks[1] != want[1] {
		t.Errorf("bookmarks %+v", b.Bookmarks)
	}
}
