package compose

import (
	"strings"
	"unicode/utf8"

	"hongtou/internal/diag"
	"hongtou/internal/doc"
	"hongtou/internal/markdown"
)

const (
	sheetElement = "sheet"
	maxSheetName = 31 // characters, a limit of the format
)

var sheetKeys = [...]struct{ name, meaning string }{
	{"name", "工作表名称：不重复，不超过31个字符，不含 : \\ / ? * [ ]"},
	{"title", "表上方的标题"},
	{"status", "标题之下的状态行，每个打印页重复"},
	{"landscape", "true：横排"},
	{"freeze_cols", "滚动时固定的左侧列数；表头行总是固定"},
	{"filter", "true：表头行加筛选按钮"},
	{"columns", "同table"},
	{"head", "同table"},
	{"rows", "同table"},
	{"top", "同table"},
}

// sheets reads the output of a workbook template: sheets and nothing else.
func (b *builder) sheets(parsed []markdown.Block) []doc.Sheet {
	var out []doc.Sheet
	var tables []doc.Table
	taken := map[string]bool{}
	for _, m := range parsed {
		if m.Kind != markdown.Fence || m.Info.Value != sheetElement {
			b.problem(m.At, "sheet-only", "工作簿模板中只能有代码块sheet", "把其他内容移走")
			continue
		}
		s := b.sheet(m)
		if problem := badSheetName(s.Name, taken); problem != "" {
			b.problem(m.At, "sheet-name", "工作表名称“"+s.Name+"”"+problem, "请改正name")
		}
		taken[strings.ToLower(s.Name)] = true
		out = append(out, s)
		tables = append(tables, s.Table)
	}
	b.checkLinks(tables, 1)
	return out
}

func (b *builder) sheet(m markdown.Block) doc.Sheet {
	b.noAttribute(m)
	f := fence{b, m}
	keys := f.mapping(f.root(), names(sheetKeys[:])...)
	return doc.Sheet{
		Name:       f.text(keys["name"]),
		Title:      f.runs(keys["title"], doc.TitleText),
		Status:     f.runs(keys["status"], doc.Small),
		Table:      f.table(keys),
		Landscape:  f.flag(keys["landscape"]),
		FreezeCols: f.number(keys["freeze_cols"]),
		Filter:     f.flag(keys["filter"]),
	}
}

// badSheetName says in Chinese what spreadsheets refuse in a name, or "".
func badSheetName(name string, taken map[string]bool) string {
	switch {
	case name == "":
		return "为空"
	case utf8.RuneCountInString(name) > maxSheetName:
		return "超过31个字符"
	case strings.ContainsAny(name, `:\/?*[]`) || strings.ContainsFunc(name, private):
		return "含有不能用的字符"
	case strings.HasPrefix(name, "'") || strings.HasSuffix(name, "'"):
		return "以单引号开头或结尾"
	case taken[strings.ToLower(name)]:
		return "重复"
	}
	return ""
}

func placeOfLine(line int) diag.Position { return diag.Position{Line: line} }
