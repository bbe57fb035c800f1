package acceptance

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"hongtou/internal/testkit/judge"
	"hongtou/internal/testkit/officefonts"
)

// shown is a text in a box of a sheet, merged or not.
type shown struct {
	text, face string
	size       float64
	width      float64 // in the file's units
}

// room is the lowest box that shows a text.
type room struct {
	height float64 // pt
	where  string
	alone  bool // nothing but the text gives its row this height
}

// LibreOffice lays out every text of every workbook in a cell of its own, as
// wide as its box, and chooses the height itself: it never asks for more than
// the box has, and on sheets for filtering not for much less.
func TestWorkbooksClipNoText(t *testing.T) {
	officefonts.Use(t)
	rooms := map[shown]room{}
	for name, f := range workbooks(t) {
		for _, s := range f.GetSheetList() {
			gather(t, f, name, s, rooms)
		}
	}
	asked := ownHeights(t, rooms)
	if len(asked) < 1000 {
		t.Fatalf("only %d texts", len(asked))
	}
	heights := map[float64]bool{}
	for text, want := range asked {
		heights[want] = true
		have := rooms[text]
		if want > have.height {
			t.Errorf("%s: %s wants %.1f pt, has %.1f", have.where, beginning(text.text), want, have.height)
		}
		const line, air = 15.25, 7.5
		if reserve := have.height - want; have.alone && reserve > line+air+want/10 {
			t.Errorf("%s: %s wants %.1f pt, has %.1f: more than a line too much", have.where, beginning(text.text), want, have.height)
		}
	}
	if len(heights) < 20 {
		t.Errorf("only %d different heights: LibreOffice did not choose them", len(heights))
	}
}

// gather notes the texts of a sheet, each where it has the least room.
func gather(t *testing.T, f *excelize.File, name, sheet string, rooms map[shown]room) {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	merged, err := f.GetMergeCells(sheet)
	if err != nil {
		t.Fatal(err)
	}
	ends := map[string]string{}
	for _, m := range merged {
		ends[m.GetStartAxis()] = m.GetEndAxis()
	}
	for r := range rows {
		highest := highestOf(rows[r])
		for c, text := range rows[r] {
			at, _ := excelize.CoordinatesToCellName(c+1, r+1)
			if text == "" {
				continue
			}
			key, height := boxOf(t, f, sheet, at, ends[at], text)
			have, known := rooms[key]
			if !known || height < have.height {
				rooms[key] = room{height, fmt.Sprintf("%s, %s!%s", name, sheet, at), len(merged) <= 2 && c == highest}
			}
		}
	}
}

// highestOf is the column of the only text of several lines in a row, -1 when
// there are none or many.
func highestOf(row []string) int {
	long := -1
	for c, text := range row {
		if len(text) > 400 {
			if long >= 0 {
				return -1
			}
			long = c
		}
	}
	return long
}

func boxOf(t *testing.T, f *excelize.File, sheet, from, to, text string) (shown, float64) {
	t.Helper()
	if to == "" {
		to = from
	}
	c1, r1, err1 := excelize.CellNameToCoordinates(from)
	c2, r2, err2 := excelize.CellNameToCoordinates(to)
	id, err3 := f.GetCellStyle(sheet, from)
	st, err4 := f.GetStyle(id)
	if err1 != nil || err2 != nil || err3 != nil || err4 != nil {
		t.Fatal(err1, err2, err3, err4)
	}
	key := shown{text: text, face: st.Font.Family, size: st.Font.Size}
	for c := c1; c <= c2; c++ {
		column, _ := excelize.ColumnNumberToName(c)
		w, err := f.GetColWidth(sheet, column)
		if err != nil {
			t.Fatal(err)
		}
		key.width += w
	}
	height := 0.0
	for r := r1; r <= r2; r++ {
		h, err := f.GetRowHeight(sheet, r)
		if err != nil {
			t.Fatal(err)
		}
		height += h
	}
	key.width = min(key.width, 255)
	return key, height
}

// ownHeights has LibreOffice choose the heights: a sheet for each width, a row
// for each text. It does so only for files of its own kind that leave them open.
func ownHeights(t *testing.T, rooms map[shown]room) map[shown]float64 {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetDefaultFont("宋体"); err != nil { // widths are reckoned in it
		t.Fatal(err)
	}
	size := 10.5
	f.Styles.Fonts.Font[0].Sz.Val = &size
	at := map[shown]string{}
	rows := map[string]int{}
	styles := map[string]int{}
	keys := make([]shown, 0, len(rooms))
	for k := range rooms {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b shown) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
	for _, k := range keys {
		sheet := fmt.Sprintf("w%.2f", k.width)
		if rows[sheet] == 0 {
			if _, err := f.NewSheet(sheet); err != nil {
				t.Fatal(err)
			}
			if err := f.SetColWidth(sheet, "A", "A", k.width); err != nil {
				t.Fatal(err)
			}
		}
		rows[sheet]++
		look := fmt.Sprint(k.face, k.size)
		if _, known := styles[look]; !known {
			id, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Family: k.face, Size: k.size}, Alignment: &excelize.Alignment{WrapText: true}})
			if err != nil {
				t.Fatal(err)
			}
			styles[look] = id
		}
		cell := fmt.Sprint("A", rows[sheet])
		if err := f.SetCellStr(sheet, cell, k.text); err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellStyle(sheet, cell, cell, styles[look]); err != nil {
			t.Fatal(err)
		}
		at[k] = sheet + "!" + fmt.Sprint(rows[sheet])
	}
	buf, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	flat, err := os.ReadFile(judge.OfficeConvert(t, judge.File(t, "free.xlsx", buf.Bytes()), "fods")[0])
	if err != nil {
		t.Fatal(err)
	}
	flat = regexp.MustCompile(` style:row-height="[^"]*"`).ReplaceAll(flat, nil)
	saved, err := excelize.OpenFile(judge.OfficeConvert(t, judge.File(t, "free.fods", flat), "xlsx")[0])
	if err != nil {
		t.Fatal(err)
	}
	defer saved.Close()
	out := map[shown]float64{}
	for k, place := range at {
		sheet, row, _ := strings.Cut(place, "!")
		var n int
		fmt.Sscan(row, &n)
		h, err := saved.GetRowHeight(sheet, n)
		if err != nil {
			t.Fatal(err)
		}
		out[k] = h
	}
	return out
}
