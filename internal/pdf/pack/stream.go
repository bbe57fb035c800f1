package pack

import (
	"encoding/binary"
	"hash/adler32"
	"slices"
)

// Piece is compressed data of one code. It never changes.
type Piece struct {
	words []uint64
	n     int // bits
	size  int // bytes it stands for
	sum   uint32
}

// Piece compresses data.
func (c *Code) Piece(data []byte) *Piece {
	w := Stream{}
	for _, t := range c.parse(data) {
		w.token(c, t)
	}
	p := &Piece{n: 8*len(w.out) + int(w.n), size: len(data), sum: adler32.Checksum(data)}
	for out := w.out; len(out) > 0; out = out[8:] {
		p.words = append(p.words, binary.LittleEndian.Uint64(out))
	}
	if w.n > 0 {
		p.words = append(p.words, w.acc)
	}
	return p
}

// Stream is a zlib stream under construction: blocks, each begun with its
// code, pieces of that code in it, an end.
type Stream struct {
	out  []byte
	acc  uint64 // bits not yet in out
	n    uint   // how many, less than 64
	a, b uint32 // the two halves of the checksum so far
}

// NewStream begins a stream that appends to out.
func NewStream(out []byte) *Stream {
	s := &Stream{out: out, a: 1}
	s.put(word{0x0178, 16}) // deflate, window of 32 KB, fastest; a multiple of 31
	return s
}

// Bits is the length of a piece.
func (p *Piece) Bits() int { return p.n }

// Overhead bounds the bytes of a stream beside its pieces: head, two blocks, and
// a table of this length.
func Overhead(table int) int { return 1024 + 2*table }

// Block begins a block of a code; the last one of the stream is to say so.
func (s *Stream) Block(c *Code, last bool) {
	final := uint64(0)
	if last {
		final = 1
	}
	s.put(word{final, 1})
	for _, w := range c.header {
		s.put(w)
	}
}

// End ends a block.
func (s *Stream) End(c *Code) { s.put(c.lit[endOfData]) }

// Append lays a piece behind the others. It must be of the block's code.
func (s *Stream) Append(p *Piece) {
	s.out = slices.Grow(s.out, 8*len(p.words)+8)
	at := len(s.out)
	out := s.out[at : at+8*len(p.words)]
	full, acc, n := p.words[:p.n/64], s.acc, s.n
	for _, w := range full {
		binary.LittleEndian.PutUint64(out, acc|w<<(n&63))
		out = out[8:]
		acc = w >> (64 - n) // 0 when n is 0
	}
	s.acc, s.out = acc, s.out[:at+8*len(full)]
	if rest := uint(p.n % 64); rest > 0 {
		s.put(word{p.words[len(full)], rest})
	}
	s.sum(p.size, p.sum)
}

// Near writes data of a table: rows of equal width are likely to begin like
// the one before. It looks for copies at that distance alone.
func (s *Stream) Near(c *Code, data []byte, width int) {
	for _, t := range near(data, width) {
		s.token(c, t)
	}
	s.sum(len(data), adler32.Checksum(data))
}

func (s *Stream) token(c *Code, t token) {
	if t.distance == 0 {
		s.put(c.lit[t.literal])
		return
	}
	l, extra := lengthSymbol(int(t.length))
	s.put(c.lit[l])
	s.put(word{uint64(t.length-shortest) & (1<<extra - 1), uint(extra)})
	d, extra := distanceSymbol(int(t.distance))
	s.put(c.dist[d])
	s.put(word{uint64(t.distance-1) & (1<<extra - 1), uint(extra)})
}

func (s *Stream) put(w word) {
	s.acc |= w.bits << s.n
	if s.n+w.n < 64 {
		s.n += w.n
		return
	}
	s.out = binary.LittleEndian.AppendUint64(s.out, s.acc)
	s.acc = w.bits >> (64 - s.n)
	s.n += w.n - 64
}

// sum continues the checksum with that of the next bytes: the sum of a
// concatenation follows from those of its parts and their lengths (RFC 1950,
// 9).
func (s *Stream) sum(size int, sum uint32) {
	const base = 65521
	a, b := sum&0xFFFF, sum>>16
	s.b = uint32((uint64(s.b) + uint64(b) + uint64(size%base)*uint64(s.a+base-1)) % base)
	s.a = (s.a + a + base - 1) % base
}

// Bytes ends the stream.
func (s *Stream) Bytes() []byte {
	for ; s.n > 0; s.n -= min(s.n, 8) {
		s.out = append(s.out, byte(s.acc))
		s.acc >>= 8
	}
	return binary.BigEndian.AppendUint32(s.out, s.b<<16|s.a)
}
