package build

import (
	"errors"

	"hongtou/internal/diag"
	"hongtou/internal/html"
	"hongtou/internal/xlsx"
)

// contentProblems turns what a renderer cannot show into problems with a place
// in the content; any other error stays one. Those of html are layout's, word
// for word, so that a reader of both is told once.
func contentProblems(err error) (diag.List, error) {
	var content *html.ContentError
	if errors.As(err, &content) {
		return content.Problems, nil
	}
	var cell *xlsx.Error
	if errors.As(err, &cell) && cell.At != (diag.Position{}) {
		return diag.List{{Code: "workbook-limit", At: cell.At, Message: cell.Error()}}, nil
	}
	return nil, err
}
