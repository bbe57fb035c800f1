package compose

import (
	"slices"
	"strings"
	"testing"

	"hongtou/internal/amend"
	"hongtou/internal/assign"
	"hongtou/internal/doc"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
)

func sheetOf(t *testing.T, w *doc.Workbook, name string) doc.Sheet {
	t.Helper()
	i := slices.IndexFunc(w.Sheets, func(s doc.Sheet) bool { return s.Name == name })
	if i < 0 {
		t.Fatalf("no sheet %s", name)
	}
	return w.Sheets[i]
}

// TestLedgerRows names every row: a task, a role, a body.
func TestLedgerRows(t *testing.T) {
	want := []string{
		"1 | 甲县 | 甲县委 | 负责 | 第一项 | 污水直排 | 2021年底前 | 2021-12-31 | 张三 |  | [tick] |  | [date] | [text]",
		"2 | 甲县 | 甲县政府 | 负责 | 第一项 | 污水直排 | 2021年底前 | 2021-12-31 | 张三 | 李四（推断） | [tick] |  | [date] | [text]",
		"3 | 市乙局 |  | 负责 | 第一项 | 污水直排 | 2021年底前 | 2021-12-31 | 张三 |  | [tick] |  | [date] | [text]",
		"4 | 市丙局 |  | 督导 | 第一项 | 污水直排 | 2021年底前 | 2021-12-31 | 张三 |  | [tick] |  | [date] | [text]",
		"5 | 待确定 | 原文“各成员单位” | 负责 | 第二项 | 烟气超标 | 2021年8月底前 | 2021-08-31 | 张三 |  | [tick] |  | [date] | [text]",
		"6 | 待确定 | 原文“各成员单位” | 督导 | 第二项 | 烟气超标 | 2021年8月底前 | 2021-08-31 | 张三 |  | [tick] |  | [date] | [text]",
		"7 | 市乙局 |  | 负责 | 第三项 | 机制不全 | 长期坚持 | 长期坚持 | 张三 |  | [tick] |  | [date] | [text]",
		"8 | 市丁局 |  | 督导 | 第三项 | 机制不全 | 长期坚持 | 长期坚持 | 张三 |  | [tick] |  | [date] | [text]",
		"9 | 市庚局 |  | 负责 | 第五项 | 噪声扰民 | 2022年底前 | 2022-12-31 | 张三 |  | [tick] |  | [date] | [text]",
		"10 | 市庚局 |  | 督导 | 第五项 | 噪声扰民 | 2022年底前 | 2022-12-31 | 张三 |  | [tick] |  | [date] | [text]",
		"11 | 市己局 |  | 负责 | 第六项 | 扬尘严重 | 2021年底前 | 2021-12-31 | 张三 |  | [tick] |  | [date] | [text]",
		"12 | 市己局 |  | 督导 | 第六项 | 扬尘严重 | 2021年底前 | 2021-12-31 | 张三 |  | [tick] |  | [date] | [text]",
	}
	m := composed(t, handed(t, nil), docset.Ledger)
	compareRows(t, "台账", rowLines(sheetOf(t, m.Workbook, "台账").Table), want)
	var closing []string
	for _, row := range want {
		c := strings.Split(row, " | ")
		if c[3] == "负责" {
			closing = append(closing, strings.Join([]string{c[0], c[1], c[2], c[4], c[5], c[7]}, " | ")+strings.Repeat(" | [date]", 5)+" | [text] | [date] | [text] | [text]")
		}
	}
	compareRows(t, "验收销号", rowLines(sheetOf(t, m.Workbook, "验收销号").Table), closing)
	golden(t, "handed-ledger-workbook", doc.DumpWorkbook(m.Workbook))
}

// TestLedgerCounts: months in order, each task once; what is beside the known
// units is told.
func TestLedgerCounts(t *testing.T) {
	w := composed(t, handed(t, nil), docset.Ledger).Workbook
	var months []string
	for _, r := range sheetOf(t, w, "按月汇总").Table.Rows {
		line := lines(r.Cells[0].Paragraphs)
		if n := r.Cells[1].Count; n != nil {
			line += strings.Repeat("一", *n)
		}
		months = append(months, line)
	}
	compareRows(t, "months", months, []string{"2021年8月一", "2021年12月一一", "2022年12月一", "长期坚持一", "合计"})
	var units []string
	for _, r := range sheetOf(t, w, "按单位汇总").Table.Rows {
		units = append(units, lines(r.Cells[0].Paragraphs))
	}
	compareRows(t, "units", units, strings.Fields("甲县 市乙局 市丙局 市丁局 市庚局 市己局 待确定 合计"))
	help := rowLines(sheetOf(t, w, "填表说明").Table)
	if last := help[len(help)-1]; !strings.HasSuffix(last, "/第三项：负责“各成员单位”") {
		t.Errorf("%q", last)
	}
}

// TestLedgerOfWhatIsDueAtOnce: it is no standing task, the ledger says it in the
// text's own words, and the summary counts these words by themselves.
func TestLedgerOfWhatIsDueAtOnce(t *testing.T) {
	d := handed(t, nil)
	items := d.Annex.Parts[0].Items
	for i, words := range map[int]string{0: "立行立改", 4: "发现问题立查立改", 5: "立行立改，持续加强，长期坚持"} {
		items[i].Aspects[0].Field(dossier.Deadline).Value.Value = words
	}
	w := composed(t, d, docset.Ledger).Workbook
	want := map[string]string{"第一项": "立行立改", "第二项": "2021-08-31", "第三项": "长期坚持", "第五项": "立查立改", "第六项": "长期坚持"}
	for _, row := range rowLines(sheetOf(t, w, "台账").Table) {
		if c := strings.Split(row, " | "); c[7] != want[c[4]] {
			t.Errorf("%s: %q", c[4], c[7])
		}
	}
	var months []string
	for _, r := range sheetOf(t, w, "按月汇总").Table.Rows {
		months = append(months, lines(r.Cells[0].Paragraphs))
		if f, ok := r.Cells[2].Formula.(doc.Tally); ok && strings.HasPrefix(months[len(months)-1], "立") && f.Where[0].Equals != months[len(months)-1] {
			t.Errorf("%s counts %+v", months[len(months)-1], f.Where)
		}
	}
	compareRows(t, "months", months, strings.Fields("立行立改 立查立改 2021年8月 长期坚持 合计"))
}

// TestLedgerFormulasFitItsColumns: templates name columns by number and states
// by word; both have to be those of the counted sheet, and every row counted
// must have exactly one state or none.
func TestLedgerFormulasFitItsColumns(t *testing.T) {
	w := composed(t, handed(t, nil), docset.Ledger).Workbook
	ledger := sheetOf(t, w, "台账")
	var heads []string
	for _, c := range ledger.Table.Head[0].Cells {
		heads = append(heads, lines(c.Paragraphs))
	}
	state, overdue := slices.Index(heads, "状态"), slices.Index(heads, "超期")
	states := ledger.Table.Rows[0].Cells[state].Choices
	f := ledger.Table.Rows[0].Cells[overdue].Formula.(doc.Overdue)
	if heads[f.Deadline] != "时限日期" || f.State != state || slices.ContainsFunc(f.Done, func(s string) bool { return !slices.Contains(states, s) }) {
		t.Errorf("overdue %+v", f)
	}
	known := map[string][]string{"职责": {"负责", "督导"}, "状态": states, "超期": {f.Word}, "时限日期": {"长期坚持"}}
	for _, name := range []string{"按单位汇总", "按月汇总"} {
		for _, r := range sheetOf(t, w, name).Table.Rows {
			var counted []string
			for _, c := range r.Cells {
				tally, ok := c.Formula.(doc.Tally)
				if !ok {
					continue
				}
				role, of := "", "合计"
				for _, cond := range tally.Where {
					head := heads[cond.Column]
					if cond.Equals != "" && !slices.Contains(known[head], cond.Equals) {
						t.Errorf("%s: nothing in %s equals %q", name, head, cond.Equals)
					}
					switch {
					case head == "职责":
						role = cond.Equals
					case head == "状态" || head == "超期":
						of = cond.Equals
					case cond.SameAs != nil && (head != "收文单位" || *cond.SameAs != 0):
						t.Errorf("%s: %+v", name, cond)
					}
				}
				if role == "负责" {
					counted = append(counted, of)
				}
			}
			want := slices.Concat([]string{"", "合计", "超期"}, states)
			slices.Sort(want)
			if slices.Sort(counted); len(counted) > 0 && !slices.Equal(counted, want) {
				t.Errorf("%s counts %q, want %q", name, counted, want)
			}
		}
	}
}

// TestLedgerIsComplete: on dossiers made by chance, every duty of the
// assignment has its row and every task has somebody to answer for it, be it
// somebody unknown; nothing is there twice.
func TestLedgerIsComplete(t *testing.T) {
	eachBook(t, 20, func(t *testing.T, d *dossier.Dossier) {
		for _, m := range composeKinds(t, d, docset.Ledger) {
			editions, _ := amend.Editions(d)
			checkLedger(t, m, assign.Of(editions[len(editions)-1]))
		}
	})
	ds := dossiers(t)
	for i := range ds {
		editions, _ := amend.Editions(&ds[i])
		checkLedger(t, composed(t, &ds[i], docset.Ledger), assign.Of(editions[len(editions)-1]))
	}
}

func checkLedger(t *testing.T, m made, a assign.Assignment) {
	t.Helper()
	want := map[string]bool{}
	for i := range a.Tasks {
		for _, d := range a.Tasks[i].Duties {
			want[a.Tasks[i].Label+map[dossier.FieldKind]string{dossier.Responsible: "负责", dossier.Supervisors: "督导"}[d.Field]+d.Unit.Name.Value] = true
		}
	}
	got, answered := map[string]bool{}, map[string]bool{}
	for _, r := range m.Workbook.Sheets[0].Table.Rows {
		cell := func(i int) string { return lines(r.Cells[i].Paragraphs) }
		body := cell(2)
		if body == "" {
			body = cell(1)
		}
		key := cell(4) + cell(3) + body
		if got[key] {
			t.Errorf("%s stands twice", key)
		}
		got[key] = true
		answered[cell(4)] = answered[cell(4)] || cell(3) == "负责"
		if cell(1) != "待确定" && !want[key] {
			t.Errorf("%s is nobody's duty", key)
		}
		delete(want, key)
	}
	for key := range want {
		t.Errorf("%s is missing", key)
	}
	for i := range a.Tasks {
		if !answered[a.Tasks[i].Label] {
			t.Errorf("%s has no row of those who answer for it", a.Tasks[i].Label)
		}
	}
}

// TestLedgerPrintsNothingNewer: a ledger of an older day knows nothing of later
// notices.
func TestLedgerPrintsNothingNewer(t *testing.T) {
	d := handed(t, nil)
	editions, _ := amend.Editions(d)
	docs, _ := docset.Plan(editions, "2021-05-31")
	i := slices.IndexFunc(docs, func(p docset.Document) bool { return p.Kind == docset.Ledger })
	c, problems := Compose(embedded(t), docs[i])
	if dump := doc.DumpWorkbook(c.Workbook); len(problems) > 0 || strings.Contains(dump, "2021年6月1日") || strings.Contains(dump, "市庚局") || !strings.Contains(dump, "第四项") {
		t.Error(problems, dump)
	}
}
