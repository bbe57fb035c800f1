// Command hongtou makes official documents from structured source data.
//
// Results go to standard output, problems and progress to standard error.
// Exit codes: 0 done; 1 problems in the content; 2 wrong usage; 3 a failure of
// ours or of the machine.
package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/inconshreveable/mousetrap"

	"hongtou/internal/build"
)

// The exit codes.
const (
	exitContent = 1
	exitUsage   = 2
	exitFailure = 3
)

// errContent says that problems in the content were found and printed.
var errContent = errors.New("content has errors")

// misused is a wrong command line and what to do about it.
func misused(hint, format string, args ...any) error {
	return &build.UsageError{Message: fmt.Sprintf(format, args...), Hint: hint}
}

func main() {
	limitGarbage()
	args := os.Args[1:]
	os.Exit(start(args, mousetrap.StartedByExplorer(), os.Stdin, os.Stdout, func() int { return run(args, os.Stdout, os.Stderr) }))
}

func run(args []string, stdout, stderr io.Writer) int {
	root := newRoot(stdout, stderr)
	root.SetArgs(args)
	err := root.Execute()
	var usage *build.UsageError
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errContent):
		return exitContent
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "用法错误：%v\n提示：%s\n", err, cmp.Or(usage.Hint, "运行 hongtou help 查看用法"))
		return exitUsage
	default:
		fmt.Fprintf(stderr, "运行失败：%v\n", err)
		return exitFailure
	}
}
