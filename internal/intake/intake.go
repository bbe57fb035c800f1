// Package intake reads a file somebody else made (text, Word document, web
// page, workbook, CSV) into a manuscript: its paragraphs and tables in printed
// order, each with its place. In go bytes nobody has checked, out comes every
// character a reader of the file would see, or a clear refusal. Nothing is
// interpreted here and nothing outside the file is ever opened.
package intake

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"hongtou/internal/manuscript"
)

// Read reads one file. name is only shown and asked for its extension when the
// content alone does not tell the format. An error is an *Error.
func Read(name string, r io.Reader, o Options) (manuscript.Manuscript, error) {
	o.Limits = o.Limits.orStandard()
	data, err := slurp(r, o.Limits.Bytes)
	if err != nil {
		return manuscript.Manuscript{}, placed(name, err)
	}
	return Bytes(name, data, o)
}

// Bytes is Read for a file that is in memory already.
func Bytes(name string, data []byte, o Options) (manuscript.Manuscript, error) {
	o.Limits = o.Limits.orStandard()
	if int64(len(data)) > o.Limits.Bytes {
		return manuscript.Manuscript{}, placed(name, tooLarge(o.Limits.Bytes))
	}
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	kind, err := recognise(base, data, o.Limits)
	if err != nil {
		return manuscript.Manuscript{}, placed(name, err)
	}
	m, err := readers[kind](data, o)
	if err != nil {
		return manuscript.Manuscript{}, placed(name, err)
	}
	if blank(m) {
		return manuscript.Manuscript{}, placed(name, &Error{Code: "empty", Message: "文件里没有文字", Hint: "请确认选对了文件；文字在图片里的，不能导入"})
	}
	m.Name, m.Format = base, kind
	return m, nil
}

var readers = map[manuscript.Format]func([]byte, Options) (manuscript.Manuscript, error){
	manuscript.Text:     readText,
	manuscript.Word:     readWord,
	manuscript.Workbook: readWorkbook,
	manuscript.CSV:      readCSV,
	manuscript.Page:     readPage,
}

// blank says whether a manuscript has no character to be seen.
func blank(m manuscript.Manuscript) bool {
	for _, b := range m.Blocks {
		if strings.TrimSpace(b.Number+b.Text) != "" {
			return false
		}
		for _, row := range b.Rows {
			for _, c := range row {
				if strings.TrimSpace(strings.Join(c.Text, "")) != "" {
					return false
				}
			}
		}
	}
	return true
}

// slurp reads at most limit bytes; of a longer input one byte more is taken.
func slurp(r io.Reader, limit int64) ([]byte, error) {
	var buf bytes.Buffer
	known := length(r)
	if known > limit {
		return nil, tooLarge(limit)
	}
	buf.Grow(int(known) + bytes.MinRead + 1)
	n, err := buf.ReadFrom(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, &Error{Code: "unreadable", Message: "文件读不出来", Hint: "请检查文件是否存在、是否有权限、是否正被其他程序占用", Cause: err}
	}
	if n > limit {
		return nil, tooLarge(limit)
	}
	return buf.Bytes(), nil
}

// length is what a file or a reader of memory says of its length, else 0.
func length(r io.Reader) int64 {
	switch r := r.(type) {
	case interface{ Stat() (fs.FileInfo, error) }:
		if info, err := r.Stat(); err == nil && info.Mode().IsRegular() {
			return info.Size()
		}
	case interface{ Len() int }:
		return int64(r.Len())
	}
	return 0
}

func tooLarge(limit int64) *Error {
	return &Error{Code: "too-large", Message: fmt.Sprintf("文件超过%s，不再读取", size(limit)), Hint: "请只保留方案正文（删去图片、附件），另存后再导入"}
}

func size(n int64) string {
	if n >= 1<<20 {
		return fmt.Sprintf("%d MB", n>>20)
	}
	return fmt.Sprintf("%d字节", n)
}
