package redline

import (
	"github.com/sergi/go-diff/diffmatchpatch"
)

// mostWork bounds the comparison: the tokens of both texts that differ,
// multiplied. Beyond it the middle counts as replaced as a whole.
const mostWork = 25_000_000

// compare finds the differences between two lists of tokens and makes them
// readable.
func compare(d *dictionary, a, b []int) []part {
	head := commonPrefix(a, b)
	tail := commonSuffix(a[head:], b[head:])
	x, y := a[head:len(a)-tail], b[head:len(b)-tail]
	var parts []part
	parts = appendPart(parts, Equal, a[:head])
	if len(d.texts) > mostTokens || len(x)*len(y) > mostWork {
		parts = appendPart(appendPart(parts, Deleted, x), Inserted, y)
	} else {
		parts = append(parts, shortest(x, y)...)
	}
	parts = appendPart(parts, Equal, a[len(a)-tail:])
	return d.slide(d.withoutIslands(parts))
}

// shortest lets the library find a shortest way from a to b. It works on
// characters, so each token is one while it does. No time limit is set: the
// result must not depend on the machine.
func shortest(a, b []int) []part {
	m := diffmatchpatch.New()
	m.DiffTimeout = 0
	var parts []part
	for _, diff := range m.DiffMainRunes(disguise(a), disguise(b), false) {
		kind := Equal
		switch diff.Type {
		case diffmatchpatch.DiffInsert:
			kind = Inserted
		case diffmatchpatch.DiffDelete:
			kind = Deleted
		}
		parts = appendPart(parts, kind, reveal(diff.Text))
	}
	return parts
}

// Tokens go through the library as the characters from U+10000 on, which have
// no surrogates among them.
const (
	disguised  = 0x10000
	mostTokens = 0x10FFFF - disguised
)

func disguise(tokens []int) []rune {
	out := make([]rune, len(tokens))
	for i, t := range tokens {
		out[i] = rune(disguised + t)
	}
	return out
}

func reveal(text string) []int {
	var out []int
	for _, r := range text {
		out = append(out, int(r)-disguised)
	}
	return out
}

func appendPart(parts []part, k Kind, tokens []int) []part {
	if len(tokens) == 0 {
		return parts
	}
	if n := len(parts); n > 0 && parts[n-1].kind == k {
		parts[n-1].tokens = append(parts[n-1].tokens[:len(parts[n-1].tokens):len(parts[n-1].tokens)], tokens...)
		return parts
	}
	return append(parts, part{k, tokens})
}

func commonPrefix(a, b []int) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func commonSuffix(a, b []int) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}
