package pack

import "math/bits"

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

// Limits of a copy's length.
const shortest, longest = 3, 258

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

// near divides a table into bytes and copies from the row before.
func near(data []byte, width int, literal func(byte), copied func(length int)) {
	for i := 0; i < len(data); {
		n := 0
		if i >= width {
			n = same(data[i-width:], data[i:])
		}
		if n < shortest {
			literal(data[i])
			i++
			continue
		}
		copied(n)
		i += n
	}
}
