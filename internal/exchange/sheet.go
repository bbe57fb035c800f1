package exchange

import (
	"fmt"
	"slices"

	"github.com/xuri/excelize/v2"

	"hongtou/internal/dossier"
)

// frame makes a sheet to work on: head and keys stay in sight, rows can be
// filtered, locked cells cannot be typed into. There is no password.
func (w *bookWriter) frame() error {
	f, grid := w.file, false
	if err := f.SetSheetView(taskSheet, 0, &excelize.ViewOptions{ShowGridLines: &grid}); err != nil {
		return err
	}
	corner := fmt.Sprintf("C%d", firstRow)
	if err := f.SetPanes(taskSheet, &excelize.Panes{
		Freeze: true, XSplit: 2, YSplit: headRow, TopLeftCell: corner, ActivePane: "bottomRight",
		Selection: []excelize.Selection{{SQRef: corner, ActiveCell: corner, Pane: "bottomRight"}},
	}); err != nil {
		return err
	}
	last, err := excelize.ColumnNumberToName(len(w.table.Columns))
	if err != nil {
		return err
	}
	end := max(firstRow+len(w.table.Rows)-1, firstRow)
	if err := f.AutoFilter(taskSheet, fmt.Sprintf("A%d:%s%d", headRow, last, end), nil); err != nil {
		return err
	}
	if err := f.AddIgnoredErrors(taskSheet, fmt.Sprintf("A1:%s%d", last, end), excelize.IgnoredErrorsNumberStoredAsText); err != nil {
		return err
	}
	if err := w.paper(last, end); err != nil {
		return err
	}
	return f.ProtectSheet(taskSheet, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true,
		FormatColumns: true, FormatRows: true, AutoFilter: true, Sort: true, InsertRows: true,
	})
}

// paper lays the sheet out on A3: it is worked on, and printed only to read.
func (w *bookWriter) paper(last string, end int) error {
	const a3 = 8
	size, wide, tall, across, fit := a3, 1, 0, "landscape", true
	tab := "BF9000"
	if err := w.file.SetSheetProps(taskSheet, &excelize.SheetPropsOptions{FitToPage: &fit, TabColorRGB: &tab}); err != nil {
		return err
	}
	if err := w.file.SetPageLayout(taskSheet, &excelize.PageLayoutOptions{Size: &size, Orientation: &across, FitToWidth: &wide, FitToHeight: &tall}); err != nil {
		return err
	}
	for _, n := range []excelize.DefinedName{
		{Name: "_xlnm.Print_Area", RefersTo: fmt.Sprintf("'%s'!$A$1:$%s$%d", taskSheet, last, end), Scope: taskSheet},
		{Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$%d:$%d", taskSheet, headRow, headRow), Scope: taskSheet},
	} {
		if err := w.file.SetDefinedName(&n); err != nil {
			return err
		}
	}
	return nil
}

// hints help people who type; nothing is refused, check will say what is
// wrong.
func (w *bookWriter) hints() error {
	for i, c := range w.table.Columns {
		title, text, list := hint(c)
		if title == "" || len(w.table.Rows) == 0 {
			continue
		}
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		rule := excelize.NewDataValidation(true)
		rule.SetSqref(fmt.Sprintf("%s%d:%s%d", name, firstRow, name, firstRow+len(w.table.Rows)-1))
		if list && len(w.table.Units) > 0 {
			rule.SetSqrefDropList(fmt.Sprintf("'%s'!$F$%d:$F$%d", helpSheet, helpFirst, helpFirst+len(w.table.Units)-1))
		} else if err := rule.SetRange(0, cellLimit, excelize.DataValidationTypeTextLength, excelize.DataValidationOperatorBetween); err != nil {
			return err
		}
		rule.ShowErrorMessage = false
		rule.SetInput(title, text)
		if err := w.file.AddDataValidation(taskSheet, rule); err != nil {
			return err
		}
	}
	return nil
}

func hint(c Column) (title, text string, list bool) {
	switch dossier.FieldKind(c.Key) {
	case dossier.Responsible, dossier.Supervisors:
		return c.Title, "照名册写单位名称（见“填写说明”），几个单位之间照原文用“、”或“，”隔开。从列表里选会换掉整格。", true
	case dossier.Deadline:
		return c.Title, "照印出来的样子写，如2021年年底前。", false
	case dossier.Measures:
		return c.Title, "一行一条，序号照印出来的样子写；格内换行按Alt+Enter。", false
	}
	return "", "", false
}

const helpFirst = 3

var helpLines = []string{
	"一、黄底的格子可以改，其余的锁住了。需要排序、移动列时，可以撤销工作表保护（没有密码）。",
	"二、一格里一行是一段；格内换行按Alt+Enter。标点用全角，序号照印出来的样子写。",
	"三、“编号”列和隐藏的工作表“底稿”供程序认行和核对，请不要改动。表头改名、移动列、排序、隐藏都不影响读回。",
	"四、存盘后运行：hongtou import 任务清单.xlsx。先列出要改哪些地方，一处也不改；确认后加 --write 才写入源文件。",
	"五、导出之后源文件又改过的地方算冲突，列出两边的文字，不采用表格里的。",
	"六、删去一行不会删去整改项；增加一行只提出建议。增删整改项，或修改已由修改通知改过的内容，应另发修改通知：hongtou new amendment。",
	"七、改的是印发稿的源文件，用来更正录入的差错；已经印发的内容有变动，应另发修改通知。",
}

// help writes the sheet of rules, with the names of the register beside them.
func (w *bookWriter) help() error {
	if _, err := w.file.NewSheet(helpSheet); err != nil {
		return err
	}
	grid := false
	if err := w.file.SetSheetView(helpSheet, 0, &excelize.ViewOptions{ShowGridLines: &grid}); err != nil {
		return err
	}
	for _, c := range []struct {
		name  string
		width float64
	}{{"A", 80}, {"F", 30}} {
		if err := w.file.SetColWidth(helpSheet, c.name, c.name, c.width); err != nil {
			return err
		}
	}
	heads := []struct {
		column int
		text   string
	}{{1, "填写说明"}, {6, "单位名册"}}
	for _, h := range heads {
		if err := w.put(helpSheet, h.column, helpFirst-1, h.text, w.looks.Head); err != nil {
			return err
		}
	}
	for i, text := range helpLines {
		if err := w.put(helpSheet, 1, helpFirst+i, text, w.looks.Body); err != nil {
			return err
		}
	}
	for i, text := range slices.Clone(w.table.Units) {
		if err := w.put(helpSheet, 6, helpFirst+i, text, w.looks.Body); err != nil {
			return err
		}
	}
	for i := range helpLines {
		if err := w.file.SetRowHeight(helpSheet, helpFirst+i, 33); err != nil {
			return err
		}
	}
	return w.file.ProtectSheet(helpSheet, &excelize.SheetProtectionOptions{SelectLockedCells: true, SelectUnlockedCells: true, FormatColumns: true})
}
