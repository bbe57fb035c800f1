package recognise_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"hongtou/internal/dossier"
	"hongtou/internal/manuscript"
	"hongtou/internal/recognise"
)

// outline writes every value of a dossier, one a line. What a source cannot
// say is left out: short titles, marks of slips, elements added from elsewhere.
func outline(d dossier.Dossier) []string {
	var out []string
	add := func(format string, a ...any) { out = append(out, fmt.Sprintf(format, a...)) }
	notice := func(at string, n dossier.Notice) {
		add("%s title %s", at, n.Title.Value)
		add("%s recipients %s", at, n.Recipients.Value)
		for _, p := range n.Body {
			add("%s body %d %s", at, p.Level, p.Text.Value)
		}
		for _, s := range n.Signature {
			add("%s signature %s", at, s.Value)
		}
		for _, s := range n.Issuers {
			add("%s issuer %s", at, s.Value)
		}
		add("%s date %s", at, n.Date.ISO())
	}
	notice("notice", d.Notice)
	add("plan title %s", d.Plan.Title.Value)
	for _, p := range d.Plan.Body {
		add("plan %s %d %d %s", p.ID, p.Level, p.Head, p.Text.Value)
	}
	add("attachment %s", d.Plan.AttachmentNote.Value)
	add("annex %s %s", d.Annex.Mark.Value, d.Annex.Title.Value)
	for _, p := range d.Annex.Parts {
		add("part %s", p.Heading.Text.Value)
		for _, it := range p.Items {
			out = append(out, itemOutline(it)...)
		}
	}
	for _, a := range d.Amendments {
		notice("amendment "+a.ID, a.Notice)
		for _, c := range a.Changes {
			add("change %v %s %s %s item=%s label=%s opinion=%d at=%d", c.Target, c.Verb, c.Expect.Value, dossier.Lines(c.New), c.Item.Value, c.Label.Value, len(c.Opinion), c.Paragraph)
		}
	}
	return out
}

func itemOutline(it dossier.Item) []string {
	out := []string{fmt.Sprintf("item %s %d %s head=%d", it.ID, it.Ordinal, it.Number, it.Head)}
	for _, p := range append(append([]dossier.Text(nil), it.Problem...), it.Remarks...) {
		out = append(out, it.ID+" problem "+p.Value)
	}
	for _, a := range it.Aspects {
		for _, p := range a.Problem {
			out = append(out, a.ID+" problem "+p.Value)
		}
		for _, f := range a.Fields {
			out = append(out, fmt.Sprintf("%s %s %s=%s own=%t", a.ID, f.Kind, f.Label.Value, f.Value.Value, f.OwnLine))
			for _, m := range f.Measures {
				out = append(out, fmt.Sprintf("%s %s lead=%t run=%t %s", m.ID, m.Number, m.Lead, m.RunIn, m.Text.Value))
			}
		}
	}
	return out
}

func sameOutline(t *testing.T, got, want []string) {
	t.Helper()
	bad := 0
	for i := 0; i < max(len(got), len(want)); i++ {
		g, w := "", ""
		if i < len(got) {
			g = got[i]
		}
		if i < len(want) {
			w = want[i]
		}
		if g != w {
			if bad++; bad <= 5 {
				t.Errorf("value %d\n got %.300s\nwant %.300s", i, g, w)
			}
		}
	}
	if bad > 0 {
		t.Errorf("%d of %d values differ", bad, len(want))
	}
}

// importedEqualsHandmade compares the editions of an imported text with those
// of the hand-made dossier, field by field.
func importedEqualsHandmade(t *testing.T, ms []manuscript.Manuscript) recognise.Report {
	t.Helper()
	hand := handmade()
	d, rep := recognise.Recognise(ms, hand.Register)
	if err := recognise.Account(ms, d, rep); err != nil {
		t.Error(err)
	}
	got, list, res := loaded(t, d, registerText(t))
	for _, x := range list {
		t.Logf("%d %s %s:%d %s", x.Severity, x.Code, x.At.File, x.At.Line, x.Message)
	}
	if list.HasErrors() {
		t.Error("the imported dossier has errors")
	}
	if len(res.Unheld) > 0 || len(d.Units)+len(d.People) > 0 || len(rep.Missing) > 0 {
		t.Error(res.Unheld, d.Units, d.People, rep.Missing)
	}
	sameOutline(t, outline(got), outline(hand))
	a, b := editions(t, got), editions(t, hand)
	if len(a) != len(b) {
		t.Fatalf("%d editions, want %d", len(a), len(b))
	}
	for i := range a {
		sameOutline(t, outline(*a[i].Dossier), outline(*b[i].Dossier))
	}
	if got.Web.Published.Value != hand.Web.Published.Value {
		t.Error(got.Web.Published.Value)
	}
	return rep
}

func TestPublishedText(t *testing.T) {
	text := pasted(handmade())
	rep := importedEqualsHandmade(t, []manuscript.Manuscript{paste("a.txt", text)})
	onlyFurniture(t, rep)
}

func onlyFurniture(t *testing.T, rep recognise.Report) {
	t.Helper()
	for _, u := range rep.Unplaced {
		t.Logf("line %d %q %s", u.Place.Line, u.Text, u.Why)
		if !u.Furniture {
			t.Errorf("line %d: %q is not placed: %s", u.Place.Line, u.Text, u.Why)
		}
	}
	for _, x := range rep.Doubts {
		t.Logf("doubt line %d %s: %s → %s", x.Place.Line, x.What, x.Why, x.Assumed)
	}
	t.Logf("%d characters, %d placed, %d restored %v, %d corrected, %d structural", rep.Characters, rep.Placed, len(rep.Restored), rep.Marks, len(rep.Corrected), len(rep.Structure))
}

// TestOriginalText runs over the published page itself where it is at hand.
func TestOriginalText(t *testing.T) {
	name := os.Getenv("HONGTOU_ORIGINAL")
	if name == "" {
		t.Skip("HONGTOU_ORIGINAL names no file")
	}
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(string(b), "\r\n", "\n")
	onlyFurniture(t, importedEqualsHandmade(t, []manuscript.Manuscript{paste("a.txt", text)}))
}
