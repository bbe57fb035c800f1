package build

import (
	"bytes"
	"crypto/sha256"
	"debug/elf"
	"encoding/hex"
	"fmt"
	"io"
	"os"
)

// program tells this program from every other build of it: what an older one
// made must not pass for what this one would make. The version alone does not
// change from commit to commit, and the revision that debug.ReadBuildInfo
// gives says nothing of uncommitted changes, so it is the build ID that the
// linker wrote into the executable: a hash of all that was linked, embedded
// faces and templates as well. Reading it costs less than a millisecond;
// hashing the whole executable, the way out when it has none, a tenth of a
// second. Another processor or system is another program.
func program() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", err
	}
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close() // only read
	if id := buildID(f); id != "" {
		return "build " + id, nil
	}
	h := sha256.New()
	if _, err := io.Copy(h, io.NewSectionReader(f, 0, 1<<62)); err != nil {
		return "", err
	}
	return "executable " + hex.EncodeToString(h.Sum(nil)), nil
}

// buildID gives Go's build ID of an executable, "" when it has none: in ELF
// files a note, in all others marked text near the start.
func buildID(f io.ReaderAt) string {
	if e, err := elf.NewFile(f); err == nil {
		note := e.Section(".note.go.buildid")
		if note == nil {
			return ""
		}
		const head = 16 // sizes, type and owner of the note
		data, err := note.Data()
		if err != nil || len(data) <= head {
			return ""
		}
		return string(bytes.TrimRight(data[head:], "\x00"))
	}
	start := make([]byte, 64<<10)
	n, _ := f.ReadAt(start, 0) // a short file ends early
	_, rest, found := bytes.Cut(start[:n], []byte("\xff Go build ID: \""))
	id, _, ended := bytes.Cut(rest, []byte("\"\n \xff"))
	if !found || !ended {
		return ""
	}
	return string(id)
}

// inputs is a hash of everything that all files of a run follow from, beside
// the choice of kinds, formats and units: program, faces, templates, content
// and day.
func (t tools) inputs(c content) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\n%s\n%s\n%q\n", t.fingerprint, t.templates.Sum(), c.problems.files.Sum(), c.asOf)
	return hex.EncodeToString(h.Sum(nil))
}
