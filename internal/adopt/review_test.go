package adopt

import (
	"errors"
	"maps"
	"os"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"hongtou/internal/exchange"
	"hongtou/internal/testkit/judge"
)

func quiet(r ReviewReport) bool {
	return len(r.Changes)+len(r.Conflicts)+len(r.Additions)+len(r.Doubts) == 0
}

func TestNothingEdited(t *testing.T) {
	d := newDesk(t)
	for name, data := range map[string][]byte{"as exported": d.workbook(), "saved again": d.edit(func(*excelize.File) {})} {
		if r := d.review(data, true); !quiet(r) || r.Written || r.Rows != 5 {
			t.Errorf("%s: %+v", name, r)
		}
	}
	d.sameTree(sources)
}

// Each edit of cells makes exactly the replacement in the source, byte for
// byte, and reading the same workbook again changes nothing.
func TestEdits(t *testing.T) {
	type put struct {
		key, title string
		value      any
	}
	tests := map[string]struct {
		puts     []put
		file     string
		old, new string // in the file's text
		note     string // in the report
	}{
		"a field":               {[]put{{"01", "整改目标", "实现污水全收集。"}}, "01", "基本实现污水全收集", "实现污水全收集", ""},
		"a value below":         {[]put{{"01", "整改时限", "2022年3月底前"}}, "01", "\n2021年年底前", "\n2022年3月底前", ""},
		"a leading =":           {[]put{{"01", "整改目标", "=1+1不是公式"}}, "01", "基本实现污水全收集。", "=1+1不是公式", ""},
		"a number":              {[]put{{"01", "整改时限", 2022}}, "01", "\n2021年年底前", "\n2022", "数字"},
		"full width":            {[]put{{"01", "整改目标", "ＡＢＣ１２３％"}}, "01", "基本实现污水全收集。", "ＡＢＣ１２３％", ""},
		"quotes":                {[]put{{"01", "整改目标", `完成“三同时”"x"'y'`}}, "01", "基本实现污水全收集。", `完成“三同时”"x"'y'`, ""},
		"trailing blanks":       {[]put{{"01", "整改目标", "实现全收集。  \n\n"}}, "01", "基本实现污水全收集。", "实现全收集。", "空格已略去"},
		"a measure":             {[]put{{"01", "整改措施", "经梳理，采取以下措施：\n（一）加快建设，行成长效机制。\n（二）每月检查。\n（三）公开结果。"}}, "01", "定期检查", "每月检查", ""},
		"a measure with a slip": {[]put{{"01", "整改措施", "经梳理，采取以下措施：\n（一）抓紧建设，尽快行成长效机制。\n（二）定期检查。\n（三）公开结果。"}}, "01", "加快建设，行成{", "抓紧建设，尽快行成{", ""},
		"a slip mended":         {[]put{{"01", "整改措施", "经梳理，采取以下措施：\n（一）加快建设，形成长效机制。\n（二）定期检查。\n（三）公开结果。"}}, "01", "行成{sic=形成}", "形成", "笔误"},
		"a measure inserted":    {[]put{{"01", "整改措施", "经梳理，采取以下措施：\r\n（一）加快建设，行成长效机制。\r\n（二）定期检查。\r\n（三）加强监督。\r\n（三）公开结果。"}}, "01", "（三）公开", "（三）加强监督。\n\n（三）公开", ""},
		"a measure added":       {[]put{{"01", "整改措施", "经梳理，采取以下措施：\n（一）加快建设，行成长效机制。\n（二）定期检查。\n（三）公开结果。\n（四）加强监督。"}}, "01", "（三）公开结果。", "（三）公开结果。\n\n（四）加强监督。", ""},
		"a measure taken away":  {[]put{{"01", "整改措施", "经梳理，采取以下措施：\n（一）加快建设，行成长效机制。\n（三）公开结果。"}}, "01", "（二）定期检查。\n\n", "", ""},
		"the last taken away":   {[]put{{"01", "整改措施", "经梳理，采取以下措施：\n（一）加快建设，行成长效机制。\n（二）定期检查。"}}, "01", "\n\n（三）公开结果。", "", ""},
		"two taken away":        {[]put{{"01", "整改措施", "经梳理，采取以下措施：\n（一）加快建设，行成长效机制。"}}, "01", "\n\n（二）定期检查。\n\n（三）公开结果。", "", ""},
		"a measure in front":    {[]put{{"02.2", "整改措施", "分两步走：\n1.公开治理情况。\n2.接受社会监督。"}}, "02", "1.公开", "分两步走：\r\n\r\n1.公开", ""},
		"behind the label":      {[]put{{"02.1", "整改措施", "组织全面排查，完成治理。"}}, "02", "组织排查", "组织全面排查", ""},
		"one more behind it":    {[]put{{"02.1", "整改措施", "组织排查，完成治理。\n定期回访。"}}, "02", "组织排查，完成治理。", "组织排查，完成治理。\r\n\r\n定期回访。", ""},
		"a problem":             {[]put{{"01", "反馈问题", "第一项，污水管网建设进展缓慢。多数管网未按期完成。"}}, "01", "部分管网", "多数管网", ""},
		"a remark":              {[]put{{"02", "分项说明", "以上问题分两个方面进行整改。"}}, "02", "分2个方面", "分两个方面", ""},
		"a short title":         {[]put{{"01", "短标题", "管网滞后"}}, "01", `"管网：滞后" #`, "管网滞后 #", ""},
		"a short title with #":  {[]put{{"01", "短标题", `管网 # "x"`}}, "01", `"管网：滞后" #`, `'管网 # "x"' #`, ""},
		"a new short title":     {[]put{{"02", "短标题", "行业污染"}}, "02", "\uFEFF", "\uFEFF---\r\nshort: 行业污染\r\n---\r\n\r\n", ""},
		"two values of a file": {[]put{{"02.1", "整改目标", "按期完成治理。"}, {"02.1", "整改时限", "2021年年底前。"}}, "02",
			"完成治理。\r\n\r\n整改时限：2021年年底前\r\n\r\n责任单位：甲县政府\r\n\r\n责任领导：张三\r\n\r\n责任人员：李四\r\n\r\n督导单位：市丙局\r\n\r\n整改措施：组织",
			"按期完成治理。\r\n\r\n整改时限：2021年年底前。\r\n\r\n责任单位：甲县政府\r\n\r\n责任领导：张三\r\n\r\n责任人员：李四\r\n\r\n督导单位：市丙局\r\n\r\n整改措施：组织", ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			data := d.edit(func(f *excelize.File) {
				for _, p := range tt.puts {
					if err := f.SetCellValue(sheet, cell(t, f, p.key, p.title), p.value); err != nil {
						t.Fatal(err)
					}
				}
			})
			r := d.review(data, false)
			if len(r.Changes) != len(tt.puts) || r.Written {
				t.Fatalf("%+v", r)
			}
			d.sameTree(sources)
			said := ""
			for _, c := range r.Changes {
				said += c.Note
			}
			for _, doubt := range r.Doubts {
				said += doubt.Why
			}
			if !strings.Contains(said, tt.note) || tt.note == "" && said != "" {
				t.Errorf("said %q, want %q", said, tt.note)
			}
			want := maps.Clone(sources)
			p := "mini/items/" + tt.file + ".md"
			if strings.Count(want[p], tt.old) != 1 {
				t.Fatalf("%q stands %d times in %s", tt.old, strings.Count(want[p], tt.old), p)
			}
			want[p] = strings.Replace(want[p], tt.old, tt.new, 1)
			r = d.review(data, true)
			if !r.Written || len(r.Files) != 1 {
				t.Errorf("written: %+v", r.Files)
			}
			d.sameTree(want)
			if again := d.review(data, true); len(again.Changes)+len(again.Conflicts) != 0 {
				t.Errorf("again: %+v", again)
			}
		})
	}
}

// What cannot be taken as it is stays as it was, with the reason.
func TestDoubts(t *testing.T) {
	set := func(key, title string, v any) func(*testing.T, *excelize.File) {
		return func(t *testing.T, f *excelize.File) {
			if err := f.SetCellValue(sheet, cell(t, f, key, title), v); err != nil {
				t.Fatal(err)
			}
		}
	}
	tests := map[string]struct {
		change func(*testing.T, *excelize.File)
		want   string
	}{
		"emptied":        {set("01", "整改目标", ""), "被清空"},
		"two paragraphs": {set("01", "整改目标", "甲。\n乙。"), "只能是一段"},
		"amended":        {set("03", "整改时限", "2030年"), "已由2021年6月1日的修改通知修改，没有采用"},
		"no such field":  {set("02", "整改目标", "甲"), "没有“整改目标”字段"},
		"another number": {set("01", "反馈问题", "第九项，甲。"), "没有采用"},
		"a label":        {set("01", "整改措施", "（一）甲。\n责任单位：乙县"), "没有采用"},
		"a mark":         {set("01", "整改目标", "甲{sic=乙}"), "没有采用"},
		"a tab":          {set("01", "整改目标", "甲\t乙"), "没有采用"},
		"an attribute":   {set("01", "整改措施", "甲。\n{change item=01}"), "没有采用"},
		"a title":        {set("01", "整改措施", "甲。\n# 乙"), "没有采用"},
		"a fence":        {set("01", "整改措施", "甲。\n```"), "没有采用"},
		"an aspect":      {set("02.1", "整改措施", "（一）甲。\n整改目标：乙。"), "没有采用"},
		"unknown key":    {set("01", "编号", "77"), "没有编号“77”"},
		"key twice":      {set("03", "编号", "01"), "在第5行已经有了"},
		"number and key": {func(t *testing.T, f *excelize.File) {
			set("01", "整改目标", "第三项的目标")(t, f)
			set("01", "序号", "第三项")(t, f)
		}, "没有整行移动，这一行没有采用"},
		"a formula": {func(t *testing.T, f *excelize.File) {
			if err := f.SetCellFormula(sheet, cell(t, f, "01", "整改目标"), "1+1"); err != nil {
				t.Fatal(err)
			}
		}, "公式"},
		"a row deleted": {func(t *testing.T, f *excelize.File) {
			if err := f.RemoveRow(sheet, 5); err != nil {
				t.Fatal(err)
			}
		}, "没有第一项，没有删除"},
		"a column deleted": {func(t *testing.T, f *excelize.File) {
			at := cell(t, f, "01", "整改时限")
			if err := f.RemoveCol(sheet, strings.TrimRight(at, "0123456789")); err != nil {
				t.Fatal(err)
			}
		}, "没有“整改时限”一列"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			data := d.edit(func(f *excelize.File) { tt.change(t, f) })
			r := d.review(data, true)
			var said []string
			for _, doubt := range r.Doubts {
				said = append(said, doubt.Why)
			}
			if !strings.Contains(strings.Join(said, "\n"), tt.want) {
				t.Errorf("doubts %q, want %q", said, tt.want)
			}
			if len(r.Changes) > 0 {
				t.Errorf("changes %+v", r.Changes)
			}
			d.sameTree(sources)
		})
	}
}

// A change that cannot be taken does not take the others with it.
func TestGoodBesideBad(t *testing.T) {
	d := newDesk(t)
	r := d.review(d.edit(func(f *excelize.File) {
		_ = f.SetCellValue(sheet, cell(t, f, "01", "整改目标"), "甲{sic=乙}")
		_ = f.SetCellValue(sheet, cell(t, f, "02.1", "整改目标"), "按期完成。")
	}), true)
	if len(r.Changes) != 1 || len(r.Doubts) != 1 || !r.Written {
		t.Errorf("%+v", r)
	}
}

func TestDates(t *testing.T) {
	d := newDesk(t)
	r := d.review(d.edit(func(f *excelize.File) {
		at := cell(t, f, "01", "整改时限")
		style, err := f.NewStyle(&excelize.Style{NumFmt: 14})
		if err != nil {
			t.Fatal(err)
		}
		_ = f.SetCellStyle(sheet, at, at, style)
		_ = f.SetCellValue(sheet, at, 44469)
	}), false)
	if len(r.Changes) != 1 || r.Changes[0].New[0] != "2021年9月30日" || !strings.Contains(r.Changes[0].Note, "日期") {
		t.Errorf("%+v", r)
	}
}

// Sorting, moving, hiding and renaming change nothing.
func TestRearranged(t *testing.T) {
	d := newDesk(t)
	data := d.edit(func(f *excelize.File) {
		if err := f.UnprotectSheet(sheet); err != nil {
			t.Fatal(err)
		}
		rows, _ := f.GetRows(sheet)
		last := len(rows)
		for i, row := range [][]string{rows[4], rows[last-1]} { // swap the first and the last
			for k := range max(len(rows[4]), len(rows[last-1])) {
				text := ""
				if k < len(row) {
					text = row[k]
				}
				at, _ := excelize.CoordinatesToCellName(k+1, []int{last, 5}[i])
				_ = f.SetCellStr(sheet, at, strings.ReplaceAll(text, "_x0041_", "_x005F_x0041_")) // as the format writes it
			}
		}
		if err := f.InsertCols(sheet, "C", 1); err != nil { // a column of their own
			t.Fatal(err)
		}
		if err := f.InsertRows(sheet, 1, 2); err != nil {
			t.Fatal(err)
		}
		_ = f.SetColVisible(sheet, "F", false)
		_ = f.SetRowVisible(sheet, 9, false)
		_ = f.SetCellStr(sheet, "G6", "工作目标")
	})
	r := d.review(data, true)
	if len(r.Changes)+len(r.Conflicts)+len(r.Additions) != 0 || len(r.Doubts) != 1 || !strings.Contains(r.Doubts[0].Why, "改成了“工作目标”") {
		t.Errorf("%+v", r)
	}
	d.sameTree(sources)
}

func TestAddedRow(t *testing.T) {
	d := newDesk(t)
	r := d.review(d.edit(func(f *excelize.File) {
		if err := f.InsertRows(sheet, 6, 1); err != nil {
			t.Fatal(err)
		}
		_ = f.SetCellStr(sheet, "D6", "噪声扰民。")
		_ = f.SetCellStr(sheet, "F6", "达标。")
	}), true)
	if len(r.Additions) != 1 || r.Additions[0].ID != "04" || r.Additions[0].Text != "第四项，噪声扰民。\n\n整改目标：达标。\n" || r.Written {
		t.Errorf("%+v", r)
	}
	d.sameTree(sources)
}

func TestConflict(t *testing.T) {
	d := newDesk(t)
	data := d.edit(func(f *excelize.File) {
		_ = f.SetCellValue(sheet, cell(t, f, "01", "整改目标"), "表格里的目标。")
		_ = f.SetCellValue(sheet, cell(t, f, "02.2", "整改目标"), "群众非常满意。")
		_ = f.SetCellValue(sheet, cell(t, f, "03", "整改目标"), "按期完成。")
	})
	changed := maps.Clone(sources)
	changed["mini/items/01.md"] = strings.Replace(changed["mini/items/01.md"], "基本实现污水全收集", "源文件里的目标", 1)
	changed["mini/items/03.md"] = strings.Replace(changed["mini/items/03.md"], "完成治理", "按期完成", 1) // the same edit
	for _, p := range []string{"mini/items/01.md", "mini/items/03.md"} {
		d.write(p, changed[p])
	}
	r := d.review(data, true)
	if len(r.Conflicts) != 1 || len(r.Changes) != 1 || len(r.Doubts) != 0 {
		t.Fatalf("%+v", r)
	}
	c := r.Conflicts[0]
	if c.Base[0] != "基本实现污水全收集。" || c.Source[0] != "源文件里的目标。" || c.Given[0] != "表格里的目标。" || c.Line != 8 || !strings.HasSuffix(c.File, "content/mini/items/01.md") {
		t.Errorf("%+v", c)
	}
	changed["mini/items/02.md"] = strings.Replace(changed["mini/items/02.md"], "群众满意", "群众非常满意", 1)
	d.sameTree(changed)
}

func TestDamagedWorkbook(t *testing.T) {
	d := newDesk(t)
	tests := map[string]struct {
		change func(*excelize.File)
		want   string
	}{
		"base edited":   {func(f *excelize.File) { _ = f.SetCellStr("底稿", "D5", "改了") }, "被改动过"},
		"keys gone":     {func(f *excelize.File) { _ = f.RemoveRow(sheet, 3) }, "请重新导出"},
		"key column":    {func(f *excelize.File) { _ = f.RemoveCol(sheet, "A") }, "没有“编号”列"},
		"column twice":  {func(f *excelize.File) { _ = f.SetCellStr(sheet, "E3", "hongtou-export:goal") }, "出现了两次"},
		"other version": {func(f *excelize.File) { _ = f.SetCellStr("底稿", "B1", "9") }, "另一版本"},
		"other dossier": {func(f *excelize.File) { _ = f.SetCellStr("底稿", "B2", "别处") }, "没有案卷“别处”"},
	}
	for name, tt := range tests {
		if _, err := Review(d.content, "清单.xlsx", d.edit(tt.change), true); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %s", name, err, tt.want)
		}
	}
	if _, err := Review(d.content, "清单.xlsx", d.edit(func(f *excelize.File) { _ = f.DeleteSheet("底稿") }), true); !errors.Is(err, exchange.ErrForeign) {
		t.Errorf("without base: %v", err)
	}
	if !exchange.Ours(d.edit(func(f *excelize.File) { _ = f.DeleteSheet("底稿") })) {
		t.Error("without base it would be taken for a plan")
	}
	d.sameTree(sources)
}

// LibreOffice opens the workbook, writes it anew, and nothing has changed; an
// edit in what it wrote is found like any other.
func TestOffice(t *testing.T) {
	d := newDesk(t)
	written, err := os.ReadFile(judge.OfficeConvert(t, d.file, "xlsx")[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(d.file, written, 0o644); err != nil {
		t.Fatal(err)
	}
	if !exchange.Ours(d.workbook()) {
		t.Fatal("not recognised")
	}
	if r := d.review(d.workbook(), true); !quiet(r) || r.Rows != 5 {
		t.Errorf("%+v", r)
	}
	r := d.review(d.edit(func(f *excelize.File) {
		_ = f.SetCellValue(sheet, cell(t, f, "02.1", "整改目标"), "按期完成治理。")
	}), true)
	if len(r.Changes) != 1 || !r.Written {
		t.Errorf("%+v", r)
	}
	want := maps.Clone(sources)
	want["mini/items/02.md"] = strings.Replace(want["mini/items/02.md"], "完成治理。\r\n\r\n整改时限", "按期完成治理。\r\n\r\n整改时限", 1)
	d.sameTree(want)
}

// What check will say is known before anything is written.
func TestForeseen(t *testing.T) {
	d := newDesk(t)
	data := d.edit(func(f *excelize.File) {
		_ = f.SetCellValue(sheet, cell(t, f, "01", "责任领导"), "赵六")
		_ = f.SetCellValue(sheet, cell(t, f, "02.1", "整改时限"), "尽快")
	})
	r := d.review(data, false)
	if len(r.Foreseen) != 2 || r.Errors() != 1 || r.Foreseen[0].Code != "unknown-person" || r.Foreseen[1].Code != "deadline-unreadable" {
		t.Errorf("%+v", r.Foreseen)
	}
	d.sameTree(sources)
	if r := d.review(data, true); !r.Written || len(r.Changes) != 2 {
		t.Errorf("%+v", r)
	}
}
