package markdown

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

var start = diag.Position{File: "a.md", Line: 1, Column: 1}

// show writes blocks in one line each, for tables.
func show(blocks []Block) []string {
	var out []string
	for _, b := range blocks {
		s := fmt.Sprintf("%d:%d ", b.At.Line, b.At.Column)
		switch b.Kind {
		case Title:
			s += "title " + b.Text.Value
			if b.Breaks != nil {
				s += fmt.Sprint(b.Breaks)
			}
		case Fence:
			s += "fence " + b.Info.Value
			for _, l := range b.Lines {
				s += "|" + l.Value
			}
		default:
			if b.Level > 0 {
				s += fmt.Sprintf("%d%s[%d] ", b.Level, b.Number, b.Head)
			}
			s += b.Text.Value
		}
		if b.Attr != nil {
			s += " @" + b.Attr.Name.Value
		}
		out = append(out, s)
	}
	return out
}

func said(list diag.List) []string {
	var out []string
	for _, d := range list {
		out = append(out, fmt.Sprintf("%d:%d %s", d.At.Line, d.At.Column, d.Code))
	}
	return out
}

func TestBlocks(t *testing.T) {
	for name, c := range map[string]struct {
		src    string
		blocks []string
		said   []string
	}{
		"paragraphs":         {"甲。\n\n\n乙。\n", []string{"1:1 甲。", "4:1 乙。"}, nil},
		"levels":             {"一、总则\n\n（一）加强领导。明确责任。\n\n1.核查。\n\n1. 核查\n\n（1）核查\n", []string{"1:1 1一、[4] 一、总则", "3:1 2（一）[8] （一）加强领导。明确责任。", "5:1 31.[5] 1.核查。", "7:1 31.[5] 1. 核查", "9:1 4（1）[5] （1）核查"}, nil},
		"no numbers":         {"2020年完成。\n\n1.5万吨\n\n2020. 年\n", []string{"1:1 2020年完成。", "3:1 1.5万吨", "5:1 2020. 年"}, nil},
		"title":              {"# 关于|办法|的通知\n\n文。\n", []string{"1:1 title 关于办法的通知[2 4]", "3:1 文。"}, nil},
		"title and text":     {"# 题\n文。\n# 题 ##\n", []string{"1:1 title 题", "2:1 文。", "3:1 title 题 ##"}, nil},
		"deeper title":       {"## 题\n\n文\n", []string{"3:1 文"}, []string{"1:1 heading-level"}},
		"empty title":        {"#\n\n# \n", nil, []string{"1:1 empty-title", "3:1 empty-title"}},
		"title without room": {"#题\n", []string{"1:1 #题"}, []string{"1:1 title-space"}},
		"title breaks":       {"# 甲||乙|\n", []string{"1:1 title 甲乙[1 1 2]"}, []string{"1:4 title-break", "1:7 title-break"}},
		"soft break":         {"甲，\n乙。\n丙\n", []string{"1:1 甲，", "2:1 乙。", "3:1 丙"}, []string{"2:1 soft-break", "3:1 soft-break"}},
		"leading space":      {"    甲\n\n　　乙\n\n  丙  \n\n\u00a0丁", []string{"1:5 甲", "3:3 乙", "5:3 丙", "7:2 丁"}, []string{"1:1 leading-space", "3:1 leading-space", "5:1 leading-space", "7:1 leading-space"}},
		"only wide spaces":   {"甲\n　　\n乙\n", []string{"1:1 甲", "3:1 乙"}, []string{"2:1 leading-space", "3:1 soft-break"}},
		"no markup": {
			"**甲** _乙_ `丙` [丁](http://x) <b>戊</b> &amp; \\* ![x](y)\n\n* 甲\n\n- 甲\n\n1) 甲\n\n> 甲\n\n| 甲 | 乙 |\n|---|---|\n\n***\n\n---\n\n甲\n===\n\n[甲]: http://x\n\n<div>\n",
			[]string{"1:1 **甲** _乙_ `丙` [丁](http://x) <b>戊</b> &amp; \\* ![x](y)", "3:1 * 甲", "5:1 - 甲", "7:1 1) 甲", "9:1 > 甲", "11:1 | 甲 | 乙 |", "12:1 |---|---|", "14:1 ***", "16:1 ---", "18:1 甲", "19:1 ===", "21:1 [甲]: http://x", "23:1 <div>"},
			[]string{"12:1 soft-break", "19:1 soft-break"},
		},
		"attribute":          {"{change item=06}\n修改为：甲\n", []string{"2:1 修改为：甲 @change"}, nil},
		"attribute apart":    {"{a}\n\n# 题\n\n{b}\n```x\n```\n", []string{"3:1 title 题 @a", "6:1 fence x @b"}, nil},
		"attribute in text":  {"甲\n{a}\n乙\n", []string{"1:1 甲", "3:1 乙 @a"}, nil},
		"attribute alone":    {"甲\n\n{a}\n", []string{"1:1 甲"}, []string{"3:1 attribute-alone"}},
		"attribute twice":    {"{a}\n{b}\n甲\n", []string{"3:1 甲 @b"}, []string{"1:1 attribute-alone"}},
		"attribute open":     {"{change item=06\n甲\n", []string{"2:1 甲"}, []string{"1:16 attribute-syntax"}},
		"attribute wide":     {"{change　item=06}\n甲\n", []string{"2:1 甲"}, []string{"1:8 attribute-syntax"}},
		"attribute no value": {"{change item= field=goal}\n甲\n", []string{"2:1 甲"}, []string{"1:14 attribute-syntax"}},
		"attribute quote":    {"{change expect=\"甲}\n甲\n", []string{"2:1 甲"}, []string{"1:17 attribute-syntax"}},
		"attribute key":      {"{change a=1 a=2}\n甲\n", []string{"2:1 甲 @change"}, []string{"1:13 duplicate-key"}},
		"braces print":       {"{甲}\n\n甲{乙}丙\n", []string{"1:1 {甲}", "3:1 甲{乙}丙"}, nil},
		"fence":              {"```table 表\n- 甲\n\n    乙\n```\n文\n", []string{"1:1 fence table 表|- 甲||    乙", "6:1 文"}, nil},
		"fence open":         {"~~~\n甲\n", []string{"1:1 fence |甲"}, []string{"1:1 fence-open"}},
		"empty fence":        {"```\n```\n\n甲", []string{"1:1 fence ", "4:1 甲"}, nil},
		"slip":               {"行成{sic=形成}自我", []string{"1:1 行成自我"}, nil},
		"slip of nothing":    {"{sic=形成}自我\n\n甲{sic=形成}\n\n甲{sic=}\n\n甲{sic=乙\n\n甲乙{sic=丙}{sic=丁}", []string{"1:1 {sic=形成}自我", "3:1 甲{sic=形成}", "5:1 甲{sic=}", "7:1 甲{sic=乙", "9:1 甲乙{sic=丁}"}, []string{"1:1 sic-syntax", "3:2 sic-syntax", "5:2 sic-syntax", "7:2 sic-syntax", "9:10 sic-syntax"}},
	} {
		t.Run(name, func(t *testing.T) {
			blocks, list := Parse(c.src, start)
			if got := show(blocks); !slices.Equal(got, c.blocks) {
				t.Errorf("blocks\n have %s\n want %s", strings.Join(got, "\n      "), strings.Join(c.blocks, "\n      "))
			}
			if got := said(list); !slices.Equal(got, c.said) {
				t.Errorf("said %q, want %q", got, c.said)
			}
		})
	}
}

func TestStartPosition(t *testing.T) {
	blocks, _ := Parse("甲\n\n乙", diag.Position{File: "a.md", Line: 5, Column: 1})
	if got := show(blocks); !slices.Equal(got, []string{"5:1 甲", "7:1 乙"}) {
		t.Error(got)
	}
}

func TestAttributeValues(t *testing.T) {
	blocks, list := Parse(`{change item=17.1 expect="甲 \"乙\" \\ }" new flag-2}`+"\n甲", start)
	if len(list) > 0 || len(blocks) != 1 {
		t.Fatal(list)
	}
	a := blocks[0].Attr
	var got []string
	for _, p := range a.Pairs {
		got = append(got, fmt.Sprintf("%d %s %d %s %v", p.Key.At.Column, p.Key.Value, p.Value.At.Column, p.Value.Value, p.Flag))
	}
	want := []string{"9 item 14 17.1 false", `19 expect 27 甲 "乙" \ } false`, "41 new 0  true", "45 flag-2 0  true"}
	if a.Name.Value != "change" || !slices.Equal(got, want) {
		t.Errorf("%q\n%q", got, want)
	}
	if v, ok := a.Get("item"); !ok || v.Value != "17.1" {
		t.Error(v, ok)
	}
	if _, ok := a.Get("verb"); ok {
		t.Error("absent key found")
	}
	if b, _ := Parse("{style=lead}\n甲", start); b[0].Attr.Name.Value != "" || len(b[0].Attr.Pairs) != 1 {
		t.Errorf("%+v", b[0].Attr)
	}
}

// TestPositions: every character of a text knows its column, marks and
// breaks before it counted.
func TestPositions(t *testing.T) {
	blocks, _ := Parse("# 甲乙|丙行成{sic=形成}丁|戊\n\n（一）行成{sic=形成}戊己庚{sic=更}辛\n", start)
	title := blocks[0].Title()
	source := []rune("# 甲乙|丙行成{sic=形成}丁|戊")
	for i, r := range []rune(title.Value) {
		if at := title.Position(i); source[at.Column-1] != r {
			t.Errorf("title %d: %c stands at %d", i, r, at.Column)
		}
	}
	lines := title.Lines()
	for _, l := range lines {
		if first := []rune(l.Value)[0]; source[l.At.Column-1] != first {
			t.Errorf("line %q at %d", l.Value, l.At.Column)
		}
	}
	if len(lines) != 3 || lines[1].Value != "丙行成丁" || len(lines[1].Slips) != 1 || lines[1].Slips[0].Offset != 1 {
		t.Errorf("%+v", lines)
	}
	source = []rune("（一）行成{sic=形成}戊己庚{sic=更}辛")
	text := blocks[1].Text
	for i, r := range []rune(text.Value) {
		if at := text.Position(i); source[at.Column-1] != r || at.Line != 3 {
			t.Errorf("text %d: %c stands at %d", i, r, at.Column)
		}
	}
	if len(text.Slips) != 2 || text.Slips[0].Corrected != "形成" || text.Slice(text.Slips[1].Offset, text.Slips[1].Offset+text.Slips[1].Length).Value != "庚" {
		t.Errorf("%+v", text.Slips)
	}
}

func TestLongInputIsLinear(t *testing.T) {
	for _, unit := range []string{"#", "{a}\n", "`", "甲{sic=乙}", "　", "a\n", "\\", "（一", "{a=\""} {
		Parse(strings.Repeat(unit, 20000), start)
	}
}

// FuzzParse: no panic, and every visible character stands in a block or in a
// problem's line.
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"# 题|目\n\n一、总则\n\n（一）加强。明确。\n\n1. 文\n", "{change item=06 expect=\"甲\"}\n修改为：乙\n",
		"行成{sic=形成}自", "```t\n甲\n```\n", "    甲\n　乙\n", "**甲** <b> [x]: y\n===\n", "\v\n甲\f乙\n\r\n", "# \xeb\x82|\x84", "~~~ a`b\n", "\x00#\t甲",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		blocks, list := Parse(src, start)
		for _, b := range blocks {
			b.Title().Lines() // no break lies outside
		}
		if !utf8.ValidString(src) { // source gives none; no panic is enough
			return
		}
		lines := strings.Split(src, "\n")
		accounted := make([]map[rune]int, len(lines))
		for i := range accounted {
			accounted[i] = map[rune]int{}
		}
		add := func(at diag.Position, s string) {
			for _, r := range s {
				accounted[at.Line-1][r]++
			}
		}
		for _, b := range blocks {
			add(b.At, b.Text.Value)
			for _, s := range b.Text.Slips {
				add(b.At, sicOpen+s.Corrected+"}")
			}
			switch b.Kind {
			case Title:
				add(b.At, "#"+strings.Repeat("|", len(b.Breaks)))
			case Fence:
				add(b.At, lines[b.At.Line-1])
				for _, l := range b.Lines {
					add(l.At, l.Value)
				}
				if end := b.At.Line + len(b.Lines); end < len(lines) {
					add(diag.Position{Line: end + 1}, lines[end])
				}
			}
			if b.Attr != nil {
				add(b.Attr.At, lines[b.Attr.At.Line-1])
			}
			if !slices.Contains(b.Breaks, 0) { // a break before the title is reported
				checkText(t, lines, b.Text)
			}
		}
		for _, d := range list {
			if d.At.Line < 1 || d.At.Line > len(lines) || d.At.Column < 1 || d.At.Column > len([]rune(lines[d.At.Line-1]))+1 {
				t.Fatalf("%+v lies outside", d)
			}
			add(d.At, lines[d.At.Line-1])
		}
		for i, line := range lines {
			seen := map[rune]int{}
			for _, r := range line {
				if seen[r]++; !unicode.IsSpace(r) && accounted[i][r] < seen[r] {
					t.Fatalf("line %d: %q is in no block and no problem", i+1, r)
				}
			}
		}
	})
}

// checkText proves that the text's characters stand where it says.
func checkText(t *testing.T, lines []string, text dossier.Text) {
	t.Helper()
	if text.Value == "" || len(text.Value) > 2000 || strings.ContainsRune(text.Value, '\uFFFD') {
		return
	}
	line := []rune(lines[text.At.Line-1])
	if got := line[text.At.Column-1]; got != []rune(text.Value)[0] {
		t.Fatalf("%q starts with %q in its place", text.Value, got)
	}
}

// FuzzTitle: marks and breaks taken out of a title leave its other characters,
// and every slip and break lies inside.
func FuzzTitle(f *testing.F) {
	for _, s := range []string{"甲市|整改方案", "行成{sic=形成}|自我", "|", "||甲", "{sic=}", "甲{sic={sic=乙}", "{sic=甲乙}丙"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		text, _ := Inline(dossier.Text{Value: s, At: start})
		title, _ := SplitTitle(text)
		if strings.Contains(title.Value, "|") || len(title.Breaks) != strings.Count(text.Value, "|") {
			t.Fatalf("%q: %+v", s, title)
		}
		for _, b := range title.Breaks {
			if b < 0 || b > title.Len() {
				t.Fatalf("%q breaks at %d", s, b)
			}
		}
		for _, slip := range text.Slips {
			if slip.Offset < 0 || slip.Length < 1 || slip.Offset+slip.Length > text.Len() {
				t.Fatalf("%q has the slip %+v", s, slip)
			}
		}
	})
}
