package publish

import (
	"errors"
	"io/fs"
)

// Error is a failure of the disk or a refusal, with a message for people.
type Error struct {
	Path    string // the file or folder concerned
	Message string // Chinese: names the path, the cause and, where there is one, the next step
	Err     error  // the cause, if the system gave one
}

// Error gives the message.
func (e *Error) Error() string { return e.Message }

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

// meaning says what happened and what to do about it.
func meaning(err error) string {
	switch why := reason(err); {
	case errors.Is(err, fs.ErrNotExist):
		return why
	case isFull(err):
		return "无法写入：" + why + "，请清理后重新运行"
	case isReadOnly(err):
		return "无法写入：" + why + "，请用 --out 指定其他文件夹"
	case isBusy(err):
		return why + "，请关闭该文件后重新运行"
	case errors.Is(err, fs.ErrPermission):
		return "无法读写：" + why + permissionHint
	default:
		return "无法读写：" + why
	}
}

// reason names the cause in Chinese; of one that is not known it keeps the
// system's own words.
func reason(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "不存在"
	case isFull(err):
		return "磁盘空间不足"
	case isReadOnly(err):
		return "所在磁盘是只读的"
	case isBusy(err):
		return "正被其他程序（如 Excel、WPS）打开"
	case errors.Is(err, fs.ErrPermission):
		return "权限不足"
	case errors.Is(err, fs.ErrExist):
		return "同名的文件或文件夹已经存在"
	case errors.Is(err, errors.ErrUnsupported):
		return unsupported
	}
	if why := systemReason(err); why != "" {
		return why
	}
	return "系统提示：" + cause(err).Error()
}

const unsupported = "磁盘不支持这一操作"

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
