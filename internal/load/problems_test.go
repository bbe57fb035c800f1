package load

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// edit is one mistake planted in the small dossier: in file, old becomes new;
// an empty old replaces the whole file.
type edit struct{ file, old, new string }

var problems = []struct {
	name  string
	edits []edit
	want  []string
}{
	// YAML.
	{"unknown key", []edit{{"plan1/dossier.yaml", "  issuers:", "  isuers:"}}, []string{"plan1/dossier.yaml:2:1 missing-field", "plan1/dossier.yaml:7:3 unknown-key"}},
	{"unknown root key", []edit{{"units.yaml", "people:", "persons:"}}, []string{"units.yaml:19:1 unknown-key"}},
	{"duplicate key", []edit{{"plan1/dossier.yaml", "  date:", "  date: 2021年3月4日\n  date:"}}, []string{"plan1/dossier.yaml:10:3 duplicate-key"}},
	{"text for list", []edit{{"plan1/dossier.yaml", "issuers: [甲市委办公室]", "issuers: 甲市委办公室"}}, []string{"plan1/dossier.yaml:7:12 wrong-type"}},
	{"list for text", []edit{{"plan1/dossier.yaml", "name: 甲市整改方案", "name: [甲]"}}, []string{"plan1/dossier.yaml:1:7 wrong-type"}},
	{"number for text", []edit{{"plan1/dossier.yaml", `["01", `, `[01, `}}, []string{"plan1/dossier.yaml:19:15 wrong-type"}},
	{"text for bool", []edit{{"plan1/dossier.yaml", "word: true", `word: "true"`}}, []string{"plan1/dossier.yaml:5:11 wrong-type"}},
	{"yes for bool", []edit{{"plan1/dossier.yaml", "word: true", "word: yes"}}, []string{"plan1/dossier.yaml:5:11 wrong-type"}},
	{"text for record", []edit{{"plan1/dossier.yaml", "web:\n  source: 市乙局", "web: 市乙局"}}, []string{"plan1/dossier.yaml:20:6 wrong-type"}},
	{"missing in record", []edit{{"units.yaml", "    kind: government\n", ""}}, []string{"units.yaml:2:5 missing-field"}},
	{"missing with blank", []edit{{"plan1/dossier.yaml", "name: 甲市整改方案", "name:"}}, []string{"plan1/dossier.yaml:1:1 missing-field"}},
	{"blank optional", []edit{{"plan1/dossier.yaml", "number: 甲办〔2021〕3号", "number:"}}, nil},
	{"empty value", []edit{{"plan1/dossier.yaml", "name: 甲市整改方案", `name: ""`}}, []string{"plan1/dossier.yaml:1:7 missing-field"}},
	{"empty list", []edit{{"plan1/dossier.yaml", "issuers: [甲市委办公室]", "issuers: []"}}, []string{"plan1/dossier.yaml:7:12 missing-field"}},
	{"empty file", []edit{{"units.yaml", "", "# 空\n"}}, []string{"units.yaml:1:1 missing-field"}},
	{"value over two lines", []edit{{"plan1/dossier.yaml", "name: 甲市整改方案", "name: 甲市\n  整改方案"}}, []string{"plan1/dossier.yaml:1:7 not-verbatim"}},
	{"block value", []edit{{"plan1/dossier.yaml", "name: 甲市整改方案", "name: |\n  甲市整改方案"}}, []string{"plan1/dossier.yaml:1:7 not-verbatim"}},
	{"escape", []edit{{"plan1/dossier.yaml", "name: 甲市整改方案", `name: "甲\uE000"`}}, []string{"plan1/dossier.yaml:1:7 not-verbatim"}},
	{"full-width colon", []edit{{"plan1/dossier.yaml", "name: 甲市整改方案", "name：甲市整改方案"}}, []string{"plan1/dossier.yaml:1:5 yaml-syntax"}},
	{"open bracket", []edit{{"units.yaml", "[市乙管理局]", "[市乙管理局"}}, []string{"units.yaml:7:14 yaml-syntax"}},
	{"two documents", []edit{{"units.yaml", "groups:", "---\ngroups:"}}, []string{"units.yaml:10:1 yaml-syntax"}},
	{"alias", []edit{{"plan1/dossier.yaml", "signature: [甲市委办公室]", "signature: &a [甲市委办公室]"}, {"plan1/dossier.yaml", "printer: 甲市委办公室", "printer: *a"}}, []string{"plan1/dossier.yaml:8:14 yaml-alias", "plan1/dossier.yaml:12:14 yaml-alias"}},
	{"alias bomb", []edit{{"units.yaml", "", "a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b]\n"}}, []string{"units.yaml 21 yaml-alias", "units.yaml:3:26 yaml-alias"}},
	{"deep nesting", []edit{{"units.yaml", "", strings.Repeat("[", 50000)}}, []string{"units.yaml:1:10001 yaml-syntax"}},
	{"huge yaml", []edit{{"units.yaml", "", strings.Repeat("#"+strings.Repeat("x", 98)+"\n", 11000)}}, []string{"units.yaml:1:1 yaml-too-large"}},
	{"many mistakes", []edit{{"units.yaml", "", "units: [" + strings.Repeat("1,", 5000) + "]"}}, []string{"units.yaml 199 wrong-type", "units.yaml:1:407 too-many-problems"}},

	// The register.
	{"bad id", []edit{{"units.yaml", "id: shi-yi-ju", "id: 市乙局"}}, []string{"units.yaml:5:9 bad-id"}},
	{"unit kind", []edit{{"units.yaml", "kind: government", "kind: goverment"}}, []string{"units.yaml:4:11 bad-value"}},
	{"group with both: some members are known", []edit{{"units.yaml", "    open: true\n", "    open: true\n    members: [shi-yi-ju]\n"}}, nil},
	{"group with neither", []edit{{"units.yaml", "    open: true\n", ""}}, []string{"units.yaml:16:11 group-members"}},
	{"person with neither", []edit{{"units.yaml", "    leader: true\n", ""}}, []string{"units.yaml:20:11 person-units"}},

	// The dossier's files.
	{"no dossier", []edit{{"plan1/dossier.yaml", "", ""}}, []string{"plan1/dossier.yaml missing-file"}},
	{"no register", []edit{{"units.yaml", "", ""}}, []string{"units.yaml missing-file"}},
	{"no plan", []edit{{"plan1/plan.md", "", ""}}, []string{"plan1/plan.md missing-file"}},
	{"strange file", []edit{{"plan1/note.md", "", "甲\n"}, {"plan1/图.docx", "", "PK"}}, []string{"plan1/note.md:1:1 unknown-file", "plan1/图.docx:1:1 unknown-file"}},
	{"deeper folder", []edit{{"plan1/items/old/01.md", "", "甲\n"}}, []string{"plan1/items/old/01.md:1:1 unknown-file"}},
	{"item without file", []edit{{"plan1/dossier.yaml", `"03"]`, `"03", "04"]`}}, []string{"plan1/dossier.yaml:19:34 missing-file"}},
	{"item with a reserved name", []edit{{"plan1/dossier.yaml", `"03"]`, `"03", "plan"]`}, {"plan1/items/plan.md", "", "第四项，甲。\n\n整改目标：乙。\n"}},
		[]string{"plan1/dossier.yaml:19:34 bad-id"}},
	{"item not listed", []edit{{"plan1/items/04.md", "", "第四项，甲。\n\n整改目标：乙。\n"}}, []string{"plan1/items/04.md:1:1 item-unlisted"}},
	{"item listed twice", []edit{{"plan1/dossier.yaml", `"03"]`, `"03", "01"]`}}, []string{"plan1/dossier.yaml:19:34 duplicate-item"}},
	{"bad kind", []edit{{"plan1/dossier.yaml", "web:", "labels: {整改目标: gaol, 整改时限: deadline, 责任单位: responsible, 责任领导: leaders, 责任人员: persons, 督导单位: supervisors, 整改措施: measures, 工作: goal}\nweb:"}},
		[]string{"plan1/dossier.yaml:20:16 bad-value"}},
	{"bad date", []edit{{"plan1/dossier.yaml", "2021年3月5日", "2021年03月5日"}}, []string{"plan1/dossier.yaml:9:9 bad-date"}},
	{"a date to be filled in, which check reports", []edit{{"plan1/dossier.yaml", "2021年3月5日", "【待填】"}}, nil},
	{"no such day", []edit{{"plan1/dossier.yaml", "2021年3月6日", "2021年2月29日"}}, []string{"plan1/dossier.yaml:13:17 bad-date"}},
	{"title break", []edit{{"plan1/dossier.yaml", "整改措施|清单", "整改措施| 清单"}}, []string{"plan1/dossier.yaml:16:14 title-break"}},
	{"slip in yaml", []edit{{"plan1/dossier.yaml", "name: 甲市整改方案", "name: 甲{sic=}市"}}, []string{"plan1/dossier.yaml:1:8 sic-syntax"}},

	// Letters and the plan.
	{"no title", []edit{{"plan1/notice.md", "# 关于印发《方案》的通知\n\n", ""}}, []string{"plan1/notice.md:1:1 missing-title"}},
	{"second title", []edit{{"plan1/plan.md", "一、目标", "# 目标"}}, []string{"plan1/plan.md:5:1 unexpected-title"}},
	{"no body", []edit{{"plan1/plan.md", "", "# 方案\n\n附件：清单\n"}}, []string{"plan1/plan.md:1:1 missing-body"}},
	{"no recipients", []edit{{"plan1/notice.md", "各县委、政府：\n\n", ""}}, []string{"plan1/notice.md:3:1 recipients"}},
	{"recipients with half colon", []edit{{"plan1/notice.md", "政府：", "政府:"}}, []string{"plan1/notice.md:3:7 half-colon"}},
	{"front matter in plan", []edit{{"plan1/plan.md", "# 甲市", "---\na: 1\n---\n# 甲市"}}, []string{"plan1/plan.md:1:1 front-matter"}},
	{"attribute in plan", []edit{{"plan1/plan.md", "一、目标", "{change item=01}\n一、目标"}}, []string{"plan1/plan.md:5:1 unknown-attribute"}},
	{"fence", []edit{{"plan1/plan.md", "一、目标", "```\n甲\n```\n\n一、目标"}}, []string{"plan1/plan.md:5:1 unexpected-fence"}},
	{"soft break", []edit{{"plan1/plan.md", "按时完成。", "按时\n完成。"}}, []string{"plan1/plan.md:8:1 soft-break"}},

	{"too many paragraphs", []edit{{"plan1/plan.md", "一、目标", strings.Repeat("甲。\n\n", 10_000) + "一、目标"}}, []string{"plan1/plan.md:20001:1 too-many-paragraphs"}},

	// Items.
	{"too many measures", []edit{{"plan1/items/03.md", "再排查。", strings.Repeat("再排查。\n\n", 2_000)}}, []string{"plan1/items/03.md:4001:1 too-many-paragraphs"}},
	{"front matter open", []edit{{"plan1/items/01.md", "short: 问题不少\n---", "short: 问题不少"}}, []string{"plan1/items/01.md:1:1 front-matter-open"}},
	{"front matter key", []edit{{"plan1/items/01.md", "short:", "shrot:"}}, []string{"plan1/items/01.md:2:1 unknown-key"}},
	{"front matter syntax", []edit{{"plan1/items/01.md", "short: 问题不少", "short: [问题"}}, []string{"plan1/items/01.md:2:8 yaml-syntax"}},
	{"no ordinal", []edit{{"plan1/items/03.md", "第三项，小问题", "第3项，小问题"}}, []string{"plan1/items/03.md:1:1 item-start"}},
	{"label first", []edit{{"plan1/items/03.md", "第三项，小问题。\n\n", ""}}, []string{"plan1/items/03.md:1:1 item-start"}},
	{"empty item", []edit{{"plan1/items/03.md", "", "\n"}}, []string{"plan1/items/03.md:1:1 missing-body"}},
	{"title in item", []edit{{"plan1/items/03.md", "第三项", "# 第三项\n\n第三项"}}, []string{"plan1/items/03.md:1:1 unexpected-title"}},
	{"misspelt first label", []edit{{"plan1/items/03.md", "整改目标：", "整改目票："}}, []string{"plan1/items/03.md:3:1 unknown-label"}},
	{"misspelt label", []edit{{"plan1/items/01.md", "责任领导：", "责任领道："}}, []string{"plan1/items/01.md:15:1 unknown-label"}},
	{"misspelt measures", []edit{{"plan1/items/03.md", "再排查。", "整改时线：明年"}}, []string{"plan1/items/03.md:7:1 unknown-label"}},
	{"label twice", []edit{{"plan1/items/01.md", "责任领导：张三", "整改时限：明年"}}, []string{"plan1/items/01.md:15:1 duplicate-label"}},
	{"half colon", []edit{{"plan1/items/01.md", "责任领导：", "责任领导:"}}, []string{"plan1/items/01.md:15:5 half-colon"}},
	{"empty field", []edit{{"plan1/items/01.md", "责任领导：张三", "责任领导："}}, []string{"plan1/items/01.md:15:1 empty-field"}},
	{"empty measures", []edit{{"plan1/items/03.md", "整改措施：排查。\n\n再排查。", "整改措施："}}, []string{"plan1/items/03.md:5:1 empty-field"}},
	{"stray paragraph", []edit{{"plan1/items/01.md", "责任领导：张三", "责任领导：张三\n\n又及。"}}, []string{"plan1/items/01.md:17:1 stray-paragraph"}},

	// Amendments.
	{"file name", []edit{{"plan1/amendments/6月.md", "", small()["plan1/amendments/2021-06-01.md"]}}, []string{"plan1/amendments/6月.md:1:1 file-name"}},
	{"file name and date", []edit{{"plan1/amendments/2021-06-01.md", "2021年6月1日", "2021年6月2日"}}, []string{"plan1/amendments/2021-06-01.md:2:7 file-name"}},
	{"no front matter", []edit{{"plan1/amendments/2021-06-01.md", "", "# 通知\n\n各县：\n\n如下。\n"}}, []string{"plan1/amendments/2021-06-01.md:1:1 missing-front-matter"}},
	{"attribute before recipients", []edit{{"plan1/amendments/2021-06-01.md", "各县委、政府：", "{change item=01 field=goal}\n各县委、政府："}}, []string{"plan1/amendments/2021-06-01.md:9:1 unknown-attribute"}},
	{"other attribute", []edit{{"plan1/amendments/2021-06-01.md", "{change item=02.1", "{chnage item=02.1"}}, []string{"plan1/amendments/2021-06-01.md:25:1 unknown-attribute"}},
	{"change key", []edit{{"plan1/amendments/2021-06-01.md", "verb=delete", "vreb=delete"}}, []string{"plan1/amendments/2021-06-01.md:20:45 unknown-key"}},
	{"change without item", []edit{{"plan1/amendments/2021-06-01.md", "{change item=02.1", "{change"}}, []string{"plan1/amendments/2021-06-01.md:25:1 missing-field"}},
	{"change flag", []edit{{"plan1/amendments/2021-06-01.md", " verb=delete", " verb"}}, []string{"plan1/amendments/2021-06-01.md:20:45 missing-field"}},
	{"change verb", []edit{{"plan1/amendments/2021-06-01.md", "verb=delete", "verb=remove"}}, []string{"plan1/amendments/2021-06-01.md:20:50 bad-value"}},
	{"change field", []edit{{"plan1/amendments/2021-06-01.md", "field=deadline", "field=dateline"}}, []string{"plan1/amendments/2021-06-01.md:17:23 bad-value"}},
	{"change left out", []edit{{"plan1/amendments/2021-06-01.md", "{change item=01 field=deadline verb=replace expect=\"2021年底前\"}\n", ""}}, []string{"plan1/amendments/2021-06-01.md:17:1 missing-change"}},
	{"change left out of a numbered paragraph", []edit{{"plan1/amendments/2021-06-01.md", "修改如下。", "（一）将第三项整改目标更正为：完成。"}}, []string{"plan1/amendments/2021-06-01.md:11:1 missing-change"}},
	{"deletion left out", []edit{{"plan1/amendments/2021-06-01.md", "{change item=01 field=measures measure=01.2 verb=delete}\n", ""}}, []string{"plan1/amendments/2021-06-01.md:20:1 missing-change"}},
	{"opinion about a change", []edit{{"plan1/amendments/2021-06-01.md", "审核意见：太晚。", "审核意见：整改时限修改为6月。\n\n整改措施增加较多，补充完善后再报。\n\n整改目标没有修改。"}}, nil},
	{"change that cannot be read", []edit{{"plan1/amendments/2021-06-01.md", "2021年底前\"}", "2021年底前\""}}, []string{"plan1/amendments/2021-06-01.md:17:61 attribute-syntax"}},
	{"change without instruction", []edit{{"plan1/amendments/2021-06-01.md", "整改时限修改为：", "整改时限："}}, []string{"plan1/amendments/2021-06-01.md:18:1 no-instruction"}},
	{"change without text", []edit{{"plan1/amendments/2021-06-01.md", "1.新做。\n\n2.又做。\n\n", ""}}, []string{"plan1/amendments/2021-06-01.md:26:1 empty-change"}},
	{"attribute alone", []edit{{"plan1/amendments/2021-06-01.md", "特此通知。\n", "{change item=01 field=goal}\n"}}, []string{"plan1/amendments/2021-06-01.md:32:1 attribute-alone"}},
}

func plant(t *testing.T, edits []edit) map[string]string {
	t.Helper()
	c := small()
	for _, e := range edits {
		switch {
		case e.old == "" && e.new == "":
			delete(c, e.file)
		case e.old == "":
			c[e.file] = e.new
		case !strings.Contains(c[e.file], e.old):
			t.Fatalf("%s does not contain %q", e.file, e.old)
		default:
			c[e.file] = strings.Replace(c[e.file], e.old, e.new, 1)
		}
	}
	return c
}

func TestProblems(t *testing.T) {
	for _, p := range problems {
		t.Run(p.name, func(t *testing.T) {
			_, list := load(plant(t, p.edits))
			got := said(list.Sorted())
			if len(got) > 20 { // shown as file, count and code
				got = []string{fmt.Sprintf("%s %d %s", strings.SplitN(got[0], ":", 2)[0], len(got)-1, list[0].Code), got[len(got)-1]}
			}
			if !slices.Equal(got, p.want) {
				t.Errorf("said\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(p.want, "\n  "))
			}
			for _, d := range list {
				if d.Message == "" || d.Hint == "" && d.Code != "not-regular" {
					t.Errorf("%s: a problem says what and what to do: %+v", d.Code, d)
				}
			}
		})
	}
}

// TestAllProblemsInOneRun plants mistakes of different files and kinds
// together.
func TestAllProblemsInOneRun(t *testing.T) {
	var edits []edit
	var want []string
	for _, name := range []string{"duplicate key", "bad id", "second title", "misspelt label", "no ordinal", "change verb", "no recipients", "strange file"} {
		for _, p := range problems {
			if p.name == name {
				edits = append(edits, p.edits...)
				want = append(want, p.want...)
			}
		}
	}
	_, list := load(plant(t, edits))
	got := said(list)
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("said\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

// hostileYAML are shapes that have broken readers of YAML.
var hostileYAML = []string{
	"a: &a [*a]\n", "? {a: b}\n: c\n", "<<: {a: b}\n", "%YAML 9.9\n---\n", "--- >\n 甲\n...\n---\n", "!!binary 甲\n", "- - - - ? - :\n",
	"\"\\x\\u12\n", "'a''\n", "[a, {b: c}, [d\n", "a: |2-\n  甲\n", "0x1F: 1e999\n2020-01-01: ~\n",
}

func FuzzLoad(f *testing.F) {
	for name, data := range small() {
		f.Add(name, data)
	}
	f.Add("site.yaml", siteYAML)
	for _, data := range hostileYAML {
		f.Add("units.yaml", data)
		f.Add("site.yaml", data)
		f.Add("plan1/dossier.yaml", data)
	}
	names := []string{"units.yaml", "site.yaml", "plan1/notice.md", "plan1/dossier.yaml", "plan1/plan.md", "plan1/items/01.md", "plan1/items/02.md", "plan1/amendments/2021-06-01.md"}
	f.Fuzz(func(t *testing.T, name, data string) {
		if !slices.Contains(names, name) {
			name = names[len(data)%len(names)]
		}
		c := small()
		c[name] = data
		_, list := load(c)
		for _, d := range list {
			if d.Code == "" || d.Message == "" || d.At.File == "" || d.At.Line < 1 || d.At.Column < 1 {
				t.Fatalf("%+v", d)
			}
		}
	})
}
