package xlsx

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"hongtou/internal/doc"
)

// Heights in points. Row heights are multiples of a screen pixel (0.75 pt).
const (
	// linePitch is the most that programs give a line of 10.5 pt text: 12.75 in
	// Excel with 宋体, 15.2 with faces of larger ascent (思源宋体). Text that is
	// cut off is worse than a row that is too high, so this is the upper end.
	linePitch = 15.25
	rowAir    = 7.5   // above and below the text together
	maxRow    = 400.0 // Excel shows at most 409 pt of a row
	pixel     = 0.75
)

// heightOf is the height that n lines want. There is no line of reserve: that
// programs wrap a little differently is provided for in capacity.
func heightOf(n int) float64 { return roundUp(float64(n)*linePitch + rowAir) }

// linesIn is the number of lines that a height holds, the inverse of heightOf.
func linesIn(height float64) int {
	return max(int((height-rowAir+1e-9)/linePitch), 0)
}

func roundUp(h float64) float64 { return math.Ceil(h/pixel-1e-9) * pixel }

// body is the table below its head as rows of the sheet.
type body struct {
	ruler   *ruler
	columns []int // widths in half-width units
	rowMax  float64
	scale   float64 // at which the sheet is printed
	repeats bool    // a row that goes on repeats its other cells, instead of merging them down
	heights []float64
	areas   []area
	breaks  []int // rows before which a page ends
}

// capacity is the width for an area's text in half-width units. One unit, and
// one more for every thirty, is left free: programs differ a little in where
// they end a line, and some make columns narrower when they print.
func (b *body) capacity(a *area) int {
	units := units(b.columns[a.left:a.right])
	return max(units-1-units/30, 2)
}

// units is the whole width inside cells that reach over columns.
func units(columns []int) int {
	pixels := 0
	for _, w := range columns {
		pixels += columnPixels(w)
	}
	return (pixels - columnPadding) / digitPixels
}

// capacity is the room for a short value, which is not wrapped.
func capacity(columns []int) int { return max(units(columns)-1, 2) }

func (b *body) need(a *area) float64 {
	if len(a.text.runes) == 0 {
		return 0
	}
	return heightOf(b.lines(a))
}

// lines gives the number of lines of an area's text, which is asked for many
// times while rows and pages are settled.
func (b *body) lines(a *area) int {
	room := b.capacity(a)
	if a.text.room != room {
		a.text.room, a.text.lines = room, b.ruler.lines(a.text.runes, room)
	}
	return a.text.lines
}

// expand turns rows of the table into rows of the sheet: text higher than a
// row can show goes on in further rows, and the other cells of that table row
// are merged down over them.
func (b *body) expand(areas []area, rows []doc.Row) error {
	cut := map[int][]area{} // the few that are cut into parts
	count := slices.Repeat([]int{1}, len(rows))
	for i := range areas {
		if parts := b.pieces(&areas[i]); len(parts) > 0 {
			cut[i] = parts
			count[areas[i].top] = max(count[areas[i].top], len(parts))
		}
	}
	starts := make([]int, len(rows)+1)
	for r, n := range count {
		starts[r+1] = starts[r] + n
	}
	b.areas = areas
	if len(cut) > 0 {
		b.putParts(areas, cut, starts)
	}
	b.heights = slices.Repeat([]float64{heightOf(1)}, starts[len(rows)])
	for r := range rows {
		least := float64(rows[r].MinHeight) * pointsPerMM / b.scale // on paper
		if least > b.rowMax {
			return fmt.Errorf("行高要求%d毫米，超过工作表一行所能显示的%.0f毫米", rows[r].MinHeight, b.rowMax*b.scale/pointsPerMM)
		}
		b.heights[starts[r]] = max(b.heights[starts[r]], roundUp(least))
	}
	return nil
}

// putParts sets the areas on the rows that their table rows have become.
func (b *body) putParts(areas []area, cut map[int][]area, starts []int) {
	b.areas = make([]area, 0, len(areas)+len(areas)/4)
	for i := range areas {
		parts := cut[i]
		if parts == nil {
			parts = areas[i : i+1]
		}
		top, bottom := starts[parts[0].top], starts[parts[0].bottom]
		for k, part := range parts {
			part.top, part.bottom = top+k, top+k+1
			if k == len(parts)-1 && !b.repeats {
				part.bottom = bottom
			}
			b.areas = append(b.areas, part)
		}
		if b.repeats {
			b.repeat(parts, top+len(parts), bottom)
		}
	}
}

// repeat shows a cell that has one part in the further rows of its table row
// as well, so that a filter keeps them together; one that ended shows nothing.
func (b *body) repeat(parts []area, from, to int) {
	for r := from; r < to; r++ {
		further := parts[len(parts)-1]
		further.top, further.bottom, further.first, further.again = r, r+1, false, true
		if len(parts) > 1 {
			further.text, further.above, further.below = passage{}, closed, closed
		}
		b.areas = append(b.areas, further)
	}
}

// pieces cuts the text of an area of one row into parts no higher than a row,
// if it has to be.
func (b *body) pieces(a *area) []area {
	if a.rows() > 1 || b.need(a) <= b.rowMax {
		return nil
	}
	var parts []area
	for rest := *a; ; {
		n := b.ruler.fit(rest.text.runes, b.capacity(a), linesIn(b.rowMax))
		part := rest
		part.carved = true
		if n == len(rest.text.runes) {
			return append(parts, part)
		}
		part.text, rest.text = rest.text.split(n)
		part.below, rest.above, rest.first = open, open, false
		parts = append(parts, part)
	}
}

// grow makes rows as high as their areas want, those of few rows first.
func (b *body) grow() {
	order := make([]int, len(b.areas))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Compare(b.areas[i].rows(), b.areas[j].rows())
	})
	for _, i := range order {
		a := &b.areas[i]
		b.raise(a.top, &a.bottom, b.need(a))
	}
}

// raise spreads what rows top to *bottom-1 lack of need over them. When all
// are as high as a row can be, rows are added below, and *bottom moves.
func (b *body) raise(top int, bottom *int, need float64) {
	lack := need - sum(b.heights[top:*bottom])
	if lack <= 0 {
		return
	}
	if over := lack - room(b.heights[top:*bottom], b.rowMax); over > 0 {
		b.insert(*bottom-1, int(math.Ceil(over/b.rowMax)))
	}
	spread(b.heights[top:*bottom], lack, b.rowMax)
}

// insert adds n rows after row at; areas that end there reach over them.
func (b *body) insert(at, n int) {
	b.heights = slices.Insert(b.heights, at+1, make([]float64, n)...)
	for i := range b.areas {
		a := &b.areas[i]
		if a.top > at {
			a.top += n
		}
		if a.bottom > at {
			a.bottom += n
		}
	}
}

// spread adds lack to heights in equal shares, none beyond limit.
func spread(heights []float64, lack, limit float64) {
	for lack > 0.001 {
		var below []int
		for i, h := range heights {
			if h < limit {
				below = append(below, i)
			}
		}
		if len(below) == 0 {
			return
		}
		share := lack / float64(len(below))
		for _, i := range below {
			h := min(roundUp(heights[i]+share), limit)
			lack -= h - heights[i]
			heights[i] = h
		}
	}
}

func room(heights []float64, limit float64) float64 {
	total := 0.0
	for _, h := range heights {
		total += max(limit-h, 0)
	}
	return total
}

func sum(heights []float64) float64 {
	total := 0.0
	for _, h := range heights {
		total += h
	}
	return total
}
