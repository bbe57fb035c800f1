package exchange

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

type cellReader struct {
	file  *excelize.File
	sheet string
}

// read gives what stands in a cell: text as it is, a number as it is shown, a
// date as official documents print it. A formula or an error is no text.
func (r cellReader) read(column, row int) (ReturnedCell, error) {
	at, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return ReturnedCell{}, err
	}
	out := ReturnedCell{At: at}
	formula, err := r.file.GetCellFormula(r.sheet, at)
	if err != nil {
		return out, err
	}
	kind, err := r.file.GetCellType(r.sheet, at)
	if err != nil {
		return out, err
	}
	shown, err := r.file.GetCellValue(r.sheet, at)
	if err != nil {
		return out, err
	}
	switch {
	case formula != "":
		out.Doubt = "这一格是公式，没有采用；要写以“=”开头的文字，先把格式设为文本"
		return out, nil
	case kind == excelize.CellTypeError:
		out.Doubt = "这一格是错误值" + shown + "，没有采用"
		return out, nil
	case kind == excelize.CellTypeDate, kind == excelize.CellTypeNumber, kind == excelize.CellTypeUnset && shown != "":
		shown, out.Note = r.number(at, shown)
	case kind == excelize.CellTypeBool:
		out.Note = "这一格是逻辑值，按“" + shown + "”读取"
	}
	var trimmed bool
	out.Lines, trimmed = split(shown)
	if trimmed && out.Note == "" {
		out.Note = "空行和行首、行末的空格已略去"
	}
	return out, nil
}

// split parts a cell into paragraphs. Blanks at the ends of lines are not to
// be seen and not in print: trimmed says that there were some.
func split(text string) (lines []string, trimmed bool) {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "_x000D_\n", "\n", "\u2028", "\n", "\u000b", "\n").Replace(text)
	for line := range strings.SplitSeq(text, "\n") {
		clean := strings.Trim(line, " \t\u3000\u00a0")
		trimmed = trimmed || clean != line || clean == "" && text != ""
		if clean != "" {
			lines = append(lines, clean)
		}
	}
	return lines, trimmed
}

// number reads what is no text. Programs make a date of 2021年9月30日 as people
// type it, and show it as they please.
func (r cellReader) number(at, shown string) (text, note string) {
	raw, err := r.file.GetCellValue(r.sheet, at, excelize.Options{RawCellValue: true})
	if err != nil {
		return shown, ""
	}
	serial, err := strconv.ParseFloat(raw, 64)
	if err == nil && r.isDate(at) && serial >= 1 && serial < 2958466 {
		day := time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(serial))
		text = day.Format("2006年1月2日")
		return text, "这一格是日期，按“" + text + "”读取"
	}
	if err != nil {
		return shown, ""
	}
	return shown, "这一格是数字，按显示的“" + shown + "”读取"
}

var (
	quotedPart = regexp.MustCompile(`"[^"]*"|\[[^\]]*\]|\\.`)
	dateCode   = regexp.MustCompile(`(?i)[ymd]`)
)

func (r cellReader) isDate(at string) bool {
	id, err := r.file.GetCellStyle(r.sheet, at)
	if err != nil {
		return false
	}
	style, err := r.file.GetStyle(id)
	if err != nil {
		return false
	}
	if style.CustomNumFmt != nil {
		return dateCode.MatchString(quotedPart.ReplaceAllString(*style.CustomNumFmt, ""))
	}
	n := style.NumFmt
	return n >= 14 && n <= 17 || n == 22 || n >= 27 && n <= 31 || n == 36 || n >= 50 && n <= 58
}
