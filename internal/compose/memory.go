package compose

import (
	"slices"
	"strings"
	"sync"

	"hongtou/internal/amend"
	"hongtou/internal/assign"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
	"hongtou/internal/redline"
)

// memory keeps what many documents of a run find out about the same edition:
// facts of the source, and views of which each document has values of its own,
// so that it still answers for every value it has to print. It never changes a
// result. A nil memory keeps nothing.
type memory struct {
	mu       sync.Mutex
	editions map[*amend.Edition]*knownEdition
	steps    map[stepKey]*knownStep

	terms  shelf[*assign.Task, term]
	shorts shelf[*assign.Task, string]
	forms  shelf[formKey, formView]
	books  shelf[bookInputs, keySum]
}

// maxKnown bounds each part of a memory; beyond it all is forgotten.
const maxKnown = 128

func newMemory() *memory {
	return &memory{editions: map[*amend.Edition]*knownEdition{}, steps: map[stepKey]*knownStep{}}
}

// knownEdition is what documents ask of an edition again and again.
type knownEdition struct {
	once    sync.Once
	gone    []gonePlace
	aspects map[string]bool // of the text as issued and as it stands
	changed map[string][]dossier.Address
	clauses func() map[dossier.Address][]string
	goneIn  map[string]bool // by item
	items   shelf[*dossier.Item, itemView]
}

// gonePlace is a value that was deleted and has nothing printed in its place,
// and the value behind which that is told.
type gonePlace struct{ address, behind dossier.Address }

// edition gives what is known of an edition.
func (m *memory) edition(e *amend.Edition) *knownEdition {
	k := &knownEdition{}
	if m != nil {
		m.mu.Lock()
		k = remembered(&m.editions, e, k)
		m.mu.Unlock()
	}
	k.once.Do(func() { k.learn(e) })
	return k
}

// remembered gives the entry of a key, the new one when there is none.
func remembered[K comparable, V any](in *map[K]*V, key K, fresh *V) *V {
	if v := (*in)[key]; v != nil {
		return v
	}
	if len(*in) >= maxKnown {
		*in = map[K]*V{}
	}
	(*in)[key] = fresh
	return fresh
}

func (k *knownEdition) learn(e *amend.Edition) {
	k.gone = gonePlaces(e)
	k.goneIn = goneIn(k.gone)
	k.aspects = map[string]bool{}
	k.changed = map[string][]dossier.Address{}
	k.clauses = sync.OnceValue(func() map[dossier.Address][]string { return clauses(e.Dossier) })
	aspectsOf(k.aspects, e.Issued)
	aspectsOf(k.aspects, e.Dossier)
	for _, a := range e.Addresses() {
		for _, r := range e.History(a) {
			if list := k.changed[r.By.Amendment]; !r.Restated && (len(list) == 0 || list[len(list)-1] != a) {
				k.changed[r.By.Amendment] = append(list, a)
			}
		}
	}
}

func aspectsOf(out map[string]bool, d *dossier.Dossier) {
	for _, p := range d.Annex.Parts {
		for _, item := range p.Items {
			for _, a := range item.Aspects {
				out[a.ID] = true
			}
		}
	}
}

// gonePlaces gathers what was deleted and has nothing printed in its place,
// behind the value that is printed before it. What the item tells, or the
// measure or paragraph under which it stood, is left out.
func gonePlaces(e *amend.Edition) []gonePlace {
	if !e.Amended() {
		return nil
	}
	var out []gonePlace
	printed := printedAddresses(e.Dossier)
	behind := planTitle
	for _, a := range e.Addresses() {
		if shown, ok := printed[a]; ok {
			behind = shown
			continue
		}
		item, rest, _ := strings.Cut(string(a), ".")
		if !registered(a) && (rest == "" || !e.Deleted(dossier.Address(item))) && !(e.Deleted(behind) && strings.HasPrefix(string(a), string(behind)+".")) {
			out = append(out, gonePlace{a, behind})
		}
	}
	return out
}

// stepKey is the step from one edition to a later one.
type stepKey struct{ before, text *amend.Edition }

// knownStep is what the notices between two editions did.
type knownStep struct {
	once sync.Once
	comparing
	rows []change
}

// step compares two editions.
func (m *memory) step(before, text *amend.Edition) *knownStep {
	k := &knownStep{}
	if m != nil {
		m.mu.Lock()
		k = remembered(&m.steps, stepKey{before, text}, k)
		m.mu.Unlock()
	}
	k.once.Do(func() {
		k.comparing = newComparing(text, before.Dossier, noticesBetween(before, text))
		k.rows = k.changes()
		for i := range k.rows {
			k.rows[i].finding = &finding{}
		}
	})
	return k
}

// noticesBetween gives those that came between an edition and a later one.
func noticesBetween(before, text *amend.Edition) []*dossier.Amendment {
	return slices.DeleteFunc(slices.Clone(text.Applied), func(n *dossier.Amendment) bool {
		return slices.ContainsFunc(before.Applied, func(old *dossier.Amendment) bool { return old.ID == n.ID })
	})
}

// finding is what a row of a comparison takes long to find out.
type finding struct {
	once          sync.Once
	before, after [][]redline.Run
	section       dossier.Text
}

// found gives it, once for all documents that have the row.
func (c comparing) found(ch change) *finding {
	f := ch.finding
	if f == nil {
		f = &finding{}
	}
	f.once.Do(func() {
		f.before, f.after = c.words.Paragraphs(values(ch.old), values(ch.new))
		f.section = c.section(ch.at)
	})
	return f
}

// clausesOf names the values of the text that a document prints.
func (m *memory) clausesOf(p docset.Document) map[dossier.Address][]string {
	if p.Dossier == p.Text.Dossier {
		return m.edition(p.Text).clauses()
	}
	return clauses(p.Dossier)
}
