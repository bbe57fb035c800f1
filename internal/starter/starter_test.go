package starter

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

func TestMerge(t *testing.T) {
	const own = "units:\n  # 说明\n  - id: jia\n    name: 甲县\n    kind: county\n  - id: yi\n    name: 乙县\n    kind: county\npeople:\n  - name: 张三\n    leader: true\n    basis: 分工\n"
	for _, c := range []struct{ name, register, want, added string }{
		{"nothing there", "", "units:\n  - id: jia\n    name: 甲县\n    kind: county\n  - id: yi\n    name: 乙县\n    kind: county\npeople:\n  - name: 张三\n    leader: true\n    basis: 分工\n", "甲县 乙县 张三"},
		{"by id", "units:\n  - id: jia # 旧的\n    name: 甲县政府\n    kind: county\npeople:\n  - name: 张三\n    leader: true\n    basis: x\n",
			"units:\n  - id: yi\n    name: 乙县\n    kind: county\n  - id: jia # 旧的\n    name: 甲县政府\n    kind: county\npeople:\n  - name: 张三\n    leader: true\n    basis: x\n", "乙县"},
		{"another indent", "units:\n- id: jia\n  name: 甲县\n  kind: county\npeople:\n- name: 张三\n  leader: true\n  basis: x",
			"units:\n- id: yi\n  name: 乙县\n  kind: county\n- id: jia\n  name: 甲县\n  kind: county\npeople:\n- name: 张三\n  leader: true\n  basis: x\n", "乙县"},
		{"a longer name is another", "units:\n  - id: jia-xian\n    name: 甲县政府\n    kind: county\n  - {id: yi, name: 乙县, kind: county}\npeople:\n  - name: 张三\n    leader: true\n    basis: x\n",
			"units:\n  - id: jia\n    name: 甲县\n    kind: county\n  - id: jia-xian\n    name: 甲县政府\n    kind: county\n  - {id: yi, name: 乙县, kind: county}\npeople:\n  - name: 张三\n    leader: true\n    basis: x\n", "甲县"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, added, ok := Merge(c.register, own)
			if !ok || got != c.want || strings.Join(added, " ") != c.added {
				t.Errorf("%v %q\n%s\nwant\n%s", ok, added, got, c.want)
			}
		})
	}
	if _, _, ok := Merge("units: []\n", own); ok {
		t.Error("merged into a list in brackets")
	}
}

func TestPlace(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "content")
	placed, err := Place(dir, "one", Skeleton())
	if err != nil || len(placed.Files) != 6 {
		t.Fatal(placed, err)
	}
	before := tree(t, dir)
	for _, name := range []string{"one", "甲", "../x", "", "CON.", strings.Repeat("a", 41)} {
		if _, err := Place(dir, name, Skeleton()); err == nil {
			t.Errorf("placed as %q", name)
		}
	}
	if after := tree(t, dir); after != before {
		t.Errorf("a refused dossier left\n%s\nwas\n%s", after, before)
	}
	if placed, err = Place(dir, "two", Skeleton()); err != nil || len(placed.Added) > 0 || len(placed.Files) != 5 {
		t.Errorf("%+v %v", placed, err)
	}
}

// tree lists all files with their bytes.
func tree(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := fs.WalkDir(os.DirFS(dir), ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, p))
		b.WriteString(p + "\n" + string(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestRectificationIsTheManuals: the sample is the example of the manual, which
// is read by a test of its own.
func TestRectificationIsTheManuals(t *testing.T) {
	manual, err := os.ReadFile("../../docs/content.md")
	if err != nil {
		t.Fatal(err)
	}
	sample, _ := Like("整改方案")
	for _, m := range regexp.MustCompile("(?ms)^```(?:yaml|markdown) full/(\\S+)\n(.*?)^```$").FindAllStringSubmatch(string(manual), -1) {
		got, ok := sample.Dossier[strings.TrimPrefix(m[1], "plan1/")]
		if m[1] == "units.yaml" {
			got, ok = sample.Units, true
		}
		if m[1] != "site.yaml" && (!ok || string(got) != m[2]) {
			t.Errorf("%s differs from the manual", m[1])
		}
	}
}

// TestSkeletonNamesEveryKey: whoever has the skeleton needs no manual to know
// what can be written.
func TestSkeletonNamesEveryKey(t *testing.T) {
	data, err := os.ReadFile("../load/shapes.go")
	if err != nil {
		t.Fatal(err)
	}
	shapes, _, _ := strings.Cut(string(data), "// siteFile is")
	text := string(Skeleton().Units) + string(Skeleton().Dossier["dossier.yaml"])
	for _, m := range regexp.MustCompile(`yaml:"([a-z_]+)`).FindAllStringSubmatch(shapes, -1) {
		if !strings.Contains(text, m[1]+":") && !strings.Contains(text, "  "+m[1]+" ") {
			t.Errorf("the skeleton does not explain %s", m[1])
		}
	}
}
