package object

import (
	"crypto/sha256"
	"fmt"
)

// Header begins every file: the version that PDF/A-1 is made of (ISO 19005-1,
// 6.1.2), and a comment of bytes beyond ASCII that tells transport programs that
// the file is binary (7.5.2).
const Header = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n"

// Encode writes the file: header, objects in the order of their numbers,
// table, trailer. The file identifier is a hash of all bytes before the table,
// so equal content has an equal identifier and any change another one.
func (f *File) Encode() []byte {
	out := make([]byte, 0, f.size())
	out = append(out, Header...)
	table := "0000000000 65535 f \n"
	offsets := make([]byte, 0, len(table)*len(f.Objects))
	offsets = append(offsets, table...)
	for n := 1; n < len(f.Objects); n++ {
		if f.Objects[n] == nil {
			offsets = append(offsets, "0000000000 00000 f \n"...)
			continue
		}
		offsets = fmt.Appendf(offsets, "%010d 00000 n \n", len(out))
		out = fmt.Appendf(out, "%d 0 obj\n", n)
		out = append(f.Objects[n].appendTo(out), "\nendobj\n"...)
	}
	sum := sha256.Sum256(out)
	id := String(sum[:16]).appendHex(nil)
	start := len(out)
	out = fmt.Appendf(out, "xref\n0 %d\n", max(1, len(f.Objects)))
	out = append(out, offsets...)
	out = append(out, "trailer\n"...)
	out = f.trailer(id).appendTo(out)
	return fmt.Appendf(out, "\nstartxref\n%d\n%%%%EOF\n", start)
}

// trailer is the trailer dictionary with its computed keys.
func (f *File) trailer(id []byte) Dict {
	d := Dict{"Size": Integer(max(1, len(f.Objects))), "ID": Array{raw(id), raw(id)}}
	for _, key := range []Name{"Root", "Info"} {
		if o, ok := f.Trailer[key]; ok {
			d[key] = o
		}
	}
	return d
}

// raw is an object already in its written form.
type raw []byte

func (v raw) appendTo(b []byte) []byte { return append(b, v...) }

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
