package page

import (
	"reflect"
	"testing"

	"hongtou/internal/doc"
)

func blank(kind doc.Blank) doc.Cell { return doc.Cell{Blank: kind} }

func TestBoxesHaveRoom(t *testing.T) {
	spanning := doc.Cell{Blank: doc.BlankOpinion, RowSpan: 3}
	for _, c := range []struct {
		row   doc.Row
		least int
		whole bool
	}{
		{doc.Row{Cells: []doc.Cell{{}, {}}}, 0, false},
		{doc.Row{Cells: []doc.Cell{{}, {}}, Keep: true, MinHeight: 6}, 6, true},
		{doc.Row{Cells: []doc.Cell{blank(doc.BlankTick)}}, 0, true},
		{doc.Row{Cells: []doc.Cell{blank(doc.BlankText), blank(doc.BlankNumber)}}, 8, true},
		{doc.Row{Cells: []doc.Cell{blank(doc.BlankSignature), blank(doc.BlankDate)}, MinHeight: 3}, 12, true},
		{doc.Row{Cells: []doc.Cell{blank(doc.BlankOpinion), blank(doc.BlankSignature)}}, 25, true},
		{doc.Row{Cells: []doc.Cell{blank(doc.BlankSeal)}, MinHeight: 40}, 40, true},
		{doc.Row{Cells: []doc.Cell{spanning, blank(doc.BlankDate)}}, 8, true},
	} {
		got := RowHeight(c.row) - Millimetres(c.least)
		if (got != 0 && got != FormRule) || Whole(c.row) != c.whole {
			t.Errorf("%+v: %d more than %d mm, whole %v", c.row, got, c.least, Whole(c.row))
		}
	}
}

func TestFurnitureLeavesRoomToWrite(t *testing.T) {
	parts, _ := Furniture(blank(doc.BlankDate))
	for i, least := range []int{12, 8, 8} {
		gap := Length(len([]rune(parts[i]))-1) * TableSize
		if gap < Millimetres(least) {
			t.Errorf("%q leaves %d of %d mm", parts[i], gap, least)
		}
	}
	for _, c := range []struct {
		cell doc.Cell
		want []string
	}{
		{blank(doc.BlankTick), []string{"□"}},
		{doc.Cell{Blank: doc.BlankTick, Choices: []string{"合格", "不合格"}}, []string{"□合格", "□不合格"}},
		{doc.Cell{Blank: doc.BlankTick, Paragraphs: [][]doc.Inline{{{Text: "甲"}}}}, nil},
		{blank(doc.BlankOpinion), nil}, {blank(doc.BlankText), nil}, {blank(doc.BlankNumber), nil},
		{blank(doc.BlankSignature), nil}, {blank(doc.BlankSeal), nil}, {blank(doc.NotBlank), nil}, {blank("其他"), nil},
	} {
		if got, _ := Furniture(c.cell); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%+v: %q", c.cell, got)
		}
	}
}

func TestGroupsAreTiedBySpans(t *testing.T) {
	label := func(rows int) doc.Cell { return doc.Cell{Head: true, RowSpan: rows} }
	row := func(cells ...doc.Cell) doc.Row { return doc.Row{Cells: cells} }
	rows := []doc.Row{
		row(doc.Cell{}, doc.Cell{}),
		row(label(3), blank(doc.BlankOpinion)), row(blank(doc.BlankSignature)), row(blank(doc.BlankDate)),
		row(label(2), blank(doc.BlankTick)), row(doc.Cell{RowSpan: 2}), row(blank(doc.BlankTick)),
		row(label(1<<40), blank(doc.BlankSeal)), // beyond the table's end
	}
	want := []Group{{0, 0, false}, {1, 3, true}, {4, 6, false}, {7, 7, true}}
	if got := Groups(rows); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
	if Groups(nil) != nil {
		t.Error("no rows are a group")
	}
}
