package check

import (
	"fmt"

	"hongtou/internal/diag"
)

// Codes that more than the table needs.
const (
	codeSic    = "sic"
	codeLong   = "long-paragraph"
	codeDuties = "duty-limit"
	codeLater  = "count-later"
)

// slips tells of every marked slip of the original: it stays as issued.
func slips(p printed) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, s := range p.Slips {
		words := string(p.rs[s.Offset : s.Offset+s.Length])
		out = append(out, mark(p.Position(s.Offset), s.Length,
			fmt.Sprintf("原文“%s”疑为“%s”之误，照原文印出", words, s.Corrected), "需要更正时由发文机关另行发文"))
	}
	return out
}
