package disclose

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"hongtou/internal/docset"
	"hongtou/internal/dossier"
	"hongtou/internal/fontset"
	"hongtou/internal/web"
)

// TestAddresses: they are made of IDs and dates.
func TestAddresses(t *testing.T) {
	var got []string
	for _, p := range published(t, amended(t)).Pages {
		got = append(got, strings.TrimPrefix(p.Path, "mini/"))
	}
	want := []string{
		"index.html", "index.html", "items.html", "units.html", "notice.html", "amendment-2021-06-01.html", "amendment-2021-08-02.html",
		"consolidated-2021-06-01.html", "consolidated-2021-08-02.html", "comparison-2021-06-01.html", "comparison-2021-08-02.html",
		"item-01-2021-03-05.html", "item-01-2021-06-01.html", "item-01.html", "item-02-2021-03-05.html", "item-02.html",
		"unit-jia-xian.html", "unit-yi-xian.html", "unit-shi-bing-ju.html", "unit-shi-ding-ju.html",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// TestValuesEqualTheData: the disclosure block of what organs issued, in the
// order of government websites, and what pages say of themselves.
func TestValuesEqualTheData(t *testing.T) {
	s := published(t, amended(t))
	notice := page(t, s, "mini/notice.html")
	if got := values(notice); got != `索引号=000014349/2021-00017；主题分类=综合政务\政务公开；发文机关=甲市人民政府；成文日期=2021年3月5日；标题=关于印发《甲市整改方案》的通知；发文字号=甲政发〔2021〕3号；发布日期=2021-03-08 09:00；有效性=已修改` {
		t.Error(got)
	}
	if notice.Title != "关于印发《甲市整改方案》的通知" || notice.Published != "2021-03-08 09:00" || notice.Source != "市丙局" {
		t.Errorf("%+v", notice)
	}
	first := page(t, s, "mini/amendment-2021-06-01.html")
	if got := values(first); got != "索引号=000014349/2021-00031；发文机关=甲市人民政府；成文日期=2021年6月1日；标题=关于修改《甲市整改方案》部分内容的通知；发文字号=甲政发〔2021〕8号；发布日期=2021-06-03；有效性=已修改" {
		t.Error(got)
	}
	second := page(t, s, "mini/amendment-2021-08-02.html")
	if got := values(second); strings.Contains(got, "有效性") || strings.Contains(got, "发布日期") || strings.Contains(got, "索引号") || second.Published != "" {
		t.Error(got)
	}
	if got := values(page(t, s, "mini/consolidated-2021-08-02.html")); got != "标题=甲市整改方案（整理本）；依据=2021年3月5日印发通知（甲政发〔2021〕3号）；2021年6月1日修改通知（甲政发〔2021〕8号）；2021年8月2日再次修改通知（甲政发〔2021〕9号）；版本日期=2021年8月2日" {
		t.Error(got)
	}
	c := s.Config
	if c.Name != "甲市人民政府门户网站" || c.Code != "9999000001" || c.Column.Keywords != "督察整改,整改方案" || c.Police != "甲公网安备99999999999999号" {
		t.Errorf("%+v", c)
	}
}

// TestJointOrgans stand in the order in which they issue and sign.
func TestJointOrgans(t *testing.T) {
	content := amended(t).replaced(t, "mini/dossier.yaml", "  issuers: [甲市人民政府]\n  signature: [甲市人民政府]", "  issuers: [中共甲市委, 甲市人民政府]\n  signature: [中共甲市委, 甲市人民政府]")
	if got := values(page(t, published(t, content), "mini/notice.html")); !strings.Contains(got, "；发文机关=中共甲市委、甲市人民政府；") {
		t.Error(got)
	}
}

// TestOfficeSaysValidity: what the office says counts, not what the data prove.
func TestOfficeSaysValidity(t *testing.T) {
	content := amended(t).replaced(t, "mini/dossier.yaml", "  source: 市丙局\n", "  source: 市丙局\n  validity: 废止\n")
	if got := values(page(t, published(t, content), "mini/notice.html")); !strings.HasSuffix(got, "；有效性=废止") {
		t.Error(got)
	}
}

// TestNothingIsInvented: without configuration there are the data alone.
func TestNothingIsInvented(t *testing.T) {
	content := amended(t)
	delete(content, "site.yaml")
	content["mini/dossier.yaml"], _, _ = strings.Cut(content["mini/dossier.yaml"], "web:\n")
	delete(content, "mini/amendments/2021-06-01.md")
	delete(content, "mini/amendments/2021-08-02.md")
	s := published(t, content)
	if s.Config != (web.Config{}) || s.Pages[0].Title != "甲市整改方案" {
		t.Errorf("%+v %s", s.Config, s.Pages[0].Title)
	}
	p := page(t, s, "mini/notice.html")
	if got := values(p); got != "发文机关=甲市人民政府；成文日期=2021年3月5日；标题=关于印发《甲市整改方案》的通知；发文字号=甲政发〔2021〕3号" {
		t.Error(got)
	}
	if p.Published+p.Source+p.Banner.Words != "" || len(p.Versions) > 0 {
		t.Errorf("%+v", p)
	}
}

// TestEveryTextSaysWhatBecameOfIt: in its banner, with links both ways.
func TestEveryTextSaysWhatBecameOfIt(t *testing.T) {
	s := published(t, amended(t))
	for _, c := range []struct {
		path, tone, words string
		links             []string
	}{
		{"notice", "amended", "本件已由2021年6月1日修改通知（甲政发〔2021〕8号）、2021年8月2日再次修改通知（甲政发〔2021〕9号）修改，本页为印发时的原文，现行文本见整理本。",
			[]string{"amendment-2021-06-01", "amendment-2021-08-02", "consolidated-2021-08-02"}},
		{"amendment-2021-06-01", "amended", "本件所作的修改，部分又已由2021年8月2日再次修改通知（甲政发〔2021〕9号）修改，现行文本见整理本。",
			[]string{"notice", "amendment-2021-08-02", "consolidated-2021-08-02"}},
		{"amendment-2021-08-02", "current", "本件修改2021年3月5日印发的《甲市整改方案》，修改后的全文见整理本。", []string{"notice", "consolidated-2021-08-02"}},
		{"consolidated-2021-06-01", "amended", "整理本，不是公文原文，且已不是现行文本：2021年8月2日再次修改通知（甲政发〔2021〕9号）又作了修改，现行文本见2021年8月2日整理本。",
			[]string{"consolidated-2021-08-02", "amendment-2021-08-02"}},
		{"consolidated-2021-08-02", "compiled", "整理本，不是公文原文，以正式文件为准。本页按2021年3月5日印发的原文和2021年6月1日修改通知（甲政发〔2021〕8号）、2021年8月2日再次修改通知（甲政发〔2021〕9号）整理。",
			[]string{"notice", "amendment-2021-06-01", "amendment-2021-08-02"}},
		{"comparison-2021-06-01", "compiled", "对照表，不是公文原文，以正式文件为准。本页对照2021年6月1日修改通知（甲政发〔2021〕8号）修改前后的文字。",
			[]string{"notice", "amendment-2021-06-01", "consolidated-2021-08-02"}},
		{"item-01", "amended", "本项已由2021年6月1日修改通知（甲政发〔2021〕8号）、2021年8月2日再次修改通知（甲政发〔2021〕9号）修改，本页是现行文字（整理本，不是公文原文）。",
			[]string{"amendment-2021-06-01", "amendment-2021-08-02", "notice"}},
		{"item-01-2021-06-01", "amended", "本页是2021年6月1日的文字，已由2021年8月2日再次修改通知（甲政发〔2021〕9号）修改。", []string{"item-01", "amendment-2021-08-02"}},
		{"item-02-2021-03-05", "amended", "本页是2021年3月5日的文字，已由2021年8月2日再次修改通知（甲政发〔2021〕9号）修改。", []string{"item-02", "amendment-2021-08-02"}},
	} {
		b := page(t, s, "mini/"+c.path+".html").Banner
		var want []string
		for _, l := range c.links {
			want = append(want, "mini/"+l+".html")
		}
		if b.Tone != c.tone || b.Words != c.words || !slices.Equal(paths(b.Links), want) {
			t.Errorf("%s: %s %s %q", c.path, b.Tone, b.Words, paths(b.Links))
		}
	}
}

// thirdNotice deletes an item and adds one.
const thirdNotice = `---
date: 2021年9月1日
issuers: [甲市人民政府]
signature: [甲市人民政府]
---

# 关于修改《甲市整改方案》|部分内容的通知

各县政府：

现通知如下。

{change item=02 verb=delete}
删去第二项。

{change item=03 verb=insert part=1}
清单中增加一项：

第三项，渗滤液外溢。

整改目标：完成治理。

整改时限：2021年年底前

责任单位：甲县政府

责任领导：张三

责任人员：李四

督导单位：市丙局

整改措施：组织排查。
`

// TestNewAndDeletedItems: their addresses stay, and say what happened.
func TestNewAndDeletedItems(t *testing.T) {
	content := amended(t)
	content["mini/amendments/2021-09-01.md"] = thirdNotice
	s := published(t, content)
	gone := page(t, s, "mini/item-02.html")
	if want := "本项已由2021年8月2日再次修改通知（甲政发〔2021〕9号）修改，已由2021年9月1日修改通知删去，不再执行。"; gone.Banner.Words != want || len(gone.Versions) != 3 {
		t.Errorf("%+v", gone.Banner)
	}
	added := page(t, s, "mini/item-03.html")
	if want := "本项由2021年9月1日修改通知增加，本页是现行文字（整理本，不是公文原文）。"; added.Banner.Words != want || len(added.Versions) != 0 {
		t.Errorf("%+v", added.Banner)
	}
	if got := values(added); got != "所属文件=甲市整改方案；增加依据=2021年9月1日修改通知" {
		t.Error(got)
	}
	if !gone.Superseded || added.Superseded {
		t.Error("what is deleted is superseded")
	}
	var words []string
	for _, v := range gone.Versions {
		words = append(words, v.Words)
	}
	if !slices.Equal(words, []string{"2021年3月5日印发", "2021年8月2日修改后", "2021年9月1日删去"}) {
		t.Errorf("%q", words)
	}
	for path, want := range map[string]string{
		"item-02-2021-03-05": "本页是2021年3月5日的文字，已由2021年8月2日再次修改通知（甲政发〔2021〕9号）修改，已由2021年9月1日修改通知删去。",
		"item-02-2021-08-02": "本页是2021年8月2日的文字，已由2021年9月1日修改通知删去。",
	} {
		b := page(t, s, "mini/"+path+".html").Banner
		if b.Words != want || b.Links[0] != (web.Link{Words: "本项现状（已删去）", Path: "mini/item-02.html"}) {
			t.Errorf("%s: %+v", path, b)
		}
	}
	list := page(t, s, "mini/items.html").Sections
	if len(list) != 2 || list[1].Heading != "已删去的项" || len(list[1].Table.Rows) != 1 ||
		list[1].Table.Rows[0][0].Links[0] != (web.Link{Words: "第二项", Path: "mini/item-02.html"}) || list[1].Table.Rows[0][1].Words != "已由2021年9月1日修改通知删去" {
		t.Errorf("%+v", list)
	}
	for _, task := range s.Tasks {
		if strings.HasPrefix(task.Item, "02") {
			t.Error("a deleted task is open data")
		}
	}
	table := page(t, s, "mini/index.html").Sections[1].Table
	if len(table.Rows) != 2 || table.Rows[0][0].Mark != "已修改" || table.Rows[1][0].Mark != "新增" {
		t.Errorf("%+v", table.Rows)
	}
}

// TestAddedItemChangedLater: its first wording was added, not issued.
func TestAddedItemChangedLater(t *testing.T) {
	content := amended(t)
	content["mini/amendments/2021-09-01.md"] = thirdNotice
	content["mini/amendments/2021-10-08.md"] = `---
date: 2021年10月8日
issuers: [甲市人民政府]
signature: [甲市人民政府]
---

# 关于修改《甲市整改方案》|部分内容的通知

各县政府：

现通知如下。

{change item=03 field=deadline}
第三项整改时限修改为：

2022年年底前
`
	p := page(t, published(t, content), "mini/item-03.html")
	if len(p.Versions) != 2 || p.Versions[0].Words != "2021年9月1日增加" || p.Versions[1].Words != "2021年10月8日修改后" {
		t.Errorf("%+v", p.Versions)
	}
	if got := values(p); got != "所属文件=甲市整改方案；增加依据=2021年9月1日修改通知；修改依据=2021年10月8日修改通知" {
		t.Error(got)
	}
}

// TestEndedPlan: when the office says that a plan is no longer in force, nothing
// of it is called current, and every page says so.
func TestEndedPlan(t *testing.T) {
	for _, validity := range []string{"废止", "失效"} {
		content := amended(t).replaced(t, "mini/dossier.yaml", "  source: 市丙局\n", "  source: 市丙局\n  validity: "+validity+"\n")
		content["mini/amendments/2021-09-01.md"] = thirdNotice
		s := published(t, content)
		for _, p := range s.Pages {
			if !strings.HasPrefix(p.Banner.Words, "本方案已"+validity+"。") || p.Banner.Tone != "amended" || p.Superseded != (p.Path != "index.html") {
				t.Errorf("%s: %+v", p.Path, p.Banner)
			}
			p.Path = ""
			words(reflect.ValueOf(p), func(text string) {
				if strings.Contains(text, "现行") {
					t.Errorf("%s: %s", p.Title, text)
				}
			})
		}
		if got := states(s.Pages[0]); !slices.Equal(got, []string{validity + "，整理本", validity + "，原文", "部分已修改，原文", "部分已修改，原文", "原文"}) {
			t.Errorf("%q", got)
		}
		if got := states(page(t, s, "mini/index.html")); got[len(got)-1] != validity+"，整理本" {
			t.Errorf("%q", got)
		}
		if len(s.Tasks) > 0 {
			t.Error("tasks of a plan that has ended are open data")
		}
	}
}

// TestEndedAmendment: its page and the lists say what the office says.
func TestEndedAmendment(t *testing.T) {
	content := amended(t).replaced(t, "mini/amendments/2021-06-01.md", "source: 市丁局}", "source: 市丁局, validity: 失效}")
	s := published(t, content)
	if p := page(t, s, "mini/amendment-2021-06-01.html"); !strings.HasPrefix(p.Banner.Words, "本件已失效。") || !p.Superseded {
		t.Errorf("%+v", p.Banner)
	}
	if got := states(s.Pages[0]); !slices.Equal(got, []string{"现行文本，整理本", "已修改，原文", "失效，原文", "原文"}) {
		t.Errorf("%q", got)
	}
}

// states gives what the list of texts says of each.
func states(p web.Page) []string {
	var out []string
	for _, row := range p.Sections[0].Table.Rows {
		out = append(out, row[2].Words)
	}
	return out
}

// TestSuperseded: what a later text replaces, and nothing else.
func TestSuperseded(t *testing.T) {
	var got []string
	for _, p := range published(t, amended(t)).Pages {
		if p.Superseded {
			got = append(got, strings.TrimSuffix(strings.TrimPrefix(p.Path, "mini/"), ".html"))
		}
	}
	want := []string{"notice", "consolidated-2021-06-01", "item-01-2021-03-05", "item-01-2021-06-01", "item-02-2021-03-05"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// TestTextsOfOneTitle are told apart by their days in links, and keep their
// title.
func TestTextsOfOneTitle(t *testing.T) {
	s := published(t, amended(t))
	var got []string
	for _, row := range page(t, s, "mini/index.html").Sections[0].Table.Rows {
		got = append(got, row[0].Links[0].Words)
	}
	if got[0] != "甲市整改方案（整理本）（2021年8月2日）" || got[len(got)-1] != "甲市整改方案（整理本）（2021年6月1日）" || got[1] != "关于印发《甲市整改方案》的通知" {
		t.Errorf("%q", got)
	}
	if p := page(t, s, "mini/consolidated-2021-08-02.html"); p.Title != "甲市整改方案（整理本）" {
		t.Error(p.Title)
	}
}

// TestDescriptions tell facts of the page.
func TestDescriptions(t *testing.T) {
	s := published(t, amended(t))
	for path, want := range map[string]string{
		"index.html":                        "甲市整改方案",
		"mini/index.html":                   "关于印发《甲市整改方案》的通知，甲政发〔2021〕3号，2021年3月5日",
		"mini/notice.html":                  "关于印发《甲市整改方案》的通知，甲政发〔2021〕3号，2021年3月5日",
		"mini/amendment-2021-06-01.html":    "关于修改《甲市整改方案》部分内容的通知，甲政发〔2021〕8号，2021年6月1日",
		"mini/consolidated-2021-06-01.html": "甲市整改方案（整理本），2021年6月1日",
		"mini/items.html":                   "甲市整改方案，整改任务，按时限先后，共3项",
		"mini/units.html":                   "甲市整改方案，负责或督导整改任务的单位，共4个",
	} {
		if got := page(t, s, path).Summary; got != want {
			t.Errorf("%s: %q", path, got)
		}
	}
	for _, p := range s.Pages {
		if p.Summary == "" {
			t.Errorf("%s has no description", p.Path)
		}
	}
}

// TestFoldersAsAnchors: any folder that has an address makes a website.
func TestFoldersAsAnchors(t *testing.T) {
	fonts, err := fontset.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range []string{"2021-zhenggai", "site-main", "site-part-1"} {
		content := amended(t).replaced(t, "mini/dossier.yaml", "  source: 市丙局\n", "  source: 市丙局\n  path: "+folder+"\n")
		for name := range content {
			if strings.HasPrefix(name, "mini/amendments/") {
				delete(content, name)
			}
		}
		if _, err := web.Render(published(t, content), fonts, 2); err != nil {
			t.Errorf("%s: %v", folder, err)
		}
	}
}

// TestRendered: every link of the finished pages leads somewhere, and the same
// content gives the same site.
func TestRendered(t *testing.T) {
	s := published(t, amended(t))
	if again := published(t, amended(t)); !reflect.DeepEqual(s, again) {
		t.Error("not the same twice")
	}
	fonts, err := fontset.Default()
	if err != nil {
		t.Fatal(err)
	}
	out, err := web.Render(s, fonts, 2)
	if err != nil || len(out) < 30 {
		t.Fatal(len(out), err)
	}
	for _, o := range out { // no dossier may lie where the website has something
		name, _, _ := strings.Cut(o.Path, "/")
		d := &dossier.Dossier{ID: name}
		if refused := len(docset.CheckFolders([]*dossier.Dossier{d})) > 0; refused == (name == "mini") {
			t.Errorf("%s refused: %t", name, refused)
		}
	}
}

// TestSeveralDossiers share a home page, each with pages of its own.
func TestSeveralDossiers(t *testing.T) {
	content := amended(t)
	for name, data := range amended(t) {
		if rest, found := strings.CutPrefix(name, "mini/"); found {
			content["second/"+rest] = data
		}
	}
	content.replaced(t, "second/dossier.yaml", "name: 甲市整改方案", "name: 甲市另一方案")
	s := published(t, content)
	page(t, s, "second/unit-jia-xian.html")
	if got := paths(s.Menu); !slices.Equal(got, []string{"index.html", "mini/index.html", "second/index.html"}) || s.Pages[0].Title != "督察整改" {
		t.Errorf("%q %s", got, s.Pages[0].Title)
	}
}
