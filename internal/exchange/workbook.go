package exchange

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"hongtou/internal/dossier"
	"hongtou/internal/xlsx"
)

// The sheets of the workbook.
const (
	taskSheet = "任务清单"
	helpSheet = "填写说明"
	baseSheet = "底稿" // hidden: what was exported
)

const (
	mark      = "hongtou-export"
	version   = "1"
	cellLimit = 32_767 // UTF-16 units, Excel's limit of a cell
	keyRow    = 3      // hidden: the keys of the columns, which a new title does not change
	headRow   = 4
	firstRow  = 5
	baseHead  = 4 // rows of the base sheet before its first value
)

var widths = map[string]float64{
	KeyColumn: 8, NumberColumn: 10, ShortColumn: 18, ProblemColumn: 46, RemarksColumn: 22, NoteColumn: 26,
	string(dossier.Goal): 34, string(dossier.Deadline): 16, string(dossier.Measures): 64,
}

func width(column string) float64 {
	if w, ok := widths[column]; ok {
		return w
	}
	return 20
}

// Write makes the workbook of a table.
func Write(t Table) ([]byte, error) {
	f, looks, err := xlsx.NewWorkbook(taskSheet)
	if err != nil {
		return nil, err
	}
	w := &bookWriter{file: f, looks: looks, table: t}
	for _, step := range []func() error{w.properties, w.head, w.body, w.frame, w.hints, w.help, w.base} {
		if err := step(); err != nil {
			return nil, fmt.Errorf("制作任务清单：%w", err)
		}
	}
	return looks.Save()
}

type bookWriter struct {
	file  *excelize.File
	looks xlsx.Looks
	table Table
}

func (w *bookWriter) properties() error {
	err := w.file.SetDocProps(&excelize.DocProperties{
		Title: w.table.Name + "任务清单", Created: w.table.Edition + "T00:00:00Z", Modified: w.table.Edition + "T00:00:00Z", Language: "zh-CN",
	})
	if err != nil {
		return err
	}
	return w.file.SetAppProps(&excelize.AppProperties{Application: "Hongtou"})
}

// put writes a string as a string, whatever it begins with: no program reads
// a formula there.
func (w *bookWriter) put(sheet string, column, row int, text string, style int) error {
	cell, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return err
	}
	if text != "" {
		if err := w.looks.SetText(sheet, cell, text); err != nil {
			return err
		}
	}
	return w.file.SetCellStyle(sheet, cell, cell, style)
}

const status = "黄底的格子可以改，改后存盘，用 hongtou import 读回；灰底的由修改通知而来，不能在这里改，见“说明”列。改的是印发稿的源文件：已经印发的内容有变动，应另发修改通知。"

func (w *bookWriter) head() error {
	if err := w.put(taskSheet, 1, 1, w.table.Name+"任务清单（截至"+w.table.Edition+"）", w.looks.Title); err != nil {
		return err
	}
	if err := w.put(taskSheet, 1, 2, status, w.looks.Note); err != nil {
		return err
	}
	for i, c := range w.table.Columns {
		if err := w.put(taskSheet, i+1, keyRow, mark+":"+c.Key, w.looks.Note); err != nil {
			return err
		}
		if err := w.put(taskSheet, i+1, headRow, c.Title, w.looks.Head); err != nil {
			return err
		}
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := w.file.SetColWidth(taskSheet, name, name, width(c.Key)); err != nil {
			return err
		}
	}
	if err := w.file.SetRowHeight(taskSheet, 1, 30); err != nil {
		return err
	}
	if err := w.unwrap(); err != nil {
		return err
	}
	return w.file.SetRowVisible(taskSheet, keyRow, false)
}

// unwrap lets title and status run over the cells beside them: merged cells
// would keep people from moving columns.
func (w *bookWriter) unwrap() error {
	for i, id := range []int{w.looks.Title, w.looks.Note} {
		style, err := w.file.GetStyle(id)
		if err != nil {
			return err
		}
		style.Alignment.WrapText = false
		plain, err := w.file.NewStyle(style)
		if err != nil {
			return err
		}
		cell := fmt.Sprintf("A%d", i+1)
		if err := w.file.SetCellStyle(taskSheet, cell, cell, plain); err != nil {
			return err
		}
	}
	return nil
}

func (w *bookWriter) body() error {
	for i, r := range w.table.Rows {
		row, height := firstRow+i, 1
		for k, c := range w.table.Columns {
			text, style := w.content(r, c.Key)
			if err := w.put(taskSheet, k+1, row, text, style); err != nil {
				return err
			}
			height = max(height, linesIn(text, width(c.Key)))
		}
		if err := w.file.SetRowHeight(taskSheet, row, min(float64(height)*14.25+6, 409)); err != nil {
			return err
		}
	}
	return nil
}

func (w *bookWriter) content(r Row, column string) (string, int) {
	switch column {
	case KeyColumn:
		return r.Key, w.looks.Figure
	case NumberColumn:
		return r.Number, w.looks.Label
	case NoteColumn:
		return w.note(r), w.looks.Body
	}
	c := r.Cell(column)
	if _, ok := r.Cells[column]; !ok {
		return "", w.looks.Body
	}
	if c.Lock != "" {
		return c.Text(), w.looks.Locked
	}
	return c.Text(), w.looks.Entry
}

// note says which cells of a row are locked, and why.
func (w *bookWriter) note(r Row) string {
	if r.Note != "" {
		return r.Note
	}
	var out []string
	for _, c := range w.table.Columns {
		if cell, ok := r.Cells[c.Key]; ok && cell.Lock != "" {
			out = append(out, c.Title+cell.Lock)
		}
	}
	if len(out) == 0 {
		return ""
	}
	return strings.Join(out, "；") + "。要再改，请另发修改通知。"
}

// linesIn reckons how many lines a text takes in a column so many half-width
// characters wide.
func linesIn(text string, width float64) int {
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		half := 0
		for _, r := range line {
			half++
			if r > 0x2E7F {
				half++
			}
		}
		n += 1 + int(float64(half)/(width-1))
	}
	return n
}

func utf16Len(s string) int { return len(utf16.Encode([]rune(s))) }

// Hash is the short hash of a text in the base sheet.
func Hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:8])
}

// base writes what was exported: without it nobody could tell an edit from a
// change of the source.
func (w *bookWriter) base() error {
	if _, err := w.file.NewSheet(baseSheet); err != nil {
		return err
	}
	rows := [][]string{{mark, version}, {"dossier", w.table.Dossier}, {"edition", w.table.Edition}, {"row", "column", "hash", "text"}}
	for _, r := range w.table.Rows {
		for _, c := range w.table.Columns {
			if cell, ok := r.Cells[c.Key]; ok {
				rows = append(rows, []string{r.Key, c.Key, Hash(cell.Text()), cell.Text()})
			}
		}
	}
	for i, row := range rows {
		for k, text := range row {
			cell, err := excelize.CoordinatesToCellName(k+1, i+1)
			if err != nil {
				return err
			}
			if err := w.looks.SetText(baseSheet, cell, text); err != nil {
				return err
			}
		}
	}
	if err := w.file.SetSheetVisible(baseSheet, false, true); err != nil {
		return err
	}
	names := []excelize.DefinedName{
		{Name: "hongtou_dossier", RefersTo: "'" + baseSheet + "'!$B$2"},
		{Name: "hongtou_base", RefersTo: fmt.Sprintf("'%s'!$A$%d:$D$%d", baseSheet, baseHead+1, max(len(rows), baseHead+1))},
	}
	for _, n := range names {
		if err := w.file.SetDefinedName(&n); err != nil {
			return err
		}
	}
	return w.file.ProtectSheet(baseSheet, &excelize.SheetProtectionOptions{SelectLockedCells: true})
}
