package web

import (
	"strings"
	"testing"

	"hongtou/internal/doc"
	"hongtou/internal/fontset"
)

// fonts are the embedded ones.
func fonts(t *testing.T) *fontset.Set {
	t.Helper()
	set, err := fontset.Default()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func render(t *testing.T, s Site) map[string]string {
	t.Helper()
	out, err := Render(s, fonts(t), 2)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, o := range out {
		if _, twice := files[o.Path]; twice {
			t.Errorf("%s is written twice", o.Path)
		}
		files[o.Path] = string(o.Data)
	}
	return files
}

func run(style doc.Style, text string) []doc.Inline { return []doc.Inline{{Text: text, Style: style}} }

func text(s string) doc.Block { return doc.Paragraph{Text: run(doc.Body, s)} }

// notice is a document as composed.
func notice() []doc.Block {
	return []doc.Block{
		doc.Masthead{Organs: [][]doc.Inline{run(doc.Mark, "中共甲市委员会办公室"), run(doc.Mark, "甲市人民政府办公室")}, Word: run(doc.Mark, "文件")},
		doc.DocNumber{Text: run(doc.Body, "甲办字〔2020〕47号")}, doc.RedLine{},
		doc.Title{Lines: [][]doc.Inline{run(doc.TitleText, "中共甲市委员会办公室　甲市人民政府办公室"), run(doc.TitleText, "关于印发《甲市整改方案》的通知")}, Outline: doc.Outline{Level: 1, Title: "通知", ID: "notice"}},
		doc.Recipients{Text: run(doc.Body, "各县区委和人民政府，市直各部门：")},
		text("《甲市整改方案》已经市委、市政府同意，现印发给你们，请结合实际认真组织实施。" + strings.Repeat("要提高认识，压实责任，按期完成。", 8)),
		doc.AttachmentNote{Entries: []doc.AttachmentEntry{{Lead: run(doc.Body, "附件："), Name: run(doc.Body, "甲市整改措施清单")}}},
		doc.Signature{Organs: [][]doc.Inline{run(doc.Body, "中共甲市委员会办公室"), run(doc.Body, "甲市人民政府办公室")}, Date: run(doc.Body, "2020年7月30日")},
		doc.PageBreak{}, doc.AttachmentMark{Text: run(doc.AttachmentLabel, "附件")},
		doc.Title{Lines: [][]doc.Inline{run(doc.TitleText, "甲市整改措施清单")}, Outline: doc.Outline{Level: 1, ID: "annex"}},
		doc.Paragraph{Text: run(doc.Level1, "一、总体要求"), Head: 1, Outline: doc.Outline{Level: 2, ID: "part-1"}},
		doc.Paragraph{Text: append(run(doc.Level2, "（一）用水总量。"), run(doc.Body, "2020年底前用水控制在15.15亿立方米以内。")...), Head: 1, Outline: doc.Outline{Level: 3, ID: "part-1-1"}},
		doc.Table{Caption: run(doc.TableHead, "对照表"), Columns: []doc.Column{{Width: 1}, {Width: 3}, {Width: 3}},
			Head: []doc.Row{{Cells: []doc.Cell{{Paragraphs: [][]doc.Inline{run(doc.TableHead, "序号")}}, {Paragraphs: [][]doc.Inline{run(doc.TableHead, "原文")}}, {Paragraphs: [][]doc.Inline{run(doc.TableHead, "修改后")}}}}},
			Rows: []doc.Row{{Cells: []doc.Cell{{Paragraphs: [][]doc.Inline{run(doc.Small, "1")}},
				{Paragraphs: [][]doc.Inline{{{Text: "2020年底前"}, {Text: "完成", Mark: doc.Deleted}}}},
				{Paragraphs: [][]doc.Inline{{{Text: "2021年底前"}, {Text: "长期坚持", Mark: doc.Inserted}}}}}}}},
	}
}

// hostile is what no page may let through as markup or script.
const hostile = `"><script>alert(1)</script>'&<b onclick=x>` + "`${1}`"

// sample is a site with one page of each kind and everything a page can have.
func sample() Site {
	trail := []Link{{"首页", "index.html"}, {"甲市整改", "plan/index.html"}}
	tasks, rows := []Task{}, [][]Cell{}
	for _, n := range []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"} {
		tasks = append(tasks, Task{Dossier: "plan", Plan: "甲市整改方案", Item: n, Label: "第" + n + "项", Title: "=用水" + n, Page: "plan/item-01.html", Problem: "问题，\"引号\"", Goal: "目标", Deadline: "2020年底前", Due: "2020-12-31",
			Measures: []string{"一", "-二"}, Units: []Holder{{"乙县", "责任", "plan/unit-a.html"}, {"丙局", "督导", ""}}, Edition: "2020-07-30", Changed: n == "2"})
		rows = append(rows, []Cell{{Links: []Link{{"第" + n + "项", "plan/item-01.html"}}}, {Words: "用水总量控制不力"}, {Words: "2020年底前", Mark: "已修改"}, {Links: []Link{{"乙县", "plan/unit-a.html"}, {"丙局", ""}}}})
	}
	return Site{
		Config: Config{Name: "甲市人民政府", Domain: "www.example.gov.cn", Code: "1234567890", Address: "https://www.example.gov.cn/zg/", Host: "甲市人民政府办公室", Operator: "甲市大数据局", Contact: "0930-1234567", ICP: "甲ICP备1号", Police: "甲公网安备1号",
			Column: Column{"督察整改", "整改方案与落实情况", "整改,督察", "政策文件"}},
		Menu: []Link{{"首页", "index.html"}, {"任务", "plan/items.html"}, {"单位", "plan/index.html#units"}}, Items: "plan/items.html",
		Tasks: tasks, Files: []File{{"plan/files/notice.pdf", []byte("%PDF-1.7")}, {"plan/files/tasks.xlsx", []byte("PK")}},
		Pages: []Page{
			{Path: "index.html", Kind: Home, Title: "督察整改公开", Summary: "甲市整改方案全文、任务和单位", Sections: []Section{
				{Heading: "整改方案", Blocks: []doc.Block{text("本站公布整改方案的现行文本和历次修改。")}, Links: []Link{{"甲市整改方案", "plan/index.html"}, {"印发通知", "plan/notice.html"}}},
				{ID: "units", Heading: "按单位查任务", Links: []Link{{"乙县", "plan/unit-a.html"}, {"丙市自然资源和规划局", "plan/unit-a.html"}, {"丁区", "plan/unit-a.html"}}}}},
			{Path: "plan/index.html", Kind: List, Title: "甲市整改方案", Trail: trail[:1], Updated: "2020-11-25", Sections: []Section{{ID: "units", Heading: "单位", Links: []Link{{"乙县", "plan/unit-a.html"}}}}},
			{Path: "plan/items.html", Kind: List, Title: "整改任务", Trail: trail, Sections: []Section{{Table: &Table{Caption: "全部任务", Head: []string{"序号", "问题", "时限", "单位"}, Rows: rows}}}},
			{Path: "plan/notice.html", Kind: Article, Title: "中共甲市委员会办公室 甲市人民政府办公室关于印发《甲市整改方案》的通知", Short: "印发通知", Trail: trail, Published: "2020-08-05 09:00", Updated: "2020-11-25", Source: "甲市人民政府办公室", Summary: "印发整改方案", Keywords: []string{"整改", "督察"}, Superseded: true,
				Disclosure: []Entry{{"索引号", "000014349/2020-00047"}, {"主题分类", "生态环境"}, {"发文机关", "中共甲市委员会办公室　甲市人民政府办公室"}, {"成文日期", "2020年7月30日"}, {"标题", "中共甲市委员会办公室　甲市人民政府办公室关于印发《甲市整改方案》的通知"}, {"发文字号", "甲办字〔2020〕47号"}, {"发布日期", "2020年8月5日"}, {"有效性", "已修改"}},
				Banner:     Banner{"amended", "本件已于2020年11月25日修改，现行文本见整理本。", []Link{{"整理本", "plan/consolidated-2020-11-25.html"}}},
				Sections:   []Section{{Blocks: notice()}},
				Files:      []Attachment{{"印发通知.pdf", "plan/files/notice.pdf", "PDF", 1_300_000, 12}, {"任务清单.xlsx", "plan/files/tasks.xlsx", "XLSX", 20_000, 0}},
				Related:    []Link{{"整理本", "plan/consolidated-2020-11-25.html"}}},
			{Path: "plan/consolidated-2020-11-25.html", Kind: Article, Title: "甲市整改方案（整理本）", Trail: trail, Updated: "2020-11-25",
				Banner:   Banner{"compiled", "整理本，不是公文原文。", []Link{{"原文", "plan/notice.html#part-1-1"}}},
				Versions: []Version{{"2020-07-30", "2020年7月30日印发", "plan/notice.html", false}, {"2020-11-25", "2020年11月25日修改", "plan/consolidated-2020-11-25.html", true}},
				Sections: []Section{{Blocks: notice()[3:6]}}},
			{Path: "plan/item-01.html", Kind: Article, Title: "第一项　" + hostile, Short: "第一项", Trail: trail, Summary: hostile, Source: hostile,
				Sections: []Section{{Heading: "问题" + hostile, Blocks: []doc.Block{text(hostile)}, Table: &Table{Caption: hostile, Head: []string{hostile, "乙"}, Rows: [][]Cell{{{Words: hostile}, {Words: hostile, Mark: hostile, Links: []Link{{hostile, "plan/unit-a.html#a"}}}}}}}}},
			{Path: "plan/unit-a.html", Kind: Article, Title: "乙县的任务", Trail: trail, Sections: []Section{{ID: "a", Heading: "责任", Table: &Table{Caption: "乙县承担的任务", Head: []string{"序号", "问题", "时限", "单位"}, Rows: rows[:3]}}}},
		},
	}
}
