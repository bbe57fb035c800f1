package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"hongtou/internal/doc"
)

// setTab colours the sheet's tab.
func (s *sheetWriter) setTab() error {
	colour := readTab
	if s.plan.filledIn() {
		colour = writeTab
	}
	return s.file.SetSheetProps(s.name(), &excelize.SheetPropsOptions{TabColorRGB: &colour})
}

// filledIn says whether people write on the sheet, in the program or on paper.
func (p *plan) filledIn() bool {
	return slices.ContainsFunc(p.body.areas, func(a area) bool { return a.cell.Blank != doc.NotBlank })
}

func (s *sheetWriter) lastColumn() (string, error) {
	return excelize.ColumnNumberToName(len(s.plan.columns))
}

// setFilter puts filter buttons on the last head row.
func (s *sheetWriter) setFilter() error {
	if !s.plan.sheet.Filter {
		return nil
	}
	last, err := s.lastColumn()
	if err != nil {
		return err
	}
	head := s.plan.firstBodyRow()
	if err := s.file.AutoFilter(s.name(), fmt.Sprintf("A%d:%s%d", head, last, s.plan.rowCount()), nil); err != nil {
		return err
	}
	return s.nameFilter(fmt.Sprintf("%s!$A$%d:$%s$%d", quoteSheet(s.name()), head, last, s.plan.rowCount()))
}

// nameFilter sets right the name that excelize defines for a filter: it does
// not double a quotation mark in the sheet's name.
func (s *sheetWriter) nameFilter(area string) error {
	if !strings.Contains(s.name(), "'") {
		return nil
	}
	n := excelize.DefinedName{Name: "_xlnm._FilterDatabase", Scope: s.name()}
	if err := s.file.DeleteDefinedName(&n); err != nil {
		return err
	}
	n.RefersTo = area
	return defineName(s.file, n)
}

// setView freezes the head and hides the grid: the table has its own lines.
func (s *sheetWriter) setView() error {
	grid, zoom := false, s.plan.zoom()
	if err := s.file.SetSheetView(s.name(), 0, &excelize.ViewOptions{ShowGridLines: &grid, ZoomScale: &zoom}); err != nil {
		return err
	}
	across, down := s.plan.sheet.FreezeCols, s.plan.firstBodyRow()
	if across == 0 && down == 0 {
		return nil
	}
	corner, err := excelize.CoordinatesToCellName(across+1, down+1)
	if err != nil {
		return err
	}
	pane := map[[2]bool]string{{true, true}: "bottomRight", {true, false}: "topRight", {false, true}: "bottomLeft"}
	active := pane[[2]bool{across > 0, down > 0}]
	return s.file.SetPanes(s.name(), &excelize.Panes{
		Freeze: true, XSplit: across, YSplit: down, TopLeftCell: corner, ActivePane: active,
		Selection: []excelize.Selection{{SQRef: corner, ActiveCell: corner, Pane: active}},
	})
}

// setPrint puts the sheet on A4, all columns on one page, with the head
// repeated.
func (s *sheetWriter) setPrint() error {
	const a4 = 9
	size, wide, tall, orientation := a4, 1, 0, "portrait"
	if s.plan.sheet.Landscape {
		orientation = "landscape"
	}
	fit, centred := true, true
	inch := func(mm float64) *float64 { v := mm * pointsPerMM / pointsPerInch; return &v }
	if err := s.file.SetSheetProps(s.name(), &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := s.file.SetPageLayout(s.name(), &excelize.PageLayoutOptions{
		Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &tall,
	}); err != nil {
		return err
	}
	return s.file.SetPageMargins(s.name(), &excelize.PageLayoutMarginsOptions{
		Left: inch(marginSide), Right: inch(marginSide), Top: inch(marginTop), Bottom: inch(marginBottom),
		Header: inch(marginFooter), Footer: inch(marginFooter), Horizontally: &centred,
	})
}

// setPrintNames sets print area and repeated head.
func (s *sheetWriter) setPrintNames() error {
	last, err := s.lastColumn()
	if err != nil {
		return err
	}
	sheet := quoteSheet(s.name())
	names := []excelize.DefinedName{
		{Name: "_xlnm.Print_Area", RefersTo: fmt.Sprintf("%s!$A$1:$%s$%d", sheet, last, max(s.plan.rowCount(), 1))},
	}
	if s.plan.firstBodyRow() > s.plan.firstRepeatedRow() {
		names = append(names, excelize.DefinedName{
			Name:     "_xlnm.Print_Titles",
			RefersTo: fmt.Sprintf("%s!$%d:$%d", sheet, s.plan.firstRepeatedRow()+1, s.plan.firstBodyRow()),
		})
	}
	for _, n := range names {
		n.Scope = s.name()
		if err := defineName(s.file, n); err != nil {
			return err
		}
	}
	return nil
}

// setExtent tells readers how far the sheet goes, and Excel that numbers
// stored as text are meant to be text.
func (s *sheetWriter) setExtent() error {
	last, err := s.lastColumn()
	if err != nil {
		return err
	}
	extent := fmt.Sprintf("A1:%s%d", last, max(s.plan.rowCount(), 1))
	if err := s.file.SetSheetDimension(s.name(), extent); err != nil {
		return err
	}
	return s.file.AddIgnoredErrors(s.name(), extent, excelize.IgnoredErrorsNumberStoredAsText)
}

func (s *sheetWriter) setPageEnds() error {
	for _, row := range s.plan.body.breaks {
		cell, err := excelize.CoordinatesToCellName(1, s.plan.firstBodyRow()+row+1)
		if err != nil {
			return err
		}
		if err := s.file.InsertPageBreak(s.name(), cell); err != nil {
			return err
		}
	}
	return nil
}
