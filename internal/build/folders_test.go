//go:build unix

package build

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// A pipe or a file in the place of a folder is told at once: opened, a pipe
// without a writer would hold the program up for ever.
func TestFoldersMustBeFolders(t *testing.T) {
	dir := t.TempDir()
	pipe, file := filepath.Join(dir, "pipe"), filepath.Join(dir, "file")
	if err := errors.Join(syscall.Mkfifo(pipe, 0o600), os.WriteFile(file, nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{pipe, file} {
		for name, o := range map[string]Options{
			"content":   {Content: path},
			"templates": {Content: "../../content", Templates: path},
			"fonts":     {Content: "../../content", Fonts: path},
		} {
			o.Out = filepath.Join(dir, "out")
			ended := make(chan error, 1)
			go func() {
				_, err := Build(o, Silent{})
				ended <- err
			}()
			var usage *UsageError
			select {
			case err := <-ended:
				if !errors.As(err, &usage) {
					t.Errorf("%s %s: %v", name, filepath.Base(path), err)
				}
			case <-time.After(20 * time.Second):
				t.Fatalf("%s %s: still waiting", name, filepath.Base(path))
			}
		}
	}
}
