package html

import (
	"strings"
	"testing"

	"hongtou/internal/doc"
)

// TestTablesHaveNames looks for what tells people who do not see it which table
// a box scrolls: its caption, or the heading above.
func TestTablesHaveNames(t *testing.T) {
	t.Parallel()
	named := func(caption string, above ...doc.Block) string {
		table := galleryTable()
		table.Caption = line(doc.TableHead, caption)
		return string(render(t, &doc.Document{Meta: doc.Meta{Title: "表"}, Blocks: append(above, table)}))
	}
	heading := doc.Paragraph{Text: line(doc.Level1, "一、任务"), Outline: doc.Outline{Level: 1, ID: "tasks"}}
	runIn := runIn(doc.Level2, 2, "first", "（一）任务。", "如下。")
	for name, c := range map[string]struct{ page, want string }{
		"caption": {named("任务总览", heading), `role="region" aria-labelledby="caption-1"`},
		"heading": {named("", heading), `role="group" aria-labelledby="tasks"`},
		"run-in":  {named("", heading, runIn), `role="group" aria-labelledby="first"`},
		"nothing": {named(""), `role="group" aria-label="表格"`},
	} {
		if !strings.Contains(c.page, `<div class="wide" tabindex="0" `+c.want+`>`) {
			t.Errorf("%s: the box has no name %s", name, c.want)
		}
	}
	if page := named("", heading); !strings.Contains(page, `aria-labelledby="tasks">`+"\n<colgroup>") {
		t.Error("the table has no name")
	}
}

func TestEveryHeadSaysForWhat(t *testing.T) {
	t.Parallel()
	table := galleryTable()
	table.Rows = append(table.Rows, doc.Row{Cells: []doc.Cell{{Head: true, ColSpan: 3, Paragraphs: [][]doc.Inline{line(doc.TableHead, "证明材料")}}}})
	page := string(render(t, &doc.Document{Meta: doc.Meta{Title: "表"}, Blocks: []doc.Block{table}}))
	if all, scoped := strings.Count(page, "<th "), strings.Count(page, ` scope="`); all < 5 || all != scoped {
		t.Errorf("%d of %d heads have a scope", scoped, all)
	}
}
