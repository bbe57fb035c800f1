//go:build unix

package publish

import (
	"errors"
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

const permissionHint = "，请检查文件夹的权限，或用 --out 指定其他文件夹"

func isFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

func isReadOnly(err error) bool { return errors.Is(err, syscall.EROFS) }

func isBusy(err error) bool {
	return errors.Is(err, syscall.EBUSY) || errors.Is(err, syscall.ETXTBSY)
}

// systemReason names causes that only this system tells apart, "" for others.
func systemReason(err error) string {
	var code syscall.Errno
	if !errors.As(err, &code) {
		return ""
	}
	switch code {
	case syscall.ENAMETOOLONG:
		return "文件名或路径过长"
	case syscall.EILSEQ:
		return "名称含有磁盘不允许的字符"
	case syscall.ENOTDIR:
		return "应当是文件夹，却是文件"
	case syscall.EISDIR:
		return "应当是文件，却是文件夹"
	case syscall.ELOOP:
		return "链接指向自身或层数过多"
	case syscall.EMFILE, syscall.ENFILE:
		return "同时打开的文件过多"
	case syscall.EFBIG:
		return "文件超过磁盘允许的大小"
	case syscall.EIO, syscall.ENXIO, syscall.ENODEV:
		return "磁盘读写出错，可能已损坏或被拔出"
	case syscall.ESTALE, syscall.ETIMEDOUT, syscall.ENOTCONN, syscall.EHOSTDOWN, syscall.EHOSTUNREACH, syscall.ENETDOWN, syscall.ENETUNREACH:
		return "网络磁盘的连接已断开"
	case syscall.ENOLCK:
		return unsupported
	}
	return ""
}

// syncFolder makes renames in a folder survive a power cut.
func syncFolder(f *os.File) error {
	err := f.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		return nil // some network disks cannot
	}
	return err
}

// tryLock takes the lock without waiting; errHeld when another has it.
func tryLock(f *os.File) error {
	for {
		err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		switch {
		case errors.Is(err, syscall.EINTR):
			continue
		case errors.Is(err, syscall.EWOULDBLOCK):
			return errHeld
		}
		return err
	}
}

// stampOf asks the system about an open file. It is asked by the open file and
// not by name because network disks bring their answer up to date only then.
func stampOf(f *os.File) (stamp, bool) {
	var s unix.Stat_t
	if err := unix.Fstat(int(f.Fd()), &s); err != nil || s.Mode&unix.S_IFMT != unix.S_IFREG {
		return stamp{}, false
	}
	return stamp{s.Size, s.Mtim.Nano(), s.Ctim.Nano(), s.Ino}, true
}
