package conformity_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"hongtou/internal/norm"
	"hongtou/internal/testkit/conformity"
)

// TestNothingIsSilentlyMissing: every clause of the standard is measured, or its
// reason for not being measured is given; and no other clause is invented.
func TestNothingIsSilentlyMissing(t *testing.T) {
	known := map[string]bool{norm.Own: true}
	for _, id := range norm.IDs {
		known[id] = true
	}
	covered := map[string]bool{}
	names := map[string]bool{}
	for _, c := range norm.Clauses() {
		covered[c.ID] = true
		if !known[c.ID] || names[c.Name()] || c.Requirement == "" {
			t.Errorf("%s is unknown, there twice or without words", c.Name())
		}
		names[c.Name()] = true
	}
	for _, g := range norm.Gaps() {
		covered[g.ID] = true
		if !known[g.ID] || g.What == "" || g.Why == "" {
			t.Errorf("%+v is unknown or without reason", g)
		}
	}
	for _, id := range norm.IDs {
		if !covered[id] {
			t.Errorf("clause %s is neither measured nor excused", id)
		}
	}
}

// TestSharesNothingWithWhatItMeasures: the suite imports nothing of ours but those
// who measure, and who has the program compiled.
func TestSharesNothingWithWhatItMeasures(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{join .Deps "\n"}}{{"\n"}}{{join .TestImports "\n"}}{{"\n"}}{{join .XTestImports "\n"}}`, ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	if len(strings.Fields(string(out))) < 10 {
		t.Fatalf("go list says only %q", out)
	}
	may := []string{"hongtou/internal/testkit/judge", "hongtou/internal/testkit/executable", "hongtou/internal/testkit/conformity", "hongtou/internal/printout", "hongtou/internal/elements", "hongtou/internal/norm", "hongtou/internal/gbt9704"}
	for _, imp := range strings.Fields(string(out)) {
		if strings.HasPrefix(imp, "hongtou") && !slices.Contains(may, imp) {
			t.Errorf("imports %s", imp)
		}
	}
}

// onlyPlanted are clauses whose element none of our documents has.
var onlyPlanted = []string{
	"10.1 份号等",                                              // no letter is secret or urgent
	"10.2 标志", "10.2 标志字体", "10.2 令号", "10.2 正文", "10.2 签发", // we make no orders
	"10.3 标志", "10.3 标志字体", "10.3 名单位置", "10.3 名单字体", // and no minutes
}

// heading of a document in the report.
var heading = regexp.MustCompile(`(?m)^## `)

// TestReport writes docs/conformity.md when asked to, and otherwise
// checks that the committed one shows every clause.
func TestReport(t *testing.T) {
	path := filepath.Join("..", "..", "..", "docs", "conformity.md")
	if *update {
		rows := slices.Concat(conformity.Survey(t, samples(t, realCase)), conformity.Survey(t, samples(t, elements)))
		var b strings.Builder
		b.WriteString(preface)
		conformity.Markdown(&b, rows)
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; write it with -update", err)
	}
	if n := len(heading.FindAll(data, -1)); n < 10 {
		t.Errorf("%d tables", n)
	}
	for _, c := range norm.Clauses() {
		row, listed := strings.Contains(string(data), "| "+c.Name()+" | "), strings.Contains(string(data), "\n- "+c.Name()+"\n")
		if want := slices.Contains(onlyPlanted, c.Name()); row == want || listed != want {
			t.Errorf("%s: measured in a document %v, listed as missing %v", c.Name(), row, listed)
		}
	}
}

const preface = `# 成品与GB/T 9704—2012逐条对照

本页由 ` + "`go test ./internal/testkit/conformity -run TestReport -update`" + ` 生成，数字都是从成品PDF量出的：poppler和MuPDF读出字位、线条、图片，poppler栅格化后量墨迹。测量程序与排版程序没有共同的代码；每一条都有一个故意做错的样页证明它能判“不合”。

真实案例每个文种量一份，要素样张的公文和信函全部量。没有出现的要素不列。

`
