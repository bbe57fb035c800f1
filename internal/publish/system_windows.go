package publish

import (
	"errors"
	"os"

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
