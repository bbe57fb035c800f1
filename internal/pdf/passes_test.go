package pdf

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"

	"hongtou/internal/fontset"
	"hongtou/internal/layout"
	"hongtou/internal/pdf/object"
)

func TestToUnicodeRows(t *testing.T) {
	chars := make([]rune, 201)
	for i := range chars {
		chars[i] = rune(0x4E00 + i)
	}
	chars[200] = 0x2CC56
	s := string(toUnicode(chars))
	for _, want := range []string{
		"\n100 beginbfchar\n<0001> <4E00>\n", "\n100 beginbfchar\n<0065> <4E64>\n",
		"\n1 beginbfchar\n<00C9> <D873DC56>\nendbfchar\n", "\n<0000> <FFFF>\n",
	} {
		if !strings.Contains(s, want) {
			t.Errorf("no %q", want)
		}
	}
	if n := strings.Count(s, "beginbfchar"); n != 3 {
		t.Errorf("%d blocks", n)
	}
}

func TestExceptionsOfWidth(t *testing.T) {
	got := exceptions(map[object.Integer]object.Object{
		9: object.Integer(500), 1: object.Integer(1000), 3: object.Integer(333), 2: object.Integer(250), 4: object.Integer(1000),
	})
	f := &object.File{Trailer: object.Dict{}}
	f.Trailer["Root"] = f.Add(object.Dict{"W": got})
	if s := string(f.Encode()); !strings.Contains(s, "/W [2 [250 333] 9 [500]]") {
		t.Errorf("widths %v", got)
	}
}

func TestFontProgramIsACompleteFont(t *testing.T) {
	sub, err := faceSet(t).Face(0).Subset([]rune("国，1"))
	if err != nil {
		t.Fatal(err)
	}
	out, err := fontProgram(sub.TTF)
	if err != nil {
		t.Fatal(err)
	}
	if got := checksum(out); got != 0xB1B0AFBA {
		t.Errorf("checksum of the file %08X", got)
	}
	for i, tag := range needed {
		at := 12 + 16*i
		data, ok := fontTable(out, tag)
		if !ok || len(data) == 0 || string(out[at:at+4]) != tag {
			t.Errorf("table %s: %d bytes, directory %q", tag, len(data), out[at:at+4])
		}
		if binary.BigEndian.Uint32(out[at+8:])%4 != 0 {
			t.Errorf("table %s is not aligned", tag)
		}
		if tag != "head" && binary.BigEndian.Uint32(out[at+4:]) != checksum(data) {
			t.Errorf("table %s has a wrong checksum", tag)
		}
	}
	for n := range len(sub.TTF) { // tables at the end may be ones we drop
		if part, err := fontProgram(sub.TTF[:n]); err == nil && !bytes.Equal(part, out) {
			t.Fatalf("the first %d of %d bytes give another font", n, len(sub.TTF))
		}
	}
}

// TestContentMustBeTheBook draws one book and finishes it as another.
func TestContentMustBeTheBook(t *testing.T) {
	fs := faceSet(t)
	book := func(texts ...string) *layout.Book {
		p := portrait(1)
		for i, s := range texts {
			put(t, fs, &p, typed{role: fontset.Body, x: leftEdge, y: layout.Unit(100000 + 30000*i), size: bodySize, text: s})
		}
		return &layout.Book{Pages: []layout.Page{p}}
	}
	drawn := book("整改", "督察")
	f, err := cutFaces(drawn, fs)
	if err != nil {
		t.Fatal(err)
	}
	data, err := draw(drawn, f)
	if err != nil {
		t.Fatal(err)
	}
	for name, other := range map[string]*layout.Book{
		"another character": book("整改", "督改"),
		"another order":     book("督察", "整改"),
		"one more":          book("整改", "督察", "整改"),
		"one less":          book("整改"),
		"joined":            book("整改督察"),
		"another page":      {Pages: []layout.Page{drawn.Pages[0], drawn.Pages[0]}},
	} {
		if _, err := finish(data, other, f); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := finish(data, drawn, f); err != nil {
		t.Error(err)
	}
	if _, err := finish(data[:len(data)-50], drawn, f); err == nil {
		t.Error("half a file: no error")
	}
}

// TestNothingOfGopdfIsLeft looks for what the passes are there to remove.
func TestNothingOfGopdfIsLeft(t *testing.T) {
	fs := faceSet(t)
	data, err := Render(pseudo(t, fs, 2), fs)
	if err != nil {
		t.Fatal(err)
	}
	file, err := object.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	streams := 0
	for n, o := range file.Objects[1:] {
		if o == nil {
			t.Errorf("object %d is free", n+1)
		}
		s, ok := o.(*object.Stream)
		if !ok {
			continue
		}
		streams++
		if s.Dict["Type"] == object.Name("Metadata") || len(s.Data) < 64 {
			continue // to be found by searching; not worth it
		}
		if s.Dict["Filter"] != object.Name("FlateDecode") {
			t.Errorf("object %d is not compressed: %v", n+1, s.Dict)
		}
		plain, err := s.Plain()
		if err != nil || strings.Contains(string(plain), "bfrange") {
			t.Errorf("object %d: %.80q, %v", n+1, plain, err)
		}
	}
	if want := 2 + 3*4 + 2; streams != want { // pages; program, mapping, glyphs of each font; metadata, profile
		t.Errorf("%d streams, want %d", streams, want)
	}
	if s := string(data); !strings.HasPrefix(s, object.Header) || strings.Contains(s, "ProcSet") {
		t.Error("header or ProcSet")
	}
}
