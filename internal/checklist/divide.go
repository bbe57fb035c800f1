package checklist

import (
	"slices"
	"strings"

	"hongtou/internal/dossier"
)

// divide gives a row as rows of at most limit characters. The row is verified
// in each: what is verified in a row are its own words.
func divide(r Row, limit int) []Row {
	row := Row{Role: r.Role}
	var out []Row
	room := limit
	for _, p := range r.Pieces {
		for i, t := range slicesOf(p.Text, cutsIn([]rune(p.Text.Value), room, limit, len(row.Pieces) == 0)) {
			if i > 0 {
				out = append(out, row)
				row, room = Row{Role: r.Role, Continued: true}, limit
			}
			if t.Value != "" { // nothing of the paragraph fits where it begins
				row.add(Piece{p.ID, t})
				room -= t.Len()
			}
		}
	}
	return append(out, row)
}

// cutsIn gives where to divide text of which room characters stand in the row
// that is begun, limit in each further one. must says that some have to stand
// in the first.
func cutsIn(r []rune, room, limit int, must bool) []int {
	var cuts []int
	for at := 0; len(r)-at > room; room, must = limit, true {
		at += cutIn(r[at:], room, must)
		cuts = append(cuts, at)
	}
	return cuts
}

// slicesOf cuts a text in halves until every slice is one: slicing one after
// the other off its start would take the square of its length.
func slicesOf(t dossier.Text, cuts []int) []dossier.Text {
	if len(cuts) == 0 {
		return []dossier.Text{t}
	}
	m := len(cuts) / 2
	rest := slices.Clone(cuts[m+1:])
	for i := range rest {
		rest[i] -= cuts[m]
	}
	return append(slicesOf(t.Slice(0, cuts[m]), cuts[:m]), slicesOf(t.Slice(cuts[m], t.Len()), rest)...)
}

// cutIn gives where to divide text so that at most room characters stand
// before: after the last sentence, clause or phrase in reach. Text that has
// none is cut anywhere, but only if it must be divided here.
func cutIn(r []rune, room int, must bool) int {
	for _, marks := range []string{"。", "；", "，、"} {
		for n := room; n > 0; n-- {
			if endsWith(r[:n], marks) && !strings.ContainsRune(closers, r[n]) {
				return n
			}
		}
	}
	if must {
		return room
	}
	return 0
}

// endsWith says whether words end with one of the marks, closing brackets and
// quotation marks behind it aside.
func endsWith(r []rune, marks string) bool {
	n := len(r)
	for n > 0 && strings.ContainsRune(closers, r[n-1]) {
		n--
	}
	return n > 0 && strings.ContainsRune(marks, r[n-1])
}
