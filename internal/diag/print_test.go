package diag

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"hongtou/internal/zh"
)

// shownBy prints one problem over one source line.
func shownBy(p Printer, line string, d Diagnostic) string {
	p.Line = func(string, int) string { return line }
	var b bytes.Buffer
	if err := p.Print(&b, List{d}); err != nil {
		panic(err)
	}
	return b.String()
}

func TestPrintForm(t *testing.T) {
	d := Diagnostic{
		Severity: Error, Code: "unknown-unit", Message: "未知责任单位“州城建居”",
		At: Position{"content/a/items/07.md", 11, 12}, Length: 4,
		Hint:  "是否为“州城建局”？可在 content/units.yaml 中登记",
		Notes: []Note{{"名册在此", Position{"content/units.yaml", 3, 1}}},
	}
	want := `content/a/items/07.md:11:12: 错误 unknown-unit: 未知责任单位“州城建居”
  责任单位：各县乡政府，州城建居
                        ^^^^^^^^
  提示：是否为“州城建局”？可在 content/units.yaml 中登记
  content/units.yaml:3:1: 另见 名册在此
共 1 个错误、0 个警告、0 条建议
`
	if got := shownBy(Printer{}, "责任单位：各县乡政府，州城建居", d); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestPrintPlaces(t *testing.T) {
	for _, c := range []struct {
		at   Position
		line string
		want string
	}{
		{Position{}, "正文", "警告 x: 话\n"},
		{Position{File: "a.md"}, "正文", "a.md: 警告 x: 话\n"},
		{Position{"a.md", 2, 0}, "正文", "a.md:2: 警告 x: 话\n  正文\n"},
		{Position{"a.md", 2, 3}, "正文", "a.md:2:3: 警告 x: 话\n  正文\n      ^\n"},
		{Position{"a.md", 2, 99}, "正文", "a.md:2:99: 警告 x: 话\n  正文\n      ^\n"},
		{Position{"a.md", 2, 3}, "\t甲 \x1b[31m乙", "a.md:2:3: 警告 x: 话\n  \t甲 �[31m乙\n  \t  ^\n"},
		{Position{"a.md", 2, 2}, "甲\u200b乙", "a.md:2:2: 警告 x: 话\n  甲�乙\n    ^\n"},
		{Position{"a.md", 2, 1}, "", "a.md:2:1: 警告 x: 话\n"},
	} {
		got := shownBy(Printer{}, c.line, Diagnostic{Severity: Warning, Code: "x", Message: "话", At: c.at})
		if want := c.want + "共 0 个错误、1 个警告、0 条建议\n"; got != want {
			t.Errorf("at %v\n got %q\nwant %q", c.at, got, want)
		}
	}
}

func TestPrintCutsLongLines(t *testing.T) {
	line := strings.Repeat("甲", 700) + "错" + strings.Repeat("乙", 1300)
	for _, c := range []struct{ column, length int }{{701, 1}, {1, 1}, {2001, 1}, {1990, 4}, {100, 1500}, {2002, 0}} {
		e := cut(line, c.column, c.length, 60)
		if w := zh.Width(e.text); w > 60 || w < 50 {
			t.Errorf("column %d: %d columns shown", c.column, w)
		}
		if w := zh.Width(e.indent + e.carets); w > 60 {
			t.Errorf("column %d: marked up to %d", c.column, w)
		}
	}
	e := cut(line, 701, 1, 60)
	if !strings.HasPrefix(e.text, "…甲") || !strings.HasSuffix(e.text, "乙…") {
		t.Errorf("%q", e.text)
	}
	marked := []rune(e.text)[1+(zh.Width(e.indent)-2)/2]
	if marked != '错' || e.carets != "^^" {
		t.Errorf("marked %c with %q", marked, e.carets)
	}
	if e := cut(line, 2001, 1, 60); strings.HasSuffix(e.text, "…") || !strings.HasSuffix(e.text, "乙") {
		t.Errorf("the end must show: %q", e.text)
	}
}

func TestPrintColor(t *testing.T) {
	d := Diagnostic{Severity: Advice, Code: "x", Message: "话", At: Position{"a.md", 1, 1}}
	if got := shownBy(Printer{}, "甲", d); strings.Contains(got, "\x1b") {
		t.Errorf("colour without asking: %q", got)
	}
	if got := shownBy(Printer{Color: true}, "甲", d); !strings.Contains(got, "\x1b[1;36m建议\x1b[0m") {
		t.Errorf("no colour: %q", got)
	}
}

func TestSummary(t *testing.T) {
	if got := (List{}).Summary(); got != "未发现问题" {
		t.Error(got)
	}
	l := List{{Severity: Error}, {Severity: Advice}, {Severity: Advice}}
	if got := l.Summary(); got != "共 1 个错误、0 个警告、2 条建议" {
		t.Error(got)
	}
}

func TestJSON(t *testing.T) {
	l := List{
		{Severity: Error, Code: "a", Message: "<甲>", At: Position{"a.md", 1, 2}, Length: 3, Hint: "h",
			Notes: []Note{{"另", Position{"b.md", 4, 5}}}},
		{Severity: Advice, Code: "b", Message: "乙"},
	}
	var b bytes.Buffer
	if err := WriteJSON(&b, l); err != nil {
		t.Fatal(err)
	}
	want := `[{"severity":"error","code":"a","message":"<甲>","file":"a.md","line":1,"column":2,"length":3,"hint":"h","notes":[{"message":"另","file":"b.md","line":4,"column":5}]},` +
		`{"severity":"advice","code":"b","message":"乙"}]`
	var got bytes.Buffer
	if err := json.Compact(&got, bytes.TrimSpace(b.Bytes())); err != nil || got.String() != want {
		t.Errorf("got\n%s (%v)\nwant\n%s", got.String(), err, want)
	}
	b.Reset()
	if WriteJSON(&b, nil); b.String() != "[]\n" {
		t.Errorf("%q", b.String())
	}
}

// FuzzCut: whatever the line, what is shown is valid, bounded and marked.
func FuzzCut(f *testing.F) {
	f.Add("责任单位：州城建居", 6, 4, 60)
	f.Add("\t甲\u0301\u202e乙", 2, 1, 10)
	f.Add("", 0, 0, 60)
	f.Fuzz(func(t *testing.T, line string, column, length, width int) {
		width = 10 + (width&0xff+0x100)%0x100
		column, length = column%5000, length%5000
		e := cut(line, column, length, width)
		if !utf8.ValidString(e.text) || zh.Width(e.text) > width+4 {
			t.Fatalf("%d columns of %d: %q", zh.Width(e.text), width, e.text)
		}
		if !strings.HasPrefix(e.carets, "^") {
			t.Fatal("no mark")
		}
	})
}
