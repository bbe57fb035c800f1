package publish

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// TestMain lets the test binary be the other process.
func TestMain(m *testing.M) {
	switch os.Getenv("PUBLISH_TEST_ROLE") {
	case "hold":
		if _, err := Begin(os.Getenv("PUBLISH_TEST_OUT")); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		fmt.Println("held")
		select {}
	case "write":
		for n := 0; ; n++ {
			list, manifest := wanted(version(n))
			if _, err := Publish(os.Getenv("PUBLISH_TEST_OUT"), list, manifest); err != nil {
				fmt.Println(err)
				os.Exit(1)
			}
			if n == 0 {
				fmt.Println("first")
			}
		}
	}
	os.Exit(m.Run())
}

// version is one of two sets of files that have little in common.
func version(n int) tree {
	files := tree{"same": "s"}
	for i := range 12 {
		files[fmt.Sprintf("d%d/f%d", i%3, i)] = strings.Repeat(fmt.Sprint(n%2), 1000+i)
		files[fmt.Sprintf("only%d/f%d", n%2, i)] = "x"
	}
	return files
}

// other starts the test binary in a role and waits for its first line.
func other(t *testing.T, role, out string) (*exec.Cmd, string) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "PUBLISH_TEST_ROLE="+role, "PUBLISH_TEST_OUT="+out)
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	line, err := bufio.NewReader(pipe).ReadString('\n')
	if err != nil && err != io.EOF {
		t.Fatal(err)
	}
	return cmd, strings.TrimSpace(line)
}

func TestOneRunAtATime(t *testing.T) {
	out := t.TempDir()
	cmd, said := other(t, "hold", out)
	if said != "held" {
		t.Fatal(said)
	}
	_, err := Begin(out)
	if err == nil || !strings.Contains(err.Error(), fmt.Sprintf("进程%d", cmd.Process.Pid)) {
		t.Errorf("error %v does not name the holder", err)
	}
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	// Its lock file is still there; its lock is not.
	if _, err := os.Stat(filepath.Join(out, filepath.FromSlash(lockName))); err != nil {
		t.Fatal(err)
	}
	publish(t, out, tree{"a": "1"})
	mustBeClean(t, out)
}

// Runs that begin while another ends never both hold the lock.
func TestLockIsExclusive(t *testing.T) {
	out := t.TempDir()
	publish(t, out, tree{"a": "1"})
	var inside, most, entered int
	var mu sync.Mutex
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 25 {
				s, err := Begin(out)
				if err != nil {
					continue
				}
				mu.Lock()
				entered++
				inside++
				most = max(most, inside)
				mu.Unlock()
				mu.Lock()
				inside--
				mu.Unlock()
				s.Close()
			}
		})
	}
	all.Wait()
	if most > 1 || entered == 0 {
		t.Errorf("%d runs at once, %d in all", most, entered)
	}
	mustBeClean(t, out)
}

// A process that publishes two versions in turn is killed again and again.
func TestKill(t *testing.T) {
	out := t.TempDir()
	for round := range 12 {
		cmd, said := other(t, "write", out)
		if said != "first" {
			t.Fatal(said)
		}
		time.Sleep(time.Duration(round*7) * time.Millisecond)
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		for name, data := range snapshot(t, out).without() {
			if data != version(0)[name] && data != version(1)[name] {
				t.Fatalf("%s holds %d bytes %.20q", name, len(data), data)
			}
		}
		if round%3 == 0 { // otherwise the next killed run has to recover
			publish(t, out, version(round))
			mustEqual(t, snapshot(t, out).without(), version(round))
			mustBeClean(t, out)
		}
	}
}

func TestPutFromManyGoroutines(t *testing.T) {
	out := t.TempDir()
	s, err := Begin(out)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	files := version(0)
	var all sync.WaitGroup
	for name, data := range files {
		all.Go(func() {
			if err := s.Put(name, []byte(data)); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	_, m := wanted(files)
	if _, err := s.Commit(m); err != nil {
		t.Fatal(err)
	}
	mustEqual(t, snapshot(t, out).without(), files)
}
