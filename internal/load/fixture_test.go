package load

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/source"
)

// small is the smallest dossier that uses every part of the format; no city
// of it exists.
func small() map[string]string {
	return map[string]string{
		"units.yaml": `units:
  - id: jia-xian-zhengfu
    name: 甲县政府
    kind: government
  - id: shi-yi-ju
    name: 市乙局
    aliases: [市乙管理局]
    kind: department
    recipient: false
groups:
  - id: ge-xian
    name: 各县政府
    members: [jia-xian-zhengfu]
    basis: 只有一个县
  - id: ge-danwei
    name: 各有关单位
    open: true
    basis: 没有列出
people:
  - name: 张三
    leader: true
    basis: 第一项
  - name: 李四
    units: [jia-xian-zhengfu]
    inferred: true
    basis: 顺序
`,
		"plan1/dossier.yaml": `name: 甲市整改方案
notice:
  masthead:
    organs: [甲市委办公室]
    word: true
  number: 甲办〔2021〕3号
  issuers: [甲市委办公室]
  signature: [甲市委办公室]
  date: 2021年3月5日
  imprint:
    cc: 丙机关
    printer: 甲市委办公室
    print_date: 2021年3月6日
annex:
  mark: 附件
  title: 整改措施|清单
  parts:
    - heading: 一、第一部分（3项）
      items: ["01", "02", "03"]
web:
  source: 市乙局
`,
		"plan1/notice.md": "# 关于印发《方案》的通知\n\n各县委、政府：\n\n现印发给你们。\n",
		"plan1/plan.md":   "# 甲市|整改方案\n\n为整改，制定本方案。\n\n一、目标\n\n（一）到位。按时完成。\n\n1. 核查。逐项。\n\n附件：整改措施清单\n",
		"plan1/items/01.md": `---
short: 问题不少
---

第一项，问题不少。详见报告。

续写问题。

整改目标：完成。

整改时限：2021年底前

责任单位：各县政府

责任领导：张三

责任人员：李四

督导单位：市乙局

整改措施：

经梳理，措施如下。

（一）行成{sic=形成}机制。

接着说。

1.先做。

（二）检查。
`,
		"plan1/items/02.md": `第二项，另一问题。

以上问题分2个方面进行整改。

（一）甲方面。

整改目标：

完成甲。

整改措施：1.做甲。

2.再做甲。

（二）乙方面。

详情。

整改目标：完成乙。

整改措施：

1.做乙。
`,
		"plan1/items/03.md": "第三项，小问题。\n\n整改目标：完成。\n\n整改措施：排查。\n\n再排查。\n",
		"plan1/amendments/2021-06-01.md": `---
date: 2021年6月1日
issuers: [甲市委办公室]
signature: [甲市委办公室]
---

# 关于修改《方案》的通知

各县委、政府：

修改如下。

一、第一项，问题不少。详见报告。

审核意见：太晚。

{change item=01 field=deadline verb=replace expect="2021年底前"}
整改时限修改为：2021年9月底前

{change item=01 field=measures measure=01.2 verb=delete}
整改措施删去第（二）项。

二、第二项，另一问题。

{change item=02.1 field=measures}
整改措施修改为：

1.新做。

2.又做。

特此通知。
`,
	}
}

func tree(contents map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, data := range contents {
		fsys[name] = &fstest.MapFile{Data: []byte(data)}
	}
	return fsys
}

// load loads a tree; problems of source come first.
func load(contents map[string]string) ([]dossier.Dossier, diag.List) {
	files, list := source.Read(tree(contents), "content", source.DefaultLimits)
	dossiers, problems := Load(files)
	return dossiers, append(list, problems...)
}

func said(list diag.List) []string {
	var out []string
	for _, d := range list {
		if d.At.Line == 0 { // of something that is not there
			out = append(out, strings.TrimPrefix(d.At.File, "content/")+" "+d.Code)
			continue
		}
		out = append(out, fmt.Sprintf("%s:%d:%d %s", strings.TrimPrefix(d.At.File, "content/"), d.At.Line, d.At.Column, d.Code))
	}
	return out
}

func loadSmall(t *testing.T) dossier.Dossier {
	t.Helper()
	dossiers, list := load(small())
	if len(list) > 0 || len(dossiers) != 1 {
		t.Fatal(said(list))
	}
	return dossiers[0]
}
