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
func (c *Code) Piece(data []byte) Piece {
	bits := uint(0)
	for _, b := range data {
		bits += c.lit[b].n
	}
	p := Piece{words: make([]uint64, 0, (bits+63)/64), n: int(bits), size: len(data), sum: adler32.Checksum(data)}
	acc, n := uint64(0), uint(0)
	for _, b := range data {
		w := c.lit[b]
		acc |= w.bits << n
		if n += w.n; n >= 64 {
			n -= 64
			p.words = append(p.words, acc)
			acc = w.bits >> (w.n - n)
		}
	}
	if n > 0 {
		p.words = append(p.words, acc)
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
	full := p.words[:p.n/64]
	s.out = slices.Grow(s.out, 8*len(full)+8)
	out, n := s.out[len(s.out):len(s.out)+8*len(full)], s.n&63
	acc := s.acc
	for i, w := range full {
		binary.LittleEndian.PutUint64(out[8*i:8*i+8], acc|w<<n)
		acc = w >> 1 >> (63 - n) // a shift by 64 would need a branch
	}
	s.acc, s.out = acc, s.out[:len(s.out)+8*len(full)]
	if rest := uint(p.n % 64); rest > 0 {
		s.put(word{p.words[len(full)], rest})
	}
	s.sum(p.size, p.sum)
}

// Near writes data of a table: rows of equal width are likely to begin like
// the one before. It looks for copies at that distance alone.
func (s *Stream) Near(c *Code, data []byte, width int) {
	d, extra := distanceSymbol(width)
	distance := join(c.dist[d], word{uint64(width-1) & (1<<extra - 1), uint(extra)})
	near(data, width, func(b byte) { s.put(c.lit[b]) }, func(length int) {
		l, extra := lengthSymbol(length)
		s.put(join(c.lit[l], word{uint64(length-shortest) & (1<<extra - 1), uint(extra)}))
		s.put(distance)
	})
	s.sum(len(data), adler32.Checksum(data))
}

func join(a, b word) word { return word{a.bits | b.bits<<a.n, a.n + b.n} }

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
