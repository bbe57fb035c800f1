// Package dossier holds the words of the field as types: a plan with its
// notice, items, amendments and register, each value with its place in the
// source. Values are immutable once loaded. No I/O, no clock.
package dossier

import (
	"strings"
	"unicode/utf8"

	"hongtou/internal/diag"
)

// Text is one run of printed characters of one source line and its place.
// The characters are as printed: nothing is trimmed inside, nothing restored.
type Text struct {
	Value string        // printed characters, {sic=…} marks removed
	At    diag.Position // of the first character of Value
	Slips []Slip        // {sic=…} marks, by Offset

	Pieces []Text // of a text that an amendment put together: its runs, in order, each with its place; nil for a single run
}

// Slip marks a certain slip of the original that stays as issued.
type Slip struct {
	Offset    int    // in characters from the start of Text.Value
	Length    int    // characters of the slip
	Corrected string // what the original meant
	MarkWidth int    // characters of the removed mark, so that columns after it stay right
}

// IsZero says whether the text is absent from the source.
func (t Text) IsZero() bool { return t.Value == "" && t.At == diag.Position{} }

// Len is the number of characters.
func (t Text) Len() int { return utf8.RuneCountInString(t.Value) }

// Position gives the place of the character at offset (in characters),
// counting the removed marks before it.
func (t Text) Position(offset int) diag.Position {
	if len(t.Pieces) > 0 {
		i, inside := t.piece(offset)
		return t.Pieces[i].Position(inside)
	}
	col := offset
	for _, s := range t.Slips {
		if s.Offset+s.Length <= offset {
			col += s.MarkWidth
		}
	}
	return t.At.Shift(col)
}

// Slice returns characters from..to (in characters, half open) with their place.
func (t Text) Slice(from, to int) Text {
	if len(t.Pieces) > 0 {
		return t.slicePieces(from, to)
	}
	rs := []rune(t.Value)
	out := Text{Value: string(rs[from:to]), At: t.Position(from)}
	for _, s := range t.Slips {
		if s.Offset >= from && s.Offset+s.Length <= to {
			s.Offset -= from
			out.Slips = append(out.Slips, s)
		}
	}
	return out
}

// Title is a title with its preferred breaks: the source writes | where a
// line may end.
type Title struct {
	Text         // without the breaks
	Breaks []int // offsets in characters into Value, ascending
}

// Position gives the place of the character at offset, counting the | before
// it as well.
func (t Title) Position(offset int) diag.Position {
	p := t.Text.Position(offset)
	for _, b := range t.Breaks {
		if b <= offset {
			p = p.Shift(1)
		}
	}
	return p
}

// Lines gives the title cut at its preferred breaks.
func (t Title) Lines() []Text {
	var out []Text
	from := 0
	for _, b := range append(append([]int(nil), t.Breaks...), t.Len()) {
		line := t.Slice(from, b)
		line.At = t.Position(from)
		out = append(out, line)
		from = b
	}
	return out
}

// mostMatter is the number of characters of the longest word that says what a
// notice does.
const mostMatter = 8

// Matter gives what a notice does by its title: 补充完善 of 关于补充完善《……》部分
// 内容的通知; zero when the title does not say it.
func (t Title) Matter() Text {
	before, rest, found := strings.Cut(t.Value, "关于")
	word, _, closed := strings.Cut(rest, "《")
	from := len([]rune(before)) + len([]rune("关于"))
	if n := len([]rune(word)); found && closed && n > 0 && n <= mostMatter {
		return t.Slice(from, from+n)
	}
	return Text{}
}

// Date is a calendar day as printed and as numbers.
type Date struct {
	Text
	Year, Month, Day int
}

// ISO gives 2020-07-30, or "" for an absent date.
func (d Date) ISO() string {
	if d.Year == 0 {
		return ""
	}
	return isoDate(d.Year, d.Month, d.Day)
}
