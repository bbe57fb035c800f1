// Package privacy finds personal data in text that is about to be published:
// numbers of resident identity cards, mobile telephones and bank cards, which
// the checks of government websites count as a veto (国办秘函〔2019〕19号). Text
// goes in; findings with their places come out.
//
// A finding stops a publication, so it must be right: numbers are found by
// their check digits, dates and prefixes (those that the text itself calls
// identity numbers without the check digit), and document numbers, index numbers,
// quantities, credit codes and landlines (监督电话) are none. Passport numbers
// and e-mail addresses are not looked for: their shapes are those of file
// numbers and of offices' own mailboxes. Pure; time and memory are linear.
package privacy

import "strings"

// Kind is what a finding seems to be.
type Kind string

// The kinds of personal data.
const (
	Identity Kind = "公民身份号码"
	Mobile   Kind = "手机号码"
	Card     Kind = "银行卡号"
)

// Code is that of the diagnostics about findings.
const Code = "private-data"

// Hint is the next step after a finding.
const Hint = "网站上不公开个人信息：删去或改写，单位的联系电话写固定电话；原文确须如此的，用--kind只做别的文种"

// Finding is one piece of personal data.
type Finding struct {
	Kind   Kind
	Offset int    // in characters from the start of the text
	Length int    // in characters, separators included
	Masked string // what may be shown of it: 138****5678
}

// Message says what was found, without saying the number.
func (f Finding) Message() string { return "疑似" + string(f.Kind) + "“" + f.Masked + "”" }

// Screen gives what a text holds of personal data, in order.
func Screen(text string) []Finding {
	if !hasDigits(text, fewest) {
		return nil
	}
	rs, places := visible([]rune(text))
	var out []Finding
	for _, c := range chains(rs) {
		for _, f := range c.findings(rs) {
			end := places[f.Offset+f.Length-1] + 1
			f.Offset = places[f.Offset]
			f.Length = end - f.Offset
			out = append(out, f)
		}
	}
	return out
}

// fewest is the number of digits of the shortest numbers looked for, those of
// mobile telephones.
const fewest = 11

// hasDigits says whether a text holds so many digits, wherever they stand: most
// texts do not, and need no closer look.
func hasDigits(text string, n int) bool {
	for _, r := range text {
		if digitOf(r) >= 0 {
			if n--; n == 0 {
				return true
			}
		}
	}
	return false
}

// visible leaves out the characters of no width that come with copied text, and
// gives the place of every other one. They would part a number unseen.
func visible(rs []rune) (seen []rune, places []int) {
	for i, r := range rs {
		switch r {
		case '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad':
		default:
			seen, places = append(seen, r), append(places, i)
		}
	}
	return seen, places
}

// masked shows the first three and the last four digits.
func masked(digits string) string {
	const head, tail = 3, 4
	return digits[:head] + strings.Repeat("*", len(digits)-head-tail) + digits[len(digits)-tail:]
}
