package impact

import (
	"strconv"
	"strings"

	"hongtou/internal/dossier"
)

// Place says what an address names.
type Place struct {
	Address dossier.Address
	Item    string            // ID of the item; "" for the plan, a part's heading and the register
	Aspect  string            // ID of the aspect; "" for the item itself
	Field   dossier.FieldKind // "" for a problem, a remark, an aspect or an item
	Label   string            // for people: 第六项整改时限
	Measure bool              // one measure of the field
}

// general says whether the value belongs to no task and nobody's entry in the
// register.
func (p Place) general() bool {
	return p.Item == "" && !p.registered()
}

func (p Place) registered() bool { return inRegister(p.Address) }

func inRegister(a dossier.Address) bool {
	return strings.HasPrefix(string(a), "unit.") || strings.HasPrefix(string(a), "person.")
}

// Places names every value of a dossier.
func Places(d *dossier.Dossier) map[dossier.Address]Place {
	n := textPlaces(d)
	if d.Register != nil {
		n.register(d.Register)
	}
	return n
}

// textPlaces names the values of plan and annex: registers are long.
func textPlaces(d *dossier.Dossier) names {
	n := names{}
	n.plan(d.Plan.Body)
	for i, part := range d.Annex.Parts {
		n.add(Place{Address: dossier.Address("part." + strconv.Itoa(i+1)), Label: "清单标题“" + part.Heading.Text.Value + "”"})
		for _, item := range part.Items {
			n.item(item)
		}
	}
	return n
}

type names map[dossier.Address]Place

func (n names) add(p Place) {
	if _, twice := n[p.Address]; !twice {
		n[p.Address] = p
	}
}

// plan labels a paragraph with the numbers above it: 五、（二）.
func (n names) plan(body []dossier.Paragraph) {
	numbers := map[string]string{}
	for _, p := range body {
		numbers[p.ID] = p.Number
	}
	for _, p := range body {
		label, path := "方案", ""
		for _, step := range strings.Split(p.ID, ".") {
			path = strings.TrimPrefix(path+"."+step, ".")
			if own, unnumbered := strings.CutPrefix(step, "p"); unnumbered {
				label += "第" + own + "段"
			} else {
				label += numbers[path]
			}
		}
		n.add(Place{Address: dossier.Address("plan." + p.ID), Label: label})
	}
}

func (n names) item(i dossier.Item) {
	base := Place{Item: i.ID}
	n.add(base.at(dossier.Address(i.ID), i.Number))
	n.add(base.at(dossier.Address(i.ID+".problem"), i.Number+"反馈问题"))
	n.add(base.at(dossier.Address(i.ID+".remarks"), i.Number+"说明"))
	for _, a := range i.Aspects {
		own := Place{Item: i.ID, Aspect: a.ID}
		title := i.Number + a.Number
		n.add(own.at(dossier.Address(a.ID), title))
		n.add(own.at(dossier.Address(a.ID+".problem"), title+"反馈问题"))
		for _, f := range a.Fields {
			n.field(own, title, f)
		}
	}
}

func (n names) field(at Place, title string, f dossier.Field) {
	at.Field = f.Kind
	title += f.Label.Value
	n.add(at.at(dossier.Address(at.Aspect+"."+string(f.Kind)), title))
	at.Measure = true
	called := map[string]string{} // what tells a measure from its siblings, by ID
	for _, m := range f.Measures {
		parent := m.ID[:max(strings.LastIndexByte(m.ID, '.'), 0)]
		called[m.ID] = called[parent] + measureName(m, len(f.Measures))
		n.add(at.at(dossier.Address(m.ID), title+called[m.ID]))
	}
}

// measureName is the printed number of a measure among its siblings, its place
// when it has none, nothing when it is the only one.
func measureName(m dossier.Measure, siblings int) string {
	last := m.ID[strings.LastIndexByte(m.ID, '.')+1:]
	switch arabic, dotted := strings.CutSuffix(m.Number, "."); {
	case dotted:
		return "第" + arabic + "条"
	case m.Number != "":
		return m.Number
	case m.Lead:
		return "引语" + strings.TrimPrefix(last, "lead")
	case siblings == 1:
		return ""
	}
	return "第" + strings.TrimPrefix(last, "p") + "段"
}

func (n names) register(r *dossier.Register) {
	for _, u := range r.Units {
		n.add(Place{Address: dossier.Address("unit." + u.ID), Label: "单位“" + u.Name.Value + "”"})
	}
	for _, p := range r.People {
		n.add(Place{Address: dossier.Address("person." + p.Name.Value), Label: "人员“" + p.Name.Value + "”"})
	}
}

// at gives the place with an address and a label.
func (p Place) at(a dossier.Address, label string) Place {
	p.Address, p.Label = a, label
	return p
}
