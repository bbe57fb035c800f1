package sfnt

// runeMap maps characters to glyphs in pages of 256: constant-time lookup in
// little memory, since CJK coverage is dense.
type runeMap struct {
	pages [(0x10FFFF >> 8) + 1]*[256]GlyphID
}

func (m *runeMap) get(r rune) GlyphID {
	if r < 0 || r > 0x10FFFF {
		return 0
	}
	if p := m.pages[r>>8]; p != nil {
		return p[r&0xFF]
	}
	return 0
}

// set keeps the first mapping of a character, so that tables are read in order
// of preference.
func (m *runeMap) set(r rune, g GlyphID) {
	if g == 0 || r < 0 || r > 0x10FFFF {
		return
	}
	p := m.pages[r>>8]
	if p == nil {
		p = new([256]GlyphID)
		m.pages[r>>8] = p
	}
	if p[r&0xFF] == 0 {
		p[r&0xFF] = g
	}
}

func (m *runeMap) runes() []rune {
	var out []rune
	for hi, p := range m.pages {
		if p == nil {
			continue
		}
		for lo, g := range p {
			if g != 0 {
				out = append(out, rune(hi<<8|lo))
			}
		}
	}
	return out
}
