package xlsx

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// wholeNumber is text that is a number and nothing else. It is written as one,
// so that a column of numbers sorts 2 before 10; 06 stays text.
var wholeNumber = regexp.MustCompile(`^(0|[1-9][0-9]{0,8})$`)

// textValue gives what a passage is written as: a whole number, text, rich text,
// or nothing. Text never becomes a formula: it is written into cells of type
// string, whatever it begins with.
func textValue(p passage, k style) any {
	text := string(p.runes)
	if text == "" {
		return nil
	}
	_, one := p.uniform()
	if one && wholeNumber.MatchString(text) {
		if n, err := strconv.ParseInt(text, 10, 64); err == nil {
			return n
		}
	}
	if one {
		return guard(text)
	}
	return richRuns(p, k)
}

// richRuns groups the characters by look. Guards are set on the whole text
// first: an escape may reach across faces.
func richRuns(p passage, k style) []excelize.RichTextRun {
	guarded := []rune(guard(string(p.runes))) // as many runes as before
	var runs []excelize.RichTextRun
	for i := 0; i < len(guarded); {
		j := i + 1
		for j < len(guarded) && p.looks[j] == p.looks[i] {
			j++
		}
		runs = append(runs, excelize.RichTextRun{Text: string(guarded[i:j]), Font: markedFont(p.looks[i], k)})
		i = j
	}
	return runs
}

// In a workbook's strings _x0041_ stands for “A”; a text that really says
// _x0041_ has to be written _x005F_x0041_. excelize does that, but not for
// overlapping ones (_x0041_x0042_ reads back as _x0041B). So the underscore
// that begins such a sequence is replaced by a guard, a noncharacter that no
// text may hold (textProblem), and sortedZip turns guards into _x005F_.
const (
	guardRune    = '\uFDD0'
	guardWritten = "_x005F_"
	stringsPart  = "xl/sharedStrings.xml"
)

func guard(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	rs := []rune(text)
	for i := range rs {
		if beginsEscape(rs[i:]) {
			rs[i] = guardRune
		}
	}
	return string(rs)
}

// beginsEscape says whether rs begins with _xHHHH_. The closing underscore may
// have to be a guard itself, so guards are set from left to right.
func beginsEscape(rs []rune) bool {
	const length = len("_xHHHH_")
	if len(rs) < length || rs[0] != '_' || rs[1] != 'x' || rs[6] != '_' {
		return false
	}
	for _, r := range rs[2:6] {
		if !strings.ContainsRune("0123456789abcdefABCDEF", r) {
			return false
		}
	}
	return true
}
