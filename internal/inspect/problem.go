package inspect

import (
	"errors"
	"fmt"
	"io/fs"

	"hongtou/internal/pdfread"
)

// Problem says why a file could not be measured.
type Problem struct {
	Code    string // stable: one of those below, or of package pdfread
	Message string // Chinese
	Hint    string // Chinese: what to do; may be empty
}

// The problems this package finds itself; the others come from reading
// (package pdfread).
const (
	missing    = "missing"    // no such file
	unreadable = "unreadable" // the system does not let us read it
	notFile    = "not-file"   // a device, a pipe
	noPDF      = "no-pdf"     // a folder without PDF files
)

// Ours says whether a file was not measured through a mistake of the program.
func (p *Problem) Ours() bool { return p != nil && p.Code == pdfread.Failed }

func missingFile(path string) *Problem {
	return &Problem{missing, fmt.Sprintf("没有文件“%s”", clean(path)), "请核对文件名和所在的文件夹"}
}

// diskProblem explains why the system did not give a file.
func diskProblem(path string, err error) *Problem {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return missingFile(path)
	case errors.Is(err, fs.ErrPermission):
		return &Problem{unreadable, "没有读取这个文件的权限", "请检查文件的权限"}
	}
	return &Problem{unreadable, "文件读不出来：" + clean(err.Error()), "请检查磁盘或网络位置"}
}

// readProblem explains what reading a PDF ran into; ok is false for an error that
// does not lie with the file.
func readProblem(err error) (p *Problem, ok bool) {
	var e *pdfread.Error
	if !errors.As(err, &e) {
		return nil, false
	}
	p = &Problem{e.Code, clean(e.Message), e.Hint}
	if p.Code == pdfread.TooSlow && p.Hint == "" {
		p.Hint = "请分成几个文件，或用 --timeout 放宽时间"
	}
	return p, true
}
