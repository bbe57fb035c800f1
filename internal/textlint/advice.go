// Package textlint gives advice on the words of a finished document: what
// clause 9 of GB/T 9704—2012 and the standards it names (GB/T 15834 for
// punctuation, GB/T 15835 for numerals, GB 3100 to 3102 for units) ask for, as
// far as a pattern shows it.
//
// In: the elements of a document (package elements). Out: advice with its place
// on the page. It is advice and no verdict: only somebody who understands the
// sentence can judge.
package textlint

import "hongtou/internal/printout"

// Advice is one remark on a few words.
type Advice struct {
	Rule    string // stable code
	Basis   string // the standard it follows from
	Page    int    // from 1
	Box     printout.Box
	Text    string // the words, with a little around them
	Message string // what to do, in Chinese
}
