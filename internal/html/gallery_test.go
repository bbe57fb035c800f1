package html

import (
	"fmt"
	"strings"

	"hongtou/internal/doc"
)

// line makes one run of a style.
func line(s doc.Style, text string) []doc.Inline { return []doc.Inline{{Text: text, Style: s}} }

func plain(text string) doc.Paragraph { return doc.Paragraph{Text: line(doc.Body, text)} }

// runIn makes a paragraph whose first run is a heading of a style.
func runIn(s doc.Style, level int, id, head, rest string) doc.Paragraph {
	return doc.Paragraph{
		Text: append(line(s, head), line(doc.Body, rest)...), Head: 1,
		Outline: doc.Outline{Level: level, Title: head, ID: id},
	}
}

// gallery is a document with every block and every kind of cell, for invented
// organs.
func gallery() *doc.Document {
	return &doc.Document{
		Meta: doc.Meta{
			Kind: "notice", Title: "关于印发《甲市某某方案》的通知", Subject: "甲办字〔2021〕8号",
			Author: "中共甲市委办公室、甲市人民政府办公室", Keywords: []string{"方案", "通知"}, Date: "2021-03-05",
		},
		Setup: doc.Setup{Status: "整理本：截至2021年6月1日"},
		Blocks: []doc.Block{
			doc.Masthead{
				Organs: [][]doc.Inline{line(doc.Mark, "中共甲市委办公室"), line(doc.Mark, "甲市人民政府办公室")},
				Word:   line(doc.Mark, "文件"),
			},
			doc.DocNumber{Text: line(doc.Body, "甲办字〔2021〕8号")},
			doc.RedLine{},
			doc.Title{
				Lines:   [][]doc.Inline{line(doc.TitleText, "关于印发"), line(doc.TitleText, "《甲市某某方案》的通知")},
				Outline: doc.Outline{Level: 1, Title: "通知", ID: "notice"},
			},
			doc.Recipients{Text: line(doc.Body, "各县、区人民政府：")},
			plain("现将方案印发给你们，用水15.15亿立方米以内，请认真贯彻落实。"),
			doc.Signature{
				Organs: [][]doc.Inline{line(doc.Body, "中共甲市委办公室"), line(doc.Body, "甲市人民政府办公室")},
				Date:   line(doc.Body, "2021年3月5日"),
			},
			doc.PageBreak{},
			doc.Title{Lines: [][]doc.Inline{line(doc.TitleText, "甲市某某方案")}, Outline: doc.Outline{Level: 1, Title: "方案", ID: "plan"}},
			doc.Paragraph{Text: line(doc.Level1, "一、指导思想"), Head: 1, Outline: doc.Outline{Level: 2, Title: "一", ID: "plan-1"}},
			runIn(doc.Level2, 3, "plan-1-1", "（一）坚持统一领导。", "各级各部门抓紧抓好。"),
			runIn(doc.ItemHead, 3, "item-01", "第1项，某某不够。", "某某问题。"),
			doc.Paragraph{Text: append(line(doc.Label, "整改目标："), line(doc.Body, "按期完成。")...), Head: 1},
			doc.AttachmentNote{Entries: []doc.AttachmentEntry{
				{Lead: line(doc.Body, "附件：1."), Name: line(doc.Body, "某某清单")},
				{Lead: line(doc.Body, "2."), Name: line(doc.Body, "某某表")},
			}},
			doc.PageBreak{},
			doc.AttachmentMark{Text: line(doc.AttachmentLabel, "附件2")},
			doc.Title{Lines: [][]doc.Inline{line(doc.TitleText, "某某表")}, Outline: doc.Outline{Level: 1, Title: "表", ID: "form"}},
			galleryTable(),
		},
	}
}

func galleryTable() doc.Table {
	small := func(s string) [][]doc.Inline { return [][]doc.Inline{line(doc.Small, s)} }
	head := func(s string) doc.Cell { return doc.Cell{Paragraphs: [][]doc.Inline{line(doc.TableHead, s)}} }
	return doc.Table{
		Caption: line(doc.TableHead, "任务总览"),
		Columns: []doc.Column{{Width: 1, Align: doc.AlignCentre}, {Width: 4}, {Width: 2, Align: doc.AlignRight}},
		Head:    []doc.Row{{Cells: []doc.Cell{head("序号"), head("措施"), head("意见")}}},
		Rows: []doc.Row{
			{Keep: true, Cells: []doc.Cell{
				{Paragraphs: small("1"), RowSpan: 2, Head: true, Scope: "row"},
				{Paragraphs: append(small("第一段"), small("第二段")...), Link: "item-01"},
				{Paragraphs: small("10"), Anchor: "cell-a"},
			}},
			{Cells: []doc.Cell{{Paragraphs: small("跨两列"), ColSpan: 2, Align: doc.AlignCentre}}},
			{MinHeight: 20, Cells: []doc.Cell{{Paragraphs: small("2")}, {Blank: doc.BlankOpinion}, {Blank: doc.BlankTick}}},
		},
	}
}

// essay is a document of running text only: n paragraphs of full lines.
func essay(n int) *doc.Document {
	d := &doc.Document{Meta: doc.Meta{Title: "长文"}}
	for i := range n {
		d.Blocks = append(d.Blocks, plain(fmt.Sprintf("第%c段", '一'+i%3)+strings.Repeat("甲乙丙丁戊己庚辛壬癸", 11)))
	}
	return d
}
