package norm

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"hongtou/internal/elements"
	"hongtou/internal/printout"
)

// Clause 9 as far as forms show it; what needs reading is advice (textlint).

// punctuation finds what the advice on the same words finds: their forms stand
// in one place.
func punctuation(d paper) Result {
	var t tally
	for _, p := range d.Paragraphs {
		glyphs, text := p.Glyphs(), []rune(p.Text())
		bad := badMarks(text)
		for _, at := range bad {
			t.checkAt(onGlyphs(sameLine(glyphs[at[0]:at[1]])), false, "%s有“%s”", place(p.Lines[0]), brief(string(text[at[0]:at[1]])))
		}
		if len(bad) == 0 {
			t.checkAt(onLine(p.Lines[0]), true, "")
		}
	}
	t.value("半角或误用标点", float64(t.failed), "")
	if t.failed == 0 {
		return t.result("查%d段，没有半角或误用的标点", len(d.Paragraphs))
	}
	return t.result("查%d段", len(d.Paragraphs))
}

// badMarks are the stretches of a text with wrong marks, as numbers of
// characters.
func badMarks(text []rune) [][2]int {
	var out [][2]int
	for _, form := range []*regexp.Regexp{elements.NarrowMark, elements.YearBrackets} {
		out = append(out, matches(form, string(text))...)
	}
	for _, b := range elements.Brackets(text) {
		out = append(out, [2]int{b.From, b.To + 1})
	}
	return out
}

// matches are the places of a form in a text as numbers of characters.
func matches(form *regexp.Regexp, text string) [][2]int {
	var out [][2]int
	at, n := 0, 0
	for _, m := range form.FindAllStringIndex(text, -1) {
		n += utf8.RuneCountInString(text[at:m[0]])
		at = m[0]
		out = append(out, [2]int{n, n + utf8.RuneCountInString(text[m[0]:m[1]])})
	}
	return out
}

// breaks are the places where a line of a paragraph ends with a digit.
func (d paper) breaks(visit func(before, after elements.Line, last, first printout.Glyph)) {
	for _, p := range d.Paragraphs {
		for i := 1; i < len(p.Lines); i++ {
			before, after := p.Lines[i-1], p.Lines[i]
			last, first := before.Glyphs[len(before.Glyphs)-1], after.Glyphs[0]
			visit(before, after, last, first)
		}
	}
}

// numbersWhole: a number is its digits, its point and its sign (GB/T 15835).
func numbersWhole(d paper) Result { return d.unbroken("0123456789%％‰℃.") }

// numbersWithUnits: programs break a line between a number and what it counts.
func numbersWithUnits(d paper) Result { return d.unbroken("年月日项个家吨亩") }

// unbroken looks for lines that end with a digit before lines that begin with
// one of some characters.
func (d paper) unbroken(next string) Result {
	var t tally
	d.breaks(func(before, after elements.Line, last, first printout.Glyph) {
		broken := digit(last.Rune) && strings.ContainsRune(next, first.Rune)
		t.checkAt(onGlyphs(before.Glyphs[len(before.Glyphs)-1:]), !broken, "%s：“%c”与“%c”分在两行", place(after), last.Rune, first.Rune)
	})
	t.value("断开", float64(t.failed), "")
	if t.failed == 0 {
		return t.result("查%d个行末，没有断开", t.n)
	}
	return t.result("查%d个行末", t.n)
}
