package compose

import (
	"slices"
	"strings"
	"testing"

	"hongtou/internal/assign"
	"hongtou/internal/doc"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
)

// office is a dossier with everything a task book tells: a county whose party
// and government share one book, groups, inferred people, an item of two
// aspects, a unit that supervises what it answers for, and a notice by which
// one task changes, one changes hands and one has run out of time.
func office(t testing.TB) *dossier.Dossier {
	t.Helper()
	return loadedFrom(t, map[string]string{
		"units.yaml": `units:
  - {id: jia-xian, name: 甲县, kind: county}
  - {id: jia-xian-wei, name: 甲县委, kind: party, book: jia-xian}
  - {id: jia-xian-zhengfu, name: 甲县政府, kind: government, book: jia-xian}
  - {id: yi-ju, name: 市乙局, kind: department}
  - {id: bing-ju, name: 市丙局, kind: department}
groups:
  - {id: ge-xian, name: 各县委、政府, members: [jia-xian-wei, jia-xian-zhengfu], basis: 只有一县}
people:
  - {name: 张三, leader: true, basis: 第一项}
  - {name: 李四, units: [jia-xian-zhengfu], inferred: true, basis: 第一项排在第一}
  - {name: 王五, units: [yi-ju], basis: 第一项}
`,
		"jia/dossier.yaml": `name: 甲市整改方案
notice:
  number: 甲办〔2021〕3号
  issuers: [甲市委办公室]
  signature: [甲市委办公室]
  date: 2021年3月5日
annex:
  mark: 附件
  title: 整改措施清单
  parts:
    - heading: 一、第一部分（3项）
      items: ["01", "02", "03"]
handout:
  reporting:
    clauses: ["1.2"]
    paragraphs: [每月25日前报送进展。]
`,
		"jia/notice.md": "# 关于印发《甲市整改方案》的通知\n\n各县委、政府：\n\n现印发给你们。\n",
		"jia/plan.md":   "# 甲市|整改方案\n\n一、保障\n\n（一）领导。加强领导。\n\n（二）销号。整改一项、销号一项。\n\n附件：整改措施清单\n",
		"jia/items/01.md": "第一项，问题不少。详见报告。\n\n还有一段。\n\n整改目标：完成。\n\n整改时限：2021年2月底前完成甲，2021年底前完成乙\n\n责任单位：各县委、政府，市乙局\n\n责任领导：张三\n\n责任人员：李四、王五\n\n督导单位：市乙局\n\n整改措施：\n\n经梳理，措施如下。\n\n" +
			"（一）甲县政府建立机制。\n\n接着说。\n\n（二）各县委、政府检查。\n",
		"jia/items/02.md": "第二项，另一问题。\n\n整改目标：长效。\n\n整改时限：长期坚持\n\n责任单位：市丙局\n\n督导单位：市乙局\n\n整改措施：做乙。\n",
		"jia/items/03.md": "第三项，两个问题。\n\n以上问题分2个方面进行整改。\n\n（一）头一个。\n\n整改时限：2021年5月底前\n\n责任单位：市丙局\n\n整改措施：查。\n\n（二）后一个。\n\n整改时限：2021年6月底前\n\n责任单位：甲县政府\n\n整改措施：改。\n",
		"jia/amendments/2021-06-10.md": "---\ndate: 2021年6月10日\nnumber: 甲办〔2021〕9号\nissuers: [甲市委办公室]\nsignature: [甲市委办公室]\n---\n\n# 关于调整《甲市整改方案》的通知\n\n各县委、政府：\n\n修改如下。\n\n" +
			"一、第一项，问题不少。\n\n{change item=01 field=goal}\n整改目标修改为：限期完成。\n\n二、第三项，两个问题。\n\n{change item=03.2 field=responsible}\n第（二）方面责任单位修改为：市乙局\n",
	})
}

func booksOf(t testing.TB, d *dossier.Dossier, k docset.Kind) map[string]made {
	out := map[string]made{}
	for _, m := range composeKinds(t, d, k) {
		out[m.Unit] = m
	}
	return out
}

func TestTaskBooks(t *testing.T) {
	d := office(t)
	books := booksOf(t, d, docset.TaskBook)
	for unit, m := range books {
		golden(t, "office-taskbook-"+unit, doc.Dump(m.Composed.Document))
		golden(t, "office-taskbook-"+unit+"-workbook", doc.DumpWorkbook(m.Workbook))
	}
	if len(books) != 3 || books["bing-ju"].Edition != "2021-03-05" || books["yi-ju"].Edition != "2021-06-10" {
		t.Errorf("%d books, of other editions than expected", len(books))
	}
	for _, m := range composeKinds(t, d, docset.Clauses, docset.Volume) {
		golden(t, "office-"+string(m.Kind)+"-"+m.Unit, doc.Dump(m.Composed.Document))
	}
}

// TestTaskBookOfTheNeutralDossier is the book of units that share one, in the
// dossier that other kinds are shown on.
func TestTaskBookOfTheNeutralDossier(t *testing.T) {
	f := &fixture{say: plainly}
	for unit, m := range booksOf(t, f.dossier(), docset.TaskBook) {
		golden(t, "neutral-taskbook-"+unit, doc.Dump(m.Composed.Document))
		golden(t, "neutral-taskbook-"+unit+"-workbook", doc.DumpWorkbook(m.Workbook))
	}
}

// said gives every paragraph of a document's or workbook's tables and text.
func said(c Composed) (document, workbook map[string]bool) {
	document, workbook = map[string]bool{}, map[string]bool{}
	rows := func(into map[string]bool, t doc.Table) {
		for _, r := range slices.Concat(t.Head, t.Rows) {
			for _, cell := range r.Cells {
				for _, p := range cell.Paragraphs {
					into[doc.Plain(p)] = true
				}
			}
		}
	}
	if c.Document != nil {
		for _, text := range treeText(withoutForms(c.Document)) {
			document[text] = true
		}
		for _, b := range c.Document.Blocks {
			if table, ok := b.(doc.Table); ok {
				rows(document, table)
			}
		}
	}
	if c.Workbook != nil {
		for _, s := range c.Workbook.Sheets {
			rows(workbook, s.Table)
		}
	}
	return document, workbook
}

// withoutForms leaves out the blocks that treeText does not know.
func withoutForms(d *doc.Document) *doc.Document {
	blocks := slices.DeleteFunc(slices.Clone(d.Blocks), func(b doc.Block) bool { _, is := b.(doc.Contents); return is })
	return &doc.Document{Blocks: blocks}
}

// stringsOf gives every string of the recipient's tasks.
func stringsOf(r *assign.Recipient) []string {
	var out []string
	for _, s := range slices.Concat(r.Responsible, r.Supervised) {
		out = append(append(append(out, values(s.Task.Item.Problem)...), values(s.Task.Item.Remarks)...), values(s.Task.Aspect.Problem)...)
		for _, f := range s.Task.Aspect.Fields {
			out = append(out, f.Value.Value)
			for _, m := range f.Measures {
				out = append(out, m.Text.Value)
			}
		}
	}
	return present(out)
}

// checkBooks proves that every string of every task stands in full, as a
// paragraph of its own, in the document and in the workbook of each recipient.
func checkBooks(t *testing.T, d *dossier.Dossier) (books int) {
	t.Helper()
	for _, m := range composeKinds(t, d, docset.TaskBook, docset.Clauses) {
		if m.Kind == docset.Clauses {
			checkClauses(t, m)
			continue
		}
		books++
		document, workbook := said(m.Composed)
		for _, s := range stringsOf(m.Recipient) {
			if !document[s] || !workbook[s] && !endsWith(workbook, "："+s) {
				t.Errorf("book of %s lacks %q: document %v, workbook %v", m.Unit, s, document[s], workbook[s])
			}
		}
	}
	return books
}

func checkClauses(t *testing.T, m made) {
	t.Helper()
	text := strings.Join(treeText(withoutForms(m.Composed.Document)), "\n")
	for _, s := range stringsOf(m.Recipient) {
		if !strings.Contains(text, s) {
			t.Errorf("clauses of %s lack %q", m.Unit, s)
		}
	}
}

// endsWith says whether a cell holds the value behind a label of its own.
func endsWith(cells map[string]bool, s string) bool {
	for c := range cells {
		if strings.HasSuffix(c, s) {
			return true
		}
	}
	return false
}

func TestBooksHoldEveryString(t *testing.T) {
	checkBooks(t, office(t))
	ds := dossiers(t)
	for i := range ds {
		checkBooks(t, &ds[i])
	}
	eachBook(t, 15, func(t *testing.T, d *dossier.Dossier) { checkBooks(t, d) })
}

// TestBooksPrintValuesLiterally makes the texts of books hostile.
func TestBooksPrintValuesLiterally(t *testing.T) {
	books := 0
	for _, h := range hostile {
		f := &fixture{say: func(s string) string { return h + s + h }}
		if books += checkBooks(t, f.dossier()); t.Failed() {
			t.Fatalf("with %q", h)
		}
	}
	if books < len(hostile) {
		t.Errorf("only %d books of hostile texts", books)
	}
}

// TestBooksHideWhatTheyDoNotHave checks what stands in whose book.
func TestBooksHideWhatTheyDoNotHave(t *testing.T) {
	books := booksOf(t, office(t), docset.TaskBook)
	for unit, words := range map[string][]string{
		"jia-xian": {"+李四（按原文排列顺序推断，请核对）", "+不再承担第三项（二）（原负责）。", "+【提示】“2021年2月底前”在2021年6月10日通知印发时已过。", "-做乙。", "+【提示】“各县委、政府”包括甲县委、甲县政府。"},
		"yi-ju":    {"+王五", "+增加任务第三项（二）（负责）。", "+【提示】第一项由本单位负责并督导，全文见“负责的任务”。", "+【提示】本单位同时督导本项。", "-查。"},
		"bing-ju":  {"-本次修改", "-限期完成。", "+每月25日前报送进展。", "-改。", "-关于调整《甲市整改方案》的通知（甲办〔2021〕9号，2021年6月10日）"},
	} {
		document, _ := said(books[unit].Composed)
		for _, note := range notes(books[unit].Composed.Document) {
			document[note] = true
		}
		for _, w := range words {
			if want := w[0] == '+'; document[w[1:]] != want {
				t.Errorf("%s: %q there: %v", unit, w[1:], !want)
			}
		}
	}
}

func notes(d *doc.Document) []string {
	var out []string
	for _, b := range d.Blocks {
		if p, ok := b.(doc.Paragraph); ok && len(p.Text) > 0 && p.Text[0].Style == doc.Note {
			out = append(out, doc.Plain(p.Text))
		}
	}
	return out
}

// TestOverviewIsSortedByDeadline expects dated tasks first and standing ones
// last, each once.
func TestOverviewIsSortedByDeadline(t *testing.T) {
	for unit, want := range map[string]string{"jia-xian": "第一项", "yi-ju": "第一项 第三项（二） 第二项", "bing-ju": "第三项（一） 第二项"} {
		var got []string
		for _, row := range booksOf(t, office(t), docset.TaskBook)[unit].Workbook.Sheets[0].Table.Rows {
			got = append(got, doc.Plain(row.Cells[0].Paragraphs[0]))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v, want %s", unit, got, want)
		}
	}
}

// TestVolumeHoldsEveryBook expects all books with different anchors, named in
// the contents, and no receipt.
func TestVolumeHoldsEveryBook(t *testing.T) {
	d := office(t)
	m := composeKinds(t, d, docset.Volume)[0]
	ids := map[string]bool{}
	receipts, entries := 0, 0
	for _, b := range m.Composed.Document.Blocks {
		var place doc.Outline
		switch b := b.(type) {
		case doc.Title:
			place = b.Outline
			if doc.Plain(slices.Concat(b.Lines...)) == "回执" {
				receipts++
			}
		case doc.Paragraph:
			place = b.Outline
		case doc.Contents:
			entries = len(b.Entries)
		}
		if place.ID != "" && ids[place.ID] {
			t.Errorf("anchor %s twice", place.ID)
		}
		ids[place.ID] = true
	}
	if entries != 3 || receipts != 0 || !ids["book-jia_2dxian"] {
		t.Errorf("%d entries, %d receipts, anchors %v", entries, receipts, ids)
	}
	document, _ := said(m.Composed)
	for _, book := range m.Parts {
		for _, s := range stringsOf(book.Recipient) {
			if !document[s] {
				t.Errorf("volume lacks %q of %s", s, book.Unit)
			}
		}
	}
}

// TestBooksDoNotTellOfItemsOfOthers: in the chain of notices the second item
// was deleted, behind the last measure of the first; only those who had it are
// told.
func TestBooksDoNotTellOfItemsOfOthers(t *testing.T) {
	told := false
	for _, m := range composeKinds(t, chain(t), docset.TaskBook, docset.Clauses, docset.Consolidated) {
		text := strings.Join(append(notes(m.Composed.Document), cellNotes(m.Composed.Document)...), "\n")
		if is := strings.Contains(text, "第二项"); m.Kind == docset.Consolidated {
			told = told || is
		} else if is {
			t.Errorf("%s of %s tells of the second item: %s", m.Kind, m.Unit, text)
		}
	}
	if !told {
		t.Error("the consolidated text does not tell of it either")
	}
}

// cellNotes gives the remarks in cells.
func cellNotes(d *doc.Document) []string {
	var out []string
	for _, b := range d.Blocks {
		table, _ := b.(doc.Table)
		for _, r := range table.Rows {
			for _, c := range r.Cells {
				for _, p := range c.Paragraphs {
					if len(p) > 0 && p[0].Style == doc.Note {
						out = append(out, doc.Plain(p))
					}
				}
			}
		}
	}
	return out
}
