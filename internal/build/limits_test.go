package build

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestNothingIsPlannedBeyondMeasure: a dossier whose tasks reach too many units
// is reported, with its place, and costs no more work.
func TestNothingIsPlannedBeyondMeasure(t *testing.T) {
	root := t.TempDir()
	put := func(name, text string) {
		t.Helper()
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var units strings.Builder
	var members []string
	for i := range 5001 {
		fmt.Fprintf(&units, "  - {id: u%d, name: 第%d单位, kind: county}\n", i, i)
		members = append(members, fmt.Sprint("u", i))
	}
	put("units.yaml", "units:\n"+units.String()+"groups:\n  - {id: all, name: 各单位, members: ["+strings.Join(members, ", ")+"], basis: 名单}\n")
	put("jia/dossier.yaml", "name: 甲市方案\nnotice:\n  issuers: [甲市政府]\n  signature: [甲市政府]\n  date: 2021年3月5日\nannex:\n  title: 清单\n  parts:\n    - {heading: 一、部分（1项）, items: [\"01\"]}\n")
	put("jia/notice.md", "# 通知\n\n各单位：\n\n印发。\n")
	put("jia/plan.md", "# 甲市方案\n\n总说。\n")
	put("jia/items/01.md", "第一项，毛病。\n\n整改目标：完成。\n\n整改时限：2021年底前\n\n责任单位：各单位\n\n责任领导：各单位主要负责人\n\n责任人员：各单位主要负责人\n\n督导单位：各单位\n\n整改措施：治理。\n")
	for name, problems := range map[string]func() (Problems, int, error){
		"list": func() (Problems, int, error) {
			r, err := List(Options{Content: root})
			return r.Problems, len(r.Documents), err
		},
		"check": func() (Problems, int, error) {
			r, err := Check(Options{Content: root})
			return r.Problems, len(r.Assigned), err
		},
	} {
		found, made, err := problems()
		if err != nil || made > 0 {
			t.Fatalf("%s: %d, %v", name, made, err)
		}
		told := 0
		for _, p := range found.List {
			if p.Code == "duty-limit" && strings.HasSuffix(p.At.File, "01.md") && p.At.Line == 1 {
				told++
			}
		}
		if told != 1 {
			t.Errorf("%s: %v", name, found.List)
		}
	}
}
