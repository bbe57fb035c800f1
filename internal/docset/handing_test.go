package docset

import (
	"slices"
	"strings"
	"testing"

	"hongtou/internal/amend"
	"hongtou/internal/dossier"
)

// handingOut is a dossier of four tasks: 01 and 03 of both counties through a
// group, 03 for ever, 02 and 04 of 甲县 and 市丁局; 市丙局 supervises the first
// three. Books quote the plan's 1.1. Its notice, of 2021-06-01, makes the
// changes.
func handingOut(changes ...dossier.Change) *dossier.Dossier {
	d := &dossier.Dossier{ID: "jia"}
	d.Notice.Date = day(2021, 3, 5)
	d.Plan.Body = []dossier.Paragraph{
		{Level: 1, Number: "一、", Text: text("一、目标"), Head: 4}, {Level: 2, Number: "（一）", Text: text("（一）到位。"), Head: 6},
		{Level: 1, Number: "三、", Text: text("三、其他"), Head: 4},
	}
	dossier.IdentifyParagraphs(d.Plan.Body)
	d.Handout.Clauses = []dossier.Text{text("1.1")}
	unit := func(id, name string) dossier.Unit { return dossier.Unit{ID: id, Name: text(name), Recipient: true} }
	d.Register = &dossier.Register{
		Units:  []dossier.Unit{unit("jia", "甲县"), unit("yi", "乙县"), unit("bing", "市丙局"), unit("ding", "市丁局")},
		Groups: []dossier.Group{{ID: "xian", Name: text("各县"), Members: []dossier.Text{text("jia"), text("yi")}}},
		People: []dossier.Person{{Name: text("李四"), Units: []dossier.Text{text("yi")}}},
	}
	var part dossier.Part
	for _, t := range []struct{ id, number, deadline, responsible, persons, supervisors string }{
		{"01", "第一项", "2021年底前", "各县", "甲县主要负责人", "市丙局"}, {"02", "第二项", "2022年底前", "甲县", "李四", "市丙局"},
		{"03", "第三项", "长期坚持", "各县", "各县主要负责人", "市丙局"}, {"04", "第四项", "2022年底前", "市丁局", "市丁局主要负责人", "市丁局"},
	} {
		item := dossier.Item{ID: t.id, Number: t.number, Problem: []dossier.Text{text(t.number + "，有毛病。")}}
		field := func(k dossier.FieldKind, label, value string) dossier.Field {
			return dossier.Field{Kind: k, Label: text(label), Value: text(value)}
		}
		measures := []dossier.Measure{{ID: t.id + ".1", Number: "（一）", Text: text("（一）排查。")}, {ID: t.id + ".2", Number: "（二）", Text: text("（二）整改。")}}
		item.Aspects = []dossier.Aspect{{ID: t.id, Fields: []dossier.Field{
			field(dossier.Deadline, "整改时限", t.deadline), field(dossier.Responsible, "责任单位", t.responsible), field(dossier.Persons, "责任人员", t.persons),
			field(dossier.Supervisors, "督导单位", t.supervisors), {Kind: dossier.Measures, Label: text("整改措施"), Measures: measures},
		}}}
		part.Items = append(part.Items, item)
	}
	d.Annex.Parts = []dossier.Part{part}
	if len(changes) > 0 {
		d.Amendments = []dossier.Amendment{noticeOf("2021-06-01", 1, changes...)}
	}
	return d
}

func noticeOf(id string, serial int, changes ...dossier.Change) dossier.Amendment {
	n := dossier.Amendment{ID: id, Serial: serial, Changes: changes, File: id + ".md"}
	n.Date = day(2021, 6, 1)
	n.Body = []dossier.Paragraph{{Text: text("“乙县”更名为“戊县”，“乙县”并入“甲县”，李四由赵六接任。")}}
	return n
}

func setTo(item string, kind dossier.FieldKind, label, words string) dossier.Change {
	return dossier.Change{Target: dossier.Target{Item: item, Field: kind}, Verb: dossier.Replace, Label: text(label), New: []dossier.Text{text(words)}}
}

// news gives the documents of recipients, and those about them, that the
// notice renews, by kind, unit and task.
func news(t *testing.T, d *dossier.Dossier) []string {
	t.Helper()
	docs, problems := plan(d, "")
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	if editions, problems := amend.Editions(d); problems.HasErrors() || len(editions) != 1+min(len(d.Amendments), 1) {
		t.Fatal(problems)
	}
	var out []string
	for _, one := range docs {
		if slices.Contains([]Kind{TaskBook, Acceptance, Clauses, Ledger, Register, Volume, Bundle}, one.Kind) && one.Edition == "2021-06-01" {
			out = append(out, strings.TrimRight(string(one.Kind)+" "+one.Unit+" "+one.Item, " "))
		}
	}
	return out
}

// TestNewestThatChangedWhatIsPrinted names for each change every document that
// it renews: all others stay as issued.
func TestNewestThatChangedWhatIsPrinted(t *testing.T) {
	for _, c := range []struct {
		name   string
		change dossier.Change
		want   string
	}{
		{
			"a task is deleted: workbooks lose its forms", dossier.Change{Target: dossier.Target{Item: "01"}, Verb: dossier.Delete},
			"taskbook jia; taskbook yi; taskbook bing; acceptance jia; acceptance bing; clauses jia; clauses yi; clauses bing; ledger; register; volume; bundle jia; bundle yi; bundle bing",
		},
		{
			"a task becomes standing", setTo("02", dossier.Deadline, "整改时限", "长期坚持"),
			"taskbook jia; taskbook bing; acceptance jia; acceptance bing; clauses jia; clauses bing; ledger; register; volume; bundle jia; bundle bing",
		},
		{
			"the time limit of a standing task changes: contents of workbooks", setTo("03", dossier.Deadline, "整改时限", "立行立改，长期坚持"),
			"taskbook jia; taskbook yi; taskbook bing; acceptance jia; acceptance yi; acceptance bing; clauses jia; clauses yi; clauses bing; ledger; register; volume; bundle jia; bundle yi; bundle bing",
		},
		{
			"a measure of a standing task changes: no forms", dossier.Change{Target: dossier.Target{Item: "03", Field: dossier.Measures, Measure: "03.1"}, Verb: dossier.Replace, New: []dossier.Text{text("（一）细查。")}},
			"taskbook jia; taskbook yi; taskbook bing; clauses jia; clauses yi; clauses bing; register; volume; bundle jia; bundle yi; bundle bing",
		},
		{
			"a unit that a group reaches is renamed: its supervisor's forms", dossier.Change{Target: dossier.Target{Unit: "yi"}, Verb: dossier.Rename, To: text("戊县"), New: []dossier.Text{text("戊县")}},
			"taskbook yi; acceptance yi 01; acceptance yi; acceptance bing 01; acceptance bing; clauses yi; ledger; register; volume; bundle yi; bundle bing",
		},
		{
			"a unit is merged: its person goes along", dossier.Change{Target: dossier.Target{Unit: "yi"}, Verb: dossier.Merge, To: text("jia"), New: []dossier.Text{text("甲县")}},
			"taskbook jia; acceptance bing 01; acceptance bing; ledger; register; volume; bundle jia; bundle bing",
		},
		{
			"the only task goes to another unit", setTo("04", dossier.Responsible, "责任单位", "乙县"),
			"taskbook yi; taskbook ding; acceptance yi 04; acceptance yi; acceptance ding 04; acceptance ding; clauses yi; clauses ding; ledger; register; volume; bundle yi; bundle ding",
		},
		{
			"the heading above the quoted paragraph gets another number", dossier.Change{Target: dossier.Target{Plan: "1"}, Verb: dossier.Renumber, Number: text("二、")},
			"taskbook jia; taskbook yi; taskbook bing; taskbook ding; register; volume; bundle jia; bundle yi; bundle bing; bundle ding",
		},
		{
			"the quoted paragraph is deleted", dossier.Change{Target: dossier.Target{Plan: "1.1"}, Verb: dossier.Delete},
			"taskbook jia; taskbook yi; taskbook bing; taskbook ding; register; volume; bundle jia; bundle yi; bundle bing; bundle ding",
		},
		{"another paragraph changes", dossier.Change{Target: dossier.Target{Plan: "3"}, Verb: dossier.Replace, New: []dossier.Text{text("三、其余")}}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(news(t, handingOut(c.change)), "; "); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// TestLostTasks: who loses the last task gets nothing more, and hands back
// what the reissue list names.
func TestLostTasks(t *testing.T) {
	d := handingOut(setTo("04", dossier.Responsible, "责任单位", "乙县"))
	d.Amendments[0].Changes = append(d.Amendments[0].Changes, setTo("04", dossier.Supervisors, "督导单位", "乙县"))
	docs, _ := plan(d, "")
	for _, one := range docs {
		if one.Unit == "ding" {
			t.Errorf("planned: %s", one.Files[0].Path)
		}
		if one.Kind == Reissue {
			theirs := slices.DeleteFunc(slices.Clone(one.Former), func(d Document) bool { return d.Unit != "ding" })
			if len(theirs) != 4 || theirs[0].Edition != "2021-03-05" {
				t.Errorf("hands back %d documents", len(theirs))
			}
		}
	}
}

// TestSources: of two notices of a day each document names the one that changed
// what it prints, and an archive those of its documents.
func TestSources(t *testing.T) {
	d := handingOut(setTo("02", dossier.Deadline, "整改时限", "2021年底前"))
	d.Amendments = append(d.Amendments, noticeOf("2021-06-01-2", 2, setTo("04", dossier.Deadline, "整改时限", "2021年底前")))
	want := map[string]string{"jia": "2021-06-01", "yi": "", "bing": "2021-06-01", "ding": "2021-06-01-2"}
	docs, _ := plan(d, "")
	n := 0
	for _, one := range docs {
		var ids []string
		for _, a := range one.Sources {
			ids = append(ids, a.ID)
		}
		if one.Kind == Ledger && len(ids) != 2 {
			t.Errorf("ledger of %s", ids)
		}
		if one.Kind == TaskBook || one.Kind == Bundle {
			n++
			if got := strings.Join(ids, " "); got != want[one.Unit] {
				t.Errorf("%s of %s: %q", one.Kind, one.Unit, got)
			}
		}
	}
	if n != 8 {
		t.Errorf("%d books and archives", n)
	}
}
