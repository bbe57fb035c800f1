//go:build unix

package survival

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// pages builds only what is written quickly.
var pages = []string{"--format", "html"}

// built gives an out/ of the first version, and the job of the second.
func built(t *testing.T, dir string) (again, next job) {
	t.Helper()
	first, second := smallVersions(t)
	again, next = job{first, filepath.Join(dir, "out"), pages}, job{second, filepath.Join(dir, "out"), pages}
	again.mustRun(t)
	return again, next
}

// TestFilesMayNotGrow gives the program less room for a file than it needs:
// the limit of the process stands in for a disk's.
func TestFilesMayNotGrow(t *testing.T) {
	_, next := built(t, t.TempDir())
	before := tree(t, next.out)
	for _, blocks := range []int{0, 1, 8, 24, 64} {
		cmd := exec.Command("sh", append([]string{"-c", `ulimit -f "$1"; shift; exec "$@"`, "sh", fmt.Sprint(blocks), program}, next.args()...)...)
		code, said := ended(t, cmd)
		told(t, code, said, next.out, "文件超过磁盘允许的大小")
		mustEqual(t, tree(t, next.out), before)
		mustBeUntouched(t, next.out)
	}
	next.mustRun(t)
}

func mustBeUntouched(t *testing.T, out string) {
	t.Helper()
	if exists(filepath.Join(out, staging)) {
		t.Error("the staging folder is left")
	}
	verify(t, out, 0)
}

// TestNoRight builds as a user who may not write there.
func TestNoRight(t *testing.T) {
	dir, err := os.MkdirTemp("", "survival")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	_, next := built(t, dir)
	before := tree(t, next.out)
	open := filepath.Join(dir, "content")
	if err := os.CopyFS(open, os.DirFS(next.content)); err != nil {
		t.Fatal(err)
	}
	next.content = open
	for _, d := range []string{dir, next.out} {
		if err := os.Chmod(d, 0o555); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = os.Chmod(d, 0o755) })
	}
	for _, out := range []string{next.out, filepath.Join(dir, "new"), filepath.Join(dir, "new", "deeper")} {
		next.out = out
		cmd := exec.Command(program, next.args()...)
		if os.Getuid() == 0 { // who may write anywhere
			cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
		}
		code, said := ended(t, cmd)
		told(t, code, said, out, "权限不足", "--out")
	}
	mustEqual(t, tree(t, filepath.Join(dir, "out")), before)
}

// TestTwoBuildsAtOnce: the second is told, the first is not disturbed.
func TestTwoBuildsAtOnce(t *testing.T) {
	again, next := built(t, t.TempDir())
	first := exec.Command(program, next.args()...)
	if err := first.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	go func() { _ = first.Wait(); close(done) }()
	until(done, 50*time.Microsecond, func() bool { return staged(next.out) > 0 })
	if err := first.Process.Signal(syscall.SIGSTOP); err != nil {
		t.Fatal(err)
	}
	mustFail(t, again, next.out, "正由另一个构建写入", fmt.Sprint("进程", first.Process.Pid), "请等它结束后重新运行")
	if err := first.Process.Signal(syscall.SIGCONT); err != nil {
		t.Fatal(err)
	}
	<-done
	if !first.ProcessState.Success() {
		t.Error(first.ProcessState)
	}
	mustBeUntouched(t, next.out)
	if !strings.Contains(strings.Join(names(tree(t, next.out)), " "), "己县") {
		t.Error("the first build's files are not there")
	}
}

func names(files map[string]string) (out []string) {
	for name := range files {
		out = append(out, name)
	}
	return out
}
