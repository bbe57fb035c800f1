package check

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"hongtou/internal/diag"
	"hongtou/internal/load"
	"hongtou/internal/source"
)

var update = flag.Bool("update", false, "write the page of rules anew")

const rulesPage = "../../docs/checks.md"

// TestRulesPageIsTrue keeps docs/checks.md equal to the table of rules.
func TestRulesPageIsTrue(t *testing.T) {
	want := rulesText()
	if *update {
		if err := os.WriteFile(rulesPage, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(rulesPage)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Error("docs/checks.md is not what the rules say; run go test ./internal/check -run RulesPage -update")
	}
}

const rulesIntro = `# 检查规则

` + "`hongtou check`" + `读懂内容之后，按下面的规则逐条核对。写法不对、程序读不懂的，代号在[内容手册第十章](content.md#十报错了怎么办)。

错误：不改就不生成。警告：多半是写错了，仍会生成。建议：文字风格，或原文本来如此，改不改由你定。

本页由规则表生成（` + "`go test ./internal/check -run RulesPage -update`" + `），不要手改。

| 代号 | 级别 | 报告什么 | 例（写错的样子） | 怎么改 |
|---|---|---|---|---|
`

func rulesText() string {
	var b strings.Builder
	b.WriteString(rulesIntro)
	for _, r := range Rules() {
		level := r.Severity.Chinese()
		if r.Off {
			level += "（默认关闭）"
		}
		cells := []string{r.Doc, r.Example, r.Fix}
		for i, c := range cells {
			cells[i] = strings.NewReplacer("|", "\\|", "*", "\\*").Replace(c)
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", r.Code, level, strings.Join(cells, " | "))
	}
	return b.String()
}

func TestEveryRuleHasARemedy(t *testing.T) {
	for _, r := range Rules() {
		if r.Example == "" || r.Fix == "" {
			t.Errorf("%s: no example or no remedy in remedies.go", r.Code)
		}
	}
	if len(remedies) != len(rules) {
		t.Errorf("%d remedies for %d rules", len(remedies), len(rules))
	}
}

// TestManualExamplesAreRight: what docs/content.md tells people to copy has no
// errors and no warnings.
func TestManualExamplesAreRight(t *testing.T) {
	page, err := os.ReadFile("../../docs/content.md")
	if err != nil {
		t.Fatal(err)
	}
	trees := map[string]fstest.MapFS{}
	for _, m := range regexp.MustCompile("(?ms)^```(?:yaml|markdown) ([^/\\s]+)/(\\S+)\n(.*?)^```$").FindAllStringSubmatch(string(page), -1) {
		if trees[m[1]] == nil {
			trees[m[1]] = fstest.MapFS{}
		}
		trees[m[1]][m[2]] = &fstest.MapFile{Data: []byte(m[3])}
	}
	if len(trees) != 2 {
		t.Errorf("%d examples", len(trees))
	}
	for name, fsys := range trees {
		files, list := source.Read(fsys, "content", source.DefaultLimits)
		dossiers, problems := load.Load(files)
		list.Add(problems...)
		list.Add(Check(dossiers, Options{})...)
		if list.Count(diag.Error) > 0 || list.Count(diag.Warning) > 0 {
			t.Errorf("%s:\n%s", name, show(files, list.Sorted()))
		}
	}
}
