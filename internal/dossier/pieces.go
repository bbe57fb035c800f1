package dossier

import (
	"strings"
	"unicode/utf8"
)

// Join puts runs of characters together to one text that still knows the
// place of each character. Empty runs are left out; of several runs that are
// pieces of one line the result is a single run again only if there is one.
func Join(runs ...Text) Text {
	var out Text
	var value strings.Builder
	length := 0
	for _, r := range runs {
		if r.Value == "" {
			continue
		}
		for _, s := range r.Slips {
			s.Offset += length
			out.Slips = append(out.Slips, s)
		}
		value.WriteString(r.Value)
		length += r.Len()
		if len(r.Pieces) > 0 {
			out.Pieces = append(out.Pieces, r.Pieces...)
		} else {
			out.Pieces = append(out.Pieces, r)
		}
	}
	switch len(out.Pieces) {
	case 0:
		return Text{}
	case 1:
		return out.Pieces[0]
	}
	out.Value, out.At = value.String(), out.Pieces[0].At
	return out
}

// piece finds the run of a character and its offset in there; what lies at or
// after the end belongs to the last run.
func (t Text) piece(offset int) (i, inside int) {
	for ; i < len(t.Pieces)-1; i++ {
		n := t.Pieces[i].Len()
		if offset < n {
			break
		}
		offset -= n
	}
	return i, offset
}

func (t Text) slicePieces(from, to int) Text {
	var runs []Text
	for _, p := range t.Pieces {
		n := p.Len()
		if a, b := max(from, 0), min(to, n); a < b {
			runs = append(runs, p.Slice(a, b))
		}
		from, to = from-n, to-n
	}
	return Join(runs...)
}

// FirstSentence is the number of characters up to and with the first 。, all
// of them when there is none.
func (t Text) FirstSentence() int {
	if i := strings.IndexRune(t.Value, '。'); i >= 0 {
		return utf8.RuneCountInString(t.Value[:i]) + 1
	}
	return t.Len()
}
