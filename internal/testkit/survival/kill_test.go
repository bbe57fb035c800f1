package survival

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"hongtou/internal/publish"
	"hongtou/internal/testkit/executable"
)

// theater is an out/ in which two versions of a content take turns.
type theater struct {
	name    string
	share   int // of 200 kills
	content func(t testing.TB) (first, second string)
	flags   []string
}

var theaters = []theater{
	{"small", 70, smallVersions, nil},
	{"small pages", 110, smallVersions, []string{"--format", "html"}},
	{"real task books", 8, realVersions, []string{"--kind", "taskbook", "--format", "html,xlsx"}},
	{"real pages", 8, realVersions, []string{"--format", "html"}},
	{"real", 4, realVersions, nil},
}

func smallVersions(t testing.TB) (string, string) {
	first := smallContent(t)
	return first, renamed(t, first, "甲县", "己县")
}

// realVersions differ in the day they are made for: with the latest notice, and
// before any.
func realVersions(t testing.TB) (string, string) {
	first := realContent(t)
	second := renamed(t, first, "", "")
	for name := range tree(t, second) {
		if filepath.Base(filepath.Dir(name)) == "amendments" {
			if err := os.Remove(filepath.Join(second, filepath.FromSlash(name))); err != nil {
				t.Fatal(err)
			}
		}
	}
	return first, second
}

// TestKills kills the program at random moments of a build, and often the one
// that recovers from it too. After each kill every file is whole; the build
// that follows makes out/ exactly what a quiet build makes.
func TestKills(t *testing.T) {
	for i, th := range theaters {
		t.Run(th.name, func(t *testing.T) {
			t.Parallel()
			n := th.share * *kills / 200
			if testing.Short() || executable.Raced() { // a race shows in a build that ends
				n = min(n, 3)
			}
			if n == 0 {
				return
			}
			s := th.open(t)
			r := rand.New(rand.NewPCG(*seed, uint64(i)))
			for killed := 0; killed < n; {
				killed += s.round(t, r, n-killed)
				if t.Failed() {
					t.Fatalf("after %d kills", killed)
				}
			}
			t.Logf("%d kills, found: %v", n, s.found)
		})
	}
}

// scene is a theater in use.
type scene struct {
	jobs    [2]job
	want    [2]map[string]string // what a quiet build makes
	took    time.Duration        // of a whole build
	on      int                  // the version out/ holds
	foreign map[string]string    // other people's files
	found   map[string]int       // how kills left out/
}

func (th theater) open(t *testing.T) *scene {
	s := &scene{found: map[string]int{}, foreign: map[string]string{"他人/说明.txt": "别人的文件"}}
	var content [2]string
	content[0], content[1] = th.content(t)
	for i := range s.jobs {
		quiet := job{content[i], filepath.Join(t.TempDir(), "out"), th.flags}
		begun := time.Now()
		quiet.mustRun(t)
		s.took = time.Since(begun)
		s.want[i] = tree(t, quiet.out)
	}
	out := filepath.Join(t.TempDir(), "out")
	for i := range s.jobs {
		s.jobs[i] = job{content[i], out, th.flags}
	}
	s.jobs[0].mustRun(t)
	for name, data := range s.foreign {
		plant(t, filepath.Join(out, filepath.FromSlash(name)), []byte(data))
	}
	return s
}

// round kills once or, one time in three, several times in a row, and then
// lets a build end: of the version it was to become, or of the other.
func (s *scene) round(t *testing.T, r *rand.Rand, most int) (killed int) {
	next := 1 - s.on
	for killed < most && (killed == 0 || r.IntN(3) == 0) {
		s.kill(t, s.jobs[next], r)
		killed++
		s.mustBeWhole(t)
		if killed > 1 && r.IntN(2) == 0 {
			next = 1 - next
		}
	}
	s.jobs[next].mustRun(t)
	s.on = next
	want := maps.Clone(s.want[next])
	maps.Copy(want, s.foreign)
	mustEqual(t, tree(t, s.jobs[next].out), want)
	if _, err := os.Lstat(filepath.Join(s.jobs[next].out, staging)); err == nil {
		t.Error("the staging folder is left")
	}
	verify(t, s.jobs[next].out, len(s.foreign))
	return killed
}

func verify(t *testing.T, out string, foreign int) {
	t.Helper()
	if report, err := publish.Verify(out); err != nil || !report.Whole() || len(report.Foreign) != foreign {
		t.Errorf("verify: %+v, %v", report, err)
	}
}

// kill starts a build and kills it: at any time of its life, or a random
// moment after it has come to a phase that is over quickly.
func (s *scene) kill(t *testing.T, j job, r *rand.Rand) {
	t.Helper()
	cmd := exec.Command(program, j.args()...)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	go func() { _ = cmd.Wait(); close(done) }()
	s.moment(j.out, r, done)
	_ = cmd.Process.Kill() // it may have ended
	<-done
	s.found[state(j.out)]++
}

// moment waits until the process shall die.
func (s *scene) moment(out string, r *rand.Rand, done <-chan struct{}) {
	journal := filepath.Join(out, staging, "journal.json")
	switch r.IntN(5) {
	case 0: // any time
		pause(time.Duration(r.Int64N(int64(s.took))), done)
	case 1: // staging
		files := 1 + r.IntN(len(s.want[0]))
		until(done, 300*time.Microsecond, func() bool { return staged(out) >= files })
	case 2: // between the journal and the manifest, whenever that is
		until(done, 50*time.Microsecond, func() bool { return exists(journal) })
		pause(time.Duration(r.IntN(6000))*time.Microsecond, done)
	case 3: // so many renames
		replaced := 1 + r.IntN(len(s.want[0]))
		until(done, 50*time.Microsecond, func() bool { return exists(journal) && count(filepath.Join(out, staging, "old")) >= replaced })
	case 4: // clearing up
		until(done, 50*time.Microsecond, func() bool { return exists(journal) })
		until(done, 50*time.Microsecond, func() bool { return !exists(journal) })
		pause(time.Duration(r.IntN(1500))*time.Microsecond, done)
	}
}

func pause(d time.Duration, done <-chan struct{}) {
	select {
	case <-time.After(d):
	case <-done:
	}
}

func until(done <-chan struct{}, every time.Duration, reached func() bool) {
	for !reached() {
		select {
		case <-done:
			return
		case <-time.After(every):
		}
	}
}

func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}

func count(dir string) int {
	entries, _ := os.ReadDir(dir) // it comes and goes
	return len(entries)
}

func staged(out string) int { return count(filepath.Join(out, staging, "new")) }

// state says in what phase a kill left out/.
func state(out string) string {
	switch {
	case !exists(filepath.Join(out, staging)):
		return "no trace"
	case !exists(filepath.Join(out, staging, "journal.json")):
		return "staging or clearing up"
	case exists(filepath.Join(out, staging, "new", publish.ManifestName)):
		return "renaming"
	default:
		return "all renamed"
	}
}

// mustBeWhole wants every file of out/ whole, as one of the versions has it,
// those of both versions there, and everybody else's untouched. When there is
// no journal it wants one version entire.
func (s *scene) mustBeWhole(t *testing.T) {
	t.Helper()
	found := tree(t, s.jobs[0].out)
	for name, data := range s.foreign {
		if found[name] != data {
			t.Errorf("%s of others holds %q", name, found[name])
		}
		delete(found, name)
	}
	for name, data := range found {
		if data != s.want[0][name] && data != s.want[1][name] {
			t.Errorf("%s is of no version: %d bytes", name, len(data))
		}
	}
	for name := range s.want[0] {
		_, both := s.want[1][name]
		if _, here := found[name]; both && !here {
			t.Errorf("%s is gone", name)
		}
	}
	if !exists(filepath.Join(s.jobs[0].out, staging, "journal.json")) && !maps.Equal(found, s.want[0]) && !maps.Equal(found, s.want[1]) {
		t.Error("a mixture of versions, and no journal to end it:", fmt.Sprint(len(found), " files"))
	}
}
