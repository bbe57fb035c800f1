package main

import (
	"archive/tar"
	"archive/zip"
	"cmp"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// file is one file of an archive.
type file struct {
	path string // slashes
	data []byte
	mode os.FileMode
}

// pack writes the archive of a platform: zip for Windows, tar.gz, which keeps
// what may be executed, for the others.
func (c commit) pack(out, platform, program string, shared []file) error {
	system, processor, _ := strings.Cut(platform, "/")
	data, err := os.ReadFile(program)
	if err != nil {
		return err
	}
	base := "hongtou-" + c.name + "-" + system + "-" + processor
	files := []file{{"hongtou", data, 0o755}}
	write, ending := writeTar, ".tar.gz"
	if system == "windows" {
		files[0].path, write, ending = "hongtou.exe", writeZip, ".zip"
	}
	files = append(append(files, explanation(system, c.name)), shared...)
	slices.SortFunc(files, func(a, b file) int { return cmp.Compare(a.path, b.path) })
	for i := range files {
		files[i].path = base + "/" + files[i].path
	}
	return create(filepath.Join(out, base+ending), func(w io.Writer) error { return write(w, files, c.time) })
}

// packSource writes the source of the commit.
func (c commit) packSource(out string) error {
	base := "hongtou-" + c.name + "-source"
	tarball, err := output(exec.Command("git", "archive", "--format=tar", "--prefix="+base+"/", "HEAD"))
	if err != nil {
		return err
	}
	return create(filepath.Join(out, base+".tar.gz"), func(w io.Writer) error {
		z, _ := gzip.NewWriterLevel(w, gzip.BestCompression) // the level is valid
		if _, err := io.WriteString(z, tarball); err != nil {
			return err
		}
		return z.Close()
	})
}

func create(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	if err := write(f); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// writeZip writes names as UTF-8 and says so: Explorer then shows Chinese.
func writeZip(w io.Writer, files []file, at time.Time) error {
	z := zip.NewWriter(w)
	for _, f := range files {
		h := &zip.FileHeader{Name: f.path, Method: zip.Deflate, Modified: at}
		h.SetMode(f.mode)
		entry, err := z.CreateHeader(h)
		if err != nil {
			return err
		}
		if _, err := entry.Write(f.data); err != nil {
			return err
		}
	}
	return z.Close()
}

func writeTar(w io.Writer, files []file, at time.Time) error {
	z, _ := gzip.NewWriterLevel(w, gzip.BestCompression) // the level is valid
	t := tar.NewWriter(z)
	for _, f := range files {
		h := &tar.Header{Name: f.path, Mode: int64(f.mode), Size: int64(len(f.data)), ModTime: at, Format: tar.FormatPAX}
		if err := t.WriteHeader(h); err != nil {
			return err
		}
		if _, err := t.Write(f.data); err != nil {
			return err
		}
	}
	if err := t.Close(); err != nil {
		return err
	}
	return z.Close()
}

// writeSums writes what sha256sum -c reads.
func writeSums(out string) error {
	entries, err := os.ReadDir(out) // sorted
	if err != nil {
		return err
	}
	var b strings.Builder
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(out, e.Name()))
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "%x  %s\n", sha256.Sum256(data), e.Name())
	}
	return os.WriteFile(filepath.Join(out, "SHA256SUMS"), []byte(b.String()), 0o644)
}
