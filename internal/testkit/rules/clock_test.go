package rules

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// asked are the questions no stage may ask: the answers differ from run to
// run and from machine to machine. Progress on a terminal (cmd) may.
var asked = map[string]bool{
	"time.Now": true, "time.Since": true, "time.Until": true, "time.Local": true,
	"os.Getenv": true, "os.LookupEnv": true, "os.Environ": true,
	"rand.Int": true, "rand.IntN": true, "rand.Intn": true, "rand.Float64": true, "rand.Shuffle": true, "rand.Perm": true,
}

func TestNoStageAsksForClockOrMachine(t *testing.T) {
	files := 0
	err := filepath.WalkDir(filepath.Join(root, "internal"), func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.Contains(path, "testkit") {
			return err
		}
		files++
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := s.X.(*ast.Ident); ok && asked[x.Name+"."+s.Sel.Name] {
					t.Errorf("%s: %s.%s", set.Position(s.Pos()), x.Name, s.Sel.Name)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 100 {
		t.Fatalf("only %d files were read", files)
	}
}
