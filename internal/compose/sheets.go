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
	{"edition", "页眉上的版本日期；不写时为工作簿的"},
	{"landscape", "true：横排"},
	{"freeze_cols", "滚动时固定的左侧列数；表头行总是固定"},
	{"filter", "true：表头行加筛选按钮"},
	{"columns", "同table"},
	{"head", "同table"},
	{"rows", "同table"},
	{"top", "同table"},
	{"protected", "true：只有留给人填写的格子和`input`可以输入（签字、盖章除外），不设密码"},
	{"input", "表上方供人设定的日期，键见下；一个工作簿至多一个"},
	{"highlights", "按某一列的词给整行着色，列表，键见下"},
}

// sheets reads the output of a workbook template: sheets and nothing else.
func (b *builder) sheets(parsed []block) []doc.Sheet {
	var out []doc.Sheet
	var tables []doc.Table
	taken := map[string]bool{}
	for i := range parsed {
		m := &parsed[i]
		if m.kind != markdown.Fence || m.info != sheetElement {
			b.problem(m.at, "sheet-only", "工作簿模板中只能有代码块sheet", "把其他内容移走")
			continue
		}
		s := b.sheet(m)
		if problem := badSheetName(s.Name, taken); problem != "" {
			b.problem(m.at, "sheet-name", "工作表名称“"+s.Name+"”"+problem, "请改正name")
		}
		taken[strings.ToLower(s.Name)] = true
		out = append(out, s)
		tables = append(tables, s.Table)
	}
	b.checkLinks(tables, 1)
	b.checkFormulas(out)
	return out
}

func (b *builder) sheet(m *block) doc.Sheet {
	b.noAttribute(m)
	f := fence{b, m}
	keys := f.mapping(f.root(), sheetWords...)
	s := doc.Sheet{
		Name:       f.text(keys.of("name")),
		Title:      f.runs(keys.of("title"), doc.TitleText),
		Status:     f.runs(keys.of("status"), doc.Small),
		Edition:    f.runs(keys.of("edition"), doc.Small),
		Table:      f.table(keys),
		Landscape:  f.flag(keys.of("landscape")),
		FreezeCols: f.number(keys.of("freeze_cols")),
		Filter:     f.flag(keys.of("filter")),
		Protected:  f.flag(keys.of("protected")),
		Input:      f.input(keys.of("input")),
	}
	s.Highlights = f.highlights(keys.of("highlights"), headsOf(s.Table))
	return s
}

func (f fence) input(n *node) *doc.Input {
	if n == nil || isNull(n) {
		return nil
	}
	m := f.mapping(n, inputNames...)
	return &doc.Input{Label: f.runs(f.needed(n, m, "label"), doc.Small), Date: f.date(f.needed(n, m, "date"))}
}

func (f fence) highlights(n *node, of columns) []doc.Highlight {
	var out []doc.Highlight
	for entry := range f.sequence(n).each() {
		m := f.mapping(entry, highlightNames...)
		out = append(out, doc.Highlight{
			Column: f.column(f.needed(entry, m, "column"), of),
			Word:   f.word(f.needed(entry, m, "word")),
			Tone:   f.choice(f.needed(entry, m, "tone"), "warning", "done"),
		})
	}
	return out
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
