package publish

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestVerify(t *testing.T) {
	out := t.TempDir()
	publish(t, out, tree{"a": "1", "b/c": "1", "d": "1"})
	if r, err := Verify(out); err != nil || !r.Whole() || len(r.Foreign) != 0 {
		t.Errorf("%+v, %v", r, err)
	}
	plant(t, out, tree{"a": "2", "theirs": "x", ".DS_Store": "x", stagingDir + "/journal.json": "{}"})
	if err := os.Remove(filepath.Join(out, "d")); err != nil {
		t.Fatal(err)
	}
	r, err := Verify(out)
	if err != nil || r.Whole() || !r.Interrupted {
		t.Errorf("%+v, %v", r, err)
	}
	lists(t, "missing", r.Missing, "d")
	lists(t, "changed", r.Changed, "a")
	lists(t, "foreign", r.Foreign, "theirs")
}

func TestVerifyWithoutManifest(t *testing.T) {
	if _, err := Verify(t.TempDir()); err == nil || !strings.Contains(err.Error(), ManifestName) {
		t.Errorf("error %v", err)
	}
	if _, err := Verify(filepath.Join(t.TempDir(), "none")); err == nil || !strings.Contains(err.Error(), "不存在") {
		t.Errorf("error %v", err)
	}
}

// A damaged journal is reported, and nothing is done by halves.
func TestDamagedJournal(t *testing.T) {
	for name, text := range map[string]string{
		"no JSON":          "{",
		"other version":    `{"version": 9}`,
		"leaves out":       `{"version": 1, "puts": [{"path": "../x", "staged": ".hongtou-staging/new/a", "old": ".hongtou-staging/old/a"}]}`,
		"staged elsewhere": `{"version": 1, "puts": [{"path": "x", "staged": "a", "old": ".hongtou-staging/old/a"}]}`,
	} {
		t.Run(name, func(t *testing.T) {
			out := t.TempDir()
			publish(t, out, tree{"a": "1"})
			plant(t, out, tree{journalName: text})
			before := snapshot(t, out)
			if _, err := Begin(out); err == nil || !strings.Contains(err.Error(), "改名保存") {
				t.Errorf("error %v", err)
			}
			mustEqual(t, snapshot(t, out), before)
		})
	}
}
