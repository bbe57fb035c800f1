package sfnt

// Piece is a glyph cut out once for many font programs, with all that a
// program sums up over its glyphs. It never changes.
type Piece struct {
	Advance int    // 1/1000 em
	Data    []byte // simple description, filled up to a four-byte boundary; empty for a blank

	sum      uint32 // of Data
	box      Box
	points   int
	contours int
}

// Piece cuts out a glyph, scaled to Em units, without instructions and with
// composites flattened. With a nil source the font's own outlines are used.
func (f *Font) Piece(g GlyphID, source Source) (*Piece, error) {
	cut, err := f.cut(g, source)
	if err != nil {
		return nil, err
	}
	p := &Piece{Advance: cut.Advance}
	if len(cut.Data) == 0 {
		return p, nil
	}
	n, _ := view(cut.Data).i16(0)
	last, _ := view(cut.Data).u16(8 + 2*n)
	p.box, p.contours, p.points = headerBox(cut.Data), n, int(last)+1
	p.Data = pad(cut.Data)
	p.sum = checksum(p.Data)
	return p, nil
}

// Notdef is the piece of glyph 0. It is never drawn, so a broken one is blank
// and need not stop us.
func (f *Font) Notdef(source Source) *Piece {
	p, err := f.Piece(0, source)
	if err != nil {
		return &Piece{Advance: Rescale(f.Advance(0), f.upem, Em)}
	}
	return p
}

// addPiece counts a piece in.
func (m *extent) addPiece(p *Piece) {
	m.maxAdvance = max(m.maxAdvance, p.Advance)
	if len(p.Data) == 0 {
		return
	}
	b := p.box
	if m.firstOutline {
		m.box, m.minLeft, m.minRight, m.firstOutline = b, b.XMin, p.Advance-b.XMax, false
	}
	m.box.XMin, m.box.YMin = min(m.box.XMin, b.XMin), min(m.box.YMin, b.YMin)
	m.box.XMax, m.box.YMax = max(m.box.XMax, b.XMax), max(m.box.YMax, b.YMax)
	m.minLeft, m.minRight = min(m.minLeft, b.XMin), min(m.minRight, p.Advance-b.XMax)
	m.contours, m.points = max(m.contours, p.contours), max(m.points, p.points)
}

// programTables are those a CIDFontType2 program must have (ISO 32000-1,
// 9.9.2), in the order of their tags. Our glyphs have no instructions, hence
// no cvt, fpgm and prep.
var programTables = [...]string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"}

// Front appends a font program for PDF up to its outlines: the Data of the
// pieces, one after another, make it whole. The first piece is .notdef. It
// also gives the box of all outlines.
func Front(out []byte, ascent, descent int, pieces []*Piece) ([]byte, Box) {
	m := extent{firstOutline: true}
	var glyf, glyfSum uint32
	for _, p := range pieces {
		m.addPiece(p)
		glyf += uint32(len(p.Data))
		glyfSum += p.sum
	}
	const n = len(programTables)
	start := len(out)
	out = append(out, 0, 1, 0, 0, 0, byte(n), 0, 64, 0, 2, 0, 32) // n = 6: 4·16, log₂ 4, 6·16−64
	out = append(out, make([]byte, 16*n)...)
	var at, length [n]int
	bodies := [n]func([]byte) []byte{
		1: func(b []byte) []byte { return append(b, headTable(m)...) },
		2: func(b []byte) []byte { return append(b, hheaTable(ascent, descent, len(pieces), m)...) },
		3: func(b []byte) []byte { return appendMetrics(b, pieces) },
		4: func(b []byte) []byte { return appendLocations(b, pieces) },
		5: func(b []byte) []byte { return append(b, maxpTable(len(pieces), m)...) },
	}
	for i := 1; i < n; i++ {
		at[i] = len(out)
		out = bodies[i](out)
		length[i] = len(out) - at[i]
		for len(out)%4 != start%4 {
			out = append(out, 0)
		}
	}
	at[0], length[0] = len(out), int(glyf)
	for i, tag := range programTables {
		entry := out[start+12+16*i:]
		sum := glyfSum
		if i > 0 {
			sum = checksum(out[at[i] : at[i]+length[i]])
		}
		copy(entry, tag)
		be.PutUint32(entry[4:], sum)
		be.PutUint32(entry[8:], uint32(at[i]-start))
		be.PutUint32(entry[12:], uint32(length[i]))
	}
	be.PutUint32(out[at[1]+8:], 0xB1B0AFBA-checksum(out[start:])-glyfSum)
	return out, m.box
}

func appendMetrics(out []byte, pieces []*Piece) []byte {
	for _, p := range pieces {
		out = append(out, byte(p.Advance>>8), byte(p.Advance), byte(p.box.XMin>>8), byte(p.box.XMin))
	}
	return out
}

func appendLocations(out []byte, pieces []*Piece) []byte {
	at := uint32(0)
	for _, p := range pieces {
		out = be.AppendUint32(out, at)
		at += uint32(len(p.Data))
	}
	return be.AppendUint32(out, at)
}
