package diag

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
)

// DefaultWidth is the number of columns a source line may take on a terminal
// before it is cut around the place.
const DefaultWidth = 100

// Printer writes problems for people, in the form of design.md §8: place,
// severity, code and message; the source line with the place marked; what to
// do; further places.
type Printer struct {
	// Line gives the text of a source line without its line end, "" when it
	// cannot be had; nil prints no source lines.
	Line  func(file string, line int) string
	Color bool // ANSI colours; only when asked for
	Width int  // columns of a source line; 0 means DefaultWidth
}

// Print writes the problems in the order given, then the summary line. The
// error is the writer's.
func (p Printer) Print(w io.Writer, l List) error {
	out := bufio.NewWriter(w)
	for _, d := range l {
		p.one(out, d)
	}
	fmt.Fprintln(out, l.Summary())
	return out.Flush()
}

func (p Printer) one(out *bufio.Writer, d Diagnostic) {
	fmt.Fprintf(out, "%s%s %s: %s\n",
		p.paint(bold, place(d.At)), p.paint(severityColor[d.Severity], d.Severity.Chinese()), d.Code, printable(d.Message))
	p.source(out, d)
	if d.Hint != "" {
		fmt.Fprintf(out, "  %s\n", printable("提示："+d.Hint))
	}
	for _, n := range d.Notes {
		fmt.Fprintf(out, "  %s另见 %s\n", place(n.At), printable(n.Message))
	}
}

func (p Printer) source(out *bufio.Writer, d Diagnostic) {
	if p.Line == nil || d.At.Line < 1 {
		return
	}
	line := p.Line(d.At.File, d.At.Line)
	if line == "" {
		return
	}
	e := cut(line, d.At.Column, d.Length, cmp.Or(p.Width, DefaultWidth))
	fmt.Fprintf(out, "  %s\n", e.text)
	if d.At.Column > 0 {
		fmt.Fprintf(out, "  %s%s\n", e.indent, p.paint(green, e.carets))
	}
}

// place writes file:line:col: with a space after it, as far as it is known.
func place(at Position) string {
	switch {
	case at.File == "":
		return ""
	case at.Line < 1:
		return printable(at.File) + ": "
	case at.Column < 1:
		return fmt.Sprintf("%s:%d: ", printable(at.File), at.Line)
	}
	return fmt.Sprintf("%s:%d:%d: ", printable(at.File), at.Line, at.Column)
}

// ANSI colours of the printer.
const (
	bold  = "1"
	red   = "1;31"
	amber = "1;33"
	cyan  = "1;36"
	green = "1;32"
)

var severityColor = [...]string{Error: red, Warning: amber, Advice: cyan}

func (p Printer) paint(color, s string) string {
	if !p.Color || s == "" {
		return s
	}
	return "\x1b[" + color + "m" + s + "\x1b[0m"
}
