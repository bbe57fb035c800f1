package xlsx

import (
	"github.com/xuri/excelize/v2"

	"hongtou/internal/doc"
)

// sheetWriter writes one plan into the file.
type sheetWriter struct {
	file    *excelize.File
	plan    *plan
	styles  *styles
	targets map[string]target
	choices *choiceLists
	meta    doc.Meta

	strings *stringTable

	inlineAbove int // rows, from which on a sheet has its texts in its cells
	cells       *cells
}

func (s *sheetWriter) name() string { return s.plan.sheet.Name }

func (s *sheetWriter) write() error {
	steps := []func() error{
		s.writeColumns, s.writeBanners, s.writeHead, s.writeBody,
		s.setValidation, s.setHighlights, s.setProtection,
		s.setFilter, // before setPrint: excelize forgets sheet properties here
		s.setView, s.setTab, s.setPrint, s.setMargins, s.setPrintNames, s.setPageEnds, s.setExtent,
		s.cells.mark, // after links: excelize looks for them in merged cells
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// writeColumns sets widths. The file's unit is the width of a digit, padding
// included.
func (s *sheetWriter) writeColumns() error {
	for i, w := range s.plan.columns {
		col, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := s.file.SetColWidth(s.name(), col, col, min(float64(columnPixels(w))/digitPixels, maxColumnWidth)); err != nil {
			return err
		}
	}
	return nil
}

func (s *sheetWriter) writeBanners() error {
	for i, b := range s.plan.banners {
		if b.input != nil {
			if err := s.writeInput(i, b); err != nil {
				return err
			}
			continue
		}
		k := style{face: song, size: b.size, bare: true}
		if b.title {
			k.face = title
		}
		if b.title || b.status {
			k.align = doc.AlignCentre
		}
		box := area{top: i, bottom: i + 1, right: len(s.plan.columns), text: b.text}
		if err := s.writeArea(&box, 0, k); err != nil {
			return err
		}
	}
	return nil
}

func (s *sheetWriter) writeHead() error {
	for i := range s.plan.head.areas {
		a := &s.plan.head.areas[i]
		k := s.styleOf(a)
		k.head, k.face, k.top = true, hei, false
		if a.cell.Align == doc.AlignColumn {
			k.align = doc.AlignCentre
		}
		if err := s.writeArea(a, s.plan.firstHeadRow(), k); err != nil {
			return err
		}
	}
	return nil
}

func (s *sheetWriter) writeBody() error {
	for i := range s.plan.body.areas {
		a := &s.plan.body.areas[i]
		if err := s.writeArea(a, s.plan.firstBodyRow(), s.styleOf(a)); err != nil {
			return err
		}
		if err := s.writeLink(a, s.plan.firstBodyRow()); err != nil {
			return err
		}
	}
	return nil
}

// styleOf gives the looks of a body area. Text stands in the middle of its
// cell's height, as in printed tables; divided text joins at the top.
func (s *sheetWriter) styleOf(a *area) style {
	k := style{size: textSize, align: a.cell.Align, top: a.carved || s.plan.sheet.Table.Top, above: a.above, below: a.below}
	k.face, _ = a.text.uniform()
	if k.align == doc.AlignColumn && !a.cell.Head {
		k.align = s.plan.sheet.Table.Columns[a.left].Align
	}
	k.link = a.first && a.link != ""
	k.format = formatOf(a.cell)
	k.entry = typedIn(a.cell)
	k.unlocked = k.entry && s.plan.sheet.Protected
	if !textual(a.cell) {
		s.styleOfValue(a, &k)
	}
	return k
}

// styleOfValue sets a short value in the middle of its cell; what people write
// at length begins at the top, and so does what a page end crosses.
func (s *sheetWriter) styleOfValue(a *area, k *style) {
	k.top = a.cell.Blank == doc.BlankOpinion || a.crosses(s.plan.body.breaks)
	long := a.cell.Blank == doc.BlankOpinion || a.cell.Blank == doc.BlankText
	if k.align == doc.AlignColumn && !long {
		k.align = doc.AlignCentre
	}
}

// writeArea holds an area to be written; offset is the sheet row of its row 0.
func (s *sheetWriter) writeArea(a *area, offset int, k style) error {
	id, err := s.styles.id(k)
	if err != nil {
		return err
	}
	return s.cells.hold(a, offset, id, k)
}

func corners(a *area, offset int) (from, to string, err error) {
	return cornersAs(a, offset, false)
}

// absoluteCorners writes them as $A$1, which no copying moves.
func absoluteCorners(a *area, offset int) (from, to string, err error) {
	return cornersAs(a, offset, true)
}

func cornersAs(a *area, offset int, absolute bool) (from, to string, err error) {
	if from, err = excelize.CoordinatesToCellName(a.left+1, offset+a.top+1, absolute); err != nil {
		return "", "", err
	}
	to, err = excelize.CoordinatesToCellName(a.right, offset+a.bottom, absolute)
	return from, to, err
}
