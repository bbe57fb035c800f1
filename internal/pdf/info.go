package pdf

import (
	"time"

	"hongtou/internal/pdf/object"
)

// language of all our documents, of their templates' words at least.
const language = "zh-CN"

// setCatalog says what holds for the whole document: its language, and that
// windows show its title rather than the file's name (ISO 32000-1, 12.2).
func (j *job) setCatalog() error {
	j.root["Lang"] = object.String(language)
	j.root["ViewerPreferences"] = object.Dict{"DisplayDocTitle": object.Bool(true)}
	return nil
}

// setInfo writes the document information (14.3.3). Its dates are the
// document's own, never a clock's; a document without a date has none.
func (j *job) setInfo() error {
	m := j.book.Meta
	info := object.Dict{"Producer": object.Text(Producer)}
	for _, entry := range []struct {
		key  object.Name
		text string
	}{
		{"Title", m.Title},
		{"Author", m.Author},
		{"Subject", m.Subject},
		{"Keywords", j.keywords()},
	} {
		if entry.text != "" {
			info[entry.key] = object.Text(entry.text)
		}
	}
	if m.Date != "" {
		date, err := pdfDate(m.Date)
		if err != nil {
			return err
		}
		info["CreationDate"], info["ModDate"] = date, date
	}
	j.file.Trailer["Info"] = j.file.Add(info)
	return nil
}

// pdfDate is midday in China of a day written 2020-07-30 (7.9.4): no reader's
// time zone turns it into another day.
func pdfDate(day string) (object.String, error) {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return "", err
	}
	return object.String(t.Format("D:20060102") + "120000+08'00'"), nil
}
