package acceptance

import (
	"archive/zip"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// workbooks opens every workbook of the real case.
func workbooks(t *testing.T) map[string]*excelize.File {
	t.Helper()
	out := map[string]*excelize.File{}
	for name, path := range all(t, "xlsx") {
		f, err := excelize.OpenFile(path)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { f.Close() })
		out[name] = f
	}
	if len(out) < 30 {
		t.Fatalf("only %d workbooks", len(out))
	}
	return out
}

// names gives a workbook's defined names, those of a sheet as sheet!name.
func names(f *excelize.File) map[string]string {
	out := map[string]string{}
	for _, n := range f.GetDefinedName() {
		name := n.Name
		if n.Scope != "Workbook" {
			name = n.Scope + "!" + n.Name
		}
		out[name] = n.RefersTo
	}
	return out
}

func TestWorkbooksHaveProperties(t *testing.T) {
	titles := map[string]string{}
	for name, f := range workbooks(t) {
		p, err := f.GetDocProps()
		if err != nil {
			t.Fatal(err)
		}
		if p.Title == "" || p.Keywords == "" || p.Language != "zh-CN" || !regexp.MustCompile(`^20\d\d-\d\d-\d\dT00:00:00Z$`).MatchString(p.Created) || p.Modified != p.Created {
			t.Errorf("%s: %+v", name, p)
		}
		if issued := strings.Contains(name, "清单（"+issuedOn); issued != (p.Creator != "") || issued != (p.Subject != "") {
			t.Errorf("%s: only what an organ issued has an author and a number: %q %q", name, p.Creator, p.Subject)
		}
		if other := titles[p.Title+p.Created]; other != "" {
			t.Errorf("%s and %s have the same title", name, other)
		}
		titles[p.Title+p.Created] = name
	}
}

// Every sheet of every kind prints on whole A4 pages that say what they are.
func TestWorkbooksPrintAlike(t *testing.T) {
	for name, f := range workbooks(t) {
		defined := names(f)
		for _, s := range f.GetSheetList() {
			margins, err1 := f.GetHeaderFooter(s)
			layout, err2 := f.GetPageLayout(s)
			props, err3 := f.GetSheetProps(s)
			view, err4 := f.GetSheetView(s, 0)
			if err1 != nil || err2 != nil || err3 != nil || err4 != nil {
				t.Fatal(err1, err2, err3, err4)
			}
			if !regexp.MustCompile(`^&L&9&"宋体,Regular".+&R&9&"宋体,Regular"\d{4}年\d+月\d+日版$`).MatchString(margins.OddHeader) || !strings.HasSuffix(margins.OddFooter, "第&P页 共&N页") {
				t.Errorf("%s, %s: header %q, footer %q", name, s, margins.OddHeader, margins.OddFooter)
			}
			if *layout.Size != 9 || *layout.FitToWidth != 1 || *layout.FitToHeight != 0 || !*props.FitToPage {
				t.Errorf("%s, %s: not A4, or not as wide as a page: %+v", name, s, layout)
			}
			if props.TabColorRGB == nil || *view.ZoomScale < 70 || *view.ZoomScale > 100 || *view.ShowGridLines {
				t.Errorf("%s, %s: tab %v, view %+v", name, s, props.TabColorRGB, view)
			}
			for _, n := range []string{"_xlnm.Print_Area", "_xlnm.Print_Titles"} {
				if defined[s+"!"+n] == "" {
					t.Errorf("%s, %s: no %s", name, s, n)
				}
			}
			if defined[s+"!ColumnTitle"]+defined[s+"!RowTitle"]+defined[s+"!Title"] == "" {
				t.Errorf("%s, %s: nothing tells screen readers the heads", name, s)
			}
			quoted := "'" + s + "'!"
			if !slices.ContainsFunc(f.GetDefinedName(), func(n excelize.DefinedName) bool {
				return strings.HasPrefix(n.Name, "表_") && strings.HasPrefix(n.RefersTo, quoted)
			}) {
				t.Errorf("%s, %s: the table has no name", name, s)
			}
			if panes, err := f.GetPanes(s); err != nil || !panes.Freeze {
				t.Errorf("%s, %s: nothing is frozen: %+v %v", name, s, panes, err)
			}
		}
		if f.GetActiveSheetIndex() != 0 {
			t.Errorf("%s opens at another sheet than the first", name)
		}
	}
}

// All workbooks offer the same named cell styles, and every cell is of one.
func TestWorkbooksShareOneFamilyOfStyles(t *testing.T) {
	const family = "Normal 公文标题 表注 表头 标目 正文 数据 填写 链接"
	for name, path := range all(t, "xlsx") {
		xml := entry(t, path, "xl/styles.xml")
		_, styles, _ := strings.Cut(xml, "<cellStyles")
		var got []string
		for _, m := range regexp.MustCompile(`<cellStyle name="([^"]*)"`).FindAllStringSubmatch(styles, -1) {
			got = append(got, m[1])
		}
		if strings.Join(got, " ") != family {
			t.Errorf("%s has styles %v", name, got)
		}
		_, looks, _ := strings.Cut(xml, "<cellXfs")
		looks, _, _ = strings.Cut(looks, "</cellXfs>")
		for i, xf := range strings.Split(looks, "<xf ")[1:] {
			if i > 0 && strings.Contains(xf, `xfId="0"`) {
				t.Errorf("%s: cell style %d is of no family: %s", name, i, xf)
			}
		}
		for _, m := range regexp.MustCompile(`<name val="([^"]*)"`).FindAllStringSubmatch(xml, -1) {
			if !slices.Contains([]string{"宋体", "黑体", "楷体", "方正小标宋简体"}, m[1]) {
				t.Errorf("%s uses %s", name, m[1])
			}
		}
	}
}

func entry(t *testing.T, path, part string) string {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	r, err := z.Open(part)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// Links lead to a cell of the workbook, and from another sheet back again.
func TestWorkbookLinksLeadThereAndBack(t *testing.T) {
	kinds := map[string]int{}
	for name, f := range workbooks(t) {
		defined := names(f)
		for _, s := range f.GetSheetList() {
			for cell, to := range links(t, f, s) {
				sheet, at, ok := strings.Cut(strings.ReplaceAll(defined[to], "$", ""), "!")
				if sheet = strings.Trim(sheet, "'"); !ok {
					t.Errorf("%s, %s!%s leads to %q, which is nowhere", name, s, cell, to)
					continue
				}
				if text, err := f.GetCellValue(sheet, at); err != nil || text == "" {
					t.Errorf("%s, %s!%s leads to the empty cell %s!%s: %v", name, s, cell, sheet, at, err)
				}
				if sheet == s {
					continue
				}
				if has, back, err := f.GetCellHyperLink(sheet, at); err != nil || !has || !strings.HasPrefix(defined[back], "'"+s+"'!") {
					t.Errorf("%s, %s!%s does not lead back to %s: %v %q", name, sheet, at, s, has, defined[back])
				}
				kinds[filepath.Base(filepath.Dir(name))]++
			}
		}
	}
	for _, folder := range []string{"任务书", "销号验收"} {
		if kinds[folder] == 0 {
			t.Errorf("no links in %s: %v", folder, kinds)
		}
	}
}

func links(t *testing.T, f *excelize.File, sheet string) map[string]string {
	t.Helper()
	cells, err := f.GetHyperLinkCells(sheet, "Location")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, c := range cells {
		_, to, err := f.GetCellHyperLink(sheet, c)
		if err != nil {
			t.Fatal(err)
		}
		out[c] = to
	}
	return out
}
