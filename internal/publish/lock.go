package publish

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
)

// errHeld means that another process has the lock.
var errHeld = errors.New("lock is held")

// lockTries bounds how often a lock file is seen to vanish under our hands,
// because its holder has just finished.
const lockTries = 100

// lock is the right to change out/. The operating system takes it back when
// the process ends, so a lock is never stale.
type lock struct{ file *os.File }

// acquire makes the staging folder and locks it.
func (d *disk) acquire() (*lock, error) {
	for range lockTries {
		if err := d.makeFolder(stagingDir); err != nil {
			return nil, err
		}
		f, err := d.root.OpenFile(lockName, os.O_RDWR|os.O_CREATE, fileMode)
		if errors.Is(err, fs.ErrNotExist) {
			continue // the holder removed the folder
		}
		if err != nil {
			return nil, d.explain(lockName, err)
		}
		l, err := d.hold(f)
		if l != nil {
			return l, nil
		}
		f.Close() // not ours: nothing was written
		if err != nil {
			return nil, err
		}
	}
	return nil, d.refuse(".", "的写入锁无法取得，请稍后重新运行")
}

// hold locks f. Neither lock nor error means that f is no longer the lock
// file and the next one has to be tried.
func (d *disk) hold(f *os.File) (*lock, error) {
	err := tryLock(f)
	if errors.Is(err, errHeld) {
		return nil, d.refuse(".", "正由另一个构建写入"+holder(f)+"，请等它结束后重新运行")
	}
	if err != nil {
		return nil, &Error{Path: d.out, Message: "“" + d.out + "”所在的磁盘不支持文件锁（" + reason(err) + "），请用 --out 指定本机磁盘上的文件夹", Err: err}
	}
	ours, err1 := f.Stat()
	named, err2 := d.root.Lstat(lockName)
	if err1 != nil || err2 != nil || !os.SameFile(ours, named) {
		return nil, nil
	}
	return &lock{f}, sign(f)
}

// now is what the clock of the disk said when the lock was taken, which wrote
// to its file; 0 when that cannot be known.
func (l *lock) now() int64 {
	s, ok := stampOf(l.file)
	if !ok {
		return 0
	}
	return s.written
}

// sign says who holds the lock, for the message of the next who wants it. It
// is a courtesy: failing to write it is no failure.
func sign(f *os.File) error {
	host, err := os.Hostname()
	if err != nil {
		host = "?"
	}
	if f.Truncate(0) == nil {
		_, _ = f.WriteAt(fmt.Appendf(nil, "%d %s\n", os.Getpid(), host), 0)
	}
	return nil
}

func holder(f *os.File) string {
	buf := make([]byte, 256)
	n, err := f.ReadAt(buf, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return ""
	}
	pid, host, ok := strings.Cut(strings.TrimSpace(string(buf[:n])), " ")
	if !ok {
		return ""
	}
	return "（进程" + pid + "，主机" + host + "）"
}

// release gives the lock back and leaves no trace of it. The file goes while
// it is still locked; afterwards it may be another's.
func (d *disk) release(l *lock) {
	_ = d.remove(lockName)
	_ = l.file.Close()
	if d.before("rmdir", stagingDir) == nil {
		_ = d.root.Remove(stagingDir) // stays if it holds anything
	}
}
