package recognise

import (
	"regexp"
	"strconv"
	"strings"

	"hongtou/internal/zh"
)

// number is what numbers a paragraph.
type number struct {
	style  string // all numbers of one way of writing have the same
	value  int
	length int // characters, its closing mark included
	bare   int // characters up to the mark that follows 第N项
}

const numerals = `[一二三四五六七八九十百零〇]{1,5}`

// styles are tried in order: those that are surest to open an item come first.
var styles = []struct {
	name string
	form *regexp.Regexp
}{
	{"第项", regexp.MustCompile(`^【?第(` + numerals + `|\d{1,3})(?:项|条|个问题|类问题)(?:整改)?(?:问题|任务|措施)?】?([，,、：:。.\s]|$)`)},
	{"问题", regexp.MustCompile(`^【?(?:反馈)?(?:问题|任务|事项)(?:之)?(` + numerals + `|\d{1,3})】?([：:，,、．.。\s]|$)`)},
	{"一、", regexp.MustCompile(`^(` + numerals + `)([、．.])`)},
	{"（一）", regexp.MustCompile(`^[（(](` + numerals + `)([）)])[、．.]?`)},
	{"（1）", regexp.MustCompile(`^[（(](\d{1,3})([）)])[、．.]?`)},
	{"1）", regexp.MustCompile(`^(\d{1,3})([）)])[、．.]?`)},
	{"1.", regexp.MustCompile(`^(\d{1,3})([．.、])`)},
	{"①", regexp.MustCompile(`^([①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳])([、．.]?)`)},
}

// year is what may follow a number although it begins with a digit: 4.2018年.
var year = regexp.MustCompile(`^(?:19|20)\d\d年`)

// longestNumber bounds, in characters, how far a number is looked for.
const longestNumber = 16

// numberOf reads the number at the start of a paragraph.
func numberOf(gs []glyph) (number, bool) {
	if !strings.ContainsRune("【第反问任事（(0123456789一二三四五六七八九十百零〇①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", at(gs, 0)) {
		return number{}, false
	}
	s := runes(gs[:min(len(gs), longestNumber)])
	for _, st := range styles {
		m := st.form.FindStringSubmatchIndex(s)
		if m == nil {
			continue
		}
		n := number{style: st.name, value: valueOf(s[m[2]:m[3]]), length: len([]rune(s[:m[1]])), bare: len([]rune(s[:m[4]]))}
		joined := st.name == "1." || st.name == "第项" && at(gs, n.bare) == '、' // 1.5万吨; 第24项、32项
		if n.value == 0 || joined && digit(at(gs, n.length)) && !year.MatchString(runes(gs[n.length:min(len(gs), n.length+5)])) {
			return number{}, false
		}
		return n, true
	}
	return number{}, false
}

func valueOf(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	if i := strings.Index("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", s); i >= 0 {
		return i/len("①") + 1
	}
	n, _ := zh.ParseNumeral(s)
	return n
}
