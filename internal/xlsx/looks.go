package xlsx

import (
	"bytes"

	"github.com/xuri/excelize/v2"

	"hongtou/internal/doc"
)

// Looks gives the family of cell styles to writers of workbooks that are no
// documents, such as a table that people edit and hand back: all workbooks
// speak one visual language.
type Looks struct {
	Title, Note, Head  int
	Label, Body, Entry int // of cells that may hold many lines: the text begins at the top
	Figure             int // centred
	Locked             int // as Body on grey: words that stand elsewhere
	file               *excelize.File
}

// NewWorkbook begins a workbook of one sheet with the family of styles.
func NewWorkbook(sheet string) (*excelize.File, Looks, error) {
	f := excelize.NewFile()
	f.SetZipWriter(newSortedZip)
	l := Looks{file: f}
	if err := setDefaultFont(f); err != nil {
		return nil, l, err
	}
	if err := f.SetSheetName("Sheet1", sheet); err != nil {
		return nil, l, err
	}
	s, err := newStyles(f)
	if err != nil {
		return nil, l, err
	}
	top := func(k style) style { k.top = true; return k }
	grey := top(family[bodyStyle].look)
	grey.format = asText
	for _, w := range []struct {
		id *int
		k  style
	}{
		{&l.Title, style{face: title, size: titleSize, align: doc.AlignLeft, bare: true}},
		{&l.Note, family[noteStyle].look}, {&l.Head, family[headStyle].look},
		{&l.Label, top(family[labelStyle].look)}, {&l.Body, grey}, {&l.Entry, top(family[blankStyle].look)},
		{&l.Locked, style{face: song, size: textSize, top: true, head: true, format: asText}},
		{&l.Figure, style{face: song, size: textSize, align: doc.AlignCentre, top: true, format: asText}},
	} {
		if *w.id, err = s.id(w.k); err != nil {
			return nil, l, err
		}
	}
	return f, l, nil
}

// Save gives the bytes of a workbook that NewWorkbook began: the same for the
// same content everywhere.
func (l Looks) Save() ([]byte, error) {
	var b bytes.Buffer
	if err := l.file.Write(&b); err != nil {
		return nil, err
	}
	return b.Bytes(), l.file.Close()
}

// SetText writes a text into a cell as a text, whatever it looks like.
func (l Looks) SetText(sheet, cell, text string) error {
	return l.file.SetCellStr(sheet, cell, guard(text))
}
