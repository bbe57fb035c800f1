package check

import (
	"fmt"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

// mark makes a finding; the runner adds code and severity of the rule.
func mark(at diag.Position, length int, message, hint string) diag.Diagnostic {
	return diag.Diagnostic{At: at, Length: length, Message: message, Hint: hint}
}

// whole makes a finding about all of a text.
func whole(t dossier.Text, message, hint string) diag.Diagnostic {
	return mark(t.At, t.Len(), message, hint)
}

// noted adds a further place to a finding.
func noted(d diag.Diagnostic, at diag.Position, message string) diag.Diagnostic {
	d.Notes = append(d.Notes, diag.Note{Message: message, At: at})
	return d
}

// perText is how many findings of one rule a text reports; a paragraph typed
// with half-width marks throughout is one mistake, not fifty.
const perText = 5

func few(ds []diag.Diagnostic) []diag.Diagnostic {
	if len(ds) <= perText {
		return ds
	}
	out := append([]diag.Diagnostic(nil), ds[:perText]...)
	out[perText-1].Message += fmt.Sprintf("（本段另有%d处）", len(ds)-perText)
	return out
}

// excerptLength is how many characters a message quotes of a long text.
const excerptLength = 16

// quote gives the characters at offset as a message quotes them.
func quote(rs []rune, offset int) string {
	switch {
	case offset >= len(rs):
		return "（至此结束）"
	case len(rs)-offset <= excerptLength:
		return "“" + string(rs[offset:]) + "”"
	}
	return "“" + string(rs[offset:offset+excerptLength]) + "……”"
}

// perFile is how many findings of one rule a file reports: who made the same
// mistake fifty times corrects them together.
const perFile = 50

// fewPerFile keeps the first findings of each rule and file, in order; the
// last one kept says how many there are besides.
func fewPerFile(list diag.List) diag.List {
	type group struct{ code, file string }
	count, last := map[group]int{}, map[group]int{}
	var out diag.List
	for _, d := range list {
		g := group{d.Code, d.At.File}
		if count[g]++; count[g] <= perFile {
			last[g] = len(out)
			out.Add(d)
		}
	}
	for g, i := range last {
		if more := count[g] - perFile; more > 0 {
			out[i].Message += fmt.Sprintf("（本文件另有%d处同类问题）", more)
		}
	}
	return out
}

// withoutSlips drops findings that lie inside a marked slip of the original.
func (o *office) withoutSlips(list diag.List) diag.List {
	slips := map[diag.Position]bool{}
	for _, s := range o.scenes {
		for _, p := range s.texts {
			for _, slip := range p.Slips {
				for i := range slip.Length {
					slips[p.Position(slip.Offset+i)] = true
				}
			}
		}
	}
	var out diag.List
	for _, d := range list {
		if d.Code == codeSic || !slips[d.At] {
			out.Add(d)
		}
	}
	return out
}
