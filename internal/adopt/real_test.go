package adopt

import (
	"maps"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// The real case: unedited it comes back without a change; an edit of every
// open goal changes one line in each file and nothing else.
func TestRealContent(t *testing.T) {
	dir := t.TempDir()
	d := desk{t, filepath.Join(dir, "content"), filepath.Join(dir, "任务清单.xlsx")}
	if err := os.CopyFS(d.content, os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	before := d.tree()
	e, err := Export(d.content, "", d.file, false)
	if err != nil || e.Locked == 0 {
		t.Fatalf("%+v %v", e, err)
	}
	if r := d.review(d.workbook(), true); !quiet(r) || r.Rows != e.Rows {
		t.Fatalf("%+v", r)
	}
	d.sameTree(before)
	edits := 0
	r := d.review(d.edit(func(f *excelize.File) {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows[4:] {
			at := cell(t, f, row[0], "整改目标")
			if text, _ := f.GetCellValue(sheet, at); text != "" {
				edits++
				_ = f.SetCellStr(sheet, at, text+"（已核对）")
			}
		}
	}), true)
	// A goal that a notice has changed is locked: typing into it is a doubt.
	if len(r.Changes)+len(r.Doubts) != edits || len(r.Changes) == 0 || len(r.Doubts) > e.Locked || len(r.Conflicts) != 0 {
		t.Fatalf("%d edits: %d changes, %+v", edits, len(r.Changes), r.Doubts)
	}
	changed := map[string]int{}
	for _, c := range r.Changes {
		changed[strings.TrimPrefix(c.File, filepath.ToSlash(d.content)+"/")+":"+strconv.Itoa(c.Line)]++
	}
	want := maps.Clone(before)
	for p, text := range want {
		lines := strings.Split(text, "\n")
		for i := range lines {
			if changed[p+":"+strconv.Itoa(i+1)] == 1 {
				lines[i] += "（已核对）"
			}
		}
		want[p] = strings.Join(lines, "\n")
	}
	d.sameTree(want)
}
