package object

import (
	"crypto/sha256"
	"fmt"
	"strconv"
)

// Header begins every file: the version that PDF/A-1 is made of (ISO 19005-1,
// 6.1.2), and a comment of bytes beyond ASCII that tells transport programs that
// the file is binary (7.5.2).
const Header = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n"

// Encode writes the file: header, objects in the order of their numbers,
// table, trailer. The file identifier is a hash of all bytes before the table,
// data with a Sum replaced by that, so equal content has an equal identifier
// and any change another one.
func (f *File) Encode() []byte {
	out := make([]byte, 0, f.size())
	out = append(out, Header...)
	const entry = "0000000000 65535 f \n"
	offsets := make([]byte, 0, len(entry)*len(f.Objects)+len(entry))
	offsets = append(offsets, entry...)
	h, hashed := sha256.New(), 0
	for n := 1; n < len(f.Objects); n++ {
		if f.Objects[n] == nil {
			offsets = append(offsets, "0000000000 00000 f \n"...)
			continue
		}
		offsets = append(appendOffset(offsets, len(out)), " 00000 n \n"...)
		out = append(strconv.AppendInt(out, int64(n), 10), " 0 obj\n"...)
		if s, ok := f.Objects[n].(*Stream); ok && s.Sum != nil {
			out = s.appendHead(out)
			h.Write(out[hashed:])
			h.Write(s.Sum)
			out = append(out, s.Data...)
			hashed = len(out)
			out = append(out, endStream...)
		} else {
			out = f.Objects[n].appendTo(out)
		}
		out = append(out, "\nendobj\n"...)
	}
	h.Write(out[hashed:])
	id := String(h.Sum(nil)[:16]).appendHex(nil)
	start := len(out)
	out = append(strconv.AppendInt(append(out, "xref\n0 "...), int64(max(1, len(f.Objects))), 10), '\n')
	out = append(out, offsets...)
	out = append(out, "trailer\n"...)
	out = f.trailer(id).appendTo(out)
	return fmt.Appendf(out, "\nstartxref\n%d\n%%%%EOF\n", start)
}

// appendOffset writes the ten digits of an entry.
func appendOffset(b []byte, v int) []byte {
	var digits [10]byte
	for i := len(digits) - 1; i >= 0; i-- {
		digits[i] = byte('0' + v%10)
		v /= 10
	}
	return append(b, digits[:]...)
}

// trailer is the trailer dictionary with its computed keys.
func (f *File) trailer(id []byte) Dict {
	d := Dict{"Size": Integer(max(1, len(f.Objects))), "ID": Array{Raw(id), Raw(id)}}
	for _, key := range []Name{"Root", "Info"} {
		if o, ok := f.Trailer[key]; ok {
			d[key] = o
		}
	}
	return d
}

func (v Raw) appendTo(b []byte) []byte { return append(b, v...) }

// size estimates the length of the file, so that it is written without moving.
func (f *File) size() int {
	n := 1024 + 128*len(f.Objects)
	for _, o := range f.Objects {
		if s, ok := o.(*Stream); ok {
			n += len(s.Data)
		}
	}
	return n
}
