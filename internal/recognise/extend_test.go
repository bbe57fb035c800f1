package recognise_test

import (
	"slices"
	"strings"
	"testing"

	"hongtou/internal/dossier"
	"hongtou/internal/manuscript"
	"hongtou/internal/recognise"
)

// cellGrid makes a table of rows.
func cellGrid(rows ...[]string) manuscript.Manuscript {
	var cells [][]manuscript.Cell
	for i, row := range rows {
		var line []manuscript.Cell
		for j, s := range row {
			c := manuscript.Cell{Place: manuscript.Place{Line: i + 1}, Row: i, Col: j, Rows: 1, Cols: 1}
			if s != "" {
				c.Text = []string{s}
			}
			line = append(line, c)
		}
		cells = append(cells, line)
	}
	return manuscript.Manuscript{Name: "t.csv", Format: manuscript.CSV, Blocks: []manuscript.Block{{Place: manuscript.Place{Line: 1}, Rows: cells}}}
}

// TestFurtherRows reads a task that stands on several rows: equal names once,
// two deadlines never as one, every character accounted for.
func TestFurtherRows(t *testing.T) {
	ms := []manuscript.Manuscript{cellGrid(
		[]string{"甲县重点工作任务分解表", "", "", "", "", "", ""},
		[]string{"序号", "工作任务", "具体措施", "责任领导", "牵头单位", "配合单位", "完成时限"},
		[]string{"1", "编制清单", "梳理并公布", "张某", "县乙局", "县丙局", "2026/3/31"},
		[]string{"", "", "编制指南。", "张某", "县乙局、县丁局", "县丙局", "2026/04/30"},
		[]string{"", "", "", "张某", "县乙局", "县丙局", "2026-5-31"},
		[]string{"", "", "再次公布", "张某", "县乙局", "县丙局", "2026/3/31"},
		[]string{"2", "清理证明", "公布结果", "李某", "县丙局", "县戊局", "2026/6/30"},
	)}
	d, rep := recognise.Recognise(ms, nil)
	if err := recognise.Account(ms, d, rep); err != nil {
		t.Fatal(err)
	}
	items := d.Annex.Items()
	if len(items) != 2 || d.Annex.Title.Value() != "甲县重点工作任务分解表" {
		t.Fatalf("%d items, title %q", len(items), d.Annex.Title.Value())
	}
	for kind, want := range map[dossier.FieldKind]string{
		dossier.Deadline: "2026年3月31日", dossier.Leaders: "张某", dossier.Responsible: "县乙局、县丁局", dossier.Cooperating: "县丙局",
		dossier.Measures: "梳理并公布\n编制指南（完成时限：2026年4月30日）。\n再次公布",
	} {
		if got := items[0].Aspects[0].Field(kind).Content(); got != want {
			t.Errorf("%s = %q, want %q", kind, got, want)
		}
	}
	if got := items[1].Aspects[0].Field(dossier.Deadline).Content(); got != "2026年6月30日" {
		t.Error(got)
	}
	if len(rep.Unplaced) != 1 || rep.Unplaced[0].Text != "2026-5-31" || rep.Unplaced[0].Place.Line != 5 {
		t.Errorf("unplaced %+v", rep.Unplaced)
	}
	for _, line := range []int{4, 5} {
		if !slices.ContainsFunc(rep.Doubts, func(x recognise.Doubt) bool { return x.Place.Line == line && strings.Contains(x.Why, "完成时限") }) {
			t.Errorf("no doubt tells of the deadline in line %d: %+v", line, rep.Doubts)
		}
	}
	if !slices.ContainsFunc(rep.Corrected, func(c recognise.Correction) bool { return c.Old == "/" && c.New == "年" }) {
		t.Error("the changed marks of a date are not listed")
	}
}
