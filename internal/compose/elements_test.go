package compose

import (
	"reflect"
	"strings"
	"testing"

	"hongtou/internal/diag"
	"hongtou/internal/doc"
)

func plain(words string) []doc.Inline { return []doc.Inline{{Text: words}} }

func as(s doc.Style, words string) []doc.Inline { return []doc.Inline{{Text: words, Style: s}} }

// TestEveryElement reads each element as a template may write it by hand.
func TestEveryElement(t *testing.T) {
	for _, c := range []struct {
		text string
		want doc.Block
	}{
		{"```masthead\norgans: [甲, 乙]\nword: 文件\n```", doc.Masthead{Organs: [][]doc.Inline{as(doc.Mark, "甲"), as(doc.Mark, "乙")}, Word: as(doc.Mark, "文件")}},
		{"```masthead\norgans:\n- 甲\n```", doc.Masthead{Organs: [][]doc.Inline{as(doc.Mark, "甲")}}},
		{"```doc-number\n```", doc.DocNumber{}},
		{"```doc-number\ntext: 甲〔2021〕5号\n```", doc.DocNumber{Text: plain("甲〔2021〕5号")}},
		{"```red-line\n```", doc.RedLine{}},
		{"```page-break\n\n```", doc.PageBreak{}},
		{"```signature\norgans: [甲]\ndate: 2021年3月4日\n```", doc.Signature{Organs: [][]doc.Inline{plain("甲")}, Date: plain("2021年3月4日")}},
		{"```attachment-note\n- {lead: 附件：, name: 甲}\n- {name: 乙}\n```", doc.AttachmentNote{Entries: []doc.AttachmentEntry{{Lead: plain("附件："), Name: plain("甲")}, {Name: plain("乙")}}}},
		{"```attachment-mark\ntext: 附件\n```", doc.AttachmentMark{Text: as(doc.AttachmentLabel, "附件")}},
		{"# 甲|乙", doc.Title{Lines: [][]doc.Inline{as(doc.TitleText, "甲"), as(doc.TitleText, "乙")}, Outline: doc.Outline{Level: 1, Title: "甲乙", ID: "title"}}},
		{"甲 `乙` **丙**", doc.Paragraph{Text: plain("甲 `乙` **丙**")}},
		{"{recipients}\n甲：", doc.Recipients{Text: plain("甲：")}},
		{"{label}\n甲：乙：丙", doc.Paragraph{Text: []doc.Inline{{Text: "甲：", Style: doc.Label}, {Text: "乙：丙"}}, Head: 1}},
		{"{label}\n甲：", doc.Paragraph{Text: as(doc.Label, "甲："), Head: 1}},
		{"（一）甲。乙", doc.Paragraph{Text: []doc.Inline{{Text: "（一）甲。", Style: doc.Level2}, {Text: "乙"}}, Head: 1, Outline: doc.Outline{Level: 3, Title: "（一）甲", ID: "section"}}},
		{"一、甲", doc.Paragraph{Text: as(doc.Level1, "一、甲"), Head: 1, Outline: doc.Outline{Level: 2, Title: "一、甲", ID: "section"}}},
	} {
		blocks, problems := try(t, c.text)
		if len(problems) > 0 || len(blocks) != 1 || !reflect.DeepEqual(blocks[0], c.want) {
			t.Errorf("%q:\n got %#v %v\nwant %#v", c.text, blocks, problems, c.want)
		}
	}
}

func TestHeadingWithAValue(t *testing.T) {
	blocks, problems := try(t, "（一）{{put .Mark}}说明。其余{{put .Mark}}\n")
	p := blocks[0].(doc.Paragraph)
	if len(problems) > 0 || p.Head != 3 || doc.Plain(p.Text[:3]) != "（一）附件说明。" || doc.Plain(p.Text[3:]) != "其余附件" {
		t.Errorf("%+v %v", p, problems)
	}
	for i, r := range p.Text {
		if (r.Style == doc.Level2) != (i < 3) {
			t.Errorf("run %d has style %v", i, r.Style)
		}
	}
}

func TestAnchorsStayUnique(t *testing.T) {
	blocks, problems := try(t, "# 甲\n\n一、乙\n\n一、乙\n\n# {{put .Title}}\n\n# {{put .Title}}\n\n一、丙\n")
	seen := map[string]bool{}
	for _, b := range blocks {
		id := ""
		switch b := b.(type) {
		case doc.Title:
			id = b.Outline.ID
		case doc.Paragraph:
			id = b.Outline.ID
		}
		if id == "" || seen[id] {
			t.Errorf("anchor %q is empty or used twice", id)
		}
		seen[id] = true
	}
	if len(problems) > 0 || len(seen) != 6 {
		t.Error(problems, seen)
	}
}

func TestSetupElement(t *testing.T) {
	ts, problems := LoadTemplates(Layer{"own", folder("a.tmpl", "```setup\nstatus: 整理本，据{{put .Date}}通知\nmirrored: true\n```\n")})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	f := &fixture{say: plainly}
	_, setup, problems := ts.document("a.tmpl", view{data: letter("notice", f.notice(f.date("2021年3月4日", 2021, 3, 4)))})
	if setup != (doc.Setup{Mirrored: true, Status: "整理本，据2021年3月4日通知"}) || len(problems) > 0 {
		t.Error(setup, problems)
	}
}

func TestBadElements(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"```other\n```", "1 element-unknown"},
		{"```red-line\nx: 1\n```", "2 element-type"},
		{"```masthead\n- 甲\n```", "2 element-type"},
		{"```masthead\norgans: 甲\n```", "2 element-type"},
		{"```masthead\norgans:\n- 甲\norgan: 乙\n```", "4 element-key"},
		{"```signature\norgans: []\norgans: []\n```", "3 element-key"},
		{"```doc-number\ntext: [a]\n```", "2 element-type"},
		{"```doc-number\n\n\ntext: [a\n```", "4 element-yaml"},
		{"```doc-number\ntext: &x 甲\n```", ""},
		{"```signature\norgans: &x [甲]\ndate: *x\n```", "3 element-type"},
		{"```setup\nmirrored: yes\n```", "2 element-type"},
		{"```table\ncolumns: [{width: 1}]\nrows:\n- [a, b]\n```", "4 table-grid"},
		{"```table\ncolumns: [{width: 1}, {width: 1}]\nrows:\n- [a]\n- [a, b]\n```", "4 table-grid"},
		{"```table\ncolumns: [{width: 1}, {width: 1}]\nrows:\n- [a, {text: b, rowspan: 3}]\n- [c]\n```", "4 table-grid"},
		{"```table\ncolumns: [{width: 1}, {width: 1}]\nrows:\n- [a, {text: b, rowspan: 2}]\n- [c, d]\n```", "5 table-grid"},
		{"```table\ncolumns: [{width: 1}]\nrows:\n- [{text: a, colspan: 2}]\n```", "4 table-grid"},
		{"```table\ncolumns: [{width: -1}]\n```", "2 element-type"},
		{"```table\ncolumns: [{width: 99999}]\n```", "2 element-type"},
		{"```table\ncolumns: [{width: 1, align: middle}]\n```", "2 element-type"},
		{"```table\ncolumns: [{width: 1}]\nrows:\n- [{text: a, blank: seal}]\n```", "4 blank-filled"},
		{"```table\ncolumns: [{width: 1}]\nrows:\n- [{blank: stamp}]\n```", "4 element-type"},
		{"```table\ncolumns: [{width: 1}]\nrows:\n- [{anchor: a}]\n- [{anchor: a}]\n```", "1 anchor-twice"},
		{"甲\n\n```table\ncolumns: [{width: 1}]\nrows:\n- [{link: a}]\n```", "3 link-nowhere"},
		{"```table\ncolumns: [{width: 1}]\nrows:\n- {cells: [a], colour: red}\n```", "4 element-key"},
		{"```masthead\norgans: [甲]", "1 fence-open"},
	} {
		_, problems := try(t, c.text)
		got := strings.ReplaceAll(says(problems), "own/a.tmpl:", "")
		if got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}

func TestTableElement(t *testing.T) {
	blocks, problems := try(t, strings.ReplaceAll(`'''table
caption: 表
columns: [{width: 2, align: centre}, {width: 3}]
head: [[甲, 乙]]
rows:
- cells: [{text: [一, 二], rowspan: 2}, {text: "", align: right}]
  keep: true
  min_height: 12
- [{blank: signature, anchor: x}]
- - {text: 全, colspan: all, head: true, scope: row, link: x}
- [{{put .Mark}}, {text: {{with index .Parts 0}}{{put .Heading}}{{end}}}]
'''`, "'''", "```"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	table := blocks[0].(doc.Table)
	for i := range table.Rows[3].Cells { // the fields of values are another test's
		table.Rows[3].Cells[i].Paragraphs[0] = as(doc.Small, doc.Plain(table.Rows[3].Cells[i].Paragraphs[0]))
	}
	want := doc.Table{
		Caption: as(doc.TableHead, "表"),
		Columns: []doc.Column{{Width: 2, Align: doc.AlignCentre}, {Width: 3}},
		Head:    []doc.Row{{Cells: []doc.Cell{head("甲"), head("乙")}}},
		Rows: []doc.Row{
			{Keep: true, MinHeight: 12, Cells: []doc.Cell{
				{Paragraphs: [][]doc.Inline{as(doc.Small, "一"), as(doc.Small, "二")}, RowSpan: 2}, {Align: doc.AlignRight},
			}},
			{Cells: []doc.Cell{{Blank: doc.BlankSignature, Anchor: "x"}}},
			{Cells: []doc.Cell{{Paragraphs: [][]doc.Inline{as(doc.TableHead, "全")}, ColSpan: 2, Head: true, Scope: "row", Link: "x"}}},
			{Cells: []doc.Cell{{Paragraphs: [][]doc.Inline{as(doc.Small, "附件")}}, {Paragraphs: [][]doc.Inline{as(doc.Small, "一、甲类（1项）")}}}},
		},
	}
	if !reflect.DeepEqual(table, want) {
		t.Errorf("got %+v\nwant %+v", table, want)
	}
}

func head(words string) doc.Cell {
	return doc.Cell{Paragraphs: [][]doc.Inline{as(doc.TableHead, words)}, Head: true, Scope: "col"}
}

func trySheets(t *testing.T, text string) ([]doc.Sheet, diag.List) {
	t.Helper()
	ts, problems := LoadTemplates(Layer{"own", folder("a.tmpl", text)})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	f := &fixture{say: plainly}
	return ts.workbook("a.tmpl", view{data: newEdition(nil).annex(f.dossier().Annex)})
}

func TestBadSheets(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"甲", "1 sheet-only"},
		{"```table\n```", "1 sheet-only"},
		{"```sheet\n```", "1 sheet-name"},
		{"```sheet\nname: a\n```\n\n```sheet\nname: A\n```", "5 sheet-name"},
		{"```sheet\nname: a/b\n```", "1 sheet-name"},
		{"```sheet\nname: \"'a\"\n```", "1 sheet-name"},
		{"```sheet\nname: " + strings.Repeat("长", 32) + "\n```", "1 sheet-name"},
		{"```sheet\nname: " + strings.Repeat("长", 31) + "\n```", ""},
		{"```sheet\nname: {{put .Mark}}\n```", "1 sheet-name"},
		{"```sheet\nname: a\nnmae: b\n```", "3 element-key"},
		{"```sheet\nname: a\ncolumns: [{width: 1}]\nrows: [[{link: x}]]\n```\n\n```sheet\nname: b\ncolumns: [{width: 1}]\nrows: [[{anchor: x}]]\n```", ""},
		{"```sheet\nname: a\ncolumns: [{width: 1}]\nrows: [[{anchor: x}]]\n```\n\n```sheet\nname: b\ncolumns: [{width: 1}]\nrows: [[{anchor: x}]]\n```", "1 anchor-twice"},
	} {
		_, problems := trySheets(t, c.text)
		if got := strings.ReplaceAll(says(problems), "own/a.tmpl:", ""); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}

func FuzzElements(f *testing.F) {
	for _, s := range []string{"```table\nrows: [[a]]\n```", "```sheet\nname: a\n```", "{label}\n甲：乙", "# a|b", "\uE0000\uE001", "甲\uE0001\uE001", "```signature\norgans: [\uE0000\uE001]\n```",
		"```sheet\nname: a\ninput: {label: b, date: 2020-12-31}\nhighlights: [{column: 0, word: x, tone: done}]\ncolumns: [{width: 1}]\nrows: [[{tally: {sheet: a, where: [{column: 0, equals: \uE0000\uE001}]}}]]\n```",
		"```contents\n- {text: a, to: title}\n```"} {
		f.Add(s)
	}
	fx := &fixture{say: plainly}
	v := newEdition(nil).annex(fx.dossier().Annex)
	f.Fuzz(func(t *testing.T, text string) {
		for _, workbook := range []bool{false, true} {
			x := &execution{sink: sink{files: []string{"a"}}}
			if _, err := x.putValue(v.Mark); err != nil {
				t.Fatal(err)
			}
			if _, err := x.putValue(v.Parts[0].Heading); err != nil {
				t.Fatal(err)
			}
			if _, err := x.Write([]byte(text)); err != nil {
				return
			}
			parsed, _ := x.parse()
			b := newBuilder(x)
			if workbook {
				b.sheets(parsed)
			} else {
				doc.Dump(&doc.Document{Blocks: b.blocks(parsed)})
			}
			x.unfound()
		}
	})
}
