package main

import (
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// retype edits a workbook as people do: retype FILE OLD NEW types NEW into the
// cells of the first sheet that hold OLD.
func retype(ts *testscript.TestScript, _ bool, args []string) {
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	sheet := f.GetSheetName(0)
	cells, err := f.SearchSheet(sheet, args[1])
	ts.Check(err)
	if len(cells) == 0 {
		ts.Fatalf("%s does not hold %q", args[0], args[1])
	}
	for _, at := range cells {
		text, err := f.GetCellValue(sheet, at)
		ts.Check(err)
		ts.Check(f.SetCellStr(sheet, at, strings.ReplaceAll(text, args[1], args[2])))
	}
	ts.Check(f.Save())
}
