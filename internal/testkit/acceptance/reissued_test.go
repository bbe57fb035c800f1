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

// TestReissueListNamesExactlyTheTouched reads the list in all formats: who is
// touched stands before the heading of those whose documents stay, the others
// after it.
func TestReissueListNamesExactlyTheTouched(t *testing.T) {
	for _, format := range []string{"pdf", "html", "xlsx"} {
		paths := chosen(t, format, func(o output) (string, bool) { return o.Edition, o.Kind == "reissue" })
		if len(paths) != 1 {
			t.Fatalf("%d reissue lists as %s, want 1", len(paths), format)
		}
		text := reading(t, format, paths)["2020-11-25"]
		if format == "pdf" { // it lies on its side
			text = fold(judge.MuText(t, paths["2020-11-25"]))
		}
		anew, stay, found := strings.Cut(text, "继续有效")
		if !found {
			t.Fatalf("%s: the list does not say 继续有效", format)
		}
		for name := range bookNames(t) {
			in, part := anew, "who gets new documents"
			if !slices.Contains(touched, name) {
				in, part = stay, "whose documents stay"
			}
			if !strings.Contains(in, fold(name)) {
				t.Errorf("%s: %s is not among those %s", format, name, part)
			}
		}
		if !strings.Contains(text, "需人工确定受文单位") || !strings.Contains(text, "第六项") {
			t.Errorf("%s: the list does not say that item 6 reaches nobody who is listed", format)
		}
	}
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
