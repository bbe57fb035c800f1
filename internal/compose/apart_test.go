package compose

import (
	"slices"
	"strings"
	"testing"

	"hongtou/internal/diag"
	"hongtou/internal/doc"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
)

// notice is an amending notice of some day in the content that handed gives.
func notice(day, title, number, body string) string {
	if number != "" {
		number = "number: " + number + "\n"
	}
	return "---\ndate: " + day + "\n" + number + "issuers: [甲市委办公室]\nsignature: [甲市委办公室]\n---\n\n# " + title + "\n\n各县委、政府：\n\n" + body
}

const (
	firstGoal = "{change item=01 field=goal}\n第一项整改目标修改为：全部完成。\n"
	fifthGoal = "{change item=05 field=goal}\n第五项整改目标修改为：彻底完成。\n"
	aboutPlan = "关于修改《甲市整改方案》的通知"
)

// twoADay is a dossier amended twice on one day: the first notice changes a task
// of some, the second one of others.
func twoADay(t testing.TB, titles [2]string, numbers [2]string) *dossier.Dossier {
	return handed(t, map[string]string{
		"jia/amendments/2021-06-01.md":   notice("2021年6月1日", titles[0], numbers[0], firstGoal),
		"jia/amendments/2021-06-01-2.md": notice("2021年6月1日", titles[1], numbers[1], fifthGoal),
	})
}

// TestBooksCiteOnlyWhatChangedThem: of two notices of one day a book names the
// one that changed it.
func TestBooksCiteOnlyWhatChangedThem(t *testing.T) {
	d := twoADay(t, [2]string{"关于补充《甲市整改方案》的通知", aboutPlan}, [2]string{"甲办〔2021〕9号", "甲办〔2021〕10号"})
	for unit, want := range map[string]string{"jia": "2021年6月1日补充通知（甲办〔2021〕9号）", "wu": "2021年6月1日修改通知（甲办〔2021〕10号）"} {
		m := booksOf(t, d, docset.TaskBook)[unit]
		if got := lines([][]doc.Inline{sheetOf(t, m.Workbook, "本次修改").Status}); got != want+"。删除线为删去的文字，下划线为增加的文字" {
			t.Errorf("%s: %s", unit, got)
		}
	}
}

// TestNoticesOfOneDayAreToldApart: by their numbers, by what they do, or else by
// their order.
func TestNoticesOfOneDayAreToldApart(t *testing.T) {
	for _, c := range []struct {
		titles, numbers [2]string
		list, book      string
	}{
		{[2]string{aboutPlan, aboutPlan}, [2]string{}, "2021年6月1日修改通知之一、2021年6月1日修改通知之二", "（据2021年6月1日通知之二修改）"},
		{[2]string{"关于补充《甲市整改方案》的通知", aboutPlan}, [2]string{}, "2021年6月1日补充通知、2021年6月1日修改通知", "（据2021年6月1日修改通知修改）"},
		{[2]string{aboutPlan, aboutPlan}, [2]string{"甲办〔2021〕9号", "甲办〔2021〕10号"}, "2021年6月1日修改通知（甲办〔2021〕9号）、2021年6月1日修改通知（甲办〔2021〕10号）", "（据2021年6月1日通知（甲办〔2021〕10号）修改）"},
	} {
		d := twoADay(t, c.titles, c.numbers)
		if got := composed(t, d, docset.Reissue).Composed.Document.Setup.Status; got != "换发清单：据"+c.list+"编制，以正式文件为准" {
			t.Errorf("list: %s", got)
		}
		if got := cellNotes(booksOf(t, d, docset.TaskBook)["wu"].Composed.Document); !slices.Contains(got, c.book) {
			t.Errorf("book: %q lacks %q", got, c.book)
		}
	}
}

// TestRegisterNamesOnlyWhatChangedBooks: a notice about a passage of the plan
// that no book quotes, or about a task that only unlisted units have, is not
// among the sources of the register; nor the first among those of the ledger.
func TestRegisterNamesOnlyWhatChangedBooks(t *testing.T) {
	d := handed(t, map[string]string{
		"jia/amendments/2021-06-01.md": notice("2021年6月1日", aboutPlan, "", firstGoal),
		"jia/amendments/2021-07-01.md": notice("2021年7月1日", aboutPlan, "", "{change plan=1.p1}\n第一部分修改为：总的要求有变。\n"),
		"jia/amendments/2021-08-01.md": notice("2021年8月1日", aboutPlan, "", "{change item=02 field=goal}\n第二项整改目标修改为：全部完成。\n"),
	})
	register := composed(t, d, docset.Register).Composed.Document.Setup.Status
	if !strings.Contains(register, "、2021年6月1日修改通知编制") || strings.Contains(register, "2021年7月") || strings.Contains(register, "2021年8月") {
		t.Error(register)
	}
	ledger := lines([][]doc.Inline{composed(t, d, docset.Ledger).Workbook.Sheets[0].Status})
	if !strings.Contains(ledger, "、2021年6月1日修改通知、2021年8月1日修改通知编制") {
		t.Error(ledger)
	}
}

// TestReissueNamesTheQuotedClausesThatChanged: those alone, and beside the tasks
// that changed as well.
func TestReissueNamesTheQuotedClausesThatChanged(t *testing.T) {
	d := handed(t, map[string]string{"jia/amendments/2021-06-01.md": notice("2021年6月1日", aboutPlan, "",
		"{change plan=1.p1}\n第一部分修改为：总的要求有变。\n\n{change plan=2}\n第二部分修改为：二、按周报送。\n\n"+firstGoal)})
	got := tables(composed(t, d, docset.Reissue).Composed.Document)[0]
	for unit, want := range map[string]string{"市己局": "任务书引用的方案二、", "甲县": "第一项（负责）：整改目标/任务书引用的方案二、"} {
		i := slices.IndexFunc(got, func(row string) bool { return strings.HasPrefix(row, unit+" | ") })
		if i < 0 || strings.Split(got[i], " | ")[1] != want {
			t.Errorf("%s: %q", unit, got)
		}
	}
}

// TestDeletedClauseAsksForNothing: a clause that is gone is no requirement, and
// the books say once that it is gone.
func TestDeletedClauseAsksForNothing(t *testing.T) {
	d := handed(t, map[string]string{"jia/amendments/2021-06-01.md": notice("2021年6月1日", aboutPlan, "", "{change plan=2 verb=delete}\n第二部分删去。\n")})
	for unit, m := range booksOf(t, d, docset.TaskBook) {
		dump := doc.Dump(m.Composed.Document) + doc.DumpWorkbook(m.Workbook)
		if strings.Contains(dump, "照录方案") || strings.Contains(dump, "二、〔删去〕") {
			t.Errorf("%s quotes the deleted clause", unit)
		}
		if !strings.Contains(dump, "本次修改") || !strings.Contains(dump, "二、按月报送。") {
			t.Errorf("%s does not tell what was deleted", unit)
		}
	}
}

// TestTitlesInOurMarks: a title that has marks gets them changed between ours,
// in running text and nowhere else.
func TestTitlesInOurMarks(t *testing.T) {
	for title, want := range map[string]string{
		"甲方案": "甲方案", "关于修改《甲方案》的通知": "关于修改〈甲方案〉的通知",
		"关于《转发〈甲〉的通知》的通知": "关于〈转发《甲》的通知〉的通知",
	} {
		v := quotedTitle("a", dossier.Title{Text: dossier.Text{Value: title}}, doc.Outline{})
		if got := doc.Plain(v.lines[0]); got != want {
			t.Errorf("%s becomes %s", title, got)
		}
	}
	d := handed(t, nil)
	list := doc.Dump(composed(t, d, docset.Reissue).Composed.Document)
	if !strings.Contains(list, "关于补充完善〈甲市整改方案〉的通知") || strings.Contains(list, "关于补充完善《") {
		t.Error("the list nests marks of one kind")
	}
	if book := doc.Dump(booksOf(t, d, docset.TaskBook)["jia"].Composed.Document); !strings.Contains(book, "关于补充完善《甲市整改方案》的通知") {
		t.Error("the book changes a title that stands without marks of ours")
	}
}

// TestLedgerTellsOfDatesBeyondSpreadsheets: such a date is no date, and no
// secret either.
func TestLedgerTellsOfDatesBeyondSpreadsheets(t *testing.T) {
	d := handed(t, nil)
	value := &d.Annex.Parts[0].Items[4].Aspects[0].Field(dossier.Deadline).Value
	value.Value = "1900年1月底前"
	var list diag.List
	for _, p := range plannedKinds(t, d, docset.Ledger) {
		c, problems := Compose(embedded(t), p)
		list.Add(problems...)
		for _, row := range rowLines(sheetOf(t, c.Workbook, "台账").Table) {
			if cells := strings.Split(row, " | "); cells[4] == "第五项" && cells[7] != "" {
				t.Error(row)
			}
		}
	}
	if len(list) != 1 || list[0].Code != "ledger-date" || list[0].Severity != diag.Warning || list[0].At != value.At {
		t.Error(list)
	}
}

// TestSupervisorReachedByAGroup: a body that supervises what it answers for is
// told by which words, also when a group reaches it.
func TestSupervisorReachedByAGroup(t *testing.T) {
	d := handed(t, nil)
	f := d.Annex.Parts[0].Items[0].Aspects[0].Field(dossier.Supervisors)
	f.Value.Value = "县委和政府"
	d.Annex.Parts[0].Items[0].Aspects[0].Field(dossier.Responsible).Value.Value = "甲县政府、市乙局"
	m := booksOf(t, d, docset.TaskBook)["jia"]
	all := strings.Join(append(notes(m.Composed.Document), cellNotes(m.Composed.Document)...), "\n")
	if !strings.Contains(all, "“县委和政府”包括甲县委、甲县政府") || !strings.Contains(all, "【提示】本单位同时督导本项。") {
		t.Error(all)
	}
	if document, _ := said(m.Composed); !document["负责1项、督导1项，其中1项既负责又督导"] {
		t.Error("the head does not say that one is both")
	}
}
