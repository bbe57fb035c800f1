package transcribe_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"hongtou/internal/check"
	"hongtou/internal/diag"
	"hongtou/internal/load"
	"hongtou/internal/manuscript"
	"hongtou/internal/recognise"
	"hongtou/internal/source"
	"hongtou/internal/transcribe"
)

const letter = `甲市人民政府文件

甲政发〔2024〕3号

关于印发《甲市整改|方案》的通知

各县政府：

现印发给你们。

{甲}照办。

甲市人民政府

2024年3月5日

（此件公开发布）

甲市整改方案

为整改，制定本方案。

附件：任务清单

附件

任务清单

一、第一部分（2项）

1.管网建设滞后。

工作目标：全部完成。

完成时限：2025年6月底前

牵头单位：市乙局

配合单位：市丙局、丁县政府

工作措施：组织排查。

备注：无

2.扬尘治理不力。

工作目标：有效控制。

完成时限：长期坚持

牵头单位：丁县政府

工作措施：

（一）加强巡查。

（二）依法查处。
`

func read(text string) (recognise.Draft, recognise.Report) {
	m := manuscript.Manuscript{Name: "a.txt", Format: manuscript.Text}
	for i, l := range strings.Split(text, "\n") {
		m.Blocks = append(m.Blocks, manuscript.Block{Place: manuscript.Place{Line: i + 1}, Text: l})
	}
	return recognise.Recognise([]manuscript.Manuscript{m}, nil)
}

func problems(t *testing.T, res transcribe.Result) diag.List {
	t.Helper()
	fsys := fstest.MapFS{"units.yaml": {Data: res.Units}}
	for p, b := range res.Files {
		fsys["anjuan/"+p] = &fstest.MapFile{Data: b}
	}
	files, list := source.Read(fsys, "content", source.DefaultLimits)
	all, more := load.Load(files)
	list = append(list, more...)
	if !list.HasErrors() {
		list = append(list, check.Check(all, check.Options{})...)
	}
	return list
}

// TestOtherStructure writes a plan without leaders and persons, with labels of
// its own: it loads and checks without errors, and what the format lacks is
// listed.
func TestOtherStructure(t *testing.T) {
	d, rep := read(letter)
	res := transcribe.Write(d, nil)
	for _, x := range problems(t, res) {
		if x.Severity == diag.Error {
			t.Errorf("%s %s:%d %s", x.Code, x.At.File, x.At.Line, x.Message)
		}
	}
	if len(rep.Missing) > 0 || len(rep.Unplaced) > 0 {
		t.Error(rep.Missing, rep.Unplaced)
	}
	var unheld []string
	for _, u := range res.Unheld {
		unheld = append(unheld, u.What)
	}
	if !slices.Contains(unheld, "备注：无") || slices.ContainsFunc(unheld, func(s string) bool { return strings.Contains(s, "配合单位") }) {
		t.Errorf("listed as having no place: %q", unheld)
	}
	item := string(res.Files["items/01.md"])
	for _, want := range []string{"1.管网建设滞后。\n", "牵头单位：市乙局\n", "配合单位：市丙局、丁县政府\n", "工作措施：组织排查。\n"} {
		if !strings.Contains(item, want) {
			t.Errorf("%q is missing:\n%s", want, item)
		}
	}
	y := string(res.Files["dossier.yaml"])
	for _, want := range []string{"  numbering: \"1.\"\n", "  牵头单位: responsible\n", "  配合单位: cooperating\n", "word: true", "number: 甲政发〔2024〕3号"} {
		if !strings.Contains(y, want) {
			t.Errorf("%q is missing:\n%s", want, y)
		}
	}
	if strings.Contains(y, "words:") {
		t.Error("a plan that speaks of 整改 needs no words of its own")
	}
	if t.Failed() {
		for p, b := range res.Files {
			t.Logf("%s\n%s", p, b)
		}
		t.Logf("%s", res.Units)
	}
}

// TestListAlone has no letter: what is missing is named, and a mark stands for
// it.
func TestListAlone(t *testing.T) {
	_, list, _ := strings.Cut(letter, "任务清单\n\n附件\n\n")
	d, rep := read(list)
	res := transcribe.Write(d, nil)
	if len(rep.Missing) == 0 {
		t.Fatal("nothing is said to be missing")
	}
	for _, x := range problems(t, res) {
		if x.Severity == diag.Error && x.Code != "placeholder" && x.Code != "bad-date" {
			t.Errorf("%s %s:%d %s: not named by %v", x.Code, x.At.File, x.At.Line, x.Message, rep.Missing)
		}
	}
}

// TestRegister adds proposals to the lists of a register and keeps the rest.
func TestRegister(t *testing.T) {
	d, _ := read(letter)
	known := "# 名册\nunits:\n  - id: a\n    name: 市甲局\n    kind: department\npeople:\n  - name: 张三\n    units: [a]\n    basis: 名单\n"
	got := string(transcribe.Write(d, []byte(known)).Units)
	if !strings.HasPrefix(got, "# 名册\nunits:\n  - id: a\n") || !strings.Contains(got, "name: 市乙局") || strings.Index(got, "市乙局") > strings.Index(got, "people:") {
		t.Error(got)
	}
}
