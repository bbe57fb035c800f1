package adopt

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"hongtou/internal/amend"
	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/exchange"
)

// ExportReport tells what was written.
type ExportReport struct {
	Dossier string `json:"dossier"`
	Edition string `json:"edition"`
	File    string `json:"file"`
	Rows    int    `json:"rows"`
	Open    int    `json:"open"`   // cells that may be edited
	Locked  int    `json:"locked"` // cells that notices have changed
}

// Export writes the tasks of a dossier into a workbook. A file that is there
// is replaced only with replace: it may hold somebody's edits.
func Export(content, id, file string, replace bool) (ExportReport, error) {
	f, err := open(content)
	if err != nil {
		return ExportReport{}, err
	}
	d, err := f.choose(id)
	if err != nil {
		return ExportReport{}, err
	}
	if n := f.errorsOf(d.ID); n > 0 {
		return ExportReport{}, refuse("先运行 hongtou check，改正错误", "案卷“%s”有%d个错误，不能导出", d.ID, n)
	}
	t, problems := table(d)
	if problems.HasErrors() {
		return ExportReport{}, refuse("先运行 hongtou check，改正错误", "修改通知有%d处执行不了，不能导出", problems.Count(diag.Error))
	}
	data, err := exchange.Write(t)
	if err != nil {
		return ExportReport{}, err
	}
	out := ExportReport{Dossier: d.ID, Edition: t.Edition, File: file, Rows: len(t.Rows)}
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			if c.Lock == "" {
				out.Open++
			} else {
				out.Locked++
			}
		}
	}
	return out, newFile(content, file, data, replace)
}

// table makes the table of the newest edition.
func table(d *dossier.Dossier) (exchange.Table, diag.List) {
	editions, problems := amend.Editions(d)
	return exchange.Tabulate(editions[len(editions)-1]), problems
}

// newFile writes a file of the user's own, outside the content.
func newFile(content, file string, data []byte, replace bool) error {
	if err := Outside(content, file); err != nil {
		return err
	}
	if info, err := os.Lstat(file); err == nil && (!replace || !info.Mode().IsRegular()) {
		return refuse("换一个文件名；要覆盖原来的文件，加 --force", "“%s”已经存在，里面可能有改过的内容，没有覆盖", file)
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("写入“%s”：%w", file, err)
	}
	part := filepath.Join(filepath.Dir(file), "."+filepath.Base(file)+".part")
	err := os.WriteFile(part, data, 0o644)
	if err == nil {
		err = os.Rename(part, file)
	}
	if err != nil {
		_ = os.Remove(part)
		return fmt.Errorf("写入“%s”：%w", file, err)
	}
	return nil
}

// Outside refuses a place within the content folder, which holds nothing but
// content.
func Outside(content, file string) error {
	folder, err := filepath.Abs(content)
	if err != nil {
		return err
	}
	path, err := filepath.Abs(file)
	if err != nil {
		return err
	}
	if rel, err := filepath.Rel(folder, path); err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return refuse("写到别的文件夹", "“%s”在内容文件夹里，那里只放案卷", file)
	}
	return nil
}
