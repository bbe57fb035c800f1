package pdf

import (
	"bytes"
	"sync"
	"testing"

	"hongtou/internal/layout"
	"hongtou/internal/testkit/judge"
)

// TestOnePressManyWorkers prints books at once, each by several workers, and
// compares with a press that makes nothing else.
func TestOnePressManyWorkers(t *testing.T) {
	fs := faceSet(t)
	books := []*layout.Book{pseudo(t, fs, 1), pseudo(t, fs, 2), taggedBook(t, pngOf(t, square(9, 7)))}
	for _, effort := range []Effort{Small, Fast} {
		press := NewPress(fs, effort)
		var all sync.WaitGroup
		for _, b := range books {
			want, err := NewPress(fs, effort).Render(b)
			if err != nil {
				t.Fatal(err)
			}
			for range 3 {
				all.Go(func() {
					if got, err := press.Render(b); err != nil || !bytes.Equal(got, want) {
						t.Errorf("effort %d: %d bytes, want %d, %v", effort, len(got), len(want), err)
					}
				})
			}
		}
		all.Wait()
	}
}

// TestFastFilesDecodeEverywhere lets others read what pack has made.
func TestFastFilesDecodeEverywhere(t *testing.T) {
	fs := faceSet(t)
	b := taggedBook(t, pngOf(t, square(9, 255)))
	data, err := NewPress(fs, Fast).Render(b)
	if err != nil {
		t.Fatal(err)
	}
	path := judge.File(t, "fast.pdf", data)
	judge.QPDFCheck(t, path)
	judge.MutoolCheck(t, path)
	for _, f := range judge.PDFFonts(t, path) {
		if !f.Embedded || !f.Subset || !f.ToUnicode {
			t.Errorf("font %+v", f)
		}
	}
	for _, line := range judge.Preflight(t, path)[path] {
		t.Error(line)
	}
	for _, line := range judge.Untagged(t, path)[path] {
		t.Error(line)
	}
	ink := judge.RasterInk(t, path, 1, 150)
	if run := b.Pages[0].Runs[0]; !inked(ink, judge.Dark, run) {
		t.Error("the outlines are not there")
	}
}

// TestTreesAreDivided has more names and pages' numbers than one array may hold.
func TestTreesAreDivided(t *testing.T) {
	fs := faceSet(t)
	b := &layout.Book{Pages: []layout.Page{portrait(1)}}
	for i := range 2*leaf + 1 {
		b.Bookmarks = append(b.Bookmarks, layout.Bookmark{Level: 1, Title: "项", ID: "p" + string(rune(0x4E00+i)), Page: 0})
	}
	data, err := Render(b, fs)
	if err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(data, []byte("/Limits ")); n != 3 {
		t.Errorf("%d leaves", n)
	}
	judge.QPDFCheck(t, judge.File(t, "names.pdf", data))
}
