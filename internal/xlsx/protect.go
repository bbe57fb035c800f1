package xlsx

import (
	"fmt"

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

// tones are light enough to print in grey under black text.
var tones = map[string]excelize.Style{
	"warning": {Font: &excelize.Font{Bold: true, Color: "9C0006"}, Fill: tint("FFE1E1")},
	"done":    {Font: &excelize.Font{Color: "00501E"}, Fill: tint("E6F4E4")},
}

func tint(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

// setHighlights colours whole rows by the word in one of their cells.
func (s *sheetWriter) setHighlights() error {
	rows := len(s.plan.body.heights)
	for _, h := range s.plan.sheet.Highlights {
		tone, known := tones[h.Tone]
		word, err := literal(h.Word)
		switch {
		case !known:
			return &Error{Sheet: s.name(), Reason: "不认识的着色“" + h.Tone + "”"}
		case h.Column < 0 || h.Column >= len(s.plan.columns):
			return &Error{Sheet: s.name(), Reason: fmt.Sprintf("着色所看的第%d列不存在", h.Column)}
		case err != nil:
			return &Error{Sheet: s.name(), Reason: err.Error()}
		case rows == 0:
			continue
		}
		id, err := s.file.NewConditionalStyle(&tone)
		if err != nil {
			return err
		}
		whole := area{bottom: rows, right: len(s.plan.columns)}
		from, to, err := corners(&whole, s.plan.firstBodyRow())
		if err != nil {
			return err
		}
		column, err := excelize.ColumnNumberToName(h.Column + 1)
		if err != nil {
			return err
		}
		err = s.file.SetConditionalFormat(s.name(), from+":"+to, []excelize.ConditionalFormatOptions{{
			Type: "formula", Criteria: fmt.Sprintf("EXACT($%s%d,%s)", column, s.plan.firstBodyRow()+1, word), Format: &id, StopIfTrue: true,
		}})
		if err != nil {
			return err
		}
	}
	return nil
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
		case p.sheet.Filter:
			what = "带筛选的工作表"
		case counted[p.sheet.Name]:
			what = "被公式计数的工作表"
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
