package exchange

import (
	"fmt"
	"strings"

	"hongtou/internal/dossier"
)

// short edits the short title, a value of YAML: plain or quoted, perhaps with
// a comment behind it. An item without one gets it, above everything else.
func (e *editor) short(c Change) error {
	words := strings.Join(c.New, "")
	if len(c.Old) == 0 {
		return e.addShort(words)
	}
	n := c.Old[0].At.Line
	if n < 1 || n > len(e.lines) {
		return fmt.Errorf("源文件已经改动：没有第%d行", n)
	}
	l := &e.lines[n-1]
	key, rest, ok := strings.Cut(l.text, ":")
	if !ok || strings.TrimSpace(key) != "short" {
		return fmt.Errorf("源文件第%d行已经改动", n)
	}
	old, ok := token(rest, c.Old[0])
	if !ok {
		return fmt.Errorf("第%d行的写法不认识，请在源文件中修改", n)
	}
	before, after, _ := strings.Cut(rest, old)
	l.text = key + ":" + before + scalar(words) + after
	return nil
}

// token gives the value as it is written.
func token(rest string, t dossier.Text) (string, bool) {
	for _, form := range []string{doubleQuoted(t.Value), singleQuoted(t.Value), t.Value} {
		if trimmed := strings.TrimLeft(rest, " "); strings.HasPrefix(trimmed, form) {
			return form, true
		}
	}
	return "", false
}

func (e *editor) addShort(words string) error {
	if len(e.lines) == 0 {
		return fmt.Errorf("源文件是空的")
	}
	entry := "short: " + scalar(words)
	l := &e.lines[0]
	if l.text == "---" {
		l.text += e.end + entry
		return nil
	}
	front := "---" + e.end + entry + e.end + "---"
	l.before = append([]string{front}, l.before...)
	return nil
}

func singleQuoted(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

func doubleQuoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// scalar writes a value as YAML: plain Chinese stays plain, and no quotation
// needs an escape unless both marks stand in it.
func scalar(s string) string {
	if strings.ContainsAny(s, `"\\`) {
		return singleQuoted(s)
	}
	if s == "" || strings.ContainsAny(s, ":#{}[],&*!|>'\"%@`\\?-~=<") || strings.TrimSpace(s) != s {
		return doubleQuoted(s)
	}
	for _, r := range s[:1] {
		if r < 0x80 {
			return doubleQuoted(s) // numbers, true, null
		}
	}
	return s
}
