package intake

import (
	"sort"

	"github.com/xuri/excelize/v2"

	"hongtou/internal/manuscript"
)

// lay puts the sheet into the manuscript as one table.
func (s *sheet) lay() error {
	if len(s.rows) == 0 {
		return nil
	}
	b := manuscript.Block{Place: s.at(s.rows[0].number), Rows: make([][]manuscript.Cell, len(s.rows))}
	until := make([]int, s.width) // the last row that a merged cell above covers, by column
	for i, row := range s.rows {
		for col := 0; col < s.width; col++ {
			value := ""
			if col < len(row.values) {
				value = row.values[col]
			}
			c, err := s.cellAt(i, col, value, until)
			if err != nil {
				return err
			}
			if c == nil {
				continue
			}
			b.Rows[i] = append(b.Rows[i], *c)
			col += c.Cols - 1
		}
	}
	s.m.Blocks = append(s.m.Blocks, b)
	return nil
}

// cellAt makes the cell of a place; nil when another covers it.
func (s *sheet) cellAt(i, col int, value string, until []int) (*manuscript.Cell, error) {
	row := s.rows[i].number
	at := s.at(row)
	at.Cell, _ = excelize.CoordinatesToCellName(col+1, row)
	if until[col] >= row {
		return nil, s.covered(at, value)
	}
	if err := s.cell(); err != nil {
		return nil, err
	}
	c := &manuscript.Cell{Place: at, Row: i, Col: col, Rows: 1, Cols: 1}
	if value != "" {
		c.Text = lineEnds.Split(value, -1)
	}
	if err := s.count(value); err != nil {
		return nil, err
	}
	if m, ok := s.merges[[2]int{row, col}]; ok {
		return c, s.span(c, i, m, until)
	}
	return c, nil
}

// span lets a merged cell cover what is free.
func (s *sheet) span(c *manuscript.Cell, i int, m merge, until []int) error {
	row := s.rows[i]
	end := sort.Search(len(s.rows), func(k int) bool { return s.rows[k].number > m.row })
	c.Rows = max(end-i, 1)
	until[c.Col] = m.row
	for col := c.Col + 1; col < s.width && col <= m.col && until[col] < row.number; col++ {
		until[col] = m.row
		c.Cols++
		if col < len(row.values) {
			at := c.Place
			at.Cell, _ = excelize.CoordinatesToCellName(col+1, row.number)
			if err := s.covered(at, row.values[col]); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *sheet) covered(at manuscript.Place, value string) error {
	if value == "" {
		return nil
	}
	return s.note(at, "合并单元格下面盖住的文字没有读入：“"+value+"”")
}
