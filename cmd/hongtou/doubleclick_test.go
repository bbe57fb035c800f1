package main

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

func TestDoubleClick(t *testing.T) {
	for _, c := range []struct {
		name       string
		args       []string
		byExplorer bool
		content    bool
		code, runs int
		says       []string
	}{
		{"typed", nil, false, true, 7, 1, nil},
		{"double-click without content", nil, true, false, 0, 0, []string{"双击只显示这段说明", "没有 content 文件夹", "hongtou import", "按回车键关闭"}},
		{"double-click beside content", nil, true, true, 0, 0, []string{"里有 content 文件夹", "hongtou build", "按回车键关闭"}},
		{"file dropped", []string{"a.pdf"}, true, true, 7, 1, []string{"按回车键关闭"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			if c.content {
				if err := os.Mkdir("content", 0o755); err != nil {
					t.Fatal(err)
				}
			}
			cobra.MousetrapHelpText = "English"
			var out bytes.Buffer
			key := strings.NewReader("\r\nrest")
			runs := 0
			code := start(c.args, c.byExplorer, key, &out, func() int { runs++; return 7 })
			if code != c.code || runs != c.runs {
				t.Errorf("code %d after %d runs, want %d after %d", code, runs, c.code, c.runs)
			}
			if cobra.MousetrapHelpText != "" {
				t.Error("cobra would speak instead of us")
			}
			if waited := key.Len() < len("\r\nrest"); waited != c.byExplorer {
				t.Errorf("waited for a key: %t", waited)
			}
			if !c.byExplorer && out.Len() > 0 {
				t.Errorf("says %q", out.String())
			}
			for _, s := range c.says {
				if !strings.Contains(out.String(), s) {
					t.Errorf("does not say %q:\n%s", s, out.String())
				}
			}
			nothingMade(t, c.content)
		})
	}
}

func nothingMade(t *testing.T, content bool) {
	t.Helper()
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != "content" || !content {
			t.Errorf("made %s", e.Name())
		}
	}
}

// TestExplanationFits holds the text to a window of 100 columns.
func TestExplanationFits(t *testing.T) {
	for _, ready := range []bool{false, true} {
		for line := range strings.Lines(explanation(ready)) {
			if n := columns(strings.TrimSuffix(line, "\n")); n > 100 {
				t.Errorf("%d columns: %s", n, line)
			}
		}
	}
}

// TestNoKeyboard: a window without a keyboard does not hold the program.
func TestNoKeyboard(t *testing.T) {
	if code := start(nil, true, failing{}, &bytes.Buffer{}, func() int { return 1 }); code != 0 {
		t.Errorf("code %d", code)
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("no console") }
