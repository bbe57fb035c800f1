// Command release makes what is handed out: for Windows, macOS and Linux, on
// amd64 and arm64, an archive with the program and what a user wants beside it;
// the source, which the licence of the fonts asks for; and SHA256SUMS. In goes
// a checkout of the repository, whose commit alone decides every byte (with the
// same release of Go); out come files in a new folder. docs/release.md is the
// recipe.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

func main() {
	out := flag.String("out", "dist", "folder to make; must not exist")
	only := flag.String("only", strings.Join(platforms, ","), "platforms, with commas between")
	snapshot := flag.Bool("snapshot", false, "allow a commit without a tag, and name the files after it")
	flag.Parse()
	if err := release(*out, strings.Split(*only, ","), *snapshot); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

// platforms are all that a release holds, as GOOS/GOARCH.
var platforms = []string{"windows/amd64", "windows/arm64", "darwin/amd64", "darwin/arm64", "linux/amd64", "linux/arm64"}

func release(out string, wanted []string, snapshot bool) error {
	if _, err := os.Lstat(out); err == nil {
		return fmt.Errorf("%s is there already", out)
	}
	scratch, err := os.MkdirTemp("", "hongtou-release-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	// New files in the checkout would be stamped as a change of the source, so
	// that everything is made elsewhere.
	staged := filepath.Join(scratch, "out")
	if err := os.Mkdir(staged, 0o755); err != nil {
		return err
	}
	if err := makeAll(scratch, staged, wanted, snapshot); err != nil {
		return err
	}
	return os.CopyFS(out, os.DirFS(staged))
}

func makeAll(scratch, staged string, wanted []string, snapshot bool) error {
	tool, err := compile(scratch, runtime.GOOS+"/"+runtime.GOARCH)
	if err != nil {
		return err
	}
	c, err := inspectCommit(tool, snapshot)
	if err != nil {
		return err
	}
	shared, err := companions(tool)
	if err != nil {
		return err
	}
	for _, p := range wanted {
		program, err := compile(scratch, p)
		if err != nil {
			return err
		}
		if err := c.pack(staged, p, program, shared); err != nil {
			return fmt.Errorf("%s: %w", p, err)
		}
	}
	if err := c.packSource(staged); err != nil {
		return err
	}
	return writeSums(staged)
}

// compile builds the program for a platform: static, with nothing in it of the
// machine that built it.
func compile(folder, platform string) (string, error) {
	system, processor, ok := strings.Cut(platform, "/")
	if !ok {
		return "", fmt.Errorf("platform %q is not GOOS/GOARCH", platform)
	}
	path := filepath.Join(folder, system+"-"+processor+".exe")
	cmd := goFor(system, processor, "build", "-trimpath", "-buildvcs=true", "-ldflags=-s -w", "-o", path, "./cmd/hongtou")
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("build for %s: %w", platform, err)
	}
	return path, nil
}

// goFor is the go command for a platform, deaf to the settings of this machine.
func goFor(system, processor string, args ...string) *exec.Cmd {
	cmd := exec.Command("go", args...)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+system, "GOARCH="+processor,
		"GOFLAGS=", "GOEXPERIMENT=", "GOAMD64=v1", "GOARM64=v8.0", "GOWORK=off")
	return cmd
}

// output runs a command and gives what it prints.
func output(cmd *exec.Cmd) (string, error) {
	text, err := cmd.Output()
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		err = fmt.Errorf("%s: %w\n%s", strings.Join(cmd.Args, " "), err, exit.Stderr)
	}
	return string(text), err
}
