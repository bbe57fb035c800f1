package acceptance

import (
	"path/filepath"
	"slices"
	"testing"

	"hongtou/internal/testkit/gallery"
	"hongtou/internal/testkit/judge"
)

// TestGalleryIsTaggedAndFitForArchives looks at the elements that the real
// documents lack: seals and stamps are figures with alternate texts, and a file
// with a transparent one claims no PDF/A-1, rightly.
func TestGalleryIsTaggedAndFitForArchives(t *testing.T) {
	t.Parallel()
	docs, err := gallery.Build(made.program, made.root, filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	docs = slices.DeleteFunc(docs, func(d gallery.Document) bool { return d.Format != "pdf" })
	var paths []string
	for _, d := range docs {
		paths = append(paths, d.Path)
	}
	violations, untagged, trees := judge.Preflight(t, paths...), judge.Untagged(t, paths...), judge.PDFBoxStructure(t, paths...)
	claims, figures := 0, 0
	for _, d := range docs {
		claim := judge.ClaimsPDFA(t, d.Path)
		if claim {
			claims++
		}
		if clean := len(violations[d.Path]) == 0; claim != clean {
			t.Errorf("%s %s: claims %v, Preflight says %q", d.Dossier, d.Kind, claim, violations[d.Path])
		}
		for _, line := range untagged[d.Path] {
			t.Errorf("%s %s: %s", d.Dossier, d.Kind, line)
		}
		tree := trees[d.Path]
		same(t, d.Dossier+" by PDFBox and poppler", fold(judge.TreeText(tree)), fold(judge.TreeText(judge.PopplerStructure(t, d.Path))))
		for _, e := range tree {
			if e.Role != "Figure" {
				continue
			}
			figures++
			if e.Alt == "" {
				t.Errorf("%s: a figure has no alternate text", d.Dossier)
			}
		}
		compareOutline(t, "gallery-"+d.Dossier+"-"+d.Kind, firstLines(judge.Outline(tree)))
	}
	if claims < len(docs)-2 || claims == len(docs) || figures < 6 {
		t.Errorf("%d of %d claim PDF/A-1, %d figures", claims, len(docs), figures)
	}
}
