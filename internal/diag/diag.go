// Package diag holds what every stage says when something is wrong: a
// problem, its place in a source file, and what to do about it. It takes
// values in and gives values out; printing is in print.go.
//
// Policy for messages: they are Chinese, name the value in “ ” and end
// without a full stop; Code is a stable English word that tests and scripts
// match; Hint says the next step, not the cause again.
package diag

// Severity says what a problem does to a build.
type Severity int

const (
	// Error stops the build before anything is written.
	Error Severity = iota
	// Warning is printed and counted; the build goes on.
	Warning
	// Advice is about style or a slip of the original that stays as issued.
	Advice
)

// Position is a place in a source file. Line and Column count from 1; Column
// counts characters (runes), not bytes. The zero Position means “no place”.
type Position struct {
	File   string // slash-separated, relative to the working directory of the user, e.g. content/wuwei-2020/items/07.md
	Line   int
	Column int
}

// Shift returns the position n characters further in the same line.
func (p Position) Shift(n int) Position {
	p.Column += n
	return p
}

// Diagnostic is one problem.
type Diagnostic struct {
	Severity Severity
	Code     string   // stable word such as unknown-unit
	Message  string   // Chinese, one line
	At       Position // first character concerned
	Length   int      // number of characters concerned; 0 when unknown
	Hint     string   // Chinese next step, may be empty
	Notes    []Note   // further places, e.g. where the first of two duplicates stands
}

// Note is a further place that belongs to a problem.
type Note struct {
	Message string
	At      Position
}
