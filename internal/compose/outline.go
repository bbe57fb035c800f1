package compose

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"hongtou/internal/doc"
	"hongtou/internal/dossier"
	"hongtou/internal/zh"
)

// A short title has at most shortChars characters; when no comma stands in
// reach it runs on to the next one, if that comes before longChars.
const (
	shortChars = 24
	longChars  = 32
)

// shortTitle makes the title of a bookmark or an overview from a printed
// heading: its number in full, then its first sentence, cut after a comma
// before 24 characters with …… when it is longer. Official text never uses it.
func shortTitle(number, sentence string) string {
	rest, found := strings.CutPrefix(sentence, number)
	if !found {
		number = ""
	}
	if _, item, ok := zh.ParseOrdinal(rest); ok { // 一、第六项，… of an amendment
		number, rest = number+item, rest[len(item):]
	}
	lead := len(rest) - len(strings.TrimLeft(rest, "，、"))
	number, rest = number+rest[:lead], rest[lead:]
	rest, _, _ = strings.Cut(rest, "。")
	rest = strings.TrimRight(rest, "，、；：")
	if utf8.RuneCountInString(rest) <= shortChars {
		return number + rest
	}
	r := []rune(rest)
	if n := cut(r); n < len(r) {
		return number + strings.TrimRight(string(r[:n]), "（《“‘〔") + "……"
	}
	return number + rest
}

// cut gives how many characters of a long title stay: up to the last comma in
// reach, or the last 、, or the next comma or the end; failing that up to
// anything that must not be torn, a number or a Latin word.
func cut(rest []rune) int {
	const least = shortChars / 4
	if n := lastOf(rest[:shortChars+1], "，；："); n >= least {
		return n
	}
	if n := lastOf(rest[:shortChars+1], "、"); n >= least {
		return n
	}
	for n := shortChars; n <= min(longChars, len(rest)); n++ {
		if n == len(rest) || strings.ContainsRune("，；：", rest[n]) {
			return n
		}
	}
	n := shortChars
	for n > 1 && narrow(rest[n-1]) && narrow(rest[n]) {
		n--
	}
	return n
}

func lastOf(rest []rune, marks string) int {
	for n := len(rest) - 1; n > 0; n-- {
		if strings.ContainsRune(marks, rest[n]) {
			return n
		}
	}
	return 0
}

func narrow(r rune) bool {
	return r < 0x2000 && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '.')
}

// anchorID makes an ASCII anchor from parts such as item and 17.2: a dot
// becomes a hyphen, any other character its code, so that different parts
// stay different.
func anchorID(parts ...string) string {
	var b strings.Builder
	for i, p := range parts {
		if i > 0 {
			b.WriteByte('-')
		}
		for _, r := range p {
			switch {
			case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
				b.WriteRune(r)
			case r == '.':
				b.WriteByte('-')
			default:
				fmt.Fprintf(&b, "_%x", r)
			}
		}
	}
	return b.String()
}

// numbering gives the headings of one text their places in the bookmarks:
// plan-3-1 is （一） under 三、.
type numbering struct {
	part string
	path [4]string
}

func (n *numbering) outline(p dossier.Paragraph) doc.Outline {
	if p.Level < 1 || p.Level > len(n.path) {
		return doc.Outline{}
	}
	n.path[p.Level-1] = ordinal(p.Number)
	for i := p.Level; i < len(n.path); i++ {
		n.path[i] = ""
	}
	parts := []string{n.part}
	for _, v := range n.path[:p.Level] {
		if v != "" { // a level left out
			parts = append(parts, v)
		}
	}
	return doc.Outline{
		Level: 1 + p.Level,
		Title: shortTitle(p.Number, part(p.Text, 0, min(p.Head, p.Text.Len())).Value),
		ID:    anchorID(parts...),
	}
}

// ordinal gives the value of a printed number as digits.
func ordinal(number string) string {
	if l, ok := zh.ParseLevel(number); ok {
		return fmt.Sprint(l.Value)
	}
	return number
}
