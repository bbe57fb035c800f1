// Package executable compiles the command line that tests run: the source as it
// stands goes in, an executable comes out, with the race detector in it exactly
// when the test has it. So "go test -race" watches the program too, which ends
// with exit code 66 when it has seen a race, whatever it did otherwise.
package executable

import (
	"fmt"
	"os/exec"
	"runtime/debug"
	"slices"
)

// Raced says whether this very program was compiled with the race detector. It
// needs several times the time and memory, and address space without bound.
func Raced() bool {
	info, ok := debug.ReadBuildInfo()
	return ok && slices.Contains(info.Settings, debug.BuildSetting{Key: "-race", Value: "true"})
}

// Build compiles cmd/hongtou into a file, with further flags of "go build". The
// error holds what the compiler said.
func Build(file string, flags ...string) error {
	args := []string{"build", "-o", file}
	if Raced() {
		args = append(args, "-race")
	}
	args = append(append(args, flags...), "hongtou/cmd/hongtou")
	if said, err := exec.Command("go", args...).CombinedOutput(); err != nil {
		return fmt.Errorf("go build: %w\n%s", err, said)
	}
	return nil
}
