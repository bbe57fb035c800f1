package assign

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"hongtou/internal/amend"
	"hongtou/internal/dossier"
	"hongtou/internal/load"
	"hongtou/internal/source"
	"hongtou/internal/testkit/chance"
)

// made is a dossier made by chance, and who must have what: "01 responsible
// unit-3 <words>", with given, withheld or open before it.
type made struct {
	edition *amend.Edition
	want    map[string]bool
}

// entry is a name that a field may print, and whom it means.
type entry struct {
	words string
	units []string
	open  bool
}

func makeOne(seed uint64) made {
	r := rand.New(rand.NewPCG(seed, 9))
	reg := &dossier.Register{}
	var names []entry
	withheld := map[string]bool{}
	for i := range 3 + r.IntN(8) {
		id := fmt.Sprintf("u%d", i)
		u := dossier.Unit{ID: id, Name: dossier.Text{Value: fmt.Sprintf("市%c局", '甲'+rune(i))}, Recipient: r.IntN(5) > 0}
		if r.IntN(3) == 0 { // an alias that begins with the name of another unit, or holds a joiner
			u.Aliases = []dossier.Text{{Value: fmt.Sprintf("市%c局和%c处", '甲'+rune(r.IntN(3)), '子'+rune(i))}}
			names = append(names, entry{u.Aliases[0].Value, []string{id}, false})
		}
		if r.IntN(3) == 0 { // its own or another's, and now and then one that is not there
			u.Book = dossier.Text{Value: fmt.Sprintf("u%d", r.IntN(12))}
		}
		withheld[id] = !u.Recipient
		names = append(names, entry{u.Name.Value, []string{id}, false})
		reg.Units = append(reg.Units, u)
	}
	for i := range 1 + r.IntN(4) {
		g := dossier.Group{ID: fmt.Sprintf("g%d", i), Name: dossier.Text{Value: fmt.Sprintf("中央、省属第%d类单位", i)}, Open: r.IntN(3) == 0}
		var members []string
		if !g.Open || r.IntN(2) == 0 { // some members of an open group may be known
			for _, k := range r.Perm(len(reg.Units))[:1+r.IntN(3)] {
				members = append(members, reg.Units[k].ID)
				g.Members = append(g.Members, dossier.Text{Value: reg.Units[k].ID})
			}
		}
		names = append(names, entry{g.Name.Value, members, g.Open})
		reg.Groups = append(reg.Groups, g)
	}
	d := &dossier.Dossier{ID: "plan1", Register: reg, Annex: dossier.Annex{Parts: []dossier.Part{{}}}}
	out := made{&amend.Edition{Dossier: d}, map[string]bool{}}
	for i := range 1 + r.IntN(5) {
		item := dossier.Item{ID: fmt.Sprintf("%02d", i+1), Number: "第一项", Deleted: r.IntN(9) == 0}
		a := dossier.Aspect{ID: item.ID}
		for _, kind := range []dossier.FieldKind{dossier.Responsible, dossier.Supervisors} {
			var value []string
			for _, k := range r.Perm(len(names))[:1+r.IntN(min(4, len(names)))] {
				n := names[k]
				value = append(value, n.words)
				for _, u := range n.units {
					as := Given
					if withheld[u] {
						as = Withheld
					}
					out.expect(item, kind, n.words, u, as)
				}
				if n.open {
					out.expect(item, kind, n.words, "", Open)
				}
			}
			a.Fields = append(a.Fields, dossier.Field{Kind: kind, Value: dossier.Text{Value: strings.Join(value, []string{"、", "，", "；"}[r.IntN(3)])}})
		}
		item.Aspects = []dossier.Aspect{a}
		d.Annex.Parts[0].Items = append(d.Annex.Parts[0].Items, item)
	}
	return out
}

func (m made) expect(i dossier.Item, kind dossier.FieldKind, words, unit string, as Standing) {
	if !i.Deleted {
		m.want[fmt.Sprint(i.ID, kind, words, unit, as)] = true
	}
}

// TestLawOfCoverage: the proof is exactly what the maker of the dossier knows,
// the second reading finds nothing else than tasks of which nobody is told, and
// it finds whatever is taken out of the assignment or put into it.
func TestLawOfCoverage(t *testing.T) {
	for seed := range uint64(400) {
		m := makeOne(seed)
		a := Of(m.edition)
		got := map[string]bool{}
		for _, l := range a.Proof() {
			got[fmt.Sprint(l.Task, l.Field, l.Words, l.Unit, l.As)] = true
		}
		for k := range m.want {
			if !got[k] {
				t.Fatalf("seed %d: lost %s", seed, k)
			}
		}
		if len(got) != len(m.want) {
			t.Fatalf("seed %d: %d lines, want %d", seed, len(got), len(m.want))
		}
		if gaps := wrong(a); len(gaps) > 0 {
			t.Fatalf("seed %d: %+v", seed, gaps)
		}
		eachOnce(t, seed, a)
		for i := range a.Tasks {
			damage(t, seed, a, &a.Tasks[i])
		}
	}
}

// eachOnce: a unit's tasks stand in one book, a book has one share of a task
// and role, and its bodies are those of its shares.
func eachOnce(t *testing.T, seed uint64, a Assignment) {
	t.Helper()
	where := map[*dossier.Unit]*dossier.Unit{}
	for _, r := range a.Recipients() {
		had, shares := map[*dossier.Unit]bool{}, map[string]bool{}
		for i, s := range slices.Concat(r.Responsible, r.Supervised) {
			key := fmt.Sprint(s.Task.ID, i < len(r.Responsible))
			if shares[key] || len(s.Bodies()) == 0 {
				t.Fatalf("seed %d: %s has %s twice, or without a body", seed, r.Unit.ID, key)
			}
			shares[key] = true
			for _, u := range s.Bodies() {
				had[u] = true
			}
		}
		for _, u := range r.Units {
			if !had[u] || where[u] != nil {
				t.Fatalf("seed %d: %s in the books of %s and %v", seed, u.ID, r.Unit.ID, where[u])
			}
			where[u] = r.Unit
		}
		if len(had) != len(r.Units) {
			t.Fatalf("seed %d: %s: %d bodies, its shares have %d", seed, r.Unit.ID, len(r.Units), len(had))
		}
	}
}

// wrong gives the gaps other than tasks that truly nobody is told of: their
// units receive nothing.
func wrong(a Assignment) []Gap {
	return slices.DeleteFunc(a.Uncovered(), func(g Gap) bool { return g.Reason == Nobody })
}

// damage spoils a task in every way in turn; each must be found.
func damage(t *testing.T, seed uint64, a Assignment, task *Task) {
	t.Helper()
	whole := *task
	try := func(what string) {
		t.Helper()
		if len(wrong(a)) == 0 {
			t.Fatalf("seed %d: not found in task %s: %s", seed, task.ID, what)
		}
		*task = whole
	}
	for i, d := range whole.Duties {
		task.Duties = slices.Delete(slices.Clone(whole.Duties), i, i+1)
		try("a duty taken away")
		task.Duties = slices.Delete(slices.Clone(whole.Duties), i, i+1)
		task.Withheld = append(slices.Clone(whole.Withheld), d)
		try("a duty withheld")
		d.Field = map[dossier.FieldKind]dossier.FieldKind{dossier.Responsible: dossier.Supervisors, dossier.Supervisors: dossier.Responsible}[d.Field]
		if !slices.Contains(whole.Duties, d) { // the other field may begin with the same words
			task.Duties = append(slices.Clone(whole.Duties), d)
			try("a duty of the other field")
		}
	}
	for i := range whole.Open {
		task.Open = slices.Delete(slices.Clone(whole.Open), i, i+1)
		try("an open group taken away")
	}
	for i := range whole.Withheld {
		task.Withheld = slices.Delete(slices.Clone(whole.Withheld), i, i+1)
		try("a withheld duty taken away")
	}
}

// TestLawOfChains: every edition of generated chains of notices is covered.
func TestLawOfChains(t *testing.T) {
	for seed := range uint64(40) {
		b := chance.New(seed, 1+int(seed)%4)
		fsys := fstest.MapFS{}
		for name, text := range b.Files {
			fsys[name] = &fstest.MapFile{Data: []byte(text)}
		}
		files, list := source.Read(fsys, "content", source.DefaultLimits)
		dossiers, problems := load.Load(files)
		list.Add(problems...)
		editions, problems := amend.Editions(&dossiers[0])
		list.Add(problems...)
		if list.HasErrors() {
			t.Fatalf("seed %d: %+v", seed, list)
		}
		for _, e := range editions {
			a := Of(e)
			if gaps := a.Uncovered(); len(gaps) > 0 || len(a.Recipients()) == 0 {
				t.Fatalf("seed %d, %s: %d recipients, gaps %+v", seed, e.Date, len(a.Recipients()), gaps)
			}
		}
	}
}
