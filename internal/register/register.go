// Package register reads the printed values of unit and people fields against
// the register of units (单位名册). In: dossier.Register and a field value
// such as 州商务局、州生态环保局，各县乡政府. Out: references to units,
// groups and people, each with the span of characters it was read from, and
// the pieces nobody registered. The printed text is never altered or rebuilt:
// joiners differ from item to item and must survive.
package register

import "hongtou/internal/dossier"

// Index answers questions about one register. It never changes once built.
type Index struct {
	reg    *dossier.Register
	units  map[string]int // unit ID → index into reg.Units, the first of duplicates
	groups map[string]int // group ID → index into reg.Groups
	people map[string]int // person name → index into reg.People
	names  *trie          // every printed form of units and groups
	person *trie          // names of people
	forms  []form         // printed forms of units and groups, in register order
}

// form is one printed form and what it stands for.
type form struct {
	words string
	kind  Kind
	id    string
}

// New indexes a register; nil gives an empty index. Of duplicate names the
// first wins: check reports the others.
func New(reg *dossier.Register) *Index {
	if reg == nil {
		reg = &dossier.Register{}
	}
	x := &Index{
		reg:   reg,
		units: map[string]int{}, groups: map[string]int{}, people: map[string]int{},
		names: newTrie(), person: newTrie(),
	}
	for i, u := range reg.Units {
		first(x.units, u.ID, i)
		x.addForms(Unit, u.ID, u.Name, u.Aliases)
	}
	for i, g := range reg.Groups {
		first(x.groups, g.ID, i)
		x.addForms(Group, g.ID, g.Name, g.Aliases)
	}
	for i, p := range reg.People {
		first(x.people, p.Name.Value, i)
		x.person.add(p.Name.Value, form{words: p.Name.Value, kind: Person, id: p.Name.Value})
	}
	return x
}

func first(m map[string]int, key string, i int) {
	if _, dup := m[key]; !dup {
		m[key] = i
	}
}

func (x *Index) addForms(k Kind, id string, name dossier.Text, aliases []dossier.Text) {
	for _, t := range append([]dossier.Text{name}, aliases...) {
		if t.Value == "" {
			continue
		}
		f := form{words: t.Value, kind: k, id: id}
		x.names.add(t.Value, f)
		x.forms = append(x.forms, f)
	}
}

// Unit gives the unit of an ID, or nil.
func (x *Index) Unit(id string) *dossier.Unit {
	if i, ok := x.units[id]; ok {
		return &x.reg.Units[i]
	}
	return nil
}

// Group gives the group of an ID, or nil.
func (x *Index) Group(id string) *dossier.Group {
	if i, ok := x.groups[id]; ok {
		return &x.reg.Groups[i]
	}
	return nil
}

// Person gives the person of a name, or nil.
func (x *Index) Person(name string) *dossier.Person {
	if i, ok := x.people[name]; ok {
		return &x.reg.People[i]
	}
	return nil
}

// Named says which unit or group exactly these words print.
func (x *Index) Named(words string) (Ref, bool) {
	f, ok := x.names.exact(words)
	if !ok {
		return Ref{}, false
	}
	return Ref{Kind: f.kind, ID: f.id, Words: words, Length: len([]rune(words))}, true
}
