package xlsx

import (
	"strings"
	"unicode"

	"github.com/xuri/excelize/v2"

	"hongtou/internal/doc"
)

// The input stands in a row of its own above the head: its label, and right
// of it the date that people may set.

// fields are the columns of the input row: the label's end, the date's end.
type fields struct{ label, date int }

// addInput makes the input row.
func (p *plan) addInput() error {
	in := p.sheet.Input
	if in == nil {
		return nil
	}
	if err := checkCell(p.sheet.Name, &doc.Cell{Paragraphs: [][]doc.Inline{in.Label}}); err != nil {
		return err
	}
	b := banner{text: newPassage([][]doc.Inline{in.Label}, false), size: textSize}
	if b.input = p.inputFields(b.text); b.input == nil {
		return &Error{Sheet: p.sheet.Name, Reason: "表格太窄，放不下供人设定的日期"}
	}
	lines := p.ruler.lines(b.text.runes, capacity(p.columns[:b.input.label]))
	b.height = roundUp(float64(lines)*b.size*1.45 + b.size*0.8)
	p.banners = append(p.banners, b)
	return nil
}

// inputFields finds the fewest columns for the label, at best in one line,
// that leave enough for the date, and of these the fewest; nil if there are
// none.
func (p *plan) inputFields(label passage) *fields {
	var best *fields
	for from := 1; from < len(p.columns); from++ {
		to := from + 1
		for to < len(p.columns) && capacity(p.columns[from:to]) < dateWidth {
			to++
		}
		if capacity(p.columns[from:to]) < dateWidth {
			break
		}
		best = &fields{from, to}
		if p.ruler.lines(label.runes, capacity(p.columns[:from])) == 1 {
			break
		}
	}
	return best
}

const dateWidth = 10 // half-width characters

// inputName is the defined name of the input date: the Chinese characters of
// its label, so that people can read the formulas.
func inputName(in *doc.Input) string {
	name := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Han, r) {
			return r
		}
		return -1
	}, doc.Plain(in.Label))
	if name == "" || utf16Len(name) > 64 {
		return "input_date"
	}
	return name
}

func (s *sheetWriter) writeInput(row int, b banner) error {
	label := area{top: row, bottom: row + 1, right: b.input.label, text: b.text}
	if err := s.writeArea(&label, 0, style{face: song, size: b.size, bare: true, align: doc.AlignRight}); err != nil {
		return err
	}
	date := area{top: row, bottom: row + 1, left: b.input.label, right: b.input.date, first: true, cell: &doc.Cell{Date: s.plan.sheet.Input.Date}}
	if err := s.writeArea(&date, 0, style{face: song, size: b.size, align: doc.AlignCentre, format: asDate, entry: true, unlocked: true}); err != nil {
		return err
	}
	from, to, err := corners(&date, 0)
	if err != nil {
		return err
	}
	rule := dateRule()
	rule.SetInput("可以改动", "改动这个日期，工作簿中依它计算的内容随之重算。写法如2021-03-05。")
	rule.SetSqref(span(from, to))
	if err := s.file.AddDataValidation(s.name(), rule); err != nil {
		return err
	}
	absolute, err := excelize.CoordinatesToCellName(date.left+1, row+1, true)
	if err != nil {
		return err
	}
	return defineName(s.file, excelize.DefinedName{
		Name: inputName(s.plan.sheet.Input), RefersTo: quoteSheet(s.name()) + "!" + absolute,
	})
}
