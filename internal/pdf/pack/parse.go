package pack

import (
	"math/bits"
	"slices"
)

// token is a literal byte, or a copy of length bytes from distance back.
type token struct {
	length   uint16 // 1 for a literal
	distance uint16 // 0 for a literal
	literal  byte
}

func (t token) symbol() int {
	if t.distance == 0 {
		return int(t.literal)
	}
	s, _ := lengthSymbol(int(t.length))
	return s
}

// lengthSymbol is the symbol of a length and the number of its extra bits.
func lengthSymbol(n int) (symbol, extra int) {
	switch {
	case n == longest:
		return 285, 0
	case n < 11:
		return 254 + n, 0
	}
	v := n - 3
	extra = bits.Len(uint(v)) - 3
	return 257 + 4*extra + v>>extra, extra
}

func distanceSymbol(d int) (symbol, extra int) {
	v := d - 1
	if v < 4 {
		return v, 0
	}
	extra = bits.Len(uint(v)) - 2
	return 2*extra + v>>extra, extra
}

// Limits of matches: of the format, and of the search.
const (
	shortest  = 3
	longest   = 258
	farthest  = 32 << 10
	candidate = 16 // earlier places looked at for each byte
)

// parse divides a piece into tokens that cost the fewest bits in this code.
func (c *Code) parse(data []byte) []token {
	n := len(data)
	cost := make([]uint32, n+1)
	for i := range cost[1:] {
		cost[i+1] = 1 << 31
	}
	by := make([]token, n+1) // the last token on the cheapest way to a place
	var head [1 << 10]int32  // the last place with such three bytes, plus 1
	back := make([]int32, n) // the one before it
	for i, b := range data {
		if v := cost[i] + uint32(c.lit[b].n); v < cost[i+1] {
			cost[i+1], by[i+1] = v, token{1, 0, b}
		}
		if i+shortest > n {
			continue
		}
		h := (uint32(b)<<16 | uint32(data[i+1])<<8 | uint32(data[i+2])) * 0x9E3779B1 >> 22
		back[i], head[h] = head[h], int32(i+1)
		best, most := shortest-1, min(longest, n-i)
		for at, tries := back[i], candidate; at > 0 && tries > 0 && best < most; at, tries = back[at-1], tries-1 {
			d := i - int(at-1)
			if d > farthest {
				break
			}
			if data[i-d+best] != data[i+best] { // no longer than what is known
				continue
			}
			m := same(data[i-d:], data[i:])
			if m <= best {
				continue
			}
			from := cost[i] + c.distanceCost(d)
			for k := best + 1; k <= m; k++ {
				if v := from + uint32(c.lengthCost[k]); v < cost[i+k] {
					cost[i+k], by[i+k] = v, token{uint16(k), uint16(d), 0}
				}
			}
			best = m
		}
	}
	var out []token
	for i := n; i > 0; i -= int(by[i].length) {
		out = append(out, by[i])
	}
	slices.Reverse(out)
	return out
}

func (c *Code) distanceCost(d int) uint32 {
	symbol, extra := distanceSymbol(d)
	return uint32(c.dist[symbol].n) + uint32(extra)
}

// weigh notes the bits that each length takes.
func (c *Code) weigh() {
	for n := shortest; n <= longest; n++ {
		symbol, extra := lengthSymbol(n)
		c.lengthCost[n] = uint8(c.lit[symbol].n) + uint8(extra)
	}
}

// same counts the bytes in which two places agree, up to the longest match.
func same(a, b []byte) int {
	n := min(len(a), len(b), longest)
	for i := range n {
		if a[i] != b[i] {
			return i
		}
	}
	return n
}

// near divides a table into copies from the row before, and bytes.
func near(data []byte, width int) []token {
	out := make([]token, 0, len(data)/2)
	for i := 0; i < len(data); {
		n := 0
		if i >= width {
			n = same(data[i-width:], data[i:])
		}
		if n < shortest {
			out = append(out, token{1, 0, data[i]})
			i++
			continue
		}
		out = append(out, token{uint16(n), uint16(width), 0})
		i += n
	}
	return out
}
