package synthetic

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"hongtou/internal/dossier"
	"hongtou/internal/zh"
)

var (
	stems    = []rune("甲乙丙丁戊己庚辛壬癸")
	branches = []rune("子丑寅卯辰巳午未申酉戌亥")
	sides    = []rune("东西南北中")
	surnames = []rune("赵钱孙李周吴郑王冯陈")
	offices  = []string{
		"政府", "发展改革局", "教育局", "科技局", "工信局", "公安局", "民政局", "司法局", "财政局", "人社局",
		"自然资源局", "生态环境局", "住建局", "交通局", "水务局", "农业农村局", "商务局", "文旅局", "卫健局", "应急局",
	}
)

// county is the invented name of the nth county: 甲子县 to 癸亥县, then with a
// side before it.
func county(n int) string {
	name := string(stems[n%10]) + string(branches[n%12]) + "县"
	for n /= 60; n > 0; n /= len(sides) {
		n--
		name = string(sides[n%len(sides)]) + name
	}
	return name
}

func unitName(n int) string { return county(n/len(offices)) + offices[n%len(offices)] }

func unitID(n int) string { return fmt.Sprintf("unit-%05d", n+1) }

// leader is the invented name of the nth leader.
func leader(n int) string { return string(surnames[n%10]) + string(stems[n/10%10]) }

const leaders = 12

// supervisor is the office that supervises most items. It receives nothing: a
// supervisor's forms list everybody who answers for a task, and would grow with
// the number of units.
const supervisor = "督导工作办公室"

// class is the units that answer for the same items.
type class struct {
	id, name string // of the group
	units    []int
}

// classes divides the units: those of one office, in plans of many items of one
// office and region.
func classes(s Spec) []class {
	counties := (s.Units + len(offices) - 1) / len(offices)
	const itemsOf = 40 // that one region's classes answer for
	regions := min((s.Items+itemsOf-1)/itemsOf, counties)
	out := make([]class, min(regions*len(offices), s.Units))
	for i := range out {
		region, office := i/len(offices), offices[i%len(offices)]
		out[i].id, out[i].name = fmt.Sprintf("group-%05d", i+1), "各县"+office
		if regions > 1 {
			out[i].name = "第" + zh.Numeral(region+1) + "片区" + out[i].name
		}
	}
	for n := range s.Units {
		i := n/len(offices)%regions*len(offices) + n%len(offices)
		out[i].units = append(out[i].units, n)
	}
	return out
}

// words is how a field names the units of a class.
func (m *maker) words(c class) string {
	if len(c.units) == 1 {
		return m.unit(c.units[0])
	}
	return m.free(c.name)
}

// free gives an invented name that nothing bears which stays from the base.
func (m *maker) free(name string) string {
	for m.kept[name] {
		name = "样本" + name
	}
	return name
}

func (m *maker) unit(n int) string { return m.free(unitName(n)) }

func (m *maker) leader(n int) string { return m.free(leader(n)) }

func (m *maker) supervisor() string { return m.free(supervisor) }

// keptNames are the names of the base that the new register has too.
func (m *maker) keptNames() map[string]bool {
	out := map[string]bool{}
	keep := func(name dossier.Text, aliases []dossier.Text) {
		for _, t := range append(slices.Clone(aliases), name) {
			out[t.Value] = true
		}
	}
	for _, u := range m.base.Register.Units {
		if m.stays(u) {
			keep(u.Name, u.Aliases)
		}
	}
	for _, g := range m.base.Register.Groups {
		keep(g.Name, g.Aliases)
	}
	return out
}

// replacer puts names of new units and people where the base has its
// recipients and people. Those that the head of the base names stay, and so do
// groups and those who receive nothing.
func (m *maker) replacer() *strings.Replacer {
	type pair struct{ old, new string }
	var pairs []pair
	stay := func(texts ...dossier.Text) {
		for _, t := range texts {
			pairs = append(pairs, pair{t.Value, t.Value})
		}
	}
	r, n := m.base.Register, 0
	for _, g := range r.Groups {
		stay(append(g.Aliases, g.Name)...)
	}
	for _, u := range r.Units {
		names := append(slices.Clone(u.Aliases), u.Name)
		if m.stays(u) {
			stay(names...)
			continue
		}
		for _, t := range names {
			pairs = append(pairs, pair{t.Value, m.unit(n % min(m.Units, len(offices)))})
		}
		n++
	}
	for i, p := range r.People {
		pairs = append(pairs, pair{p.Name.Value, m.leader(i % leaders)})
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Compare(len(b.old), len(a.old)) })
	var flat []string
	for _, p := range pairs {
		if p.old != "" {
			flat = append(flat, p.old, p.new)
		}
	}
	return strings.NewReplacer(flat...)
}

// stays says whether a unit of the base is a unit of the new register, without
// documents of its own.
func (m *maker) stays(u dossier.Unit) bool {
	head := m.text(m.base.ID + "/dossier.yaml")
	return !u.Recipient || slices.ContainsFunc(append(slices.Clone(u.Aliases), u.Name), func(t dossier.Text) bool {
		return t.Value != "" && strings.Contains(head, t.Value)
	})
}

// units writes the register.
func (m *maker) units() {
	var b strings.Builder
	b.WriteString("units:\n")
	for n := range m.Units {
		fmt.Fprintf(&b, "  - {id: %s, name: %s, kind: department}\n", unitID(n), m.unit(n))
	}
	fmt.Fprintf(&b, "  - {id: supervisor, name: %s, kind: office, recipient: false}\n", m.supervisor())
	for _, u := range m.base.Register.Units {
		if m.stays(u) {
			fmt.Fprintf(&b, "  - {id: base-%s, name: %q, %skind: body, recipient: false}\n", u.ID, u.Name.Value, aliases(u.Aliases))
		}
	}
	b.WriteString("\ngroups:\n")
	for _, c := range m.classes {
		if len(c.units) > 1 {
			fmt.Fprintf(&b, "  - id: %s\n    name: %s\n    basis: 样本\n    members:\n", c.id, m.free(c.name))
			for _, n := range c.units {
				fmt.Fprintf(&b, "      - %s\n", unitID(n))
			}
		}
	}
	for _, g := range m.base.Register.Groups {
		fmt.Fprintf(&b, "  - {id: base-%s, name: %q, %sopen: true, basis: 样本}\n", g.ID, g.Name.Value, aliases(g.Aliases))
	}
	b.WriteString("\npeople:\n")
	for n := range leaders {
		fmt.Fprintf(&b, "  - {name: %s, leader: true, basis: 样本}\n", m.leader(n))
	}
	m.put("units.yaml", b.String())
}

func aliases(texts []dossier.Text) string {
	if len(texts) == 0 {
		return ""
	}
	return "aliases: [" + quoted(texts) + "], "
}

func quoted(texts []dossier.Text) string {
	var out []string
	for _, t := range texts {
		out = append(out, fmt.Sprintf("%q", t.Value))
	}
	return strings.Join(out, ", ")
}
