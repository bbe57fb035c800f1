package measure

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Made is what lies in a folder of finished documents.
type Made struct {
	Files int   `json:"files"` // without the manifest
	Pages int   `json:"pages"` // of PDFs, as the manifest tells
	Rows  int   `json:"rows"`  // of all sheets of workbooks
	Bytes int64 `json:"bytes"`
}

// Count counts what lies in a folder with a manifest of that name.
func Count(folder, manifest string) (Made, error) {
	var out Made
	text, err := os.ReadFile(filepath.Join(folder, manifest))
	if err != nil {
		return out, err
	}
	var listed struct {
		Outputs []struct{ Pages int }
	}
	if err := json.Unmarshal(text, &listed); err != nil {
		return out, fmt.Errorf("%s：%w", manifest, err)
	}
	for _, o := range listed.Outputs {
		out.Pages += o.Pages
	}
	err = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Base(path) == manifest || strings.HasPrefix(d.Name(), ".") {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		out.Files, out.Bytes = out.Files+1, out.Bytes+info.Size()
		if filepath.Ext(path) == ".xlsx" {
			n, err := rows(path)
			out.Rows += n
			return err
		}
		return nil
	})
	return out, err
}

// rows counts the rows of all sheets of a workbook.
func rows(path string) (int, error) {
	z, err := zip.OpenReader(path)
	if err != nil {
		return 0, fmt.Errorf("%s：%w", path, err)
	}
	defer z.Close()
	n := 0
	for _, f := range z.File {
		if !strings.HasPrefix(f.Name, "xl/worksheets/sheet") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return 0, err
		}
		text, err := io.ReadAll(r)
		r.Close()
		if err != nil {
			return 0, err
		}
		n += bytes.Count(text, []byte("<row "))
	}
	return n, nil
}
