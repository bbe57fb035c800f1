package adopt

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// sources is an invented dossier with what must survive an edit: Windows line
// ends and a byte order mark, a comment and quotes in YAML, a mark of a slip,
// a value below its label, a measure behind it, aspects, two blank lines, a
// last line without an end, and a notice that amends one field.
var sources = map[string]string{
	"units.yaml": `# 名册
units:
  - id: jia-xian
    name: 甲县政府
    kind: government
  - id: shi-bing-ju
    name: 市丙局
    kind: department
people:
  - name: 张三
    leader: true
    basis: 列为责任领导
  - name: 李四
    units: [jia-xian]
    basis: 责任人员与责任单位的顺序对应
`,
	"mini/dossier.yaml": `name: 甲市整改方案
notice:
  issuers: [甲市人民政府]
  signature: [甲市人民政府]
  date: 2021年3月5日
annex:
  mark: 附件
  title: 反馈问题|整改措施清单
  parts:
    - heading: 一、第一部分（3项）
      items: ["01", "02", "03"]
`,
	"mini/notice.md": "# 关于印发《甲市整改方案》的通知\n\n各县政府，市直各部门：\n\n《甲市整改方案》已经市政府同意，现印发给你们，请认真贯彻落实。\n",
	"mini/plan.md":   "# 甲市整改方案\n\n为落实反馈意见，制定本方案。\n\n附件：反馈问题整改措施清单\n",
	"mini/items/01.md": `---
short: "管网：滞后" # 用在目录里
---

第一项，污水管网建设进展缓慢。部分管网未按期完成。


整改目标：基本实现污水全收集。

整改时限：
2021年年底前

责任单位：甲县政府

责任领导：张三

责任人员：李四

督导单位：市丙局

整改措施：

经梳理，采取以下措施：

（一）加快建设，行成{sic=形成}长效机制。

（二）定期检查。

（三）公开结果。`,
	"mini/items/02.md": strings.ReplaceAll("\uFEFF"+`第二项，甲行业污染严重，周边群众反映强烈。

以上问题分2个方面进行整改。

（一）甲行业污染严重。

整改目标：完成治理。

整改时限：2021年年底前

责任单位：甲县政府

责任领导：张三

责任人员：李四

督导单位：市丙局

整改措施：组织排查，完成治理。

（二）周边群众反映强烈。

整改目标：群众满意。

整改时限：2021年年底前

责任单位：甲县政府

责任领导：张三

责任人员：李四

督导单位：市丙局

整改措施：

1.公开治理情况。

2.接受社会监督。
`, "\n", "\r\n"),
	"mini/items/03.md": `第三项，渗滤液外溢。

整改目标：完成治理。

整改时限：2021年年底前

责任单位：市丙局

责任领导：张三

责任人员：市丙局主要负责人

督导单位：甲县政府

整改措施：

1.组织排查，_x0041_是字面。
`,
	"mini/amendments/2021-06-01.md": `---
date: 2021年6月1日
issuers: [甲市人民政府]
signature: [甲市人民政府]
---

# 关于修改《甲市整改方案》部分内容的通知

各县政府，市直各部门：

现将修改情况通知如下。

一、第三项，渗滤液外溢。

{change item=03 field=deadline verb=replace}
整改时限修改为：2021年9月底前
`,
}

func init() {
	// A value below its label is a paragraph of its own.
	sources["mini/items/01.md"] = strings.Replace(sources["mini/items/01.md"], "整改时限：\n2021", "整改时限：\n\n2021", 1)
}

// desk is a folder of content and an exported workbook.
type desk struct {
	t       *testing.T
	content string
	file    string
}

func newDesk(t *testing.T) desk {
	t.Helper()
	dir := t.TempDir()
	d := desk{t, filepath.Join(dir, "content"), filepath.Join(dir, "任务清单.xlsx")}
	for p, text := range sources {
		d.write(p, text)
	}
	if _, err := Export(d.content, "", d.file, false); err != nil {
		t.Fatal(err)
	}
	return d
}

func (d desk) write(p, text string) {
	d.t.Helper()
	full := filepath.Join(d.content, filepath.FromSlash(p))
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		d.t.Fatal(err)
	}
	if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
		d.t.Fatal(err)
	}
}

func (d desk) tree() map[string]string {
	d.t.Helper()
	out := map[string]string{}
	err := fs.WalkDir(os.DirFS(d.content), ".", func(p string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			data, err := os.ReadFile(filepath.Join(d.content, filepath.FromSlash(p)))
			out[p] = string(data)
			return err
		}
		return err
	})
	if err != nil {
		d.t.Fatal(err)
	}
	return out
}

func (d desk) workbook() []byte {
	d.t.Helper()
	data, err := os.ReadFile(d.file)
	if err != nil {
		d.t.Fatal(err)
	}
	return data
}

// edit changes the workbook as a program would, without its protection.
func (d desk) edit(change func(*excelize.File)) []byte {
	d.t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(d.workbook()))
	if err != nil {
		d.t.Fatal(err)
	}
	defer f.Close()
	change(f)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		d.t.Fatal(err)
	}
	return b.Bytes()
}

const sheet = "任务清单"

// cell finds the cell of a row and a column by what their heads say.
func cell(t *testing.T, f *excelize.File, key, title string) string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	column, row := 0, 0
	for i, text := range rows[3] {
		if text == title {
			column = i + 1
		}
	}
	for i, r := range rows {
		if len(r) > 0 && r[0] == key {
			row = i + 1
		}
	}
	at, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		t.Fatalf("%s %s: %v", key, title, err)
	}
	return at
}

func (d desk) review(data []byte, write bool) ReviewReport {
	d.t.Helper()
	r, err := Review(d.content, "清单.xlsx", data, write)
	if err != nil {
		d.t.Fatal(err)
	}
	return r
}

// sameTree fails unless the folder holds what is wanted.
func (d desk) sameTree(want map[string]string) {
	d.t.Helper()
	got := d.tree()
	for p, text := range want {
		if got[p] != text {
			d.t.Errorf("%s is\n%q\nwant\n%q", p, got[p], text)
		}
	}
	if len(got) != len(want) {
		d.t.Errorf("%d files, want %d", len(got), len(want))
	}
}
