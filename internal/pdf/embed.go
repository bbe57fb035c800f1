package pdf

import (
	"crypto/sha256"
	"slices"
	"sync"

	"hongtou/internal/pdf/object"
	"hongtou/internal/pdf/pack"
	"hongtou/internal/sfnt"
)

// embedded is what a file says of a subset. It depends on face, characters and
// effort alone, and never changes.
type embedded struct {
	program *object.Stream // the font file
	mapping *object.Stream // to characters
	present *object.Stream // which glyphs there are
	widths  object.Raw
	box     sfnt.Box
}

// programs keeps what was embedded: documents of one kind often have the same
// title, and every document is made in several formats and editions.
type programs struct {
	sync.Mutex
	known map[[sha256.Size]byte]*embedded
	size  int
}

// maxStored bounds the bytes of programs kept. When they are full no more are
// kept; those of later books are made each time.
const maxStored = 32 << 20

// embed makes the objects of a subset, or takes those made before. Two that ask
// at once may both make them, and get the same.
func (p *Press) embed(sub *subset, d *deflaters) (*embedded, error) {
	if p.effort == Fast { // as fast as keeping
		return p.newEmbedded(sub, d)
	}
	p.programs.Lock()
	known := p.programs.known[sub.digest]
	p.programs.Unlock()
	if known != nil {
		return known, nil
	}
	e, err := p.newEmbedded(sub, d)
	if err != nil {
		return nil, err
	}
	p.programs.Lock()
	defer p.programs.Unlock()
	size := len(e.program.Data) + len(e.mapping.Data)
	if p.programs.size+size <= maxStored {
		if p.programs.known == nil {
			p.programs.known = map[[sha256.Size]byte]*embedded{}
		}
		p.programs.known[sub.digest] = e
		p.programs.size += size
	}
	return e, nil
}

func (p *Press) newEmbedded(sub *subset, d *deflaters) (*embedded, error) {
	pieces := make([]*sfnt.Piece, len(sub.glyphs))
	length := 0
	for i, g := range sub.glyphs {
		pieces[i] = g.Piece
		length += len(g.Data)
	}
	e := &embedded{
		mapping: &object.Stream{Dict: object.Dict{}, Data: toUnicode(sub.set.chars)},
		present: &object.Stream{Dict: object.Dict{}, Data: cidSet(len(sub.glyphs))},
		widths:  packWidths(sub.glyphs),
	}
	room := 512 + 8*len(pieces)
	if p.effort == Small {
		room += length
	}
	front, box := sfnt.Front(make([]byte, 0, room), sub.face.face.Ascent(), sub.face.face.Descent(), pieces)
	e.box = box
	e.program = &object.Stream{Dict: object.Dict{"Length1": object.Integer(len(front) + length)}, Sum: sub.digest[:]}
	for _, s := range []*object.Stream{e.mapping, e.present} {
		if err := d.content.Deflate(s); err != nil {
			return nil, err
		}
	}
	if p.effort == Fast {
		e.program.Dict["Filter"] = object.Name("FlateDecode")
		e.program.Data = sub.pack(d, front)
		return e, nil
	}
	data := front
	for _, p := range pieces {
		data = append(data, p.Data...)
	}
	e.program.Data = data
	return e, d.program.Deflate(e.program)
}

// pack lays the packed glyphs behind the packed front, in the room that books
// share.
func (s *subset) pack(d *deflaters, front []byte) []byte {
	size := pack.Overhead(len(front))
	for _, g := range s.glyphs {
		size += g.packed.Bits()/8 + 1
	}
	f := s.face
	d.room = slices.Grow(d.room, size) // earlier programs keep the room they were given
	from := len(d.room)
	stream := pack.NewStream(d.room[from:])
	stream.Block(f.front, false)
	stream.Near(f.front, front, rowWidth)
	stream.End(f.front)
	stream.Block(f.outlines, true)
	for _, g := range s.glyphs {
		stream.Append(g.packed)
	}
	stream.End(f.outlines)
	out := stream.Bytes()
	d.room = d.room[:min(from+len(out), cap(d.room))]
	return out[:len(out):len(out)]
}

// cidSet marks the first n glyphs as present, a bit each, as PDF/A wants it of
// subsets (ISO 19005-1, 6.3.5).
func cidSet(n int) []byte {
	out := make([]byte, (n+7)/8)
	for i := range n {
		out[i/8] |= 0x80 >> (i % 8)
	}
	return out
}
