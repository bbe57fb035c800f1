package exchange

import (
	"strings"
	"unicode/utf8"

	"hongtou/internal/dossier"
)

// mark of a slip, as content files write it.
func slipMark(s dossier.Slip) string { return "{sic=" + s.Corrected + "}" }

// printed takes the marks of t's slips out of the raw words of its line.
func printed(raw string, t dossier.Text) string {
	for i := len(t.Slips) - 1; i >= 0; i-- {
		raw = removeMark(raw, t, i)
	}
	return raw
}

func removeMark(raw string, t dossier.Text, i int) string {
	n := t.Slips[i].Offset + t.Slips[i].Length
	for _, before := range t.Slips[:i] {
		n += before.MarkWidth
	}
	from := byteAt(raw, n)
	if rest, ok := strings.CutPrefix(raw[from:], slipMark(t.Slips[i])); ok {
		return raw[:from] + rest
	}
	return raw
}

func byteAt(s string, runes int) int {
	n := 0
	for ; runes > 0 && n < len(s); runes-- {
		_, size := utf8.DecodeRuneInString(s[n:])
		n += size
	}
	return n
}

// remark writes new words with the marks of the slips that are still in them:
// those before and after what changed, and those within that stand there once
// before and once now. lost are the slips whose marks are gone.
func remark(t dossier.Text, words string) (text string, lost []string) {
	old, now := []rune(t.Value), []rune(words)
	head := 0
	for head < len(old) && head < len(now) && old[head] == now[head] {
		head++
	}
	tail := 0
	for tail < len(old)-head && tail < len(now)-head && old[len(old)-1-tail] == now[len(now)-1-tail] {
		tail++
	}
	marks := map[int]string{} // by the offset in now behind which they stand
	for _, s := range t.Slips {
		from, to := s.Offset, s.Offset+s.Length
		slip := string(old[from:to])
		switch {
		case to <= head:
			marks[to] = slipMark(s)
		case from >= len(old)-tail:
			marks[to+len(now)-len(old)] = slipMark(s)
		default:
			middle := string(now[head : len(now)-tail])
			if strings.Count(string(old[head:len(old)-tail]), slip) != 1 || strings.Count(middle, slip) != 1 {
				lost = append(lost, slip)
				continue
			}
			before, _, _ := strings.Cut(middle, slip)
			marks[head+utf8.RuneCountInString(before)+s.Length] = slipMark(s)
		}
	}
	var b strings.Builder
	for i, r := range now {
		b.WriteString(marks[i])
		b.WriteRune(r)
	}
	b.WriteString(marks[len(now)])
	return b.String(), lost
}
