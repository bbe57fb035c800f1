package load

import (
	"errors"
	"regexp"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// syntaxError reports why a YAML text cannot be read: where a clerk most
// likely made the mistake, not where the parser gave up.
func (l *loader) syntaxError(y yamlText, err error) {
	at, message := yaml.Mark{Line: 1, Column: 1}, "YAML写法有误，从此处起无法读取"
	var load *yaml.LoadError
	if errors.As(err, &load) && load.Mark.Line > 0 {
		at = whereOpened(load)
		if strings.Contains(load.Message, "max depth") {
			message = "YAML嵌套过深"
		}
	}
	if y.tabbed(at.Line) {
		return // source has reported the tab
	}
	if s, ok := y.suspectBefore(at.Line); ok {
		l.suspected(y, s)
		return
	}
	l.errorAt(y.pos(at.Line, at.Column), 0, "yaml-syntax", message, y.syntaxHint(at.Line))
}

// whereOpened gives the place of an error. Of a quote or bracket that is never
// closed the parser sees the end of the file, or the next line.
func whereOpened(err *yaml.LoadError) yaml.Mark {
	open := strings.Contains(err.ContextMsg, "quoted") || strings.Contains(err.ContextMsg, "flow")
	if open && err.ContextMark.Line > 0 && err.ContextMark.Line < err.Mark.Line {
		return err.ContextMark
	}
	return err.Mark
}

// tabbed says whether a line, or the one before it, is indented by a tab.
func (y yamlText) tabbed(line int) bool {
	for _, s := range []string{y.line(line), y.line(line - 1)} {
		if strings.ContainsRune(s[:len(s)-len(strings.TrimLeft(s, " \t"))], '\t') {
			return true
		}
	}
	return false
}

// syntaxHint guesses from the line what a clerk most likely did.
func (y yamlText) syntaxHint(line int) string {
	s := y.line(line)
	switch {
	case strings.Count(s, `"`)%2 == 1 && strings.ContainsAny(s, "“”"):
		return `引号一边是半角、一边是全角：值的两边都用半角引号，如“"01"”`
	case strings.Count(s, `"`)%2 == 1:
		return "检查半角引号是否成对"
	case strings.Count(s, "[") != strings.Count(s, "]") || strings.Count(s, "{") != strings.Count(s, "}"):
		return "检查方括号、花括号是否成对，是否都是半角"
	case strings.Count(s, ": ") > 1:
		return "值里有冒号加空格时，整个值用半角双引号括起"
	case opensBadly.MatchString(s):
		return "值以“@”“`”“%”等符号开头时，整个值用半角双引号括起"
	}
	return "检查本行和上一行的缩进（每层两个空格）、冒号和引号"
}

var opensBadly = regexp.MustCompile("^[^:]*: [@`%&*!|>]")

// suspect is a full-width mark, or a blank left out, where YAML wants a
// half-width one: 全角 is what an input method types by default.
type suspect struct {
	line, column, length int
	message, hint        string
}

func (l *loader) suspected(y yamlText, s suspect) {
	l.errorAt(y.pos(s.line, s.column), s.length, "yaml-syntax", s.message, s.hint)
}

var (
	wideColon  = regexp.MustCompile(`^\s*(?:- +)*([a-z_]+|\p{Han}{2,12})\s*(：)\s*(.*)$`)
	tightColon = regexp.MustCompile(`^\s*(?:- +)*([a-z_]+)(:)([^\s/].*)$`)
	asciiWord  = regexp.MustCompile(`^[a-z_]+$`)
	bareKey    = regexp.MustCompile(`^\s*([a-z_]+)\s*$`)
	wideComma  = regexp.MustCompile(`^[^\[]*\[[^，]*["\]]?\s*(，)`)
	keyed      = regexp.MustCompile(`^\s*(?:- +)*[^\s:：]+:(?: |$)`)
)

// longestSuspect bounds, in bytes, the lines that are looked at; far bounds how
// many of them.
const (
	longestSuspect = 1000
	far            = 20
)

// suspect judges one line.
func (y yamlText) suspect(line int) (suspect, bool) {
	s := y.line(line)
	if len(s) > longestSuspect {
		return suspect{}, false
	}
	at := func(byteOffset int) int { return 1 + utf8.RuneCountInString(s[:byteOffset]) }
	if indent := s[:len(s)-len(strings.TrimLeft(s, " \u3000"))]; strings.ContainsRune(indent, '\u3000') {
		return suspect{line, at(strings.IndexRune(s, '\u3000')), 1, "行首有全角空格", "缩进用半角空格，每层两个"}, true
	}
	if m := wideColon.FindStringSubmatchIndex(s); m != nil && !keyed.MatchString(s) {
		key, value := s[m[2]:m[3]], s[m[6]:m[7]]
		if asciiWord.MatchString(key) || asciiWord.MatchString(value) { // a label of labels: has a word as its value
			return suspect{line, at(m[4]), 1, "键之后的冒号是全角的“：”",
				"改为半角冒号加一个空格，写作“" + strings.TrimSpace(key+": "+value) + "”"}, true
		}
	}
	if m := tightColon.FindStringSubmatchIndex(s); m != nil {
		return suspect{line, at(m[4]), 1, "键之后的冒号后面没有空格",
			"半角冒号之后加一个空格，写作“" + s[m[2]:m[3]] + ": " + s[m[6]:m[7]] + "”"}, true
	}
	return suspect{}, false
}

// suspectBefore looks from the line of an error upwards, because a key without
// its colon reads as more of the value before it.
func (y yamlText) suspectBefore(line int) (suspect, bool) {
	if m := wideComma.FindStringSubmatchIndex(y.line(line)); m != nil && len(y.line(line)) <= longestSuspect {
		column := 1 + utf8.RuneCountInString(y.line(line)[:m[2]])
		return suspect{line, column, 1, "列表中的逗号是全角的“，”", `值之间用半角逗号加一个空格，如“["01", "02"]”`}, true
	}
	for n := line; n >= line-1; n-- { // further up it may be a value
		if m := bareKey.FindStringSubmatchIndex(y.line(n)); m != nil {
			key := y.line(n)[m[2]:m[3]]
			return suspect{n, 1 + m[2], len(key), "键之后没有冒号", "写作“" + key + ":”"}, true
		}
	}
	for n := line; n > max(0, line-far); n-- {
		if s, ok := y.suspect(n); ok {
			return s, true
		}
	}
	return suspect{}, false
}

// suspectAfter looks at the lines that a value has swallowed.
func (y yamlText) suspectAfter(line int) (suspect, bool) {
	for n := line + 1; n <= min(len(y.lines), line+far) && !keyed.MatchString(y.line(n)); n++ {
		if s, ok := y.suspect(n); ok {
			return s, true
		}
	}
	return suspect{}, false
}
