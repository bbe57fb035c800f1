package textlint

import (
	"hongtou/internal/elements"
)

// The standards that rules follow from.
const (
	format      = "GB/T 9704—2012"
	punctuation = "GB/T 15834—2011"
	numerals    = "GB/T 15835—2011"
	units       = "GB 3100～3102—1993"
)

// rule is one thing to look for in a passage. It finds words and says what to
// write instead.
type rule struct {
	code, basis string
	in          kinds
	find        func(passage) []finding
}

// finding is the words from a character up to another one.
type finding struct {
	from, to int
	message  string
}

// rules look at one passage at a time.
var rules = []rule{
	{"year-brackets", format + " 7.2.5", everywhere, yearBrackets},
	{"number-prefix", format + " 7.2.5", everywhere, numberPrefix},
	{"subject-words", format, everywhere, subjectWords},
	{"number-zero", format + " 7.2.5", everywhere, numberZero},
	{"title-stop", format + " 7.3.1", inTitles, titleStop},
	{"level-mark", format + " 7.3.3", inText, levelMark},
	{"enumeration", format + " 7.3.3", inText, enumeration},
	{"half-width", punctuation + " 5.1", everywhere, halfWidth},
	{"bracket-pair", punctuation + " 4.9", inWhole, bracketPair},
	{"nested-titles", punctuation + " 4.15", inWhole, nestedTitles},
	{"listing-comma", punctuation + " 4.5.3.5", everywhere, listingComma},
	{"dash", punctuation + " 4.10", everywhere, dash},
	{"ellipsis", punctuation + " 4.11", everywhere, ellipsis},
	{"quote-face", punctuation + " 5.1", inWhole, quoteFace},
	{"chinese-date", numerals + " 4.1", everywhere, chineseDate},
	{"short-year", numerals + " 5.1", everywhere, shortYear},
	{"chinese-measure", numerals + " 4.1", everywhere, chineseMeasure},
	{"chinese-percent", numerals + " 4.1", everywhere, chinesePercent},
	{"range-unit", numerals + " 5.1", everywhere, rangeUnit},
	{"number-split", numerals + " 5.1", inWhole, numberSplit},
	{"unit-case", units, everywhere, unitCase},
	{"unit-power", units, everywhere, unitPower},
}

// most is how often a rule speaks in one document.
const most = 50

// Lint gives advice on the words of a document, rule by rule, each in the order
// of the pages. What only all passages together show comes last.
func Lint(d *elements.Document) []Advice {
	return LintWhile(d, func() bool { return true })
}

// LintWhile is Lint that asks before every rule whether to go on; what it gives
// after a no is not whole.
func LintWhile(d *elements.Document, going func() bool) []Advice {
	all := passages(d)
	var out []Advice
	for _, r := range rules {
		if !going() {
			return out
		}
		n := 0
		for _, p := range all {
			if r.in&p.kind == 0 {
				continue
			}
			for _, f := range r.find(p) {
				if n++; n <= most {
					out = append(out, p.advice(r.code, r.basis, f))
				}
			}
		}
	}
	out = append(out, levels(all, tabled(d))...)
	return append(out, formulas(all)...)
}
