package load

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"hongtou/internal/dossier"
)

func TestRegister(t *testing.T) {
	r := loadSmall(t).Register
	if len(r.Units) != 2 || !r.Units[0].Recipient || r.Units[1].Recipient || r.Units[1].Aliases[0].Value != "市乙管理局" || r.Units[1].Kind != "department" {
		t.Errorf("%+v", r.Units)
	}
	if len(r.Groups) != 2 || r.Groups[0].Members[0].Value != "jia-xian-zhengfu" || r.Groups[0].Open || !r.Groups[1].Open {
		t.Errorf("%+v", r.Groups)
	}
	if len(r.People) != 2 || !r.People[0].Leader || !r.People[1].Inferred || r.People[1].Units[0].At.Line != 24 {
		t.Errorf("%+v", r.People)
	}
	if at := r.Units[1].Aliases[0].At; at.File != "content/units.yaml" || at.Line != 7 || at.Column != 15 {
		t.Errorf("%+v", at)
	}
}

func TestNoticeAndPlan(t *testing.T) {
	d := loadSmall(t)
	n := d.Notice
	if n.Date.ISO() != "2021-03-05" || n.Imprint.PrintDate.Day != 6 || n.DocNumber.Value != "甲办〔2021〕3号" || !n.Masthead.WithWord ||
		n.Recipients.Value != "各县委、政府：" || len(n.Body) != 1 || d.ID != "plan1" || d.Web.Source.Value != "市乙局" {
		t.Errorf("%+v", n)
	}
	var got []string
	for _, p := range d.Plan.Body {
		got = append(got, fmt.Sprintf("%d %s %d %v", p.Level, p.Number, p.Head, p.RunIn()))
	}
	if want := []string{"0  0 false", "1 一、 4 false", "2 （一） 6 true", "3 1. 6 true"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if d.Plan.AttachmentNote.Value != "附件：整改措施清单" || !slices.Equal(d.Plan.Title.Breaks, []int{2}) {
		t.Errorf("%+v", d.Plan.Title)
	}
	h := d.Annex.Parts[0].Heading
	if h.Level != 1 || h.Number != "一、" || h.RunIn() || d.Annex.Title.Lines()[1].Value != "清单" || d.Annex.Mark.Value != "附件" {
		t.Errorf("%+v", d.Annex)
	}
}

// outline writes an item's aspects and measures.
func outline(item dossier.Item) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %d %s problem=%d remarks=%d head=%d\n", item.ID, item.Ordinal, item.Number, len(item.Problem), len(item.Remarks), item.Head)
	for _, a := range item.Aspects {
		fmt.Fprintf(&b, "%s%s problem=%d\n", a.ID, a.Number, len(a.Problem))
		for _, f := range a.Fields {
			fmt.Fprintf(&b, " %s=%s own=%v", f.Kind, f.Value.Value, f.OwnLine)
			for _, m := range f.Measures {
				fmt.Fprintf(&b, " %s[%s] lead=%v runin=%v", m.ID, m.Number, m.Lead, m.RunIn)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func TestItems(t *testing.T) {
	want := []string{
		`01 1 第一项 problem=2 remarks=0 head=9
01 problem=0
 goal=完成。 own=false
 deadline=2021年底前 own=false
 responsible=各县政府 own=false
 leaders=张三 own=false
 persons=李四 own=false
 supervisors=市乙局 own=false
 measures= own=false 01.lead[] lead=true runin=false 01.1[（一）] lead=false runin=false 01.1.p2[] lead=false runin=false 01.1.1[1.] lead=false runin=false 01.2[（二）] lead=false runin=false
`,
		`02 2 第二项 problem=1 remarks=1 head=9
02.1（一） problem=1
 goal=完成甲。 own=true
 measures= own=false 02.1.1[1.] lead=false runin=true 02.1.2[2.] lead=false runin=false
02.2（二） problem=2
 goal=完成乙。 own=false
 measures= own=false 02.2.1[1.] lead=false runin=false
`,
		`03 3 第三项 problem=1 remarks=0 head=8
03 problem=0
 goal=完成。 own=false
 measures= own=false 03.1[] lead=false runin=true 03.2[] lead=false runin=false
`,
	}
	items := loadSmall(t).Annex.Items()
	for i, item := range items {
		if got := outline(item); got != want[i] {
			t.Errorf("have\n%swant\n%s", got, want[i])
		}
	}
	first := items[0]
	m := first.Aspects[0].Field(dossier.Measures).Measures[1]
	if first.Short.Value != "问题不少" || m.Text.Value != "（一）行成机制。" || m.Text.At.Line != 25 || len(m.Text.Slips) != 1 || m.Text.Slips[0].Offset != 3 {
		t.Errorf("%+v", m)
	}
	if v := first.Aspects[0].Field(dossier.Deadline).Value; v.At.Column != 6 || v.At.Line != 11 {
		t.Errorf("%+v", v.At)
	}
	if want := "经梳理，措施如下。\n（一）行成机制。\n接着说。\n1.先做。\n（二）检查。"; first.Aspects[0].Field(dossier.Measures).Content() != want {
		t.Error(first.Aspects[0].Field(dossier.Measures).Content())
	}
}

func TestAmendments(t *testing.T) {
	a := loadSmall(t).Amendments[0]
	var got []string
	for _, c := range a.Changes {
		s := fmt.Sprintf("%d %s/%s/%s/%s %s expect=%s label=%s item=%s quoted=%s opinion=%d body=%s", c.At.Line, c.Target.Item, c.Target.Aspect, c.Target.Field, c.Target.Measure,
			c.Verb, c.Expect.Value, c.Label.Value, c.Item.Value, c.Quoted.Value, len(c.Opinion), a.Body[c.Paragraph].Text.Value)
		for _, n := range c.New {
			s += " +" + n.Value
		}
		got = append(got, s)
	}
	want := []string{
		"17 01//deadline/ replace expect=2021年底前 label=整改时限 item=第一项 quoted=第一项，问题不少。详见报告。 opinion=1 body=整改时限修改为：2021年9月底前 +2021年9月底前",
		"20 01//measures/01.2 delete expect= label=整改措施 item=第一项 quoted=第一项，问题不少。详见报告。 opinion=1 body=整改措施删去第（二）项。",
		"25 02/02.1/measures/ replace expect= label=整改措施 item=第二项 quoted=第二项，另一问题。 opinion=0 body=整改措施修改为： +1.新做。 +2.又做。",
	}
	if !slices.Equal(got, want) {
		t.Errorf("have\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if a.ID != "2021-06-01" || a.Serial != 1 || a.Date.ISO() != "2021-06-01" || len(a.Body) != 10 {
		t.Errorf("%+v", a)
	}
	if head := a.Body[1]; head.Level != 1 || !head.RunIn() || head.Head != 11 {
		t.Errorf("%+v", head)
	}
}

func TestAmendmentsOfOneDay(t *testing.T) {
	c := small()
	c["plan1/amendments/2021-06-01-2.md"] = c["plan1/amendments/2021-06-01.md"]
	c["plan1/amendments/2021-06-01-10.md"] = c["plan1/amendments/2021-06-01.md"]
	dossiers, list := load(c)
	var got []int
	for _, a := range dossiers[0].Amendments {
		got = append(got, a.Serial)
	}
	if len(list) > 0 || !slices.Equal(got, []int{1, 2, 10}) {
		t.Error(got, said(list))
	}
}

func TestOwnLabels(t *testing.T) {
	c := small()
	c["plan1/dossier.yaml"] += "labels:\n  工作目标: goal\n  工作措施: measures\n"
	for _, n := range []string{"01", "02", "03"} {
		p := "plan1/items/" + n + ".md"
		c[p] = "第" + map[string]string{"01": "一", "02": "二", "03": "三"}[n] + "项，问题。\n\n工作目标：完成。\n\n工作措施：做。\n"
	}
	dossiers, list := load(c)
	if len(list) > 0 || len(dossiers[0].Annex.Items()[0].Aspects[0].Fields) != 2 {
		t.Error(said(list))
	}
}

func TestSeveralDossiers(t *testing.T) {
	c := small()
	for name, data := range small() {
		if rest, ok := strings.CutPrefix(name, "plan1/"); ok {
			c["plan2/"+rest] = data
		}
	}
	dossiers, list := load(c)
	if len(list) > 0 || len(dossiers) != 2 || dossiers[1].ID != "plan2" || dossiers[0].Register != dossiers[1].Register {
		t.Error(said(list))
	}
}

// TestPositions proves on the real case that every text stands where its
// place says, character by character.
func TestPositions(t *testing.T) {
	d, files := realCase(t)
	n := 0
	eachText(d, func(text dossier.Text) {
		for i, r := range []rune(text.Value) {
			at := text.Position(i)
			if line := []rune(files.Line(at.File, at.Line)); r != '\n' && (at.Column > len(line) || line[at.Column-1] != r) { // \n is an escape
				t.Fatalf("%c of %q is not at %v", r, text.Value, at)
			}
			n++
		}
	})
	if n < 20000 {
		t.Errorf("only %d characters seen", n)
	}
}

// TestBooksAndHandout: who shares a book with whom, who gets forms for standing
// tasks, known members of an open group, and what task books say beside the
// tasks, each with its place.
func TestBooksAndHandout(t *testing.T) {
	files := small()
	replace := func(name, old, new string) {
		if strings.Count(files[name], old) != 1 {
			t.Fatalf("%s: %q", name, old)
		}
		files[name] = strings.Replace(files[name], old, new, 1)
	}
	replace("units.yaml", "    kind: government\n", "    kind: government\n    book: shi-yi-ju\n    standing_forms: true\n")
	replace("units.yaml", "    open: true\n", "    open: true\n    members: [shi-yi-ju]\n")
	replace("plan1/dossier.yaml", "web:\n", "handout:\n  reporting:\n    clauses: [\"1.1\", \"p1\"]\n    paragraphs:\n      - 每月报送。\nweb:\n")
	dossiers, list := load(files)
	if len(list) > 0 || len(dossiers) != 1 {
		t.Fatal(said(list))
	}
	r, h := dossiers[0].Register, dossiers[0].Handout
	if u := r.Units[0]; u.Book.Value != "shi-yi-ju" || u.Book.At.Line != 5 || u.Book.At.Column != 11 || !u.Standing || r.Units[1].Standing || !r.Units[1].Book.IsZero() {
		t.Errorf("%+v", r.Units)
	}
	if g := r.Groups[1]; !g.Open || len(g.Members) != 1 || g.Members[0].Value != "shi-yi-ju" {
		t.Errorf("%+v", g)
	}
	if len(h.Clauses) != 2 || h.Clauses[1].Value != "p1" || h.Clauses[0].At.Line != 22 || h.Clauses[0].At.Column != 16 ||
		len(h.Reporting) != 1 || h.Reporting[0].Value != "每月报送。" || h.Reporting[0].At.Line != 24 {
		t.Errorf("%+v", h)
	}
}
