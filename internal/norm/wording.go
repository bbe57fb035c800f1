package norm

import (
	"regexp"
	"strings"

	"hongtou/internal/elements"
	"hongtou/internal/printout"
)

// Clause 9 as far as forms show it; what needs reading is advice (textlint).

var (
	halfWidth = regexp.MustCompile(`\p{Han}[,;:?!()]\p{Han}`)
	yearMarks = regexp.MustCompile(`[\[(（【](19|20)[0-9]{2}[\])）】][0-9]+号`)
)

func punctuation(d paper) Result {
	var t tally
	for _, p := range d.Paragraphs {
		text, glyphs := p.Text(), p.Glyphs()
		bad := append(halfWidth.FindAllStringIndex(text, -1), yearMarks.FindAllStringIndex(text, -1)...)
		for _, at := range bad {
			t.checkAt(onGlyphs(words(glyphs, text, at[0], at[1])), false, "%s有“%s”", place(p.Lines[0]), text[at[0]:at[1]])
		}
		if len(bad) == 0 {
			t.checkAt(onLine(p.Lines[0]), true, "")
		}
	}
	t.value("半角或误用标点", float64(t.failed), "")
	return t.result("%d段", len(d.Paragraphs))
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
	return t.result("%d个行末", t.n)
}
