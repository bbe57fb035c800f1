package html

import (
	"slices"
	"testing"

	"hongtou/internal/doc"
)

func TestHeadingLevelsHaveNoGaps(t *testing.T) {
	for _, c := range []struct{ in, want []int }{
		{[]int{1, 2, 3, 2, 1}, []int{1, 2, 3, 2, 1}},
		{[]int{1, 3, 3, 2}, []int{1, 2, 2, 2}},
		{[]int{2, 1, 0, 4}, []int{1, 1, 1, 2}},
	} {
		var l levels
		var got []int
		for _, level := range c.in {
			got = append(got, l.next(level))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%v: got %v, want %v", c.in, got, c.want)
		}
	}
}

func TestGridFindsColumnsUnderSpans(t *testing.T) {
	var g grid
	var got []int
	for _, row := range [][]doc.Cell{
		{{RowSpan: 2}, {ColSpan: 2}, {}},
		{{}, {RowSpan: 2}, {}},
		{{}, {}, {}},
	} {
		for _, c := range row {
			got = append(got, g.place(c))
		}
		g.nextRow()
	}
	if want := []int{0, 1, 3, 1, 2, 3, 0, 1, 3}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
