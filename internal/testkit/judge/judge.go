// Package judge runs programs that share no code with ours over our output:
// poppler, MuPDF, qpdf and PDFBox for PDF, Chromium, axe-core and the Nu
// checker for HTML, LibreOffice for workbooks and HTML, Info-ZIP and Python for
// archives. In: files, and what somebody does in a browser. Out: text, positions
// in millimetres, verdicts. It is for tests only. A judge that is not installed
// fails the test, so that no check is ever skipped unseen; .ci/test installs
// them all.
package judge

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// packages names the Debian package of every program we call.
var packages = map[string]string{
	"pdftotext":        "poppler-utils",
	"pdffonts":         "poppler-utils",
	"pdfinfo":          "poppler-utils",
	"pdftoppm":         "poppler-utils",
	"qpdf":             "qpdf",
	"mutool":           "mupdf-tools",
	"chromium":         "chromium",
	"soffice":          "libreoffice-calc libreoffice-writer",
	"woff2_decompress": "woff2",
	"unzip":            "unzip",
	"python3":          "python3",
	"java":             "default-jdk-headless",
	"javac":            "default-jdk-headless",
	"env":              "coreutils",
}

// Require fails the test when a program is missing.
func Require(t testing.TB, programs ...string) {
	t.Helper()
	for _, p := range programs {
		if _, err := exec.LookPath(p); err != nil {
			t.Fatalf("judge %s is not installed: apt-get install %s", p, packages[p])
		}
	}
}

// File writes data to a file of the test's own and returns its path.
func File(t testing.TB, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// patience is far above what any judge needs, LibreOffice's first start on a
// busy machine included.
const patience = 3 * time.Minute

// run calls a program and returns what it printed; another exit status than 0
// fails the test.
func run(t testing.TB, program string, args ...string) (stdout, stderr []byte) {
	t.Helper()
	Require(t, program)
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "TZ=UTC")
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s %q: %v\n%.2000s%.2000s", program, args, err, out.Bytes(), errs.Bytes())
	}
	return out.Bytes(), errs.Bytes()
}

// scratch makes a folder and removes it as well as it can: browsers and office
// programs may still be writing to theirs when they have returned.
func scratch(t testing.TB) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "judge")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

// mm turns PDF points into millimetres.
func mm(points float64) float64 { return points * 25.4 / 72 }
