package compose

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"hongtou/internal/amend"
	"hongtou/internal/assign"
	"hongtou/internal/doc"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
)

// formFixture is the invented dossier with people to hand it to: 甲局 and 丙县
// answer for everything, 丁局 supervises, 各单位 is a group that nobody lists.
// Item 1 stands for ever; item 2 has parts in a measure, a further paragraph,
// a deleted measure and an open group; item 3 has two aspects.
func formFixture(f *fixture) *dossier.Dossier {
	d := f.dossier()
	d.Amendments = nil
	unit := func(id, name string) dossier.Unit { return dossier.Unit{ID: id, Name: f.text(name), Recipient: true} }
	d.Register = &dossier.Register{
		Units:  []dossier.Unit{unit("jia", "甲局"), unit("bing-wei", "丙县委"), unit("bing", "丙县"), unit("ding", "丁局")},
		Groups: []dossier.Group{{ID: "all", Name: f.text("各单位"), Open: true}},
	}
	d.Register.Units[1].Book = f.text("bing")
	items := []*dossier.Item{&d.Annex.Parts[0].Items[0], &d.Annex.Parts[1].Items[0], &d.Annex.Parts[1].Items[1]}
	fields := func(aspect, deadline, who string, ms ...string) []dossier.Field {
		m := f.measures(aspect, ms...)
		dossier.IdentifyMeasures(m.Measures, aspect)
		return []dossier.Field{
			f.field(dossier.Goal, "目标", "做到位。"), f.field(dossier.Deadline, "期限", deadline),
			{Kind: dossier.Responsible, Label: f.text("办理单位"), Value: f.text(who)},
			f.field(dossier.Leaders, "领导", "张三"), f.field(dossier.Persons, "人员", "李四"),
			{Kind: dossier.Supervisors, Label: f.text("督办单位"), Value: f.text("丁局")}, m,
		}
	}
	items[0].Aspects[0].Fields = fields("01", "长期坚持", "甲局", "（一）先做这个。")
	items[1].Aspects[0].Fields = fields("02", "2021年年底前", "甲局、丙县委、丙县，各单位",
		"总说一句：", "（一）加强管理。一是查；二是改。", "接着做。", "（二）〔删去〕", "（三）再做。")
	items[1].Aspects[0].Fields[6].Measures[3].Deleted = true
	items[2].Aspects[0].Fields = fields("03.1", "2021年10月底前", "丙县", "（一）做。")
	items[2].Aspects[1].Fields = fields("03.2", "2021年10月底前", "甲局", "只有一条。")
	return d
}

// formsFor plans what docset plans: the forms of one task, or a workbook.
func formsFor(t testing.TB, d *dossier.Dossier, unit, task string) docset.Document {
	t.Helper()
	editions, problems := amend.Editions(d)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	e := editions[len(editions)-1]
	p := docset.Document{Kind: docset.Acceptance, Dossier: e.Dossier, Text: e, Edition: e.Date, Unit: unit, Item: task, Files: []docset.File{{Format: docset.XLSX}}}
	if task != "" {
		p.Files = []docset.File{{Format: docset.PDF}, {Format: docset.HTML}}
	}
	recipients := assign.Of(e).Recipients()
	i := slices.IndexFunc(recipients, func(r assign.Recipient) bool { return r.Unit.ID == unit })
	if i < 0 {
		t.Fatalf("%s receives nothing", unit)
	}
	p.Recipient = &recipients[i]
	return p
}

func composeForms(t testing.TB, d *dossier.Dossier, unit, task string) Composed {
	t.Helper()
	c, problems := Compose(embedded(t), formsFor(t, d, unit, task))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return c
}

func TestForms(t *testing.T) {
	d := formFixture(&fixture{say: plainly})
	for _, c := range []struct{ unit, task string }{{"jia", "02"}, {"bing", "02"}, {"ding", "02"}, {"bing", "03.1"}} {
		golden(t, "forms-"+c.unit+"-"+c.task, doc.Dump(composeForms(t, d, c.unit, c.task).Document))
	}
	golden(t, "forms-jia-workbook", doc.DumpWorkbook(composeForms(t, d, "jia", "").Workbook))
}

// formCase is the tables of one document or workbook, form by form.
type formCase struct {
	name   string
	unit   string
	tasks  []string // that it prints
	forms  [][]doc.Table
	titles []string
	book   bool
}

// formCases gives every form of a dossier, on paper and as sheets.
func formCases(t testing.TB, d *dossier.Dossier) []formCase {
	t.Helper()
	editions, _ := amend.Editions(d)
	var out []formCase
	for _, r := range assign.Of(editions[len(editions)-1]).Recipients() {
		tasks := docset.FormTasks(r)
		for _, task := range tasks {
			out = append(out, onPaper(r.Unit.ID, task, composeForms(t, d, r.Unit.ID, task).Document))
		}
		if len(tasks) > 0 {
			c := formCase{name: r.Unit.ID, unit: r.Unit.ID, tasks: tasks, book: true}
			for _, s := range composeForms(t, d, r.Unit.ID, "").Workbook.Sheets {
				c.forms, c.titles = append(c.forms, []doc.Table{s.Table}), append(c.titles, s.Name)
			}
			out = append(out, c)
		}
	}
	return out
}

// onPaper cuts a document where a title begins a form.
func onPaper(unit, task string, d *doc.Document) formCase {
	c := formCase{name: unit + " " + task, unit: unit, tasks: []string{task}}
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case doc.Title:
			c.forms = append(c.forms, nil)
			c.titles = append(c.titles, doc.Plain(slices.Concat(b.Lines...)))
		case doc.Table:
			c.forms[len(c.forms)-1] = append(c.forms[len(c.forms)-1], b)
		case doc.Paragraph:
			cell := doc.Cell{Paragraphs: [][]doc.Inline{b.Text}}
			c.forms[len(c.forms)-1] = append(c.forms[len(c.forms)-1], doc.Table{Rows: []doc.Row{{Cells: []doc.Cell{cell}}}})
		}
	}
	return c
}

func everyCell(tables []doc.Table, f func(doc.Cell)) {
	for _, t := range tables {
		for _, r := range slices.Concat(t.Head, t.Rows) {
			for _, c := range r.Cells {
				f(c)
			}
		}
	}
}

// TestNothingIsFilledIn proves that what people decide is left to them: a
// blank has no text, a tick offers words and chooses none, and whatever else
// stands in a cell is a label, a serial number, or from the source.
func TestNothingIsFilledIn(t *testing.T) {
	eachFormDossier(t, func(d *dossier.Dossier) {
		for _, c := range formCases(t, d) {
			for i, form := range c.forms {
				if c.titles[i] == "目录" {
					continue
				}
				found := map[doc.Blank]int{}
				everyCell(form, func(cell doc.Cell) {
					found[cell.Blank]++
					switch {
					case cell.Blank != doc.NotBlank:
						if len(cell.Paragraphs) > 0 || cell.Date != "" || cell.Count != nil || cell.Formula != nil {
							t.Errorf("%s, %s: a blank is filled in: %v", c.name, c.titles[i], cell)
						}
						if (cell.Blank == doc.BlankTick) != (len(cell.Choices) > 1) {
							t.Errorf("%s, %s: a tick without a choice: %v", c.name, c.titles[i], cell)
						}
					case !cell.Head && !fromSource(cell):
						t.Errorf("%s, %s: %v is neither a label nor from the source", c.name, c.titles[i], cell.Paragraphs)
					}
				})
				for _, b := range needed(c.titles[i]) {
					if found[b] == 0 {
						t.Errorf("%s: %s has no %s", c.name, c.titles[i], b)
					}
				}
			}
		}
	})
}

// needed gives the blanks that a form must have.
func needed(title string) []doc.Blank {
	switch {
	case strings.Contains(title, "公示"):
		return []doc.Blank{doc.BlankOpinion, doc.BlankDate, doc.BlankText}
	case strings.Contains(title, "申请"):
		return []doc.Blank{doc.BlankOpinion, doc.BlankSignature, doc.BlankSeal, doc.BlankDate, doc.BlankText, doc.BlankNumber}
	}
	return []doc.Blank{doc.BlankOpinion, doc.BlankSignature, doc.BlankSeal, doc.BlankDate, doc.BlankText, doc.BlankTick}
}

func fromSource(c doc.Cell) bool {
	for _, p := range c.Paragraphs {
		known := slices.ContainsFunc(p, func(r doc.Inline) bool { return r.Origin.Field != "" })
		if _, err := strconv.Atoi(doc.Plain(p)); err != nil && !known && !ownWords[doc.Plain(p)] {
			return false
		}
	}
	return true
}

// ownWords are the paragraphs of the draft notice that are ours.
var ownWords = map[string]bool{
	"一、整改问题": true, "二、责任单位": true, "三、整改目标": true, "四、整改措施": true, "五、整改时限": true, "六、整改完成情况": true,
}

func eachFormDossier(t *testing.T, f func(*dossier.Dossier)) {
	t.Helper()
	f(formFixture(&fixture{say: plainly}))
	ds := dossiers(t)
	for i := range ds {
		f(&ds[i])
	}
}

// TestFormsHoldTheWholeTask finds every string of a task in each of its forms,
// the measures word for word in their order.
func TestFormsHoldTheWholeTask(t *testing.T) {
	eachFormDossier(t, func(d *dossier.Dossier) {
		editions, _ := amend.Editions(d)
		tasks := assign.Of(editions[len(editions)-1]).Tasks
		for _, c := range formCases(t, d) {
			for i, form := range c.forms {
				for k := range tasks {
					if slices.Contains(c.tasks, tasks[k].ID) && (!c.book || strings.HasPrefix(c.titles[i], tasks[k].Label) && len(c.titles[i]) == len(tasks[k].Label+"申请")) {
						checkWhole(t, c.name+" "+c.titles[i], &tasks[k], form)
					}
				}
			}
		}
	})
}

func checkWhole(t *testing.T, name string, task *assign.Task, form []doc.Table) {
	t.Helper()
	var all strings.Builder
	everyCell(form, func(c doc.Cell) {
		for _, p := range c.Paragraphs {
			all.WriteString(doc.Plain(p))
		}
	})
	need := func(s string) {
		if !strings.Contains(all.String(), s) {
			t.Errorf("%s lacks %q", name, s)
		}
	}
	for _, ts := range [][]dossier.Text{task.Item.Problem, task.Item.Remarks, task.Aspect.Problem} {
		need(strings.Join(values(ts), ""))
	}
	measures := ""
	notice := strings.Contains(name, "公示")
	for _, f := range task.Aspect.Fields {
		switch f.Kind {
		case dossier.Measures:
			for _, m := range f.Measures {
				measures += m.Text.Value
			}
		case dossier.Leaders, dossier.Persons, dossier.Supervisors:
			if !notice {
				need(f.Value.Value)
			}
		default:
			need(f.Value.Value)
		}
		if !notice {
			need(f.Label.Value)
		}
	}
	if measures == "" {
		t.Errorf("%s has no measures", name)
	}
	need(measures)
}
