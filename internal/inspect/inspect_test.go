package inspect

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"hongtou/internal/norm"
	"hongtou/internal/pdfread"
	"hongtou/internal/printout"
)

// plain is a PDF of one blank page of A4.
func plain() []byte {
	var b bytes.Buffer
	var at []int
	b.WriteString("%PDF-1.4\n")
	for i, object := range []string{
		"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595.28 841.89]>>", "<</Producer<FEFF0061202E0062>>>",
	} {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	table := b.Len()
	b.WriteString("xref\n0 5\n0000000000 65535 f \n")
	for _, offset := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<</Size 5/Root 1 0 R/Info 4 0 R>>\nstartxref\n%d\n%%%%EOF\n", table)
	return b.Bytes()
}

// TestFiles runs the engine over good and bad files: each says what it is, none
// stops another.
func TestFiles(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, data := range map[string][]byte{"好.pdf": plain(), "坏.pdf": []byte("%PDF-1.4\n1 0 obj"), "空.pdf": nil, "文.pdf": []byte("PK\x03\x04")} {
		if err := os.WriteFile(name, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var steps int
	pictures := map[string]int{}
	r, err := Files(t.Context(), Find([]string{"好.pdf", "坏.pdf", "空.pdf", "文.pdf", "无.pdf"}), Options{
		Pictures: true,
		Progress: func(done, total int, _ string) {
			if steps++; done != steps || total != 5 {
				t.Errorf("%d of %d at step %d", done, total, steps)
			}
		},
		Each: func(_ int, f File) error { pictures[f.Path] = len(f.Pictures); return nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range r.Files {
		code := "-"
		if f.Problem != nil {
			code = f.Problem.Code
		}
		got = append(got, code)
	}
	if s := strings.Join(got, " "); s != "- damaged empty not-pdf missing" {
		t.Error(s)
	}
	good := r.Files[0]
	if len(good.Rows) != len(norm.Clauses()) || good.Pages != 1 || good.Producer != "a\ufffdb" || good.Form != muteForm || len(good.SHA256) != 64 {
		t.Errorf("%d rows, %d pages, %q, %s, %s", len(good.Rows), good.Pages, good.Producer, good.Form, good.SHA256)
	}
	if pictures["好.pdf"] != 1 || good.Pictures != nil {
		t.Errorf("pictures %v", pictures)
	}
	if r.Passes() {
		t.Error("a run with files that could not be measured passes")
	}
}

var errClock = &pdfread.Error{Code: pdfread.TooSlow}

// TestSlow: the clock stops reading, and measuring.
func TestSlow(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("a.pdf", plain(), 0o644); err != nil {
		t.Fatal(err)
	}
	r, err := Files(t.Context(), Find([]string{"a.pdf"}), Options{Time: 1})
	if err != nil {
		t.Fatal(err)
	}
	if p := r.Files[0].Problem; p == nil || p.Code != pdfread.TooSlow || !strings.Contains(p.Hint, "--timeout") {
		t.Errorf("%+v", p)
	}
	ctx, stop := context.WithCancelCause(t.Context())
	stop(errClock)
	var f File
	if err := f.hold(ctx, printout.Document{Pages: make([]printout.Page, 1)}); !errors.Is(err, errClock) {
		t.Errorf("%v", err)
	}
}

// TestAllowance: a time that was asked for is the whole time; else size earns
// some, within bounds, and so does every page.
func TestAllowance(t *testing.T) {
	if got := (Options{Time: time.Second}).allowance(1 << 30); got != (allowance{time: time.Second}) {
		t.Errorf("asked for: %+v", got)
	}
	for bytes, want := range map[int64]time.Duration{1: leastTime, 1 << 20: timePerMB, 1 << 30: mostTime} {
		if got := (Options{}).allowance(bytes); got.time != want || got.page <= 0 || got.picture <= 0 {
			t.Errorf("%d bytes: %+v", bytes, got)
		}
	}
}

// TestLateEnd: what the clock stops after the clauses is not whole, either.
func TestLateEnd(t *testing.T) {
	ctx, stop := context.WithCancelCause(t.Context())
	doc := printout.Document{Pages: []printout.Page{{Number: 1, Width: 210, Height: 297}}}
	defer stop(nil)
	late := &ending{Context: ctx, asked: len(norm.Clauses()) + 1, stop: func() { stop(errClock) }}
	var f File
	if err := f.hold(late, doc); !errors.Is(err, errClock) || len(f.Rows) != len(norm.Clauses()) {
		t.Errorf("%d clauses, %v", len(f.Rows), err)
	}
}

// ending is a context that ends after it was asked some times.
type ending struct {
	context.Context
	asked int
	stop  func()
}

func (e *ending) Err() error {
	if e.asked--; e.asked < 0 {
		e.stop()
	}
	return e.Context.Err()
}

// TestOurMistake: a mistake of ours is a problem of one file, told apart from
// those that lie with files.
func TestOurMistake(t *testing.T) {
	page := printout.Page{Number: 1, Width: 210, Height: 297}
	for i := range 5 {
		x := 60 + 20*float64(i)
		page.Glyphs = append(page.Glyphs, printout.Glyph{Page: 1, Face: "FZXBSJW", Size: 50, Rune: '甲', X0: x, X1: x + 18, Y: 90, Colour: printout.Colour{R: 255}})
	}
	doc := printout.Document{Pages: []printout.Page{page}, Paint: func(int, int) (printout.Raster, error) { panic("oops") }}
	var f File
	err := f.hold(t.Context(), doc)
	if err == nil {
		t.Fatal("no ink was asked for: the test needs another page")
	}
	if err := f.fail(t.Context(), err); err != nil || !f.Problem.Ours() || len(f.Rows) != 0 {
		t.Errorf("%v %+v", err, f.Problem)
	}
}

// TestFilesStop: whoever asks for an end gets one, and an error of Each is kept.
func TestFilesStop(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := Files(ctx, Find([]string{"nothing.pdf"}), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	broken := errors.New("disk full")
	if _, err := Files(t.Context(), Find([]string{"nothing.pdf"}), Options{Each: func(int, File) error { return broken }}); !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
}

func TestPasses(t *testing.T) {
	f := sample(t)
	f.Rows = append(f.Rows[:1:1], f.Rows[2], f.Rows[3]) // what fails is recommended and usual practice
	if !(Report{[]File{f}}).Passes() {
		t.Error("a recommendation binds")
	}
	if (Report{[]File{sample(t)}}).Passes() || (Report{[]File{f, unread()}}).Passes() {
		t.Error("a failure does not bind")
	}
}
