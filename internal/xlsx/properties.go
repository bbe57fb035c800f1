package xlsx

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"hongtou/internal/doc"
)

// setProperties writes the document information. Its dates are the document's
// own; a workbook without one has those of excelize's empty file, 2006.
//
// The description is what the first sheet's status line says: on what notices
// the workbook rests, and that the issued text prevails.
func setProperties(f *excelize.File, m doc.Meta, plans []*plan) error {
	date := m.Date
	if date == "" {
		date = m.Edition
	}
	if date != "" {
		date += "T00:00:00Z"
	}
	if err := f.SetDocProps(&excelize.DocProperties{
		Title: m.Title, Subject: m.Subject, Creator: m.Author, Keywords: strings.Join(m.Keywords, "；"), Description: doc.Plain(plans[0].sheet.Status),
		Created: date, Modified: date, Language: "zh-CN",
	}); err != nil {
		return err
	}
	return f.SetAppProps(&excelize.AppProperties{Application: "Hongtou"})
}
