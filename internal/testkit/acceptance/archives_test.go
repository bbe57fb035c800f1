package acceptance

import (
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"hongtou/internal/testkit/judge"
)

// TestArchivesHoldWhatTheirRecipientsGet lets two programs unpack every
// archive, and compares what is in it with what lies beside it for the same
// recipient: everything but the forms' pages for the screen.
func TestArchivesHoldWhatTheirRecipientsGet(t *testing.T) {
	outputs := manifest(t, made.out)
	sums := tree(t, made.out)
	archives := 0
	for _, o := range outputs {
		if o.Format != "zip" {
			continue
		}
		archives++
		file := filepath.Join(made.out, filepath.FromSlash(o.Path))
		dir := judge.Unzip(t, file)
		held := tree(t, dir)
		if other := tree(t, judge.PythonUnzip(t, file)); !maps.Equal(held, other) {
			t.Errorf("%s: two programs see different files", o.Path)
		}
		folder := strings.TrimSuffix(path.Base(o.Path), ".zip")
		judge.SHA256Check(t, filepath.Join(dir, folder), "校验和.txt")
		var want []string
		for _, p := range outputs {
			if p.Unit == o.Unit && p.Format != "zip" && (p.Item == "" || p.Format != "html") {
				want = append(want, sums[filepath.FromSlash(p.Path)])
			}
		}
		delete(held, filepath.Join(folder, "校验和.txt"))
		delete(held, filepath.Join(folder, "说明.txt"))
		got := slices.Sorted(maps.Values(held))
		slices.Sort(want)
		if !slices.Equal(got, want) || len(want) < 4 {
			t.Errorf("%s holds %d files, its recipient has %d", o.Path, len(got), len(want))
		}
	}
	if archives != len(unitsOf(outputs)) || archives < 10 {
		t.Errorf("%d archives for %d recipients", archives, len(unitsOf(outputs)))
	}
}

// TestFormsInArchivesAreNamedAsPrinted: who unpacks an archive looks for 第七项,
// not for the ID of a file.
func TestFormsInArchivesAreNamedAsPrinted(t *testing.T) {
	asPrinted := regexp.MustCompile(`/销号验收/第[一二三四五六七八九十]+项(（[一二三四五六七八九十]+）)?\.pdf$`)
	forms, kinds := 0, map[bool]int{}
	for _, o := range manifest(t, made.out) {
		if o.Format == "pdf" && o.Item != "" {
			forms++
		}
		if o.Format != "zip" {
			continue
		}
		for name := range tree(t, judge.Unzip(t, filepath.Join(made.out, filepath.FromSlash(o.Path)))) {
			if strings.Contains(filepath.ToSlash(name), "/销号验收/") {
				kinds[asPrinted.MatchString(filepath.ToSlash(name))]++
			}
		}
	}
	if kinds[true] != forms || kinds[false] > 0 || forms == 0 {
		t.Errorf("%d forms; in archives %d named as printed, %d otherwise", forms, kinds[true], kinds[false])
	}
}

// TestNotesNameEveryFile reads every archive's note as its recipient does.
func TestNotesNameEveryFile(t *testing.T) {
	for _, o := range manifest(t, made.out) {
		if o.Format != "zip" {
			continue
		}
		dir := judge.Unzip(t, filepath.Join(made.out, filepath.FromSlash(o.Path)))
		folder := filepath.Join(dir, strings.TrimSuffix(path.Base(o.Path), ".zip"))
		note, err := os.ReadFile(filepath.Join(folder, "说明.txt"))
		if err != nil {
			t.Fatal(err)
		}
		for name := range tree(t, folder) {
			if name != "说明.txt" && !strings.Contains(string(note), filepath.ToSlash(name)) {
				t.Errorf("%s: the note does not name %s", o.Path, name)
			}
		}
	}
}

func unitsOf(outputs []output) map[string]bool {
	units := map[string]bool{}
	for _, o := range outputs {
		if o.Unit != "" {
			units[o.Unit] = true
		}
	}
	return units
}
