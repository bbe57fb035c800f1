package check

import (
	"slices"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

const codeUnfilled = "placeholder"

// placeholders reports what a skeleton left to people and nobody has filled.
func placeholders(p printed) []diag.Diagnostic {
	blank := []rune(dossier.Placeholder)
	var out []diag.Diagnostic
	for i := 0; i+len(blank) <= len(p.rs); i++ {
		if slices.Equal(p.rs[i:i+len(blank)], blank) {
			out = append(out, mark(p.Position(i), len(blank), "待填之处尚未填写", "写出内容；不需要的整段删去"))
		}
	}
	return out
}

// onlyUnfilled leaves out what else is wrong with a placeholder: that it is no
// deadline, that nobody bears its name.
func onlyUnfilled(list diag.List) diag.List {
	blanks := map[diag.Position]bool{}
	for _, d := range list {
		if d.Code == codeUnfilled {
			blanks[d.At] = true
		}
	}
	return slices.DeleteFunc(list, func(d diag.Diagnostic) bool { return blanks[d.At] && d.Code != codeUnfilled })
}
