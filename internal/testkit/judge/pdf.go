package judge

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// PDFText returns the text of pages first to last, from 1 (0, 0 = all), as
// poppler extracts it; pages end with a form feed. Options such as -raw or
// -layout are passed on.
func PDFText(t testing.TB, path string, first, last int, options ...string) string {
	t.Helper()
	args := append([]string{"-q", "-enc", "UTF-8"}, options...)
	if first > 0 {
		args = append(args, "-f", strconv.Itoa(first))
	}
	if last > 0 {
		args = append(args, "-l", strconv.Itoa(last))
	}
	out, _ := run(t, "pdftotext", append(args, path, "-")...)
	return string(out)
}

// MuText returns the text of all pages as MuPDF extracts it.
func MuText(t testing.TB, path string) string {
	t.Helper()
	out, _ := run(t, "mutool", "draw", "-q", "-F", "txt", path)
	return string(out)
}

// PDFInfo returns what poppler says about the document: Title, Pages …
// Dates are in UTC.
func PDFInfo(t testing.TB, path string) map[string]string {
	t.Helper()
	out, _ := run(t, "pdfinfo", "-isodates", path)
	info := map[string]string{}
	for line := range strings.Lines(string(out)) {
		if key, value, ok := strings.Cut(line, ":"); ok {
			info[key] = strings.TrimSpace(value)
		}
	}
	return info
}

// Font is one font of a PDF file.
type Font struct {
	Name, Type, Encoding        string
	Embedded, Subset, ToUnicode bool
}

// PDFFonts lists the fonts of a file.
func PDFFonts(t testing.TB, path string) []Font {
	t.Helper()
	out, _ := run(t, "pdffonts", path)
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	var fonts []Font
	for _, line := range lines[min(2, len(lines)):] { // after the head
		f := strings.Fields(line)
		n := len(f)
		if n < 8 {
			t.Fatalf("pdffonts: %q", line)
		}
		fonts = append(fonts, Font{ // counted from the right: the type has several words
			Name: f[0], Type: strings.Join(f[1:n-6], " "), Encoding: f[n-6],
			Embedded: f[n-5] == "yes", Subset: f[n-4] == "yes", ToUnicode: f[n-3] == "yes",
		})
	}
	return fonts
}

// clean are the lines that qpdf prints about a faultless file.
var clean = []string{"checking ", "PDF Version: ", "File is not encrypted", "File is not linearized",
	"No syntax or stream encoding errors found", "errors that qpdf cannot detect"}

// QPDFCheck fails the test if qpdf finds anything wrong with a file.
func QPDFCheck(t testing.TB, path string) {
	t.Helper()
	out, errs := run(t, "qpdf", "--check", path)
	for line := range strings.Lines(string(out) + string(errs)) {
		if !slices.ContainsFunc(clean, func(ok string) bool { return strings.HasPrefix(line, ok) }) {
			t.Errorf("qpdf: %s", line)
		}
	}
}

// MutoolCheck fails the test if MuPDF warns of anything while it reads all
// objects and draws all pages.
func MutoolCheck(t testing.TB, path string) {
	t.Helper()
	for _, args := range [][]string{{"draw", "-q", "-F", "txt", "-o", "/dev/null"}, {"info"}} {
		_, errs := run(t, "mutool", append(args, path)...)
		for line := range strings.Lines(string(errs)) {
			// Debian builds MuPDF without colour management and says so each time.
			if !strings.Contains(line, "ICC support is not available") {
				t.Errorf("mutool: %s", line)
			}
		}
	}
}

// Bookmark is an outline entry: its title, page from 1, whether it opens
// unfolded, and where it leads, as the operands after the page.
type Bookmark struct {
	Title string     `json:"title"`
	Page  int        `json:"destpageposfrom1"`
	Open  bool       `json:"open"`
	Dest  []any      `json:"dest"`
	Kids  []Bookmark `json:"kids"`
}

// PDFOutline reads the outline as qpdf understands it.
func PDFOutline(t testing.TB, path string) []Bookmark {
	t.Helper()
	out, _ := run(t, "qpdf", "--json", "--json-key=outlines", path)
	var file struct {
		Outlines []Bookmark `json:"outlines"`
	}
	if err := json.Unmarshal(out, &file); err != nil {
		t.Fatalf("qpdf --json: %v", err)
	}
	return file.Outlines
}

// PDFLabels returns the page labels as qpdf reads them, in ranges: each with
// the index of its first page and the label dictionary.
func PDFLabels(t testing.TB, path string) []Label {
	t.Helper()
	out, _ := run(t, "qpdf", "--json", "--json-key=pagelabels", path)
	var file struct {
		Labels []Label `json:"pagelabels"`
	}
	if err := json.Unmarshal(out, &file); err != nil {
		t.Fatalf("qpdf --json: %v", err)
	}
	return file.Labels
}

// Label is a range of page labels; First counts from 0.
type Label struct {
	First int            `json:"index"`
	Label map[string]any `json:"label"`
}
