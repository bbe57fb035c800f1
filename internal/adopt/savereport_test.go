package adopt

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestReportReplacesNothingElse(t *testing.T) {
	dir := t.TempDir()
	at := func(name, text string) string {
		p := filepath.Join(dir, name)
		if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return p
	}
	source, other := at("方案.txt", "甲市整改方案"), at("底稿.txt", "别人的文件")
	alias := filepath.Join(dir, "又名.txt")
	if err := os.Link(source, alias); err != nil {
		t.Fatal(err)
	}
	for file, words := range map[string]string{source: "就是要导入的文件", alias: "就是要导入的文件", other: "不是导入报告"} {
		before, _ := os.ReadFile(file)
		err := SaveReport(filepath.Join(dir, "content"), file, []string{source}, []byte("报告"))
		if err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("%s: %v", file, err)
		}
		if after, _ := os.ReadFile(file); string(after) != string(before) {
			t.Errorf("%s was overwritten", file)
		}
	}
	report := filepath.Join(dir, "报告.txt")
	for _, text := range []string{"第一次", "第二次"} {
		if err := SaveReport(filepath.Join(dir, "content"), report, []string{source}, []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if data, _ := os.ReadFile(report); !strings.HasSuffix(string(data), "第二次") {
		t.Errorf("report is %q", data)
	}
}

func TestNamesWindowsKeeps(t *testing.T) {
	for _, name := range []string{"com1", "com2", "com9", "lpt9", "nul", "units", "-a", "..", "A", ""} {
		if proper(name) {
			t.Errorf("%q is no name of a folder", name)
		}
	}
	for _, name := range []string{"com0", "com10", "lpt", "jia-shi-2021"} {
		if !proper(name) {
			t.Errorf("%q is a name", name)
		}
	}
}
