package xlsx

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"github.com/xuri/excelize/v2"
)

// A sheet of very many rows is not built up in memory: its cells are held as
// places and styles only, and written row by row into a file of excelize's in
// the system's folder for temporary files (above 16 MB; below, and where no
// file can be made, in memory). Closing the workbook removes it.
//
// Such a sheet looks and works like any other. Two things differ within: its
// texts stand in the cells, not in the table of strings that all sheets share,
// so that the file is somewhat larger until a program saves it; and excelize
// cannot give its cells another look afterwards.
const streamAbove = 5000 // rows

// heldCell is an area that waits to be streamed.
type heldCell struct {
	*area
	id  int // of its style
	top int // row of the sheet, from 0
}

func (h heldCell) bottom() int { return h.top + h.rows() }

// streams says whether the sheet is written row by row.
func (s *sheetWriter) streams() bool { return s.plan.rowCount() > s.streamAbove }

// stream writes the cells held. Everything else has to be on the sheet before.
func (s *sheetWriter) stream() error {
	w, err := s.file.NewStreamWriter(s.name())
	if err != nil {
		return err
	}
	slices.SortStableFunc(s.held, func(a, b heldCell) int {
		return cmp.Or(cmp.Compare(a.top, b.top), cmp.Compare(a.left, b.left))
	})
	row := make([]any, len(s.plan.columns))
	below := make([]heldCell, len(row)) // of each column, the last cell begun
	next := 0
	for r, height := range s.plan.allHeights() {
		clear(row)
		for c, h := range below {
			if h.area != nil && r < h.bottom() {
				row[c] = excelize.Cell{StyleID: h.id}
			}
		}
		for ; next < len(s.held) && s.held[next].top == r; next++ {
			if err := s.streamCell(w, s.held[next], row, below); err != nil {
				return err
			}
		}
		at, err := excelize.CoordinatesToCellName(1, r+1)
		if err != nil {
			return err
		}
		if err := w.SetRow(at, row, excelize.RowOpts{Height: height}); err != nil {
			return fmt.Errorf("逐行写工作表：%w", err)
		}
	}
	if next < len(s.held) {
		return fmt.Errorf("第%d行以下的单元格没有写入", s.held[next].top)
	}
	s.held = nil
	return w.Flush()
}

// streamCell puts a cell into its row, and its looks into all that it covers.
func (s *sheetWriter) streamCell(w *excelize.StreamWriter, h heldCell, row []any, below []heldCell) error {
	for c := h.left; c < h.right; c++ {
		row[c], below[c] = excelize.Cell{StyleID: h.id}, h
	}
	shown, err := s.shown(h.area, s.styles.looks[h.id])
	if err != nil {
		return err
	}
	shown.StyleID = h.id
	row[h.left] = shown
	if h.rows() == 1 && h.right-h.left == 1 {
		return nil
	}
	from, to, err := corners(h.area, h.top-h.area.top)
	if err != nil {
		return err
	}
	return w.MergeCell(from, to)
}

// allHeights gives the heights of the sheet's rows.
func (p *plan) allHeights() []float64 {
	var out []float64
	for _, b := range p.banners {
		out = append(out, b.height)
	}
	return slices.Concat(out, p.head.heights, p.body.heights)
}

// streaming gives the writer of an archive that compresses streamed sheets as
// they come.
func streaming(plans []*plan, above int) func(io.Writer) excelize.ZipWriter {
	names := map[string]bool{}
	for i, p := range plans {
		if p.rowCount() > above {
			names[fmt.Sprintf("%ssheet%d.xml", sheetParts, i+1)] = true
		}
	}
	return func(w io.Writer) excelize.ZipWriter { return &sortedZip{out: w, streamed: names} }
}
