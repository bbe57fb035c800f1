package compose

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"hongtou/internal/amend"
	"hongtou/internal/doc"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
	"hongtou/internal/load"
	"hongtou/internal/source"
	"hongtou/internal/testkit/chance"
)

// eachBook tries a law on so many dossiers made by chance.
func eachBook(t *testing.T, books int, law func(t *testing.T, d *dossier.Dossier)) {
	t.Helper()
	for seed := range uint64(books) {
		b := chance.New(seed, 1+int(seed)%4)
		t.Run(fmt.Sprint(seed), func(t *testing.T) { law(t, loadedFrom(t, b.Files)) })
		if t.Failed() {
			return // the first one is enough to look at
		}
	}
}

func loadedFrom(t testing.TB, content map[string]string) *dossier.Dossier {
	t.Helper()
	files := fstest.MapFS{}
	for name, text := range content {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	read, problems := source.Read(files, "content", source.DefaultLimits)
	ds, more := load.Load(read)
	if problems.Add(more...); problems.HasErrors() || len(ds) != 1 {
		t.Fatal(problems)
	}
	return &ds[0]
}

// TestChainsAreTold tries on generated chains of notices that every document
// says what its edition says, that each changed passage is followed by its
// origin and no other is, and that comparisons hold old and new text.
func TestChainsAreTold(t *testing.T) {
	eachBook(t, 40, func(t *testing.T, d *dossier.Dossier) {
		checkPrinted(t, d)
		for _, m := range composeAll(t, d) {
			switch m.Kind {
			case docset.Consolidated, docset.Annex:
				checkOrigins(t, m)
			case docset.Comparison:
				checkComparison(t, m, m.Composed.Document.Blocks[1].(doc.Table))
				checkComparison(t, m, m.Workbook.Sheets[0].Table)
			}
		}
	})
}

// notesOf gives, for each value with a field of its own, the notes that follow
// its paragraphs.
func notesOf(d *doc.Document) map[string][]string {
	out := map[string][]string{}
	field := ""
	for _, b := range d.Blocks {
		p, ok := b.(doc.Paragraph)
		if !ok {
			continue
		}
		if p.Text[0].Style == doc.Note {
			out[field] = append(out[field], doc.Plain(p.Text))
			continue
		}
		field = p.Text[len(p.Text)-1].Origin.Field
		if name, i, numbered := strings.Cut(field, ".problem."); numbered && i != "" {
			field = name + ".problem"
		}
	}
	return out
}

// checkOrigins goes through the printed values of an edition: a changed one
// must name the notices that changed it.
func checkOrigins(t *testing.T, m made) {
	t.Helper()
	notes := notesOf(m.Composed.Document)
	told := map[string]bool{}
	e := m.Document.Text
	for i, a := range e.Addresses() {
		if m.Kind == docset.Annex && inPlan(a) || isItem(a) || registered(a) || strings.HasSuffix(string(a), ".measures") {
			continue
		}
		field := string(a)
		if inPlan(a) {
			field = fieldOfParagraph(e, a)
		} else if n, part := strings.CutPrefix(field, "part."); part {
			field = "annex.part." + n
		}
		got := strings.Join(notes[field], "")
		told[field] = true
		for _, date := range datesOf(e, a) {
			if !strings.Contains(got, date) && !inserted(e, a) && shows(m.Composed.Document, field) {
				t.Errorf("%s of %s: %s (%d) was changed on %s, its note says %q", m.Kind, m.Edition, a, i, date, got)
			}
		}
		if len(datesOf(e, a)) == 0 && strings.Contains(got, "（据") {
			t.Errorf("%s of %s: %s stands as issued, its note says %q", m.Kind, m.Edition, a, got)
		}
	}
	for field, list := range notes {
		if !told[field] && !strings.HasSuffix(field, ".label") && strings.Contains(strings.Join(list, ""), "（据") {
			t.Errorf("%s of %s: a note behind %q: %q", m.Kind, m.Edition, field, list)
		}
	}
	if len(notes) == 0 && e.Amended() {
		t.Errorf("%s of %s names no origin", m.Kind, m.Edition)
	}
}

func fieldOfParagraph(e *amend.Edition, a dossier.Address) string {
	i := slices.IndexFunc(e.Dossier.Plan.Body, func(p dossier.Paragraph) bool { return planAddress(p) == a })
	return field("plan", i)
}

// datesOf gives the printed dates of the notices that changed a value.
func datesOf(e *amend.Edition, a dossier.Address) []string {
	var out []string
	for _, r := range e.History(a) {
		if !r.Restated {
			out = append(out, r.By.Date.Value)
		}
	}
	return out
}

// inserted says whether a value came with an item that a notice inserted, or
// went with one: the item tells it.
func inserted(e *amend.Edition, a dossier.Address) bool {
	item, rest, _ := strings.Cut(string(a), ".")
	return rest != "problem" && len(e.History(dossier.Address(item))) > 0
}

func shows(d *doc.Document, field string) bool {
	return slices.ContainsFunc(d.Blocks, func(b doc.Block) bool {
		p, ok := b.(doc.Paragraph)
		return ok && p.Text[len(p.Text)-1].Origin.Field == field
	})
}

// checkComparison proves of every row that its cells hold the text before and
// after, and that they differ exactly by the marked characters; and that the
// rows hold every change of the notice.
func checkComparison(t *testing.T, m made, table doc.Table) {
	t.Helper()
	left := map[dossier.Address]bool{}
	for _, a := range m.Document.Text.Addresses() {
		for _, r := range m.Document.Text.History(a) {
			if !registered(a) && !r.Restated && r.By.Amendment == m.Amendment.ID {
				left[a] = true
			}
		}
	}
	if len(table.Rows) == 0 || len(left) == 0 {
		t.Fatalf("%d rows for %d changes", len(table.Rows), len(left))
	}
	for _, row := range table.Rows {
		address := dossier.Address(strings.TrimSuffix(row.Cells[0].Paragraphs[0][0].Origin.Field, ".clause"))
		before, after := row.Cells[1].Paragraphs, row.Cells[2].Paragraphs
		checkSides(t, m, address, before, after)
		for a := range left {
			if within(a, address) {
				delete(left, a)
			}
		}
	}
	for a := range left {
		t.Errorf("comparison of %s: no row tells the change of %s", m.Amendment.ID, a)
	}
}

// within says whether a row tells the change of a value: its own, that of its
// item, or that of a list and its measures.
func within(a, row dossier.Address) bool {
	if a == row || strings.HasPrefix(string(a), string(row)+".") {
		return true
	}
	aspect, list := strings.CutSuffix(string(row), ".measures")
	if list && strings.HasPrefix(string(a), aspect+".") {
		return true
	}
	aspect, list = strings.CutSuffix(string(a), ".measures") // told by a row of one of its measures
	return list && strings.HasPrefix(string(row), aspect+".") || strings.HasSuffix(string(a), ".problem") && isItem(row)
}

func checkSides(t *testing.T, m made, a dossier.Address, before, after [][]doc.Inline) {
	t.Helper()
	same := func(side [][]doc.Inline, mark doc.Marking) string {
		text := ""
		for _, p := range side {
			for _, r := range p {
				switch r.Mark {
				case doc.Unmarked:
					text += r.Text
				case mark:
				default:
					t.Errorf("%s: %q is marked %v in the wrong column", a, r.Text, r.Mark)
				}
			}
		}
		return text
	}
	old, new := same(before, doc.Deleted), same(after, doc.Inserted)
	inserted, deleted := strings.HasPrefix(old, "（无）"), strings.HasPrefix(new, "〔删去〕")
	if !inserted && !deleted && old != new {
		t.Errorf("comparison of %s: the columns of %s differ without marks:\n%q\n%q", m.Amendment.ID, a, old, new)
	}
	revisions := slices.DeleteFunc(slices.Clone(m.Document.Text.History(a)), func(r dossier.Revision) bool { return r.By.Amendment != m.Amendment.ID })
	if len(revisions) == 0 || isItem(a) {
		return
	}
	if got, want := lines(before), dossier.Lines(revisions[0].Old); !inserted && got != want {
		t.Errorf("%s before:\n got %q\nwant %q", a, got, want)
	}
	if got, want := lines(after), dossier.Lines(revisions[len(revisions)-1].New); !deleted && got != want {
		t.Errorf("%s after:\n got %q\nwant %q", a, got, want)
	}
}

func lines(paragraphs [][]doc.Inline) string {
	var out []string
	for _, p := range paragraphs {
		out = append(out, doc.Plain(p))
	}
	return strings.Join(out, "\n")
}

// packed tells archives: they are put together from files, not composed.
func packed(d docset.Document) bool { return d.Kind == docset.Bundle }

// TestDocumentsBeforeANoticeAreThoseWithoutIt compares the trees of every
// edition with those of the dossier that has no later notice.
func TestDocumentsBeforeANoticeAreThoseWithoutIt(t *testing.T) {
	eachBook(t, 6, func(t *testing.T, d *dossier.Dossier) {
		editions, _ := amend.Editions(d)
		for i, e := range editions {
			bare := *d
			bare.Amendments = slices.DeleteFunc(slices.Clone(d.Amendments), func(a dossier.Amendment) bool { return a.Date.ISO() > e.Date })
			want := map[string]string{}
			for _, m := range composeKinds(t, &bare) {
				want[m.Files[0].Path] = dumpOf(m.Composed)
			}
			docs, _ := docset.Plan(editions, e.Date)
			docs = slices.DeleteFunc(slices.Clone(docs), packed)
			if len(docs) != len(want) {
				t.Errorf("edition %d: %d documents, want %d", i, len(docs), len(want))
			}
			for _, p := range docs {
				c, _ := Compose(embedded(t), p)
				if dumpOf(c) != want[p.Files[0].Path] {
					t.Errorf("edition %d: %s is another document", i, p.Files[0].Path)
				}
			}
		}
	})
}

func dumpOf(c Composed) string {
	out := ""
	if c.Document != nil {
		out = doc.Dump(c.Document)
	}
	if c.Workbook != nil {
		out += doc.DumpWorkbook(c.Workbook)
	}
	return out
}
