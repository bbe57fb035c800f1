package fontfile

// Charstring collects a Type 2 charstring (Adobe technical note 5177).
type Charstring []byte

// Op appends operands and an operator.
func (c Charstring) Op(operator byte, operands ...int) Charstring {
	for _, v := range operands {
		c = append(c, 28, byte(v>>8), byte(v))
	}
	return append(c, operator)
}

// Operators of charstrings.
const (
	LineTo    = 5
	CurveTo   = 8
	EndChar   = 14
	MoveTo    = 21
	CallGSubr = 29
)

// CFF writes a bare PostScript font program of the given charstrings (the
// first is .notdef) and global subroutines (technical note 5176).
func CFF(global []Charstring, glyphs ...Charstring) []byte {
	header := []byte{1, 0, 4, 4}
	names, strings, subrs := index(Charstring("Test")), index(), index(global...)
	// The top dictionary's numbers are written at full length, so its size
	// does not depend on them.
	size := len(index(topDict(0, 0, 0)))
	charstringsAt := len(header) + len(names) + size + len(strings) + len(subrs)
	charstrings := index(glyphs...)
	private := Charstring{139, 20} // defaultWidthX 0
	top := index(topDict(charstringsAt, len(private), charstringsAt+len(charstrings)))
	out := append(header, names...)
	for _, part := range [][]byte{top, strings, subrs, charstrings, private} {
		out = append(out, part...)
	}
	return out
}

func topDict(charstrings, privateSize, private int) Charstring {
	long := func(v int) []byte { return append([]byte{29}, U32(v)...) }
	out := append(Charstring(long(charstrings)), 17)
	return append(append(append(out, long(privateSize)...), long(private)...), 18)
}

// index writes an INDEX structure with four-byte offsets.
func index(items ...Charstring) []byte {
	out := U16(len(items))
	if len(items) == 0 {
		return out
	}
	out = append(out, 4)
	at := 1
	var bodies []byte
	for _, item := range items {
		out = append(out, U32(at)...)
		bodies = append(bodies, item...)
		at += len(item)
	}
	return append(append(out, U32(at)...), bodies...)
}
