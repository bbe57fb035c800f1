package xlsx

import (
	"github.com/xuri/excelize/v2"

	"hongtou/internal/doc"
)

// setProtection keeps people from typing where nothing is to be filled in.
// There is no password: who must change something else can. Widths and
// heights stay free, and so do selecting, filter buttons and printing.
func (s *sheetWriter) setProtection() error {
	if !s.plan.sheet.Protected {
		return nil
	}
	return s.file.ProtectSheet(s.name(), &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true,
		FormatColumns: true, FormatRows: true, AutoFilter: true,
	})
}

// checkRows refuses cells that stand in several rows on sheets whose rows are
// filtered, counted or coloured one by one.
func checkRows(plans []*plan) error {
	counted := map[string]bool{}
	for _, p := range plans {
		for i := range p.body.areas {
			if f, ok := p.body.areas[i].cell.Formula.(doc.Tally); ok {
				counted[f.Sheet] = true
			}
		}
	}
	for _, p := range plans {
		what := ""
		switch {
		case counted[p.sheet.Name]:
			what = "被公式计数的工作表"
		case p.body.repeats:
			continue
		case p.sheet.Filter:
			what = "带筛选的工作表"
		case len(p.sheet.Highlights) > 0:
			what = "整行着色的工作表"
		default:
			continue
		}
		for i := range p.body.areas {
			switch a := &p.body.areas[i]; {
			case a.cell.RowSpan > 1:
				return cellError(p.sheet.Name, a.cell, what+"不能有纵向合并的单元格")
			case a.carved:
				return cellError(p.sheet.Name, a.cell, "文字超过一行所能显示的高度，"+what+"不能续行，请加宽该列")
			}
		}
	}
	return nil
}
