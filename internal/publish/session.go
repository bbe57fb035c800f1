package publish

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"golang.org/x/sync/errgroup"
)

// Session is one publication: Begin, any number of Put, Commit, Close. Until
// Commit nothing that people see in out/ changes.
type Session struct {
	disk     *disk
	lock     *lock
	previous Manifest
	was      map[string]Output // the files of previous
	fresh    bool              // out/ was made by Begin
	pending  bool              // a journal could neither be finished nor taken back
	spent    bool              // Commit was called
	rescued  []Saved
	memory   *memory

	mu     sync.Mutex
	staged map[string]stagedFile

	syncs errgroup.Group // of staged files, while others are being made
}

// syncsAtOnce bounds the files that are open because they are being synced. A
// disk takes several syncs in about the time of one.
const syncsAtOnce = 8

// stagedFile is what Put has taken in.
type stagedFile struct {
	name   string // in the staging folder; "" when out/ holds the same already
	bytes  int64
	sha256 string
	kept   bool  // taken in by Keep
	stamp  stamp // of the staged file
}

// Begin opens out for writing, makes it if need be, and first ends what a
// killed run left undone. It refuses a folder that is not ours and one that
// another run is writing. The caller must Close.
func Begin(out string) (*Session, error) { return BeginRemembering(out, "") }

// BeginRemembering is Begin with a folder in which it is remembered between
// runs how the files of out looked when their content was last known: those
// that look the same are not read again. Without a folder all are read.
func BeginRemembering(out, folder string) (*Session, error) {
	return begin(out, hooks{}, memoryOf(folder, out))
}

func begin(out string, h hooks, m *memory) (*Session, error) {
	d, fresh, err := openDisk(out, h)
	if err != nil {
		return nil, err
	}
	s := &Session{disk: d, fresh: fresh, memory: m, staged: map[string]stagedFile{}}
	s.syncs.SetLimit(syncsAtOnce)
	if err := s.open(); err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

func openDisk(out string, h hooks) (d *disk, fresh bool, err error) {
	if out == "" {
		return nil, false, &Error{Message: "没有指定输出文件夹"}
	}
	if _, err := os.Stat(out); errors.Is(err, fs.ErrNotExist) {
		fresh = true
		if err := os.MkdirAll(out, folderMode); err != nil {
			return nil, false, explain(out, err)
		}
	}
	d, err = openToRead(out)
	if err != nil {
		return nil, false, err
	}
	d.hooks = h
	return d, fresh, nil
}

// openToRead opens a folder that is there.
func openToRead(out string) (*disk, error) {
	info, err := os.Stat(out)
	if err != nil {
		return nil, explain(out, err)
	}
	if !info.IsDir() {
		return nil, &Error{Path: out, Message: "“" + out + "”是文件，不是文件夹"}
	}
	root, err := os.OpenRoot(out)
	if err != nil {
		return nil, explain(out, err)
	}
	return &disk{root: root, out: out}, nil
}

func (s *Session) open() error {
	if err := s.disk.checkOurs(); err != nil {
		return err
	}
	var err error
	if s.lock, err = s.disk.acquire(); err != nil {
		return err
	}
	if s.rescued, err = s.disk.recover(); err != nil {
		s.pending = true
		return err
	}
	// Only now is it certain what out/ holds.
	if err := s.disk.checkOurs(); err != nil {
		return err
	}
	if s.previous, err = s.disk.manifest(); err != nil {
		return err
	}
	s.was = s.previous.byPath()
	s.memory.now = s.lock.now()
	if s.disk.read != nil {
		s.memory.recall(s.disk.read.sum, s.previous.Outputs)
	}
	return s.disk.emptyStaging()
}

// checkOurs refuses a folder with other people's files and no mark of ours.
func (d *disk) checkOurs() error {
	if info, err := d.root.Lstat(stagingDir); err == nil && !info.IsDir() {
		return d.refuse(stagingDir, "应当是文件夹，却是文件或链接，请移走")
	}
	if _, err := d.manifest(); err != nil || d.exists(ManifestName) || d.exists(journalName) {
		return err
	}
	entries, err := fs.ReadDir(d.root.FS(), ".")
	if err != nil {
		return d.explain(".", err)
	}
	for _, e := range entries {
		if e.Name() != stagingDir && !harmless(e.Name()) {
			return d.refuse(".", "不是空文件夹，也不是本程序的输出文件夹（例如其中有“"+e.Name()+"”），为免损坏其他文件，请用 --out 另指定文件夹")
		}
	}
	return nil
}

// manifest reads the manifest in out/; without one it is empty.
func (d *disk) manifest() (Manifest, error) {
	data, err := d.root.ReadFile(ManifestName)
	if errors.Is(err, fs.ErrNotExist) {
		return Manifest{}, nil
	}
	if err != nil {
		return Manifest{}, d.explain(ManifestName, err)
	}
	sum := sha256.Sum256(data)
	if d.read != nil && d.read.sum == sum {
		return d.read.manifest, nil
	}
	m, err := decodeManifest(data)
	if err != nil {
		return Manifest{}, d.refuse(".", "不能使用："+err.Error()+remedy(err))
	}
	d.read = &manifestRead{sum, m}
	return m, nil
}

// remedy is the next step when a manifest cannot be used. Taking the manifest
// away would not do: without it, the files beside it are other people's.
func remedy(err error) string {
	if errors.Is(err, errNewerManifest) {
		return "，请改用新版本，或用 --out 另指定文件夹"
	}
	return "；请从备份恢复该文件，或将整个文件夹改名保存后重新运行，或用 --out 另指定文件夹"
}

// emptyStaging removes what runs that never came to Commit left, and makes
// the folders anew.
func (d *disk) emptyStaging() error {
	for _, name := range []string{undoName, journalName + ".part"} {
		if err := d.remove(name); err != nil {
			return err
		}
	}
	for _, dir := range []string{newDir, oldDir} {
		if err := d.removeFolder(dir); err != nil {
			return err
		}
		if err := d.makeFolder(dir); err != nil {
			return err
		}
	}
	return nil
}

func (d *disk) removeFolder(name string) error {
	err := d.before("removeall", name)
	if err == nil {
		err = d.root.RemoveAll(name)
	}
	return d.explain(name, err)
}

// Previous is a copy of the last publication's manifest; empty at the first.
func (s *Session) Previous() Manifest { return s.previous.normalised() }

// Put takes in one file. It may be called from several goroutines at once and
// keeps no reference to data. That the file is safe on the disk is known only
// to Commit, which waits for it before the first rename.
func (s *Session) Put(path string, data []byte) error {
	if err := checkPath(path); err != nil {
		return err
	}
	file := stagedFile{bytes: int64(len(data)), sha256: sumOf(data)}
	same, err := s.holds(path, file)
	if err != nil {
		return err
	}
	if !same {
		file.name = fmt.Sprintf("%s/%s", newDir, sumOf([]byte(path))[:32])
	}
	s.mu.Lock()
	earlier, twice := s.staged[path]
	s.staged[path] = file
	s.mu.Unlock()
	if twice && !earlier.kept {
		return pathError(path, "交来两次")
	}
	if file.name == "" {
		return nil
	}
	return s.disk.explain(path, s.stage(path, file, data))
}

// stage writes a file into the staging folder and has it synced in the
// background; it waits when too many are.
func (s *Session) stage(path string, file stagedFile, data []byte) error {
	f, err := s.disk.fill(file.name, contents(data))
	if err != nil {
		return err
	}
	if stamp, ok := stampOf(f); ok {
		file.stamp = stamp
		s.mu.Lock()
		s.staged[path] = file
		s.mu.Unlock()
	}
	s.syncs.Go(func() error { return s.disk.explain(path, s.disk.settle(f)) })
	return nil
}

// Read gives back a file that this session has taken in, and its SHA-256.
func (s *Session) Read(path string) ([]byte, string, error) {
	s.mu.Lock()
	file, here := s.staged[path]
	s.mu.Unlock()
	if !here {
		return nil, "", pathError(path, "没有交来")
	}
	name := file.name
	if name == "" {
		name = path
	}
	data, err := s.disk.root.ReadFile(name)
	if err != nil {
		return nil, "", s.disk.explain(name, err)
	}
	if sumOf(data) != file.sha256 {
		return nil, "", s.disk.refuse(path, "在生成期间被改动，请重新运行")
	}
	return data, file.sha256, nil
}

// Close gives up whatever was not committed and frees out/ for others.
func (s *Session) Close() {
	_ = s.syncs.Wait() // an open file could not be removed everywhere; Commit has told of an error
	if s.lock != nil {
		if !s.pending {
			_ = s.disk.removeFolder(newDir)
			_ = s.disk.removeFolder(oldDir)
			_ = s.disk.remove(journalName + ".part")
		}
		s.disk.release(s.lock)
		s.lock = nil
	}
	_ = s.disk.root.Close()
	if s.fresh && s.disk.before("rmdir", ".") == nil {
		_ = os.Remove(filepath.Clean(s.disk.out)) // stays if it holds anything
	}
	s.fresh = false
}
