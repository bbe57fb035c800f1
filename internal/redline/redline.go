// Package redline tells which characters of a text an amendment changed: old
// and new text in, runs of equal, inserted and deleted characters out, made
// for people to read. Equal and deleted runs together are the old text, equal
// and inserted ones the new text, character by character. It is pure.
//
// Texts are compared token by token: a number with its unit, a date, 〔2020〕47号,
// a Latin word and a name that the caller knows are one token, so no run ever
// ends inside one; of everything else each character is a token. What two
// changes leave between them by chance, such as a lone 的, is counted as
// changed, and the ends of a change are moved to the ends of clauses where
// that says the same.
package redline

import (
	"slices"
	"strings"
)

// Kind says what became of a run.
type Kind uint8

// The kinds of runs.
const (
	Equal Kind = iota
	Inserted
	Deleted
)

// Run is a stretch of characters of one kind; it is never empty.
type Run struct {
	Kind Kind
	Text string
}

// Comparer compares texts. The zero Comparer knows no names. It is safe for
// concurrent use.
type Comparer struct {
	names map[rune][]string // by first character, longest first
}

// Compare gives the runs from old to new. Where something was replaced, the
// deleted run stands before the inserted one.
func (c Comparer) Compare(old, new string) []Run {
	d := newDictionary()
	a, b := d.add(nil, c.tokens(old)), d.add(nil, c.tokens(new))
	var out []Run
	for _, p := range compare(d, a, b) {
		out = append(out, Run{p.kind, d.join(p.tokens)})
	}
	return out
}

// Paragraphs compares texts of several paragraphs as wholes. It gives the
// runs of every old paragraph, equal and deleted, and of every new one, equal
// and inserted.
func (c Comparer) Paragraphs(old, new []string) (before, after [][]Run) {
	d := newDictionary()
	parts := compare(d, d.text(c, old), d.text(c, new))
	return d.paragraphs(parts, Inserted, len(old)), d.paragraphs(parts, Deleted, len(new))
}

// part is a run of tokens.
type part struct {
	kind   Kind
	tokens []int
}

// dictionary numbers the different tokens of two texts; 0 is the end of a
// paragraph.
type dictionary struct {
	ids   map[string]int
	texts []string
	sizes []int // weight of each token for readers, see weigh
}

const paragraphEnd = 0

func newDictionary() *dictionary {
	return &dictionary{map[string]int{}, []string{""}, []int{0}}
}

func (d *dictionary) add(to []int, tokens []string) []int {
	for _, t := range tokens {
		id, ok := d.ids[t]
		if !ok {
			id = len(d.texts)
			d.ids[t] = id
			d.texts, d.sizes = append(d.texts, t), append(d.sizes, weigh(t))
		}
		to = append(to, id)
	}
	return to
}

// text numbers the tokens of all paragraphs, with the ends between them.
func (d *dictionary) text(c Comparer, paragraphs []string) []int {
	var out []int
	for i, p := range paragraphs {
		if i > 0 {
			out = append(out, paragraphEnd)
		}
		out = d.add(out, c.tokens(p))
	}
	return out
}

// paragraphs gives the runs of one side, without the kind that belongs to the
// other.
func (d *dictionary) paragraphs(parts []part, without Kind, n int) [][]Run {
	if n == 0 {
		return nil
	}
	out := make([][]Run, 1, n)
	for _, p := range parts {
		if p.kind == without {
			continue
		}
		for rest := p.tokens; len(rest) > 0; {
			end := slices.Index(rest, paragraphEnd)
			last := len(out) - 1
			switch end {
			case 0:
				out, end = append(out, nil), 1
			case -1:
				end = len(rest)
				fallthrough
			default:
				out[last] = appendRun(out[last], Run{p.kind, d.join(rest[:end])})
			}
			rest = rest[end:]
		}
	}
	return out
}

// appendRun joins equal stretches between which the other side has something.
func appendRun(runs []Run, r Run) []Run {
	if n := len(runs); n > 0 && runs[n-1].Kind == r.Kind {
		runs[n-1].Text += r.Text
		return runs
	}
	return append(runs, r)
}

func (d *dictionary) join(tokens []int) string {
	var b strings.Builder
	for _, t := range tokens {
		b.WriteString(d.texts[t])
	}
	return b.String()
}
