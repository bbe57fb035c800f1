package adopt

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// reportMark begins every report for people that is saved, so that a later run
// knows the file it may replace.
const reportMark = "hongtou import 报告\n"

// SaveReport writes a report for people. It replaces an earlier one, and no
// other file: neither one of the inputs, by whatever name, nor a stranger's.
func SaveReport(content, file string, inputs []string, text []byte) error {
	if err := Reportable(file, inputs); err != nil {
		return err
	}
	return newFile(content, file, append([]byte(reportMark), text...), true)
}

// Reportable refuses a place where a report would destroy something.
func Reportable(file string, inputs []string) error {
	info, err := os.Stat(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("写入“%s”：%w", file, err)
	}
	for _, p := range inputs {
		if source, err := os.Stat(p); err == nil && os.SameFile(info, source) {
			return refuse("报告另取一个文件名", "--report 的“%s”就是要导入的文件，没有写入", file)
		}
	}
	if !info.Mode().IsRegular() || !earlierReport(file) {
		return refuse("报告另取一个文件名，或先移走原来的文件", "“%s”已经存在，不是导入报告，没有覆盖", file)
	}
	return nil
}

// earlierReport says whether a file begins as our reports do; an empty one may
// go too.
func earlierReport(file string) bool {
	f, err := os.Open(file)
	if err != nil {
		return false
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, int64(len(reportMark))))
	return err == nil && (len(head) == 0 || bytes.Equal(head, []byte(reportMark)))
}
