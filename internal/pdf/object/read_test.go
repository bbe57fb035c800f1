package object

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// fileOf assembles a file of objects with a right table.
func fileOf(objects ...string) []byte {
	var b strings.Builder
	b.WriteString(Header)
	table := fmt.Sprintf("xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for i, o := range objects {
		table += fmt.Sprintf("%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", table, len(objects)+1, start)
	return []byte(b.String())
}

func TestReadObjects(t *testing.T) {
	for _, c := range []struct{ in, out string }{
		{"null", "null"},
		{"true", "true"},
		{"-17", "-17"},
		{"+4", "4"},
		{"-.5", "-0.5"},
		{"595.280", "595.28"},
		{"0.00001", "0.00001"},
		{"-0.0", "0"},
		{"/A#20B#2F", "/A#20B#2F"},
		{"/", "/"},
		{"(a(b)c\\)\\101\\12)", "<61286229632941" + "0A>"},
		{"(a(b)c)", "(a\\(b\\)c)"},
		{"(x\\\r\ny\r\nz)", "<78790A7A>"},
		{"<48 65 6c6C 6>", "(Hell`)"},
		{"[1 2 0 R 3 0 4]", "[1 2 0 R 3 0 4]"},
		{"[]", "[]"},
		{"<</B 1 /A[/C<<>>]>>", "<</A [/C <<>>]/B 1>>"},
		{"<</A % note >>\n(1)>>", "<</A (1)>>"},
		{"<</Length 3>>\nstream\nabc\nendstream", "<</Length 3>>\nstream\nabc\nendstream"},
		{"<</Length 3>> stream\r\nabcendstream", "<</Length 3>>\nstream\nabc\nendstream"},
	} {
		f, err := Read(fileOf("<</Type/Catalog>>", c.in))
		if err != nil {
			t.Errorf("%q: %v", c.in, err)
			continue
		}
		if got := string(appendObject(nil, f.Get(2))); got != c.out {
			t.Errorf("%q read as %q, want %q", c.in, got, c.out)
		}
	}
}

func TestReadRefusesBrokenFiles(t *testing.T) {
	good := string(fileOf("<</Type/Catalog>>", "<</Length 3>>\nstream\nabc\nendstream"))
	replaced := func(old, new string) string {
		if !strings.Contains(good, old) {
			t.Fatalf("%q is not in the sample", old)
		}
		return strings.Replace(good, old, new, 1)
	}
	second := strings.Index(good, "2 0 obj")
	for name, data := range map[string]string{
		"empty":                  "",
		"no startxref":           replaced("startxref", "startxxxx"),
		"startxref beyond":       replaced("startxref\n", "startxref\n9"),
		"wrong number":           replaced("2 0 obj", "3 0 obj"),
		"generation":             replaced("2 0 obj", "2 1 obj"),
		"length too long":        replaced("/Length 3", "/Length 5"),
		"length beyond":          replaced("/Length 3", "/Length 99999"),
		"length negative":        replaced("/Length 3", "/Length -3"),
		"length indirect":        replaced("/Length 3", "/Length 1 0 R"),
		"no endobj":              replaced("abc\nendstream\nendobj", "abc\nendstream\n"),
		"key twice":              replaced("/Type/Catalog", "/Type/A/Type/B"),
		"key without value":      replaced("/Type/Catalog", "/Type"),
		"array without end":      replaced("/Catalog>>", "[1 2 /Catalog>>"),
		"stray mark":             replaced("/Catalog>>", ")>>"),
		"string without end":     replaced("/Catalog>>", "(Catalog>>"),
		"huge integer":           replaced("/Catalog>>", "99999999999999999999>>"),
		"two points are a word":  replaced("/Catalog>>", "1.2.3>>"),
		"encrypted":              replaced("/Root", "/Encrypt 2 0 R/Root"),
		"incremental":            replaced("/Root", "/Prev 9/Root"),
		"too many entries":       replaced("0 3\n", "0 99999999\n"),
		"hole in the table":      replaced("0 3\n", "1 3\n"),
		"two at one place":       replaced(fmt.Sprintf("%010d", second), fmt.Sprintf("%010d", len(Header))),
		"entry beyond the table": replaced(fmt.Sprintf("%010d", second), "0000009999"),
		"deep nesting":           replaced("/Catalog>>", strings.Repeat("[", 1e5)),
	} {
		if _, err := Read([]byte(data)); !errors.Is(err, ErrSyntax) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// sample has every kind of object.
func sample() *File {
	f := &File{Trailer: Dict{}}
	root := f.Add(Dict{"Type": Name("Catalog"), "A": Array{Integer(1), Real(-2.25), Bool(true), Null{}, nil}})
	f.Add(String("nothing leads here"))
	deep := f.Add(Array{root, Text("督察𬱖"), String("a(b)\\"), Name("a b#/")})
	f.Add(nil)
	f.Get(root).(Dict)["Kids"] = Array{deep, f.Add(&Stream{Dict: Dict{"Self": deep}, Data: []byte("endstream\nendobj")}), Ref(99)}
	f.Trailer["Root"] = root
	return f
}

func TestEncodeThenReadIsIdentity(t *testing.T) {
	once := sample().Encode()
	f, err := Read(once)
	if err != nil {
		t.Fatal(err)
	}
	if twice := f.Encode(); string(twice) != string(once) {
		t.Errorf("%s\nbecame\n%s", once, twice)
	}
}

func TestSweepKeepsWhatTheTrailerReaches(t *testing.T) {
	f := sample()
	f.Sweep()
	if len(f.Objects) != 4 {
		t.Fatalf("%d objects: %v", len(f.Objects)-1, f.Objects)
	}
	root, err := f.Root()
	if err != nil {
		t.Fatal(err)
	}
	kids := root["Kids"].(Array)
	if kids[0] != Ref(2) || kids[1] != Ref(3) || kids[2] != (Null{}) {
		t.Errorf("kids %v", kids)
	}
	s, err := As[*Stream](f, kids[1])
	if err != nil || s.Dict["Self"] != Ref(2) {
		t.Errorf("stream %v, %v", s, err)
	}
}

func TestSweepDoesNotChangeASharedArrayTwice(t *testing.T) {
	f := &File{Trailer: Dict{}}
	f.Add(Null{})
	a, b := f.Add(Integer(1)), f.Add(Integer(2))
	shared := Array{b}
	f.Trailer["Root"] = f.Add(Dict{"X": shared, "Y": shared, "Z": a})
	f.Sweep()
	root, _ := f.Root()
	for _, key := range slices.Sorted(maps.Keys(root))[:2] {
		if v, err := As[Integer](f, root[key].(Array)[0]); v != 2 {
			t.Errorf("%s leads to %v, %v", key, v, err)
		}
	}
}

func TestAsNamesWhatItFound(t *testing.T) {
	f := sample()
	if _, err := As[Dict](f, Ref(3)); !errors.Is(err, ErrSyntax) || !strings.Contains(err.Error(), "Array") {
		t.Errorf("error %v", err)
	}
	if _, err := As[Dict](f, Ref(99)); err == nil {
		t.Error("a missing object is a dictionary")
	}
}

func FuzzRead(f *testing.F) {
	f.Add(fileOf("<</Type/Catalog>>", "<</Length 3>>\nstream\nabc\nendstream"))
	f.Add(fileOf("[1 0 R (a\\051) <4> /x#20 -1.5 true null<<>>]"))
	f.Add(sample().Encode())
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Read(data)
		if err != nil {
			if !errors.Is(err, ErrSyntax) {
				t.Errorf("error %v", err)
			}
			return
		}
		file.Sweep()
		once := file.Encode()
		again, err := Read(once)
		if err != nil {
			t.Fatalf("our own output: %v\n%s", err, once)
		}
		if twice := again.Encode(); string(twice) != string(once) {
			t.Errorf("%q became %q", once, twice)
		}
	})
}

// FuzzObject puts the bytes where an object stands, so that they get past the
// table.
func FuzzObject(f *testing.F) {
	f.Add("[1 0 R (a\\051) <4> /x#20 -1.5 true null<<>>]")
	f.Add("<</Length 3/A(\\r\\\n\\8)>>\nstream\nabc\nendstream")
	f.Add("10000000000000000000.")
	f.Fuzz(func(t *testing.T, body string) {
		file, err := Read(fileOf("<</Type/Catalog>>", body))
		if err != nil {
			return
		}
		once := file.Encode()
		again, err := Read(once)
		if err != nil {
			t.Fatalf("our own output: %v\n%s", err, once)
		}
		if twice := again.Encode(); string(twice) != string(once) {
			t.Errorf("%q became %q", once, twice)
		}
	})
}
