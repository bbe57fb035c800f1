package compose

import (
	"strings"
	"unicode/utf8"

	"hongtou/internal/assign"
)

// sheetNames are the names of sheets that are taken, so that a number printed
// twice stops no workbook.
type sheetNames map[string]bool

// longestForm is what templates put behind a name: 申请, 验收.
const longestForm = 2

// take gives the sheets of a task a name: its printed number, or its ID when
// the number is taken or no name.
func (n sheetNames) take(t *assign.Task) string {
	name := t.Label
	if badSheetName(name, nil) != "" || utf8.RuneCountInString(name) > maxSheetName-longestForm || n[strings.ToLower(name)] {
		name = anchorID(t.ID)
		for n[name] {
			name += "-2"
		}
	}
	n[strings.ToLower(name)] = true
	return name
}
