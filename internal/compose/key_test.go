package compose

import (
	"reflect"
	"strings"
	"testing"

	"hongtou/internal/diag"
	"hongtou/internal/doc"
	"hongtou/internal/dossier"
	"hongtou/internal/testkit/chance"
)

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
