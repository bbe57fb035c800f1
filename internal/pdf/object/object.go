// Package object is a small typed model of a PDF file: what goes in are the
// bytes of a file with a classic cross-reference table (ISO 32000-1, 7.5.4),
// what comes out after changes are the bytes of another one. It knows syntax
// (clause 7.2–7.5, and the operators of content streams, 7.8.2) and nothing of
// pages, fonts or documents.
//
// Input is checked as if it were hostile: every offset is bounded, nesting is
// limited, work grows linearly with the file. Output depends on nothing but
// the objects: dictionary keys are sorted.
package object

import (
	"errors"
	"fmt"
)

// ErrSyntax is wrapped by every error about bytes that are not the PDF this
// package reads.
var ErrSyntax = errors.New("not valid PDF")

// Object is one of Null, Bool, Integer, Real, Name, String, Array, Dict, Ref,
// *Stream, and Raw.
type Object interface {
	appendTo([]byte) []byte
}

// The kinds of objects (7.3).
type (
	Null    struct{}
	Bool    bool
	Integer int64
	Real    float64
	Name    string // without the leading slash, #xx decoded
	String  string // the decoded bytes
	Array   []Object
	Dict    map[Name]Object
	Ref     int // an indirect object's number; generations are always 0
)

// Raw is an object already in its written form. References in it are seen by
// nobody: Sweep must not come after.
type Raw []byte

// Stream is a dictionary with data. Data are as the dictionary's Filter says;
// Length is written by Encode and may be missing.
//
// Sum, if there is one, stands for the data in the file's identifier: different
// data must have different sums. It saves hashing what is known.
type Stream struct {
	Dict Dict
	Data []byte
	Sum  []byte
}

// File is a whole PDF file. Objects[n] is the object numbered n; Objects[0] is
// never used, a nil entry is a free number. Trailer holds Root, and Info if
// there is one; Size and ID are made when the file is written.
type File struct {
	Objects []Object
	Trailer Dict
}

// Add appends an indirect object.
func (f *File) Add(o Object) Ref {
	if len(f.Objects) == 0 {
		f.Objects = append(f.Objects, nil)
	}
	f.Objects = append(f.Objects, o)
	return Ref(len(f.Objects) - 1)
}

// AppendTo writes an object as it stands in a file.
func AppendTo(b []byte, o Object) []byte { return appendObject(b, o) }

// Get returns an indirect object, Null if there is none (7.3.10).
func (f *File) Get(r Ref) Object {
	if r <= 0 || int(r) >= len(f.Objects) || f.Objects[r] == nil {
		return Null{}
	}
	return f.Objects[r]
}

// As follows a reference and returns the object it leads to as a T. Another
// kind of object, a missing one, or a reference to a reference is an error.
func As[T Object](f *File, o Object) (T, error) {
	if r, ok := o.(Ref); ok {
		o = f.Get(r)
	}
	v, ok := o.(T)
	if !ok {
		return v, fmt.Errorf("want %T, found %T: %w", v, o, ErrSyntax)
	}
	return v, nil
}

// Root returns the catalog.
func (f *File) Root() (Dict, error) {
	d, err := As[Dict](f, f.Trailer["Root"])
	if err != nil {
		return nil, fmt.Errorf("catalog: %w", err)
	}
	return d, nil
}
