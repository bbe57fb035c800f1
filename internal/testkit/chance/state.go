package chance

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"hongtou/internal/zh"
)

// state is what the dossier says at one moment.
type state struct {
	units    []unit
	people   []string
	plan     []paragraph
	parts    [][]*item
	items    int            // ever made
	used     map[string]int // by aspect: the highest measure number ever printed
	newNames int            // ever given
}

type unit struct{ id, name string }

type paragraph struct{ id, text string }

type item struct {
	id, number, problem string
	aspects             []*aspect
	gone                bool
}

type aspect struct {
	id, number, problem string
	fields              []*field
}

// field is a text, or words that name units and people, or measures.
type field struct {
	kind, label string
	text        string
	names       []string // IDs of units, or names of people, beside text
	joiner      string
	measures    []measure
}

type measure struct{ id, text string }

// value writes the field's words.
func (f *field) value(s *state) string {
	if f.kind == "measures" {
		lines := make([]string, len(f.measures))
		for i, m := range f.measures {
			lines[i] = m.text
		}
		return strings.Join(lines, "\n")
	}
	names := make([]string, len(f.names))
	for i, n := range f.names {
		names[i] = n
		if f.units() {
			names[i] = s.name(n)
		}
	}
	return strings.Join(names, f.joiner) + f.text
}

func (f *field) units() bool { return f.kind == "responsible" || f.kind == "supervisors" }

func (s *state) name(id string) string {
	i := slices.IndexFunc(s.units, func(u unit) bool { return u.id == id })
	return s.units[i].name
}

// says writes down everything.
func (s *state) says() Says {
	out := Says{}
	for _, p := range s.plan {
		out["plan."+p.id] = p.text
	}
	s.eachAspect(func(i *item, a *aspect) {
		out[i.id], out[i.id+".problem"] = i.number, i.problem
		if a.problem != "" {
			out[a.id+".problem"] = a.problem
		}
		for _, f := range a.fields {
			out[a.id+"."+f.kind] = f.value(s)
			for _, m := range f.measures {
				out[m.id] = m.text
			}
		}
	})
	return out
}

// eachAspect visits the aspects of all items in force.
func (s *state) eachAspect(visit func(*item, *aspect)) {
	for _, part := range s.parts {
		for _, i := range part {
			for _, a := range i.aspects {
				if !i.gone {
					visit(i, a)
				}
			}
		}
	}
}

// changed lists where two accounts differ.
func changed(before, after Says) map[string]bool {
	out := map[string]bool{}
	for a, words := range before {
		if now, there := after[a]; !there || now != words {
			out[a] = true
		}
	}
	for a := range maps.Keys(after) {
		if _, there := before[a]; !there {
			out[a] = true
		}
	}
	return out
}

// make fills the state.
func (b *Book) make() {
	s := &b.now
	s.used = map[string]int{}
	for i := range 4 + b.r.IntN(4) {
		s.units = append(s.units, unit{fmt.Sprintf("unit-%d", i), fmt.Sprintf("市%c局", []rune("甲乙丙丁戊己庚辛")[i])})
		s.people = append(s.people, fmt.Sprintf("张%c", []rune("甲乙丙丁戊己庚辛")[i]))
	}
	s.plan = append(s.plan, paragraph{"p1", b.sentence()})
	for i := range 2 + b.r.IntN(3) {
		id := fmt.Sprint(i + 1)
		s.plan = append(s.plan, paragraph{id, zh.Numeral(i+1) + "、" + strings.TrimSuffix(b.sentence(), "。")})
		for k := range b.r.IntN(4) {
			s.plan = append(s.plan, paragraph{fmt.Sprintf("%s.%d", id, k+1), "（" + zh.Numeral(k+1) + "）" + b.sentence() + b.sentence()})
		}
	}
	for range 1 + b.r.IntN(3) {
		var part []*item
		for range 1 + b.r.IntN(3) {
			part = append(part, b.item())
		}
		s.parts = append(s.parts, part)
	}
}

// item makes the next item, of one aspect or of two.
func (b *Book) item() *item {
	s := &b.now
	s.items++
	i := &item{id: fmt.Sprintf("%02d", s.items), number: zh.Ordinal(s.items)}
	i.problem = i.number + "，" + b.sentence()
	if b.chance(80) {
		i.aspects = []*aspect{{id: i.id}}
	} else {
		for n := range 2 {
			i.aspects = append(i.aspects, &aspect{id: fmt.Sprintf("%s.%d", i.id, n+1), number: "（" + zh.Numeral(n+1) + "）"})
			i.aspects[n].problem = i.aspects[n].number + b.sentence()
		}
	}
	for _, a := range i.aspects {
		b.fill(a)
	}
	return i
}

// fill gives an aspect its fields.
func (b *Book) fill(a *aspect) {
	a.fields = []*field{
		{kind: "goal", label: "整改目标", text: b.sentence()},
		{kind: "deadline", label: "整改时限", text: fmt.Sprintf("%d年底前，%s", 2022+b.r.IntN(5), b.sentence())},
		b.names("responsible", "责任单位"), b.names("persons", "责任人员"), b.names("supervisors", "督导单位"),
		b.measures(a),
	}
}

// names makes a field that names units or people, each once.
func (b *Book) names(kind, label string) *field {
	f := &field{kind: kind, label: label, joiner: pick(b, []string{"、", "，", "和"})}
	all := b.now.people
	if f.units() {
		all = nil
		for _, u := range b.now.units {
			all = append(all, u.id)
		}
	}
	for _, i := range b.r.Perm(len(all))[:1+b.r.IntN(min(3, len(all)))] {
		f.names = append(f.names, all[i])
	}
	return f
}

// numbered writes the printed number of a measure: （一）, or 1. in an aspect.
func (a *aspect) numbered(n int) string {
	if a.number != "" {
		return fmt.Sprintf("%d.", n)
	}
	return "（" + zh.Numeral(n) + "）"
}

// measures makes a list with perhaps a lead and further paragraphs.
func (b *Book) measures(a *aspect) *field {
	f := &field{kind: "measures", label: "整改措施"}
	if b.chance(30) {
		f.measures = append(f.measures, measure{a.id + ".lead", b.sentence()})
	}
	n := 1 + b.r.IntN(4)
	for k := 1; k <= n; k++ {
		id := fmt.Sprintf("%s.%d", a.id, k)
		f.measures = append(f.measures, measure{id, a.numbered(k) + b.sentence()})
		if b.chance(20) {
			f.measures = append(f.measures, measure{id + ".p2", b.sentence()})
		}
	}
	b.now.used[a.id] = n
	return f
}
