package xlsx

import (
	"errors"
	"slices"
)

// Page ends. A spreadsheet program ends a page between any two rows and draws
// a cell that is merged across that place as it comes: a line of text may be
// cut through the middle. So on sheets with cells merged down, page ends are
// set here, a group of rows that hang together stays on one page where it can,
// and where it cannot, the text of its merged cells is divided at the page
// end. When a program's page is a little shorter than ours (or it ignores set
// page ends), nothing is lost: it only ends pages at other rows.

// page is the height in points for rows of the body.
type page struct{ first, later float64 }

// maxRounds bounds the search for page ends; two or three rounds are usual.
const maxRounds = 200

// setPages sets b.breaks and divides the areas that cross them.
func (b *body) setPages(p page) error {
	if !slices.ContainsFunc(b.areas, func(a area) bool { return a.rows() > 1 }) {
		return nil
	}
	for range maxRounds {
		b.breaks = b.paginate(p)
		if !b.raiseTails() {
			b.divide()
			return nil
		}
	}
	return errors.New("合并单元格的文字过长，无法排定分页")
}

// block is a group of rows no page boundary of which can be drawn without
// crossing an area; lead rows at its top are part headings kept with it.
type block struct{ top, bottom, lead int }

func (b *body) blocks() []block {
	reach := make([]int, len(b.heights))
	banner := make([]bool, len(b.heights))
	for _, a := range b.areas {
		reach[a.top] = max(reach[a.top], a.bottom)
		banner[a.top] = a.rows() == 1 && a.right-a.left == len(b.columns)
	}
	var blocks []block
	lead := 0
	for top := 0; top < len(reach); {
		bottom := top + 1
		for r := top; r < bottom; r++ {
			bottom = max(bottom, reach[r])
		}
		if banner[top] && bottom == top+1 && bottom < len(reach) {
			lead++
		} else {
			blocks = append(blocks, block{top - lead, bottom, lead})
			lead = 0
		}
		top = bottom
	}
	return blocks
}

func (b *body) paginate(p page) []int {
	var breaks []int
	rest, fresh := p.first, true
	for _, k := range b.blocks() {
		height := sum(b.heights[k.top:k.bottom])
		if height > rest && !fresh {
			// Worth beginning here only if half a page is left and no text
			// has to be divided for it.
			cuts, left := b.fill(k, rest, p.later)
			if rest >= max(p.later/2, b.beginning(k)) && b.wholeIn(k, cuts) {
				breaks, rest = append(breaks, cuts...), left
				continue
			}
			breaks, rest = append(breaks, k.top), p.later
		}
		cuts, left := b.fill(k, rest, p.later)
		breaks, rest, fresh = append(breaks, cuts...), left, false
	}
	return breaks
}

// beginning is the height of what must stand together at the block's top: its
// part headings and one row.
func (b *body) beginning(k block) float64 {
	return sum(b.heights[k.top : k.top+k.lead+1])
}

// fill gives the page ends inside a block that begins with rest points left,
// and what is left after it.
func (b *body) fill(k block, rest, later float64) (cuts []int, left float64) {
	first := k.top + k.lead + 1 // the first row that may begin a page
	if b.beginning(k) > rest {
		first = k.top + 1 // a stack of headings higher than any page
	}
	for r := k.top; r < k.bottom; r++ {
		if b.heights[r] > rest && r >= first {
			cuts = append(cuts, r)
			rest = later
		}
		rest -= b.heights[r]
	}
	return cuts, rest
}

// wholeIn says whether every area of k shows all its text before the first of
// cuts that crosses it.
func (b *body) wholeIn(k block, cuts []int) bool {
	for i := range b.areas {
		a := &b.areas[i]
		if a.top < k.top || a.top >= k.bottom {
			continue
		}
		if marks := a.marks(cuts); len(marks) > 2 && b.need(a) > sum(b.heights[marks[0]:marks[1]]) {
			return false
		}
	}
	return true
}

// marks gives the area's top, the breaks inside it, and its bottom.
func (a *area) marks(breaks []int) []int {
	marks := []int{a.top}
	for _, at := range breaks {
		if a.top < at && at < a.bottom {
			marks = append(marks, at)
		}
	}
	return append(marks, a.bottom)
}

// raiseTails makes the last part of an area high enough for the text that its
// earlier parts leave, and says whether it had to: page ends move then.
func (b *body) raiseTails() bool {
	for i := range b.areas {
		a := &b.areas[i]
		marks := a.marks(b.breaks)
		if len(marks) == 2 {
			continue
		}
		parts := b.parts(*a, marks)
		tail := &parts[len(parts)-1]
		if b.need(tail) > sum(b.heights[tail.top:tail.bottom]) {
			b.raise(tail.top, &a.bottom, b.need(tail))
			return true
		}
	}
	return false
}

// divide replaces areas that cross page ends by their parts.
func (b *body) divide() {
	var whole []area
	for _, a := range b.areas {
		whole = append(whole, b.parts(a, a.marks(b.breaks))...)
	}
	b.areas = whole
	for i := range b.areas { // a text that goes on in the next row may do so on the next page
		a := &b.areas[i]
		if a.above == open && slices.Contains(b.breaks, a.top) {
			a.above = faint
		}
		if a.below == open && slices.Contains(b.breaks, a.bottom) {
			a.below = faint
		}
	}
}

// parts divides an area at its marks and its text with it.
func (b *body) parts(a area, marks []int) []area {
	if len(marks) == 2 {
		return []area{a}
	}
	var parts []area
	rest := a
	for k := 1; k < len(marks); k++ {
		part := rest
		part.top, part.bottom = marks[k-1], marks[k]
		if k < len(marks)-1 {
			n := fit(rest.text.runes, b.capacity(&a), linesIn(sum(b.heights[part.top:part.bottom])))
			part.carved = part.carved || n < len(rest.text.runes)
			part.text, rest.text = rest.text.split(n)
			part.below, rest.above, rest.first, rest.carved = faint, faint, false, part.carved
		}
		parts = append(parts, part)
	}
	return parts
}
