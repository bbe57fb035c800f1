package object

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"unicode/utf16"
)

func (Null) appendTo(b []byte) []byte      { return append(b, "null"...) }
func (v Bool) appendTo(b []byte) []byte    { return strconv.AppendBool(b, bool(v)) }
func (v Integer) appendTo(b []byte) []byte { return strconv.AppendInt(b, int64(v), 10) }
func (v Ref) appendTo(b []byte) []byte     { return append(strconv.AppendInt(b, int64(v), 10), " 0 R"...) }

// appendTo writes the shortest decimal that reads back as the same number;
// PDF has no exponents.
func (v Real) appendTo(b []byte) []byte {
	if v == 0 { // also -0
		return append(b, '0')
	}
	b = strconv.AppendFloat(b, float64(v), 'f', -1, 64)
	if math.Abs(float64(v)) >= 1<<63 { // without a point it would be read as an integer that is too large
		b = append(b, '.', '0')
	}
	return b
}

func (v Name) appendTo(b []byte) []byte {
	b = append(b, '/')
	for _, c := range []byte(v) {
		if c <= ' ' || c > '~' || c == '#' || isDelimiter(c) {
			b = append(b, '#', upperHex[c>>4], upperHex[c&15])
			continue
		}
		b = append(b, c)
	}
	return b
}

const upperHex = "0123456789ABCDEF"

// appendTo writes printable ASCII as a literal string, anything else in hex.
func (v String) appendTo(b []byte) []byte {
	for _, c := range []byte(v) {
		if c < ' ' || c > '~' {
			return v.appendHex(b)
		}
	}
	b = append(b, '(')
	for _, c := range []byte(v) {
		if c == '(' || c == ')' || c == '\\' {
			b = append(b, '\\')
		}
		b = append(b, c)
	}
	return append(b, ')')
}

func (v String) appendHex(b []byte) []byte {
	b = append(b, '<')
	for _, c := range []byte(v) {
		b = append(b, upperHex[c>>4], upperHex[c&15])
	}
	return append(b, '>')
}

func (v Array) appendTo(b []byte) []byte {
	b = append(b, '[')
	for i, o := range v {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendObject(b, o)
	}
	return append(b, ']')
}

// appendTo writes the keys in byte order, so that equal dictionaries are equal
// bytes.
func (v Dict) appendTo(b []byte) []byte {
	var room [16]Name
	keys := room[:0]
	for key := range v {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	b = append(b, "<<"...)
	for _, key := range keys {
		b = key.appendTo(b)
		b = appendObject(append(b, ' '), v[key])
	}
	return append(b, ">>"...)
}

const endStream = "\nendstream"

func (v *Stream) appendTo(b []byte) []byte {
	return append(append(v.appendHead(b), v.Data...), endStream...)
}

// appendHead writes a stream up to its data.
func (v *Stream) appendHead(b []byte) []byte {
	d := make(Dict, len(v.Dict)+1)
	maps.Copy(d, v.Dict)
	d["Length"] = Integer(len(v.Data))
	return append(d.appendTo(b), "\nstream\n"...)
}

func appendObject(b []byte, o Object) []byte {
	if o == nil {
		o = Null{}
	}
	return o.appendTo(b)
}

// Text is a text string (7.9.2.2) in UTF-16BE with its byte order mark.
func Text(s string) String {
	b := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return String(b)
}
