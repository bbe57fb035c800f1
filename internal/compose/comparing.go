package compose

import (
	"slices"
	"strings"

	"hongtou/internal/amend"
	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/redline"
)

// comparing is the work of telling what notices did to the values of a text.
type comparing struct {
	text    *amend.Edition // after the notices
	before  *dossier.Dossier
	notices []*dossier.Amendment
	names   map[dossier.Address][]string
	words   redline.Comparer
}

func newComparing(text *amend.Edition, before *dossier.Dossier, notices []*dossier.Amendment) comparing {
	c := comparing{text, before, notices, clauses(before), redline.New(knownNames(text.Dossier.Register))}
	for a, name := range clauses(text.Dossier) {
		if c.names[a] == nil {
			c.names[a] = name
		}
	}
	return c
}

// by says whether a notice is one of those that are compared.
func (c comparing) by(p dossier.Provenance) bool {
	return slices.ContainsFunc(c.notices, func(n *dossier.Amendment) bool { return n.ID == p.Amendment })
}

// change is one row: what a notice did to one value, or to a whole list or
// item.
type change struct {
	address  dossier.Address
	verb     dossier.Verb
	old, new []dossier.Text
	opinion  []dossier.Text
	at       diag.Position
	by       []string // IDs of the notices that did it

	finding *finding // nil when nobody else has the row
}

// changes gives the rows in printed order.
func (c comparing) changes() []change {
	var out []change
	all := c.text.Addresses()
	for i := 0; i < len(all); {
		n, rows := c.group(all[i:])
		out = append(out, rows...)
		i += n
	}
	return slices.DeleteFunc(out, func(ch change) bool { return slices.Equal(values(ch.old), values(ch.new)) })
}

// group takes the first address, with all that belongs to it, and gives the
// rows for them: one for an item that was inserted, deleted or renumbered, one
// for a list of measures that the notice printed in full, otherwise one for
// each value.
func (c comparing) group(all []dossier.Address) (taken int, rows []change) {
	a := all[0]
	if registered(a) {
		return 1, nil
	}
	here, touched := c.of(a)
	switch {
	case isItem(a):
		n := extent(all, string(a)+".")
		if touched && here.verb != dossier.Renumber {
			return n, []change{c.whole(here, all[1:n])}
		}
		return 1, kept(here, touched)
	case strings.HasSuffix(string(a), "."+string(dossier.Measures)):
		n := measuresOf(all)
		if touched && c.inFull(all[1:n]) {
			here.by = append(here.by, c.noticesOf(all[1:n]...)...)
			return n, []change{here}
		}
		return 1, nil
	case here.verb == dossier.Renumber && strings.HasSuffix(string(a), ".problem"):
		return 1, nil // the item's number tells it
	}
	return 1, kept(here, touched)
}

func kept(ch change, touched bool) []change {
	if !touched {
		return nil
	}
	return []change{ch}
}

// of gives what the notice did to a value, all its steps taken together.
func (c comparing) of(a dossier.Address) (out change, touched bool) {
	for _, r := range c.text.History(a) {
		if r.Restated || !c.by(r.By) {
			continue
		}
		if !touched {
			out = change{address: a, verb: r.Verb, old: r.Old, opinion: r.Opinion, at: r.By.At}
		} else if r.Verb == dossier.Delete || out.verb == dossier.Renumber {
			out.verb = r.Verb
		}
		touched = true
		out.new, out.by = r.New, append(out.by, r.By.Amendment)
	}
	return out, touched
}

// section gives the number of the notice's part in which some words stand,
// without its mark: 一 of 一、.
func (c comparing) section(at diag.Position) dossier.Text {
	var out dossier.Text
	for _, n := range c.notices {
		quoted := quotedBy(*n)
		for _, p := range n.Body {
			if at.File != p.Text.At.File || p.Text.At.Line > at.Line {
				break
			}
			if k := len([]rune(p.Number)); p.Level == 1 && k > 1 && !quoted[p.Text.At] {
				out = p.Text.Slice(0, k-1)
			}
		}
	}
	return out
}
