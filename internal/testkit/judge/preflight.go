package judge

import (
	_ "embed"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// pdfBoxProgram asks Apache PDFBox about PDF files.
//
//go:embed testdata/PDFBox.java
var pdfBoxProgram []byte

// pdfBoxJars are Debian's, in its folder for them.
var pdfBoxJars = []string{"preflight", "pdfbox2", "pdfbox2-tools", "xmpbox", "fontbox2", "commons-logging", "commons-io", "jaxb-api", "javax.activation"}

const (
	jarFolder      = "/usr/share/java"
	pdfBoxPackages = "libpdfbox2-java libjaxb-api-java libactivation-java libcommons-io-java"
)

// portion is how many files one virtual machine reads, so that its time is
// bounded on a busy machine too.
const portion = 50

// pdfBox lets a virtual machine read many files and returns the lines it
// prints about each.
func pdfBox(t testing.TB, question string, paths []string) map[string][]string {
	t.Helper()
	Require(t, "java", "javac") // the program is compiled on the way
	var jars []string
	for _, name := range pdfBoxJars {
		jar := filepath.Join(jarFolder, name+".jar")
		if _, err := os.Stat(jar); err != nil {
			t.Fatalf("judge PDFBox is not installed: apt-get install %s", pdfBoxPackages)
		}
		jars = append(jars, jar)
	}
	program := File(t, "PDFBox.java", pdfBoxProgram)
	args := []string{"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true",
		"-cp", strings.Join(jars, string(filepath.ListSeparator)), program, question}
	lines := map[string][]string{}
	for some := range slices.Chunk(paths, portion) {
		out, _ := run(t, "java", slices.Concat(args, some)...)
		collect(lines, string(out))
	}
	for _, p := range paths {
		if lines[p] == nil {
			t.Fatalf("PDFBox says nothing of %s", p)
		}
	}
	return lines
}

// collect sorts what was printed by file.
func collect(lines map[string][]string, out string) {
	path := ""
	for line := range strings.Lines(out) {
		line = strings.TrimSuffix(line, "\n")
		if file, ok := strings.CutPrefix(line, "= "); ok {
			path = file
			lines[path] = []string{}
			continue
		}
		lines[path] = append(lines[path], line)
	}
}

// Preflight returns what violates PDF/A-1b (ISO 19005-1) in each file, as
// PDFBox Preflight finds it: a line for each kind of violation.
func Preflight(t testing.TB, paths ...string) map[string][]string {
	t.Helper()
	return pdfBox(t, "preflight", paths)
}

// Untagged returns the pages of each file that paint something outside of
// marked content (ISO 32000-1, 14.8.2), or whose sequences are nested, cut text
// objects or are neither artifacts nor numbered.
func Untagged(t testing.TB, paths ...string) map[string][]string {
	t.Helper()
	return pdfBox(t, "untagged", paths)
}

// ClaimsPDFA tells whether the metadata of a file claim PDF/A-1b.
func ClaimsPDFA(t testing.TB, path string) bool {
	t.Helper()
	out, _ := run(t, "pdfinfo", "-meta", path)
	s := string(out)
	return strings.Contains(s, "<pdfaid:part>1</pdfaid:part>") && strings.Contains(s, "<pdfaid:conformance>B</pdfaid:conformance>")
}
