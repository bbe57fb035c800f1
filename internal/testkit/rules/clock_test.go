package rules

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
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
	files := goFiles(t, func(path string) bool {
		return !strings.HasSuffix(path, "_test.go") && !strings.Contains(path, "testkit")
	})
	for _, path := range files {
		for _, q := range questions(t, path) {
			if asked[q.name] {
				t.Errorf("%s: %s", q.at, q.name)
			}
		}
	}
	if len(files) < 100 {
		t.Fatalf("only %d files were read", len(files))
	}
}

// timed are the tests that may measure time: theirs stands still
// (testing/synctest), or says when to kill a process.
var timed = []string{"pdfread/limits_test.go", "testkit/survival/kill_test.go"}

// TestNoTestJudgesTime: other work of the machine and the race detector are no
// fault of the program. What must end, and in proportion, package bounds of the
// testkit judges; how fast it is, benchmarks tell.
func TestNoTestJudgesTime(t *testing.T) {
	files := goFiles(t, func(path string) bool { return strings.HasSuffix(path, "_test.go") })
	for _, path := range files {
		if slices.ContainsFunc(timed, func(name string) bool { return strings.HasSuffix(filepath.ToSlash(path), name) }) {
			continue
		}
		for _, q := range questions(t, path) {
			if q.name == "time.Since" {
				t.Errorf("%s: %s", q.at, q.name)
			}
		}
	}
	if len(files) < 100 {
		t.Fatalf("only %d files were read", len(files))
	}
}

// goFiles lists Go files below internal.
func goFiles(t *testing.T, wanted func(path string) bool) (files []string) {
	t.Helper()
	err := filepath.WalkDir(filepath.Join(root, "internal"), func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && strings.HasSuffix(path, ".go") && wanted(path) {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// question is a use of a package's name, as time.Now.
type question struct {
	at   token.Position
	name string
}

func questions(t *testing.T, path string) (all []question) {
	t.Helper()
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := s.X.(*ast.Ident); ok {
				all = append(all, question{set.Position(s.Pos()), x.Name + "." + s.Sel.Name})
			}
		}
		return true
	})
	return all
}
