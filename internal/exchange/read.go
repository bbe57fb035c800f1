package exchange

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// ErrForeign says that a workbook is none that Write made, or has lost what
// was exported.
var ErrForeign = errors.New("工作簿中隐藏的“底稿”不见了，不能核对改了哪些地方，请重新导出")

// Returned is an edited workbook.
type Returned struct {
	Dossier string
	Edition string
	Base    map[string]string // what was exported, by row and column key: 06 deadline
	Columns map[string]int    // of the sheet, from 1, by key
	Titles  map[string]string // of the columns, as people left them
	Rows    []ReturnedRow
}

// ReturnedRow is a row of the sheet.
type ReturnedRow struct {
	Row   int
	Key   string // "" of a row that people added
	Cells map[string]ReturnedCell
}

// ReturnedCell is what stands in a cell now.
type ReturnedCell struct {
	At    string // G7
	Lines []string
	Doubt string // why it cannot be taken as it is, in Chinese; then Lines say nothing
	Note  string // how it was read when that was not plain
}

// Text is the cell's text.
func (c ReturnedCell) Text() string { return strings.Join(c.Lines, "\n") }

// Doubt is something that people should look at.
type Doubt struct {
	At  string `json:"at,omitempty"` // of the workbook: G7
	Why string `json:"why"`
}

func baseKey(row, column string) string { return row + "\n" + column }

// rowLimit bounds the rows of a sheet; a plan has some hundreds.
const rowLimit = 5000

// Read reads a workbook; ErrForeign when Write did not make it. What is read
// must have been weighed before (package intake): a workbook may be a bomb.
func Read(data []byte) (Returned, error) {
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: 256 << 20})
	if err != nil {
		return Returned{}, fmt.Errorf("读取工作簿：%w", err)
	}
	defer f.Close()
	out := Returned{Base: map[string]string{}, Columns: map[string]int{}, Titles: map[string]string{}}
	if err := out.readBase(f); err != nil {
		return out, err
	}
	return out, out.readTasks(f)
}

func (r *Returned) readBase(f *excelize.File) error {
	if i, err := f.GetSheetIndex(baseSheet); err != nil || i < 0 {
		return ErrForeign
	}
	rows, err := f.GetRows(baseSheet, excelize.Options{RawCellValue: true})
	if err != nil {
		return fmt.Errorf("读取工作簿：%w", err)
	}
	at := func(row, column int) string {
		if row < len(rows) && column < len(rows[row]) {
			return rows[row][column]
		}
		return ""
	}
	if at(0, 0) != mark {
		return ErrForeign
	}
	if at(0, 1) != version {
		return fmt.Errorf("任务清单由另一版本的程序导出（格式%s），请重新导出", at(0, 1))
	}
	r.Dossier, r.Edition = at(1, 1), at(2, 1)
	for i := baseHead; i < len(rows) && i < 64*rowLimit; i++ {
		text := at(i, 3)
		if Hash(text) != at(i, 2) {
			return fmt.Errorf("工作簿中隐藏的“%s”第%d行被改动过，不能核对，请重新导出", baseSheet, i+1)
		}
		r.Base[baseKey(at(i, 0), at(i, 1))] = text
	}
	return nil
}

func (r *Returned) readTasks(f *excelize.File) error {
	sheet, head, rows, err := findTasks(f)
	if err != nil {
		return err
	}
	for i, text := range rows[head] {
		key, ok := strings.CutPrefix(strings.TrimSpace(text), mark+":")
		if !ok {
			continue
		}
		if _, twice := r.Columns[key]; twice {
			name, _ := excelize.CoordinatesToCellName(i+1, head+1)
			return fmt.Errorf("%s的%s列出现了两次，不知道以哪一列为准，请删去一列", sheet, name)
		}
		r.Columns[key] = i + 1
	}
	if r.Columns[KeyColumn] == 0 {
		return fmt.Errorf("%s中没有“编号”列，认不出哪一行是哪一项，请重新导出", sheet)
	}
	reader := cellReader{file: f, sheet: sheet}
	if len(rows) > rowLimit {
		return fmt.Errorf("%s超过%d行，没有读取，请删去多余的空行", sheet, rowLimit)
	}
	for i := head + 1; i < len(rows); i++ {
		if strings.TrimSpace(strings.Join(rows[i], "")) == "" {
			continue
		}
		row, err := r.readRow(reader, i+1, rows[i])
		if err != nil {
			return fmt.Errorf("读取工作簿：%w", err)
		}
		switch {
		case r.isHead(row):
			for key, cell := range row.Cells {
				r.Titles[key] = cell.Text()
			}
		default:
			r.Rows = append(r.Rows, row)
		}
	}
	return nil
}

// readRow reads a row whose raw values are known. A cell that holds what was
// exported needs no closer look, which costs more the longer the sheet is.
func (r *Returned) readRow(reader cellReader, n int, raw []string) (ReturnedRow, error) {
	row := ReturnedRow{Row: n, Cells: map[string]ReturnedCell{}}
	value := func(column int) string {
		if column <= len(raw) {
			return raw[column-1]
		}
		return ""
	}
	row.Key = strings.TrimSpace(value(r.Columns[KeyColumn]))
	for key, column := range r.Columns {
		at, err := excelize.CoordinatesToCellName(column, n)
		if err != nil {
			return row, err
		}
		base, known := r.Base[baseKey(row.Key, key)]
		if known && base == value(column) || key == KeyColumn || key == NumberColumn || key == NoteColumn {
			lines, _ := split(value(column))
			row.Cells[key] = ReturnedCell{At: at, Lines: lines}
			continue
		}
		if row.Cells[key], err = reader.read(column, n); err != nil {
			return row, err
		}
	}
	return row, nil
}

// isHead says whether a row is the table's printed head: the first after the
// keys, unless sorting put it elsewhere.
func (r *Returned) isHead(row ReturnedRow) bool {
	return row.Key == "编号" || len(r.Rows) == 0 && row.Key != "" && !r.knows(row.Key) && row.Cells[NumberColumn].Text() == "序号"
}

func (r *Returned) knows(key string) bool {
	_, ok := r.Base[baseKey(key, ProblemColumn)]
	return ok
}

// findTasks finds the sheet and the row of the keys.
func findTasks(f *excelize.File) (sheet string, head int, rows [][]string, err error) {
	for _, name := range f.GetSheetList() {
		if name == baseSheet {
			continue
		}
		rows, err := f.GetRows(name, excelize.Options{RawCellValue: true})
		if err != nil {
			return "", 0, nil, fmt.Errorf("读取工作簿：%w", err)
		}
		for i, row := range rows {
			for _, text := range row {
				if strings.HasPrefix(strings.TrimSpace(text), mark+":") {
					return name, i, rows, nil
				}
			}
		}
	}
	return "", 0, nil, fmt.Errorf("工作簿中没有任务清单：表头上方隐藏的一行不见了，请重新导出")
}

// Ours says whether Write made a workbook, whatever became of it since.
func Ours(data []byte) bool {
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: 256 << 20})
	if err != nil {
		return false
	}
	defer f.Close()
	if text, err := f.GetCellValue(baseSheet, "A1"); err == nil && text == mark {
		return true
	}
	keys, err := f.SearchSheet(taskSheet, mark+":"+KeyColumn) // somebody took the base away
	return err == nil && len(keys) > 0
}
