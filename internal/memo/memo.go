// Package memo keeps small finished pieces between runs, so that what is dear
// to make and comes up again and again is made once.
//
// In: the bytes a piece follows from, and a function that makes it. Out: the
// piece, made now or taken from the folder. Nothing but time depends on the
// folder: a file is believed only if a SHA-256 over program, kind, input and
// piece stands before it, so that a damaged, torn, renamed or older file is
// made again. Against somebody who may write to the user's own folders this is
// no protection, as it is none for the program itself.
//
// A folder that cannot be read or written (no home, a read-only disk, a full
// one) is passed over in silence.
package memo

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"
)

// The bounds of a folder: a piece that is larger is not kept, and Close removes
// the oldest files until all together are no larger. The order of making will
// do: what is still in use is then made once more.
const (
	maxPiece  = 4 << 20
	maxFolder = 64 << 20
)

// Folder is where pieces are kept; nil keeps nothing. It is safe for concurrent
// use, also by several processes.
type Folder struct {
	root    *os.Root
	program string
	barred  atomic.Bool // writing failed: not tried again
	added   atomic.Bool
	parts   atomic.Uint64 // begun
}

// UserFolder is where this user's pieces belong: fonts in the program's folder
// for such things, which does not travel with roaming profiles
// (%LocalAppData%\hongtou, $XDG_CACHE_HOME/hongtou, ~/Library/Caches/hongtou);
// "" if the machine has none.
func UserFolder() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "hongtou", "fonts")
}

// Open opens a folder, which is made if need be, for what this program makes;
// nil without dir, without program and where the folder cannot be used. Another
// program never takes these pieces for its own.
func Open(dir, program string) *Folder {
	if dir == "" || program == "" || os.MkdirAll(dir, 0o700) != nil {
		return nil
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil
	}
	return &Folder{root: root, program: program}
}

// Piece gives what comes from input by way of kind: the piece that was kept, or
// what make gives, which is kept from now on. Errors are those of make.
func (f *Folder) Piece(kind string, input []byte, make func() ([]byte, error)) ([]byte, error) {
	if f == nil {
		return make()
	}
	key := f.key(kind, input)
	name := hex.EncodeToString(key[:]) + suffix
	if data, ok := f.read(name, key); ok {
		return data, nil
	}
	data, err := make()
	if err == nil && len(data) <= maxPiece && !f.barred.Load() {
		f.write(name, key, data)
	}
	return data, err
}

const suffix, unfinished = ".piece", ".part"

// key names a piece. Input comes last, so that nothing can be read two ways.
func (f *Folder) key(kind string, input []byte) [sha256.Size]byte {
	h := sha256.New()
	_, _ = io.WriteString(h, f.program+"\n"+kind+"\n")
	_, _ = h.Write(input)
	return [sha256.Size]byte(h.Sum(nil))
}

// seal is what stands before a piece.
func seal(key [sha256.Size]byte, data []byte) [sha256.Size]byte {
	h := sha256.New()
	_, _ = h.Write(key[:])
	_, _ = h.Write(data)
	return [sha256.Size]byte(h.Sum(nil))
}

func (f *Folder) read(name string, key [sha256.Size]byte) ([]byte, bool) {
	info, err := f.root.Lstat(name) // a pipe or a device would never end
	if err != nil || !info.Mode().IsRegular() || info.Size() < sha256.Size || info.Size() > maxPiece+sha256.Size {
		return nil, false
	}
	all, err := f.root.ReadFile(name)
	if err != nil || len(all) < sha256.Size {
		return nil, false
	}
	data := all[sha256.Size:]
	if [sha256.Size]byte(all) != seal(key, data) {
		return nil, false
	}
	return data, true
}

// write keeps a piece: whole under its name, or not at all. It is not synced: a
// file that a power failure tore does not bear its seal.
func (f *Folder) write(name string, key [sha256.Size]byte, data []byte) {
	sum := seal(key, data)
	part := fmt.Sprintf("%x-%d-%d%s%s", key[:8], os.Getpid(), f.parts.Add(1), suffix, unfinished)
	file, err := f.root.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) { // left by a killed run of the same number, until it is the oldest
		return
	}
	if err == nil {
		_, err = file.Write(append(sum[:], data...))
		err = errors.Join(err, file.Close())
		if err == nil {
			err = f.root.Rename(part, name)
		}
		if err != nil {
			_ = f.root.Remove(part)
		}
	}
	if err != nil {
		f.barred.Store(true)
		return
	}
	f.added.Store(true)
}
