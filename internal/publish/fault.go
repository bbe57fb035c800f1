package publish

import (
	"errors"
	"io/fs"
)

// Error is a failure of the disk or a refusal, with a message for people.
type Error struct {
	Path    string // the file or folder concerned
	Message string // Chinese, names the path
	Err     error  // the cause, if the system gave one
}

// Error gives the message and the system's own words.
func (e *Error) Error() string {
	if e.Err == nil {
		return e.Message
	}
	return e.Message + "（" + cause(e.Err).Error() + "）"
}

// Unwrap gives the system's error.
func (e *Error) Unwrap() error { return e.Err }

// explain turns a system's error into a message that names the path and the
// next step.
func explain(path string, err error) error {
	var done *Error
	if err == nil || errors.As(err, &done) {
		return err
	}
	return &Error{Path: path, Message: "“" + path + "”" + meaning(err), Err: err}
}

func meaning(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "不存在"
	case isFull(err):
		return "无法写入：磁盘空间不足，请清理后重新运行"
	case isReadOnly(err):
		return "无法写入：所在磁盘是只读的，请用 --out 指定其他文件夹"
	case isBusy(err):
		return "正被其他程序（如 Excel、WPS）打开，请关闭该文件后重新运行"
	case errors.Is(err, fs.ErrPermission):
		return "没有读写权限" + permissionHint
	}
	return "读写失败"
}

// cause strips the operation and path that the os package adds.
func cause(err error) error {
	for {
		inner := errors.Unwrap(err)
		if inner == nil {
			return err
		}
		err = inner
	}
}
