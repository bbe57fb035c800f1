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
// title. There are two generations, so that what is used again and again stays.
type programs struct {
	sync.Mutex
	young, old map[[sha256.Size]byte]*embedded
	size       int // of the young
}

// maxYoung bounds the bytes of a generation, so that a press keeps at most
// 4 MB of programs. More did not make 600 books and forms any faster, for the
// programs of their texts are all different.
const maxYoung = 2 << 20

// get gives what is kept for a digest, or nil.
func (p *programs) get(digest [sha256.Size]byte) *embedded {
	p.Lock()
	defer p.Unlock()
	if e := p.young[digest]; e != nil {
		return e
	}
	e := p.old[digest]
	if e != nil {
		p.put(digest, e)
	}
	return e
}

func (p *programs) keep(digest [sha256.Size]byte, e *embedded) {
	p.Lock()
	defer p.Unlock()
	p.put(digest, e)
}

// put makes it one of the young. When these have no room left, they become the
// old ones, and the old ones are forgotten.
func (p *programs) put(digest [sha256.Size]byte, e *embedded) {
	size := e.size()
	if size > maxYoung || p.young[digest] != nil {
		return
	}
	if p.young == nil || p.size+size > maxYoung {
		p.young, p.old, p.size = map[[sha256.Size]byte]*embedded{}, p.young, 0
	}
	p.young[digest] = e
	p.size += size
}

func (e *embedded) size() int { return len(e.program.Data) + len(e.mapping.Data) + len(e.widths) }

// embed makes the objects of a subset, or takes those made before. Two that ask
// at once may both make them, and get the same.
func (p *Press) embed(sub *subset, d *deflaters) (*embedded, error) {
	if p.effort == Fast { // as fast as keeping
		return p.newEmbedded(sub, d)
	}
	if known := p.programs.get(sub.digest); known != nil {
		return known, nil
	}
	e, err := p.keptEmbedded(sub, d)
	if err == nil {
		p.programs.keep(sub.digest, e)
	}
	return e, err
}

func (p *Press) newEmbedded(sub *subset, d *deflaters) (*embedded, error) {
	if err := sub.cut(); err != nil {
		return nil, err
	}
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
	if p.effort == Fast {
		e.program.Dict["Filter"] = object.Name("FlateDecode")
		e.program.Data = sub.pack(d, front)
		return e, nil
	}
	for _, s := range []*object.Stream{e.mapping, e.present} {
		if err := d.content.Deflate(s); err != nil {
			return nil, err
		}
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
		stream.Append(&g.packed)
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
