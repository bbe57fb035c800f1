package compose

import (
	"bytes"
	"reflect"
	"sync"
	"testing"

	"hongtou/internal/amend"
	"hongtou/internal/diag"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
)

// TestMemoryChangesNothing: a document is the same whatever was composed before
// it, and beside it.
func TestMemoryChangesNothing(t *testing.T) {
	all := plannedKinds(t, twoADay(t, [2]string{"关于补充《甲市整改方案》的通知", aboutPlan}, [2]string{"甲办〔2021〕9号", "甲办〔2021〕10号"}))
	ds := dossiers(t)
	for i := range ds {
		all = append(all, plannedKinds(t, &ds[i], docset.TaskBook, docset.Letter, docset.Clauses, docset.Volume)...)
	}
	warm := embedded(t)
	warm.known = newMemory()
	var group sync.WaitGroup
	for i := range all {
		group.Go(func() { Compose(warm, all[len(all)-1-i]) })
	}
	group.Wait()
	cold := warm
	cold.known = nil
	for _, p := range all {
		if want, got := canonical(t, cold, p), canonical(t, warm, p); !bytes.Equal(want, got) {
			t.Errorf("%s: %s", p.Files[0].Path, firstDifference(string(want), string(got)))
		}
	}
}

func canonical(t *testing.T, ts Templates, p docset.Document) []byte {
	t.Helper()
	c, problems := Compose(ts, p)
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	var b bytes.Buffer
	if c.Document != nil {
		if err := c.Document.WriteCanonical(&b); err != nil {
			t.Fatal(err)
		}
	}
	if c.Workbook != nil {
		if err := c.Workbook.WriteCanonical(&b); err != nil {
			t.Fatal(err)
		}
	}
	return b.Bytes()
}

// TestMemoryIsBounded: it forgets rather than grow.
func TestMemoryIsBounded(t *testing.T) {
	known := map[int]*int{}
	for i := range 10 * maxKnown {
		if v := i; *remembered(&known, i, &v) != i || len(known) > maxKnown {
			t.Fatal(i, len(known))
		}
	}
}

// TestCopiedItemsAnswerForThemselves: a copy of an item says the same with
// values of its own, which are the same values of its rows.
func TestCopiedItemsAnswerForThemselves(t *testing.T) {
	ds := dossiers(t)
	editions, _ := amend.Editions(&ds[0])
	copies := 0
	for _, e := range editions {
		x := newMemory().newEdition(e)
		for _, item := range e.Dossier.Annex.Items() {
			if x.memory.edition(e).goneIn[item.ID] {
				continue
			}
			want, first, second := x.item(item, nil), x.knownItem(&item), x.knownItem(&item)
			if !reflect.DeepEqual(first, want) || !reflect.DeepEqual(second, want) {
				t.Errorf("%s is another item when copied", item.ID)
			}
			label := func(f fieldView) []*value { return f.Label.must() }
			own := map[*value]bool{}
			for _, v := range first.must(label) {
				own[v] = v != nil
			}
			for _, v := range second.must(label) {
				if own[v] {
					t.Errorf("%s: two copies share the value %s", item.ID, v.field)
				}
			}
			for _, a := range first.Aspects {
				for _, r := range a.Rows {
					for _, text := range r.Texts {
						copies++
						if !own[text.held()] {
							t.Errorf("%s: a row has a value of its own", item.ID)
						}
					}
				}
			}
		}
	}
	if copies == 0 {
		t.Error("no measure was copied")
	}
}

// TestPartIsSlice holds the short way to the long one.
func TestPartIsSlice(t *testing.T) {
	text := dossier.Text{Value: "甲a乙b丙", At: diag.Position{File: "f", Line: 3, Column: 4}}
	marked := text
	marked.Slips = []dossier.Slip{{Offset: 1, Length: 1, Corrected: "c", MarkWidth: 7}}
	joined := dossier.Join(text, marked)
	for _, whole := range []dossier.Text{text, marked, joined, {}} {
		for to := range whole.Len() + 1 {
			for from := range to + 1 {
				if got, want := part(whole, from, to), whole.Slice(from, to); !reflect.DeepEqual(got, want) {
					t.Errorf("%d to %d: %+v, want %+v", from, to, got, want)
				}
			}
		}
	}
}
