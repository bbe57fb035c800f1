// Package bundle packs what one recipient gets into one archive: documents
// with their files go in, the bytes of a ZIP come out, the same ones for the
// same input anywhere and at any time. Beside the documents the archive holds
// a note for the reader (说明.txt) and checksums of everything else
// (校验和.txt). Names are those that every file system keeps; they are marked
// as UTF-8, so that every program shows the same ones. It is pure.
package bundle

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"hongtou/internal/filename"
)

// The files that every archive has.
const (
	NoteName = "说明.txt"
	SumsName = "校验和.txt"
)

// Limits of one archive: far above what a recipient gets.
const (
	maxFiles = 5000
	maxBytes = 512 << 20
	maxName  = 1000 // bytes
)

// Contents is one archive.
type Contents struct {
	Folder    string // holds all files, so that unpacking scatters nothing
	Date      string // such as 2020-08-01: of every file, at 00:00; times before 1980 and after 2107 have no form in a ZIP and become the nearest one that has
	Cover     Cover
	Documents []Document
}

// Document is one document and its files.
type Document struct {
	Title   string
	Edition string // a date
	Files   []File
}

// File is one file.
type File struct {
	Name   string // slash-separated, inside the folder
	Data   []byte
	SHA256 string // of Data, in hexadecimal digits; "" = not reckoned yet
}

// Zip packs the archive. It refuses a name that some file system would not
// keep, two names that one may take for the same, and more than the limits.
func (c Contents) Zip() ([]byte, error) {
	files, err := c.files()
	if err != nil {
		return nil, err
	}
	files = append(files, File{Name: SumsName, Data: sums(files)})
	for i := range files {
		files[i].Name = norm.NFC.String(c.Folder) + "/" + files[i].Name
	}
	slices.SortFunc(files, byName)
	return pack(files, dosDate(c.Date))
}

func byName(a, b File) int { return cmp.Compare(a.Name, b.Name) }

// files gives everything but the checksums, sorted, names normalised.
func (c Contents) files() ([]File, error) {
	out := []File{{Name: NoteName, Data: []byte(c.Note())}}
	total := 0
	for _, d := range c.Documents {
		for _, f := range d.Files {
			out = append(out, File{norm.NFC.String(f.Name), f.Data, f.SHA256})
			total += len(f.Data)
		}
	}
	if len(out) > maxFiles || total > maxBytes {
		return nil, fmt.Errorf("“%s”的文件太多：%d 个，共 %d 字节；最多 %d 个，%d 字节", c.Folder, len(out), total, maxFiles, maxBytes)
	}
	slices.SortFunc(out, byName)
	return out, c.checkNames(out)
}

func (c Contents) checkNames(files []File) error {
	if why := filename.Refusal(c.Folder); why != "" {
		return fmt.Errorf("压缩包中的文件夹名“%s”不可用：%s", c.Folder, why)
	}
	taken := map[string]string{filename.Fold(SumsName): SumsName}
	for _, f := range files {
		if len(f.Name) > maxName {
			return fmt.Errorf("压缩包中的文件名超过%d字节：“%.200s”", maxName, f.Name)
		}
		if why := filename.Refusal(f.Name); why != "" {
			return fmt.Errorf("压缩包中的文件名“%s”不可用：%s", f.Name, why)
		}
		key := filename.Fold(f.Name)
		if first, dup := taken[key]; dup {
			return fmt.Errorf("压缩包中的文件名“%s”与“%s”重名（不分大小写）", f.Name, first)
		}
		taken[key] = f.Name
	}
	for _, f := range files {
		if first, dup := filename.Within(f.Name, taken); dup {
			return fmt.Errorf("压缩包中的“%s”既是文件，又是“%s”所在的文件夹", first, f.Name)
		}
	}
	return nil
}

// sums writes a line for every file as sha256sum writes and reads it.
func sums(files []File) []byte {
	var b strings.Builder
	for _, f := range files {
		sum := f.SHA256
		if sum == "" {
			sum = fmt.Sprintf("%x", sha256.Sum256(f.Data))
		}
		fmt.Fprintf(&b, "%s  %s\n", sum, f.Name)
	}
	return []byte(b.String())
}
