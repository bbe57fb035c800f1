package inspect

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"hongtou/internal/norm"
	"hongtou/internal/textlint"
)

// clean takes out of a text from a file what would steer a terminal or turn the
// order of a line around: control and format characters.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case unicode.Is(unicode.C, r):
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

// longest bounds a text of a report: a file may hold a line of any length.
const longest = 400

// cleanText is clean for a text that may be very long.
func cleanText(s string) string {
	if r := []rune(s); len(r) > longest {
		s = string(r[:longest]) + "…"
	}
	return clean(s)
}

// bare is a length without a word to say what it is; its value has one.
var bare = regexp.MustCompile(`^-?[0-9.]+ ?(mm|磅|字|行)$`)

// cleanResult makes a result fit to be printed. Numbers that are none are left
// out: JSON has no word for them.
func cleanResult(r norm.Result) norm.Result {
	out := norm.Result{Verdict: r.Verdict, Measured: measuredWords(cleanText(r.Measured)), Hint: cleanText(r.Hint), Pages: r.Pages}
	for _, v := range r.Values {
		if !math.IsNaN(v.Number) && !math.IsInf(v.Number, 0) {
			out.Values = append(out.Values, norm.Value{Name: cleanText(v.Name), Number: v.Number, Unit: v.Unit})
		}
	}
	if len(out.Values) > 0 && bare.MatchString(out.Measured) {
		out.Measured = out.Values[0].Name + out.Measured
	}
	for _, p := range r.Places {
		out.Places = append(out.Places, norm.Place{Page: p.Page, Box: p.Box, Note: cleanText(p.Note)})
	}
	return out
}

// several is how a measurement says in how many places something is wrong, and
// which they are.
var several = regexp.MustCompile(`([0-9]+)处不合：(.*)$`)

var onPage = regexp.MustCompile(`^第[0-9]+页`)

// measuredWords makes a list of places short: equal ones are said once, and one
// that stops before all places are named says so.
func measuredWords(s string) string {
	m := several.FindStringSubmatchIndex(s)
	if m == nil {
		return s
	}
	total, _ := strconv.Atoi(s[m[2]:m[3]])
	named := strings.Split(s[m[4]:m[5]], "；")
	var once []string
	for _, n := range named { // which pages they are is told beside
		once = append(once, onPage.ReplaceAllString(n, ""))
	}
	once = slices.Compact(once)
	switch {
	case len(once) == 1 && len(named) > 1 && len(named) == total:
		return s[:m[4]] + "都是" + once[0]
	case len(once) == 1 && len(named) > 1 && len(named) < total && !strings.Contains(once[0], "等"):
		return s[:m[4]] + once[0] + fmt.Sprintf("等%d处", total)
	case len(named) < total && !strings.Contains(s[m[4]:m[5]], "等"):
		return s + fmt.Sprintf("等%d处", total)
	}
	return s
}

func cleanAdvice(all []textlint.Advice) []textlint.Advice {
	for i := range all {
		all[i].Text, all[i].Message = cleanText(all[i].Text), cleanText(all[i].Message)
	}
	return all
}
