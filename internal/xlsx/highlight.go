package xlsx

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"hongtou/internal/doc"
)

func tint(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

// setHighlights colours whole rows by the word in one of their cells.
func (s *sheetWriter) setHighlights() error {
	for _, h := range s.plan.sheet.Highlights {
		test, err := s.highlightTest(h)
		if err != nil {
			return err
		}
		if len(s.plan.body.heights) == 0 {
			continue
		}
		tone := tones[h.Tone]
		id, err := s.file.NewConditionalStyle(&tone)
		if err != nil {
			return err
		}
		whole := area{bottom: len(s.plan.body.heights), right: len(s.plan.columns)}
		from, to, err := corners(&whole, s.plan.firstBodyRow())
		if err != nil {
			return err
		}
		err = s.file.SetConditionalFormat(s.name(), from+":"+to, []excelize.ConditionalFormatOptions{{
			Type: "formula", Criteria: test, Format: &id, StopIfTrue: true,
		}})
		if err != nil {
			return err
		}
	}
	return nil
}

// highlightTest is true of a row to colour, as written for the first.
func (s *sheetWriter) highlightTest(h doc.Highlight) (string, error) {
	if _, known := tones[h.Tone]; !known {
		return "", &Error{Sheet: s.name(), Reason: "不认识的着色“" + h.Tone + "”"}
	}
	if h.Column < 0 || h.Column >= len(s.plan.columns) {
		return "", &Error{Sheet: s.name(), Reason: fmt.Sprintf("着色所看的第%d列不存在", h.Column)}
	}
	word, err := literal(h.Word)
	if err != nil {
		return "", &Error{Sheet: s.name(), Reason: err.Error()}
	}
	column, err := excelize.ColumnNumberToName(h.Column + 1)
	return fmt.Sprintf("EXACT($%s%d,%s)", column, s.plan.firstBodyRow()+1, word), err
}
