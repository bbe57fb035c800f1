package compose

import (
	"testing"

	"hongtou/internal/doc"
	"hongtou/internal/docset"
)

// TestRegisterRows: every recipient once, with the edition of its own book.
func TestRegisterRows(t *testing.T) {
	blank := " | [number] | [text] | [signature] | [text] | [text]"
	want := []string{
		"1 | 甲县 | 2021年6月1日版 | 1" + blank,
		"2 | 市乙局 | 2021年6月1日版 | 1" + blank,
		"3 | 市丙局 | 2021年6月1日版 | 1" + blank,
		"4 | 市丁局 | 2021年6月1日版 | —" + blank,
		"5 | 市庚局 | 2021年6月1日版 | 1" + blank,
		"6 | 市己局 | 2021年3月5日版 | 1" + blank,
		"合计 | 6个单位 | 5 | [number] | 各版任务书都现行有效/—：长期坚持的任务不发表",
	}
	m := composed(t, handed(t, nil), docset.Register)
	table := tables(m.Composed.Document)[0]
	compareRows(t, "document", table, want)
	for _, r := range m.Composed.Document.Blocks[1].(doc.Table).Rows {
		if r.MinHeight < 12 {
			t.Errorf("a row is %d mm high", r.MinHeight)
		}
	}
	golden(t, "handed-register", doc.Dump(m.Composed.Document))
	golden(t, "handed-register-workbook", doc.DumpWorkbook(m.Workbook))
}
