// Package gallery shows every element of GB/T 9704—2012 that our real documents
// do not use: content/ holds invented dossiers, one for each group of elements,
// and Build makes their documents with the program itself, for those who
// measure them.
package gallery

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// Document is one file of the gallery.
type Document struct {
	Dossier, Kind, Format, Path string
}

// Build makes the notices and letters of the gallery with a program. root is the
// folder of the module.
func Build(program, root, out string) ([]Document, error) {
	cmd := exec.Command(program, "build", "--content", filepath.Join("internal", "testkit", "gallery", "content"), "--out", out, "--kind", "notice", "--kind", "letter")
	cmd.Dir = root
	if said, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("gallery: %w\n%s", err, said)
	}
	data, err := os.ReadFile(filepath.Join(out, "manifest.json"))
	if err != nil {
		return nil, err
	}
	var m struct{ Outputs []Document }
	if err := json.Unmarshal(data, &m); err != nil {
		return nil, err
	}
	for i := range m.Outputs {
		m.Outputs[i].Path = filepath.Join(out, filepath.FromSlash(m.Outputs[i].Path))
	}
	return m.Outputs, nil
}
