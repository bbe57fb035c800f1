package xlsx

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"hongtou/internal/doc"
)

// setProperties writes the document information. Its dates are the document's
// own; a workbook without one has those of excelize's empty file, 2006.
func setProperties(f *excelize.File, m doc.Meta) error {
	date := m.Date
	if date == "" {
		date = m.Edition
	}
	if date != "" {
		date += "T00:00:00Z"
	}
	if err := f.SetDocProps(&excelize.DocProperties{
		Title: m.Title, Subject: m.Subject, Creator: m.Author, Keywords: strings.Join(m.Keywords, "；"),
		Created: date, Modified: date, Language: "zh-CN",
	}); err != nil {
		return err
	}
	return f.SetAppProps(&excelize.AppProperties{Application: "Hongtou"})
}
