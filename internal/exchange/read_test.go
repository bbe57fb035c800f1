package exchange

import (
	"bytes"
	"errors"
	"testing"

	"github.com/xuri/excelize/v2"
)

func table() Table {
	return Table{
		Dossier: "jia", Name: "甲市整改", Edition: "2021-03-05", Units: []string{"甲县政府", "市丙局"},
		Columns: []Column{{KeyColumn, "编号"}, {NumberColumn, "序号"}, {ShortColumn, "短标题"}, {ProblemColumn, "反馈问题"}, {"goal", "工作目标"}, {"responsible", "牵头单位"}, {NoteColumn, "说明"}},
		Rows: []Row{
			{Key: "01", Number: "第一项", Cells: map[string]Cell{ShortColumn: {}, ProblemColumn: {Lines: []string{"第一项，甲。", "乙。"}}, "goal": {Lines: []string{"=SUM(A1)"}}, "responsible": {Lines: []string{"+甲县政府"}}}},
			{Key: "02", Number: "第二项", Cells: map[string]Cell{ShortColumn: {Lines: []string{"@丙"}}, ProblemColumn: {Lines: []string{"第二项，丙。"}}, "goal": {Lines: []string{"-1"}, Lock: "已由修改通知修改"}}},
		},
	}
}

func written(t testing.TB) []byte {
	t.Helper()
	data, err := Write(table())
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestWriteIsDeterministic(t *testing.T) {
	if !bytes.Equal(written(t), written(t)) {
		t.Error("two workbooks of one table differ")
	}
}

// What is written comes back, and no text is a formula.
func TestReadBack(t *testing.T) {
	data := written(t)
	r, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range table().Rows {
		for column, c := range row.Cells {
			if r.Base[baseKey(row.Key, column)] != c.Text() {
				t.Errorf("%s %s: base %q", row.Key, column, r.Base[baseKey(row.Key, column)])
			}
		}
	}
	if len(r.Rows) != 2 || r.Dossier != "jia" || r.Rows[0].Cells["goal"].Text() != "=SUM(A1)" || r.Rows[0].Cells[ProblemColumn].Text() != "第一项，甲。\n乙。" {
		t.Errorf("%+v", r)
	}
	p := Compare(table(), r)
	if len(p.Changes)+len(p.Conflicts)+len(p.Additions)+len(p.Doubts) != 0 {
		t.Errorf("%+v", p)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, at := range []string{"C6", "E5", "E6", "F5"} {
		formula, _ := f.GetCellFormula(taskSheet, at)
		if kind, err := f.GetCellType(taskSheet, at); formula != "" || kind != excelize.CellTypeSharedString || err != nil {
			t.Errorf("%s: %v %q %v", at, kind, formula, err)
		}
	}
}

// Open cells are unlocked on a protected sheet, all others are locked.
func TestProtection(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(written(t)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for at, open := range map[string]bool{"A5": false, "B5": false, "C5": true, "D5": true, "E5": true, "F5": true, "G5": false, "E6": false, "F6": false, "A4": false} {
		id, err := f.GetCellStyle(taskSheet, at)
		if err != nil {
			t.Fatal(err)
		}
		style, err := f.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		if unlocked := style.Protection != nil && !style.Protection.Locked; unlocked != open {
			t.Errorf("%s: unlocked %v", at, unlocked)
		}
	}
	if options, err := f.GetSheetProtection(taskSheet); err != nil || !options.AutoFilter {
		t.Errorf("%+v %v", options, err)
	}
	if visible, err := f.GetSheetVisible(baseSheet); err != nil || visible {
		t.Error("the base is to be seen")
	}
}

func TestForeign(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	if _, err := Read(b.Bytes()); !errors.Is(err, ErrForeign) || Ours(b.Bytes()) {
		t.Error(err)
	}
	if Ours([]byte("PK")) {
		t.Error("PK is ours")
	}
}

// FuzzRead: whatever a file holds, reading ends, and comparing does.
func FuzzRead(f *testing.F) {
	f.Add(written(f))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(_ *testing.T, data []byte) {
		if len(data) > 1<<20 {
			return
		}
		if r, err := Read(data); err == nil {
			Compare(table(), r)
		}
	})
}
