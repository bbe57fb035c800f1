package adopt

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hongtou/internal/intake"
	"hongtou/internal/load"
	"hongtou/internal/source"
)

const foreign = `首页

关于印发《甲市整改方案》的通知

各县政府，市直各部门:

《甲市整改方案》已经市政府同意，现印发给你们，请认真贯彻落实。

甲市人民政府

2021年3月5日

甲市整改方案

为落实反馈意见，制定本方案。

附件：整改措施清单

附件

整改措施清单

一、反馈问题（2项）

第一项，污水管网建设进展缓慢。

整改目标：基本实现污水全收集。

整改时限：2021年年底前

责任单位：甲县政府

责任领导：张三

责任人员：李四

督导单位：市丙局

整改措施：

（一）加快建设。

（二）定期检查。

第二项，渗滤液外溢。

整改目标：完成治理。

整改时限：2021年年底前

责任单位：乙县政府

责任领导：张三

责任人员：王五

督导单位：市丙局

整改措施：

（一）组织排查。
`

func read(t *testing.T, name, text string) Files {
	t.Helper()
	p := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	f, err := Read([]string{p}, "")
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// A foreign text becomes a dossier that load reads, in a folder that was not
// there; nothing else of the content changes but the register, which keeps
// what it said.
func TestImport(t *testing.T) {
	d := newDesk(t)
	before := d.tree()
	r, err := Import(Options{Content: d.content}, read(t, "Jia_Plan 2021.txt", foreign))
	if err != nil {
		t.Fatal(err)
	}
	if r.Name != "jia-plan" || len(r.Items) != 2 || len(r.Written) == 0 {
		t.Errorf("%+v", r)
	}
	after := d.tree()
	for p, text := range before {
		if p == "units.yaml" {
			if !strings.HasPrefix(after[p], "# 名册\nunits:\n  - id: jia-xian\n") || !strings.Contains(after[p], "乙县政府") {
				t.Errorf("register:\n%s", after[p])
			}
		} else if after[p] != text {
			t.Errorf("%s changed", p)
		}
	}
	for p := range after {
		if _, was := before[p]; !was && !strings.HasPrefix(p, "jia-plan/") {
			t.Errorf("%s is new", p)
		}
	}
	files, list, err := source.Open(d.content)
	if err != nil || list.HasErrors() {
		t.Fatal(err, list)
	}
	dossiers, _ := load.Load(files)
	if len(dossiers) != 2 || dossiers[0].ID != "jia-plan" || len(dossiers[0].Annex.Items()) != 2 {
		t.Errorf("%d dossiers", len(dossiers))
	}
	// The same file again is refused, unless it is given a name; another of its
	// name takes another, and says so. Nothing is ever replaced.
	var refusal *Refusal
	if _, err := Import(Options{Content: d.content}, read(t, "Jia_Plan 2021.txt", foreign)); !errors.As(err, &refusal) || !strings.Contains(refusal.Message, "案卷“jia-plan”") {
		t.Error(err)
	}
	again, err := Import(Options{Content: d.content, Name: "copy"}, read(t, "Jia_Plan 2021.txt", foreign))
	if err != nil || again.Name != "copy" || again.Beside != "" || len(again.Units) != 0 {
		t.Errorf("%+v %v", again, err)
	}
	other, err := Import(Options{Content: d.content}, read(t, "Jia_Plan 2021.txt", strings.Replace(foreign, "完成治理", "全面完成治理", 1)))
	if err != nil || other.Name != "jia-plan-2" || other.Beside != "jia-plan" {
		t.Errorf("%+v %v", other, err)
	}
}

func TestImportDry(t *testing.T) {
	d := newDesk(t)
	r, err := Import(Options{Content: d.content, Dry: true}, read(t, "甲市.txt", foreign))
	if err != nil || r.Name != "plan-2021" || len(r.Written) != 0 {
		t.Errorf("%+v %v", r, err)
	}
	d.sameTree(sources)
}

func TestImportIntoNothing(t *testing.T) {
	content := filepath.Join(t.TempDir(), "content")
	r, err := Import(Options{Content: content, Name: "jia"}, read(t, "甲.txt", foreign))
	if err != nil || r.Folder != filepath.ToSlash(content)+"/jia" {
		t.Errorf("%+v %v", r, err)
	}
	if _, err := os.Stat(filepath.Join(content, "units.yaml")); err != nil {
		t.Error(err)
	}
}

func TestImportRefuses(t *testing.T) {
	d := newDesk(t)
	for name, want := range map[string]string{"mini": "已经存在", "../x": "不能作", "units": "不能作", "甲": "不能作", "-x": "不能作", "a/b": "不能作"} {
		_, err := Import(Options{Content: d.content, Name: name}, read(t, "甲.txt", foreign))
		var r *Refusal
		if !errors.As(err, &r) || !strings.Contains(r.Message, want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	d.sameTree(sources)
}

func TestNoTasks(t *testing.T) {
	d := newDesk(t)
	r, err := Import(Options{Content: d.content}, read(t, "甲.txt", "会议定于明天上午召开，请准时参加。\n"))
	if err != nil || !strings.Contains(r.Problem, "0项") || len(r.Items) != 0 {
		t.Errorf("%+v %v", r, err)
	}
	d.sameTree(sources)
}

func TestReadRefuses(t *testing.T) {
	d := newDesk(t)
	dir := t.TempDir()
	var r *Refusal
	if _, err := Read([]string{filepath.Join(dir, "没有.txt")}, ""); !errors.As(err, &r) || !strings.Contains(r.Message, "没有文件") {
		t.Error(err)
	}
	if _, err := Read([]string{dir}, ""); !errors.As(err, &r) || !strings.Contains(r.Message, "是文件夹") {
		t.Error(err)
	}
	text := filepath.Join(dir, "甲.txt")
	_ = os.WriteFile(text, []byte(foreign), 0o644)
	if _, err := Read([]string{text, d.file}, ""); !errors.As(err, &r) || !strings.Contains(r.Message, "任务清单") {
		t.Error(err)
	}
	huge := filepath.Join(dir, "大.txt")
	f, err := os.Create(huge)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Truncate(1 << 30); err != nil { // a hole: no bytes on disk
		t.Fatal(err)
	}
	_ = f.Close()
	var e *intake.Error
	if _, err := Read([]string{huge}, ""); !errors.As(err, &e) || e.Code != "too-large" {
		t.Error(err)
	}
}

func TestExportRefuses(t *testing.T) {
	d := newDesk(t)
	var r *Refusal
	if _, err := Export(d.content, "", d.file, false); !errors.As(err, &r) || !strings.Contains(r.Message, "没有覆盖") {
		t.Error(err)
	}
	if _, err := Export(d.content, "", d.file, true); err != nil {
		t.Error(err)
	}
	if _, err := Export(d.content, "", filepath.Join(d.content, "mini", "x.xlsx"), false); !errors.As(err, &r) || !strings.Contains(r.Message, "只放案卷") {
		t.Error(err)
	}
	if _, err := Export(d.content, "别的", d.file, true); !errors.As(err, &r) || r.Hint != "可用：mini" {
		t.Error(err)
	}
}

// Another dossier's errors stop no export, and are not counted as this one's.
func TestExportBesideErrors(t *testing.T) {
	d := newDesk(t)
	d.write("other/dossier.yaml", "name: [\n")
	if _, err := Export(d.content, "mini", d.file, true); err != nil {
		t.Error(err)
	}
	d.write("mini/items/01.md", "没有序号。\n")
	var r *Refusal
	if _, err := Export(d.content, "mini", d.file, true); !errors.As(err, &r) || !strings.HasPrefix(r.Message, "案卷“mini”有") {
		t.Error(err)
	}
}
