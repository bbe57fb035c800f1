package xlsx

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// excelize keeps every cell as a structure and writes it by reflection; that
// took two thirds of a workbook's time. So it makes all of a sheet but the
// rows: cells are held as places and styles, and their rows go straight into
// the archive, piece by piece, so that no sheet ever stands in memory as text.
//
// Texts stand in the table of strings that all sheets share, as programs write
// them. On a sheet of very many rows they stand in the cells instead: such a
// table would be as large as the sheet itself. Nobody sees a difference.
const inlineAbove = 5000 // rows

// cells are what one sheet shows.
type cells struct {
	*sheetWriter
	held   []heldCell
	merges []byte // of their ranges, as elements
	merged int
}

// heldCell is an area that waits for its row.
type heldCell struct {
	*area
	id   int32 // of its style
	text int32 // number in the table of strings, or notShared
	top  int   // row of the sheet, from 0
}

const notShared = -1

func (h *heldCell) bottom() int { return h.top + h.rows() }

// inlines says whether the texts stand in the cells themselves.
func (s *sheetWriter) inlines() bool { return s.plan.rowCount() > s.inlineAbove }

func newCells(s *sheetWriter) *cells {
	most := len(s.plan.head.areas) + len(s.plan.body.areas) + 2*len(s.plan.banners)
	return &cells{sheetWriter: s, held: make([]heldCell, 0, most)}
}

// hold takes an area; offset is the sheet row of its row 0.
func (c *cells) hold(a *area, offset, id int, k style) error {
	h := heldCell{area: a, id: int32(id), text: notShared, top: offset + a.top}
	if !c.inlines() && a.holdsText() {
		n, err := c.share(a.text, k)
		if err != nil {
			return err
		}
		h.text = int32(n)
	}
	c.held = append(c.held, h)
	if a.rows() == 1 && a.right-a.left == 1 {
		return nil
	}
	from, to, err := corners(a, offset)
	c.merges = fmt.Appendf(c.merges, `<mergeCell ref="%s:%s"></mergeCell>`, from, to)
	c.merged++
	return err
}

// share gives the number of a text in the table. With the first one, excelize
// is made to list the table among the parts of the file.
func (c *cells) share(p passage, k style) (int, error) {
	if len(c.strings.known) == 0 {
		if err := c.file.SetCellStr(c.name(), "A1", stringsPart); err != nil {
			return 0, err
		}
	}
	return c.strings.number(p, k), nil
}

// mark has excelize make a place for the ranges of merged cells.
func (c *cells) mark() error {
	if c.merged == 0 {
		return nil
	}
	return c.file.MergeCell(c.name(), "A1", "B1")
}

const mergeMark = `<mergeCells count="1"><mergeCell ref="A1:B1"></mergeCell></mergeCells>`

// ranges gives what stands in the place of the mark.
func (c *cells) ranges() []byte {
	if c.merged == 0 {
		return nil
	}
	return fmt.Appendf(nil, `<mergeCells count="%d">%s</mergeCells>`, c.merged, c.merges)
}

// rowsWriter writes the rows of one sheet after the other.
type rowsWriter struct {
	*cells
	out   io.Writer
	buf   []byte
	names []string   // of the columns
	above []heldCell // of each column, the last cell begun
}

const bufferSize = 32 << 10

// write writes the rows of a sheet, cells from left to right.
func (w *rowsWriter) write(c *cells, out io.Writer) error {
	w.cells, w.out = c, out
	slices.SortFunc(c.held, func(a, b heldCell) int {
		return cmp.Or(cmp.Compare(a.top, b.top), cmp.Compare(a.left, b.left))
	})
	if err := w.setColumns(len(c.plan.columns)); err != nil {
		return err
	}
	next := c.held
	for r, height := range c.plan.allHeights() {
		var err error
		if next, err = w.row(r, height, next); err != nil {
			return err
		}
	}
	if len(next) > 0 {
		return fmt.Errorf("第%d行以下的单元格没有写入", next[0].top)
	}
	return w.flush()
}

func (w *rowsWriter) setColumns(n int) error {
	w.names, w.above = w.names[:0], make([]heldCell, n)
	for i := range n {
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		w.names = append(w.names, name)
	}
	return nil
}

// row writes one row and gives the cells that begin in further ones.
func (w *rowsWriter) row(r int, height float64, next []heldCell) ([]heldCell, error) {
	w.buf = strconv.AppendInt(append(w.buf, `<row r="`...), int64(r+1), 10)
	w.buf = strconv.AppendFloat(append(w.buf, `" ht="`...), height, 'g', -1, 64)
	w.buf = append(w.buf, `" customHeight="true">`...)
	for column := range w.names {
		begins := len(next) > 0 && next[0].top == r && next[0].left == column
		if begins {
			for i := next[0].left; i < next[0].right; i++ {
				w.above[i] = next[0]
			}
			next = next[1:]
		}
		h := &w.above[column]
		if h.area == nil || r >= h.bottom() {
			continue // nothing stands here
		}
		w.begin(column, r, int(h.id))
		if err := w.content(h, begins); err != nil {
			return nil, err
		}
		w.buf = append(w.buf, "</c>"...)
	}
	w.buf = append(w.buf, "</row>"...)
	if len(w.buf) < bufferSize {
		return next, nil
	}
	return next, w.flush()
}

// begin writes a cell's place and look.
func (w *rowsWriter) begin(column, r, id int) {
	w.buf = append(append(w.buf, `<c r="`...), w.names[column]...)
	w.buf = strconv.AppendInt(w.buf, int64(r+1), 10)
	w.buf = strconv.AppendInt(append(w.buf, `" s="`...), int64(id), 10)
	w.buf = append(w.buf, '"')
}

func (w *rowsWriter) flush() error {
	_, err := w.out.Write(w.buf)
	w.buf = w.buf[:0]
	return err
}

// allHeights gives the heights of the sheet's rows.
func (p *plan) allHeights() []float64 {
	var out []float64
	for _, b := range p.banners {
		out = append(out, b.height)
	}
	return slices.Concat(out, p.head.heights, p.body.heights)
}
