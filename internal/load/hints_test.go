package load

import (
	"strings"
	"testing"
	"testing/fstest"

	"hongtou/internal/source"
)

// TestHints: mistakes that input methods and habits make, each one problem
// that says what to write instead.
func TestHints(t *testing.T) {
	const yaml, amendment = "plan1/dossier.yaml", "plan1/amendments/2021-06-01.md"
	for _, c := range []struct {
		name     string
		edit     edit
		at, says string
	}{
		{"full-width colon", edit{yaml, "\n  date: 2021年3月5日", "\n  date：2021年3月5日"}, yaml + ":9:7 yaml-syntax", "全角的“：” / 改为半角冒号加一个空格，写作“date: 2021年3月5日”"},
		{"full-width colon before a list", edit{yaml, "issuers: [", "issuers：["}, yaml + ":7:10 yaml-syntax", "写作“issuers: [甲市委办公室]”"},
		{"full-width colon before a record", edit{yaml, "imprint:", "imprint："}, yaml + ":10:10 yaml-syntax", "写作“imprint:”"},
		{"full-width colon at the end", edit{yaml, "  source: 市乙局", "  source：市乙局"}, yaml + ":21:9 yaml-syntax", "写作“source: 市乙局”"},
		{"full-width colon after a value", edit{yaml, "  source: 市乙局", "  source: 市乙局\n  published：昨天"}, yaml + ":22:12 yaml-syntax", "写作“published: 昨天”"},
		{"full-width colon of a label", edit{yaml, "web:", "labels:\n  整改目标：goal\nweb:"}, yaml + ":21:7 yaml-syntax", "写作“整改目标: goal”"},
		{"no colon", edit{yaml, "annex:", "annex"}, yaml + ":14:1 yaml-syntax", "键之后没有冒号 / 写作“annex:”"},
		{"no space after the colon", edit{yaml, "name: 甲", "name:甲"}, yaml + ":1:5 yaml-syntax", "写作“name: 甲市整改方案”"},
		{"full-width comma between quoted values", edit{yaml, `["01", "02"`, `["01"，"02"`}, yaml + ":19:19 yaml-syntax", "逗号是全角的“，” / 值之间用半角逗号"},
		{"full-width comma between values", edit{"units.yaml", "[市乙管理局]", "[市乙管理局，市乙]"}, "units.yaml:7:20 yaml-syntax", "逗号是全角的“，” / 值之间用半角逗号"},
		{"full-width brackets", edit{yaml, "issuers: [甲市委办公室]", "issuers: 【甲市委办公室】"}, yaml + ":7:12 wrong-type", "方括号用半角"},
		{"full-width indent", edit{yaml, "  source: 市乙局", "　　source: 市乙局"}, yaml + ":21:1 yaml-syntax", "行首有全角空格 / 缩进用半角空格"},
		{"tab", edit{yaml, "  source: 市乙局", "\tsource: 市乙局"}, yaml + ":21:1 control-char", "换成两个空格"},
		{"full-width quotes", edit{yaml, `"01"`, "“01”"}, yaml + ":19:15 bad-id", `引号是全角的 / 改用半角引号，写作“"01"”`},
		{"one quote full-width", edit{yaml, `"01"`, `"01”`}, yaml + ":19:22 yaml-syntax", "一边是半角、一边是全角"},
		{"quote never closed", edit{yaml, "  source: 市乙局", "  source: \"市乙局\n  published: 甲"}, yaml + ":21:11 yaml-syntax", "引号是否成对"},
		{"full-width quotes in the register", edit{"units.yaml", "units: [jia-xian-zhengfu]", "units: [“jia-xian-zhengfu”]"}, "units.yaml:24:13 bad-id", "全角"},
		{"full-width quotes around a book", edit{"units.yaml", "kind: government", "kind: government\n    book: “shi-yi-ju”"}, "units.yaml:5:11 bad-id", "全角"},
		{"number for a clause", edit{yaml, "web:", "handout: {reporting: {clauses: [5.3]}}\nweb:"}, yaml + ":20:33 wrong-type", `加半角引号：“"5.3"”`},
		{"number for an item", edit{yaml, `["01", "02", "03"]`, `["01", "02", 03]`}, yaml + ":19:27 wrong-type", `加半角引号：“"03"”`},
		{"date with hyphens", edit{yaml, "\n  date: 2021年3月5日", "\n  date: 2021-03-05"}, yaml + ":9:9 bad-date", "写作“2021年3月5日”"},
		{"date with dots", edit{yaml, "\n  date: 2021年3月5日", "\n  date: 2021.3.5"}, yaml + ":9:9 bad-date", "写作“2021年3月5日”"},
		{"date of digits", edit{yaml, "\n  date: 2021年3月5日", "\n  date: 20210305"}, yaml + ":9:9 bad-date", "写作“2021年3月5日”"},
		{"date in Chinese numerals", edit{yaml, "\n  date: 2021年3月5日", "\n  date: 二〇二一年三月五日"}, yaml + ":9:9 bad-date", "写作“2021年3月5日”"},
		{"date with zeros", edit{yaml, "\n  date: 2021年3月5日", "\n  date: ２０２１年０３月０５日"}, yaml + ":9:9 bad-date", "写作“2021年3月5日”"},
		{"no such day", edit{yaml, "\n  date: 2021年3月5日", "\n  date: 2021-02-30"}, yaml + ":9:9 bad-date", "写法如"},
		{"no date", edit{yaml, "  date: 2021年3月5日\n", ""}, yaml + ":2:1 missing-field", "缺少“date” / 补上“date: ……”：成文日期，如2021年3月5日"},
		{"item misnamed", edit{yaml, `"02", "03"]`, `"02", "3"]`}, yaml + ":19:28 missing-file", "文件夹中有“03.md”"},
		{"item missing", edit{"plan1/items/02.md", "", ""}, yaml + ":19:22 missing-file", "新建该文件"},
		{"digit in the ordinal", edit{"plan1/items/02.md", "第二项", "第2项"}, "plan1/items/02.md:1:1 item-start", "写作“第二项，……”"},
		{"full-width digit", edit{"plan1/items/02.md", "第二项", "第２项"}, "plan1/items/02.md:1:1 item-start", "写作“第二项，……”"},
		{"no ordinal", edit{"plan1/items/03.md", "第三项，小问题", "小问题"}, "plan1/items/03.md:1:1 item-start", "写作“第三项，……”"},
		{"other mark", edit{"plan1/items/03.md", "第三项，小问题", "第三项、小问题"}, "plan1/items/03.md:1:1 item-start", "写作“第三项，……”"},
		{"label for a field", edit{amendment, "field=deadline", "field=整改时限"}, amendment + ":17:23 bad-value", "写作“deadline”"},
		{"nothing like a field", edit{amendment, "field=deadline", "field=工期"}, amendment + ":17:23 bad-value", "goal（整改目标）、deadline（整改时限）"},
		{"verb in Chinese", edit{amendment, "verb=delete", "verb=删去"}, amendment + ":20:50 bad-value", "写作“delete”"},
		{"kind in Chinese", edit{"units.yaml", "kind: government", "kind: 政府"}, "units.yaml:4:11 bad-value", "写作“government”"},
		{"change left out", edit{amendment, "{change item=02.1 field=measures}\n", ""}, amendment + ":25:1 missing-change", "写“{change item=02 field=measures}”"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, list := load(plant(t, []edit{c.edit}))
			if got := said(list); len(got) != 1 || got[0] != c.at {
				t.Fatalf("said\n  %s\nwant\n  %s", strings.Join(got, "\n  "), c.at)
			}
			if got := list[0].Message + " / " + list[0].Hint; !strings.Contains(got, c.says) {
				t.Errorf("%q does not say %q", got, c.says)
			}
		})
	}
}

// TestWrongFolder: who names another folder than the content's gets one
// message about the folder.
func TestWrongFolder(t *testing.T) {
	inside, above := fstest.MapFS{}, fstest.MapFS{}
	for name, file := range tree(small()) {
		above["content/"+name] = file
		if rest, ok := strings.CutPrefix(name, "plan1/"); ok {
			inside[rest] = file
		}
	}
	for _, c := range []struct {
		name, folder string
		fsys         fstest.MapFS
		says         string
	}{
		{"a dossier", "content/plan1", inside, "“plan1”是一个案卷文件夹，--content应写上一级文件夹 / 写作“--content content”"},
		{"above", "work", above, "内容在下一级文件夹“content”中 / 写作“--content work/content”"},
		{"empty", "work", fstest.MapFS{}, "内容文件夹“work”中没有案卷"},
		{"register alone", "work", fstest.MapFS{"units.yaml": tree(small())["units.yaml"]}, "内容文件夹“work”中没有案卷"},
	} {
		files, _ := source.Read(c.fsys, c.folder, source.DefaultLimits)
		dossiers, list := Load(files)
		if len(dossiers) > 0 || len(list) != 1 || list[0].Code != "wrong-folder" || list[0].At.File != c.folder || list[0].At.Line != 0 {
			t.Errorf("%s: %+v", c.name, list)
			continue
		}
		if got := list[0].Message + " / " + list[0].Hint; !strings.HasPrefix(got, c.says) {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}

// TestUnread: what could not be read is said, so that nothing is concluded
// from its absence.
func TestUnread(t *testing.T) {
	for _, c := range []struct {
		name string
		edit edit
		want string
	}{
		{"nothing", edit{"units.yaml", "甲县政府", "甲县人民政府"}, ""},
		{"elements", edit{"plan1/dossier.yaml", "", "name: [\n"}, "elements"},
		{"letter", edit{"plan1/notice.md", "", ""}, "letter"},
		{"plan", edit{"plan1/plan.md", "", "\xFF"}, "plan"},
		{"item", edit{"plan1/items/02.md", "", "\xFF"}, "items"},
		{"item not there", edit{"plan1/items/02.md", "", ""}, "items"},
		{"entry of the list", edit{"plan1/dossier.yaml", `"02"`, `"0 2"`}, "items"},
		{"list", edit{"plan1/dossier.yaml", "parts:", "part:"}, "items"},
		{"amendment", edit{"plan1/amendments/2021-06-01.md", "", "---\ndate: x\n"}, "amendments"},
		{"instruction", edit{"plan1/amendments/2021-06-01.md", "verb=delete", "verb=remove"}, "changes"},
		{"instruction left out", edit{"plan1/amendments/2021-06-01.md", "{change item=02.1 field=measures}\n", ""}, "changes"},
		{"date", edit{"plan1/dossier.yaml", "2021年3月5日", "不详"}, "dates"},
		{"date of an amendment", edit{"plan1/amendments/2021-06-01.md", "date: 2021年6月1日\n", ""}, "dates"},
		{"stranger", edit{"plan1/amendment/2021-07-01.md", "", "甲\n"}, "amendments"},
	} {
		dossiers, _ := load(plant(t, []edit{c.edit}))
		u, got := dossiers[0].Unread, ""
		for name, unread := range map[string]bool{"elements": u.Elements, "letter": u.Letter, "plan": u.Plan, "items": u.Items, "amendments": u.Amendments, "changes": u.Changes, "dates": u.Dates && !u.Elements} {
			if unread {
				got += name
			}
		}
		if got != c.want {
			t.Errorf("%s: %q unread, want %q", c.name, got, c.want)
		}
		if lost := u.Elements || u.Items; len(dossiers[0].Amendments) > 0 && lost != (len(dossiers[0].Amendments[0].Changes) == 0) {
			t.Errorf("%s: changes of a text that could not be read", c.name)
		}
	}
}
