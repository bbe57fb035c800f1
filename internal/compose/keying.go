package compose

import (
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"reflect"

	"hongtou/internal/doc"
)

// keying writes what a key is the sum of. Every string and list says how long
// it is, so that nothing can be read two ways; a view of one kind has always
// the same types in the same places.
type keying struct {
	layouts *layouts
	hash    hash.Hash
	buf     []byte
	seen    map[*value]int // in the order of the walk
	depth   int
	failed  bool
}

const (
	keyPiece   = 8 << 10 // bytes that are gathered before they are hashed
	deepestKey = 32      // views are a few levels deep
)

func newKeying(l *layouts) *keying {
	return &keying{layouts: l, hash: sha256.New(), buf: make([]byte, 0, keyPiece+1<<10), seen: make(map[*value]int, 256)}
}

func (k *keying) end() (key [sha256.Size]byte, ok bool) {
	k.flush()
	return [sha256.Size]byte(k.hash.Sum(nil)), !k.failed
}

func (k *keying) flush() {
	k.hash.Write(k.buf)
	k.buf = k.buf[:0]
}

func (k *keying) text(s string) {
	if len(k.buf) > keyPiece {
		k.flush()
	}
	k.buf = binary.AppendUvarint(k.buf, uint64(len(s)))
	k.buf = append(k.buf, s...)
}

func (k *keying) number(n int) { k.buf = binary.AppendVarint(k.buf, int64(n)) }

// count begins the lines or paragraphs of a value, which may be of neither kind.
func (k *keying) count(n int, none bool) {
	if none {
		n = -1
	}
	k.number(n)
}

func (k *keying) flags(list ...bool) {
	for _, f := range list {
		b := byte(0)
		if f {
			b = 1
		}
		k.buf = append(k.buf, b)
	}
}

// walk goes through whatever a template can reach from here.
func (k *keying) walk(v reflect.Value) {
	if k.depth++; k.depth > deepestKey {
		k.failed = true
	}
	if !k.failed {
		k.kinds(v)
	}
	k.depth--
}

func (k *keying) kinds(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for _, i := range k.layouts.of(v.Type()) {
			k.walk(v.Field(i))
		}
	case reflect.Slice:
		k.number(v.Len())
		for i := range v.Len() {
			k.walk(v.Index(i))
		}
	case reflect.Pointer:
		k.pointer(v)
	case reflect.String:
		k.text(v.String())
	case reflect.Int:
		k.number(int(v.Int()))
	case reflect.Bool:
		k.flags(v.Bool())
	default:
		k.failed = true
	}
}

func (k *keying) pointer(v reflect.Value) {
	if k.flags(!v.IsNil()); v.IsNil() {
		return
	}
	if p, ok := v.Interface().(putter); ok {
		k.value(p.held())
		return
	}
	k.walk(v.Elem())
}

// value writes a value in full where it is met first, and afterwards that it is
// the same again.
func (k *keying) value(v *value) {
	n, again := k.seen[v]
	if !again {
		n = len(k.seen)
		k.seen[v] = n
	}
	if k.number(n); again {
		return
	}
	k.text(v.field)
	k.count(len(v.lines), v.lines == nil)
	for _, l := range v.lines {
		k.runs(l)
	}
	k.count(len(v.blocks), v.blocks == nil)
	for i := range v.blocks {
		k.runs(v.blocks[i].Text)
		k.number(v.blocks[i].Head)
		k.outline(v.blocks[i].Outline)
	}
	k.outline(v.place)
	k.image(v.image)
	k.steps(v.steps)
	k.number(len(v.gone))
	for _, g := range v.gone {
		k.texts(g.Labels)
		k.steps(g.Steps)
	}
}

func (k *keying) runs(list []doc.Inline) {
	k.number(len(list))
	for i := range list {
		k.number(int(list[i].Style))
		k.number(int(list[i].Mark))
		k.text(list[i].Text)
	}
}

func (k *keying) outline(o doc.Outline) {
	k.number(o.Level)
	k.text(o.Title)
	k.text(o.ID)
}

func (k *keying) image(i *doc.Image) {
	if k.flags(i != nil); i != nil {
		k.text(string(i.Data))
		k.number(i.Width)
		k.number(i.Height)
		k.text(i.Alt)
	}
}

func (k *keying) texts(list []*Text) {
	k.number(len(list))
	for _, t := range list {
		if k.flags(t != nil); t != nil {
			k.value(&t.value)
		}
	}
}

func (k *keying) steps(list []stepView) {
	k.number(len(list))
	for i := range list {
		s := &list[i]
		k.text(s.Verb)
		k.texts([]*Text{s.Date, s.Number, s.Matter, s.Ordinal})
	}
}
