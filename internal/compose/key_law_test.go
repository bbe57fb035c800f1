package compose

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"hongtou/internal/amend"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
	"hongtou/internal/load"
	"hongtou/internal/source"
	"hongtou/internal/testkit/chance"
	"hongtou/templates"
)

// told is what a key must tell: the trees, and the problems without places.
func told(t *testing.T, ts Templates, p docset.Document, formats ...docset.Format) string {
	t.Helper()
	c, problems := Compose(ts, p, formats...)
	var b bytes.Buffer
	if c.Document != nil {
		b.WriteString("document ")
		if err := c.Document.WriteCanonical(&b); err != nil {
			t.Fatal(err)
		}
	}
	if c.Workbook != nil {
		b.WriteString("workbook ")
		if err := c.Workbook.WriteCanonical(&b); err != nil {
			t.Fatal(err)
		}
	}
	var said []string
	for _, d := range problems {
		said = append(said, fmt.Sprintln(d.Severity, d.Code, d.Message, d.Hint, len(d.Notes)))
	}
	slices.Sort(said) // places order them
	return b.String() + strings.Join(said, "")
}

// keyLaw remembers what the documents of each key were.
type keyLaw struct {
	ts          Templates
	trees       map[[32]byte]string
	same, other int // documents that had a key already, and that had none yet
}

// hold tries the law on all documents of a dossier.
func (l *keyLaw) hold(t *testing.T, docs []docset.Document) {
	t.Helper()
	for _, p := range docs {
		for _, formats := range [][]docset.Format{nil, {docset.PDF}, {docset.XLSX}} {
			key, ok := Key(l.ts, p, formats...)
			if !ok {
				continue
			}
			got := told(t, l.ts, p, formats...)
			want, known := l.trees[key]
			if known && got != want {
				t.Fatalf("%s has the key of another document: %s", p.Files[0].Path, firstDifference(want, got))
			}
			if l.trees[key] = got; known {
				l.same++
			} else {
				l.other++
			}
		}
	}
}

// TestKeysTellDocuments edits dossiers made by chance and tries the law: of
// the same key, the same trees and problems. Templates that leave values out
// are tried as well, as what is the same value decides what they left out.
func TestKeysTellDocuments(t *testing.T) {
	for _, ts := range []Templates{embedded(t), forgetful(t)} {
		for seed := range uint64(2) {
			r := rand.New(rand.NewPCG(seed, 7))
			law := keyLaw{ts: ts, trees: map[[32]byte]string{}}
			files := chance.New(seed, 1+int(seed)%3).Files
			law.hold(t, plannedKinds(t, loadedFrom(t, files)))
			for edits := 0; edits < 5; {
				if d := edited(files, r); d != nil {
					ts.known = newMemory()
					law.ts = ts
					law.hold(t, plannedAny(d))
					edits++
				}
			}
			if law.same == 0 || law.other == 0 {
				t.Errorf("seed %d: %d documents had a known key, %d a new one", seed, law.same, law.other)
			}
		}
	}
}

// forgetful gives templates in which every third line that puts a value and
// nothing else is left out.
func forgetful(t *testing.T) Templates {
	t.Helper()
	over := fstest.MapFS{}
	n := 0
	for path, text := range templateTexts(t) {
		lines := slices.DeleteFunc(strings.Split(text, "\n"), func(l string) bool {
			puts := strings.HasPrefix(l, "{{put ") && strings.HasSuffix(l, "}}") && strings.Count(l, "{{") == 1
			if puts {
				n++
			}
			return puts && n%3 == 0
		})
		over[path] = &fstest.MapFile{Data: []byte(strings.Join(lines, "\n"))}
	}
	ts, problems := LoadTemplates(Layer{"templates", over})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return ts
}

// edited gives the dossier of files with one line changed: a character more,
// the line left out, an empty line before it. nil when that is no dossier.
func edited(files map[string]string, r *rand.Rand) *dossier.Dossier {
	var names []string
	for n := range files {
		names = append(names, n)
	}
	slices.Sort(names)
	folder := fstest.MapFS{}
	chosen := names[r.IntN(len(names))]
	for _, n := range names {
		text := files[n]
		if n == chosen {
			lines := strings.Split(text, "\n")
			i := r.IntN(len(lines))
			switch r.IntN(3) {
			case 0:
				lines[i] += "又"
			case 1:
				lines = slices.Delete(lines, i, i+1)
			default:
				lines = slices.Insert(lines, i, "")
			}
			text = strings.Join(lines, "\n")
		}
		folder[n] = &fstest.MapFile{Data: []byte(text)}
	}
	read, problems := source.Read(folder, "content", source.DefaultLimits)
	ds, more := load.Load(read)
	if problems.Add(more...); problems.HasErrors() || len(ds) != 1 {
		return nil
	}
	return &ds[0]
}

// templateTexts gives the embedded templates by path.
func templateTexts(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := fs.WalkDir(templates.FS(), ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := fs.ReadFile(templates.FS(), path)
		out[path] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// plannedAny gives the planned documents whatever is wrong with their names.
func plannedAny(d *dossier.Dossier) []docset.Document {
	editions, _ := amend.Editions(d)
	docs, _ := docset.Plan(editions, "")
	return slices.DeleteFunc(slices.Clone(docs), packed)
}
