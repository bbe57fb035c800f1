package compose

import (
	"slices"
	"strings"

	"hongtou/internal/dossier"
	"hongtou/internal/impact"
)

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
		by := func(r dossier.Revision) bool { return c.by(r.By) }
		return !c.text.Deleted(a) && !slices.ContainsFunc(c.text.History(a), by)
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
		out.by = append(out.by, ch.by...)
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
	for _, d := range []*dossier.Dossier{c.text.Dossier, c.before} {
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

// noticesOf gives the notices that changed some values.
func (c comparing) noticesOf(addresses ...dossier.Address) []string {
	var out []string
	for _, a := range addresses {
		here, _ := c.of(a)
		out = append(out, here.by...)
	}
	return out
}

// movers gives the notices that gave a task to a unit or took it away: those
// that changed whom it names, the item itself, or else the register.
func (c comparing) movers(t impact.Place) []string {
	by := c.noticesOf(under(t.Aspect, string(dossier.Responsible)), under(t.Aspect, string(dossier.Supervisors)), under(t.Aspect, string(dossier.Cooperating)), dossier.Address(t.Item))
	if len(by) > 0 {
		return by
	}
	return c.noticesOf(slices.DeleteFunc(slices.Clone(c.text.Addresses()), func(a dossier.Address) bool { return !registered(a) })...)
}

func (c comparing) cite(cited map[string]bool, notices []string) {
	for _, id := range notices {
		cited[id] = true
	}
}
