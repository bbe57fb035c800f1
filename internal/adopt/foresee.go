package adopt

import (
	"hongtou/internal/check"
	"hongtou/internal/diag"
)

// Found is a problem that check will find in the text as it would be, and does
// not find in the text as it is.
type Found struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Error   bool   `json:"error"` // else a warning
	Code    string `json:"code"`
	Message string `json:"message"`
	Hint    string `json:"hint,omitempty"`
}

// foresee checks the folder with some files edited, without writing them.
func (f *folder) foresee(edited map[string][]byte) ([]Found, error) {
	out := []Found{}
	if len(edited) == 0 {
		return out, nil
	}
	type same struct{ code, file, message string } // an edit may move lines
	known := map[same]int{}
	before, err := f.checked(nil)
	if err != nil {
		return out, err
	}
	for _, d := range before {
		known[same{d.Code, d.At.File, d.Message}]++
	}
	after, err := f.checked(edited)
	for _, d := range after {
		key := same{d.Code, d.At.File, d.Message}
		if known[key] > 0 || d.Severity == diag.Advice {
			known[key]--
			continue
		}
		out = append(out, Found{d.At.File, d.At.Line, d.Severity == diag.Error, d.Code, d.Message, d.Hint})
	}
	return out, err
}

func (f *folder) checked(edited map[string][]byte) (diag.List, error) {
	dossiers, list, err := f.reread(edited)
	list.Add(check.Check(dossiers, check.Options{})...)
	return list.Sorted(), err
}

// Errors counts those of the foreseen problems that stop a build.
func (r ReviewReport) Errors() int {
	n := 0
	for _, f := range r.Foreseen {
		if f.Error {
			n++
		}
	}
	return n
}
