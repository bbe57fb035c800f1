package load

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"hongtou/internal/dossier"
)

// changesOf loads the small dossier with another body of its amendment and
// writes down the changes, or the problems.
func changesOf(body string) (changes, problems []string) {
	c := small()
	name := "plan1/amendments/2021-06-01.md"
	head, _, _ := strings.Cut(c[name], "一、第一项")
	c[name] = head + body + "\n"
	dossiers, list := load(c)
	for _, d := range list {
		problems = append(problems, fmt.Sprintf("%d:%d %s", d.At.Line-12, d.At.Column, d.Code))
	}
	for _, c := range dossiers[0].Amendments[0].Changes {
		s := fmt.Sprintf("%s %+v item=%s label=%s", c.Verb, c.Target, c.Item.Value, c.Label.Value)
		for _, p := range []struct{ key, value string }{{"expect", c.Expect.Value}, {"find", c.Find.Value}, {"after", c.After.Value}, {"number", c.Number.Value}, {"to", c.To.Value}} {
			if p.value != "" {
				s += " " + p.key + "=" + p.value
			}
		}
		if c.First {
			s += " first"
		}
		for _, n := range c.New {
			s += " +" + n.Value
		}
		if c.Inserted != nil {
			s += fmt.Sprintf(" inserted=%s/%s/%d", c.Inserted.ID, c.Inserted.Number, len(c.Inserted.Aspects[0].Fields))
		}
		changes = append(changes, s)
	}
	return changes, problems
}

func TestChangeForms(t *testing.T) {
	for _, c := range []struct{ body, want string }{
		{"一、第一项\n\n{change item=01 field=goal}\n整改目标调整为：“甲。”", "replace {Item:01 Aspect: Field:goal Measure: Plan: Part: Unit: Person:} item=第一项 label=整改目标 +甲。"},
		{"一、第一项\n\n{change item=01 field=goal}\n整改目标修改为：“甲”“乙”。", "replace {Item:01 Aspect: Field:goal Measure: Plan: Part: Unit: Person:} item=第一项 label=整改目标 +“甲”“乙”。"},
		{"一、其他\n\n{change item=01 field=goal}\n第一项整改目标“甲：乙”修改为：丙。", "replace {Item:01 Aspect: Field:goal Measure: Plan: Part: Unit: Person:} item=第一项 label=整改目标 +丙。"},
		{"一、第一项\n\n{change item=01 field=measures expect=\"甲。\\n乙。\"}\n整改措施修改为：\n\n丙。\n\n丁。\n\n{end}\n完。", "replace {Item:01 Aspect: Field:measures Measure: Plan: Part: Unit: Person:} item=第一项 label=整改措施 expect=甲。\n乙。 +丙。 +丁。"},
		{"一、第一项\n\n{change item=01 field=measures}\n整改措施修改为：如下。\n\n（一）丙。\n\n丁。", "replace {Item:01 Aspect: Field:measures Measure: Plan: Part: Unit: Person:} item=第一项 label=整改措施 +如下。 +（一）丙。"},
		{"一、第一项\n\n{change item=01 field=measures measure=01.1 number=（三）}\n整改措施（一）改为（三），修改为：丙。", "replace {Item:01 Aspect: Field:measures Measure:01.1 Plan: Part: Unit: Person:} item=第一项 label=整改措施 number=（三） +丙。"},
		{"一、第一项\n\n{change item=01 field=measures verb=insert first}\n整改措施增加：丙。", "insert {Item:01 Aspect: Field:measures Measure: Plan: Part: Unit: Person:} item=第一项 label=整改措施 first +丙。"},
		{"一、第一项\n\n{change item=01 verb=renumber number=第三项}\n改为第三项。", "renumber {Item:01 Aspect: Field: Measure: Plan: Part: Unit: Person:} item=第一项 label= number=第三项"},
		{"一、增加\n\n{change item=04 verb=insert part=1 after=03}\n增加：第四项，甲。\n\n整改目标：乙。\n\n整改措施：丙。", "insert {Item:04 Aspect: Field: Measure: Plan: Part:1 Unit: Person:} item=第四项 label= after=03 +第四项，甲。 +整改目标：乙。 +整改措施：丙。 inserted=04/第四项/2"},
		{"一、正文\n\n{change plan=1.1 find=\"甲 乙\" verb=insert}\n“甲 乙”之后增加“丙“丁””。", "insert {Item: Aspect: Field: Measure: Plan:1.1 Part: Unit: Person:} item= label= find=甲 乙 +丙“丁”"},
		{"一、正文\n\n{change plan=1.1 find=甲：乙}\n将“甲：乙”改为丙。", "replace {Item: Aspect: Field: Measure: Plan:1.1 Part: Unit: Person:} item= label= find=甲：乙 +丙。"},
		{"一、正文\n\n{change plan=1}\n修改为：\n\n一、甲\n\n二、其他", "replace {Item: Aspect: Field: Measure: Plan:1 Part: Unit: Person:} item= label= +一、甲"},
		{"一、清单\n\n{change part=2 find=8项}\n“8项”修改为“9项”。", "replace {Item: Aspect: Field: Measure: Plan: Part:2 Unit: Person:} item= label= find=8项 +9项"},
		{"一、单位\n\n{change unit=a verb=rename to=市丁局}\n市乙局更名为市丁局，市丁局的职责不变。", "rename {Item: Aspect: Field: Measure: Plan: Part: Unit:a Person:} item= label= to=市丁局 +市丁局"},
		{"一、单位\n\n{change unit=a verb=merge into=b}\n甲并入乙。", "merge {Item: Aspect: Field: Measure: Plan: Part: Unit:a Person:} item= label= to=b"},
		{"一、人员\n\n{change person=张三 by=李四 unit=a}\n张三由李四接替。", "replace {Item: Aspect: Field: Measure: Plan: Part: Unit:a Person:张三} item= label= to=李四 +李四"},
	} {
		got, problems := changesOf(c.body)
		if len(problems) > 0 || !slices.Equal(got, []string{c.want}) {
			t.Errorf("have %q %q\nwant %q", got, problems, c.want)
		}
	}
}

func TestChangeProblems(t *testing.T) {
	for _, c := range []struct{ body, want string }{
		{"{change item=01}\n甲修改为：乙", "1:1 missing-field"},
		{"{change verb=delete}\n甲删去。", "1:1 missing-field"},
		{"{change item=01 field=goal by=甲}\n整改目标修改为：乙", "1:28 unknown-key"},
		{"{change item=01 field=goal after=02}\n整改目标修改为：乙", "1:28 unknown-key"},
		{"{change item=01 field=goal verb=rename}\n整改目标更名为：乙", "1:33 bad-value"},
		{"{change item=04 verb=insert part=x}\n第四项，甲。\n\n整改目标：乙", "1:1 bad-value"},
		{"{change item=01 field=measures verb=insert first=1}\n整改措施增加：乙", "1:50 wrong-type"},
		{"{change item=01 verb=renumber number=（一）}\n改为（一）。", "1:38 bad-value"},
		{"{change plan=1 verb=renumber number=第一项}\n改为第一项。", "1:37 bad-value"},
		{"{change plan=1 verb=renumber number=二、}\n改为三、。", "1:37 no-instruction"},
		{"{change plan=1 verb=renumber}\n改为三、。", "1:1 missing-field"},
		{"{change unit=a verb=rename}\n更名为甲。", "1:1 missing-field"},
		{"{change unit=a verb=merge to=甲}\n并入甲。", "1:27 unknown-key"},
		{"{change unit=a verb=rename to=乙}\n更名为甲。", "1:31 no-instruction"},
		{"{change person=甲}\n甲变更为乙。", "1:1 missing-field"},
		{"{change person=甲 by=乙}\n甲变更为丙。", "1:21 no-instruction"},
		{"{change plan=1 find=甲}\n“甲”修改为：。", ""},
		{"{change plan=1 find=甲}\n“甲”修改为", "2:1 empty-change"},
		{"{change item=04 verb=insert part=1}\n增加一项：", "1:1 empty-change"},
		{"{change item=04 verb=insert part=1}\n增加一项：\n\n第四项，甲。\n\n整改目票：乙", "6:1 unknown-label"},
		{"{change item=04 verb=insert part=1}\n增加一项：\n\n新的问题。\n\n整改目标：乙", "4:1 item-start"},
		{"{change item=01 field=goal}\n整改目标修改为：\n\n甲。\n\n乙。\n\n{end}\n丙。", "6:1 one-paragraph"},
		{"{end}\n甲。", "1:1 attribute-alone"},
		{"{change item=01 field=goal}\n整改目标修改为：甲。\n\n乙。\n\n{end}\n丙。", "4:1 one-paragraph"},
		{"{change item=01 field=goal}\n整改目标修改为：甲。\n\n{end here=1}\n丙。", "4:6 unknown-key"},
	} {
		_, got := changesOf(c.body)
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s\n have %q\n want %q", c.body, got, c.want)
		}
	}
}

// FuzzChanges reads any body of an amendment: it ends, and whatever is read
// stands where it says.
func FuzzChanges(f *testing.F) {
	f.Add("一、第一项\n\n{change item=01 field=goal expect=\"甲\\n乙\"}\n整改目标修改为：“甲”。")
	f.Add("{change item=04 verb=insert part=1 first}\n第四项，甲。\n\n整改目标：乙\n\n（一）丙。\n\n{end}\n丁。")
	f.Add("{change plan=1.1 verb=insert find=甲}\n“甲”之后增加“乙“丙””。")
	f.Add("{change unit=a verb=merge into=b}\n甲并入乙。")
	f.Add("{change person=甲 by=乙 unit=a}\n甲变更为乙。")
	f.Add("{change item=01 field=measures measure=01.1 verb=renumber number=（二）}\n改为（二）。")
	f.Fuzz(func(t *testing.T, body string) {
		c := small()
		name := "plan1/amendments/2021-06-01.md"
		c[name] = strings.SplitAfter(c[name], "修改如下。\n\n")[0] + body
		dossiers, list := load(c)
		lines := strings.Split(c[name], "\n")
		for _, d := range list {
			if d.Code == "" || d.Message == "" || d.At.Line < 1 || d.At.Column < 1 {
				t.Fatalf("%+v", d)
			}
		}
		if len(dossiers) != 1 || list.HasErrors() {
			return
		}
		eachText(dossiers[0].Amendments, func(text dossier.Text) {
			for i, r := range []rune(text.Value) {
				at := text.Position(i)
				if line := []rune(lines[at.Line-1]); r != '\n' && (at.Column > len(line) || line[at.Column-1] != r) {
					t.Fatalf("%c of %q is not at %v", r, text.Value, at)
				}
			}
		})
	})
}
