// Package xlsx writes a composed workbook (doc.Workbook) as XLSX bytes that a
// clerk can open in Excel, WPS or LibreOffice, filter, and print on whole A4
// pages. It knows nothing of plans, items or units, and has no clock: the same
// workbook gives the same bytes everywhere.
//
// No spreadsheet program fits row heights to merged cells, none shows more
// than 409 pt of a row, and all cut a merged cell's line in two at a page end.
// So heights, continued rows and page ends are computed here: grid.go resolves
// spans, rows.go turns rows of the table into rows of the sheet, pages.go sets
// page ends, sheet.go writes the result: cells.go and shown.go its rows, text.go
// their texts, zip.go the file.
//
// How workbooks look is said in one place, language.go. margins.go writes page
// headers and footers, regions.go names what people and screen readers look
// for, link.go makes links lead there and back.
//
// What a sheet is for beyond reading: formula.go writes formulas and reckon.go
// works them out, validation.go checks what people type, protect.go keeps them
// to the cells where they write, input.go gives them the date that formulas
// depend on. choices.go puts on a sheet of its own what no list can hold.
package xlsx

import (
	"io"

	"github.com/xuri/excelize/v2"

	"hongtou/internal/doc"
)

// Render writes w. Everything the format would cut or change silently is
// refused with an *Error: over-long text, control characters, sheet names that
// Excel refuses, links without a target, rows higher than a sheet can show,
// dates wider than their column, choices that no program can offer, formulas
// about sheets whose rows are not one line each. An Error has a place when
// anything on its sheet was read from a source.
func Render(w *doc.Workbook) ([]byte, error) {
	return renderInlining(w, inlineAbove)
}

// renderInlining has texts stand in the cells of sheets of more rows than so
// many.
func renderInlining(w *doc.Workbook, above int) ([]byte, error) {
	data, err := work(w, above)
	return data, placed(err, w.Sheets)
}

func work(w *doc.Workbook, above int) ([]byte, error) {
	if err := checkNames(w.Sheets); err != nil {
		return nil, err
	}
	plans, r := make([]*plan, len(w.Sheets)), &ruler{}
	for i := range w.Sheets {
		p, err := arrange(&w.Sheets[i], r)
		if err != nil {
			return nil, err
		}
		plans[i] = p
	}
	if err := checkRows(plans); err != nil {
		return nil, err
	}
	if err := reckon(plans); err != nil {
		return nil, err
	}
	choices, err := gatherChoices(plans, r)
	if err != nil {
		return nil, err
	}
	if choices.plan != nil {
		plans = append(plans, choices.plan)
	}
	linkBack(plans)
	targets, err := collectAnchors(plans)
	if err != nil {
		return nil, err
	}
	return write(w.Meta, plans, &sheetWriter{targets: targets, choices: choices, inlineAbove: above, strings: &stringTable{known: map[string]int{}}})
}

// write makes the file; each is what the writers of its sheets have in common.
func write(meta doc.Meta, plans []*plan, each *sheetWriter) ([]byte, error) {
	f := excelize.NewFile()
	if err := setDefaultFont(f); err != nil {
		return nil, err
	}
	if err := setProperties(f, meta, plans); err != nil {
		return nil, err
	}
	styles, err := newStyles(f)
	if err != nil {
		return nil, err
	}
	each.file, each.styles, each.meta = f, styles, meta
	sheets := map[string]*cells{}
	for i, p := range plans {
		if err := addSheet(f, i, p.sheet.Name); err != nil {
			return nil, err
		}
		s := *each
		s.plan = p
		s.cells = newCells(&s)
		if err := s.write(); err != nil {
			return nil, named(err, p.sheet.Name)
		}
		sheets[sheetPart(i)] = s.cells
	}
	if err := defineNames(f, plans, each.targets); err != nil {
		return nil, err
	}
	if err := nameTables(f, plans); err != nil {
		return nil, err
	}
	if err := each.choices.nameLists(f); err != nil {
		return nil, err
	}
	if err := setCalculation(f, plans); err != nil {
		return nil, err
	}
	f.SetActiveSheet(0)
	f.SetZipWriter(func(w io.Writer) excelize.ZipWriter {
		return &sortedZip{out: w, sheets: sheets, strings: each.strings}
	})
	buf, err := f.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}

// addSheet makes the i-th sheet; a new file comes with a first one.
func addSheet(f *excelize.File, i int, name string) error {
	if i == 0 {
		return f.SetSheetName(f.GetSheetName(0), name)
	}
	_, err := f.NewSheet(name)
	return err
}
