package build

import (
	"strings"
	"testing"

	"hongtou/internal/docset"
	"hongtou/internal/dossier"
	"hongtou/internal/publish"
)

// What publishing would refuse for its own names' sake is refused before
// anything is made, and with a place.
func TestOwnNamesAreRefusedByThePlan(t *testing.T) {
	session, err := publish.Begin(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer session.Close()
	for _, path := range []string{"manifest.json/a.pdf", "MANIFEST.json/a.pdf", ".hongtou-staging/a.pdf", ".Hongtou-Staging/lock", "甲/manifest.json", "manifest/a.pdf"} {
		refused := session.Put(path, nil) != nil
		d := docset.Document{Dossier: &dossier.Dossier{}, Files: []docset.File{{Format: docset.PDF, Path: path}}}
		if problems := docset.CheckNames([]docset.Document{d}); refused != problems.HasErrors() || refused != (strings.Count(path, "甲")+strings.Count(path, "manifest/") == 0) {
			t.Errorf("%s: refused %t, problems %v", path, refused, problems)
		}
	}
}
