package compose

import (
	"crypto/sha256"
	"reflect"
	"sync"

	"hongtou/internal/docset"
)

// Key gives a sum from which it follows, without composing, what Compose gives:
// two documents of the same key have the same trees, in their canonical form,
// and the same problems, both apart from places in the source. ok is false when
// there is no telling.
//
// It is the sum of all that composing is made from: the templates, the words
// of the plan, the description of the file, and everything a template can
// read, by a walk over the view that hashes whatever it meets and gives up on
// what it does not know. Also of which values are one and the same, as it
// follows from that which of them a template has left out. The program is not
// in it.
func Key(t Templates, p docset.Document, formats ...docset.Format) (key [sha256.Size]byte, ok bool) {
	r, known := recipeOf(p.Kind)
	if !known || p.Dossier == nil {
		return key, false
	}
	k := newKeying(t.layouts)
	k.text(t.sum)
	k.text(p.Dossier.Words.Key())
	k.text(string(p.Kind))
	k.flags(wants(p, formats, docset.PDF, docset.HTML), wants(p, formats, docset.XLSX))
	k.walk(reflect.ValueOf(r.meta(p)))
	switch p.Kind {
	case docset.TaskBook:
		k.sum(t.known.bookSum(p, t.layouts))
	case docset.Volume:
		k.volume(t, p)
	default:
		v := r.view(t.known, p)
		k.failed = k.failed || len(v.problems) > 0
		k.walk(reflect.ValueOf(v.data))
	}
	return k.end()
}

// volume takes the books from their own sums: no two of them share a value.
func (k *keying) volume(t Templates, p docset.Document) {
	books := p.Parts
	p.Parts = nil
	k.walk(reflect.ValueOf(newVolume(t.known, p)))
	k.number(len(books))
	for _, book := range books {
		k.sum(t.known.bookSum(book, t.layouts))
	}
}

// keySum is the sum of a part of a key, if there is one.
type keySum struct {
	sum [sha256.Size]byte
	ok  bool
}

// bookSum is the sum of the view of a task book, which two documents hold: the
// book, and a volume.
func (m *memory) bookSum(p docset.Document, l *layouts) keySum {
	in := bookInputsOf(p)
	work := func() keySum {
		k := newKeying(l)
		k.walk(reflect.ValueOf(m.newTaskBook(p)))
		sum, ok := k.end()
		return keySum{sum, ok}
	}
	if m == nil {
		return work()
	}
	return m.books.get(in, work)
}

func (k *keying) sum(s keySum) {
	k.buf = append(k.buf, s.sum[:]...)
	k.failed = k.failed || !s.ok
}

// layouts knows the exported fields of the types of views: those are all that
// a template can read of a structure.
type layouts struct{ known sync.Map } // reflect.Type to []int

func (l *layouts) of(t reflect.Type) []int {
	if known, ok := l.known.Load(t); ok {
		return known.([]int)
	}
	exported := []int{}
	for i := range t.NumField() {
		if t.Field(i).IsExported() {
			exported = append(exported, i)
		}
	}
	l.known.Store(t, exported)
	return exported
}
