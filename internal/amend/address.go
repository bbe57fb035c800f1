package amend

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

// walk visits every value in printed order with the words in force, nil for a
// deleted one.
func walk(d *dossier.Dossier, visit func(dossier.Address, []dossier.Text)) {
	for _, p := range d.Plan.Body {
		visit(planAddress(p.ID), unless(p.Deleted, p.Text))
	}
	for n := range d.Annex.Parts {
		part := &d.Annex.Parts[n]
		visit(partAddress(n), []dossier.Text{part.Heading.Text})
		for i := range part.Items {
			walkItem(&part.Items[i], visit)
		}
	}
}

func walkItem(i *dossier.Item, visit func(dossier.Address, []dossier.Text)) {
	if i.Deleted {
		visit(dossier.Address(i.ID), nil)
		return
	}
	visit(dossier.Address(i.ID), []dossier.Text{numberOf(i)})
	visit(under(i.ID, "problem"), i.Problem)
	if len(i.Remarks) > 0 {
		visit(under(i.ID, "remarks"), i.Remarks)
	}
	for _, a := range i.Aspects {
		if len(a.Problem) > 0 {
			visit(under(a.ID, "problem"), a.Problem)
		}
		for _, f := range a.Fields {
			walkField(a.ID, f, visit)
		}
	}
}

// numberOf is the printed 第N项 of an item.
func numberOf(i *dossier.Item) dossier.Text {
	n := utf8.RuneCountInString(i.PrintedNumber())
	if len(i.Problem) == 0 || i.Problem[0].Len() < n {
		return dossier.Text{Value: i.PrintedNumber(), At: diag.Position{File: i.File, Line: 1, Column: 1}}
	}
	return i.Problem[0].Slice(0, n)
}

func walkField(aspect string, f dossier.Field, visit func(dossier.Address, []dossier.Text)) {
	visit(under(aspect, string(f.Kind)), f.Paragraphs())
	for _, m := range f.Measures {
		visit(dossier.Address(m.ID), unless(m.Deleted, m.Text))
	}
}

func unless(deleted bool, t dossier.Text) []dossier.Text {
	if deleted {
		return nil
	}
	return []dossier.Text{t}
}

func under(parent, name string) dossier.Address { return dossier.Address(parent + "." + name) }

func planAddress(id string) dossier.Address { return under("plan", id) }

// partAddress names the heading of the n-th part of the annex, from 0.
func partAddress(n int) dossier.Address { return under("part", fmt.Sprint(n+1)) }

func unitAddress(id string) dossier.Address { return under("unit", id) }

func personAddress(name string) dossier.Address { return under("person", name) }

// within says whether an address is the other or lies below it.
func within(a, parent dossier.Address) bool {
	rest, ok := strings.CutPrefix(string(a), string(parent))
	return ok && (rest == "" || rest[0] == '.')
}
