package build

import (
	"errors"
	"fmt"

	"hongtou/internal/diag"
	"hongtou/internal/html"
	"hongtou/internal/xlsx"
)

// contentProblems turns what a renderer cannot show into problems with a place
// in the content; any other error stays one.
func contentProblems(err error) (diag.List, error) {
	var glyphs *html.MissingGlyphError
	if errors.As(err, &glyphs) {
		var list diag.List
		for _, m := range glyphs.Missing {
			list.Add(diag.Diagnostic{
				Code: "missing-glyph", At: m.Origin.At, Length: 1,
				Message: fmt.Sprintf("没有字体能显示“%c”（U+%04X，%s）", m.Rune, m.Rune, m.Role.Label()),
				Hint:    "请核对此字，或用 --fonts 指定含有此字的字体",
			})
		}
		return list, nil
	}
	var cell *xlsx.Error
	if errors.As(err, &cell) && cell.At != (diag.Position{}) {
		return diag.List{{Code: "workbook-limit", At: cell.At, Message: cell.Error()}}, nil
	}
	return nil, err
}
