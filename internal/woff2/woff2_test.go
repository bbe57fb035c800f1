package woff2

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"github.com/andybalholm/brotli"

	"hongtou/internal/testkit/fontfile"
)

// sample has a table of unknown tag and lengths that need padding and several
// bytes of length.
func sample() []byte {
	return fontfile.Build(fontfile.TrueType, map[string][]byte{
		"OS/2": []byte("os2"), "cmap": []byte("c"), "glyf": bytes.Repeat([]byte("glyph"), 100), "head": []byte("head"),
		"hhea": nil, "loca": bytes.Repeat([]byte("loca"), 5000), "zzzz": []byte("mine"),
	})
}

// decode reads a container back by the letter of the specification.
func decode(t *testing.T, data []byte) (order []string, tables map[string][]byte) {
	t.Helper()
	if string(data[:4]) != "wOF2" || be.Uint32(data[4:]) != 0x00010000 || int(be.Uint32(data[8:])) != len(data) || len(data)%4 != 0 {
		t.Fatalf("header %x of %d bytes", data[:12], len(data))
	}
	n, packed := int(be.Uint16(data[12:])), int(be.Uint32(data[20:]))
	at := headerSize
	var lengths []int
	for range n {
		flags := data[at]
		at++
		tag := ""
		if i := int(flags & 63); i == arbitraryTag {
			tag = string(data[at : at+4])
			at += 4
		} else {
			tag = known[i]
		}
		if null := flags>>6 == 3; null != (tag == "glyf" || tag == "loca") {
			t.Errorf("%s: flags %02x", tag, flags)
		}
		length := 0
		for {
			length = length<<7 | int(data[at]&0x7F)
			at++
			if data[at-1]&0x80 == 0 {
				break
			}
		}
		order, lengths = append(order, tag), append(lengths, length)
	}
	body, err := io.ReadAll(brotli.NewReader(bytes.NewReader(data[at : at+packed])))
	if err != nil {
		t.Fatal(err)
	}
	tables = map[string][]byte{}
	for i, tag := range order {
		tables[tag], body = body[:lengths[i]], body[lengths[i]:]
	}
	if len(body) != 0 {
		t.Errorf("%d bytes left over", len(body))
	}
	return order, tables
}

func TestEncodeKeepsTables(t *testing.T) {
	ttf := sample()
	packed, err := Encode(ttf)
	if err != nil {
		t.Fatal(err)
	}
	order, tables := decode(t, packed)
	want := fontfile.Tables(ttf)
	if len(tables) != len(want) {
		t.Errorf("%d tables, want %d", len(tables), len(want))
	}
	for tag, body := range want {
		if !bytes.Equal(tables[tag], body) {
			t.Errorf("%s differs", tag)
		}
	}
	for i, tag := range order {
		if tag == "glyf" && order[i+1] != "loca" {
			t.Errorf("order %q: loca must follow glyf", order)
		}
	}
	if int(be.Uint32(packed[16:])) != len(ttf) {
		t.Errorf("size of the font %d, want %d", be.Uint32(packed[16:]), len(ttf))
	}
	if again, _ := Encode(ttf); !bytes.Equal(again, packed) {
		t.Error("two runs differ")
	}
}

func TestEncodeRefusesOtherFiles(t *testing.T) {
	bad := sample()
	be.PutUint32(bad[12+8:], 1<<31) // offset of the first table
	many := append([]byte("\x00\x01\x00\x00"), fontfile.U16(2, 0, 0, 0)...)
	for range 2 { // two tables over the whole file
		many = append(append(many, "abcd"...), fontfile.U32(0, 0, 44)...)
	}
	for name, data := range map[string][]byte{
		"empty": nil, "OpenType": []byte("OTTO00000000"), "table outside": bad, "cut": sample()[:30], "tables on each other": many,
	} {
		if _, err := Encode(data); !errors.Is(err, ErrFormat) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func FuzzEncode(f *testing.F) {
	f.Add(sample())
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := Encode(data); err != nil && !errors.Is(err, ErrFormat) {
			t.Error(err)
		}
	})
}
