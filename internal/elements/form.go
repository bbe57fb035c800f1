package elements

import (
	"regexp"
	"strings"
)

// Form is the format of a document as its head shows it (clauses 7, 10.1 to
// 10.3).
type Form string

// The forms.
const (
	OfficialForm Form = "公文"
	LetterForm   Form = "信函"
	OrderForm    Form = "命令（令）"
	MinutesForm  Form = "纪要"
	OtherForm    Form = "其他文稿" // no red head
)

// Form tells the format of a document. A mark that is a picture or curves
// names nothing; the document then counts as one of the ordinary form.
func (d *Document) Form() Form {
	switch {
	case d.Letter:
		return LetterForm
	case !d.headed():
		return OtherForm
	case d.Mark == nil:
		return OfficialForm
	}
	for _, l := range d.Mark.Lines {
		switch text := l.Text(); {
		case strings.HasSuffix(text, "令"):
			return OrderForm
		case strings.HasSuffix(text, "纪要"):
			return MinutesForm
		}
	}
	return OfficialForm
}

// orderNumber is what stands alone under the mark of an order: 第12号, or a
// 发文字号.
var orderNumber = regexp.MustCompile(`^(第[0-9０-９〇零一二三四五六七八九十百]+号|.+[〔\[(（【].*号|[0-9]+号)$`)

// orderHead takes the number of an order and returns where its head ends: an
// order has neither a red line nor, as a rule, a title to end it (10.2). end is
// where it ends by lines and titles.
func (d *Document) orderHead(end float64) float64 {
	if d.Form() != OrderForm {
		return end
	}
	mark := 0.0
	for _, l := range d.Mark.Lines {
		mark = max(mark, l.Y)
	}
	for _, l := range d.Pages[0].Lines {
		if l.Y <= mark {
			continue
		}
		if orderNumber.MatchString(l.Text()) {
			d.Number = &l
			return l.Y + 1
		}
		return min(end, l.Y-1) // text or a title stands right under the mark
	}
	return end
}
