package check

import (
	"unicode"

	"hongtou/internal/diag"
)

// closers maps a closing mark to its opening one. Half- and full-width round
// brackets count as one kind: their width is the half-width rule's.
var closers = map[rune]rune{
	'）': '（', ')': '（', '》': '《', '〉': '〈', '”': '“', '’': '‘', '〕': '〔', '】': '【', ']': '[', '」': '「', '』': '『',
}

var openers = map[rune]rune{
	'（': '（', '(': '（', '《': '《', '〈': '〈', '“': '“', '‘': '‘', '〔': '〔', '【': '【', '[': '[', '「': '「', '『': '『',
}

// brackets reports marks without a partner. A quotation may run on: then the
// next paragraph opens with the mark again and only the last one closes it.
func brackets(s *scene) []diag.Diagnostic {
	var out []diag.Diagnostic
	for i, p := range s.texts {
		continued := i+1 < len(s.texts) && len(s.texts[i+1].rs) > 0 && s.texts[i+1].rs[0] == '“'
		out = append(out, few(p.unpaired(continued))...)
	}
	return out
}

// called names a mark in a message, where a quotation mark cannot stand
// between quotation marks.
func called(r rune) string {
	switch r {
	case '“', '”':
		return "双引号" + string(r)
	case '‘', '’':
		return "单引号" + string(r)
	}
	return "“" + string(r) + "”"
}

// open is an opening mark that waits for its partner.
type open struct {
	kind   rune
	offset int
}

func (p printed) unpaired(continued bool) []diag.Diagnostic {
	var out []diag.Diagnostic
	var stack []open
	for i, r := range p.rs {
		if kind, ok := openers[r]; ok {
			stack = append(stack, open{kind, i})
			continue
		}
		kind, ok := closers[r]
		if !ok || apostrophe(p.rs, i) {
			continue
		}
		partner := lastOpen(stack, kind)
		if partner < 0 {
			out = append(out, mark(p.Position(i), 1, called(r)+"没有与之配对的前一半", "补上或删去"))
			continue
		}
		out = append(out, p.unclosed(stack[partner+1:])...)
		stack = stack[:partner]
	}
	if n := len(stack); continued && n > 0 && stack[n-1].kind == '“' {
		stack = stack[:n-1]
	}
	return append(out, p.unclosed(stack)...)
}

func (p printed) unclosed(stack []open) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, o := range stack {
		out = append(out, mark(p.Position(o.offset), 1, called(p.rs[o.offset])+"没有与之配对的后一半", "补上或删去"))
	}
	return out
}

// deepestBracket bounds the search for a partner; marks never nest deeper.
const deepestBracket = 32

func lastOpen(stack []open, kind rune) int {
	for i := len(stack) - 1; i >= 0 && i >= len(stack)-deepestBracket; i-- {
		if stack[i].kind == kind {
			return i
		}
	}
	return -1
}

// apostrophe says whether the ’ at i stands inside a Latin word (Xi’an).
func apostrophe(rs []rune, i int) bool {
	return rs[i] == '’' && i > 0 && i+1 < len(rs) && latin(rs[i-1]) && latin(rs[i+1])
}

func latin(r rune) bool { return unicode.Is(unicode.Latin, r) }

// nestedMarks advises on 《》 inside 《》 and “” inside “”, which GB/T 15834
// writes 〈〉 and ‘’. Where a mark lacks its partner nothing can be said.
func nestedMarks(p printed) []diag.Diagnostic {
	if len(p.unpaired(false)) > 0 {
		return nil
	}
	inner := map[rune]string{'《': "〈〉", '“': "‘’"}
	depth := map[rune]int{}
	var out []diag.Diagnostic
	for i, r := range p.rs {
		switch {
		case inner[r] != "":
			if depth[r]++; depth[r] > 1 {
				out = append(out, mark(p.Position(i), 1, called(r)+"之内又用"+called(r), "里层用"+inner[r]))
			}
		case r == '》' || r == '”':
			depth[closers[r]] = max(depth[closers[r]]-1, 0)
		}
	}
	return out
}

// joinedMarks advises on 、 between 》 and 《 or ” and “, which GB/T 15834—2011
// leaves out.
func joinedMarks(p printed) []diag.Diagnostic {
	var out []diag.Diagnostic
	for i := 1; i+1 < len(p.rs); i++ {
		if between := string(p.rs[i-1 : i+2]); between == "》、《" || between == "”、“" {
			out = append(out, mark(p.Position(i), 1, "“"+between+"”之间一般不用顿号", "删去“、”"))
		}
	}
	return out
}
