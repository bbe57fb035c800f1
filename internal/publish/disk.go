package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

const (
	folderMode = 0o755
	fileMode   = 0o644
)

// disk is everything this package does to out/. All names are slash-separated
// and relative to out/; os.Root keeps them inside whatever links do.
type disk struct {
	root *os.Root
	out  string // as the user named it, for messages

	hooks

	read *manifestRead // the last manifest that was read
}

// manifestRead spares decoding a manifest twice.
type manifestRead struct {
	sum      [sha256.Size]byte
	manifest Manifest
}

// hooks are for tests: zero otherwise.
type hooks struct {
	step     func(what, name string) error // called before every change to the disk
	volatile bool                          // leave out syncing, which takes most of the time
	flush    func(f *os.File) error        // instead of syncing a file; may be called from several goroutines
}

// explain names the file in the user's words.
func (d *disk) explain(name string, err error) error {
	return explain(filepath.Join(d.out, filepath.FromSlash(name)), err)
}

func (d *disk) before(what, name string) error {
	if d.step == nil {
		return nil
	}
	return d.step(what, name)
}

// write makes a new file and syncs it.
func (d *disk) write(name string, data []byte) error {
	return d.explain(name, d.create(name, data))
}

func (d *disk) create(name string, data []byte) error {
	f, err := d.fill(name, contents(data))
	if err != nil {
		return err
	}
	return d.settle(f)
}

func contents(data []byte) func(*os.File) error {
	return func(f *os.File) error {
		_, err := f.Write(data)
		return err
	}
}

// fill makes a new file and fills it. It is safe on the disk only after
// settle, which has to follow.
func (d *disk) fill(name string, fill func(*os.File) error) (*os.File, error) {
	if err := d.before("create", name); err != nil {
		return nil, err
	}
	f, err := d.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, fileMode)
	if err != nil {
		return nil, err
	}
	err = fill(f)
	if err == nil {
		err = d.before("sync", name)
	}
	if err != nil {
		f.Close() // it is given up
		return nil, err
	}
	return f, nil
}

// settle syncs and closes a file.
func (d *disk) settle(f *os.File) error {
	var err error
	switch {
	case d.flush != nil:
		err = d.flush(f)
	case !d.volatile:
		err = f.Sync()
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	return err
}

func (d *disk) rename(from, to string) error {
	err := d.before("rename", to)
	if err == nil {
		err = d.root.Rename(from, to)
	}
	return d.explain(to, err)
}

// remove deletes a file; one that is not there is no error.
func (d *disk) remove(name string) error {
	err := d.before("remove", name)
	if err == nil {
		err = d.root.Remove(name)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return d.explain(name, err)
}

// duplicate gives a file a second name, as a hard link, or as a copy where
// the disk has no links.
func (d *disk) duplicate(from, to string) error {
	err := d.before("link", to)
	if err == nil {
		err = d.root.Link(from, to)
	}
	if err == nil || errors.Is(err, fs.ErrExist) {
		return nil
	}
	return d.explain(from, d.copy(from, to))
}

// copy goes through a name of its own, so that to never holds half a file.
func (d *disk) copy(from, to string) error {
	src, err := d.root.Open(from)
	if err != nil {
		return err
	}
	defer src.Close() // only read
	half := to + ".part"
	f, err := d.fill(half, func(f *os.File) error {
		_, err := io.Copy(f, src)
		return err
	})
	if err == nil {
		err = d.settle(f)
	}
	if err != nil {
		return err
	}
	return d.rename(half, to)
}

// makeParents makes the folders above name.
func (d *disk) makeParents(name string) error {
	dir := path.Dir(name)
	if dir == "." {
		return nil
	}
	return d.makeFolder(dir)
}

func (d *disk) makeFolder(name string) error {
	if info, err := d.root.Lstat(name); err == nil && info.IsDir() {
		return nil
	}
	err := d.before("mkdir", name)
	if err == nil {
		err = d.root.MkdirAll(name, folderMode)
	}
	return d.explain(name, err)
}

// dropEmptyParents removes the folders above name that hold nothing.
func (d *disk) dropEmptyParents(name string) {
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if d.before("rmdir", dir) != nil || d.root.Remove(dir) != nil {
			return // most often because it is not empty
		}
	}
}

func (d *disk) sync(folder string) error {
	if err := d.before("syncdir", folder); err != nil {
		return d.explain(folder, err)
	}
	if d.volatile {
		return nil
	}
	f, err := d.root.Open(folder)
	if err != nil {
		return d.explain(folder, err)
	}
	defer f.Close() // only read
	return d.explain(folder, syncFolder(f))
}

func (d *disk) exists(name string) bool {
	_, err := d.root.Lstat(name)
	return err == nil
}

// sum gives the SHA-256 of a file, "" when there is none. It refuses what
// stands refuses.
func (d *disk) sum(name string) (string, error) {
	if stands, err := d.stands(name); !stands || err != nil {
		return "", err
	}
	return d.hash(name)
}

// stands says whether a file stands at a name. Links and folders, at the name
// or above it, are refused: we never made them.
func (d *disk) stands(name string) (bool, error) {
	for _, dir := range parents(name) {
		switch info, err := d.root.Lstat(dir); {
		case errors.Is(err, fs.ErrNotExist) || err == nil && info.Mode().IsRegular():
			return false, nil
		case err != nil:
			return false, d.explain(dir, err)
		case !info.IsDir():
			return false, d.refuse(dir, "是链接，程序不会写到链接指向的地方，请移走")
		}
	}
	info, err := d.root.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, d.explain(name, err)
	case !info.Mode().IsRegular():
		return false, d.refuse(name, "应当是文件，却是文件夹或链接，请移走")
	}
	return true, nil
}

func (d *disk) hash(name string) (string, error) {
	f, err := d.root.Open(name)
	if err != nil {
		return "", d.explain(name, err)
	}
	defer f.Close() // only read
	sum, err := hashOf(f)
	return sum, d.explain(name, err)
}

func hashOf(f *os.File) (string, error) {
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

func (d *disk) refuse(name, reason string) error {
	full := filepath.Join(d.out, filepath.FromSlash(name))
	return &Error{Path: full, Message: "“" + full + "”" + reason}
}

func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
