package pdf

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"

	"hongtou/internal/fontset"
	"hongtou/internal/layout"
	"hongtou/internal/pdf/object"
	"hongtou/internal/sfnt"
)

func TestToUnicodeRows(t *testing.T) {
	chars := make([]rune, 201)
	for i := range chars {
		chars[i] = rune(0x4E00 + i)
	}
	chars[200] = 0x2CC56
	s := string(toUnicode(chars))
	for _, want := range []string{
		"\n1 beginbfrange\n<0001> <00C9> [<4E00><4E01>", "<4EC7><D873DC56>]\nendbfrange\n", "\n<0000> <FFFF>\n",
	} {
		if !strings.Contains(s, want) {
			t.Errorf("no %q in %s", want, s)
		}
	}
	chars = nil
	for i := range 0x6500 { // the first byte of a row's codes is always the same
		chars = append(chars, rune(0x4E00+i))
	}
	s = string(toUnicode(chars))
	for _, want := range []string{
		"\n100 beginbfrange\n<0001> <00FF> [<4E00>", "]\n<0100> <01FF> [<4EFF>", "endbfrange\n2 beginbfrange\n<6400> <64FF> [<B1FF>",
		"\n<6500> <6500> [<B2FF>]\nendbfrange\nendcmap",
	} {
		if !strings.Contains(s, want) {
			t.Errorf("no %q", want)
		}
	}
}

func TestWidthsThatAreNotUsual(t *testing.T) {
	var glyphs []*glyph
	for _, w := range []int{500, 1000, 250, 333, 1000, 1000, 500} {
		glyphs = append(glyphs, &glyph{Piece: &sfnt.Piece{Advance: w}})
	}
	if got := string(packWidths(glyphs)); got != "[2 [250 333] 6 [500]]" {
		t.Errorf("widths %s", got)
	}
	if got := packWidths(glyphs[:2]); got != nil {
		t.Errorf("widths %s", got)
	}
}

func TestDecimals(t *testing.T) {
	for v, want := range map[int64]string{0: "0", 5: ".005", -50: "-.05", 1000: "1", 16000: "16", 123456: "123.456", -1200: "-1.2"} {
		if got := string(appendDecimal(nil, v, 3)); got != want {
			t.Errorf("%d: %s, want %s", v, got, want)
		}
	}
}

// programsOf takes the font programs out of a file.
func programsOf(t testing.TB, data []byte) [][]byte {
	t.Helper()
	file, err := object.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	var out [][]byte
	for _, o := range file.Objects {
		if s, ok := o.(*object.Stream); ok && s.Dict["Length1"] != nil {
			plain, err := s.Plain()
			if err != nil || object.Integer(len(plain)) != s.Dict["Length1"] {
				t.Fatalf("%d bytes of %v: %v", len(plain), s.Dict["Length1"], err)
			}
			out = append(out, plain)
		}
	}
	return out
}

// fontTable finds a table by its directory entry.
func fontTable(ttf []byte, tag string) []byte {
	for i := range int(binary.BigEndian.Uint16(ttf[4:])) {
		if e := ttf[12+16*i:]; string(e[:4]) == tag {
			return ttf[binary.BigEndian.Uint32(e[8:]):][:binary.BigEndian.Uint32(e[12:])]
		}
	}
	return nil
}

func checksum(data []byte) uint32 {
	var sum uint32
	for i, b := range data {
		sum += uint32(b) << (24 - 8*(i%4))
	}
	return sum
}

// TestFontProgramsAreWholeFonts compares what is embedded, with either effort,
// with the subset that HTML gets.
func TestFontProgramsAreWholeFonts(t *testing.T) {
	fs := faceSet(t)
	b := pseudo(t, fs, 2)
	press := NewPress(fs, Small)
	cut, err := press.cutFaces(b)
	if err != nil {
		t.Fatal(err)
	}
	defer press.release(cut)
	small, _ := press.Render(b)
	fast, err := NewPress(fs, Fast).Render(b)
	if err != nil {
		t.Fatal(err)
	}
	programs, packed := programsOf(t, small), programsOf(t, fast)
	n := 0
	for id, s := range cut {
		if s == nil {
			continue
		}
		sub, err := fs.Face(fontset.FaceID(id)).Subset(s.set.chars)
		if err != nil || n >= len(programs) {
			t.Fatal(len(programs), err)
		}
		out := programs[n]
		if !bytes.Equal(out, packed[n]) {
			t.Errorf("%s: the efforts differ", sub.Name)
		}
		n++
		if got := checksum(out); got != 0xB1B0AFBA {
			t.Errorf("checksum of the file %08X", got)
		}
		for i, tag := range []string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"} {
			at := 12 + 16*i
			data, want := fontTable(out, tag), fontTable(sub.TTF, tag)
			if tag == "head" { // the sum of the whole file
				copy(data[8:12], want[8:12])
			}
			if string(out[at:at+4]) != tag || !bytes.Equal(data, want) || len(data) == 0 {
				t.Errorf("%s: table %s has %d bytes, want %d; directory %q", sub.Name, tag, len(data), len(want), out[at:at+4])
			}
			if binary.BigEndian.Uint32(out[at+8:])%4 != 0 {
				t.Errorf("table %s is not aligned", tag)
			}
			if tag != "head" && binary.BigEndian.Uint32(out[at+4:]) != checksum(data) {
				t.Errorf("table %s has a wrong checksum", tag)
			}
		}
	}
	if n != len(programs) || n != len(packed) {
		t.Errorf("%d programs, %d packed, want %d", len(programs), len(packed), n)
	}
}

// TestFilesShowTheirBooks reads every task book back, made with either effort,
// run by run and glyph by glyph.
func TestFilesShowTheirBooks(t *testing.T) {
	fs := faceSet(t)
	books := append(taskBooks(t, fs), pseudo(t, fs, 3), taggedBook(t, pngOf(t, square(4, 255))))
	for _, effort := range []Effort{Small, Fast} {
		press := NewPress(fs, effort)
		for _, b := range books {
			data, err := press.Render(b)
			if err == nil {
				err = sameTexts(b, readText(t, data))
			}
			if err != nil {
				t.Errorf("%s: %v", b.Meta.Title, err)
			}
		}
	}
}

// TestTheReaderSeesAnyDifference spoils books after they were printed.
func TestTheReaderSeesAnyDifference(t *testing.T) {
	fs := faceSet(t)
	book := func(texts ...string) *layout.Book {
		p := portrait(1)
		for i, s := range texts {
			put(t, fs, &p, typed{role: fontset.Body, x: leftEdge, y: layout.Unit(100000 + 30000*i), size: bodySize, text: s})
		}
		return &layout.Book{Pages: []layout.Page{p}}
	}
	data, err := Render(book("整改", "督察"), fs)
	if err != nil {
		t.Fatal(err)
	}
	shown := readText(t, data)
	for name, other := range map[string]*layout.Book{
		"another character": book("整改", "督改"),
		"another order":     book("督察", "整改"),
		"one more":          book("整改", "督察", "整改"),
		"one less":          book("整改"),
		"joined":            book("整改督察"),
		"another page":      {Pages: append(book("整改", "督察").Pages, portrait(2))},
	} {
		if sameTexts(other, shown) == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if err := sameTexts(book("整改", "督察"), shown); err != nil {
		t.Error(err)
	}
}

// TestPagesAreCounted draws one book and finishes it as another.
func TestPagesAreCounted(t *testing.T) {
	fs := faceSet(t)
	b := &layout.Book{Pages: []layout.Page{portrait(1)}}
	data, err := draw(b)
	if err != nil {
		t.Fatal(err)
	}
	press := NewPress(fs, Fast)
	d, _ := press.deflater()
	if _, err := press.finish(data, b, nil, d); err != nil {
		t.Error(err)
	}
	b.Pages = append(b.Pages, portrait(2))
	if _, err := press.finish(data, b, nil, d); err == nil {
		t.Error("another page: no error")
	}
	if _, err := press.finish(data[:len(data)-50], b, nil, d); err == nil {
		t.Error("half a file: no error")
	}
}

// TestBytesDependOnTheBookAlone prints the same books in two orders, and one of
// them first on a new press.
func TestBytesDependOnTheBookAlone(t *testing.T) {
	fs := faceSet(t)
	books := append(taskBooks(t, fs)[:4], pseudo(t, fs, 1))
	for _, effort := range []Effort{Small, Fast} {
		there, back := NewPress(fs, effort), NewPress(fs, effort)
		var first [][]byte
		for _, b := range books {
			data, err := there.Render(b)
			if err != nil {
				t.Fatal(err)
			}
			first = append(first, data)
		}
		for i := len(books) - 1; i >= 0; i-- {
			for name, press := range map[string]*Press{"backwards": back, "again": there} {
				if data, err := press.Render(books[i]); err != nil || !bytes.Equal(data, first[i]) {
					t.Errorf("effort %d, %s, book %d: other bytes, %v", effort, name, i, err)
				}
			}
		}
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
		if err != nil || strings.Contains(string(plain), "CMapName /Adobe-Identity-UCS def /CMapType") {
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
