package acceptance

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"

	"hongtou/internal/testkit/judge"
)

// cells gives all cell texts of all sheets as LibreOffice reads them.
func cells(t *testing.T, path string) []string {
	t.Helper()
	return cellsOf(t, judge.OfficeConvert(t, path, judge.AllSheets))
}

// cellsOf reads the sheets of one workbook, column by column: a text too long
// for a row goes on below it.
func cellsOf(t *testing.T, sheets []string) []string {
	t.Helper()
	var out []string
	for _, sheet := range sheets {
		f, err := os.Open(sheet)
		if err != nil {
			t.Fatal(err)
		}
		rows := csv.NewReader(f)
		rows.FieldsPerRecord = -1
		all, err := rows.ReadAll()
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		for k, more := 0, true; more; k++ {
			more = false
			for _, row := range all {
				if k < len(row) {
					out, more = append(out, row[k]), true
				}
			}
		}
	}
	return out
}

var labels = []string{"整改目标:", "整改时限:", "责任单位:", "责任领导:", "责任人员:", "督导单位:", "整改措施:"}

func TestEveryFieldStandsInTheWorkbook(t *testing.T) {
	got := fold(strings.Join(cells(t, files(t, "xlsx")["annex"]), ""))
	for _, line := range source(t)["annex"][1:] { // the mark 附件 is no field
		value := fold(line)
		for _, l := range labels {
			value = strings.TrimPrefix(value, l)
		}
		if !strings.Contains(got, value) {
			t.Errorf("the workbook lacks %q", beginning(value))
		}
	}
}
