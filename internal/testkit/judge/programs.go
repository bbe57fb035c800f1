package judge

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
)

// browser calls headless Chromium with a profile of its own on a local file.
func browser(t testing.TB, html string, options ...string) []byte {
	t.Helper()
	path, err := filepath.Abs(html)
	if err != nil {
		t.Fatal(err)
	}
	args := []string{
		"--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync",
		"--disable-dev-shm-usage", "--hide-scrollbars", "--virtual-time-budget=10000",
		"--user-data-dir=" + scratch(t),
	}
	file := url.URL{Scheme: "file", Path: path}
	out, _ := run(t, "chromium", append(append(args, options...), file.String())...)
	return out
}

// HTMLToPDF prints an HTML file as a user would from the browser and returns
// the path of the PDF.
func HTMLToPDF(t testing.TB, html string) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "print.pdf")
	browser(t, html, "--no-pdf-header-footer", "--print-to-pdf="+out)
	mustExist(t, "chromium", out)
	return out
}

// HTMLDOM returns the document tree of an HTML file after loading, serialised.
func HTMLDOM(t testing.TB, html string) string {
	t.Helper()
	return string(browser(t, html, "--dump-dom"))
}

// HTMLScreenshot shows an HTML file in a window of the given size and returns
// the path of the PNG.
func HTMLScreenshot(t testing.TB, html string, width, height int) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "screen.png")
	browser(t, html, "--screenshot="+out, "--window-size="+strconv.Itoa(width)+","+strconv.Itoa(height))
	mustExist(t, "chromium", out)
	return out
}

// AllSheets is the conversion filter that writes every sheet of a workbook to
// a CSV file of its own, UTF-8, all cells as they are shown.
const AllSheets = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"

// OfficeConvert opens a file in LibreOffice and saves it in another format:
// pdf, xlsx, or a filter such as AllSheets. It returns the files written,
// sorted by name.
func OfficeConvert(t testing.TB, path, to string) []string {
	t.Helper()
	out := t.TempDir()
	profile := url.URL{Scheme: "file", Path: scratch(t)}
	run(t, "soffice", "--headless", "--norestore", "-env:UserInstallation="+profile.String(),
		"--convert-to", to, "--outdir", out, path)
	files, err := filepath.Glob(filepath.Join(out, "*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("soffice made nothing of %s: %v", path, err)
	}
	slices.Sort(files)
	return files
}

// OfficeConvertAll converts many files in one go and returns what was written
// for each, sorted by name.
func OfficeConvertAll(t testing.TB, paths []string, to string) [][]string {
	t.Helper()
	in, out := t.TempDir(), t.TempDir()
	args := []string{
		"--headless", "--norestore", "-env:UserInstallation=" + (&url.URL{Scheme: "file", Path: scratch(t)}).String(),
		"--convert-to", to, "--outdir", out,
	}
	for i, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		copied := filepath.Join(in, fmt.Sprintf("%04d", i)+filepath.Ext(path)) // names of the originals may be the same
		if err := os.WriteFile(copied, data, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, copied)
	}
	run(t, "soffice", args...)
	written := make([][]string, len(paths))
	for i := range paths {
		files, err := filepath.Glob(filepath.Join(out, fmt.Sprintf("%04d*", i)))
		if err != nil || len(files) == 0 {
			t.Fatalf("soffice made nothing of %s: %v", paths[i], err)
		}
		slices.Sort(files)
		written[i] = files
	}
	return written
}

func mustExist(t testing.TB, program, path string) {
	t.Helper()
	if _, err := os.Stat(path); err != nil {
		t.Fatalf("%s wrote no file: %v", program, err)
	}
}
