package judge

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"os/exec"
	"testing"
)

// Finding is what a judge of web pages holds against one.
type Finding struct {
	Path  string // the file, or the address of the page
	Rule  string // of axe, or error of the Nu checker
	Place string // line and column, or a selector
	Text  string
}

func (f Finding) String() string {
	return fmt.Sprintf("%s %s: %s: %s", f.Path, f.Place, f.Rule, f.Text)
}

// NuHTML returns the errors that the Nu HTML checker finds in files, HTML and
// CSS, and in those of folders; its warnings and hints are left out. One
// virtual machine reads all of them.
func NuHTML(t testing.TB, paths ...string) []Finding {
	t.Helper()
	Require(t, "java")
	jar := npmFile(t, "vnu-jar/build/dist/vnu.jar")
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	args := []string{"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss4m", "-Djava.awt.headless=true", "-jar", jar,
		"--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html", "--also-check-css"}
	out, err := exec.CommandContext(ctx, "java", append(args, paths...)...).Output()
	if err != nil {
		t.Fatalf("vnu: %v\n%.2000s", err, out)
	}
	var said struct {
		Messages []struct {
			Type, URL, Message, Extract string
			LastLine, LastColumn        int
		}
	}
	if err := json.Unmarshal(out, &said); err != nil {
		t.Fatalf("vnu: %v\n%.2000s", err, out)
	}
	var found []Finding
	for _, m := range said.Messages {
		if m.Type == "info" {
			continue
		}
		path := m.URL
		if u, err := url.Parse(m.URL); err == nil && u.Scheme == "file" {
			path = u.Path
		}
		found = append(found, Finding{
			Path: path, Rule: m.Type, Place: fmt.Sprintf("%d:%d", m.LastLine, m.LastColumn),
			Text: fmt.Sprintf("%s %.200q", m.Message, m.Extract),
		})
	}
	return found
}
