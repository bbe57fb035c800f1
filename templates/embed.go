// Package templates holds the templates of all document kinds, one folder a
// kind, partials in shared/. A user's folder may replace them file by file;
// docs/templates.md says how to write them.
package templates

import (
	"embed"
	"io/fs"
)

//go:embed notice annex amendment consolidated comparison taskbook letter acceptance clauses volume reissue ledger register shared
var files embed.FS

// FS gives the embedded templates.
func FS() fs.FS { return files }
