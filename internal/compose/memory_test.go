package compose

import (
	"bytes"
	"sync"
	"testing"

	"hongtou/internal/docset"
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
