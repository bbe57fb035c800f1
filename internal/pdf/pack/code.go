// Package pack compresses pieces of data once and lays the results end to end
// in as many zlib streams as one likes (RFC 1950, RFC 1951).
//
// In: a sample of the data, from which a Huffman code is made; then the pieces.
// Out: each piece as a string of bits that means the same wherever it stands
// inside a block of that code, for it refers to nothing before itself. A stream
// of pieces costs little more than copying these bits. Any program that reads
// zlib reads it.
package pack

// Sizes of the alphabets (RFC 1951, 3.2.5) and limits of their codes (3.2.7).
const (
	literals  = 286
	distances = 30
	lengths   = 19
	endOfData = 256
	maxBits   = 15
	maxLength = 7 // of the codes for code lengths
)

// Code is a pair of Huffman codes, for literals with lengths and for
// distances. Every symbol has one, so that any piece can be written. It never
// changes.
type Code struct {
	lit    [literals]word
	dist   [distances]word
	header []word // what tells a reader the codes, after the bit that marks the last block
}

// word is up to 57 bits, the first one lowest.
type word struct {
	bits uint64
	n    uint
}

// NewCode makes the code that suits the bytes of the samples best; the same
// samples give the same code. Copies are not looked for: those within a glyph's
// outline save 3.5 % of a file and took ten times as long to find as all the
// rest.
func NewCode(samples [][]byte) *Code {
	var n counts
	n.one()
	for _, s := range samples {
		for _, b := range s {
			n.lit[b]++
		}
	}
	return newCode(n.lit[:], n.dist[:])
}

func newCode(lit, dist []int) *Code {
	c := &Code{}
	l, d := codeLengths(lit, maxBits), codeLengths(dist, maxBits)
	copy(c.lit[:], canonical(l))
	copy(c.dist[:], canonical(d))
	c.header = header(append(l, d...))
	return c
}

// header writes the two lists of code lengths as a block's head after BFINAL.
func header(all []int) []word {
	type entry struct{ symbol, extra, n int }
	var list []entry
	for i := 0; i < len(all); {
		same := 1
		for i+same < len(all) && all[i+same] == all[i] {
			same++
		}
		list = append(list, entry{all[i], 0, 0})
		i++
		for same--; same >= 3; {
			n := min(same, 6)
			list = append(list, entry{16, n - 3, 2})
			same -= n
			i += n
		}
	}
	count := make([]int, lengths)
	for _, e := range list {
		count[e.symbol]++
	}
	code := canonical(codeLengths(count, maxLength))
	out := []word{{2, 2}, {literals - 257, 5}, {distances - 1, 5}, {lengths - 4, 4}}
	for _, s := range []int{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15} {
		out = append(out, word{uint64(code[s].n), 3})
	}
	for _, e := range list {
		out = append(out, code[e.symbol])
		if e.n > 0 {
			out = append(out, word{uint64(e.extra), uint(e.n)})
		}
	}
	return out
}

// NewTableCode makes the code for tables like the sample, to be written by
// Stream.Near with the same width.
func NewTableCode(sample []byte, width int) *Code {
	var n counts
	n.one()
	d, _ := distanceSymbol(width)
	near(sample, width, func(b byte) { n.lit[b]++ }, func(length int) {
		l, _ := lengthSymbol(length)
		n.lit[l]++
		n.dist[d]++
	})
	return newCode(n.lit[:], n.dist[:])
}

// counts tells how often each symbol occurs.
type counts struct {
	lit  [literals]int
	dist [distances]int
}

// one lets every symbol occur, so that each has a code.
func (n *counts) one() {
	for i := range n.lit {
		n.lit[i] = 1
	}
	for i := range n.dist {
		n.dist[i] = 1
	}
}
