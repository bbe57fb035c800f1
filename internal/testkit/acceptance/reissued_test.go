package acceptance

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hongtou/internal/testkit/judge"
)

// touched are the recipients that the amendment of 2020-11-25 touches, read off
// the published text: items 10, 12 and 14 and who answers for or supervises
// them. Item 6 stays with an open group.
var touched = []string{
	"凉州区", "民勤县", "古浪县", "天祝县", "市发展改革委", "市生态环境局", "市住建局", "市农业农村局",
	"市大气水土壤污染防治工作领导小组办公室",
}

// changedTasks are the tasks it touches.
var changedTasks = []string{"10", "12", "14"}

// TestOnlyTouchedDocumentsChange compares every document made for recipients
// with the build before the amendment.
func TestOnlyTouchedDocumentsChange(t *testing.T) {
	before := filepath.Join(t.TempDir(), "before")
	build(t, made.root, "--out", before, "--as-of", "2020-08-01")
	old := map[string]output{}
	for _, o := range manifest(t, before) {
		old[o.Path] = o
	}
	reissued := map[string]bool{}
	for _, o := range manifest(t, made.out) {
		if o.Unit == "" {
			continue
		}
		name := recipientOf(o)
		want := slices.Contains(touched, name) && (o.Item == "" || slices.Contains(changedTasks, o.Item))
		if differs := old[o.Path].SHA256 != o.SHA256; differs != want {
			t.Errorf("%s differs: %v, want %v", o.Path, differs, want)
		}
		if edition := map[bool]string{true: "2020-11-25", false: issuedOn}[want]; o.Edition != edition {
			t.Errorf("%s is of edition %s, want %s", o.Path, o.Edition, edition)
		}
		if want {
			reissued[name] = true
		}
	}
	if len(reissued) != len(touched) {
		t.Errorf("%d recipients get new documents, want %d", len(reissued), len(touched))
	}
	quiet := filepath.Join("wuwei-2020", "任务书", "市委组织部.pdf")
	if tree(t, made.out)[quiet] == "" || tree(t, made.out)[quiet] != tree(t, before)[quiet] {
		t.Errorf("%s is not the same file before and after", quiet)
	}
}

// recipientOf reads the recipient off the path, as people do: the file's name
// or its folder's.
func recipientOf(o output) string {
	parts := strings.Split(o.Path, "/")
	return strings.TrimSuffix(parts[2], filepath.Ext(parts[2]))
}

// TestReissueListNamesExactlyTheTouched reads the list in all formats: its part
// on new documents, its part on those that stay.
func TestReissueListNamesExactlyTheTouched(t *testing.T) {
	for _, format := range []string{"pdf", "html", "xlsx"} {
		paths := chosen(t, format, func(o output) (string, bool) { return o.Edition, o.Kind == "reissue" })
		if len(paths) != 1 {
			t.Fatalf("%d reissue lists as %s, want 1", len(paths), format)
		}
		open, anew, stay := reissueParts(t, format, paths["2020-11-25"])
		for name := range bookNames(t) {
			is := slices.Contains(touched, name)
			if strings.Contains(anew, fold(name)) != is || strings.Contains(stay, fold(name)) == is {
				t.Errorf("%s: %s is in the wrong part, or in none", format, name)
			}
		}
		if !strings.Contains(open, "第六项") {
			t.Errorf("%s: the list does not say that item 6 reaches nobody who is listed", format)
		}
	}
}

// reissueParts gives the folded text of the three parts of a reissue list.
func reissueParts(t *testing.T, format, path string) (open, anew, stay string) {
	t.Helper()
	if format == "xlsx" {
		for _, sheet := range judge.OfficeConvert(t, path, judge.AllSheets) {
			text := fold(strings.Join(cellsOf(t, []string{sheet}), ""))
			switch {
			case strings.Contains(sheet, "需人工确定"):
				open = text
			case strings.Contains(sheet, "须换发"):
				anew = text
			case strings.Contains(sheet, "继续有效"):
				stay = text
			}
		}
		return open, anew, stay
	}
	text := fold(judge.MuText(t, path))
	if format == "html" {
		text = fold(strings.Join(parsedParagraphs(t, path), ""))
	}
	text = text[max(strings.Index(text, "一、需人工确定"), 0):]
	open, text, found := strings.Cut(text, "二、须换发的单位")
	anew, stay, also := strings.Cut(text, "三、文书继续有效的单位")
	if !found || !also {
		t.Fatalf("%s: the parts of the list are not found", format)
	}
	return open, anew, stay
}

func bookNames(t *testing.T) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	for _, o := range manifest(t, made.out) {
		if o.Kind == "taskbook" {
			out[recipientOf(o)] = true
		}
	}
	return out
}
