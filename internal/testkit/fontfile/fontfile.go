// Package fontfile makes font files of odd kinds for tests: collections, fonts
// with PostScript outlines, unusual character maps and names, broken tables.
// It knows nothing of internal/sfnt, so that each tests the other.
package fontfile

import (
	"encoding/binary"
	"maps"
	"slices"
	"unicode/utf16"
)

var be = binary.BigEndian

// TrueType and OpenType are the signatures of a font file.
const (
	TrueType = "\x00\x01\x00\x00"
	OpenType = "OTTO"
)

// Tables takes a well-formed font file apart.
func Tables(font []byte) map[string][]byte {
	out := map[string][]byte{}
	for i := range int(be.Uint16(font[4:])) {
		e := font[12+16*i:]
		at, n := be.Uint32(e[8:]), be.Uint32(e[12:])
		out[string(e[:4])] = slices.Clone(font[at : at+n])
	}
	return out
}

// Build puts a font file together; checksums stay zero.
func Build(signature string, tables map[string][]byte) []byte {
	return append([]byte(nil), build(signature, tables, 0)...)
}

// build writes a font whose offsets count from base bytes before it.
func build(signature string, tables map[string][]byte, base int) []byte {
	out := append([]byte(signature), U16(len(tables), 0, 0, 0)...)
	at := base + 12 + 16*len(tables)
	var bodies []byte
	for _, tag := range slices.Sorted(maps.Keys(tables)) {
		body := tables[tag]
		out = append(append(out, tag...), U32(0, at, len(body))...)
		bodies = append(bodies, body...)
		at += len(body)
		for at%4 != 0 {
			bodies = append(bodies, 0)
			at++
		}
	}
	return append(out, bodies...)
}

// Collection makes a TrueType collection of font files.
func Collection(fonts ...[]byte) []byte {
	head := append([]byte("ttcf"), U32(0x00010000, len(fonts))...)
	at := len(head) + 4*len(fonts)
	var bodies []byte
	for _, font := range fonts {
		head = append(head, U32(at)...)
		moved := build(string(font[:4]), Tables(font), at)
		bodies = append(bodies, moved...)
		at += len(moved)
	}
	return append(head, bodies...)
}

// Name is one record of a name table.
type Name struct {
	Platform, Encoding, Language, ID int
	Raw                              []byte
}

// Windows returns a record in UTF-16, as Windows fonts have it.
func Windows(id int, text string) Name {
	var raw []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		raw = be.AppendUint16(raw, unit)
	}
	return Name{3, 1, 0x804, id, raw}
}

// NameTable writes a name table.
func NameTable(names ...Name) []byte {
	out := U16(0, len(names), 6+12*len(names))
	var store []byte
	for _, n := range names {
		out = append(out, U16(n.Platform, n.Encoding, n.Language, n.ID, len(n.Raw), len(store))...)
		store = append(store, n.Raw...)
	}
	return append(out, store...)
}

// Subtable is one subtable of a cmap.
type Subtable struct {
	Platform, Encoding int
	Body               []byte
}

// CmapTable writes a cmap table.
func CmapTable(subtables ...Subtable) []byte {
	out := U16(0, len(subtables))
	at := 4 + 8*len(subtables)
	var bodies []byte
	for _, s := range subtables {
		out = append(append(out, U16(s.Platform, s.Encoding)...), U32(at)...)
		bodies = append(bodies, s.Body...)
		at += len(s.Body)
	}
	return append(out, bodies...)
}

// U16 writes numbers as 16-bit words.
func U16(values ...int) []byte {
	var out []byte
	for _, v := range values {
		out = be.AppendUint16(out, uint16(v))
	}
	return out
}

// U32 writes numbers as 32-bit words.
func U32(values ...int) []byte {
	var out []byte
	for _, v := range values {
		out = be.AppendUint32(out, uint32(v))
	}
	return out
}
