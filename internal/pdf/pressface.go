package pdf

import (
	"sync"
	"sync/atomic"

	"hongtou/internal/fontset"
	"hongtou/internal/pdf/pack"
	"hongtou/internal/sfnt"
)

// pressFace is what a press knows of one face: every glyph asked for so far,
// cut out once.
type pressFace struct {
	once     sync.Once
	err      error
	face     *fontset.Face
	skeleton skeleton
	notdef   *glyph
	outlines *pack.Code // nil unless the press is fast
	front    *pack.Code
	pages    [(0x10FFFF >> 8) + 1]atomic.Pointer[[256]atomic.Pointer[glyph]]
}

// glyph is one glyph as programs take it. It never changes.
type glyph struct {
	*sfnt.Piece
	packed pack.Piece // empty unless the press is fast
}

// open reads the face when it is first used.
func (p *pressFace) open(f *fontset.Face, effort Effort) error {
	p.once.Do(func() {
		p.face = f
		if p.skeleton, p.err = drawSkeleton(f); p.err != nil {
			return
		}
		if effort == Fast {
			p.learn()
		}
		p.notdef = p.packed(f.Notdef())
	})
	return p.err
}

// samples is how many glyphs the code of a face is made from. Nearly three times
// as many save a thousandth of a file.
const samples = 48

// learn makes the codes from glyphs all over the face, so that they depend on
// nothing else.
func (p *pressFace) learn() {
	chars := p.face.Chars()
	var outlines [][]byte
	var pieces []*sfnt.Piece
	for i := range min(samples, len(chars)) {
		piece, err := p.face.Piece(chars[i*len(chars)/min(samples, len(chars))])
		if err != nil { // told when somebody needs the glyph
			continue
		}
		pieces = append(pieces, piece)
		outlines = append(outlines, piece.Data)
	}
	p.outlines = pack.NewCode(outlines)
	front, _ := sfnt.Front(nil, p.face.Ascent(), p.face.Descent(), pieces)
	p.front = pack.NewTableCode(front, rowWidth)
}

// rowWidth is that of the tables hmtx and loca.
const rowWidth = 4

func (p *pressFace) packed(piece *sfnt.Piece) *glyph {
	g := &glyph{Piece: piece}
	if p.outlines != nil {
		g.packed = p.outlines.Piece(piece.Data)
	}
	return g
}

// glyph returns that of a character. One the face lacks is an error. Two that
// ask at once may both cut, and get the same.
func (p *pressFace) glyph(r rune) (*glyph, error) {
	slot := &p.pages[r>>8]
	page := slot.Load()
	if page == nil {
		slot.CompareAndSwap(nil, new([256]atomic.Pointer[glyph]))
		page = slot.Load()
	}
	if g := page[r&0xFF].Load(); g != nil {
		return g, nil
	}
	piece, err := p.face.Piece(r)
	if err != nil {
		return nil, err
	}
	page[r&0xFF].CompareAndSwap(nil, p.packed(piece))
	return page[r&0xFF].Load(), nil
}
