package bundle

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"hongtou/internal/filename"
	"hongtou/internal/testkit/judge"
)

func sample() Contents {
	return Contents{
		Folder: "甲县政府", Date: "2021-06-01",
		Cover: Cover{
			Recipient: "甲县政府", Bodies: []string{"甲县委", "甲县政府"}, Plan: "甲市整改方案",
			Basis: []string{"甲政发〔2021〕3号", "甲政发〔2021〕8号"}, Edition: "2021-06-01",
		},
		Documents: []Document{
			{"任务书", "2021-06-01", []File{{Name: "任务书.pdf", Data: []byte("%PDF " + strings.Repeat("甲", 400))}, {Name: "任务书.html", Data: []byte("<p>")}}},
			{"第七项销号验收表", "2021-03-05", []File{{Name: "销号验收/第七项.pdf", Data: []byte("x")}}},
		},
	}
}

func packed(t *testing.T, c Contents) []byte {
	t.Helper()
	data, err := c.Zip()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// read gives names and contents in the order of the archive.
func read(t *testing.T, data []byte) (names []string, contents map[string]string, files []*zip.File) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	contents = map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, f.Name)
		contents[f.Name] = string(body)
	}
	return names, contents, z.File
}

func TestArchiveHoldsEverything(t *testing.T) {
	names, contents, _ := read(t, packed(t, sample()))
	want := []string{
		"甲县政府/任务书.html", "甲县政府/任务书.pdf", "甲县政府/校验和.txt", "甲县政府/说明.txt", "甲县政府/销号验收/第七项.pdf",
	}
	if !slices.Equal(names, want) {
		t.Errorf("names %q, want %q", names, want)
	}
	for _, d := range sample().Documents {
		for _, f := range d.Files {
			if contents["甲县政府/"+f.Name] != string(f.Data) {
				t.Errorf("%s holds something else", f.Name)
			}
		}
	}
}

func TestEveryEntryIsPlain(t *testing.T) {
	c := sample()
	c.Folder = "ascii"
	_, _, files := read(t, packed(t, c))
	for _, f := range files {
		if f.Flags != utf8Name || f.NonUTF8 {
			t.Errorf("%s: flags %#x", f.Name, f.Flags)
		}
		if want := time.Date(2021, 6, 1, 0, 0, 0, 0, time.UTC); !f.Modified.Equal(want) || len(f.Extra) > 0 {
			t.Errorf("%s: time %v, %d bytes of extra fields", f.Name, f.Modified, len(f.Extra))
		}
		if f.Mode() != 0o644 {
			t.Errorf("%s: mode %v", f.Name, f.Mode())
		}
		if f.CompressedSize64 > f.UncompressedSize64 || (f.Method == zip.Store) != (f.CompressedSize64 == f.UncompressedSize64) {
			t.Errorf("%s: method %d, %d bytes of %d", f.Name, f.Method, f.CompressedSize64, f.UncompressedSize64)
		}
	}
}

func TestSumsCoverEverythingElse(t *testing.T) {
	names, contents, _ := read(t, packed(t, sample()))
	lines := strings.Split(strings.TrimSuffix(contents["甲县政府/"+SumsName], "\n"), "\n")
	if len(lines) != len(names)-1 {
		t.Fatalf("%d lines for %d files", len(lines), len(names))
	}
	for _, line := range lines {
		sum, name, _ := strings.Cut(line, "  ")
		got := sha256.Sum256([]byte(contents["甲县政府/"+name]))
		if sum != hex.EncodeToString(got[:]) {
			t.Errorf("wrong line %q", line)
		}
	}
}

// TestOtherProgramsSeeTheSame lets two programs unpack the archive and a third
// check the sums.
func TestOtherProgramsSeeTheSame(t *testing.T) {
	archive := judge.File(t, "甲县政府.zip", packed(t, sample()))
	_, want, _ := read(t, packed(t, sample()))
	dir := judge.Unzip(t, archive)
	if got := judge.Tree(t, dir); !maps.Equal(got, want) {
		t.Errorf("unzip gives %q", slices.Sorted(maps.Keys(got)))
	}
	if got := judge.Tree(t, judge.PythonUnzip(t, archive)); !maps.Equal(got, want) {
		t.Errorf("Python gives %q", slices.Sorted(maps.Keys(got)))
	}
	judge.SHA256Check(t, filepath.Join(dir, "甲县政府"), SumsName)
}

func TestNote(t *testing.T) {
	note := sample().Note()
	if !strings.HasPrefix(note, "\uFEFF") || strings.Count(note, "\n") != strings.Count(note, "\r\n") || !strings.HasSuffix(note, "\r\n") {
		t.Error("not a text for Notepad")
	}
	for _, want := range []string{
		"发给：甲县政府（甲县委、甲县政府合用一册）\r\n",
		"依据：甲政发〔2021〕3号；甲政发〔2021〕8号\r\n",
		"版本：2021年6月1日版\r\n",
		"任务书（2021年6月1日版）：任务书.pdf，任务书.html\r\n",
		"第七项销号验收表（2021年3月5日版）：销号验收/第七项.pdf\r\n",
		"文件夹“销号验收”：内有 1 个文件，名称见上\r\n",
		"certutil -hashfile \"任务书.pdf\" SHA256\r\n",
	} {
		if !strings.Contains(note, want) {
			t.Errorf("no %q in\n%s", want, note)
		}
	}
}

// TestSameArchive: the same contents, and names in another normal form, make
// the same bytes.
func TestSameArchive(t *testing.T) {
	if !bytes.Equal(packed(t, sample()), packed(t, sample())) {
		t.Error("two archives of the same contents differ")
	}
	a, b := sample(), sample()
	a.Documents[1].Files[0].Name = "caf\u00e9.pdf"
	b.Documents[1].Files[0].Name = "cafe\u0301.pdf"
	if !bytes.Equal(packed(t, a), packed(t, b)) {
		t.Error("a name in another normal form makes another archive")
	}
}

func TestDosDate(t *testing.T) {
	for day, want := range map[string]uint16{
		"2021-06-01": 41<<9 | 6<<5 | 1,
		"1979-12-31": 1<<5 | 1,
		"":           1<<5 | 1,
		"2107-12-31": 127<<9 | 12<<5 | 31,
		"2108-01-01": 127<<9 | 12<<5 | 31,
	} {
		if got := dosDate(day); got != want {
			t.Errorf("%q: %#x, want %#x", day, got, want)
		}
	}
}

func TestHostileNamesAreRefused(t *testing.T) {
	long := strings.TrimSuffix(strings.Repeat("a/", 600), "/")
	for _, c := range []struct {
		folder, name string
		why          string
	}{
		{"甲", "../乙", "会离开"},
		{"甲", "/乙", "空的一级"},
		{"甲", `乙\丙`, "不能用于文件名"},
		{"甲", "乙\n丙", "不能用于文件名"},
		{"甲", "nul.pdf", "保留"},
		{"甲", "乙 ", "句点或空格"},
		{"甲", "说明.txt", "重名"},
		{"甲", "校验和.TXT", "重名"},
		{"甲", "任务书.PDF", "重名"},
		{"甲", "任务书.pdf/乙", "既是文件，又是"},
		{"甲", "校验和.txt/乙", "既是文件，又是"},
		{"甲", long, "超过1000字节"},
		{"..", "乙", "会离开"},
		{"", "乙", "空的一级"},
		{"con", "乙", "保留"},
	} {
		s := sample()
		s.Folder = c.folder
		s.Documents[1].Files[0].Name = c.name
		if data, err := s.Zip(); err == nil || data != nil || !strings.Contains(err.Error(), c.why) {
			t.Errorf("%q in %q: %v, want %q", c.name, c.folder, err, c.why)
		}
	}
}

func TestTooManyFiles(t *testing.T) {
	s := sample()
	s.Documents[0].Files = make([]File, maxFiles)
	if _, err := s.Zip(); err == nil || !strings.Contains(err.Error(), "文件太多") {
		t.Errorf("got %v", err)
	}
}

// FuzzNames: whatever the names, either there is an error or the archive has
// these very files, under names that every system keeps apart.
func FuzzNames(f *testing.F) {
	for _, s := range [][3]string{
		{"甲县", "任务书.pdf", "任务书.html"}, {"a", "b", "B"}, {"..", "x", "y"}, {"a", "b/c", "b"}, {"a", "e\u0301", "\u00e9"}, {"a", "\xff", "con"},
	} {
		f.Add(s[0], s[1], s[2])
	}
	f.Fuzz(func(t *testing.T, folder, first, second string) {
		c := Contents{Folder: folder, Date: "2021-06-01", Documents: []Document{{"甲", "", []File{{Name: first, Data: []byte("1")}, {Name: second, Data: []byte("22")}}}}}
		data, err := c.Zip()
		if err != nil {
			return
		}
		names, contents, _ := read(t, data)
		if len(names) != 4 || !slices.IsSorted(names) {
			t.Fatalf("names %q", names)
		}
		folded := map[string]bool{}
		for _, n := range names {
			folded[filename.Fold(n)] = true
			if !utf8.ValidString(n) || strings.Contains(n, "..") && filename.Refusal(n) != "" {
				t.Errorf("name %q", n)
			}
		}
		folder = norm.NFC.String(folder)
		if len(folded) != 4 || contents[folder+"/"+norm.NFC.String(first)] != "1" || contents[folder+"/"+norm.NFC.String(second)] != "22" {
			t.Errorf("contents %q", contents)
		}
	})
}
