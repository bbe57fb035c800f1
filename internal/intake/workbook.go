package intake

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"hongtou/internal/manuscript"
)

// readWorkbook reads .xlsx: every sheet is a table, its cells as Excel shows
// them. What would cost too much is found before excelize sees it.
func readWorkbook(data []byte, o Options) (m manuscript.Manuscript, err error) {
	defer func() {
		if p := recover(); p != nil { // of a library, in a damaged file
			m, err = manuscript.Manuscript{}, broken(fmt.Errorf("excelize: %v", p))
		}
	}()
	pkg, err := unpack(data, o.Limits)
	if err != nil {
		return m, err
	}
	b := &book{writer: newWriter(o.Limits), facts: map[string]*sheetFacts{}, parts: map[string]string{}}
	if err := b.weigh(pkg); err != nil {
		return m, err
	}
	if err := b.index(pkg); err != nil {
		return m, err
	}
	b.file, err = excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		UnzipSizeLimit: o.Limits.Unpacked, UnzipXMLSizeLimit: o.Limits.Unpacked, CultureInfo: excelize.CultureNameZhCN,
		ShortDatePattern: "yyyy/m/d", LongDatePattern: `yyyy"年"m"月"d"日"`,
	})
	if err != nil {
		return m, broken(err)
	}
	defer b.file.Close()
	for _, name := range b.file.GetSheetList() {
		if err := b.sheet(name); err != nil {
			return m, err
		}
	}
	return b.m, nil
}

type book struct {
	*writer
	file  *excelize.File
	facts map[string]*sheetFacts // by name of the part
	parts map[string]string      // of the sheets, by name of the sheet
}

// sheetFacts is what a sheet says beside its cells.
type sheetFacts struct {
	merges []string // such as A1:B2
	hidden [][2]int // first and last column
}

func (b *book) sheet(name string) error {
	s := &sheet{book: b, name: name, merges: map[[2]int]merge{}, facts: b.facts[b.parts[name]]}
	if s.facts == nil {
		s.facts = &sheetFacts{}
	}
	if err := s.read(); err != nil {
		return err
	}
	if visible, err := b.file.GetSheetVisible(name); err == nil && !visible {
		if err := b.note(s.at(1), "工作表“"+name+"”是隐藏的，仍已读入"); err != nil {
			return err
		}
	}
	if err := s.remarks(); err != nil {
		return err
	}
	return s.lay()
}

// sheet is a sheet being read. Rows are numbered from 1, columns from 0.
type sheet struct {
	*book
	name   string
	rows   []sheetRow
	merges map[[2]int]merge // by first row and column
	width  int
	facts  *sheetFacts
}

type sheetRow struct {
	number int
	values []string
}

type merge struct{ row, col int } // the last it covers

func (s *sheet) at(row int) manuscript.Place { return manuscript.Place{Line: row, Sheet: s.name} }

// read takes the rows that are not empty, and one empty one between.
func (s *sheet) read() error {
	rows, err := s.file.Rows(s.name)
	if err != nil {
		return s.note(s.at(1), "“"+s.name+"”不是表格，没有读入")
	}
	defer rows.Close()
	if err := s.values(rows); err != nil {
		return err
	}
	s.readMerges()
	return nil
}

func (s *sheet) values(rows *excelize.Rows) error {
	hidden, blank := []string{}, 0
	for number := 1; rows.Next(); number++ {
		values, err := rows.Columns()
		if err != nil {
			return broken(err)
		}
		for len(values) > 0 && values[len(values)-1] == "" {
			values = values[:len(values)-1]
		}
		if len(values) == 0 {
			blank = number
			continue
		}
		if blank > 0 && len(s.rows) > 0 {
			s.rows = append(s.rows, sheetRow{number: blank})
		}
		blank = 0
		if rows.GetRowOpts().Hidden {
			hidden = append(hidden, fmt.Sprint(number))
		}
		s.width = max(s.width, len(values))
		s.rows = append(s.rows, sheetRow{number, values})
		if err := s.block(); err != nil {
			return err
		}
	}
	if len(hidden) > 0 {
		return s.note(s.at(1), "第"+strings.Join(hidden, "、")+"行是隐藏的，仍已读入")
	}
	return nil
}

func (s *sheet) readMerges() {
	for _, ref := range s.facts.merges {
		first, last, _ := strings.Cut(ref, ":")
		col, row, err := excelize.CellNameToCoordinates(first)
		lastCol, lastRow, err2 := excelize.CellNameToCoordinates(last)
		if err == nil && err2 == nil {
			s.merges[[2]int{row, col - 1}] = merge{lastRow, lastCol - 1}
		}
	}
}

// remarks notes hidden columns and comments.
func (s *sheet) remarks() error {
	for _, hidden := range s.facts.hidden {
		for col := max(hidden[0], 1); col <= min(hidden[1], s.width); col++ {
			at := s.at(1)
			at.Cell, _ = excelize.ColumnNumberToName(col)
			if err := s.note(at, at.Cell+"列是隐藏的，仍已读入"); err != nil {
				return err
			}
		}
	}
	comments, err := s.file.GetComments(s.name)
	if err != nil {
		return broken(err)
	}
	for _, c := range comments {
		text := c.Text
		for _, run := range c.Paragraph {
			text += run.Text
		}
		at := s.at(1)
		if _, row, err := excelize.CellNameToCoordinates(c.Cell); err == nil {
			at.Line, at.Cell = row, c.Cell
		}
		if err := s.note(at, "批注没有读入："+c.Author+"："+text); err != nil {
			return err
		}
	}
	return nil
}
