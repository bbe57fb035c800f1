package transcribe

import (
	"fmt"
	"strings"

	"hongtou/internal/dossier"
	"hongtou/internal/recognise"
)

// units writes the register: what is known, as it stands, and the proposals.
// A register that cannot take them stays as it is, and they are listed.
func (w *writer) units(d recognise.Draft, known []byte) []byte {
	reg, err := readRegister(known)
	if err != nil {
		w.notRegistered(newNames(nil), d, err)
		return known
	}
	n := newNames(reg)
	add := w.entries(n, d)
	if add.empty() && len(known) > 0 {
		return known
	}
	out, err := insert(known, add)
	if err != nil {
		w.notRegistered(newNames(reg), d, err)
		return known
	}
	return out
}

// notRegistered lists the entries that people have to add themselves.
func (w *writer) notRegistered(n *names, d recognise.Draft, why error) {
	add := w.entries(n, d)
	for _, key := range registerLists {
		for _, entry := range add[key] {
			w.cannot("", "units.yaml "+key+"：\n"+strings.TrimRight(strings.Join(entry, "\n"), "\n"), why.Error()+"，没有写入名册；请自己加上")
		}
	}
}

// registerLists are the lists of units.yaml that proposals go to, in the order
// a new file has them.
var registerLists = []string{"units", "groups", "people"}

// additions are the lines of new entries by list; the first begins with "- ".
type additions map[string][][]string

func (a additions) empty() bool { return len(a) == 0 }

// names gives IDs: those of the register, and free ones.
type names struct {
	id     map[string]string // by name or other name, of units and groups
	taken  map[string]bool   // IDs
	people map[string]bool
}

func newNames(r *registerShape) *names {
	n := &names{id: map[string]string{}, taken: map[string]bool{}, people: map[string]bool{}}
	if r == nil {
		return n
	}
	for _, list := range [][]holderShape{r.Units, r.Groups} {
		for _, u := range list {
			n.taken[u.ID] = true
			for _, name := range append([]string{u.Name}, u.Aliases...) {
				if name != "" && n.id[name] == "" {
					n.id[name] = u.ID
				}
			}
		}
	}
	for _, p := range r.People {
		n.people[p.Name] = true
	}
	return n
}

// free gives the next ID of a kind that nothing has.
func (n *names) free(prefix string) string {
	for i := 1; ; i++ {
		if id := fmt.Sprintf("%s-%02d", prefix, i); !n.taken[id] {
			n.taken[id] = true
			return id
		}
	}
}

// entries gives the proposals that the register does not have.
func (w *writer) entries(n *names, d recognise.Draft) additions {
	out := additions{}
	for _, u := range d.Units {
		if n.id[u.Name] != "" {
			continue
		}
		key, entry := n.unit(u)
		out[key] = append(out[key], entry)
	}
	for _, p := range d.People {
		if n.people[p.Name] {
			w.cannot("", p.Name, "名册里已有同名的人，没有另外登记；如是另一人，请自己加上")
			continue
		}
		n.people[p.Name] = true
		out["people"] = append(out["people"], w.person(n, p))
	}
	return out
}

func (n *names) unit(u recognise.Name) (key string, entry []string) {
	if u.Kind == "group" {
		id := n.free("tongcheng")
		n.id[u.Name] = id
		return "groups", []string{"- id: " + id, "  name: " + scalar(u.Name), "  open: true", "  basis: " + scalar(u.Basis)}
	}
	id := n.free("danwei")
	n.id[u.Name] = id
	return "units", []string{"- id: " + id, "  name: " + scalar(u.Name) + " # " + strings.Join(strings.Fields(u.Basis), " "), "  kind: " + u.Kind}
}

func (w *writer) person(n *names, p recognise.Name) []string {
	out := []string{"- name: " + scalar(p.Name)}
	if p.Leader {
		return append(out, "  leader: true", "  basis: "+scalar(p.Basis))
	}
	id := ""
	for _, u := range p.Units {
		if known := n.id[u]; known != "" {
			id = known
		}
	}
	if id == "" {
		w.cannot("", p.Name, "不知道所在单位，请在名册里写 units")
		id = scalar(dossier.Placeholder)
	}
	return append(out, "  units: ["+id+"]", "  inferred: true", "  basis: "+scalar(p.Basis))
}
