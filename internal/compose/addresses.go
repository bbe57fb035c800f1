package compose

import (
	"slices"
	"strconv"
	"strings"

	"hongtou/internal/assign"
	"hongtou/internal/dossier"
)

// planTitle stands for the title of the plan, which no notice can change.
const planTitle dossier.Address = "plan"

func planAddress(p dossier.Paragraph) dossier.Address { return dossier.Address("plan." + p.ID) }

func partAddress(i int) dossier.Address { return dossier.Address("part." + strconv.Itoa(i+1)) }

func under(id, name string) dossier.Address { return dossier.Address(id + "." + name) }

// registered tells entries of the register, which no document prints.
func registered(a dossier.Address) bool {
	return strings.HasPrefix(string(a), "unit.") || strings.HasPrefix(string(a), "person.")
}

// inPartHead tells the headings of the annex's parts.
func inPartHead(a dossier.Address) bool { return strings.HasPrefix(string(a), "part.") }

// unitAddresses are the register's entries of the units that some recipients
// are.
func unitAddresses(list []assign.Recipient) map[dossier.Address]bool {
	out := map[dossier.Address]bool{}
	for _, r := range list {
		for _, u := range append(slices.Clone(r.Units), r.Unit) {
			out[dossier.Address("unit."+u.ID)] = true
		}
	}
	return out
}

// printedAddresses gives every value that is printed, what stands for a
// deleted one included, and the value after which a note about it would
// stand.
func printedAddresses(d *dossier.Dossier) map[dossier.Address]dossier.Address {
	out := map[dossier.Address]dossier.Address{}
	add := func(a dossier.Address) { out[a] = a }
	for _, p := range d.Plan.Body {
		add(planAddress(p))
	}
	for i, part := range d.Annex.Parts {
		add(partAddress(i))
		for _, item := range part.Items {
			out[dossier.Address(item.ID)] = under(item.ID, "problem")
			add(under(item.ID, "problem"))
			add(under(item.ID, "remarks"))
			for _, a := range item.Aspects {
				add(under(a.ID, "problem"))
				for _, f := range a.Fields {
					add(under(a.ID, string(f.Kind)))
					for _, m := range f.Measures {
						add(dossier.Address(m.ID))
					}
				}
			}
		}
	}
	return out
}

// labelIn finds the printed label of a field, or the number of an item.
func labelIn(a dossier.Address, d *dossier.Dossier) dossier.Text {
	for _, item := range d.Annex.Items() {
		if dossier.Address(item.ID) == a && len(item.Problem) > 0 {
			return item.Problem[0].Slice(0, min(len([]rune(item.PrintedNumber())), item.Problem[0].Len()))
		}
		for _, aspect := range item.Aspects {
			for _, f := range aspect.Fields {
				if under(aspect.ID, string(f.Kind)) == a {
					return f.Label
				}
			}
		}
	}
	return dossier.Text{}
}
