package sfnt

// extent gathers what head, hhea, maxp and OS/2 say about all glyphs.
type extent struct {
	box          Box
	maxAdvance   int
	sumAdvance   int
	minLeft      int
	minRight     int
	points       int
	contours     int
	firstOutline bool
}

func measure(glyphs []Glyph) extent {
	m := extent{firstOutline: true}
	for _, g := range glyphs {
		m.maxAdvance = max(m.maxAdvance, g.Advance)
		m.sumAdvance += g.Advance
		if len(g.Data) > 0 {
			m.add(g)
		}
	}
	return m
}

func (m *extent) add(g Glyph) {
	b := headerBox(g.Data)
	if m.firstOutline {
		m.box, m.minLeft, m.minRight, m.firstOutline = b, b.XMin, g.Advance-b.XMax, false
	}
	m.box.XMin, m.box.YMin = min(m.box.XMin, b.XMin), min(m.box.YMin, b.YMin)
	m.box.XMax, m.box.YMax = max(m.box.XMax, b.XMax), max(m.box.YMax, b.YMax)
	m.minLeft, m.minRight = min(m.minLeft, b.XMin), min(m.minRight, g.Advance-b.XMax)
	n, _ := view(g.Data).i16(0)
	last, _ := view(g.Data).u16(8 + 2*n)
	m.contours, m.points = max(m.contours, n), max(m.points, int(last)+1)
}

// outlineTables writes glyf, each glyph on a four-byte boundary, and long loca.
func outlineTables(glyphs []Glyph) (glyf, loca []byte) {
	size := 0
	for _, g := range glyphs {
		size += len(g.Data) + 3
	}
	glyf = make([]byte, 0, size)
	loca = make([]byte, 0, 4*len(glyphs)+4)
	for _, g := range glyphs {
		loca = be.AppendUint32(loca, uint32(len(glyf)))
		glyf = pad(append(glyf, g.Data...))
	}
	return glyf, be.AppendUint32(loca, uint32(len(glyf)))
}

// madeAt stands in both dates of head, in seconds since 1904: 2026-11-23, a
// constant, because a font depends on its glyphs alone.
const madeAt = 3878236800

func headTable(m extent) []byte {
	out := words(nil, 1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0x0003, Em)
	out = be.AppendUint64(out, madeAt)
	out = be.AppendUint64(out, madeAt)
	return words(out, m.box.XMin, m.box.YMin, m.box.XMax, m.box.YMax, 0, 8, 2, 1, 0)
}

func hheaTable(ascent, descent, glyphs int, m extent) []byte {
	return words(nil, 1, 0, ascent, descent, 0, m.maxAdvance, m.minLeft, m.minRight, m.box.XMax,
		1, 0, 0, 0, 0, 0, 0, 0, glyphs)
}

func hmtxTable(glyphs []Glyph) []byte {
	out := make([]byte, 0, 4*len(glyphs))
	for _, g := range glyphs {
		left := 0
		if len(g.Data) > 0 {
			left = headerBox(g.Data).XMin
		}
		out = words(out, g.Advance, left)
	}
	return out
}

func maxpTable(glyphs int, m extent) []byte {
	return words(nil, 1, 0, glyphs, m.points, m.contours, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)
}

// os2Table gives all three vertical metrics the same value, so that every
// program puts the baseline at the same place of the line.
func os2Table(s Spec, m extent) []byte {
	first, last := 0xFFFF, 0
	if n := len(s.Map); n > 0 {
		first, last = min(int(s.Map[0].Rune), 0xFFFF), min(int(s.Map[n-1].Rune), 0xFFFF)
	}
	const useTypoMetrics, regular = 0x80, 0x40
	const cjkIdeographs = 1 << (59 - 32) // ulUnicodeRange2
	const chinese = 1 << 18              // ulCodePageRange1: simplified Chinese
	out := words(nil, 4, m.sumAdvance/len(s.Glyphs), 400, 5, int(s.FSType))
	out = append(out, make([]byte, 22+10)...) // sub-, superscript, strikeout, class, PANOSE
	out = be.AppendUint32(out, 1)             // Basic Latin
	out = be.AppendUint32(out, cjkIdeographs)
	out = append(out, make([]byte, 8)...)
	out = append(out, "NONE"...)
	out = words(out, useTypoMetrics|regular, first, last, s.Ascent, s.Descent, 0, s.Ascent, -s.Descent)
	out = be.AppendUint32(out, 1|chinese)
	out = be.AppendUint32(out, 0)
	return words(out, 500, 700, 0, ' ', 0)
}

func nameTable(s Spec) []byte {
	records := []Name{
		{NameFamily, s.PostScript}, {NameSubfamily, "Regular"}, {3, s.PostScript},
		{NameFull, s.PostScript}, {5, "Version 1.0"}, {NamePostScript, s.PostScript},
	}
	if s.Licence != "" {
		records = append(records, Name{13, s.Licence})
	}
	out := words(nil, 0, len(records), 6+12*len(records))
	var store []byte
	for _, r := range records {
		out = words(out, 3, 1, 0x409, r.ID, 2*len(r.Text), len(store))
		for i := range len(r.Text) {
			store = append(store, 0, r.Text[i])
		}
	}
	return append(out, store...)
}

func postTable() []byte {
	out := words(nil, 3, 0, 0, 0, -100, 50)
	return append(out, make([]byte, 20)...)
}
