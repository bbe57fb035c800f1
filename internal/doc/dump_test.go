package doc

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
	"testing"
)

func r(words string) []Inline { return []Inline{{Text: words}} }

func TestDumpShowsEverything(t *testing.T) {
	table := Table{
		Caption: r("表"), Top: true, Columns: []Column{{Width: 3, Align: AlignCentre}},
		Head: []Row{{Cells: []Cell{{Paragraphs: [][]Inline{r("头")}, Head: true, Scope: "col"}}}},
		Rows: []Row{{Keep: true, MinHeight: 5, Cells: []Cell{{ColSpan: 2, RowSpan: 3, Blank: BlankSeal, Anchor: "a", Link: "b", Align: AlignRight}}}},
	}
	d := &Document{
		Meta:  Meta{Kind: "notice", Title: "题", Keywords: []string{"甲", "乙"}},
		Setup: Setup{Status: "稿", Landscape: true},
		Blocks: []Block{
			Masthead{Organs: [][]Inline{r("机关")}, Word: r("文件")}, DocNumber{Text: r("号")}, RedLine{},
			Title{Lines: [][]Inline{r("一"), r("二")}, Outline: Outline{1, "一二", "t"}}, Recipients{r("各：")},
			Paragraph{Text: []Inline{{Text: "头", Style: Level2, Origin: Origin{Field: "f"}, Mark: Inserted}, {Text: "“身”\n"}}, Head: 1},
			AttachmentNote{[]AttachmentEntry{{r("附件："), r("名")}}}, Signature{Organs: [][]Inline{r("署")}, Date: r("日")},
			PageBreak{}, AttachmentMark{r("附件")}, table,
		},
	}
	want := `document notice
  title "题"
  keywords "甲 · 乙"
setup mirrored=false landscape status="稿"
masthead
  line body "机关"
  word body "文件"
doc-number
  body "号"
red-line
title outline=1 t "一二"
  line body "一"
  line body "二"
recipients
  body "各："
paragraph head=1
  level2 f inserted "头"
  body "“身”\n"
attachment-note
  lead body "附件："
  name body "名"
signature
  line body "署"
  date body "日"
page-break
attachment-mark
  body "附件"
table
  caption body "表"
  top
  column width=3 centre
  head
    cell head scope=col
      - body "头"
  row keep min-height=5
    cell colspan=2 rowspan=3 right blank=seal anchor=a link=b
`
	if got := Dump(d); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	w := &Workbook{Meta: d.Meta, Sheets: []Sheet{{Name: "甲", Title: r("题"), Status: r("稿"), Table: table, Landscape: true, FreezeCols: 2, Filter: true}}}
	if got := DumpWorkbook(w); !strings.Contains(got, "sheet \"甲\" landscape filter freeze=2\n  title body \"题\"\n  status body \"稿\"\n") {
		t.Error(got)
	}
}

func TestDumpShowsWhatWorkbooksHave(t *testing.T) {
	three, own := 3, 0
	where := []Condition{{Column: 2, Equals: "责任"}, {Column: 1, SameAs: &own}, {Column: 7, From: "2020-12-01", To: "2020-12-31"}, {Column: 8, Empty: true}}
	w := &Workbook{Sheets: []Sheet{{
		Name: "甲", Protected: true, Input: &Input{r("统计日期"), "2020-12-31"}, Highlights: []Highlight{{9, "超期", "warning"}},
		Table: Table{Rows: []Row{{Cells: []Cell{
			{Blank: BlankTick, Choices: []string{"合格", "不合格"}}, {Date: "2020-12-31"}, {Count: &three},
			{Formula: Tally{"乙", where}}, {Formula: Overdue{7, 8, []string{"已销号", "退回"}, "超期"}}, {Formula: Share{4, 2}}, {Formula: Sum{}},
		}}}},
	}}}
	want := `workbook
sheet "甲" protected
  input 2020-12-31
    label body "统计日期"
  highlight column=9 word="超期" warning
  row
    cell blank=tick choices=合格|不合格
    cell date=2020-12-31
    cell count=3
    cell tally="乙" [2="责任"] [1 same as 0] [7 from 2020-12-01 to 2020-12-31] [8 empty]
    cell overdue deadline=7 state=8 done=已销号|退回 word="超期"
    cell share 4/2
    cell sum
`
	if got := DumpWorkbook(w); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestDumpKnowsEveryBlock reads the block types from the source: a new one
// must not be dumped as unknown.
func TestDumpKnowsEveryBlock(t *testing.T) {
	names := map[string]bool{}
	fset := token.NewFileSet()
	for _, file := range []string{"block.go", "dump.go"} {
		f, err := parser.ParseFile(fset, file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if n.Name.Name == "block" && n.Recv != nil && file == "block.go" {
					names[n.Recv.List[0].Type.(*ast.Ident).Name] = true
				}
			case *ast.CaseClause:
				for _, e := range n.List {
					if id, ok := e.(*ast.Ident); ok && file == "dump.go" {
						delete(names, id.Name)
					}
				}
			}
			return true
		})
	}
	if len(names) > 0 {
		t.Errorf("Dump does not know %v", names)
	}
}

func TestEveryStyleHasAName(t *testing.T) {
	for s := Body; s <= Note; s++ {
		if s.String() == "" || strings.HasPrefix(s.String(), "style") {
			t.Errorf("style %d is called %q", s, s)
		}
	}
	if Style(99).String() != "style99" {
		t.Error(Style(99))
	}
}
