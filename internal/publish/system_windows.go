package publish

import (
	"errors"
	"os"
	"unsafe"

	"golang.org/x/sys/windows"
)

// Windows refuses to rename over an open file with the same word as for a file
// without permission.
const permissionHint = "，或正被其他程序（如 Excel、WPS）打开，请关闭后重新运行"

func isFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL) ||
		errors.Is(err, windows.ERROR_DISK_QUOTA_EXCEEDED)
}

func isReadOnly(err error) bool { return errors.Is(err, windows.ERROR_WRITE_PROTECT) }

func isBusy(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_LOCK_VIOLATION) ||
		errors.Is(err, windows.ERROR_USER_MAPPED_FILE)
}

// systemReason names causes that only this system tells apart, "" for others.
func systemReason(err error) string {
	var code windows.Errno
	if !errors.As(err, &code) {
		return ""
	}
	switch code {
	case windows.ERROR_FILENAME_EXCED_RANGE, windows.ERROR_BUFFER_OVERFLOW:
		return "文件名或路径过长"
	case windows.ERROR_INVALID_NAME, windows.ERROR_BAD_PATHNAME:
		return "名称含有系统不允许的字符"
	case windows.ERROR_DIRECTORY:
		return "应当是文件夹，却是文件"
	case windows.ERROR_DIR_NOT_EMPTY:
		return "文件夹不是空的"
	case windows.ERROR_TOO_MANY_OPEN_FILES:
		return "同时打开的文件过多"
	case windows.ERROR_FILE_TOO_LARGE:
		return "文件超过磁盘允许的大小"
	case windows.ERROR_IO_DEVICE, windows.ERROR_CRC, windows.ERROR_SECTOR_NOT_FOUND, windows.ERROR_NOT_READY, windows.ERROR_DEV_NOT_EXIST:
		return "磁盘读写出错，可能已损坏或被拔出"
	case windows.ERROR_BAD_NETPATH, windows.ERROR_BAD_NET_NAME, windows.ERROR_NETNAME_DELETED, windows.ERROR_UNEXP_NET_ERR, windows.ERROR_NETWORK_UNREACHABLE:
		return "网络磁盘的连接已断开"
	case windows.ERROR_INVALID_FUNCTION:
		return unsupported
	}
	return ""
}

// syncFolder does nothing: Windows cannot sync a folder.
func syncFolder(*os.File) error { return nil }

// tryLock takes the lock without waiting; errHeld when another has it. The
// byte locked lies far behind the content, which others want to read.
func tryLock(f *os.File) error {
	far := &windows.Overlapped{OffsetHigh: 0x7fffffff}
	err := windows.LockFileEx(windows.Handle(f.Fd()),
		windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, far)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return errHeld
	}
	return err
}

// since1970 gives nanoseconds since 1970; a time that the disk does not keep
// stays 0.
func since1970(hundredths int64) int64 {
	const from1601 = 116444736000000000
	if hundredths == 0 {
		return 0
	}
	return (hundredths - from1601) * 100
}

// basicInfo is FILE_BASIC_INFO, times in 100 ns since 1601.
type basicInfo struct {
	created, accessed, written, changed int64
	attributes                          uint32
	_                                   uint32
}

// stampOf asks the system about an open file.
func stampOf(f *os.File) (stamp, bool) {
	handle := windows.Handle(f.Fd())
	var who windows.ByHandleFileInformation
	var when basicInfo
	if windows.GetFileInformationByHandle(handle, &who) != nil ||
		windows.GetFileInformationByHandleEx(handle, windows.FileBasicInfo, (*byte)(unsafe.Pointer(&when)), uint32(unsafe.Sizeof(when))) != nil {
		return stamp{}, false
	}
	return stamp{
		size:    int64(who.FileSizeHigh)<<32 | int64(who.FileSizeLow),
		written: since1970(when.written), changed: since1970(when.changed),
		id: uint64(who.FileIndexHigh)<<32 | uint64(who.FileIndexLow),
	}, true
}
