package intake

import (
	"regexp"

	"hongtou/internal/manuscript"
)

// lineEnds are what ends a line in texts of Windows, Unix, old Macs, and in
// what is pasted out of Word (vertical tab, U+2028) or printed (form feed).
var lineEnds = regexp.MustCompile("\r\n|[\r\n\v\f\u0085\u2028\u2029]")

// readText reads a plain text: a line is a paragraph, empty ones included.
func readText(data []byte, o Options) (manuscript.Manuscript, error) {
	text, err := decode(data, o.Encoding)
	if err != nil {
		return manuscript.Manuscript{}, err
	}
	w := newWriter(o.Limits)
	for line := 1; ; line++ {
		end := lineEnds.FindStringIndex(text)
		if end == nil {
			if text != "" {
				err = w.paragraph(manuscript.Block{Place: manuscript.Place{Line: line}, Text: text})
			}
			return w.m, err
		}
		if err := w.paragraph(manuscript.Block{Place: manuscript.Place{Line: line}, Text: text[:end[0]]}); err != nil {
			return w.m, err
		}
		text = text[end[1]:]
	}
}
