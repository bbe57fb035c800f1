package xlsx

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"hongtou/internal/doc"
)

// maxSheetName is Excel's limit, in UTF-16 units.
const maxSheetName = 31

// checkNames applies Excel's rules for sheet names to all sheets: a file that
// breaks one of them opens only after a “repair” that renames the sheet.
func checkNames(sheets []doc.Sheet) error {
	if len(sheets) == 0 {
		return &Error{Reason: "工作簿没有工作表"}
	}
	seen := map[string]bool{}
	for _, s := range sheets {
		if reason := nameProblem(s.Name); reason != "" {
			return &Error{Sheet: s.Name, Reason: reason}
		}
		fold := strings.ToLower(s.Name)
		if seen[fold] {
			return &Error{Sheet: s.Name, Reason: "工作表名称重复（不分大小写）"}
		}
		seen[fold] = true
	}
	return nil
}

func nameProblem(name string) string {
	switch {
	case name == "":
		return "工作表名称为空"
	case utf16Len(name) > maxSheetName:
		return "工作表名称超过31个字符"
	case strings.ContainsAny(name, `:\/?*[]`):
		return `工作表名称含有 : \ / ? * [ ] 之一`
	case strings.HasPrefix(name, "'"), strings.HasSuffix(name, "'"):
		return "工作表名称不能以单引号开头或结尾"
	case strings.EqualFold(name, "History"):
		return "History 是 Excel 保留的工作表名称"
	}
	if reason := textProblem(name); reason != "" {
		return "名称" + reason
	}
	return ""
}

// quoteSheet writes a sheet name as references want it.
func quoteSheet(name string) string {
	return "'" + strings.ReplaceAll(name, "'", "''") + "'"
}

// defineName adds a name. excelize compares a new name with all that there are
// and lists the sheets for each: it gets to see none of them. Only a name of
// ours could be there twice, and those are told apart where they are made.
func defineName(f *excelize.File, n excelize.DefinedName) error {
	known := f.WorkBook.DefinedNames
	f.WorkBook.DefinedNames = nil
	err := f.SetDefinedName(&n)
	if known != nil && err == nil {
		known.DefinedName = append(known.DefinedName, f.WorkBook.DefinedNames.DefinedName...)
	}
	if known != nil {
		f.WorkBook.DefinedNames = known
	}
	return err
}
