package survival

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// mustFail builds and wants a failure of the machine whose message names the
// path and says the words, with out/ as it was.
func mustFail(t *testing.T, j job, names string, words ...string) {
	t.Helper()
	before := map[string]string{}
	if info, err := os.Stat(j.out); err == nil && info.IsDir() {
		before = tree(t, j.out)
	}
	code, said := j.run(t)
	told(t, code, said, names, words...)
	if len(before) > 0 {
		mustEqual(t, tree(t, j.out), before)
	}
}

// told wants exit 3 and one line of Chinese with the path and the words.
func told(t *testing.T, code int, said, names string, words ...string) {
	t.Helper()
	_, message, found := strings.Cut(said, "运行失败：")
	if code != 3 || !found || strings.Contains(said, "goroutine ") {
		t.Errorf("exit %d: %s", code, said)
	}
	for _, w := range append(words, names) {
		if !strings.Contains(message, w) {
			t.Errorf("the message does not say %q: %s", w, message)
		}
	}
}

// TestNotOurs: whatever stands where out/ should be, and was not made by us,
// is neither written to nor read as ours.
func TestNotOurs(t *testing.T) {
	content := smallContent(t)
	for name, c := range map[string]struct {
		lay   func(out string) error
		names string // inside out/
		words []string
	}{
		"other files":        {write("letter.txt", "别人的"), "", []string{"不是空文件夹", "letter.txt"}},
		"other folders":      {write("a/b/c.txt", "别人的"), "", []string{"不是空文件夹"}},
		"other manifest":     {write("manifest.json", `{"name": "web app"}`), "", []string{"manifest.json", "不是本程序写的"}},
		"half a manifest":    {write("manifest.json", `{"version": 1, "outputs": [`), "", []string{"manifest.json"}},
		"manifest that robs": {write("manifest.json", `{"version": 1, "outputs": [{"path": "../../etc/passwd"}]}`), "", []string{"manifest.json"}},
		"newer manifest":     {write("manifest.json", `{"version": 9, "outputs": []}`), "", []string{"较新版本"}},
		"staging is a file":  {write(staging, "x"), staging, []string{"请移走"}},
		"journal that robs": {write(staging+"/journal.json",
			`{"version": 1, "removes": [{"path": "../x", "sha256": "", "old": ".hongtou-staging/old/a"}], "puts": []}`), staging, []string{"改名保存"}},
		"a file": {func(out string) error {
			if err := os.Remove(out); err != nil {
				return err
			}
			return os.WriteFile(out, []byte("别人的"), 0o644)
		}, "", []string{"是文件，不是文件夹"}},
	} {
		t.Run(name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "out")
			if err := os.Mkdir(out, 0o755); err != nil {
				t.Fatal(err)
			}
			if err := c.lay(out); err != nil {
				t.Fatal(err)
			}
			mustFail(t, job{content, out, []string{"--format", "html"}}, filepath.Join(out, c.names), c.words...)
		})
	}
}

func write(name, data string) func(out string) error {
	return func(out string) error {
		full := filepath.Join(out, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			return err
		}
		return os.WriteFile(full, []byte(data), 0o644)
	}
}
