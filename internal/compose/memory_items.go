package compose

import (
	"slices"
	"strings"
	"sync"

	"hongtou/internal/assign"
	"hongtou/internal/deadline"
	"hongtou/internal/dossier"
)

// shelf keeps what was worked out once, by what it was worked out from. It is
// safe for concurrent use; the zero value is empty.
type shelf[K comparable, V any] struct {
	mu    sync.Mutex
	known map[K]*once[V]
}

type once[V any] struct {
	sync.Once
	value V
}

// get gives what is kept for a key, which work works out the first time.
func (s *shelf[K, V]) get(key K, work func() V) V {
	s.mu.Lock()
	if s.known == nil {
		s.known = map[K]*once[V]{}
	}
	k := remembered(&s.known, key, &once[V]{})
	s.mu.Unlock()
	k.Do(func() { k.value = work() })
	return k.value
}

// knownItem gives the view of an item in an edition. Most recipients have tasks
// that others have as well, so a run makes the same view many times; it is made
// once and copied, value by value, so that each task of each document answers
// for values of its own. What stood in the item and is gone is told to those
// alone whom it concerns: such an item is made anew every time.
func (x *edition) knownItem(item *dossier.Item) itemView {
	if x.memory == nil || x.Edition == nil {
		return x.item(*item, nil)
	}
	k := x.memory.edition(x.Edition)
	if k.goneIn[item.ID] {
		return x.item(*item, nil)
	}
	return k.items.get(item, func() itemView { return x.item(*item, nil) }).copied()
}

// goneIn names the items behind whose values something is told to be gone.
func goneIn(places []gonePlace) map[string]bool {
	out := map[string]bool{}
	for _, p := range places {
		item, _, _ := strings.Cut(string(p.behind), ".")
		out[item] = true
	}
	return out
}

// copied gives the same view with values of its own. Runs and paragraphs, which
// nothing ever changes, stay shared.
func (v itemView) copied() itemView {
	v.Problem, v.Remarks = v.Problem.copied(), v.Remarks.copied()
	v.Aspects = slices.Clone(v.Aspects)
	for i := range v.Aspects {
		v.Aspects[i] = v.Aspects[i].copied()
	}
	return v
}

// copied copies what an item without heads has: no cells. The rows hold the
// texts of the list of measures, in their order.
func (v aspectView) copied() aspectView {
	v.Serial, v.Short, v.Problem = v.Serial.copied(), v.Short.copied(), v.Problem.copied()
	v.Fields = slices.Clone(v.Fields)
	var measures []*Text
	for i := range v.Fields {
		f := &v.Fields[i]
		f.Label, f.RunIn = f.Label.copied(), f.RunIn.copied()
		f.Below = slices.Clone(f.Below)
		for k := range f.Below {
			f.Below[k] = f.Below[k].copied()
		}
		if measures == nil && f.Kind == string(dossier.Measures) {
			measures = f.texts()
		}
	}
	v.Rows = slices.Clone(v.Rows)
	for i := range v.Rows {
		n := len(v.Rows[i].Texts)
		if n > 0 {
			v.Rows[i].Texts, measures = measures[:n:n], measures[n:]
		}
	}
	return v
}

func (t *Text) copied() *Text {
	if t == nil {
		return nil
	}
	return &Text{t.value.copied()}
}

func (p *Paragraphs) copied() *Paragraphs {
	if p == nil {
		return nil
	}
	return &Paragraphs{p.value.copied()}
}

func (v value) copied() value {
	v.steps = slices.Clone(v.steps)
	for i := range v.steps {
		s := &v.steps[i]
		s.Date, s.Number, s.Matter, s.Ordinal = s.Date.copied(), s.Number.copied(), s.Matter.copied(), s.Ordinal.copied()
	}
	return v
}

// term is what a task's deadline says. Reading one takes long.
type term struct {
	deadline.Deadline
	standing bool // the task never ends
}

func (m *memory) term(t *assign.Task) term {
	read := func() term { return term{t.Deadline(), t.Standing()} }
	if m == nil {
		return read()
	}
	return m.terms.get(t, read)
}
