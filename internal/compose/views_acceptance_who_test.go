package compose

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"hongtou/internal/assign"
	"hongtou/internal/doc"
	"hongtou/internal/dossier"
)

func TestWhoGetsWhichForms(t *testing.T) {
	d := formFixture(&fixture{say: plainly})
	for _, c := range []struct {
		unit, task string
		titles     []string
		verified   string // text, or choices joined by |
		open       bool
	}{
		{"jia", "02", []string{"整改任务销号申请表", "整改任务验收意见表", "关于《甲方案》第二项整改任务完成情况的公示（稿）"}, "甲局", false},
		{"bing", "02", []string{"整改任务销号申请表", "整改任务验收意见表", "关于《甲方案》第二项整改任务完成情况的公示（稿）"}, "丙县委、丙县", false},
		{"bing", "03.1", []string{"整改任务销号申请表", "整改任务验收意见表", "关于《甲方案》第三项（一）整改任务完成情况的公示（稿）"}, "丙县", false},
		{"ding", "02", []string{"整改任务验收意见表"}, "甲局|丙县委|丙县", true},
		{"ding", "03.2", []string{"整改任务验收意见表"}, "甲局", false},
	} {
		made := onPaper(c.unit, c.task, composeForms(t, d, c.unit, c.task).Document)
		if !slices.Equal(made.titles, c.titles) {
			t.Errorf("%s %s: %q", c.unit, c.task, made.titles)
		}
		form := made.forms[len(made.forms)-1]
		if len(made.forms) == 3 {
			form = made.forms[1]
		}
		if got, _ := answer(form, "被验收单位"); got != c.verified {
			t.Errorf("%s %s verifies %q", c.unit, c.task, got)
		}
		if _, open := answer(form, "其他单位"); open != c.open {
			t.Errorf("%s %s: other units: %v", c.unit, c.task, open)
		}
	}
}

// answer gives what stands behind a label, and whether the label is there.
func answer(form []doc.Table, label string) (string, bool) {
	for _, t := range form {
		for _, r := range t.Rows {
			for i, c := range r.Cells {
				if !c.Head || len(c.Paragraphs) == 0 || doc.Plain(c.Paragraphs[0]) != label {
					continue
				}
				next := r.Cells[i+1]
				if len(next.Choices) > 0 {
					return strings.Join(next.Choices, "|"), true
				}
				return plainCell(next), true
			}
		}
	}
	return "", false
}

func plainCell(c doc.Cell) string {
	s := ""
	for _, p := range c.Paragraphs {
		s += doc.Plain(p)
	}
	return s
}

// TestChecklistRows reads the rows of the acceptance form: a lead and what was
// deleted are not verified, a measure's opening words and parts are.
func TestChecklistRows(t *testing.T) {
	d := formFixture(&fixture{say: plainly})
	form := onPaper("jia", "02", composeForms(t, d, "jia", "02").Document).forms[1]
	var got []string
	for _, r := range form[1].Rows {
		s := plainCell(r.Cells[0])
		if !r.Keep {
			t.Errorf("a page may end inside %q", s)
		}
		if len(r.Cells) == 3 {
			s += " ?"
		}
		got = append(got, s)
	}
	want := []string{"总说一句：", "（一）加强管理。 ?", "一是查； ?", "二是改。接着做。 ?", "（二）〔删去〕", "（三）再做。 ?"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// TestStandingTasksAreListed looks at the contents of a workbook: what gets no
// form says so, everything else has its links, unless the register wants more.
func TestStandingTasksAreListed(t *testing.T) {
	d := formFixture(&fixture{say: plainly})
	names := func() (sheets []string, first []doc.Row) {
		w := composeForms(t, d, "jia", "").Workbook
		for _, s := range w.Sheets {
			sheets = append(sheets, s.Name)
			if !s.Protected {
				t.Errorf("%s is not protected", s.Name)
			}
		}
		return sheets, w.Sheets[0].Table.Rows
	}
	sheets, rows := names()
	if want := []string{"目录", "第二项申请", "第二项验收", "第三项（二）申请", "第三项（二）验收"}; !slices.Equal(sheets, want) {
		t.Errorf("sheets %q", sheets)
	}
	if len(rows) != 3 || plainCell(rows[0].Cells[4]) != "长期坚持，不填销号验收表" || rows[1].Cells[4].Link == "" {
		t.Errorf("rows %+v", rows)
	}
	d.Register.Units[0].Standing = true
	sheets, rows = names()
	if len(sheets) != 7 || sheets[1] != "第一项申请" || rows[0].Cells[5].Link == "" {
		t.Errorf("sheets %q, first row %+v", sheets, rows[0])
	}
}

func TestSheetNames(t *testing.T) {
	names := sheetNames{}
	for _, c := range []struct{ label, id, want string }{
		{"第七项", "07", "第七项"},
		{"第七项", "07-2", "07_2d2"},
		{"第七项", "07-2", "07_2d2-2"},
		{strings.Repeat("长", 30), "08", "08"},
		{"第八项/（一）", "08.1", "08-1"},
		{"", "09", "09"},
	} {
		got := names.take(&assign.Task{ID: c.id, Label: c.label})
		if got != c.want || utf8.RuneCountInString(got) > maxSheetName-longestForm {
			t.Errorf("%q %s became %q", c.label, c.id, got)
		}
	}
}

// TestFormsTellWhoAmended gives a task a notice: its forms name it, those of
// another task do not.
func TestFormsTellWhoAmended(t *testing.T) {
	f := &fixture{say: plainly}
	d := formFixture(f)
	a := dossier.Amendment{ID: "2021-06-07", Serial: 1, Notice: f.notice(f.date("2021年6月7日", 2021, 6, 7))}
	a.Changes = []dossier.Change{{Target: dossier.Target{Item: "02", Field: dossier.Goal}, Verb: dossier.Replace, Label: f.text("目标"), New: []dossier.Text{f.text("做得更好。")}}}
	d.Amendments = []dossier.Amendment{a}
	for task, want := range map[string]string{
		"02":   "《甲方案》（甲办字〔2021〕5号）据2021年6月7日印发通知（甲办字〔2021〕5号）修改，以正式文件为准",
		"03.2": "《甲方案》（甲办字〔2021〕5号）",
	} {
		form := onPaper("jia", task, composeForms(t, d, "jia", task).Document).forms[0]
		if got, _ := answer(form, "整改方案"); got != want {
			t.Errorf("%s: %q", task, got)
		}
	}
}
