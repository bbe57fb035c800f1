package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestReleaseName(t *testing.T) {
	const rev = "0123456789abcdef"
	for _, c := range []struct {
		modified, snapshot bool
		tags               []string
		want               string
	}{
		{false, false, []string{"old", "v1.2.3"}, "1.2.3"},
		{false, false, []string{"v1.2.4"}, ""},
		{false, false, nil, ""},
		{true, false, []string{"v1.2.3"}, ""},
		{false, true, nil, "1.2.3-dev-0123456789ab"},
		{true, true, []string{"v1.2.3"}, "1.2.3-dev-0123456789ab-modified"},
		{false, true, []string{"v1.2.3"}, "1.2.3"},
	} {
		got, err := releaseName("1.2.3", rev, c.modified, c.tags, c.snapshot)
		if got != c.want || (err == nil) != (c.want != "") {
			t.Errorf("%+v: %q, %v", c, got, err)
		}
	}
}

// TestPack packs an invented program twice: the same bytes, the names and modes
// that were meant, and a sum for each.
func TestPack(t *testing.T) {
	program := filepath.Join(t.TempDir(), "p")
	if err := os.WriteFile(program, []byte("program"), 0o600); err != nil {
		t.Fatal(err)
	}
	c := commit{"1.2.3", time.Unix(1596240000, 0).UTC()}
	var outs [2]string
	for i := range outs {
		outs[i] = t.TempDir()
		shared := []file{{"示例/content/units.yaml", []byte("units"), 0o644}, {"LICENSE", []byte("licence"), 0o644}}
		for _, p := range platforms {
			if err := c.pack(outs[i], p, program, shared); err != nil {
				t.Fatal(err)
			}
		}
		if err := writeSums(outs[i]); err != nil {
			t.Fatal(err)
		}
	}
	sums := string(read(t, outs[0], "SHA256SUMS"))
	if sums != string(read(t, outs[1], "SHA256SUMS")) || strings.Count(sums, "\n") != len(platforms) {
		t.Errorf("sums:\n%s", sums)
	}
	checkZip(t, read(t, outs[0], "hongtou-1.2.3-windows-amd64.zip"))
	checkTar(t, read(t, outs[0], "hongtou-1.2.3-darwin-arm64.tar.gz"))
}

func read(t *testing.T, folder, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func checkZip(t *testing.T, data []byte) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, strings.TrimPrefix(f.Name, "hongtou-1.2.3-windows-amd64/"))
		if f.NonUTF8 || !strings.HasPrefix(f.Name, "hongtou-") {
			t.Errorf("name %q, not UTF-8: %t", f.Name, f.NonUTF8)
		}
	}
	if got := strings.Join(names, " "); got != "LICENSE hongtou.exe 示例/content/units.yaml 说明.txt" {
		t.Error(got)
	}
	text, err := z.Open("hongtou-1.2.3-windows-amd64/说明.txt")
	if err != nil {
		t.Fatal(err)
	}
	words, err := io.ReadAll(text)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(string(words), "\ufeff红头 1.2.3：") || strings.Count(string(words), "\r\n") != strings.Count(string(words), "\n") {
		t.Errorf("Notepad would not show %q", words[:40])
	}
}

func checkTar(t *testing.T, data []byte) {
	t.Helper()
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	modes := map[string]int64{}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		modes[strings.TrimPrefix(h.Name, "hongtou-1.2.3-darwin-arm64/")] = h.Mode
	}
	if modes["hongtou"] != 0o755 || modes["说明.txt"] != 0o644 || len(modes) != 4 {
		t.Error(modes)
	}
}

func TestLicence(t *testing.T) {
	dir := t.TempDir()
	if _, err := licence(dir); err == nil {
		t.Error("a module without a licence passes")
	}
	for name, text := range map[string]string{"LICENSE.txt": "one\r\n", "NOTICE": "two", "license_test.go": "no", "COPYING-MIT": "three"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	got, err := licence(dir)
	if err != nil || got != "three\n\none\n\ntwo" {
		t.Errorf("%q, %v", got, err)
	}
}
