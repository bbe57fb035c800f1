package executable

import (
	"debug/buildinfo"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
)

// TestBuild: the program has the race detector when the test has it, and runs.
func TestBuild(t *testing.T) {
	file := filepath.Join(t.TempDir(), "hongtou.exe")
	if err := Build(file, "-tags", "nogplfonts"); err != nil {
		t.Fatal(err)
	}
	info, err := buildinfo.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got := slices.Contains(info.Settings, debug.BuildSetting{Key: "-race", Value: "true"}); got != Raced() {
		t.Errorf("race detector: the program %v, the test %v", got, Raced())
	}
	if !slices.Contains(info.Settings, debug.BuildSetting{Key: "-tags", Value: "nogplfonts"}) {
		t.Errorf("flags are not passed on: %v", info.Settings)
	}
}

func TestBuildSaysWhatIsWrong(t *testing.T) {
	if err := Build(filepath.Join(t.TempDir(), "x"), "-nonsense"); err == nil || !strings.Contains(err.Error(), "nonsense") {
		t.Error(err)
	}
}
