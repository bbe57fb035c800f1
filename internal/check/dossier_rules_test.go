package check

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/testkit/bounds"
)

// change is a mutation of the example.
type mutation func(d *dossier.Dossier, w *writer)

// examined checks one dossier.
func examined(d *dossier.Dossier, opt Options) diag.List {
	return Check([]dossier.Dossier{*d}, opt)
}

// report runs all rules and gives code: words for every problem, sorted.
func report(d *dossier.Dossier, w *writer) []string {
	var out []string
	for _, p := range examined(d, Options{}) {
		out = append(out, p.Code+": "+w.words(p))
	}
	slices.Sort(out)
	return out
}

func TestExampleIsClean(t *testing.T) {
	if got := report(example()); len(got) > 0 {
		t.Errorf("the example has problems:\n%s", strings.Join(got, "\n"))
	}
}

// at gives the item of an index in printed order.
func at(d *dossier.Dossier, n int) *dossier.Item {
	for p := range d.Annex.Parts {
		items := d.Annex.Parts[p].Items
		if n < len(items) {
			return &items[n]
		}
		n -= len(items)
	}
	return nil
}

// set replaces a field's value in the first aspect of an item.
func set(item int, k dossier.FieldKind, value string) mutation {
	return func(d *dossier.Dossier, w *writer) {
		at(d, item).Aspects[0].Field(k).Value = w.text(value)
	}
}

// renumber gives an item another printed number.
func renumber(item, ordinal int, number string) mutation {
	return func(d *dossier.Dossier, w *writer) {
		i := at(d, item)
		i.Ordinal, i.Number, i.Problem[0] = ordinal, number, w.text(number+"，问题甲。还有问题乙。")
	}
}

// planBody replaces the plan's body.
func planBody(list ...string) mutation {
	return func(d *dossier.Dossier, w *writer) { d.Plan.Body = w.paragraphs(list...) }
}

// change alters one change of the amendment.
func change(n int, f func(c *dossier.Change, w *writer)) mutation {
	return func(d *dossier.Dossier, w *writer) { f(&d.Amendments[0].Changes[n], w) }
}

// register alters the register.
func registered(f func(r *dossier.Register, w *writer)) mutation {
	return func(d *dossier.Dossier, w *writer) { f(d.Register, w) }
}

// books gives the register a county that may hold the book of others.
func books(f func(r *dossier.Register, w *writer)) mutation {
	return registered(func(r *dossier.Register, w *writer) {
		r.Units = append(r.Units, dossier.Unit{ID: "yixian", Name: w.text("乙县")})
		for i := range r.Units {
			r.Units[i].Recipient = true
		}
		f(r, w)
	})
}

// handout has task books quote paragraphs of the plan.
func handout(clauses ...string) mutation {
	return func(d *dossier.Dossier, w *writer) {
		dossier.IdentifyParagraphs(d.Plan.Body)
		d.Handout.Clauses = w.texts(clauses...)
	}
}

// dossierCases: what each mutation of the clean example must give, all of it.
var dossierCases = []struct {
	name   string
	mutate mutation
	want   []string
}{
	{"unit slip", set(0, dossier.Responsible, "各县政府，州城建居"), []string{"unknown-unit: 州城建居"}},
	{"unit slip in a description", set(1, dossier.Persons, "市水务居主要负责人"), []string{"unknown-unit: 市水务居"}},
	{"person slip", set(0, dossier.Persons, "张甲、李已、王丙"), []string{"unknown-person: 李已"}},
	{"name set wide", set(0, dossier.Persons, "张 甲、李乙、王　丙"), []string{"unknown-person: 张 甲", "unknown-person: 王　丙"}},
	{"unit twice", set(0, dossier.Supervisors, "市环保局、市环保局"), []string{"repeated-name: 市环保局"}},
	{"person of another unit", set(2, dossier.Persons, "张甲、王丙"), []string{"person-unit: 王丙"}},
	{"person of no unit of the field", set(2, dossier.Persons, "李乙"), []string{"person-unit: 李乙", "unit-without-person: 李乙"}},
	{"a group alone whose members nobody lists", func(d *dossier.Dossier, _ *writer) { d.Register.Groups[1].Members = nil }, []string{"unreached-task: 有关单位"}},
	{"such a group beside a unit", func(d *dossier.Dossier, w *writer) {
		d.Register.Groups[1].Members = nil
		set(1, dossier.Responsible, "市环保局，有关单位")(d, w)
	}, nil},
	{"leader without unit is free", set(2, dossier.Persons, "张甲、丁市长"), nil},
	{"supervisor's person is free", set(0, dossier.Supervisors, "州城建局"), nil},
	{"order against the inference", set(0, dossier.Persons, "李乙、张甲、王丙"), []string{"person-order: 张甲"}},
	{"unit without a person", set(0, dossier.Persons, "张甲、李乙"), []string{"unit-without-person: 张甲、李乙"}},
	{"description needs no person", set(0, dossier.Persons, "各县政府、州城建局主要负责人"), nil},

	{"number twice", renumber(1, 1, "第一项"), []string{"duplicate-item: 第一项", "item-file: 第一项"}},
	{"item twice", func(d *dossier.Dossier, _ *writer) {
		d.Annex.Parts[0].Items = append(d.Annex.Parts[0].Items, *at(d, 0))
	}, []string{"count: 1", "count: 3", "duplicate-item: 第一项"}},
	{"wrong number of an item", renumber(2, 5, "第五项"), []string{"item-file: 第五项"}},
	{"items out of order", func(d *dossier.Dossier, _ *writer) { slices.Reverse(d.Annex.Parts[1].Items) },
		[]string{"item-order: 第三项", "item-order: 第二项"}},
	{"files named by words", func(d *dossier.Dossier, w *writer) {
		renumber(1, 7, "第七项")(d, w)
		at(d, 1).ID = "x"
	}, []string{"item-order: 第七项"}},
	{"field missing", func(d *dossier.Dossier, _ *writer) {
		a := &at(d, 1).Aspects[0]
		a.Fields = a.Fields[1:]
	}, []string{"incomplete-item: 第二项，问题甲。还有问题乙。"}},

	{"gap", planBody("一、甲", "三、乙"), []string{"numbering: 三、"}},
	{"repetition", planBody("一、甲", "二、乙", "二、丙", "三、丁"), []string{"numbering: 二、"}},
	{"one wrong number", planBody("一、甲", "五、乙", "三、丙"), []string{"numbering: 五、"}},
	{"backwards", planBody("一、甲", "二、乙", "三、丙", "一、丁"), []string{"numbering: 一、"}},
	{"does not begin at one", planBody("一、甲", "（二）乙"), []string{"numbering: （二）"}},
	{"begins anew under each parent", planBody("一、甲", "（一）乙", "（二）丙", "二、丁", "（一）戊"), nil},
	{"no parent", planBody("（一）甲", "一、乙"), []string{"numbering-parent: （一）"}},
	{"only one level needs no parent", planBody("（一）甲", "（二）乙"), nil},
	{"level left out", planBody("一、甲", "1.乙", "2.丙"), []string{"numbering-skip: 1."}},
	{"measures", func(d *dossier.Dossier, w *writer) {
		m := at(d, 2).Aspects[1].Field(dossier.Measures).Measures
		m[1].Text, m[1].Number = w.text("3.改。"), "3."
	}, []string{"numbering: 3."}},
	{"aspects", func(d *dossier.Dossier, w *writer) {
		a := &at(d, 2).Aspects[1]
		a.Number, a.Problem = "（三）", w.texts("（三）问题。")
	}, []string{"numbering: （三）"}},
	{"parts", func(d *dossier.Dossier, w *writer) { d.Annex.Parts[1].Heading.Text = w.text("三、专项（2项）") },
		[]string{"numbering: 三、"}},
	{"amendment", func(d *dossier.Dossier, w *writer) { d.Amendments[0].Body[6] = w.paragraphs("（三）整改。")[0] },
		[]string{"numbering: （三）"}},
	{"lists of two changes begin anew", func(d *dossier.Dossier, w *writer) {
		b := &d.Amendments[0].Body
		*b = append(*b, w.paragraphs("又修改为：", "（一）再查。")...)
		d.Amendments[0].Changes[1].Paragraph = 7
	}, nil},

	{"deadline without a time", set(1, dossier.Deadline, "尽快"), []string{"deadline-unreadable: 尽快"}},
	{"deadline without a year", set(1, dossier.Deadline, "其余11月底前"), []string{"deadline-unreadable: 11月底前"}},
	{"no such day", set(1, dossier.Deadline, "2021年2月30日前"), []string{"deadline-no-such-day: 2021年2月30日前"}},
	{"deadline over", set(1, dossier.Deadline, "甲2020年6月底前，长期坚持"), []string{"deadline-past: 2020年6月底前"}},
	{"deadline of the day itself", set(1, dossier.Deadline, "2020年7月30日前"), nil},
	{"deadline done", set(1, dossier.Deadline, "2019年年底前（已完成）"), nil},
	{"deadline ambiguous", set(1, dossier.Deadline, "2021年6月前"), []string{"deadline-ambiguous: 2021年6月前"}},
	{"new deadline over", change(0, func(c *dossier.Change, w *writer) { c.New = w.texts("2020年10月底前") }),
		[]string{"deadline-past: 2020年10月底前"}},

	{"counts of the plan", planBody("共3类3项整改任务。"), []string{"count: 3"}},
	{"counts in Chinese numerals", planBody("共二类四项整改任务。"), []string{"count: 四"}},
	{"counts of another plan", planBody("省级方案确定3类58项整改任务。"), nil},
	{"count of a part", func(d *dossier.Dossier, w *writer) { d.Annex.Parts[1].Heading.Text = w.text("二、专项（3项）") },
		[]string{"count: 3"}},
	{"aspects", func(d *dossier.Dossier, w *writer) { at(d, 2).Remarks = w.texts("以上分三个方面整改。") }, []string{"count: 三"}},
	{"count of changes", func(d *dossier.Dossier, w *writer) {
		d.Amendments[0].Body[0] = w.paragraphs("现对2项问题修改如下。")[0]
	},
		[]string{"count: 2"}},

	{"attachment", func(d *dossier.Dossier, w *writer) { d.Plan.AttachmentNote = w.text("附件：整改措施表") },
		[]string{"attachment: 整改措施表"}},
	{"attachment stop", func(d *dossier.Dossier, w *writer) {
		d.Plan.AttachmentNote = w.text("附件：1.整改措施清单。")
	},
		[]string{"attachment: 。"}},
	{"attachment elsewhere", func(d *dossier.Dossier, w *writer) { d.Plan.Attachments = []dossier.Text{w.text("2.登记表")} },
		[]string{"attachment-absent: 2.登记表"}},
	{"attachment note missing", func(d *dossier.Dossier, _ *writer) { d.Plan.AttachmentNote = dossier.Text{} },
		[]string{"attachment: " + planTitle}},
	{"signature order", func(d *dossier.Dossier, _ *writer) { slices.Reverse(d.Notice.Signature) }, []string{"signature: 甲州政府办公室"}},
	{"signature short", func(d *dossier.Dossier, _ *writer) { d.Notice.Signature = d.Notice.Signature[:1] }, []string{"signature: 甲州政府办公室"}},
	{"masthead by alias", func(d *dossier.Dossier, w *writer) { d.Notice.Masthead.Organs[0] = w.text("州委办") }, nil},
	{"masthead of another", func(d *dossier.Dossier, w *writer) { d.Notice.Masthead.Organs[0] = w.text("市环保局") }, []string{"signature: 市环保局"}},
	{"number unknown", func(d *dossier.Dossier, _ *writer) { d.Amendments[0].DocNumber = dossier.Text{} }, []string{"unknown-element: 中共甲州委办公室"}},
	{"number without a masthead", func(d *dossier.Dossier, _ *writer) { d.Amendments[0].Masthead = dossier.Masthead{} },
		[]string{"number-without-masthead: 甲办字〔2020〕99号", "unknown-element: 中共甲州委办公室"}},
	{"signers without a masthead", func(d *dossier.Dossier, w *writer) {
		a := &d.Amendments[0]
		a.Masthead, a.DocNumber, a.Signers = dossier.Masthead{}, dossier.Text{}, w.texts("张甲", "李乙")
	}, []string{"number-without-masthead: 张甲", "unknown-element: 中共甲州委办公室"}},
	{"title of the letter", func(d *dossier.Dossier, w *writer) {
		d.Notice.Title = w.title("关于印发《甲市整改方案》的通知")
	},
		[]string{"issued-title: 整"}},
	{"title cited with a slip", func(d *dossier.Dossier, w *writer) {
		d.Notice.Body = w.paragraphs("《甲市贯切落实反馈问题整改实施方案》和《乙市贯彻落实反馈意见整改的方案》。")
	}, []string{"cited-title: 切"}},
	{"number cited with a slip", func(d *dossier.Dossier, w *writer) {
		d.Amendments[0].Body[0] = w.paragraphs("我市制定了《" + planTitle + "》（甲办字〔2020〕74号）。")[0]
	}, []string{"cited-number: 甲办字〔2020〕74号"}},

	{"no such item", change(0, func(c *dossier.Change, _ *writer) { c.Target.Item = "09" }),
		[]string{"change-target: {change item=01 field=deadline}", "count: 1"}},
	{"no such aspect", change(0, func(c *dossier.Change, _ *writer) { c.Target.Aspect = "01.2" }),
		[]string{"change-target: {change item=01 field=deadline}"}},
	{"no such measure", change(1, func(c *dossier.Change, _ *writer) { c.Target.Measure = "m9" }),
		[]string{"change-target: {change item=01 field=measures}"}},
	{"section of another item", change(0, func(c *dossier.Change, w *writer) { c.Item = w.text("第二项") }), []string{"change-item: 第二项"}},
	{"section without item", change(0, func(c *dossier.Change, _ *writer) { c.Item = dossier.Text{} }),
		[]string{"change-item: {change item=01 field=deadline}"}},
	{"label of another field", change(0, func(c *dossier.Change, w *writer) { c.Label = w.text("目标") }), []string{"change-label: 目标"}},
	{"no label", change(0, func(c *dossier.Change, _ *writer) { c.Label = dossier.Text{} }),
		[]string{"change-label: {change item=01 field=deadline}"}},
	{"quotation with a slip", change(0, func(c *dossier.Change, w *writer) { c.Quoted = w.text("第一项，问题已。") }), []string{"quoted-problem: 已"}},
	{"quotation cut in a sentence", change(0, func(c *dossier.Change, w *writer) { c.Quoted = w.text("第一项，问题甲。还有") }), []string{"quoted-problem: 有"}},
	{"quotation of all paragraphs", change(0, func(c *dossier.Change, w *writer) {
		c.Quoted = w.text("第一项，问题甲。还有问题乙。又有问题丙。")
	}), nil},
	{"quotation longer than the problem", change(0, func(c *dossier.Change, w *writer) {
		c.Quoted = w.text("第一项，问题甲。还有问题乙。又有问题丙。丁")
	}),
		[]string{"quoted-problem: 丁"}},
	{"hash not met", change(0, func(c *dossier.Change, w *writer) { c.Expect = w.text("00000000") }), []string{"change-expect: 00000000"}},
	{"text not met", change(1, func(c *dossier.Change, w *writer) { c.Expect = w.text("（一）查。\n（二）该。") }), []string{"change-expect: 该"}},
	{"expectation missing", change(0, func(c *dossier.Change, _ *writer) { c.Expect = dossier.Text{} }),
		[]string{"change-unguarded: {change item=01 field=deadline}"}},
	{"nothing new", change(0, func(c *dossier.Change, w *writer) { c.New = w.texts("2020年年底前") }), []string{"change-empty: 2020年年底前"}},
	{"field and its measure", change(0, func(c *dossier.Change, w *writer) {
		c.Target, c.Label, c.Expect = dossier.Target{Item: "01", Field: dossier.Measures, Measure: "m（一）"}, w.text("措施"), w.text("（一）查。")
	}), []string{"change-twice: {change item=01 field=measures}", "change-words: 时限修改为：2021年年底前"}},
	{"amendment too early", func(d *dossier.Dossier, w *writer) { d.Amendments[0].Date = w.date(2019, 11, 25, "2019年11月25日") },
		[]string{"amendment-date: 2019年11月25日"}},

	{"name twice", registered(func(r *dossier.Register, w *writer) { r.Units[2].Aliases = w.texts("市环保局") }),
		[]string{"register-duplicate: 市环保局"}},
	{"ID twice", registered(func(r *dossier.Register, _ *writer) { r.Units[1].ID = "weiban" }), []string{"register-duplicate: 甲州政府办公室"}},
	{"member unknown", registered(func(r *dossier.Register, w *writer) { r.Groups[0].Members = append(r.Groups[0].Members, w.text("bin")) }),
		[]string{"register-member: bin"}},
	{"unit of a person unknown", registered(func(r *dossier.Register, w *writer) { r.People[2].Units = w.texts("zhujan") }),
		[]string{"register-member: zhujan"}},
	{"entry only misspelt", func(d *dossier.Dossier, w *writer) {
		d.Register.Units = append(d.Register.Units, dossier.Unit{ID: "x", Name: w.text("市水务局")})
		set(0, dossier.Supervisors, "市水务居")(d, w)
	}, []string{"unknown-unit: 市水务居"}},
	{"holder of a book is used through its units", books(func(r *dossier.Register, w *writer) {
		r.Units[4].Book, r.Units[5].Book = w.text("yixian"), w.text("yixian")
	}), nil},
	{"book of an unknown unit", books(func(r *dossier.Register, w *writer) { r.Units[4].Book = w.text("bin") }), []string{"register-book: bin", "register-unused: 乙县"}},
	{"book of itself", books(func(r *dossier.Register, w *writer) {
		r.Units[4].Book, r.Units[5].Book = w.text("yi"), w.text("yixian")
	}), []string{"register-book: yi"}},
	{"chain of books", books(func(r *dossier.Register, w *writer) {
		r.Units[4].Book, r.Units[5].Book = w.text("bing"), w.text("yixian")
	}),
		[]string{"register-book: bing"}},
	{"circle of books", books(func(r *dossier.Register, w *writer) {
		r.Units[4].Book, r.Units[5].Book, r.Units[0].Book = w.text("bing"), w.text("yi"), w.text("yixian")
	}), []string{"register-book: bing", "register-book: yi"}},
	{"holder that receives nothing", books(func(r *dossier.Register, w *writer) { r.Units[4].Book, r.Units[6].Recipient = w.text("yixian"), false }),
		[]string{"register-book: yixian"}},
	{"book of a unit that receives nothing", books(func(r *dossier.Register, w *writer) { r.Units[4].Book, r.Units[4].Recipient = w.text("yixian"), false }),
		[]string{"register-book: yixian"}},
	{"entry unused", registered(func(r *dossier.Register, w *writer) {
		r.Units = append(r.Units, dossier.Unit{ID: "x", Name: w.text("市水务局")})
	}), []string{"register-unused: 市水务局"}},

	{"clauses of the handout", handout("1.1", "1", "p1"), nil},
	{"clause that the plan does not have", handout("1.9", "1.1"), []string{"handout-clause: 1.9"}},
	{"clause below one that has none", handout("1.1.4"), []string{"handout-clause: 1.1.4"}},
	{"clause twice", handout("2.1", "2.1"), []string{"handout-clause: 2.1"}},
	{"clause that an amendment deletes", func(d *dossier.Dossier, w *writer) {
		handout("1.2")(d, w)
		d.Plan.Body[3].Deleted = true
	}, []string{"handout-clause: 1.2"}},
	{"clause that an amendment inserts", func(d *dossier.Dossier, w *writer) {
		handout("1.3")(d, w)
		a := w.amendment()
		a.Changes[0].Target, a.Changes[0].Verb, a.Changes[0].Label = dossier.Target{Plan: "1.3"}, dossier.Insert, dossier.Text{}
		a.ID, a.Date, a.Body[0], a.Changes = "", dossier.Date{}, w.paragraphs("现修改如下。")[0], a.Changes[:1]
		d.Amendments = append(d.Amendments, a)
	}, nil},
	{"requirement of the handout", func(d *dossier.Dossier, w *writer) { d.Handout.Reporting = w.texts("每月,报送。") }, []string{"half-width: ,"}},

	{"slip of the original silences other rules there", func(d *dossier.Dossier, w *writer) {
		text := w.text("行，,成自我约束。")
		text.Slips = []dossier.Slip{{Offset: 1, Length: 2, Corrected: "，形"}}
		d.Plan.Body = []dossier.Paragraph{{Text: text}}
	}, []string{"sic: ，,"}},
	{"paragraph beyond all measure", planBody(strings.Repeat("甲,", 15000)), []string{"long-paragraph: " + strings.Repeat("甲,", 15000)}},
	{"one mistake typed throughout", planBody(strings.Repeat("甲,", 50)), []string{
		"half-width: ,", "half-width: ,", "half-width: ,", "half-width: ,", "half-width: ,"}},
}

func TestDossierRules(t *testing.T) {
	for _, c := range slices.Concat(dossierCases, changeCases) {
		d, w := example()
		c.mutate(d, w)
		if got := report(d, w); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

// TestEveryRuleIsTested: each code of the table is reported by some case.
func TestEveryRuleIsTested(t *testing.T) {
	seen := map[string]bool{}
	for code := range textCases {
		seen[code] = true
	}
	for _, c := range slices.Concat(dossierCases, changeCases, websiteCases) {
		for _, w := range c.want {
			code, _, _ := strings.Cut(w, ":")
			seen[code] = true
		}
	}
	for _, r := range Rules() {
		elsewhere := slices.Contains([]string{"title-shape", "change-limit", "dossier-name"}, r.Code) // tests of their own
		if !seen[r.Code] && !elsewhere {
			t.Errorf("no case for %s", r.Code)
		}
		if r.Doc == "" || strings.HasSuffix(r.Doc, "。") {
			t.Errorf("%s: doc %q", r.Code, r.Doc)
		}
	}
}

func TestOffByDefault(t *testing.T) {
	d, _ := example()
	d.Plan.Body = (&writer{}).paragraphs("《甲》、《乙》")
	if got := examined(d, Options{}); len(got) > 0 {
		t.Errorf("reported by default: %v", got)
	}
	got := examined(d, Options{Enable: []string{"joined-mark"}})
	if len(got) != 1 || got[0].Code != "joined-mark" || got[0].Severity != diag.Advice {
		t.Errorf("got %v", got)
	}
}

func TestLaterAmendmentExpectsTheEarlier(t *testing.T) {
	d, w := example()
	second := w.amendment()
	second.Changes = second.Changes[:1]
	second.Changes[0].Expect = w.text("2021年年底前")
	second.Changes[0].New = w.texts("2022年年底前")
	d.Amendments = append(d.Amendments, second)
	if got := report(d, w); len(got) > 0 {
		t.Errorf("the earlier amendment's text is expected: %v", got)
	}
	second.Changes[0].Expect = w.text("2020年年底前")
	if got := report(d, w); !slices.Equal(got, []string{"change-order: 0"}) {
		t.Errorf("the issued text is no longer there: %v", got)
	}
}

func TestFewPerFile(t *testing.T) {
	d, w := example()
	for range perFile + 7 {
		d.Plan.Body = append(d.Plan.Body, w.paragraphs("甲,")...)
	}
	got := examined(d, Options{})
	if len(got) != perFile || !strings.HasSuffix(got[perFile-1].Message, "另有7处同类问题）") {
		t.Errorf("%d problems, the last %q", len(got), got[len(got)-1].Message)
	}
}

// TestHostileTexts: paragraphs up to the limit, full of what rules look for,
// cost no more than their length; a rule that scans them again and again takes
// minutes.
func TestHostileTexts(t *testing.T) {
	for _, part := range []string{
		"甲,", "（", "）", "《“", "(2020)1号", "。", "1项其中：", "4项，分别是第1、", "第1-2年", "《、", "2020年13月底前，", "2类2项", " ", "⼀",
		"《" + planTitle[:len(planTitle)-3] + "》",
	} {
		bounds.Linear(t, part, longestParagraph/runes(part), func(n int) func() {
			d, w := example()
			s := strings.Repeat(part, n)
			d.Plan.Body = append(d.Plan.Body, w.paragraphs(s)...)
			for _, k := range []dossier.FieldKind{dossier.Deadline, dossier.Responsible, dossier.Persons} {
				set(0, k, s)(d, w)
			}
			return func() { Check([]dossier.Dossier{*d}, Options{Enable: []string{"joined-mark"}}) }
		})
	}
}

func TestEmptyDossier(t *testing.T) {
	if got := Check(nil, Options{}); len(got) > 0 {
		t.Error(got)
	}
	for _, d := range Check([]dossier.Dossier{{}}, Options{}) {
		if d.Code != "unknown-element" {
			t.Errorf("an empty dossier contradicts nothing: %+v", d)
		}
	}
}

// FuzzCheck puts a text everywhere in the example: no panic, and every place
// lies inside its line.
func FuzzCheck(f *testing.F) {
	for _, s := range []string{"甲,乙(（《〔2020]第07号", "一、", "（一）、2020年13月底前", "…。。--\u3000•⼀", "19项，其中：1项、2项"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if s == "" || !utf8.ValidString(s) || strings.ContainsAny(s, "\r\n") {
			t.Skip()
		}
		d, w := example()
		d.Plan.Title, d.Plan.Body, d.Plan.AttachmentNote = w.title(s), w.paragraphs(s, "一、"+s, "《"+planTitle+"》（"+s+"〔号）"), w.text(s)
		for k := range at(d, 0).Aspects[0].Fields {
			at(d, 0).Aspects[0].Fields[k].Value = w.text(s)
		}
		at(d, 0).Problem[0] = w.text(s)
		d.Amendments[0].Changes[0].Expect, d.Amendments[0].Changes[0].New = w.text(s), w.texts(s)
		for _, p := range Check([]dossier.Dossier{*d}, Options{Enable: []string{"joined-mark"}}) {
			line := 0
			if p.At.Line > 0 && p.At.Line <= len(w.lines) {
				line = runes(w.lines[p.At.Line-1])
			}
			if p.At.Column < 1 || p.At.Column > line+1 || p.Length < 0 {
				t.Fatalf("%+v outside %q", p, s)
			}
		}
	})
}
