package disclose

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"hongtou/internal/doc"
	"hongtou/internal/web"
)

// said gives the words of blocks, one paragraph a line.
func said(blocks []doc.Block) string {
	var out []string
	for _, b := range blocks {
		if p, ok := b.(doc.Paragraph); ok {
			out = append(out, doc.Plain(p.Text))
		}
	}
	return strings.Join(out, "\n")
}

// TestItemAtEveryDate: its words are those of the text at that date.
func TestItemAtEveryDate(t *testing.T) {
	s := published(t, amended(t))
	const from, to = "第一项，污水管网建设进展缓慢。部分管网未按期完成。\n整改目标：基本实现污水全收集。\n", "责任单位：甲县政府\n责任领导：张三\n责任人员：李四\n督导单位：市丙局\n整改措施：\n"
	for path, want := range map[string]string{
		"item-01-2021-03-05": from + "整改时限：2021年年底前\n" + to + "（一）加快管网建设。\n（二）定期检查管网。",
		"item-01-2021-06-01": from + "整改时限：2021年9月底前\n（据2021年6月1日通知（甲政发〔2021〕8号）修改）\n" + to + "（一）加快管网建设，9月底前完成12公里。\n（据2021年6月1日通知（甲政发〔2021〕8号）修改）\n（二）定期检查管网。",
		"item-01":            from + "整改时限：2021年10月底前\n（据2021年6月1日通知（甲政发〔2021〕8号）修改、2021年8月2日通知（甲政发〔2021〕9号）修改）\n" + to + "（一）加快管网建设，9月底前完成12公里。\n（据2021年6月1日通知（甲政发〔2021〕8号）修改）\n（二）定期检查管网。",
	} {
		p := page(t, s, "mini/"+path+".html")
		if got := strings.ReplaceAll(said(p.Sections[0].Blocks), "再次修改", ""); strings.ReplaceAll(got, "日修改通知", "日通知") != want {
			t.Errorf("%s:\n%s", path, said(p.Sections[0].Blocks))
		}
		var dates []string
		for _, v := range p.Versions {
			if dates = append(dates, v.Date); v.Current != (v.Path == p.Path) {
				t.Errorf("%s: %+v", path, v)
			}
		}
		if !slices.Equal(dates, []string{"2021-03-05", "2021-06-01", "2021-08-02"}) {
			t.Errorf("%s: %q", path, dates)
		}
	}
}

// TestItemTellsItsChanges: former words, and the notice that changed them.
func TestItemTellsItsChanges(t *testing.T) {
	p := page(t, published(t, amended(t)), "mini/item-01.html")
	var got []string
	for _, s := range p.Sections {
		for _, b := range s.Blocks {
			if table, ok := b.(doc.Table); ok {
				for _, r := range table.Rows {
					var cells []string
					for _, c := range r.Cells[:3] {
						for _, runs := range c.Paragraphs {
							cells = append(cells, doc.Plain(runs))
						}
					}
					got = append(got, strings.Join(cells, "|")+" "+s.Links[0].Path)
				}
			}
		}
	}
	want := []string{
		"第一项|整改时限|2021年年底前|2021年9月底前 mini/amendment-2021-06-01.html",
		"第一项|整改措施|（一）加快管网建设。|（二）定期检查管网。|（一）加快管网建设，9月底前完成12公里。|（二）定期检查管网。 mini/amendment-2021-06-01.html",
		"第一项|整改时限|2021年9月底前|2021年10月底前 mini/amendment-2021-08-02.html",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// TestItemOfAspects: one page, the holders of each aspect apart, open wordings
// by name.
func TestItemOfAspects(t *testing.T) {
	p := page(t, published(t, amended(t)), "mini/item-02.html")
	var got []string
	for _, s := range p.Sections {
		if s.Table != nil {
			for _, r := range s.Table.Rows {
				got = append(got, fmt.Sprint(s.Heading, r[0].Words, r[1].Links))
			}
		}
	}
	want := []string{
		"责任单位和督导单位（一）责任单位[{乙县政府 mini/unit-yi-xian.html}]", "责任单位和督导单位（一）督导单位[{市丁局 mini/unit-shi-ding-ju.html}]",
		"责任单位和督导单位（二）责任单位[{领导小组成员单位 }]", "责任单位和督导单位（二）督导单位[{领导小组成员单位 }]",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if got := paths(p.Related); !slices.Equal(got, []string{"mini/item-01.html", "mini/items.html", "mini/units.html", "mini/notice.html"}) {
		t.Errorf("%q", got)
	}
}

// TestUnitPage: roles apart, every task with its goal and deadline, the rest a
// link away.
func TestUnitPage(t *testing.T) {
	s := published(t, amended(t))
	p := page(t, s, "mini/unit-jia-xian.html")
	if len(p.Sections) != 2 || p.Sections[0].ID != "responsible" || p.Sections[0].Table.Rows[0][2].Words != "2021年10月底前" {
		t.Fatalf("%+v", p.Sections)
	}
	in := p.Sections[1]
	if in.Heading != "第一项　污水管网建设进展缓慢" || !strings.HasPrefix(said(in.Blocks), "整改目标：基本实现污水全收集。\n整改时限：2021年10月底前\n（据") || in.Links[0].Path != "mini/item-01.html" {
		t.Errorf("%s %q %+v", in.Heading, said(in.Blocks), in.Links)
	}
	if p.Updated != "2021-08-02" || p.Published != "" {
		t.Errorf("%s %s", p.Updated, p.Published)
	}
	supervisor := page(t, s, "mini/unit-shi-ding-ju.html")
	if len(supervisor.Sections) != 2 || supervisor.Sections[0].ID != "supervised" || supervisor.Updated != "2021-08-02" {
		t.Errorf("%+v", supervisor)
	}
	if !slices.Contains(paths(p.Related), "mini/units.html#open") {
		t.Errorf("%q", paths(p.Related))
	}
}

// TestUntouchedUnit keeps the date of the plan.
func TestUntouchedUnit(t *testing.T) {
	content := amended(t)
	delete(content, "mini/amendments/2021-08-02.md")
	s := published(t, content)
	for unit, want := range map[string]string{"jia-xian": "2021-06-01 2021-06-03", "yi-xian": "2021-03-05 2021-03-08 09:00"} {
		p := page(t, s, "mini/unit-"+unit+".html")
		if got := p.Updated + " " + p.Published; got != want {
			t.Errorf("%s: %s", unit, got)
		}
	}
}

// TestFromHomeToAUnit takes one step, and from any page of the site three at
// most.
func TestFromHomeToAUnit(t *testing.T) {
	s := published(t, amended(t))
	for _, section := range s.Pages[0].Sections {
		if slices.Contains(paths(section.Links), "mini/unit-jia-xian.html") {
			return
		}
	}
	t.Errorf("%+v", s.Pages[0].Sections)
}

func TestOpenData(t *testing.T) {
	tasks := published(t, amended(t)).Tasks
	if len(tasks) != 3 {
		t.Fatalf("%+v", tasks)
	}
	want := web.Task{
		Dossier: "mini", Plan: "甲市整改方案", Item: "01", Label: "第一项", Title: "污水管网建设进展缓慢", Page: "mini/item-01.html",
		Problem: "第一项，污水管网建设进展缓慢。部分管网未按期完成。", Goal: "基本实现污水全收集。", Deadline: "2021年10月底前", Due: "2021-10-31",
		Measures: []string{"（一）加快管网建设，9月底前完成12公里。", "（二）定期检查管网。"},
		Units:    []web.Holder{{Unit: "甲县政府", Role: "责任", Page: "mini/unit-jia-xian.html"}, {Unit: "市丙局", Role: "督导", Page: "mini/unit-shi-bing-ju.html"}},
		Edition:  "2021-08-02", Changed: true,
	}
	if fmt.Sprint(tasks[0]) != fmt.Sprint(want) {
		t.Errorf("%+v", tasks[0])
	}
	if tasks[1].Item != "02.1" || tasks[1].Changed || tasks[2].Item != "02.2" || !tasks[2].Changed || tasks[2].Title != "周边群众反映强烈" {
		t.Errorf("%+v %+v", tasks[1], tasks[2])
	}
}

// TestAttachments: what everybody may have, each file once, called by the title
// of its document; what was published stays when its text is superseded.
func TestAttachments(t *testing.T) {
	s := published(t, amended(t))
	var files []string
	for _, f := range s.Files {
		files = append(files, strings.TrimPrefix(f.Path, "mini/files/"))
	}
	slices.Sort(files)
	want := []string{
		"amendment-2021-06-01.pdf", "amendment-2021-08-02.pdf",
		"annex-2021-03-05.pdf", "annex-2021-03-05.xlsx", "annex-2021-06-01.pdf", "annex-2021-06-01.xlsx", "annex-2021-08-02.pdf", "annex-2021-08-02.xlsx",
		"comparison-2021-06-01.pdf", "comparison-2021-06-01.xlsx", "comparison-2021-08-02.pdf", "comparison-2021-08-02.xlsx",
		"consolidated-2021-06-01.pdf", "consolidated-2021-08-02.pdf", "notice-2021-03-05.pdf",
	}
	if !slices.Equal(files, want) {
		t.Errorf("%q", files)
	}
	for path, n := range map[string]int{"notice": 3, "consolidated-2021-06-01": 3, "consolidated-2021-08-02": 3, "comparison-2021-06-01": 2} {
		if got := page(t, s, "mini/"+path+".html").Files; len(got) != n {
			t.Errorf("%s: %+v", path, got)
		}
	}
	if got := page(t, s, "mini/notice.html").Files[0]; got != (web.Attachment{Name: "关于印发《甲市整改方案》的通知.pdf", Path: "mini/files/notice-2021-03-05.pdf", Type: "PDF", Bytes: 21, Pages: 3}) {
		t.Errorf("%+v", got)
	}
	var names []string
	for _, f := range page(t, s, "mini/consolidated-2021-06-01.html").Files {
		names = append(names, f.Name)
	}
	if want := []string{"甲市整改方案（整理本，2021年6月1日）.pdf", "反馈问题整改措施清单（整理本，2021年6月1日）.pdf", "反馈问题整改措施清单（整理本，2021年6月1日）.xlsx"}; !slices.Equal(names, want) {
		t.Errorf("%q", names)
	}
}

// TestTitleThatNoFileCanHave gives way to the name of the kind.
func TestTitleThatNoFileCanHave(t *testing.T) {
	for _, title := range []string{"", "甲/乙", "甲:乙", strings.Repeat("长", 300)} {
		d := &Document{Tree: &doc.Document{Meta: doc.Meta{Title: title}}}
		d.Kind = "notice"
		if got := nameOf(d, File{Format: "pdf", Name: "印发通知.pdf"}); got != "印发通知.pdf" {
			t.Errorf("%q: %q", title, got)
		}
	}
}
