package inspect

import (
	"bytes"
	"strings"
	"testing"

	"hongtou/internal/gbt9704"
	"hongtou/internal/norm"
)

// scan is a file of pictures: its size holds, the rest cannot be told.
func scan() File {
	f := File{Path: "丁/扫描.pdf", Pages: 2, Form: scannedForm, Notices: []string{"第1、2页是扫描图片"}, Rows: []Row{
		{clause("5.1", "幅面", gbt9704.Must, ""), norm.Result{Verdict: norm.Holds, Measured: "2页A4"}},
		{clause(norm.Own, "字体嵌入", gbt9704.Custom, ""), norm.Result{Verdict: norm.Absent}},
	}}
	for _, id := range []string{"5.2.1", "7.2.4", "7.3.1", "7.5"} {
		f.Rows = append(f.Rows, Row{clause(id, "位置", gbt9704.Must, ""), norm.Result{Verdict: norm.Unproven, Measured: "页面是扫描图像"}})
	}
	return f
}

func TestConclusion(t *testing.T) {
	wrongPaper := scan()
	wrongPaper.Rows[0].Result.Verdict = norm.Fails
	paper := sample(t)
	paper.Rows = paper.Rows[:1]
	plain := paper
	plain.Form = otherForm
	for _, c := range []struct {
		name           string
		file           File
		want           Conclusion
		sentence, word string
	}{
		{"scan", scan(), Undecided, "未能裁定（扫描件）：", "未能裁定"},
		{"scan on wrong paper", wrongPaper, Failed, "不合：1项", "不合"},
		{"fails", sample(t), Failed, "不合：4项", "不合"},
		{"unread", unread(), NotInspected, "未能检查", "未能检查"},
		{"holds", paper, Held, "相合：可以裁定的1项", "相合"},
		{"no red head", plain, Held, "查得1项都合（不是红头公文）", "相合"},
	} {
		words, _ := c.file.sentence()
		word, _ := c.file.word()
		if got := c.file.Conclusion(); got != c.want || !strings.HasPrefix(words, c.sentence) || word != c.word {
			t.Errorf("%s: %s, %s, %s", c.name, got, words, word)
		}
		if passes := (Report{[]File{c.file}}).Passes(); passes != (c.want == Held) {
			t.Errorf("%s: passes %v", c.name, passes)
		}
	}
}

// TestUndecided: a scan says what it is, what was measured and what to do, and
// is never green; a table over several files counts it by itself.
func TestUndecided(t *testing.T) {
	text := printed(t, Report{[]File{scan()}}, View{Full: true, Colour: true})
	for _, words := range []string{scannedForm, yellowOn + "未能裁定（扫描件）", "合  5.1 幅面  2页A4", "下一步：" + askForSource} {
		if !strings.Contains(text, words) {
			t.Errorf("%q is missing:\n%s", words, text)
		}
	}
	if strings.Contains(text, "无法由文件证明") || strings.Contains(text, "注意") || strings.Contains(text, greenOn) {
		t.Errorf("too much:\n%s", text)
	}
	several := Report{[]File{scan(), sample(t)}}
	if text := printed(t, several, View{Brief: true}); !strings.Contains(text, "不合 1 个，未能裁定（扫描件）1 个") {
		t.Error(text)
	}
	p := parse(t, func(b *bytes.Buffer) error { return scan().WriteHTML(b, "hongtou 0") })
	for words, want := range map[string]bool{`class="verdict open"`: true, askForSource: true, "量到的条款": true, "页面是扫描图像": false, "结论一览": false} {
		if strings.Contains(p.raw, words) != want {
			t.Errorf("page: %q %v", words, !want)
		}
	}
	p = parse(t, func(b *bytes.Buffer) error { return several.WriteTotal(b, []string{"a", "b"}, "hongtou 0") })
	if !strings.Contains(p.raw, `class="undecided">未能裁定`) {
		t.Error("the table has no word for a scan")
	}
}

// TestHintIsPrinted: what to change stands under each failure, everywhere.
func TestHintIsPrinted(t *testing.T) {
	f := sample(t)
	f.Rows[1].Result.Hint = "左移1 mm"
	f.Rows[1].Result = cleanResult(f.Rows[1].Result)
	if text := printed(t, Report{[]File{f}}, View{}); !strings.Contains(text, "怎么改：左移1 mm") {
		t.Error(text)
	}
	p := parse(t, func(b *bytes.Buffer) error { return f.WriteHTML(b, "hongtou 0") })
	if !strings.Contains(p.text, "怎么改：左移1 mm") {
		t.Error("the page has no hint")
	}
	if c := f.clauseForJSON(f.Rows[1]); c.Hint != "左移1 mm" {
		t.Errorf("JSON %q", c.Hint)
	}
}
