package norm_test

import (
	"testing"

	"hongtou/internal/norm"
	"hongtou/internal/printout"
)

// bare is a page without anything to read but a number.
func bare() *sheet {
	s := &sheet{sizes: pages(1)}
	s.folio(1)
	return s
}

// everything moves all that stands on some pages.
func everything(x, y float64, pick func(page int) bool) func(*sheet) {
	return func(s *sheet) {
		for _, t := range s.texts {
			if pick(t.page) {
				t.x, t.y = t.x+x, t.y+y
			}
		}
		for _, l := range s.lines {
			if pick(l.page) {
				l.x0, l.x1, l.y0, l.y1 = l.x0+x, l.x1+x, l.y0+y, l.y1+y
			}
		}
	}
}

func anyPage(int) bool   { return true }
func even(page int) bool { return page%2 == 0 }
func second(p int) bool  { return p == 2 }

// ownPages changes the text of the pages that are nothing but text.
func ownPages(do func(*text)) func(*sheet) { return on("body", do) }

// squeeze changes the pitch of page 2; lines that then go beyond the type area
// are left out.
func squeeze(to float64) func(*sheet) {
	return ownPages(func(t *text) {
		if t.page == 2 {
			t.y = baseline(1) + (t.y-baseline(1))*to/pitch
			if t.y > 262 {
				t.page = 0
			}
		}
	})
}

// officeLines sets all text on lines of 28.95 points with their white around
// them, as office programs do.
func officeLines(s *sheet) {
	const step = 28.95 * pt
	s.named("body", func(t *text) {
		row := int((t.y-baseline(1))/pitch + 0.5)
		t.y = 37 + (step-16*pt)/2 + 0.88*16*pt + float64(row)*step
	})
}

// natural sets text with characters as wide as their type, 27 to a line, not
// justified.
func natural(t *text) {
	if n := len([]rune(t.s)); n >= 26 {
		t.s = cut(t.s, n-1)
	}
	t.cell = 16 * pt
}

func TestPageClauses(t *testing.T) {
	try(t, []trial{
		{name: "A4", clause: "5.1 幅面", make: official, want: norm.Holds, value: "首页宽", number: 210, unit: "mm"},
		{name: "A4 on its side", clause: "5.1 幅面", make: lying, want: norm.Holds},
		{name: "letter paper", clause: "5.1 幅面", make: official, alter: func(s *sheet) { s.sizes[1] = size{215.9, 279.4} },
			want: norm.Fails, says: "第2页215.9"},
		{name: "a scan", clause: "5.1 幅面", make: scan, want: norm.Holds},

		{name: "as it should be", clause: "5.2.1 订口", make: official, want: norm.Holds, value: "订口", number: 28, unit: "mm"},
		{name: "1 mm to the right", clause: "5.2.1 订口", make: official, alter: everything(1, 0, anyPage),
			want: norm.Fails, value: "订口", number: 29, unit: "mm", says: "29.0 mm"},
		{name: "far to the right", clause: "5.2.1 订口", make: official, alter: everything(12, 0, anyPage),
			want: norm.Fails, value: "订口", number: 40, unit: "mm"},
		{name: "mirrored as in a book", clause: "5.2.1 订口", make: official, alter: everything(-2, 0, even),
			want: norm.Holds, value: "订口", number: 28, unit: "mm", says: "双页的订口在右"},
		{name: "no text", clause: "5.2.1 订口", make: bare, want: norm.Absent, says: "没有正文"},
		{name: "no full line", clause: "5.2.1 订口", make: shortLines, want: norm.Unproven, says: "满行"},

		{name: "as it should be", clause: "5.2.1 版心宽", make: official, want: norm.Holds, value: "版心宽", number: 156, unit: "mm"},
		{name: "all 1 mm to the right", clause: "5.2.1 版心宽", make: official, alter: everything(1, 0, anyPage), want: norm.Holds},
		{name: "150 mm", clause: "5.2.1 版心宽", make: official, alter: ownPages(func(t *text) { t.cell = 150.0 / 28 }),
			want: norm.Fails, value: "版心宽（最小）", number: 150, unit: "mm"},
		{name: "not justified, 27 characters", clause: "5.2.1 版心宽", make: natural27, want: norm.Holds},
		{name: "not justified, 24 characters", clause: "5.2.1 版心宽", make: natural27, alter: ownPages(func(t *text) { t.s = cut(t.s, 24) }), want: norm.Fails},
		{name: "no text", clause: "5.2.1 版心宽", make: bare, want: norm.Absent},
		{name: "no full line", clause: "5.2.1 版心宽", make: shortLines, want: norm.Unproven},

		{name: "as it should be", clause: "5.2.1 天头", make: official, want: norm.Holds, value: "首行字上边", number: 37, unit: "mm"},
		{name: "1 mm lower", clause: "5.2.1 天头", make: official, alter: everything(0, 1, second), want: norm.Fails},
		{name: "12 mm higher", clause: "5.2.1 天头", make: official, alter: everything(0, -12, second), want: norm.Fails},
		{name: "lines with their white around", clause: "5.2.1 天头", make: official, alter: officeLines,
			want: norm.Holds, value: "首行字上边", number: 39.28, unit: "mm", says: "行内空白"},
		{name: "lines with their white around, 4 mm lower", clause: "5.2.1 天头", make: official,
			alter: all(officeLines, everything(0, 4, second)), want: norm.Fails},
		{name: "no page that begins with text", clause: "5.2.1 天头", make: bare, want: norm.Absent},

		{name: "as it should be", clause: "5.2.1 版心高", make: official, want: norm.Holds, value: "满页末行字下边", number: 262.07, unit: "mm"},
		{name: "text runs on", clause: "5.2.1 版心高", make: official, alter: everything(0, 7, second), want: norm.Fails},
		{name: "a full page ends early", clause: "5.2.1 版心高", make: official, alter: ownPages(func(t *text) {
			if t.page == 2 && t.y > 240 {
				t.page = 0
			}
		}), want: norm.Fails, says: "满页"},
		{name: "21 lines of 29 points", clause: "5.2.1 版心高", make: official, alter: all(officeLines, ownPages(func(t *text) {
			if t.page == 2 && t.y > 252 {
				t.page = 0
			}
		})), want: norm.Holds},
		{name: "no text", clause: "5.2.1 版心高", make: bare, want: norm.Absent},
	})
}

// shortLines is text of which no line fills the page.
func shortLines() *sheet {
	s := bare()
	s.add(text{name: "body", page: 1, s: "整改方案", x: 28 + 2*zi, y: baseline(3)})
	return s
}

// natural27 is a document whose text is not justified.
func natural27() *sheet {
	s := official()
	s.named("body", natural)
	s.named("body1", natural)
	return s
}

func cut(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n])
	}
	return s
}

// scan is a page that is one picture.
func scan() *sheet {
	return &sheet{sizes: pages(1), pictures: []*picture{{name: "scan", page: 1, w: 210, h: 297}}}
}

func TestMuteFiles(t *testing.T) {
	unread := func(s *sheet) {
		s.alter = func(d *printout.Document) {
			for i := range d.Pages {
				d.Pages[i].Unmapped = len(d.Pages[i].Glyphs)
			}
		}
	}
	for _, c := range []struct {
		name string
		make func() *sheet
		do   func(*sheet)
	}{
		{"scan", scan, nil},
		{"curves", func() *sheet {
			return &sheet{sizes: pages(1), areas: []printout.Area{{Page: 1, Box: printout.Box{X0: 40, Y0: 50, X1: 44, Y1: 54}}}}
		}, nil},
		{"no characters", official, unread},
	} {
		s := c.make()
		if c.do != nil {
			c.do(s)
		}
		d := s.find()
		for _, k := range norm.Clauses() {
			r := k.Measure(d)
			if k.ID != "5.1" && k.ID != norm.Own && (r.Verdict != norm.Unproven || r.Measured == "") {
				t.Errorf("%s: %s %s %q", c.name, k.Name(), r.Verdict, r.Measured)
			}
		}
	}
	if r := norm.Clauses()[0].Measure((&sheet{}).find()); r.Verdict == norm.Holds {
		t.Errorf("a file without pages holds: %q", r.Measured)
	}
}

// TestScannedPageHidesElements: what the other pages do not have may stand on a
// scanned one.
func TestScannedPageHidesElements(t *testing.T) {
	s := official()
	s.sizes = append(s.sizes, upright)
	s.pictures = append(s.pictures, &picture{name: "scan", page: 7, w: 210, h: 297})
	if r := measure(t, "7.3.5.3 签名章", s); r.Verdict != norm.Unproven || len(r.Places) != 1 || r.Places[0].Page != 7 {
		t.Errorf("%s %q %v", r.Verdict, r.Measured, r.Places)
	}
	if r := measure(t, "7.2.4 上边缘", s); r.Verdict != norm.Holds {
		t.Errorf("%s %q", r.Verdict, r.Measured)
	}
}
