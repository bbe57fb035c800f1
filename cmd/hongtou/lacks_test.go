package main

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"

	"github.com/rogpeppe/go-internal/testscript"
)

// lacks walks a folder: no page, table or data file may match, neither may any
// name.
func lacks(ts *testscript.TestScript, _ bool, args []string) {
	bad := regexp.MustCompile(args[0])
	err := filepath.WalkDir(ts.MkAbs(args[1]), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if bad.MatchString(d.Name()) {
			ts.Fatalf("%s", path)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		switch filepath.Ext(path) {
		case ".html", ".json", ".csv", ".txt":
			lackIn(ts, path, bad, data)
		case ".xlsx", ".zip":
			return eachPart(data, func(name string, part []byte) { lackIn(ts, path+": "+name, bad, part) })
		}
		return nil
	})
	ts.Check(err)
}

func lackIn(ts *testscript.TestScript, where string, bad *regexp.Regexp, data []byte) {
	if at := bad.FindIndex(data); at != nil {
		ts.Fatalf("%s: %s", where, data[max(0, at[0]-60):min(len(data), at[1]+60)])
	}
}

// eachPart gives the files of an archive that hold text.
func eachPart(data []byte, visit func(string, []byte)) error {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err
	}
	for _, f := range r.File {
		visit(f.Name, []byte(f.Name))
		if ext := filepath.Ext(f.Name); ext != ".xml" && ext != ".html" && ext != ".txt" {
			continue
		}
		in, err := f.Open()
		if err != nil {
			return err
		}
		part, err := io.ReadAll(in)
		if err != nil {
			return err
		}
		visit(f.Name, part)
	}
	return nil
}
