package pdf

import (
	"math/bits"
	"slices"
)

// charset collects the characters that a book draws in one face, and numbers
// them: character order is glyph order.
type charset struct {
	pages   [(0x10FFFF >> 8) + 1]*charpage // kept from book to book
	touched []int                          // pages with a character of this book
	chars   []rune
}

// charpage is 256 characters. Of a book's few hundred hardly two stand side by
// side, so marks are bits: a page is gone through in four steps.
type charpage struct {
	marks   [4]uint64
	numbers [256]uint16 // of marked characters; otherwise of an earlier book
}

// add notes the characters of a text.
func (c *charset) add(text string) {
	for _, r := range text {
		page := c.pages[r>>8]
		if page == nil {
			page = new(charpage)
			c.pages[r>>8] = page
		}
		if page.marks == [4]uint64{} {
			c.touched = append(c.touched, int(r>>8))
		}
		page.marks[r>>6&3] |= 1 << (r & 63)
	}
}

// number lists the characters, ascending, and gives the i-th the number i+1.
func (c *charset) number() {
	slices.Sort(c.touched)
	for _, hi := range c.touched {
		page := c.pages[hi]
		for i, marks := range page.marks {
			for ; marks != 0; marks &= marks - 1 {
				lo := i<<6 | bits.TrailingZeros64(marks)
				c.chars = append(c.chars, rune(hi<<8|lo))
				page.numbers[lo] = uint16(min(len(c.chars), 0xFFFF))
			}
		}
	}
}

// glyph is the number of a character, 0 if the book does not have it.
func (c *charset) glyph(r rune) uint16 {
	page := c.pages[r>>8]
	if page == nil || page.marks[r>>6&3]>>(r&63)&1 == 0 {
		return 0
	}
	return page.numbers[r&0xFF]
}

// reset makes the set empty.
func (c *charset) reset() {
	for _, hi := range c.touched {
		c.pages[hi].marks = [4]uint64{}
	}
	c.touched, c.chars = c.touched[:0], c.chars[:0]
}
