package check

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
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

func rulesText() string {
	var b strings.Builder
	b.WriteString("# 检查规则\n\n`hongtou check` 读懂内容之后逐条核对的规则；读不懂的写法见 [content.md](content.md)。本页由规则表生成。\n\n| 代号 | 级别 | 报告什么 |\n|---|---|---|\n")
	for _, r := range Rules() {
		level := r.Severity.Chinese()
		if r.Off {
			level += "（默认关闭）"
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", r.Code, level, r.Doc)
	}
	return b.String()
}
