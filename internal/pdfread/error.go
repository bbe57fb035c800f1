package pdfread

import (
	"bytes"
	"fmt"
)

// Codes of errors; they are stable.
const (
	NotPDF       = "not-pdf"        // something else than a PDF
	Empty        = "empty"          // no bytes or no pages
	Encrypted    = "encrypted"      // opens with a password only
	Damaged      = "damaged"        // broken beyond what PDFium can mend
	TooLarge     = "too-large"      // more bytes than allowed
	TooManyPages = "too-many-pages" // more pages than allowed
	TooFull      = "too-full"       // more characters and lines than allowed
	TooSlow      = "too-slow"       // stopped by the clock
	OutOfMemory  = "out-of-memory"  // needs more memory than the sandbox has
	TooBig       = "too-big"        // a page of too many pixels to be painted
	NoPage       = "no-page"        // a page that does not exist
	Failed       = "failed"         // a mistake of this program or of PDFium's, not of the file
)

// Error says why a file cannot be read; with the code Failed, that it was not.
type Error struct {
	Code    string // one of the constants above
	Message string // Chinese, for the user
	Hint    string // Chinese: what to do about it; may be empty
}

func (e *Error) Error() string { return e.Message }

func refuse(code, hint, format string, args ...any) *Error {
	return &Error{Code: code, Message: fmt.Sprintf(format, args...), Hint: hint}
}

// failure says that it was not the file's fault.
func failure(format string, args ...any) *Error {
	return refuse(Failed, "请把这个文件交给程序的维护者", "检查程序出错："+format, args...)
}

// caught makes an error of a panic when it is deferred: a file of somebody
// else's may show a mistake of ours that no file before has shown, and must not
// end a run over many files.
func caught(err *error) {
	if r := recover(); r != nil {
		*err = failure("%v", r)
	}
}

// signatures tell files that are often taken for PDF.
var signatures = [...]struct{ start, hint string }{
	{"PK\x03\x04", "这是 Word、WPS 或 OFD 文件，请先导出为 PDF"},
	{"\xd0\xcf\x11\xe0", "这是旧版 Word 或 WPS 文件，请先导出为 PDF"},
	{"{\\rtf", "这是 RTF 文件，请先导出为 PDF"},
	{"\x89PNG", "这是图片，请提供原始的 PDF 文件"},
	{"\xff\xd8\xff", "这是图片，请提供原始的 PDF 文件"},
	{"II*\x00", "这是扫描图片，请提供原始的 PDF 文件"},
	{"MM\x00*", "这是扫描图片，请提供原始的 PDF 文件"},
}

// headerWithin is where PDFium, like other readers, still looks for the header.
const headerWithin = 1024

// screen refuses what need not be opened to be refused.
func screen(data []byte, limits Limits) error {
	switch {
	case len(data) == 0:
		return refuse(Empty, "请确认文件已经完整保存", "文件是空的")
	case int64(len(data)) > limits.Bytes:
		return refuse(TooLarge, "", "文件有 %d MB，超过上限 %d MB", len(data)>>20, limits.Bytes>>20)
	case bytes.Contains(data[:min(len(data), headerWithin)], []byte("%PDF-")):
		return nil
	}
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.start)) {
			return refuse(NotPDF, s.hint, "不是 PDF 文件")
		}
	}
	return refuse(NotPDF, "", "不是 PDF 文件：开头没有“%%PDF-”标记")
}
