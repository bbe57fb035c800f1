package pdf

import "slices"

// charset collects the characters that a book draws in one face, and numbers
// them: character order is glyph order.
type charset struct {
	pages   [(0x10FFFF >> 8) + 1]*[256]uint16 // glyph numbers; kept from book to book
	touched []int                             // pages with a character of this book
	active  [(0x10FFFF >> 8) + 1]bool
	chars   []rune
}

// add notes the characters of a text.
func (c *charset) add(text string) {
	for _, r := range text {
		hi := r >> 8
		if !c.active[hi] {
			c.active[hi] = true
			c.touched = append(c.touched, int(hi))
			if c.pages[hi] == nil {
				c.pages[hi] = new([256]uint16)
			}
		}
		c.pages[hi][r&0xFF] = 1
	}
}

// number lists the characters, ascending, and gives the i-th the number i+1.
func (c *charset) number() {
	slices.Sort(c.touched)
	for _, hi := range c.touched {
		page := c.pages[hi]
		for lo, marked := range page {
			if marked != 0 {
				c.chars = append(c.chars, rune(hi<<8|lo))
				page[lo] = uint16(min(len(c.chars), 0xFFFF))
			}
		}
	}
}

// glyph is the number of a character, 0 if the book does not have it.
func (c *charset) glyph(r rune) uint16 {
	if !c.active[r>>8] {
		return 0
	}
	return c.pages[r>>8][r&0xFF]
}

// reset makes the set empty.
func (c *charset) reset() {
	for _, hi := range c.touched {
		clear(c.pages[hi][:])
		c.active[hi] = false
	}
	c.touched, c.chars = c.touched[:0], c.chars[:0]
}
