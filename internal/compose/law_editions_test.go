package compose

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"hongtou/internal/amend"
	"hongtou/internal/assign"
	"hongtou/internal/diag"
	"hongtou/internal/docset"
	"hongtou/internal/load"
	"hongtou/internal/source"
)

// lottery makes dossiers with everything that reaches documents of recipients
// by another way than the words of their tasks: groups closed and open, bodies
// that share a book, people of several units, quoted clauses, measures that
// name units; and notices that change any of it.
type lottery struct {
	*rand.Rand
	files map[string]string
	count int
}

func (l *lottery) one(list ...string) string { return list[l.IntN(len(list))] }

func (l *lottery) some(joiner string, list ...string) string {
	var out []string
	for _, i := range l.Perm(len(list))[:1+l.IntN(3)] {
		out = append(out, list[i])
	}
	return strings.Join(out, joiner)
}

// words are others every time.
func (l *lottery) words() string {
	l.count++
	return fmt.Sprintf("第%d件事%s。", l.count, l.one("", "请市乙局办", "由县委和政府落实", "甲县政府、市庚局配合"))
}

func (l *lottery) units() string {
	return l.some("、", "甲县委", "甲县政府", "市乙局", "市丙局", "市丁局", "市戊局", "市己局", "市庚局", "县委和政府", "各县政府", "各成员单位")
}

func (l *lottery) deadline() string {
	return l.one("2021年底前", "2022年6月底前", "长期坚持", "立行立改，长期坚持", "2021年9月底前完成，长期坚持", "按批复确定")
}

func (l *lottery) fields(aspect string) string {
	number := "（一）%s\n\n（二）%s\n\n%s"
	if strings.Contains(aspect, ".") {
		number = "1.%s\n\n2.%s\n\n%s"
	}
	return fmt.Sprintf("整改目标：%s\n\n整改时限：%s\n\n责任单位：%s\n\n责任领导：%s\n\n责任人员：%s\n\n督导单位：%s\n\n整改措施：\n\n"+number,
		l.words(), l.deadline(), l.units(), l.one("张三", "市主要领导"), l.people(), l.units(), l.words(), l.words(), l.words())
}

func (l *lottery) people() string {
	return l.some("、", "李四", "王五", "赵六", "钱七", "孙八")
}

const lots = `units:
  - {id: jia, name: 甲县, kind: county}
  - {id: jia-wei, name: 甲县委, kind: party, book: jia}
  - {id: jia-fu, name: 甲县政府, kind: government, book: jia}
  - {id: yi, name: 市乙局, kind: department}
  - {id: bing, name: 市丙局, kind: department}
  - {id: ding, name: 市丁局, kind: department, standing_forms: true}
  - {id: wu, name: 市戊局, kind: department}
  - {id: ji, name: 市己局, kind: department, recipient: false}
  - {id: geng, name: 市庚局, kind: department}
groups:
  - {id: liang, name: 县委和政府, members: [jia-wei, jia-fu], basis: 甲县}
  - {id: xian, name: 各县政府, members: [jia-fu, yi, bing], basis: 名单}
  - {id: cheng, name: 各成员单位, open: true, members: [ding, wu], basis: 没有列全}
people:
  - {name: 张三, leader: true, basis: 第一项}
  - {name: 李四, units: [jia-fu], inferred: true, basis: 第一项}
  - {name: 王五, units: [yi, bing], basis: 第一项}
  - {name: 赵六, units: [ding], basis: 第一项}
  - {name: 钱七, units: [jia-wei], basis: 第一项}
  - {name: 孙八, units: [wu], basis: 第一项}
`

const lotDossier = `name: 甲市整改方案
notice:
  issuers: [甲市委办公室]
  signature: [甲市委办公室]
  date: 2021年3月5日
handout:
  reporting:
    clauses: ["1.1", "1.p1", "2", "1.2.1"]
annex:
  title: 整改措施清单
  parts:
    - {heading: 一、部分（3项）, items: ["01", "02", "03"]}
    - {heading: 二、部分（2项）, items: ["04", "05"]}
`

func draw(seed uint64) *lottery {
	l := &lottery{Rand: rand.New(rand.NewPCG(seed, 17))}
	l.files = map[string]string{
		"units.yaml": lots, "jia/dossier.yaml": lotDossier,
		"jia/notice.md": "# 关于印发《甲市整改方案》的通知\n\n各单位：\n\n现印发给你们。\n",
		"jia/plan.md":   "# 甲市整改方案\n\n总说。\n\n一、目标\n\n另说一段。\n\n（一）快。要快。\n\n（二）稳。要稳。\n\n1.再稳。\n\n二、按月报送。\n",
	}
	for i := range 5 {
		id := fmt.Sprintf("%02d", i+1)
		head := "第" + []string{"一", "二", "三", "四", "五"}[i] + "项，" + l.words() + "\n\n"
		body := l.fields(id)
		if id == "05" {
			body = "分两个方面。\n\n（一）" + l.words() + "\n\n" + l.fields("05.1") + "\n\n（二）" + l.words() + "\n\n" + l.fields("05.2")
		}
		l.files["jia/items/"+id+".md"] = head + body + "\n"
	}
	for month := range 1 + l.IntN(3) {
		for serial := range 1 + l.IntN(2) {
			l.notice(month+6, serial+1)
		}
	}
	return l
}

// notice adds a notice with the changes that can be carried out.
func (l *lottery) notice(month, serial int) {
	name := fmt.Sprintf("jia/amendments/2021-%02d-01.md", month)
	if serial > 1 {
		name = fmt.Sprintf("jia/amendments/2021-%02d-01-%d.md", month, serial)
	}
	text := fmt.Sprintf("---\ndate: 2021年%d月1日\nissuers: [甲市委办公室]\nsignature: [甲市委办公室]\n---\n\n# 关于修改方案的通知\n\n各单位：\n\n修改如下。\n", month)
	for range 1 + l.IntN(4) {
		l.files[name] = text + "\n" + l.change() + "\n"
		if _, problems := l.editions(); !problems.HasErrors() {
			text = l.files[name]
		}
	}
	l.files[name] = text
}

func (l *lottery) change() string {
	item := l.one("01", "02", "03", "04", "05.1", "05.2")
	whole, number := item[:2], map[string]string{"01": "第一项", "02": "第二项", "03": "第三项", "04": "第四项", "05": "第五项"}[item[:2]]
	set := func(field, label, value string) string {
		return fmt.Sprintf("{change item=%s field=%s}\n%s%s修改为：%s", item, field, number, label, value)
	}
	unit := l.IntN(9)
	id := []string{"jia", "jia-wei", "jia-fu", "yi", "bing", "ding", "wu", "ji", "geng"}[unit]
	into := []string{"jia", "jia-wei", "jia-fu", "yi", "bing", "ding", "wu", "ji", "geng"}[l.IntN(9)]
	names := map[string]string{}
	for i, name := range []string{"甲县", "甲县委", "甲县政府", "市乙局", "市丙局", "市丁局", "市戊局", "市己局", "市庚局"} {
		names[[]string{"jia", "jia-wei", "jia-fu", "yi", "bing", "ding", "wu", "ji", "geng"}[i]] = name
	}
	person, clause := l.one("李四", "王五", "赵六", "钱七", "孙八", "张三"), l.one("1", "1.1", "1.p1", "1.2", "1.2.1", "2", "p1")
	l.count++
	return []string{
		set("goal", "整改目标", l.words()), set("deadline", "整改时限", l.deadline()), set("deadline", "整改时限", "长期坚持"),
		set("responsible", "责任单位", l.units()), set("supervisors", "督导单位", l.units()), set("persons", "责任人员", l.people()),
		set("leaders", "责任领导", l.one("张三", "市主要领导、张三")),
		fmt.Sprintf("{change item=%s field=%s verb=delete}\n%s删去该字段。", item, l.one("leaders", "persons", "goal"), number),
		fmt.Sprintf("{change item=%s field=measures}\n%s整改措施修改为：%s", item, number, l.words()),
		fmt.Sprintf("{change item=%s field=measures measure=%s.2 verb=delete}\n%s整改措施删去第二条。", item, item, number),
		fmt.Sprintf("{change item=%s field=measures measure=%s.1}\n%s整改措施第一条修改为：%s", item, item, number, l.words()),
		fmt.Sprintf("{change item=%s field=measures verb=insert}\n%s整改措施增加一段：%s", item, number, l.words()),
		fmt.Sprintf("{change item=%s verb=delete}\n删去%s。", whole, number),
		fmt.Sprintf("{change item=%s verb=renumber number=第九项}\n%s的序号改为第九项。", whole, number),
		fmt.Sprintf("{change item=07 verb=insert part=1 after=01}\n清单增加一项：\n\n第七项，%s\n\n%s\n\n{end}", l.words(), l.fields("07")),
		fmt.Sprintf("{change plan=%s find=稳}\n方案中“稳”修改为“准”。", clause),
		fmt.Sprintf("{change plan=%s find=说}\n方案中“说”修改为“讲”。", clause),
		fmt.Sprintf("{change plan=1 verb=renumber number=三、}\n方案第一部分的序号改为三、。"),
		fmt.Sprintf("{change plan=1.2 verb=renumber number=（四）}\n方案第一部分第（二）项的序号改为（四）。"),
		fmt.Sprintf("{change plan=%s verb=delete}\n方案的这一段删去。", clause),
		fmt.Sprintf("{change plan=2}\n方案第二部分修改为：二、%s", l.words()),
		fmt.Sprintf("{change unit=%s verb=rename to=新%d局}\n“%s”更名为“新%d局”。", id, l.count, names[id], l.count),
		fmt.Sprintf("{change unit=%s verb=rename to=新%d局}\n“%s”更名为“新%d局”。", id, l.count, names[id], l.count),
		fmt.Sprintf("{change unit=%s verb=merge into=%s}\n“%s”并入“%s”。", id, into, names[id], names[into]),
		fmt.Sprintf("{change unit=%s verb=merge into=%s}\n“%s”并入“%s”。", id, into, names[id], names[into]),
		fmt.Sprintf("{change person=%s by=周%d}\n%s的职务由周%d接任。", person, l.count, person, l.count),
		fmt.Sprintf("{change part=1 find=3项}\n清单第一部分标题中“3项”修改为“%d项”。", l.count),
	}[l.IntN(27)]
}

// editions carries the notices out; problems say which cannot be.
func (l *lottery) editions() ([]*amend.Edition, diag.List) {
	files := fstest.MapFS{}
	for name, text := range l.files {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	read, problems := source.Read(files, "content", source.DefaultLimits)
	ds, more := load.Load(read)
	if problems.Add(more...); problems.HasErrors() || len(ds) != 1 {
		return nil, problems
	}
	return amend.Editions(&ds[0])
}

const tickets = 4

// TestLawOfEditions: a document's edition is that of the newest notice that
// changed anything it prints. So composed from any later edition, up to the one
// that renews it, it is the same; composed from the edition before, another.
// What a recipient gets anew or hands back, and nothing else, makes it affected.
func TestLawOfEditions(t *testing.T) {
	ts, renewed := embedded(t), map[docset.Kind]int{}
	for seed := range uint64(tickets) {
		l := draw(seed)
		editions, problems := l.editions()
		if problems.HasErrors() {
			t.Fatalf("seed %d: %v", seed, problems)
		}
		own := map[string]string{}
		for i, e := range editions {
			docs, problems := docset.Plan(editions, e.Date)
			if problems.HasErrors() {
				t.Fatalf("seed %d: %v", seed, problems)
			}
			for _, d := range docs {
				if d.Text == e && i > 0 {
					renewed[d.Kind]++
				}
				sameFrom(t, ts, seed, d, e, own)
			}
			if i > 0 {
				agree(t, seed, docs, e)
			}
		}
		if t.Failed() {
			t.Logf("%s", strings.Join(notices(l.files), "\n"))
			return
		}
	}
	for _, k := range lawful {
		if renewed[k] < 3 {
			t.Errorf("%d documents of kind %s were renewed", renewed[k], k)
		}
	}
}

func notices(files map[string]string) []string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.Contains(name, "amendments") {
			_, body, _ := strings.Cut(files[name], "修改如下。")
			out = append(out, name+body)
		}
	}
	return out
}

// lawful are the kinds that print one edition and no other documents.
var lawful = []docset.Kind{docset.TaskBook, docset.Acceptance, docset.Clauses, docset.Ledger}

// sameFrom compares a document with itself, made from another edition; own
// keeps what documents say in their own.
func sameFrom(t *testing.T, ts Templates, seed uint64, d docset.Document, e *amend.Edition, own map[string]string) {
	t.Helper()
	if !slices.Contains(lawful, d.Kind) {
		return
	}
	id := d.Files[0].Path + d.Edition
	if d.Text != e {
		if other := dumpFrom(t, ts, d, e); own[id] != other {
			t.Errorf("seed %d: %s of %s is stale on %s:\n%s", seed, d.Files[0].Path, d.Edition, e.Date, firstDifference(own[id], other))
		}
		return
	}
	own[id] = dumpFrom(t, ts, d, e)
	if d.Before != nil && own[id] == dumpFrom(t, ts, d, d.Before) {
		t.Errorf("seed %d: %s of %s says what it said before", seed, d.Files[0].Path, d.Edition)
	}
}

// noticeDay is where a book names the day of its edition.
var noticeDay = regexp.MustCompile(`(?m)^.*\bedition\.date\b.*$`)

// dumpFrom makes a document from an edition, without telling what changed; ""
// when the recipient has none there.
func dumpFrom(t *testing.T, ts Templates, d docset.Document, e *amend.Edition) string {
	t.Helper()
	text := *e
	if d.Kind == docset.Ledger { // it lists the notices in force
		text.Applied = nil
	}
	d.Text, d.Dossier, d.Before, d.Changes = &text, e.Dossier, nil, nil
	if d.Recipient != nil {
		all := assign.Of(e).Recipients()
		i := slices.IndexFunc(all, func(r assign.Recipient) bool { return r.Unit.ID == d.Unit })
		if i < 0 {
			return ""
		}
		d.Recipient = &all[i]
		if d.Item != "" && !slices.Contains(docset.FormTasks(all[i]), d.Item) {
			return ""
		}
	}
	c, problems := Compose(ts, d)
	if problems.HasErrors() {
		t.Fatalf("%s: %v", d.Files[0].Path, problems)
	}
	return noticeDay.ReplaceAllString(dumpOf(c), "")
}

// agree compares who is affected by a step with whose documents are others
// than before.
func agree(t *testing.T, seed uint64, docs []docset.Document, e *amend.Edition) {
	t.Helper()
	i := slices.IndexFunc(docs, func(d docset.Document) bool { return d.Kind == docset.Reissue && d.Text == e })
	if i < 0 {
		t.Fatalf("seed %d: no reissue list of %s", seed, e.Date)
	}
	was, is := map[string]string{}, map[string]string{}
	for _, p := range docs[i].Former {
		was[p.Unit] += fmt.Sprintln(p.Kind, p.Item, p.Edition)
	}
	for _, p := range docs[i].Parts {
		is[p.Unit] += fmt.Sprintln(p.Kind, p.Item, p.Edition)
	}
	affected := map[string]bool{}
	for _, r := range docs[i].Changes.Affected {
		affected[r.Unit.ID] = true
	}
	for _, all := range []map[string]string{was, is} {
		for unit := range all {
			if (was[unit] != is[unit]) != affected[unit] {
				t.Errorf("seed %d, %s: %s is affected: %v, but had\n%sand has\n%s", seed, e.Date, unit, affected[unit], was[unit], is[unit])
			}
		}
	}
}
