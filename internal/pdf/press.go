package pdf

import (
	"fmt"
	"sync"

	"hongtou/internal/fontset"
	"hongtou/internal/layout"
	"hongtou/internal/pdf/object"
)

// Effort says what a press spends its time on.
type Effort int

// The two efforts. Small compresses every font program as a whole. Fast
// compresses every glyph once and lays the results end to end in each program,
// and leaves contents as they are: small streams that cost a twelfth of the
// time of a task book and save a twentieth of its size.
const (
	Small Effort = iota
	Fast
)

// Levels of zlib by effort, measured on task books of 14 pages. The programs of
// one book, five faces, take 2.3 ms at level 1, 3.3 at 3, 4.8 at 5 and 6.8 at 7;
// against level 1 the whole file is 3 % smaller at level 3 and 4.5 % at 5, for
// outlines hardly repeat. Contents do, and are few: level 6 makes them a tenth
// smaller than level 1.
var levels = [...]struct{ program, content int }{
	Small: {program: 1, content: 6},
	Fast:  {content: 1}, // of pictures; programs are packed otherwise
}

// Press makes PDF files with one set of faces. What books have in common it
// does once: cutting glyphs, packing them, gopdf's font objects. It is safe for
// concurrent use, and what it has made before changes no byte of what it makes.
// Its memory grows with the different glyphs used, at most those of its faces:
// some 2 MB for the characters of official documents, and about as much again
// for a fast press. Besides, it keeps 4 MB of programs (maxYoung), and for each
// worker about 3 MB of tools.
type Press struct {
	fonts     *fontset.Set
	effort    Effort
	faces     []pressFace // by FaceID
	programs  programs
	deflaters sync.Pool // of *deflaters
	charsets  sync.Pool // of *charset
	intent    func() (*object.Stream, error)
}

// NewPress makes a press with nothing done yet. Runs name faces of fs.
func NewPress(fs *fontset.Set, effort Effort) *Press {
	p := &Press{fonts: fs, effort: effort, faces: make([]pressFace, fs.Faces())}
	p.intent = sync.OnceValues(p.colourProfile)
	return p
}

// Render makes the PDF of a book. A character its face lacks is an error, never
// a blank.
func (p *Press) Render(b *layout.Book) ([]byte, error) {
	if len(b.Pages) == 0 {
		return nil, errNoPages
	}
	faces, err := p.cutFaces(b)
	defer p.release(faces)
	if err != nil {
		return nil, fmt.Errorf("fonts: %w", err)
	}
	drawn, err := draw(b)
	if err != nil {
		return nil, fmt.Errorf("drawing: %w", err)
	}
	d, err := p.deflater()
	if err != nil {
		return nil, err
	}
	defer p.deflaters.Put(d)
	d.room = d.room[:0]
	return p.finish(drawn, b, faces, d)
}

// deflaters are what one book at a time needs to compress. Their tables are
// large, so they are kept.
type deflaters struct {
	program, content *object.Deflater
	room             []byte // for packed programs, until the file is written
}

func (p *Press) deflater() (*deflaters, error) {
	if d, ok := p.deflaters.Get().(*deflaters); ok {
		return d, nil
	}
	d := &deflaters{}
	var err error
	if d.content, err = object.NewDeflater(levels[p.effort].content); err != nil {
		return nil, err
	}
	d.program = d.content
	if p.effort == Small {
		d.program, err = object.NewDeflater(levels[p.effort].program)
	}
	return d, err
}
