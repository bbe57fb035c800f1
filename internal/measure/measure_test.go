package measure

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

func TestMediansAreOfEachFigureByItself(t *testing.T) {
	got := Median([]Round{
		{Wall: 3, Before: 7, Usage: Usage{Peak: 10}, Warm: []time.Duration{1}},
		{Wall: 1, Before: 9, Usage: Usage{Peak: 30}},
		{Wall: 2, Before: 8, Usage: Usage{Peak: 20}, Warm: []time.Duration{5}},
	})
	if got.Wall != 2 || got.Peak != 20 || got.Before != 8 || len(got.Warm) != 2 {
		t.Errorf("%+v", got)
	}
	if Middle([]int{}, func(v int) int { return v }) != 0 {
		t.Error("the median of nothing")
	}
}

var kept []byte

// What a process uses must show: otherwise every figure could be zero.
func TestUsageGrows(t *testing.T) {
	before := Now()
	kept = make([]byte, 64<<20)
	for i := range kept {
		kept[i] = byte(i)
	}
	for until := time.Now().Add(20 * time.Millisecond); time.Now().Before(until); {
		kept[0]++
	}
	after := Now()
	if after.CPU <= before.CPU || after.Bytes-before.Bytes < 64<<20 || after.Allocs <= before.Allocs {
		t.Errorf("before %+v, after %+v", before, after)
	}
	if runtime.GOOS != "windows" && after.Peak < 64<<20 {
		t.Errorf("peak memory %d", after.Peak)
	}
}

func TestCountReadsFolderAndManifest(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("manifest.json", `{"outputs":[{"path":"a.pdf","pages":3},{"path":"b.pdf","pages":4}]}`)
	write("a.pdf", "12345")
	write("b.pdf", "1234567")
	write(".lock", "x")
	got, err := Count(dir, "manifest.json")
	if want := (Made{Files: 2, Pages: 7, Bytes: 12}); err != nil || got != want {
		t.Errorf("%+v %v", got, err)
	}
	if _, err := Count(t.TempDir(), "manifest.json"); err == nil {
		t.Error("a folder without manifest was counted")
	}
	write("c.xlsx", "no archive")
	if _, err := Count(dir, "manifest.json"); err == nil {
		t.Error("a broken workbook was counted")
	}
}
