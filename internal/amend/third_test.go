package amend

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/load"
	"hongtou/internal/source"
)

// third is a third notice for the real case: it changes again what the second
// one changed, deletes a measure and inserts an item.
const third = `---
date: %s
issuers: [甲机关]
signature: [甲机关]
---

# 关于修改整改措施清单的通知

各单位：

现对3项问题修改如下。

一、第十项，2018年部分城市环境空气质量与2017年相比出现反弹，14个市州中可吸入颗粒物（PM10）和细颗粒物（PM2.5）年均浓度上升的各有8个，优良天数比例同比下降的有7个。

审核意见：目标应当再明确。

{change item=10 field=goal verb=replace expect=%s}
整改目标修改为：到2021年底，优良天数比例达到85%%以上。

二、第十四项，甲省提出改造任务。

{change item=14 field=measures measure=14.2 verb=delete expect=%s}
整改措施删去第（二）项。

三、增加第十八项

{change item=18 verb=insert part=2 after=17}
在专项督察整改措施清单中增加一项：

第十八项，某企业治污设施不完善。

整改目标：完成治理。

整改时限：2021年年底前

责任单位：甲县政府

责任领导：张三

责任人员：甲县政府主要负责人

督导单位：市乙局

整改措施：

（一）开展排查。

（二）完成治理。

{end}
本通知自印发之日起执行。
`

// withNotices loads the real case with further notices.
func withNotices(t *testing.T, notices map[string]string) *dossier.Dossier {
	t.Helper()
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	for name, text := range notices {
		for id, d := range map[string]string{"": realCase(t).ID} {
			if err := os.WriteFile(filepath.Join(folder, d, "amendments", name+id), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	files, list, err := source.Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	dossiers, problems := load.Load(files)
	if list.Add(problems...); list.HasErrors() {
		t.Fatal(list)
	}
	return &dossiers[0]
}

// now gives the hash of a value of the real case as it stands after its own
// amendment.
func now(t *testing.T, a dossier.Address) string {
	t.Helper()
	e, list := At(realCase(t), "")
	if len(list) > 0 {
		t.Fatal(list)
	}
	return dossier.ExpectHash(dossier.Lines(e.Text(a)))
}

func TestThirdNotice(t *testing.T) {
	text := fmt.Sprintf(third, "2021年3月5日", now(t, "10.goal"), now(t, "14.2"))
	d := withNotices(t, map[string]string{"2021-03-05.md": text})
	all, list := Editions(d)
	if len(list) > 0 || len(all) != 3 {
		t.Fatal(len(all), list)
	}
	e := all[2]
	want := []dossier.Address{"06.deadline", "10.goal", "12.measures", "12.1", "14.measures", "14.1", "14.2",
		"18", "18.problem", "18.goal", "18.deadline", "18.responsible", "18.leaders", "18.persons", "18.supervisors", "18.measures", "18.1", "18.2"}
	if got := changed(e); !slices.Equal(got, want) {
		t.Errorf("changed %q", got)
	}
	h := e.History("10.goal")
	if len(h) != 2 || h[0].By.Amendment != "2020-11-25" || h[1].By.Amendment != "2021-03-05" || dossier.Lines(h[1].Old) != dossier.Lines(h[0].New) {
		t.Errorf("10.goal: %+v", h)
	}
	if got := dossier.Lines(e.Text("10.goal")); got != "到2021年底，优良天数比例达到85%以上。" {
		t.Error(got)
	}
	items := e.Dossier.Annex.Parts[1].Items
	m := items[4].Aspects[0].Field(dossier.Measures).Measures
	if !e.Deleted("14.2") || e.Origin("14.2").Amendment != "2021-03-05" || m[1].Text.Value != "（二）〔删去〕" || !m[1].Deleted || len(e.Text("14.measures")) != 1 {
		t.Errorf("14.2: %+v", m[1])
	}
	last := items[len(items)-1]
	if last.ID != "18" || last.Number != "第十八项" || last.Ordinal != 18 || len(last.Aspects[0].Fields) != 7 || len(last.Aspects[0].Field(dossier.Measures).Measures) != 2 {
		t.Errorf("%+v", last)
	}
	if len(all[1].Dossier.Annex.Parts[1].Items) != 8 || len(changed(all[1])) != 6 || len(changed(all[0])) != 0 {
		t.Error("earlier editions changed")
	}
}

// said finds the one problem with a code.
func said(t *testing.T, list diag.List, code string) diag.Diagnostic {
	t.Helper()
	i := slices.IndexFunc(list, func(d diag.Diagnostic) bool { return d.Code == code })
	if i < 0 {
		t.Fatalf("no %s among %+v", code, list)
	}
	return list[i]
}

func mentions(t *testing.T, d diag.Diagnostic, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(d.Message+"\n"+d.Hint, w) {
			t.Errorf("%q is not said: %s\n%s", w, d.Message, d.Hint)
		}
	}
	t.Log(d.Message, "|", d.Hint, d.Notes)
}

// TestThirdNoticeTooEarly: dated before the notice it builds on.
func TestThirdNoticeTooEarly(t *testing.T) {
	text := fmt.Sprintf(third, "2020年10月1日", now(t, "10.goal"), now(t, "14.2"))
	d := withNotices(t, map[string]string{"2020-10-01.md": text})
	_, list := At(d, "")
	mentions(t, said(t, list, codeOrder), "第1份修改通知（2020年10月1日）", "第2份修改通知（2020年11月25日）", "第十项整改目标", "早于", "应在", "之后", "到2020年", "凉州城区环境空气", "把expect改为22ddffe8")
}
