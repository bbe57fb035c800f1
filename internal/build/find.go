package build

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"hongtou/internal/amend"
	"hongtou/internal/dossier"
	"hongtou/internal/impact"
	"hongtou/internal/nearest"
)

// found is what an address means: one value, or all values of an item, an
// aspect or the plan, in printed order.
type found struct {
	dossier edited
	edition *amend.Edition
	address dossier.Address
	places  []impact.Place
}

// find looks an address up in the dossier of an ID, or in all of them.
func (c *content) find(id, given string) (found, error) {
	chosen, err := c.chosen(id)
	if err != nil {
		return found{}, err
	}
	var hits []found
	var ids, known []string
	for _, d := range chosen {
		e := d.at(c.asOf)
		if e == nil {
			continue
		}
		b := newBook(d, e)
		if f, ok := b.find(given); ok {
			hits, ids = append(hits, f), append(ids, d.ID)
		}
		known = append(known, b.near(given)...)
	}
	switch {
	case len(hits) == 1:
		return hits[0], nil
	case len(hits) > 1:
		return found{}, misused("用 --dossier 指明是哪一个："+strings.Join(ids, "、"), "几个案卷都有“%s”", given)
	}
	if len(known) == 0 {
		return found{}, misused("改用印发之后的日期", "截至%s，案卷尚未印发", c.asOf)
	}
	hint := "可用：" + strings.Join(known, "、")
	if near, ok := nearest.Of(given, known); ok {
		hint = "是否为“" + near + "”？" + hint
	}
	return found{}, misused(hint, "没有“%s”", given)
}

// book knows the addresses of an edition.
type book struct {
	dossier   edited
	edition   *amend.Edition
	addresses []dossier.Address
	places    map[dossier.Address]impact.Place
}

// newBook names values as they are printed now, or were when they were last.
func newBook(d edited, e *amend.Edition) book {
	places := map[dossier.Address]impact.Place{}
	for _, earlier := range d.until(e.Date) {
		maps.Copy(places, impact.Places(earlier.Dossier))
	}
	return book{d, e, append(e.Addresses(), registered(e.Dossier.Register)...), places}
}

// registered gives the addresses of the register, which is no printed text.
func registered(r *dossier.Register) []dossier.Address {
	if r == nil {
		return nil
	}
	var out []dossier.Address
	for _, u := range r.Units {
		out = append(out, dossier.Address("unit."+u.ID))
	}
	for _, p := range r.People {
		out = append(out, dossier.Address("person."+p.Name.Value))
	}
	return out
}

// find understands an address, the label of a value (第六项整改时限), and an
// address with ordinal and printed label in it (6.整改时限).
func (b book) find(given string) (found, bool) {
	a := dossier.Address(b.normal(given))
	for _, known := range b.addresses {
		if b.places[known].Label == given {
			a = known
		}
	}
	out := found{dossier: b.dossier, edition: b.edition, address: a}
	exact := slices.Contains(b.addresses, a)
	whole := !exact || b.places[a].Item != "" && b.places[a].Field == "" && !strings.Contains(string(a), ".problem")
	for _, known := range b.addresses {
		if known == a && !whole || whole && below(known, a) {
			out.places = append(out.places, b.place(known))
		}
	}
	return out, len(out.places) > 0
}

func (b book) place(a dossier.Address) impact.Place {
	p := b.places[a]
	p.Address = a
	return p
}

func below(a, parent dossier.Address) bool {
	rest, ok := strings.CutPrefix(string(a), string(parent))
	return ok && (rest == "" || rest[0] == '.')
}

// normal writes an address as the program does: 6 → 06, 整改时限 → deadline.
func (b book) normal(given string) string {
	steps := strings.Split(strings.ReplaceAll(strings.TrimSpace(given), "．", "."), ".")
	d := b.edition.Dossier
	for _, item := range d.Annex.Items() {
		if steps[0] == item.Number || steps[0] == strconv.Itoa(item.Ordinal) && b.places[dossier.Address(steps[0])].Item == "" {
			steps[0] = item.ID
			break
		}
	}
	last := len(steps) - 1
	if kind, ok := d.Labels[steps[last]]; ok {
		steps[last] = string(kind)
	}
	return strings.Join(steps, ".")
}

// near lists what may have been meant: the addresses of the item, if there is
// one, or the items and the plan's paragraphs.
func (b book) near(given string) []string {
	item, _, _ := strings.Cut(b.normal(given), ".")
	var own, heads []string
	for _, a := range b.addresses {
		switch p := b.places[a]; {
		case p.Item == item && item != "":
			own = append(own, string(a))
		case string(a) == p.Item || strings.HasPrefix(string(a), "plan."):
			heads = append(heads, string(a))
		}
	}
	if len(own) > 0 {
		return own
	}
	return heads
}
