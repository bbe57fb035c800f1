package main

import (
	"cmp"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write what commands print into the scripts' expected files")

func TestMain(m *testing.M) { testscript.Main(m, map[string]func(){"hongtou": main}) }

// TestScripts runs testdata/script/*.txtar through the program, each in a
// folder of its own. Beside the usual commands scripts have
//
//	content NAME        lay out the files of testdata/NAME.txtar; real is content/
//	ends CODE COMMAND…  run a command that must end with this exit code
//	replace OLD NEW F   write NEW for every OLD in a file
//	cut N FILE          keep the first N bytes of a file
//	same A B            the manifests of two builds list the same files
//	equal A B           two folders hold the same names and bytes
//	damage A…           one file that a manifest lists, in the first folder that
//	                    has any, gets another last byte
//	awaits REGEXP FILE  wait until a file matches
//	lacks REGEXP DIR    no text and no name of a file in a folder matches
//	retype FILE OLD NEW type NEW into the cells of a workbook that hold OLD
//	agrees IMPACT A B   the JSON of impact names exactly the files whose hashes
//	                    differ between the builds A and B, and those that do not
//
// All scripts share one folder for the compiled reader of PDF files, which
// HONGTOU_CACHE may name to keep it between runs.
func TestScripts(t *testing.T) {
	cache := cmp.Or(os.Getenv("HONGTOU_CACHE"), t.TempDir())
	testscript.Run(t, testscript.Params{
		Setup: func(env *testscript.Env) error {
			env.Setenv("XDG_CACHE_HOME", cache)
			env.Setenv("LocalAppData", cache) // the same on Windows
			return nil
		},
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"content": layOut,
			"ends":    endsWith,
			"replace": replaceIn,
			"cut":     cut,
			"agrees":  agrees,
			"same":    sameFiles,
			"equal":   equalFolders,
			"damage":  damage,
			"awaits":  awaits,
			"lacks":   lacks,
			"retype":  retype,
		},
	})
}

func layOut(ts *testscript.TestScript, _ bool, args []string) {
	if args[0] == "real" {
		ts.Check(os.CopyFS(ts.MkAbs("content"), os.DirFS("../../content")))
		return
	}
	archive, err := txtar.ParseFile(filepath.Join("testdata", args[0]+".txtar"))
	ts.Check(err)
	for _, f := range archive.Files {
		path := ts.MkAbs(filepath.FromSlash(f.Name))
		ts.Check(os.MkdirAll(filepath.Dir(path), 0o755))
		ts.Check(os.WriteFile(path, f.Data, 0o644))
	}
}

func endsWith(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

func replaceIn(ts *testscript.TestScript, _ bool, args []string) {
	text := ts.ReadFile(args[2])
	if !strings.Contains(text, args[0]) {
		ts.Fatalf("%s does not hold %q", args[2], args[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), []byte(strings.ReplaceAll(text, args[0], args[1])), 0o644))
}

func cut(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.ParseInt(args[0], 10, 64)
	ts.Check(err)
	ts.Check(os.Truncate(ts.MkAbs(args[1]), n))
}
