package compose

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"hongtou/internal/amend"
	"hongtou/internal/diag"
	"hongtou/internal/doc"
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

// TestKeysKnowTheSame: another reading of the same content has the same keys,
// and so has content with an empty line more.
func TestKeysKnowTheSame(t *testing.T) {
	ts := embedded(t)
	files := chance.New(5, 2).Files
	keys := func(files map[string]string) map[string][32]byte {
		ts.known = newMemory()
		out := map[string][32]byte{}
		for _, p := range plannedKinds(t, loadedFrom(t, files)) {
			key, ok := Key(ts, p)
			if !ok {
				t.Errorf("%s has no key", p.Files[0].Path)
			}
			out[p.Files[0].Path] = key
		}
		return out
	}
	first := keys(files)
	spaced := map[string]string{}
	for n, text := range files {
		if strings.Contains(n, "/items/") {
			text = "\n" + text
		}
		spaced[n] = text
	}
	if again := keys(files); !reflect.DeepEqual(first, again) {
		t.Error("the same content has other keys")
	}
	if again := keys(spaced); !reflect.DeepEqual(first, again) {
		t.Error("an empty line gives other keys")
	}
	seen := map[[32]byte]string{}
	for path, key := range first {
		if other, known := seen[key]; known {
			t.Errorf("%s and %s have one key", path, other)
		}
		seen[key] = path
	}
}

// TestKeysKnowEveryField changes whatever a template can read of a view, and
// whatever a value holds, one at a time: the sum must change.
func TestKeysKnowEveryField(t *testing.T) {
	sum := func(v any) [32]byte {
		k := newKeying(&layouts{})
		k.walk(reflect.ValueOf(v))
		key, ok := k.end()
		if !ok {
			t.Fatalf("no key for %T", v)
		}
		return key
	}
	fresh := func() *Text {
		step := stepView{Verb: "a", Date: newText("f", dossier.Text{Value: "d"})}
		v := newText("f", dossier.Text{Value: "x"})
		v.steps, v.gone = []stepView{step}, []goneView{{Labels: []*Text{newText("f", dossier.Text{Value: "l"})}, Steps: []stepView{step}}}
		v.image = &doc.Image{Data: []byte("x")}
		v.blocks = []doc.Paragraph{{Text: []doc.Inline{{Text: "x"}}}}
		return v
	}
	other := newText("f", dossier.Text{Value: "o"})
	want := sum(struct{ T *Text }{fresh()})
	for i, change := range []func(v *Text){
		func(v *Text) {}, // nothing: the same
		func(v *Text) { v.at = diag.Position{File: "x", Line: 9} }, func(v *Text) { v.lines[0][0].Origin.At.Line = 9 }, // places: the same
		func(v *Text) { v.field = "g" }, func(v *Text) { v.lines = nil }, func(v *Text) { v.lines = append(v.lines, nil) },
		func(v *Text) { v.lines[0][0].Text = "y" }, func(v *Text) { v.lines[0][0].Style = doc.Label }, func(v *Text) { v.lines[0][0].Mark = doc.Deleted },
		func(v *Text) { v.blocks = nil }, func(v *Text) { v.blocks = v.blocks[:0] }, func(v *Text) { v.blocks[0].Text[0].Text = "y" }, func(v *Text) { v.blocks[0].Head = 1 }, func(v *Text) { v.blocks[0].Outline.ID = "a" },
		func(v *Text) { v.place.Level = 1 }, func(v *Text) { v.place.Title = "y" }, func(v *Text) { v.place.ID = "y" },
		func(v *Text) { v.image = nil }, func(v *Text) { v.image.Data = nil }, func(v *Text) { v.image.Width = 1 }, func(v *Text) { v.image.Height = 1 }, func(v *Text) { v.image.Alt = "y" },
		func(v *Text) { v.steps = nil }, func(v *Text) { v.steps[0].Verb = "b" }, func(v *Text) { v.steps[0].Date = other }, func(v *Text) { v.steps[0].Number = other },
		func(v *Text) { v.steps[0].Matter = other }, func(v *Text) { v.steps[0].Ordinal = other },
		func(v *Text) { v.gone = nil }, func(v *Text) { v.gone[0].Labels = nil }, func(v *Text) { v.gone[0].Labels[0] = other }, func(v *Text) { v.gone[0].Steps = nil },
	} {
		v := fresh()
		change(v)
		if same := sum(struct{ T *Text }{v}) == want; same != (i < 3) {
			t.Errorf("change %d: the same sum is %v", i, same)
		}
	}
	for typ, fields := range map[reflect.Type]string{
		reflect.TypeFor[value](): "field at lines blocks place image steps gone", reflect.TypeFor[doc.Inline](): "Text Style Mark Origin", reflect.TypeFor[doc.Paragraph](): "Text Head Outline",
		reflect.TypeFor[doc.Outline](): "Level Title ID", reflect.TypeFor[doc.Image](): "Data Width Height Alt Origin", reflect.TypeFor[stepView](): "Verb Date Number Matter Ordinal amendment", reflect.TypeFor[goneView](): "Labels Steps",
	} {
		var names []string
		for i := range typ.NumField() {
			names = append(names, typ.Field(i).Name)
		}
		if got := strings.Join(names, " "); got != fields {
			t.Errorf("%v has %s: keys know of %s; tell keying.go and this test", typ, got, fields)
		}
	}
}

// TestKeysTellWhatIsOne: the same words in one value twice or in two values
// are not the same, as a template may put the one and leave out the other.
func TestKeysTellWhatIsOne(t *testing.T) {
	type two struct{ A, B *Text }
	a, b := newText("f", dossier.Text{Value: "x"}), newText("f", dossier.Text{Value: "x"})
	sums := map[[32]byte]bool{}
	for _, v := range []two{{a, b}, {a, a}, {a, nil}, {nil, a}} {
		k := newKeying(&layouts{})
		k.walk(reflect.ValueOf(v))
		sum, _ := k.end()
		sums[sum] = true
	}
	if len(sums) != 4 {
		t.Errorf("%d different sums of 4", len(sums))
	}
}

// TestKeysCanWalkViews: views hold nothing that a key does not know, no field
// that only we can read, and no methods for templates but those of values.
func TestKeysCanWalkViews(t *testing.T) {
	seen := map[reflect.Type]bool{}
	var walk func(typ reflect.Type, path string)
	walk = func(typ reflect.Type, path string) {
		if seen[typ] || typ.Implements(putterType) {
			return
		}
		seen[typ] = true
		if typ.NumMethod() > 0 || reflect.PointerTo(typ).NumMethod() > 0 {
			t.Errorf("%s: %v has methods that templates can call", path, typ)
		}
		switch typ.Kind() {
		case reflect.Struct:
			for i := range typ.NumField() {
				f := typ.Field(i)
				if !f.IsExported() {
					t.Errorf("%s: %v has the unexported field %s", path, typ, f.Name)
				}
				walk(f.Type, path+"."+f.Name)
			}
		case reflect.Slice, reflect.Pointer:
			walk(typ.Elem(), path)
		case reflect.String, reflect.Int, reflect.Bool:
		default:
			t.Errorf("%s is a %v", path, typ)
		}
	}
	ds := dossiers(t)
	for _, p := range plannedKinds(t, &ds[0]) {
		r, _ := recipeOf(p.Kind)
		walk(reflect.TypeOf(r.view(nil, p).data), string(p.Kind))
	}
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
