package linebreak

// HalfWidths gives the width of a character in half-width characters: 2 for
// Han and full-width marks, “ ” and — among them, and 1 for the rest.
func HalfWidths(r rune) int32 {
	if r < 0x2000 && r != '·' || r >= 0xff61 && r <= 0xffdc {
		return 1
	}
	return 2
}
