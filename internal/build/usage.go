package build

import "fmt"

// UsageError is a wrong command line, found out here because only the content
// can tell: a folder that is not there, a dossier or an address nobody has.
type UsageError struct {
	Message string // Chinese, one line
	Hint    string // Chinese next step, may be empty
}

// Error gives the message without the hint.
func (e *UsageError) Error() string { return e.Message }

func misused(hint, format string, args ...any) error {
	return &UsageError{Message: fmt.Sprintf(format, args...), Hint: hint}
}
