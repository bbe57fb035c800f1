package compose

import (
	"strings"
	"testing"
	"unicode/utf8"

	"hongtou/internal/doc"
	"hongtou/internal/dossier"
)

func TestShortTitle(t *testing.T) {
	for _, c := range []struct{ number, sentence, want string }{
		{"第六项", "第六项，整改还不到位。", "第六项，整改还不到位"},
		{"（一）", "（一）加强领导，落实责任。", "（一）加强领导，落实责任"},
		{"一、", "一、总体要求", "一、总体要求"},
		{"", "没有序号的标题：", "没有序号的标题"},
		{"二、", "二、第十项，先说一句。再说。", "二、第十项，先说一句"},
		{"第九项", "第九项，一些厂超标排放严重，某县某公司某年某月至某年某月超标多日。", "第九项，一些厂超标排放严重……"},
		{"第四项", "第四项，某年，全省考核区县的许多市州，有几个没有按照要求考核。", "第四项，某年，全省考核区县的许多市州……"},
		{"第七项", "第七项，一二三四五六七八九十一二三四五六七八九十一二三四五。", "第七项，一二三四五六七八九十一二三四五六七八九十一二三四五"},
		{"第七项", "第七项，一二三四五六七八九十一二三四五六七八九十一二三四五六七，后面。", "第七项，一二三四五六七八九十一二三四五六七八九十一二三四五六七……"},
		{"（二）", "（二）甲乙丙丁戊己庚、甲乙丙丁戊己庚、甲乙丙丁戊己庚辛壬癸没有设施，严重。", "（二）甲乙丙丁戊己庚、甲乙丙丁戊己庚……"},
		{"第一项", "第一项，一二三四五六七八九十一二三四五六七八九十一二2018年三四五六七八九十一二三四五六七八九十。", "第一项，一二三四五六七八九十一二三四五六七八九十一二……"},
		{"第一项", "第一项，一二三四五六七八九十一二三四五六七八九十一二三（四五六七八九十一二三四五六七八九十。", "第一项，一二三四五六七八九十一二三四五六七八九十一二三……"},
		{"第一项", "第一项", "第一项"},
		{"", "", ""},
	} {
		if got := shortTitle(c.number, c.sentence); got != c.want {
			t.Errorf("shortTitle(%q)\n got %q\nwant %q", c.sentence, got, c.want)
		}
	}
}

func FuzzShortTitle(f *testing.F) {
	f.Add("第六项", "第六项，整改，还不到位2020年，"+strings.Repeat("长", 40))
	f.Fuzz(func(t *testing.T, number, rest string) {
		if !utf8.ValidString(number + rest) {
			t.Skip()
		}
		got := shortTitle(number, number+rest)
		if !strings.HasPrefix(number+rest, strings.TrimSuffix(got, "……")) {
			t.Errorf("%q is no beginning of %q", got, number+rest)
		}
		if n := utf8.RuneCountInString(got); n > utf8.RuneCountInString(number)+longChars+24+2 && !strings.Contains(rest, "，") {
			t.Errorf("%q has %d characters", got, n)
		}
	})
}

func TestAnchorID(t *testing.T) {
	seen := map[string]string{}
	for parts, want := range map[string]string{
		"item 06": "item-06", "item 17.2": "item-17-2", "plan 3 1": "plan-3-1", "item 17-2": "item-17_2d2", "item A": "item-_41", "item 甲": "item-_7532",
	} {
		got := anchorID(strings.Fields(parts)...)
		if got != want {
			t.Errorf("%s: %s, want %s", parts, got, want)
		}
		if other, dup := seen[got]; dup {
			t.Errorf("%s and %s share %s", parts, other, got)
		}
		seen[got] = parts
	}
}

func TestNumbering(t *testing.T) {
	n := &numbering{part: "plan"}
	for _, c := range []struct {
		level        int
		number, want string
	}{
		{0, "", ""}, {1, "一、", "plan-1"}, {2, "（一）", "plan-1-1"}, {2, "（二）", "plan-1-2"}, {3, "1.", "plan-1-2-1"}, {4, "（3）", "plan-1-2-1-3"},
		{1, "三、", "plan-3"}, {3, "2.", "plan-3-2"}, {2, "（十一）", "plan-3-11"}, {2, "（甲）", "plan-3-_ff08_7532_ff09"}, {9, "?", ""},
	} {
		o := n.outline(dossier.Paragraph{Level: c.level, Number: c.number, Text: dossier.Text{Value: c.number + "甲"}, Head: 99})
		if o.ID != c.want {
			t.Errorf("%s: %s, want %s", c.number, o.ID, c.want)
		}
		if o.ID != "" && o.Level != c.level+1 {
			t.Errorf("%s: outline level %d", c.number, o.Level)
		}
	}
}

// TestFacesOfHeadings checks the face of every level, of items and of labels
// on the neutral dossier, and that a quoted measure is no heading.
func TestFacesOfHeadings(t *testing.T) {
	f := &fixture{say: plainly}
	d := f.dossier()
	want := map[string]struct {
		style doc.Style
		level int
	}{
		"一、总的要求": {doc.Level1, 2}, "（一）要快。": {doc.Level2, 3}, "1.第一步。": {doc.Level3, 4}, "（1）小步。": {doc.Level4, 5},
		"第一项，有毛病。": {doc.ItemHead, 3}, "第二项，有毛病。": {doc.ItemHead, 3}, "（一）头一个方面。": {doc.ItemHead, 4}, "（二）另一个方面": {doc.ItemHead, 4},
		"一、甲类（1项）": {doc.Level1, 2}, "一、第一项，有毛病。": {doc.Level1, 2}, "（一）稳。": {doc.Level2, 3},
		"一、原则": {doc.Level1, 2}, "二、乙类（2项）": {doc.Level1, 2}, "第三项，有毛病。": {doc.ItemHead, 3},
	}
	for _, c := range composeAll(t, d) {
		for _, b := range c.Composed.Document.Blocks {
			p, ok := b.(doc.Paragraph)
			if !ok || p.Head == 0 {
				continue
			}
			head := doc.Plain(p.Text[:p.Head])
			w, known := want[head]
			if !known {
				w.style = doc.Label
				if !strings.HasSuffix(head, "：") {
					t.Errorf("%q is a heading", head)
				}
			}
			for i, r := range p.Text {
				if i < p.Head && r.Style != w.style || i >= p.Head && r.Style != doc.Body {
					t.Errorf("%q: run %q is %v", head, r.Text, r.Style)
				}
			}
			if p.Outline.Level != w.level {
				t.Errorf("%q: outline %+v", head, p.Outline)
			}
		}
	}
}
