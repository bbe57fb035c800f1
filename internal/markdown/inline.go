package markdown

import (
	"slices"
	"strings"
	"unicode/utf8"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

const sicOpen = "{sic="

// inline takes {sic=…} marks out of a line: the slip is as many characters
// before the mark as the correction has.
func (r *reader) inline(s string, at diag.Position) dossier.Text {
	out := dossier.Text{At: at}
	var value strings.Builder
	column, length := 0, 0 // in characters: of the line, of value
	for {
		open := strings.Index(s, sicOpen)
		if open < 0 {
			value.WriteString(s)
			out.Value = value.String()
			return out
		}
		value.WriteString(s[:open])
		n := utf8.RuneCountInString(s[:open])
		column, length = column+n, length+n
		mark, corrected := sicMark(s[open:])
		slip := dossier.Slip{
			Offset: length - utf8.RuneCountInString(corrected), Length: utf8.RuneCountInString(corrected),
			Corrected: corrected, MarkWidth: utf8.RuneCountInString(mark),
		}
		if corrected == "" || slip.Offset < endOfLast(out.Slips) {
			r.errorAt(at.Shift(column), slip.MarkWidth, "sic-syntax", "勘误标记写法不对", "紧跟在误字之后写“{sic=正字}”，正字与误字字数相同")
			value.WriteString(mark)
			length += slip.MarkWidth
		} else {
			out.Slips = append(out.Slips, slip)
		}
		column += slip.MarkWidth
		s = s[open+len(mark):]
	}
}

// sicMark splits the mark off the start of s; corrected is "" when it is no
// whole mark.
func sicMark(s string) (mark, corrected string) {
	end := strings.IndexAny(s[len(sicOpen):], "{}")
	if end < 0 || s[len(sicOpen)+end] == '{' {
		return sicOpen, ""
	}
	return s[:len(sicOpen)+end+1], s[len(sicOpen) : len(sicOpen)+end]
}

func endOfLast(slips []dossier.Slip) int {
	if len(slips) == 0 {
		return 0
	}
	last := slips[len(slips)-1]
	return last.Offset + last.Length
}

// Inline takes the {sic=…} marks out of a text that was not read by Parse,
// such as a YAML value.
func Inline(t dossier.Text) (dossier.Text, diag.List) {
	r := &reader{}
	return r.inline(t.Value, t.At), r.list
}

// SplitTitle takes the preferred breaks | out of a title.
func SplitTitle(t dossier.Text) (dossier.Title, diag.List) {
	var list diag.List
	out := dossier.Title{Text: t}
	out.Slips = slices.Clone(t.Slips)
	slips := out.Slips // those after the parts read so far
	length := 0        // of the parts read so far, in characters
	parts := strings.Split(t.Value, "|")
	for i, part := range parts {
		if i > 0 {
			out.Breaks = append(out.Breaks, length)
		}
		if len(list) < maxProblems && (part == "" || strings.TrimSpace(part) != part) {
			list.Add(diag.Diagnostic{
				Code: "title-break", Message: "标题换行符“|”的一侧为空或有空格", At: t.Position(max(length+i-1, 0)), Length: 1,
				Hint: "“|”只放在两行文字之间，两侧不留空格",
			})
		}
		length += utf8.RuneCountInString(part)
		for len(slips) > 0 && slips[0].Offset-i < length {
			slips[0].Offset -= i
			slips = slips[1:]
		}
	}
	out.Value = strings.Join(parts, "")
	return out, list
}
