package rules

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// allowed lists, for each package, the packages of ours it may import
// directly. A package that is not listed fails the test: a new room gets its
// doors here, on purpose.
var allowed = map[string]string{
	"diag":        "zh",
	"zh":          "",
	"sfnt":        "",
	"woff2":       "",
	"linebreak":   "zh",
	"dossier":     "diag zh",
	"source":      "diag",
	"markdown":    "diag dossier zh",
	"register":    "diag dossier zh",
	"deadline":    "diag dossier zh",
	"load":        "diag dossier markdown nearest source zh",
	"amend":       "diag dossier register zh",
	"redline":     "zh",
	"assign":      "amend deadline dossier register",
	"printed":     "amend assign dossier",
	"impact":      "amend assign dossier printed register",
	"nearest":     "",
	"check":       "amend deadline diag docset dossier privacy register zh",
	"doc":         "diag",
	"docset":      "amend assign deadline diag dossier filename impact printed zh",
	"compose":     "amend assign checklist deadline diag doc docset dossier impact markdown redline zh templates",
	"checklist":   "dossier zh",
	"bundle":      "filename",
	"filename":    "",
	"memo":        "",
	"fontset":     "memo sfnt woff2 fonts",
	"page":        "diag doc fontset linebreak",
	"layout":      "diag doc fontset linebreak page",
	"pdf":         "doc fontset layout sfnt",
	"html":        "diag doc fontset linebreak page",
	"xlsx":        "diag doc linebreak",
	"publish":     "",
	"build":       "amend assign bundle check compose diag disclose doc docset dossier filename fontset html impact layout load memo nearest pdf publish redline register source templates web xlsx zh",
	"starter":     "",
	"adopt":       "amend check diag dossier exchange intake load manuscript recognise source transcribe",
	"exchange":    "amend dossier xlsx zh",
	"cmd/hongtou": "adopt build diag intake inspect measure starter synthetic watch",
	"cmd/release": "",
	"web":         "doc fontset html",
	"privacy":     "",
	"disclose":    "amend assign deadline diag doc docset dossier filename register privacy web zh",
	"manuscript":  "",
	"recognise":   "dossier manuscript nearest register zh",
	"transcribe":  "dossier recognise",
	"intake":      "manuscript zh",
	"printout":    "",
	"pdfread":     "printout",
	"gbt9704":     "",
	"elements":    "gbt9704 printout",
	"norm":        "elements gbt9704 printout",
	"textlint":    "elements gbt9704 printout",
	"inspect":     "elements gbt9704 norm pdfread printout textlint",
	"measure":     "",
	"synthetic":   "dossier load source zh",
	"fonts":       "",
	"templates":   "",
	"watch":       "",
}

// pure packages see no disk, no clock and no chance.
var pure = []string{"filename", "bundle", "diag", "zh", "dossier", "register", "deadline", "checklist", "amend", "assign", "printed", "impact", "redline", "check", "doc", "docset", "linebreak", "page", "layout", "privacy", "disclose", "recognise", "transcribe"}

var impure = []string{"os", "os/exec", "net", "net/http", "math/rand", "math/rand/v2", "path/filepath"}

type pkg struct {
	ImportPath string
	Imports    []string
}

func TestImportsPointOneWay(t *testing.T) {
	for _, p := range packages(t) {
		name := short(p.ImportPath)
		if strings.HasPrefix(name, "testkit") {
			continue
		}
		room := strings.SplitN(name, "/", 2)[0]
		if strings.HasPrefix(name, "cmd/") {
			room = name
		}
		list, known := allowed[room]
		if !known {
			t.Errorf("package %s has no line in the table of allowed imports", name)
			continue
		}
		may := strings.Fields(list)
		for _, imp := range p.Imports {
			if !strings.HasPrefix(imp, "hongtou") {
				continue
			}
			to := strings.SplitN(short(imp), "/", 2)[0]
			if to != room && !slices.Contains(may, to) {
				t.Errorf("%s imports %s: not allowed", name, short(imp))
			}
		}
		if slices.Contains(pure, room) {
			for _, imp := range p.Imports {
				if slices.Contains(impure, imp) {
					t.Errorf("%s imports %s: this package is pure", name, imp)
				}
			}
		}
	}
}

func packages(t *testing.T) []pkg {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "hongtou/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []pkg
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		err := dec.Decode(&p)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	if len(all) < 10 {
		t.Fatalf("go list found only %d packages", len(all))
	}
	return all
}

func short(path string) string {
	path = strings.TrimPrefix(path, "hongtou/")
	return strings.TrimPrefix(path, "internal/")
}
