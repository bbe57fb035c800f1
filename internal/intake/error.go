package intake

import (
	"errors"
	"fmt"
)

// Error says why a file cannot be read and what to do about it.
type Error struct {
	Name    string // of the file, as it was given
	Line    int    // of the file, 0 when the error is of the whole file
	Code    string // stable English word for tests and scripts
	Message string // Chinese, one line, without a full stop
	Hint    string // Chinese next step
	Cause   error  // of the library that gave up, may be nil
}

// Error gives the message with its place; the hint is printed apart.
func (e *Error) Error() string {
	place := e.Name
	if e.Line > 0 {
		place = fmt.Sprintf("%s第%d行", place, e.Line)
	}
	if place == "" {
		return e.Message
	}
	return place + "：" + e.Message
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Cause }

// placed names the file in an error of a reader. What is no *Error yet is the
// word of a library about a damaged file.
func placed(name string, err error) error {
	var e *Error
	if !errors.As(err, &e) {
		e = broken(err)
	}
	named := *e
	named.Name = name
	return &named
}

func broken(cause error) *Error {
	return &Error{Code: "broken", Message: "文件内容已损坏或不完整", Hint: "请用Word、WPS或浏览器打开确认，另存一份后再导入", Cause: cause}
}
