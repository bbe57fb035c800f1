package intake

import (
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"hongtou/internal/manuscript"
)

// sampleBook is a workbook as excelize writes it.
func sampleBook(t testing.TB) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	s := "Sheet1"
	must(f.SetCellStr(s, "A1", "任务分工表"))
	must(f.MergeCell(s, "A1", "D1"))
	for i, v := range []string{"序号", "任务", "时限", "比例"} {
		cell, _ := excelize.CoordinatesToCellName(i+1, 3)
		must(f.SetCellStr(s, cell, v))
	}
	must(f.SetCellInt(s, "A4", 1))
	must(f.SetCellStr(s, "B4", "第一段\n第二段"))
	must(f.MergeCell(s, "A4", "A5"))
	must(f.SetCellRichText(s, "B5", []excelize.RichTextRun{{Text: "富"}, {Text: "文本", Font: &excelize.Font{Bold: true}}}))
	date, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	must(err)
	must(f.SetCellValue(s, "C4", time.Date(2021, 3, 5, 0, 0, 0, 0, time.UTC)))
	must(f.SetCellStyle(s, "C4", "C4", date))
	percent, err := f.NewStyle(&excelize.Style{NumFmt: 9})
	must(err)
	must(f.SetCellValue(s, "D4", 0.25))
	must(f.SetCellStyle(s, "D4", "D4", percent))
	must(f.SetCellStr(s, "C5", "=1+1"))
	must(f.SetRowVisible(s, 5, false))
	must(f.SetColVisible(s, "D", false))
	must(f.AddComment(s, excelize.Comment{Cell: "B4", Author: "甲", Paragraph: []excelize.RichTextRun{{Text: "请核"}}}))
	_, err = f.NewSheet("暗表")
	must(err)
	must(f.SetCellStr("暗表", "B2", "暗"))
	must(f.SetSheetVisible("暗表", false))
	buf, err := f.WriteToBuffer()
	must(err)
	return buf.String()
}

func TestWorkbookAsShown(t *testing.T) {
	m := read(t, "a.xlsx", sampleBook(t), Options{})
	want := "1 [任务分工表 4x1]\n2 [ 1x1][ 1x1][ 1x1][ 1x1]\n3 [序号 1x1][任务 1x1][时限 1x1][比例 1x1]\n" +
		"4 [1 1x2][第一段/第二段 1x1][2021/3/5 1x1][25% 1x1]\n5 [富文本 1x1][=1+1 1x1][ 1x1]\n2 [ 1x1][暗 1x1]\n"
	if got := show(m); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	at := m.Blocks[0].Rows[3][1].Place
	if m.Format != manuscript.Workbook || at != (manuscript.Place{Line: 4, Sheet: "Sheet1", Cell: "B4"}) {
		t.Errorf("%s %+v", m.Format, at)
	}
	notes := notesOf(m)
	for _, s := range []string{"第5行是隐藏的", "D列是隐藏的", "甲：请核", "“暗表”是隐藏的"} {
		if !strings.Contains(notes, s) {
			t.Errorf("no note %s in\n%s", s, notes)
		}
	}
}

func FuzzWorkbook(f *testing.F) {
	f.Add(`<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>`, `<mergeCells><mergeCell ref="A1:B9"/></mergeCells>`)
	f.Add(`<row><c><v>1</v></c></row><row r="9"><c r="XFD9" s="4"><f>1+1</f><v>2</v></c></row>`, `<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`)
	f.Fuzz(func(t *testing.T, rows, rest string) {
		m, err := Bytes("a.xlsx", []byte(xlsxOf(rows, rest)), Options{})
		if err == nil {
			sound(t, m)
		}
	})
}

// xlsxOf packs the rows of one sheet.
func xlsxOf(rows, rest string) string {
	const main = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	const types = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	return zipped(map[string]string{
		"[Content_Types].xml":        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="` + types + `sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="` + types + `worksheet+xml"/></Types>`,
		"_rels/.rels":                `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook ` + main + `><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   `<worksheet ` + main + `><sheetData>` + rows + `</sheetData>` + rest + `</worksheet>`,
	})
}
