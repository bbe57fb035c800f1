package main

import (
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// sameFiles compares what two manifests list; what all of it was made from may
// differ.
func sameFiles(ts *testscript.TestScript, neg bool, args []string) {
	a, b := listed(ts, args[0]), listed(ts, args[1])
	if equal := reflect.DeepEqual(a, b); equal == neg {
		ts.Fatalf("the files of %s and %s are the same: %t", args[0], args[1], equal)
	}
}

type listing struct {
	Dossiers any
	Outputs  []map[string]any
}

func listed(ts *testscript.TestScript, folder string) listing {
	var m listing
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(filepath.Join(folder, "manifest.json"))), &m))
	for _, o := range m.Outputs {
		if o["kind"] == "site" {
			delete(o, "inputs_hash") // of everything
		}
	}
	return m
}

func equalFolders(ts *testscript.TestScript, neg bool, args []string) {
	a, b := allOf(ts, args[0]), allOf(ts, args[1])
	if equal := maps.Equal(a, b); equal == neg || len(a) == 0 {
		ts.Fatalf("%s (%d files) and %s (%d files) are equal: %t", args[0], len(a), args[1], len(b), equal)
	}
}

func allOf(ts *testscript.TestScript, folder string) map[string]string {
	out := map[string]string{}
	root := os.DirFS(ts.MkAbs(folder))
	ts.Check(fs.WalkDir(root, ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, path)
		out[path] = string(data)
		return err
	}))
	return out
}

func damage(ts *testscript.TestScript, _ bool, args []string) {
	for _, folder := range args {
		for _, o := range listed(ts, folder).Outputs {
			path := ts.MkAbs(filepath.Join(folder, filepath.FromSlash(o["path"].(string))))
			data, err := os.ReadFile(path)
			ts.Check(err)
			data[len(data)-1] ^= 1
			ts.Check(os.WriteFile(path, data, 0o644))
			return
		}
	}
	ts.Fatalf("no file to damage")
}

func awaits(ts *testscript.TestScript, _ bool, args []string) {
	want := regexp.MustCompile("(?m)" + args[0])
	for range 600 {
		if data, err := os.ReadFile(ts.MkAbs(args[1])); err == nil && want.Match(data) {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	ts.Fatalf("%s does not match %s:\n%s", args[1], args[0], ts.ReadFile(args[1]))
}
