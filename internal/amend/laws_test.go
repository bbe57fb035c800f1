package amend

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/testkit/chance"
)

// books is how many dossiers each law is tried on.
const books = 60

// eachBook tries a law on dossiers made by chance, with up to five notices.
func eachBook(t *testing.T, law func(t *testing.T, b *chance.Book)) {
	t.Helper()
	for seed := range uint64(books) {
		b := chance.New(seed, 1+int(seed)%5)
		t.Run(fmt.Sprint(seed), func(t *testing.T) { law(t, b) })
		if t.Failed() {
			return // the first one is enough to look at
		}
	}
}

// complain fails on problems, with what was said.
func complain(t *testing.T, list diag.List) {
	t.Helper()
	for _, d := range list {
		t.Errorf("%s:%d %s %s", d.At.File, d.At.Line, d.Code, d.Message)
	}
}

// says compares an edition with what it must say.
func says(t *testing.T, e *Edition, want chance.Says) {
	t.Helper()
	for a, words := range want {
		if got := dossier.Lines(e.Text(dossier.Address(a))); got != words {
			t.Errorf("%s: %s says\n%s\nwant\n%s", e.Date, a, got, words)
		}
	}
	for _, a := range e.Addresses() {
		if _, there := want[string(a)]; !there && !e.Deleted(a) && !strings.HasPrefix(string(a), "part.") {
			t.Errorf("%s: %s should not be there: %s", e.Date, a, dossier.Lines(e.Text(a)))
		}
	}
}

// TestReplay: every edition says exactly what its notices say, values that are
// not named stay untouched, and each changed one has its source and history.
func TestReplay(t *testing.T) {
	eachBook(t, func(t *testing.T, b *chance.Book) {
		d := loaded(t, b.Files)
		all, list := Editions(d)
		complain(t, list)
		says(t, all[0], b.Issued)
		touched := map[dossier.Address]bool{}
		n := 0
		for _, notice := range b.Notices {
			if len(notice.Changes) == 0 {
				continue
			}
			n = slices.IndexFunc(all, func(e *Edition) bool { return e.Date == notice.Date })
			says(t, all[n], notice.After)
			for a := range notice.Changed {
				touched[dossier.Address(a)] = true
			}
			historyOf(t, all[0], all[n], touched)
			consistent(t, all[n], b.Files)
		}
	})
}

// historyOf checks origin and history of every value of an edition.
func historyOf(t *testing.T, issued, e *Edition, touched map[dossier.Address]bool) {
	t.Helper()
	for _, a := range e.Addresses() {
		h := e.History(a)
		if e.Changed(a) != touched[a] {
			t.Errorf("%s: changed %v, notices changed it: %v", a, e.Changed(a), touched[a])
		}
		if !touched[a] {
			if !reflect.DeepEqual(e.Text(a), issued.Text(a)) || !reflect.DeepEqual(e.Origin(a), issued.Origin(a)) {
				t.Errorf("%s is untouched but differs", a)
			}
			continue
		}
		old := dossier.Lines(issued.Text(a))
		for _, r := range h {
			if dossier.Lines(r.Old) != old {
				t.Errorf("%s: a step starts from\n%s\nnot\n%s", a, dossier.Lines(r.Old), old)
			}
			old = dossier.Lines(r.New)
			if r.By.Amendment == "" || r.By.At.Line == 0 || len(r.Opinion) == 0 || r.Restated != (r.Verb == dossier.Replace && dossier.Lines(r.Old) == dossier.Lines(r.New)) {
				t.Errorf("%s: %+v", a, r)
			}
		}
		if old != dossier.Lines(e.Text(a)) {
			t.Errorf("%s: the last step ends with\n%s", a, old)
		}
	}
}

// TestNothingApplied: without notices, and before the first one, an edition is
// the dossier as issued; applying never changes what went in.
func TestNothingApplied(t *testing.T) {
	eachBook(t, func(t *testing.T, b *chance.Book) {
		d, again := loaded(t, b.Files), loaded(t, b.Files)
		for _, day := range []string{"", "2021-01-01", "2021-03-05"} {
			e, list := At(d, day)
			complain(t, list)
			if day != "" && (!reflect.DeepEqual(e.Dossier, d) || e.Amended()) {
				t.Errorf("%q: not as issued", day)
			}
		}
		if !reflect.DeepEqual(d, again) {
			t.Error("applying changed the issued dossier")
		}
		d.Amendments = nil
		e, list := At(d, "")
		complain(t, list)
		if !reflect.DeepEqual(e.Dossier, d) || len(news(e)) > 0 {
			t.Error("none is not the identity")
		}
		says(t, e, b.Issued)
	})
}

// TestLaterNoticesDoNotShow: the edition of a day is the same whether or not
// later notices are known.
func TestLaterNoticesDoNotShow(t *testing.T) {
	eachBook(t, func(t *testing.T, b *chance.Book) {
		d := loaded(t, b.Files)
		for n, notice := range b.Notices {
			with, _ := At(d, notice.Date)
			short := *d
			short.Amendments = d.Amendments[:n+1]
			without, _ := At(&short, "")
			if !slices.Equal(news(with), news(without)) || !reflect.DeepEqual(with.Dossier.Annex, without.Dossier.Annex) || !reflect.DeepEqual(with.Dossier.Plan, without.Dossier.Plan) ||
				!slices.Equal(with.Addresses(), without.Addresses()) || !reflect.DeepEqual(with.Dossier.Register, without.Dossier.Register) {
				t.Errorf("the edition of %s depends on later notices", notice.Date)
			}
			if len(with.Later) != len(b.Notices)-n-1 {
				t.Errorf("%d later notices", len(with.Later))
			}
		}
	})
}

// TestAppliedTwice: the last notice once more, on a later day, is refused
// change by change, and nothing comes of it.
func TestAppliedTwice(t *testing.T) {
	eachBook(t, func(t *testing.T, b *chance.Book) {
		last := b.Notices[len(b.Notices)-1]
		again := withoutRenamed(last.Changes)
		b.Put("2021-12-31", again)
		e, list := At(loaded(t, b.Files), "")
		if len(list) != len(again) {
			t.Errorf("%d of %d changes refused", len(list), len(again))
			complain(t, list)
		}
		for _, d := range list {
			if !slices.Contains([]string{codeTwice, codeOrder, codeTarget}, d.Code) || !strings.HasSuffix(d.At.File, "2021-12-31.md") {
				t.Errorf("%s %s", d.Code, d.Message)
			}
		}
		says(t, e, last.After)
	})
}

// withoutRenamed leaves out fields of names where the notice also changes the
// names: nobody can tell an old name that is written anew from a mistake.
func withoutRenamed(list []chance.Change) []chance.Change {
	if !slices.ContainsFunc(list, registers) {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list), names)
}

// registers says whether a change is one of the register.
func registers(c chance.Change) bool {
	return strings.HasPrefix(c.Target, "unit.") || strings.HasPrefix(c.Target, "person.")
}

// names says whether a change writes a field of names.
func names(c chance.Change) bool {
	return strings.HasSuffix(c.Target, ".responsible") || strings.HasSuffix(c.Target, ".supervisors") || strings.HasSuffix(c.Target, ".persons")
}

// TestOrderOfIndependentChanges: changes of different items may stand in any
// order.
func TestOrderOfIndependentChanges(t *testing.T) {
	eachBook(t, func(t *testing.T, b *chance.Book) {
		n := len(b.Notices) - 1
		last := b.Notices[n]
		b.Put(last.Date, shuffled(last.Changes, rand.New(rand.NewPCG(1, 2))))
		e, list := At(loaded(t, b.Files), "")
		complain(t, list)
		says(t, e, last.After)
	})
}

// shuffled mixes the changes of different items; those of one item, and those
// that concern several, keep their order.
func shuffled(list []chance.Change, r *rand.Rand) []chance.Change {
	groups := map[string][]chance.Change{}
	for _, c := range list {
		key := c.Item
		if c.Item == "" || c.Target == c.Item || names(c) {
			key = ""
		}
		groups[key] = append(groups[key], c)
	}
	var out []chance.Change
	keys := slices.Sorted(maps.Keys(groups))
	for len(out) < len(list) {
		if k := keys[r.IntN(len(keys))]; len(groups[k]) > 0 {
			out, groups[k] = append(out, groups[k][0]), groups[k][1:]
		}
	}
	return out
}

// TestAlteredBaseText: where the text that a change guards was altered by hand,
// the change is refused and the difference shown.
func TestAlteredBaseText(t *testing.T) {
	refused := 0
	eachBook(t, func(t *testing.T, b *chance.Book) {
		d := loaded(t, b.Files)
		for _, c := range b.Notices[0].Changes {
			f := fieldAt(d, c.Target)
			if !c.Guard || f == nil || f.Value.Value == "" || strings.Contains(c.Text, "find=") {
				continue
			}
			f.Value.Value += "改"
			refused++
			e, list := At(d, b.Notices[0].Date)
			if len(list) != 1 || list[0].Code != codeExpect || !strings.Contains(list[0].Message, "改") {
				t.Errorf("%s: %v", c.Target, list)
			}
			if got := dossier.Lines(e.Text(dossier.Address(c.Target))); !strings.HasSuffix(got, "改") {
				t.Errorf("%s: %s", c.Target, got)
			}
			return
		}
	})
	if refused < books/10 {
		t.Errorf("only %d cases", refused)
	}
}

// fieldAt gives the field of an address, or nil.
func fieldAt(d *dossier.Dossier, address string) *dossier.Field {
	for p := range d.Annex.Parts {
		for i := range d.Annex.Parts[p].Items {
			for _, a := range d.Annex.Parts[p].Items[i].Aspects {
				for f := range a.Fields {
					if address == a.ID+"."+string(a.Fields[f].Kind) {
						return &a.Fields[f]
					}
				}
			}
		}
	}
	return nil
}

// TestConflictingOrder: notices that build on each other are refused when
// their days are exchanged, and both are named.
func TestConflictingOrder(t *testing.T) {
	found, named := 0, 0
	eachBook(t, func(t *testing.T, b *chance.Book) {
		for n := range len(b.Notices) - 1 {
			target := dependent(b.Notices[n], b.Notices[n+1])
			if target == "" {
				continue
			}
			found++
			one, two := b.Notices[n], b.Notices[n+1]
			b.Put(one.Date, two.Changes)
			b.Put(two.Date, one.Changes)
			_, list := At(loaded(t, b.Files), "")
			if !list.HasErrors() {
				t.Errorf("%s and %s exchanged, %s: not refused", one.Date, two.Date, target)
			}
			for _, d := range list {
				if d.Code == codeOrder {
					named++
				}
				if d.Code == codeOrder && strings.Count(d.Message+d.Hint, "份修改通知（2021年") < 2 {
					t.Errorf("not both are named: %s", d.Message)
				}
			}
			return
		}
	})
	if found < 5 || named < found/2 {
		t.Errorf("only %d cases, %d of them explained by the order", found, named)
	}
}

// dependent names a value that both notices change, the second one guarded.
func dependent(one, two chance.Notice) string {
	for _, c := range two.Changes {
		if one.Changed[c.Target] && c.Guard {
			return c.Target
		}
	}
	return ""
}
