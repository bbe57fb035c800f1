package recognise_test

import (
	"slices"
	"strings"
	"testing"

	"hongtou/internal/dossier"
	"hongtou/internal/manuscript"
	"hongtou/internal/recognise"
	"hongtou/internal/testkit/bounds"
	"hongtou/internal/transcribe"
)

const second = `关于修改《甲市整改方案》部分内容的通知

各县区政府，市直各部门：

现将修改情况通知如下。

一、第一项整改时限由“2024年1月底前”修改为“2024年6月底前”。

二、将第二项的责任领导修改为：钱十二

三、第三项，渣场防渗不到位。

审核意见：整改目标不明确，与要求不一致。

整改期限调整为：2026年12月底前

整改措施第（二）项修改为：（二）每月检查，逐月通报。

整改措施删去第（一）项。

四、第二项，散煤管控不力。

整改措施修改为：

（一）重新排查。

（二）限期整改。

特此通知。

甲市人民政府办公室

2023年9月1日
`

// TestAmendingNotice reads an amending notice beside its plan, in either order
// of the files.
func TestAmendingNotice(t *testing.T) {
	plan := withFrame(neutralTasks())[0]
	notice := paste("修改.txt", second)
	for _, ms := range [][]manuscript.Manuscript{{plan, notice}, {notice, plan}} {
		d, rep := recognise.Recognise(ms, nil)
		if err := recognise.Account(ms, d, rep); err != nil {
			t.Fatal(err)
		}
		if len(d.Amendments) != 1 || len(d.Annex.Items()) != 12 {
			t.Fatalf("%d amendments, %d items", len(d.Amendments), len(d.Annex.Items()))
		}
		a := d.Amendments[0]
		var got []string
		for _, c := range a.Changes {
			got = append(got, strings.Join([]string{c.Item, string(c.Field), c.Measure, string(c.Verb), c.Find, c.Expect}, "|"))
		}
		items := d.Annex.Items()
		m := func(i int) []string {
			return strings.Split(items[i].Aspects[0].Field(dossier.Measures).Content(), "\n")
		}
		want := []string{
			"01|deadline||replace|2024年1月底前|",
			"02|leaders||replace||李四",
			"03|deadline||replace||2026年3月底前",
			"03|measures|03.2|replace||" + m(2)[1],
			"03|measures|03.1|delete||" + m(2)[0],
			"02|measures||replace||" + strings.Join(m(1), "\n"),
		}
		if !slices.Equal(got, want) {
			t.Errorf("changes\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		if a.ID != "2023-09-01" || a.Signature[0].Value() != "甲市人民政府办公室" || len(rep.Unplaced) > 0 {
			t.Error(a.ID, a.Signature, rep.Unplaced)
		}
		after, list, res := loaded(t, d, nil)
		for _, x := range list {
			if x.Severity == 0 {
				t.Errorf("%s %s:%d %s", x.Code, x.At.File, x.At.Line, x.Message)
			}
		}
		if t.Failed() {
			t.Logf("%s\n%s", res.Files["dossier.yaml"], res.Units)
			t.Logf("%s", res.Files["amendments/2023-09-01.md"])
		}
		if n := len(after.Amendments[0].Changes); n != 6 {
			t.Errorf("%d changes are read back", n)
		}
	}
}

// TestAmendingNoticeAlone has no plan to expect anything of.
func TestAmendingNoticeAlone(t *testing.T) {
	d, rep := recognise.Recognise([]manuscript.Manuscript{paste("修改.txt", second)}, nil)
	if len(d.Amendments) != 1 || len(rep.Recognised) != 0 || len(rep.Doubts) == 0 || !strings.Contains(rep.Message, "没有识别出任务") {
		t.Errorf("%d %q %v", len(d.Amendments), rep.Message, rep.Doubts)
	}
}

// TestWithoutTasks imports a text that has none.
func TestWithoutTasks(t *testing.T) {
	ms := []manuscript.Manuscript{paste("讲话.txt", "在会议上的讲话\n\n同志们：\n\n今天的会议很重要。要抓好落实。\n\n一、提高认识。\n\n二、加强领导。\n")}
	d, rep := recognise.Recognise(ms, nil)
	if err := recognise.Account(ms, d, rep); err != nil || len(d.Annex.Items()) > 0 || !strings.Contains(rep.Message, "没有识别出任务") {
		t.Errorf("%v %d %q", err, len(d.Annex.Items()), rep.Message)
	}
	_, _ = d, rep
	if empty, rep := recognise.Recognise(nil, nil); len(empty.Annex.Parts) > 0 || rep.Characters > 0 {
		t.Error("nothing gives something")
	}
}

// FuzzRecognise holds for any text: no panic, every character accounted for.
func FuzzRecognise(f *testing.F) {
	f.Add(second)
	f.Add(usualForm().write(neutralTasks()[:3]))
	f.Add("（一）整改目标：甲。（二）整改目标：乙（责任单位：丙；完成时限：丁）。\n1.整改目标：\n责任单位：")
	f.Add("第一项，甲。整改目标：乙。整改时限：丙。责任单位：丁。整改措施：（一）戊。第二项，己。整改目标：庚")
	f.Add("\"a\" (b) ﹕，\u00ad\uf0b7●●  \t第一项\n\n责任单位 甲 乙\n")
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 4000 {
			return
		}
		s = strings.ToValidUTF8(s, "")
		m := paste("a.txt", s)
		if len(s)%2 == 1 { // as a table
			g := &grid{}
			for _, l := range strings.Split(s, "\n") {
				var cells []manuscript.Cell
				for c, x := range strings.Split(l, "：") {
					cells = append(cells, cell(c, x))
				}
				g.row(cells...)
			}
			m = manuscript.Manuscript{Name: "a.csv", Format: manuscript.CSV, Blocks: []manuscript.Block{g.block()}}
		}
		ms := []manuscript.Manuscript{m}
		bounds.Ends("recognise", func() {
			d, rep := recognise.Recognise(ms, nil)
			if err := recognise.Account(ms, d, rep); err != nil {
				t.Fatal(err)
			}
			transcribe.Write(d, nil)
		})
	})
}
