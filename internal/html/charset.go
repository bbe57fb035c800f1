package html

import (
	"iter"
	"math/bits"
	"unicode"
)

// charset is a set of characters, one bit each, in pages of 4096: Chinese text
// needs half a dozen of them, where a map took 3 % of a rendering to fill,
// and its characters had to be sorted.
type charset struct {
	pages [unicode.MaxRune>>12 + 1]*[64]uint64
}

// has says whether r is in the set.
func (s *charset) has(r rune) bool {
	p := s.pages[r>>12]
	return p != nil && p[r>>6&63]&(1<<(r&63)) != 0
}

func (s *charset) add(r rune) {
	p := &s.pages[r>>12]
	if *p == nil {
		*p = new([64]uint64)
	}
	(*p)[r>>6&63] |= 1 << (r & 63)
}

// all gives the characters, ascending.
func (s *charset) all() iter.Seq[rune] {
	return func(yield func(rune) bool) {
		for i, p := range s.pages {
			if p == nil {
				continue
			}
			for k, word := range p {
				for ; word != 0; word &= word - 1 {
					if !yield(rune(i<<12 | k<<6 | bits.TrailingZeros64(word))) {
						return
					}
				}
			}
		}
	}
}
