package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"
	"sync"
)

// memory spares a session the reading of files that nobody has touched since
// they were last read or written, as git's index does. A file is taken for
// what it was if its whole stamp is the one remembered: size, both times and
// identity. Only settled stamps are remembered, of files whose content was
// known at the same time.
//
// It is kept between runs outside out/, so that out/ holds nothing but what
// was published and brings no claims of its own from elsewhere. One that is
// absent, damaged, of another manifest or of another folder of the same name
// costs time and nothing else: then files are read.
type memory struct {
	file string // "" = nothing is kept between runs
	now  int64  // by the clock of the disk that holds out/, when the session began; 0 = unknown

	mu    sync.Mutex
	seen  map[string]sighting // by path
	fresh bool                // knows more than the file
}

// sighting is a stamp, and the sum of what the file held then.
type sighting struct {
	stamp
	sum string
}

// memoryOf finds the memory of out in a folder that holds those of all.
func memoryOf(folder, out string) *memory {
	m := &memory{seen: map[string]sighting{}}
	if full, err := filepath.Abs(out); err == nil && folder != "" {
		m.file = filepath.Join(folder, memoryFolder, sumOf([]byte(full))[:32]+memorySuffix)
	}
	return m
}

const memoryFolder, memorySuffix = "outputs", ".seen"

// believed gives the sum of a file whose stamp is the one remembered, "" for
// any other.
func (m *memory) believed(path string, s stamp) string {
	m.mu.Lock()
	defer m.mu.Unlock()
	if known, ok := m.seen[path]; ok && known.stamp == s {
		return known.sum
	}
	return ""
}

// note remembers what a file holds if its stamp had settled at a moment before
// both were looked at.
func (m *memory) note(path string, s stamp, sum string, now int64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if s.settled(now) {
		m.seen[path] = sighting{s, sum}
		m.fresh = true
	}
}

// remember looks at the files that a commit has just put in their places. One
// that is not the staged file, as it was written, is left to be read.
func (s *Session) remember(puts []put) {
	s.memory.fresh = true // the manifest is another
	_ = sign(s.lock.file) // for the time of it
	now := s.lock.now()
	for _, p := range puts {
		stamp, ok := s.disk.look(p.Path)
		if staged := s.staged[p.Path].stamp; ok && stamp.sameContent(staged) {
			s.memory.note(p.Path, stamp, p.SHA256, now)
		}
	}
}

// look gives the stamp of a file.
func (d *disk) look(name string) (stamp, bool) {
	if info, err := d.root.Lstat(name); err != nil || !info.Mode().IsRegular() {
		return stamp{}, false // a pipe would never open
	}
	f, err := d.root.Open(name)
	if err != nil {
		return stamp{}, false
	}
	defer f.Close() // only read
	return stampOf(f)
}

// The file: what it is, the sum of the manifest it goes with, three numbers
// for each output in the manifest's order (zeros for a file that has to be
// read), and a sum over all of that. Sizes and sums are the manifest's.
const (
	memoryTitle = "hongtou seen 1\n"
	entryLength = 3 * 8
)

// recall reads the memory that goes with a manifest.
func (m *memory) recall(manifest [sha256.Size]byte, outputs []Output) {
	size := len(memoryTitle) + sha256.Size + len(outputs)*entryLength + sha256.Size
	info, err := os.Lstat(m.file)
	if err != nil || !info.Mode().IsRegular() || info.Size() != int64(size) {
		return
	}
	data, err := os.ReadFile(m.file)
	if err != nil || len(data) != size {
		return
	}
	content, seal := data[:size-sha256.Size], data[size-sha256.Size:]
	head := memoryHead(manifest)
	if sum := sha256.Sum256(content); !bytes.Equal(sum[:], seal) || !bytes.HasPrefix(content, head) {
		return
	}
	rest := content[len(head):]
	for i := range outputs {
		o := &outputs[i]
		e := rest[i*entryLength:]
		s := stamp{o.Bytes, int64(binary.LittleEndian.Uint64(e)), int64(binary.LittleEndian.Uint64(e[8:])), binary.LittleEndian.Uint64(e[16:])}
		if s != (stamp{size: o.Bytes}) {
			m.seen[o.Path] = sighting{s, o.SHA256}
		}
	}
}

func memoryHead(manifest [sha256.Size]byte) []byte {
	return append([]byte(memoryTitle), manifest[:]...)
}

// keep writes the memory that goes with a manifest. It is a courtesy to the
// next run: failing is no failure, and a file torn by a power cut does not
// bear its seal.
func (m *memory) keep(manifest []byte, outputs []Output) {
	if m.file == "" || !m.fresh {
		return
	}
	data := slices.Grow(memoryHead(sha256.Sum256(manifest)), len(outputs)*entryLength+sha256.Size)
	for i := range outputs {
		o := &outputs[i]
		s := m.seen[o.Path]
		if s.sum != o.SHA256 || s.size != o.Bytes {
			s = sighting{}
		}
		data = binary.LittleEndian.AppendUint64(data, uint64(s.written))
		data = binary.LittleEndian.AppendUint64(data, uint64(s.changed))
		data = binary.LittleEndian.AppendUint64(data, s.id)
	}
	seal := sha256.Sum256(data)
	folder := filepath.Dir(m.file)
	if os.MkdirAll(folder, 0o700) != nil {
		return
	}
	part := m.file + ".part" // nobody else writes it: out/ is locked
	if os.WriteFile(part, append(data, seal[:]...), 0o600) != nil || os.Rename(part, m.file) != nil {
		_ = os.Remove(part)
		return
	}
	forgetOldest(folder)
}

// mostMemories bounds the folder: one who builds to many places builds to few
// of them again.
const mostMemories = 100

func forgetOldest(folder string) {
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) <= mostMemories {
		return
	}
	var files []os.FileInfo
	for _, e := range entries {
		if info, err := e.Info(); err == nil && filepath.Ext(e.Name()) == memorySuffix {
			files = append(files, info)
		}
	}
	slices.SortFunc(files, func(a, b os.FileInfo) int { return a.ModTime().Compare(b.ModTime()) })
	for _, f := range files[:max(0, len(files)-mostMemories)] {
		_ = os.Remove(filepath.Join(folder, f.Name()))
	}
}
