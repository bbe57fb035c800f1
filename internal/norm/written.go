package norm

import (
	"regexp"
	"strings"
)

// How dates and numbers are written, and what is wrong where they are not.

var (
	paddedPart = regexp.MustCompile(`0[0-9][月日]`)
	shortDate  = regexp.MustCompile(`(^|[^0-9])[0-9]{2}年`)
	hanNumber  = regexp.MustCompile(`[〇○零一二三四五六七八九十]`)
	wideDigit  = regexp.MustCompile(`[０-９]`)
)

// dateFaults says what is wrong with how a date is written.
func dateFaults(text string) string {
	var out []string
	for _, part := range paddedPart.FindAllString(text, -1) {
		out = append(out, "“"+part+"”编了虚位")
	}
	if hanNumber.MatchString(text) {
		out = append(out, "没有用阿拉伯数字")
	}
	if wideDigit.MatchString(text) {
		out = append(out, "数字不是半角")
	}
	if shortDate.MatchString(text) {
		out = append(out, "年份不是四位数字")
	}
	if len(out) == 0 {
		return "写法不合"
	}
	return strings.Join(out, "，")
}

// unpadded is a date without leading zeros.
func unpadded(text string) string {
	return paddedPart.ReplaceAllStringFunc(text, func(part string) string { return part[1:] })
}

var (
	otherYear   = regexp.MustCompile(`[\[(（【［]((?:19|20)[0-9]{2})[\])）】］]`)
	noYear      = regexp.MustCompile(`(?:19|20)[0-9]{2}`)
	numberOrder = regexp.MustCompile(`[〕\])）】］]第`)
	zeroNumber  = regexp.MustCompile(`([^0-9])(0+)([1-9][0-9]*号)$`)
)

// numberFaults says what is wrong with how the number of a document is written.
func numberFaults(text string) string {
	var out []string
	if otherYear.MatchString(text) {
		out = append(out, "年份没有用六角括号〔〕")
	} else if !noYear.MatchString(text) {
		out = append(out, "没有四位年份")
	}
	if numberOrder.MatchString(text) {
		out = append(out, "序号前加了“第”")
	}
	if m := zeroNumber.FindStringSubmatch(text); m != nil {
		out = append(out, "“"+m[2]+m[3]+"”编了虚位")
	}
	if len(out) == 0 {
		return "写法不合"
	}
	return strings.Join(out, "，")
}

// numberRight is a number as it is written rightly, as far as that is sure;
// empty if not.
func numberRight(text string) string {
	text = otherYear.ReplaceAllString(text, "〔$1〕")
	text = strings.Replace(text, "〕第", "〕", 1)
	text = zeroNumber.ReplaceAllString(text, "$1$3")
	if !numberPattern.MatchString(text) {
		return ""
	}
	return text
}
