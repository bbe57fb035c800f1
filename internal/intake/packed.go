package intake

import (
	"hongtou/internal/manuscript"
)

// packed tells what a ZIP container holds.
func packed(data []byte) (manuscript.Format, error) {
	return "", &Error{Code: "format", Message: "这是压缩包", Hint: archiveHint}
}
