package survival

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestSmallDisk runs the tests of this file that need a disk of their own in
// a mount namespace, where anybody may mount one. Systems that forbid such
// namespaces to users skip it; what the disk would say is planted there by the
// tests of package publish.
func TestSmallDisk(t *testing.T) {
	if out, err := exec.Command("unshare", "--map-root-user", "--mount", "true").CombinedOutput(); err != nil {
		t.Skipf("no mount namespaces here: %v %s", err, out)
	}
	cmd := exec.Command("unshare", "--map-root-user", "--mount", os.Args[0], "-test.run=^TestInside", "-test.v")
	cmd.Env = append(os.Environ(), "SURVIVAL_PROGRAM="+program)
	out, err := cmd.CombinedOutput()
	if err != nil || strings.Count(string(out), "--- PASS: TestInside") < 2 {
		t.Errorf("%v\n%s", err, out)
	}
}

// inside mounts an empty disk of so many KiB in the child; the test is none
// of the parent's.
func inside(t *testing.T, kib int) string {
	t.Helper()
	if os.Getenv("SURVIVAL_PROGRAM") == "" {
		t.Skip("is run by TestSmallDisk")
	}
	dir := t.TempDir()
	if err := syscall.Mount("none", dir, "tmpfs", 0, fmt.Sprintf("size=%dk", kib)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(dir, 0) })
	return dir
}

// TestInsideFullDisk leaves less and more room on the disk, so that it is full
// in every phase once.
func TestInsideFullDisk(t *testing.T) {
	dir := inside(t, 8<<10)
	again, next := built(t, dir)
	before := tree(t, next.out)
	failed := 0
	for _, free := range []uint64{0, 4, 8, 40, 100, 200, 400, 800, 1200, 1600, 4000} {
		filler := filepath.Join(dir, "filler")
		fill(t, dir, filler, free<<10)
		code, said := next.run(t)
		if err := os.Remove(filler); err != nil {
			t.Fatal(err)
		}
		if code == 0 {
			verify(t, next.out, 0)
			again.mustRun(t)
			continue
		}
		failed++
		told(t, code, said, next.out, "磁盘空间不足", "请清理后重新运行")
		mustEqual(t, tree(t, next.out), before)
		mustBeUntouched(t, next.out)
	}
	if failed < 4 || failed > 10 {
		t.Errorf("the disk was full %d times", failed)
	}
}

// fill leaves so many bytes free.
func fill(t *testing.T, dir, filler string, free uint64) {
	t.Helper()
	var room syscall.Statfs_t
	if err := syscall.Statfs(dir, &room); err != nil {
		t.Fatal(err)
	}
	if all := room.Bavail * uint64(room.Bsize); all > free {
		if err := os.WriteFile(filler, make([]byte, all-free), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestInsideReadOnly turns the disk read-only, as a write-protected stick is:
// that binds root too.
func TestInsideReadOnly(t *testing.T) {
	dir := inside(t, 16<<10)
	_, next := built(t, dir)
	if err := syscall.Mount("", dir, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
	mustFail(t, next, next.out, "所在磁盘是只读的", "--out")
	verify(t, next.out, 0)
	next.out = filepath.Join(dir, "new")
	mustFail(t, next, next.out, "所在磁盘是只读的", "--out")
}
