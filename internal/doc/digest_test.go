package doc

import (
	"bytes"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"

	"hongtou/internal/diag"
)

// TestCanonicalTellsEveryField changes every field of every type of the tree,
// one at a time: the canonical form must change, unless the field is a place in
// the source; and it must be the same again afterwards.
func TestCanonicalTellsEveryField(t *testing.T) {
	f := &filler{}
	d := &Document{Blocks: make([]Block, 0)}
	f.fill(reflect.ValueOf(&d.Meta).Elem(), 0)
	f.fill(reflect.ValueOf(&d.Setup).Elem(), 0)
	for _, b := range everyBlock() {
		v := reflect.New(reflect.TypeOf(b)).Elem()
		f.fill(v, 0)
		d.Blocks = append(d.Blocks, v.Interface().(Block))
	}
	tellsEveryField(t, reflect.ValueOf(d).Elem(), d.WriteCanonical)

	w := &Workbook{}
	f.fill(reflect.ValueOf(w).Elem(), 0)
	tellsEveryField(t, reflect.ValueOf(w).Elem(), w.WriteCanonical)
}

func everyBlock() []Block {
	return []Block{
		Masthead{}, HeadMarks{}, DocNumber{}, RedLine{}, Title{}, Recipients{}, Paragraph{}, AttachmentNote{}, Signature{}, ClosingNote{},
		Imprint{}, AttachmentMark{}, PageBreak{}, Contents{}, Table{},
	}
}

// filler gives every field something; formulas are of one type after the other.
type filler struct{ formulas int }

func (f *filler) fill(v reflect.Value, n int) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i), n+i)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			f.fill(v.Index(i), i)
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem(), n)
	case reflect.Interface:
		formulas := []Formula{Tally{}, Overdue{}, Share{}, Sum{}, nil}
		if k := formulas[f.formulas%len(formulas)]; k != nil {
			e := reflect.New(reflect.TypeOf(k)).Elem()
			f.fill(e, n)
			v.Set(e)
		}
		f.formulas++
	case reflect.String:
		v.SetString(strings.Repeat("字", n%3))
	case reflect.Int:
		v.SetInt(int64(n))
	}
}

func tellsEveryField(t *testing.T, root reflect.Value, write func(io.Writer) error) {
	t.Helper()
	form := func() string {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	want, tried := form(), 0
	eachChange(root, root.Type().Name(), false, func(path string, place bool) {
		tried++
		if same := form() == want; same != place {
			t.Errorf("%s: same canonical form is %v", path, same)
		}
	})
	if form() != want || tried < 200 {
		t.Error("changes were not taken back, or there were none:", tried)
	}
}

// eachChange changes one field after the other and takes it back; place says
// that it is a place in the source.
func eachChange(v reflect.Value, path string, place bool, try func(path string, place bool)) {
	place = place || v.Type() == reflect.TypeFor[Origin]() || v.Type() == reflect.TypeFor[diag.Position]()
	change := func(to reflect.Value) {
		old := reflect.New(v.Type()).Elem()
		old.Set(v)
		v.Set(to)
		try(path, place)
		v.Set(old)
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			eachChange(v.Field(i), path+"."+v.Type().Field(i).Name, place, try)
		}
	case reflect.Slice:
		change(reflect.Zero(v.Type()))
		change(reflect.MakeSlice(v.Type(), 0, 0))
		change(v.Slice(0, v.Len()-1))
		for i := range v.Len() {
			eachChange(v.Index(i), fmt.Sprintf("%s[%d]", path, i), place, try)
		}
	case reflect.Pointer:
		change(reflect.Zero(v.Type()))
		eachChange(v.Elem(), path, place, try)
	case reflect.Interface:
		inInterface(v, path, place, try)
	case reflect.String:
		change(reflect.ValueOf(v.String() + "x").Convert(v.Type()))
	case reflect.Bool:
		change(reflect.ValueOf(!v.Bool()))
	case reflect.Uint8:
		change(reflect.ValueOf(uint8(v.Uint()) ^ 1).Convert(v.Type()))
	default:
		change(reflect.ValueOf(int(v.Int()) + 1).Convert(v.Type()))
	}
}

// inInterface changes the fields of a block or formula, and its type.
func inInterface(v reflect.Value, path string, place bool, try func(string, bool)) {
	if v.IsNil() {
		return
	}
	old := v.Elem()
	inside := reflect.New(old.Type()).Elem()
	inside.Set(old)
	eachChange(inside, path+":"+old.Type().Name(), place, func(path string, place bool) {
		v.Set(inside)
		try(path, place)
	})
	others := []any{RedLine{}, PageBreak{}}
	if v.Type() == reflect.TypeFor[Formula]() {
		others = []any{Share{}, Sum{}}
	}
	for _, o := range others {
		if reflect.TypeOf(o) != old.Type() {
			v.Set(reflect.ValueOf(o))
			try(path, place)
		}
	}
	v.Set(old)
}

// TestCanonicalTellsTypesApart: the same fields in another block are another
// document.
func TestCanonicalTellsTypesApart(t *testing.T) {
	seen := map[string]string{}
	for _, b := range everyBlock() {
		var out bytes.Buffer
		if err := (&Document{Blocks: []Block{b}}).WriteCanonical(&out); err != nil {
			t.Fatal(err)
		}
		name := fmt.Sprintf("%T", b)
		if other, known := seen[out.String()]; known {
			t.Errorf("%s and %s are the same", name, other)
		}
		seen[out.String()] = name
	}
}

// TestCanonicalRefusesWhatItDoesNotKnow: it never hashes less than all.
func TestCanonicalRefusesWhatItDoesNotKnow(t *testing.T) {
	type stranger struct{ Paragraph }
	if err := (&Document{Blocks: []Block{stranger{}}}).WriteCanonical(io.Discard); err == nil {
		t.Error("a block of an unknown type was written")
	}
	type reckoned struct{ Sum }
	cell := Cell{Formula: reckoned{}}
	table := Table{Rows: []Row{{Cells: []Cell{cell}}}}
	if err := (&Document{Blocks: []Block{table}}).WriteCanonical(io.Discard); err == nil {
		t.Error("a formula of an unknown type was written")
	}
}
