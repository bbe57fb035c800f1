package doc

import (
	"encoding/binary"
	"fmt"
	"io"
)

// WriteCanonical writes everything of the document that can change its looks
// or words, and nothing else: places in the source are left out, so that an
// inserted line elsewhere does not make it another document. Two documents
// write the same bytes only if they are the same: every string and list says
// how long it is, every block and formula of what type.
//
// It is written by hand, as a build hashes every tree: encoding/json takes
// eight times as long. A test holds it to all fields of all types.
func (d *Document) WriteCanonical(w io.Writer) error {
	c := newCanonical(w)
	c.meta(d.Meta)
	c.setup(d.Setup)
	c.count(len(d.Blocks), d.Blocks == nil)
	for _, b := range d.Blocks {
		c.block(b)
	}
	return c.end()
}

// WriteCanonical is the same for a workbook.
func (b *Workbook) WriteCanonical(w io.Writer) error {
	c := newCanonical(w)
	c.meta(b.Meta)
	c.count(len(b.Sheets), b.Sheets == nil)
	for i := range b.Sheets {
		c.sheet(&b.Sheets[i])
	}
	return c.end()
}

// canonical gathers what is written and hands it on in large pieces.
type canonical struct {
	w   io.Writer
	buf []byte
	err error
}

// canonicalPiece is how much is gathered, in bytes.
const canonicalPiece = 16 << 10

func newCanonical(w io.Writer) *canonical {
	return &canonical{w: w, buf: make([]byte, 0, canonicalPiece+1<<10)}
}

func (c *canonical) flush() {
	if c.err == nil {
		_, c.err = c.w.Write(c.buf)
	}
	c.buf = c.buf[:0]
}

func (c *canonical) end() error {
	c.flush()
	return c.err
}

func (c *canonical) text(s string) {
	if len(c.buf) > canonicalPiece {
		c.flush()
	}
	c.buf = binary.AppendUvarint(c.buf, uint64(len(s)))
	c.buf = append(c.buf, s...)
}

// bytes writes what may be large, without a copy.
func (c *canonical) bytes(b []byte) {
	c.buf = binary.AppendUvarint(c.buf, uint64(len(b)))
	c.flush()
	if c.err == nil {
		_, c.err = c.w.Write(b)
	}
}

func (c *canonical) texts(list []string) {
	c.count(len(list), list == nil)
	for _, s := range list {
		c.text(s)
	}
}

func (c *canonical) number(n int) { c.buf = binary.AppendVarint(c.buf, int64(n)) }

// count begins a list; none at all is not the same as an empty one.
func (c *canonical) count(n int, none bool) {
	if none {
		n = -1
	}
	c.number(n)
}

func (c *canonical) flags(list ...bool) {
	for _, f := range list {
		b := byte(0)
		if f {
			b = 1
		}
		c.buf = append(c.buf, b)
	}
}

// optional writes a number that may be absent.
func (c *canonical) optional(n *int) {
	if c.flags(n != nil); n != nil {
		c.number(*n)
	}
}

func (c *canonical) meta(m Meta) {
	for _, s := range [...]string{m.Kind, m.Title, m.Subject, m.Author, m.Date, m.Edition} {
		c.text(s)
	}
	c.texts(m.Keywords)
}

func (c *canonical) setup(s Setup) {
	c.flags(s.Mirrored, s.Landscape, s.Letter)
	c.text(s.Status)
}

func (c *canonical) runs(list []Inline) {
	c.count(len(list), list == nil)
	for i := range list {
		c.number(int(list[i].Style))
		c.number(int(list[i].Mark))
		c.text(list[i].Text)
	}
}

func (c *canonical) lines(list [][]Inline) {
	c.count(len(list), list == nil)
	for _, l := range list {
		c.runs(l)
	}
}

func (c *canonical) outline(o Outline) {
	c.number(o.Level)
	c.text(o.Title)
	c.text(o.ID)
}

// unknown refuses a type that this file has not been told of: hashing less than
// all of a document would keep files that have to be made again.
func (c *canonical) unknown(v any) {
	if c.err == nil {
		c.err = fmt.Errorf("doc: no canonical form of %T", v)
	}
}
