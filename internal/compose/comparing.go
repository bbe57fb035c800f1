package compose

import (
	"slices"
	"strings"

	"hongtou/internal/dossier"
)

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
	for _, r := range c.document.Text.History(a) {
		if r.Restated || r.By.Amendment != c.document.Amendment.ID {
			continue
		}
		if !touched {
			out = change{address: a, verb: r.Verb, old: r.Old, opinion: r.Opinion, at: r.By.At}
		} else if r.Verb == dossier.Delete || out.verb == dossier.Renumber {
			out.verb = r.Verb
		}
		touched = true
		out.new = r.New
	}
	return out, touched
}

// isItem tells the address of an item: no point in it.
func isItem(a dossier.Address) bool { return !strings.Contains(string(a), ".") }

// extent counts the first address and those after it that begin as given.
func extent(all []dossier.Address, prefix string) int {
	n := 1
	for n < len(all) && strings.HasPrefix(string(all[n]), prefix) {
		n++
	}
	return n
}

// measuresOf counts a list and its measures: 14.measures, 14.1, 14.lead.
func measuresOf(all []dossier.Address) int {
	aspect := strings.TrimSuffix(string(all[0]), string(dossier.Measures))
	n := 1
	for n < len(all) {
		rest, below := strings.CutPrefix(string(all[n]), aspect)
		if !below || !strings.HasPrefix(rest, "lead") && !strings.ContainsAny(rest[:min(1, len(rest))], "0123456789") {
			break
		}
		n++
	}
	return n
}

// inFull says whether the notice printed every measure of a list that was or
// is in force.
func (c comparing) inFull(measures []dossier.Address) bool {
	return !slices.ContainsFunc(measures, func(a dossier.Address) bool {
		by := func(r dossier.Revision) bool { return r.By.Amendment == c.document.Amendment.ID }
		return !c.document.Text.Deleted(a) && !slices.ContainsFunc(c.document.Text.History(a), by)
	})
}

// whole puts together what an item says that a notice inserted or deleted: the
// fields after their labels, as printed.
func (c comparing) whole(item change, below []dossier.Address) change {
	out := item
	out.old, out.new = nil, nil
	for i := 0; i < len(below); i++ {
		ch, touched := c.of(below[i])
		if !touched {
			continue
		}
		label := c.label(below[i])
		out.old, out.new = append(out.old, labelled(label, ch.old)...), append(out.new, labelled(label, ch.new)...)
		if strings.HasSuffix(string(below[i]), "."+string(dossier.Measures)) {
			i += measuresOf(below[i:]) - 1
		}
	}
	return out
}

// label finds the label of a field of an item that was or is printed.
func (c comparing) label(a dossier.Address) dossier.Text {
	for _, d := range []*dossier.Dossier{c.document.Dossier, c.before} {
		if t := labelIn(a, d); !t.IsZero() {
			return t
		}
	}
	return dossier.Text{}
}

// labelled puts a field's label before its value, above its measures.
func labelled(label dossier.Text, words []dossier.Text) []dossier.Text {
	if label.IsZero() || len(words) == 0 {
		return words
	}
	label = dossier.Join(label, dossier.Text{Value: "：", At: label.Position(label.Len())})
	if len(words) > 1 {
		return append([]dossier.Text{label}, words...)
	}
	return append([]dossier.Text{dossier.Join(label, words[0])}, words[1:]...)
}
