package xlsx

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"hongtou/internal/doc"
)

func render(t testing.TB, w *doc.Workbook) []byte {
	t.Helper()
	data, err := Render(w)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func opened(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// parts gives the files in the archive, in their order.
func parts(t testing.TB, data []byte) (names []string, text map[string]string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	text = map[string]string{}
	for _, p := range z.File {
		r, err := p.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, p.Name)
		text[p.Name] = string(b)
		if !p.Modified.Equal(time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)) {
			t.Errorf("%s has date %v", p.Name, p.Modified)
		}
	}
	return names, text
}

// one is a workbook of a single body cell.
func one(c doc.Cell) *doc.Workbook {
	return &doc.Workbook{Sheets: []doc.Sheet{{Name: "表", Table: doc.Table{
		Columns: columns(40), Rows: []doc.Row{{Cells: []doc.Cell{c}}}}}}}
}

func TestTextReadsBack(t *testing.T) {
	for _, text := range []string{
		"=1+1", "+86", "-5", "@a", "=HYPERLINK(\"x\")", "'a", " a ", "\ta", "a\nb", "a\n\nb", "<b>&amp;", "０１",
		"17", "0", "06", "1.50", "1e5", "123456789", "1234567890", "-1", "2020-07-30", "TRUE", "#N/A",
		"_x0041_", "_x0041_x0042_", "_x005F_x0041_", "__x0041__", "_x00_", "_x004_x0041_", "_x005F_", "_X0041_", "_xD83D_",
		"𠮷〔2020〕47号", "“‘—……·℃", strings.Repeat("长", 2000),
	} {
		for name, c := range map[string]doc.Cell{
			"plain": cell(text),
			"rich":  {Paragraphs: [][]doc.Inline{{{Text: "题：", Style: doc.Label}, {Text: text, Style: doc.Body}}}},
		} {
			want := doc.Plain(c.Paragraphs[0])
			f := opened(t, render(t, one(c)))
			if got := column(t, f, "表"); got != want {
				t.Errorf("%s %.30q: got %.60q", name, want, got)
			}
		}
	}
}

// column joins the cells of column A: long text stands in several rows.
func column(t testing.TB, f *excelize.File, sheet string) string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, r := range rows {
		b.WriteString(strings.Join(r, ""))
	}
	return b.String()
}

// An escape that reaches across a change of face must not be one either.
func TestEscapeAcrossFaces(t *testing.T) {
	c := doc.Cell{Paragraphs: [][]doc.Inline{{{Text: "_x00", Style: doc.Label}, {Text: "41_x0042_", Style: doc.Body}}}}
	data := render(t, one(c))
	if got := column(t, opened(t, data), "表"); got != "_x0041_x0042_" {
		t.Errorf("got %q", got)
	}
	if _, text := parts(t, data); !strings.Contains(text[stringsPart], "_x005F_x00<") {
		t.Errorf("no escape in %s", text[stringsPart])
	}
}

func TestNoFormula(t *testing.T) {
	w := one(cell("=1+1"))
	w.Sheets[0].Title = runs("=2+2")
	w.Sheets[0].Table.Caption = runs("@SUM(1)")
	_, text := parts(t, render(t, w))
	for name, xml := range text {
		if regexp.MustCompile(`<f[ >]`).MatchString(xml) {
			t.Errorf("formula in %s: %s", name, xml)
		}
	}
}

func TestNumbersSort(t *testing.T) {
	for text, want := range map[string]excelize.CellType{
		"10": excelize.CellTypeUnset, "0": excelize.CellTypeUnset,
		"06": excelize.CellTypeSharedString, "第1项": excelize.CellTypeSharedString, "1.5": excelize.CellTypeSharedString,
	} {
		if got, err := opened(t, render(t, one(cell(text)))).GetCellType("表", "A1"); err != nil || got != want {
			t.Errorf("%q: type %v, %v", text, got, err)
		}
	}
}

func TestRichFaces(t *testing.T) {
	f := opened(t, render(t, sample()))
	got, err := f.GetCellRichText("整改措施", "B5")
	if err != nil {
		t.Fatal(err)
	}
	want := []struct{ text, face string }{
		{"第一项，制度不全。", "楷体"}, {"乙县未建制度。\n", "宋体"}, {"目标：", "黑体"}, {"制度齐全。", "宋体"}}
	if len(got) != len(want) {
		t.Fatalf("got %d runs", len(got))
	}
	for i, w := range want {
		if got[i].Text != w.text || got[i].Font.Family != w.face || got[i].Font.Size != textSize || *got[i].Font.Charset != charsetGB {
			t.Errorf("run %d: %q %+v", i, got[i].Text, got[i].Font)
		}
	}
}

func TestPrintSetup(t *testing.T) {
	f := opened(t, render(t, sample()))
	for _, name := range []string{"整改措施", "逐项'一览"} {
		layout, err := f.GetPageLayout(name)
		if err != nil {
			t.Fatal(err)
		}
		want := map[string]string{"整改措施": "landscape", "逐项'一览": "portrait"}[name]
		if *layout.Size != 9 || *layout.Orientation != want || *layout.FitToWidth != 1 || *layout.FitToHeight != 0 {
			t.Errorf("%s: %+v", name, layout)
		}
		if props, err := f.GetSheetProps(name); err != nil || !*props.FitToPage {
			t.Errorf("%s does not fit to the page: %v", name, err)
		}
		if hf, err := f.GetHeaderFooter(name); err != nil || !strings.Contains(hf.OddFooter, "第&P页 共&N页") || !strings.Contains(hf.OddHeader, "甲市整改措施清单") {
			t.Errorf("%s: %+v, %v", name, hf, err)
		}
		if panes, err := f.GetPanes(name); err != nil || !panes.Freeze || panes.XSplit != 1 || panes.YSplit == 0 {
			t.Errorf("%s: %+v, %v", name, panes, err)
		}
	}
	names := map[string]string{}
	for _, n := range f.GetDefinedName() {
		names[n.Name+"@"+n.Scope] = n.RefersTo
	}
	for name, want := range map[string]string{
		"_xlnm.Print_Titles@整改措施":  "'整改措施'!$3:$3",
		"_xlnm.Print_Titles@逐项'一览": "'逐项''一览'!$2:$2",
		"_xlnm.Print_Area@逐项'一览":   "'逐项''一览'!$A$1:$D$4",
		"at_item_01@Workbook":      "'整改措施'!$A$5",
		"at_from_item_01@Workbook": "'逐项''一览'!$A$3",
		"表_整改措施@Workbook":          "'整改措施'!$A$3:$C$10",
		"表_逐项_一览@Workbook":         "'逐项''一览'!$A$2:$D$4",
		"ColumnTitle@逐项'一览":        "'逐项''一览'!$A$2",
	} {
		if names[name] != want {
			t.Errorf("%s is %q, want %q; all: %v", name, names[name], want, names)
		}
	}
}

func TestLinks(t *testing.T) {
	f := opened(t, render(t, sample()))
	has, to, err := f.GetCellHyperLink("逐项'一览", "A3")
	if err != nil || !has || to != "at_item_01" {
		t.Errorf("%v %q %v", has, to, err)
	}
}

// LibreOffice does not wrap a linked text.
func TestLinkOfLongTextMoves(t *testing.T) {
	w := one(cell("7"))
	s := &w.Sheets[0]
	long := cell("一段在这一列里要占好几行才能放得下的文字")
	long.Link, long.Anchor = "self", "self"
	s.Table.Columns = columns(6, 20, 20)
	s.Table.Rows = []doc.Row{{Cells: []doc.Cell{cell("7"), cell("短"), long}}}
	f := opened(t, render(t, w))
	if has, to, err := f.GetCellHyperLink("表", "A1"); err != nil || !has || to != "at_self" {
		t.Errorf("%v %q %v", has, to, err)
	}
	if has, _, _ := f.GetCellHyperLink("表", "C1"); has {
		t.Error("the long text still has the link")
	}
	if names := f.GetDefinedName(); !strings.HasSuffix(names[len(names)-1].RefersTo, "$C$1") {
		t.Errorf("the anchor moved: %v", names)
	}
	s.Table.Rows[0].Cells[0], s.Table.Rows[0].Cells[1] = doc.Cell{}, long
	s.Table.Rows[0].Cells[1].Anchor = ""
	if _, err := Render(w); err == nil || !strings.Contains(err.Error(), "超过一行") {
		t.Errorf("error %v", err)
	}
}

func TestFilter(t *testing.T) {
	_, text := parts(t, render(t, sample()))
	if !strings.Contains(text["xl/worksheets/sheet2.xml"], `<autoFilter ref="$A$2:$D$4"`) {
		t.Error("no filter on the head of sheet 2")
	}
	for name, xml := range text {
		if strings.Contains(xml, "filterMode") {
			t.Errorf("%s says that rows are hidden by a filter", name)
		}
	}
	if strings.Contains(text["xl/worksheets/sheet1.xml"], "autoFilter") {
		t.Error("a filter on sheet 1")
	}
}

func TestProperties(t *testing.T) {
	props, err := opened(t, render(t, sample())).GetDocProps()
	if err != nil {
		t.Fatal(err)
	}
	if props.Title != "甲市整改措施清单" || props.Subject != "甲办字〔2021〕1号" || props.Creator != "甲市整改办" ||
		props.Keywords != "整改；清单" || props.Created != "2021-03-04T00:00:00Z" || props.Modified != props.Created {
		t.Errorf("%+v", props)
	}
}

func TestSameBytes(t *testing.T) {
	first := render(t, sample())
	local := time.Local
	defer func() { time.Local = local }()
	time.Local = time.FixedZone("far", 13*3600)
	t.Setenv("LANG", "tr_TR.UTF-8")
	for range 5 {
		if !bytes.Equal(render(t, sample()), first) {
			t.Fatal("the same workbook gave other bytes")
		}
	}
	names, _ := parts(t, first)
	if names[0] != "[Content_Types].xml" || names[1] != "_rels/.rels" {
		t.Errorf("order %q", names)
	}
}
