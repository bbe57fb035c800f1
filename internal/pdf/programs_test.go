package pdf

import (
	"crypto/sha256"
	"encoding/binary"
	"testing"

	"hongtou/internal/pdf/object"
)

func digestOf(n int) (out [sha256.Size]byte) {
	binary.LittleEndian.PutUint64(out[:], uint64(n))
	return out
}

func programOf(size int) *embedded {
	return &embedded{program: &object.Stream{Data: make([]byte, size)}, mapping: &object.Stream{}}
}

// However many come, what is kept stays within two generations, and what is
// asked for again and again is never made twice.
func TestProgramsAreBounded(t *testing.T) {
	var p programs
	title := programOf(20_000)
	p.keep(digestOf(0), title)
	for n := 1; n < 1000; n++ {
		p.keep(digestOf(n), programOf(100_000))
		if p.get(digestOf(0)) != title {
			t.Fatalf("forgotten after %d others", n)
		}
		size := 0
		for _, generation := range []map[[sha256.Size]byte]*embedded{p.young, p.old} {
			for _, e := range generation {
				size += e.size()
			}
		}
		if size > 2*maxYoung {
			t.Fatalf("%d bytes kept", size)
		}
	}
	if p.get(digestOf(1)) != nil {
		t.Error("nothing is ever forgotten")
	}
	if p.keep(digestOf(-1), programOf(maxYoung+1)); p.get(digestOf(-1)) != nil {
		t.Error("one larger than the room is kept")
	}
}
