package inspect

import (
	"slices"
	"strings"
	"unicode/utf8"

	"hongtou/internal/norm"
	"hongtou/internal/textlint"
)

// fewer leaves out advice that says what a failed clause says of the same place,
// and makes one of pieces of advice that overlap and want the same words.
func fewer(all []textlint.Advice, rows []Row) []textlint.Advice {
	var out []textlint.Advice
	for _, a := range all {
		if slices.ContainsFunc(rows, func(r Row) bool { return r.tells(a) }) {
			continue
		}
		if n := slices.IndexFunc(out, func(o textlint.Advice) bool { return sameCure(o, a) }); n >= 0 {
			out[n] = merged(out[n], a)
			continue
		}
		out = append(out, a)
	}
	return out
}

// writing are the parts of clauses that judge how something is written.
var writing = []string{"写法", "日期写法", "序数写法", "冒号"}

// tells says whether a failed clause says of a place what advice says of it,
// too.
func (r Row) tells(a textlint.Advice) bool {
	if r.Result.Verdict != norm.Fails || !r.sameMatter(a) {
		return false
	}
	return slices.ContainsFunc(r.Result.Places, func(p norm.Place) bool { return p.Page == a.Page && p.Box.Overlaps(a.Box) })
}

// sameMatter says whether a clause judges what advice is about. Clause 9 asks
// for three standards, part by part, and advice names the one it follows.
func (r Row) sameMatter(a textlint.Advice) bool {
	if r.Clause.ID != "9" {
		number, _, _ := strings.Cut(r.Clause.ID, " ")
		return slices.Contains(writing, r.Clause.Part) && (strings.HasSuffix(a.Basis, " "+number) || strings.Contains(a.Basis, "1583"))
	}
	switch r.Clause.Part {
	case "标点":
		return strings.Contains(a.Basis, "15834")
	case "数字", "数字单位":
		return strings.Contains(a.Basis, "15835")
	}
	return false
}

// sameCure says whether two pieces of advice want the same words in the same
// place, or one of them a part of the other's.
func sameCure(a, b textlint.Advice) bool {
	if a.Page != b.Page || !a.Box.Overlaps(b.Box) {
		return false
	}
	one, other := cure(a.Message), cure(b.Message)
	if len(one) < len(other) {
		one, other = other, one
	}
	return one != "" && (one == other || utf8.RuneCountInString(other) > 1 && strings.Contains(one, other))
}

// cure is what advice wants to be written: the last words in quotes.
func cure(message string) string {
	from, to := strings.LastIndex(message, "“"), strings.LastIndex(message, "”")
	if from < 0 || to < from {
		return ""
	}
	return message[from+len("“") : to]
}

// merged is that of two with more to write, around both places.
func merged(a, b textlint.Advice) textlint.Advice {
	out := a
	if len(cure(b.Message)) > len(cure(a.Message)) {
		out = b
	}
	out.Box = a.Box.Union(b.Box)
	return out
}
