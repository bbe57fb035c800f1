package xlsx

import (
	"slices"
	"strconv"
)

// What a cell shows, as the elements inside it: a number, a text, a formula
// with its value, or nothing. Text never becomes a formula: it is written into
// cells of a type of string, whatever it begins with.

// content ends the tag of a cell and writes what it shows; only the first of
// the cells that an area covers shows anything.
func (w *rowsWriter) content(h *heldCell, begins bool) error {
	switch {
	case !begins:
		w.buf = append(w.buf, '>')
	case h.text != notShared:
		w.buf = strconv.AppendInt(append(w.buf, ` t="s"><v>`...), int64(h.text), 10)
		w.buf = append(w.buf, "</v>"...)
	case h.holdsText():
		w.buf = appendItem(append(w.buf, ` t="inlineStr"><is>`...), h.area.text, w.styles.looks[int(h.id)])
		w.buf = append(w.buf, "</is>"...)
	default:
		return w.value(h.area)
	}
	return nil
}

// value writes what is not text. A date or number in a part of a divided cell
// that is not the first stands in none of the others.
func (w *rowsWriter) value(a *area) error {
	switch {
	case a.isText():
		w.number(wholeNumber(a.text.runes))
	case !a.first && !a.again:
		w.buf = append(w.buf, '>')
	case a.cell.Date != "":
		n, err := serial(a.cell.Date)
		if err != nil {
			return cellError(w.name(), a.cell, err.Error())
		}
		w.number(n, true)
	case a.cell.Count != nil:
		w.number(*a.cell.Count, true)
	case a.result != nil:
		w.formula(a.result)
	default:
		w.buf = append(w.buf, '>')
	}
	return nil
}

func (w *rowsWriter) number(n int, is bool) {
	w.buf = append(w.buf, '>')
	if is {
		w.buf = strconv.AppendInt(append(w.buf, "<v>"...), int64(n), 10)
		w.buf = append(w.buf, "</v>"...)
	}
}

func (w *rowsWriter) formula(r *result) {
	if !r.value.numeric {
		w.buf = append(w.buf, ` t="str"`...)
	}
	w.buf = append(w.buf, "><f>"...)
	for _, c := range r.formula {
		w.buf = appendRune(w.buf, c)
	}
	w.buf = append(w.buf, "</f><v>"...)
	if r.value.numeric {
		w.buf = strconv.AppendFloat(w.buf, r.value.number, 'g', -1, 64)
	} else {
		text := []rune(r.value.text)
		w.buf = appendText(w.buf, text, 0, len(text))
	}
	w.buf = append(w.buf, "</v>"...)
}

// isText says whether the area's text is all that it shows.
func (a *area) isText() bool { return a.cell == nil || textual(a.cell) }

// holdsText says whether the area shows a text that is not a mere number.
func (a *area) holdsText() bool {
	if !a.isText() || len(a.text.runes) == 0 {
		return false
	}
	if _, one := a.text.uniform(); !one {
		return true
	}
	_, number := wholeNumber(a.text.runes)
	return !number
}

// wholeNumber reads text that is a number and nothing else. It is written as
// one, so that a column of numbers sorts 2 before 10; 06 stays text.
func wholeNumber(text []rune) (n int, is bool) {
	const most = 9 // digits
	if len(text) == 0 || len(text) > most || text[0] == '0' && len(text) > 1 {
		return 0, false
	}
	if slices.ContainsFunc(text, func(r rune) bool { return r < '0' || r > '9' }) {
		return 0, false
	}
	for _, r := range text {
		n = 10*n + int(r-'0')
	}
	return n, true
}
