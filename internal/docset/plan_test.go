package docset

import (
	"slices"
	"strings"
	"testing"

	"hongtou/internal/amend"
	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

func day(y, m, d int) dossier.Date { return dossier.Date{Year: y, Month: m, Day: d} }

func neutral() *dossier.Dossier {
	d := &dossier.Dossier{ID: "jia-2021"}
	d.Notice.Date = day(2021, 3, 4)
	for i, on := range []dossier.Date{day(2021, 6, 7), day(2021, 6, 7), day(2022, 1, 2)} {
		a := dossier.Amendment{Serial: 1}
		if i == 1 {
			a.Serial = 2
		}
		a.Date = on
		d.Amendments = append(d.Amendments, a)
	}
	return d
}

func plan(d *dossier.Dossier, asOf string) ([]Document, diag.List) {
	editions, _ := amend.Editions(d)
	return Plan(editions, asOf)
}

func paths(docs []Document) []string {
	var out []string
	for _, d := range docs {
		for _, f := range d.Files {
			out = append(out, string(d.Kind)+" "+d.Edition+" "+f.Path)
		}
	}
	return out
}

func TestPlanNamesEveryFile(t *testing.T) {
	docs, problems := plan(neutral(), "")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	want := []string{
		"notice 2021-03-04 jia-2021/印发通知.pdf",
		"notice 2021-03-04 jia-2021/印发通知.html",
		"annex 2021-03-04 jia-2021/整改措施清单（2021-03-04）.pdf",
		"annex 2021-03-04 jia-2021/整改措施清单（2021-03-04）.html",
		"annex 2021-03-04 jia-2021/整改措施清单（2021-03-04）.xlsx",
		"amendment 2021-06-07 jia-2021/修改通知（2021-06-07）.pdf",
		"amendment 2021-06-07 jia-2021/修改通知（2021-06-07）.html",
		"amendment 2021-06-07 jia-2021/修改通知（2021-06-07-2）.pdf",
		"amendment 2021-06-07 jia-2021/修改通知（2021-06-07-2）.html",
		"amendment 2022-01-02 jia-2021/修改通知（2022-01-02）.pdf",
		"amendment 2022-01-02 jia-2021/修改通知（2022-01-02）.html",
	}
	if got := paths(docs); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestPlanAsOf(t *testing.T) {
	for asOf, want := range map[string]int{"": 5, "2021-03-03": 0, "2021-03-04": 2, "2021-06-06": 2, "2021-06-07": 4, "2022-01-02": 5} {
		if docs, _ := plan(neutral(), asOf); len(docs) != want {
			t.Errorf("as of %q: %d documents, want %d", asOf, len(docs), want)
		}
	}
}

func TestPlannedAmendmentIsTheOneOfItsName(t *testing.T) {
	d := neutral()
	docs, _ := plan(d, "")
	for i, doc := range docs[2:] {
		if doc.Amendment != &d.Amendments[i] {
			t.Errorf("document %s prints another amendment", doc.Files[0].Path)
		}
	}
}

func TestMissingDateIsReported(t *testing.T) {
	d := neutral()
	d.Amendments[0].Date = dossier.Date{}
	docs, problems := plan(d, "")
	if len(problems) != 1 || problems[0].Code != "missing-date" || !problems.HasErrors() {
		t.Errorf("problems %v", problems)
	}
	if len(docs) != 4 {
		t.Errorf("%d documents", len(docs))
	}
	d.Unread.Dates = true
	if again, problems := plan(d, ""); len(problems) > 0 || len(again) != len(docs) {
		t.Errorf("a date that could not be read has been reported: %v", problems)
	}
}

func document(path string) Document {
	return Document{Dossier: &dossier.Dossier{}, Files: []File{{PDF, path}}}
}

func TestCheckNamesRefuses(t *testing.T) {
	for _, path := range []string{
		"", "a//b", "../a.pdf", "a/../b", "./a", "/a", "CON/a", "a/nul.pdf", "com1.pdf", "LPT9", "lpt².x", "Aux .x",
		"a.", "a /b", " a", "a:b", "a?b", "a*b", `a\b`, "a|b", "a<b", "a>b", `a"b`, "a\x00b", "a\nb", "a\u202eb", "a\u200bb",
		"a\xffb", strings.Repeat("长", 121), strings.Repeat("长", 81), strings.Repeat("a", 241), strings.Repeat("a", 121),
	} {
		problems := CheckNames([]Document{document(path)})
		if len(problems) != 1 || problems[0].Code != "bad-path" || problems[0].Severity != diag.Error {
			t.Errorf("%q: %v", path, problems)
		}
	}
}

func TestCheckNamesAccepts(t *testing.T) {
	for _, path := range []string{
		"甲-2021/印发通知.pdf", "a/整改措施清单（2021-03-04）.xlsx", "console/a", "com/a", "com10", "a b.pdf", "a.b.c",
		strings.Repeat("长", 80), strings.Repeat("a", 120),
	} {
		if problems := CheckNames([]Document{document(path)}); len(problems) != 0 {
			t.Errorf("%q: %v", path, problems)
		}
	}
}

func TestCheckNamesCollisions(t *testing.T) {
	for _, pair := range [][2]string{
		{"a/b.pdf", "a/b.pdf"}, {"A/b.pdf", "a/B.PDF"}, {"caf\u00e9", "cafe\u0301"}, {"CAF\u00c9", "cafe\u0301"}, {"straße", "STRASSE"},
	} {
		problems := CheckNames([]Document{document(pair[0]), document(pair[1])})
		if len(problems) != 1 || problems[0].Code != "path-collision" {
			t.Errorf("%q and %q: %v", pair[0], pair[1], problems)
		}
	}
	if problems := CheckNames([]Document{document("a/b"), document("a/c")}); len(problems) != 0 {
		t.Error(problems)
	}
}

// TestCheckNamesFolders: where one file lies, another needs no folder.
func TestCheckNamesFolders(t *testing.T) {
	docs := []Document{document("a/甲县.xlsx/02.pdf"), document("a/b.pdf"), document("A/甲县.XLSX")}
	problems := CheckNames(docs)
	if len(problems) != 1 || problems[0].Code != "path-collision" || !strings.Contains(problems[0].Message, "“a/甲县.xlsx/02.pdf”不可用：“A/甲县.XLSX”既是文件") {
		t.Errorf("%v", problems)
	}
}

// TestNamesOfUnits: a unit's name is one component of a path, and a problem
// with it stands in the register.
func TestNamesOfUnits(t *testing.T) {
	for _, c := range []struct{ name, other, code, want string }{
		{"乙/县", "", "bad-path", "“乙/县”不可用：单位名称中有“/”"},
		{"..", "", "bad-path", "会离开输出文件夹"},
		{"乙?县", "", "bad-path", "不能用于文件名"},
		{"甲县.xlsx", "", "path-collision", "“jia/销号验收/甲县.xlsx”既是文件"},
		{"甲县A", "甲县a", "path-collision", "重名"},
	} {
		d := handingOut()
		d.Register.Units[1].Name = dossier.Text{Value: c.name, At: diag.Position{File: "units.yaml", Line: 7, Column: 3}}
		if c.other != "" {
			d.Register.Units[0].Name.Value = c.other
			d.Register.Units[0].Aliases = []dossier.Text{text("甲县")}
		}
		_, problems := plan(d, "")
		i := slices.IndexFunc(problems, func(p diag.Diagnostic) bool { return p.Code == c.code && strings.Contains(p.Message, c.want) })
		if i < 0 || problems[i].At.Line != 7 || problems[i].Severity != diag.Error {
			t.Errorf("%s: %v", c.name, problems)
		}
	}
}

func TestHostileDossierNameIsReported(t *testing.T) {
	d := neutral()
	d.ID = ".."
	if _, problems := plan(d, ""); !problems.HasErrors() {
		t.Error("path escape was accepted")
	}
}

// TestCheckNamesOfOurs: a dossier must not lie where the program's own files do.
func TestCheckNamesOfOurs(t *testing.T) {
	docs := []Document{document("Manifest.JSON/a.pdf"), document("Manifest.JSON/b.pdf"), document("a/manifest.json"), document(".hongtou-staging/a.pdf")}
	for i := range docs {
		docs[i].Dossier.Name.At = diag.Position{File: "dossier.yaml", Line: i + 1}
	}
	problems := CheckNames(docs)
	if len(problems) != 2 || problems[0].Code != "path-collision" || problems[0].At.Line != 1 || problems[1].At.Line != 4 {
		t.Errorf("%v", problems)
	}
}
