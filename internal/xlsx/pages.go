package xlsx

import (
	"cmp"
	"errors"
	"slices"

	"hongtou/internal/doc"
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

// block is a group of rows between which every page end would cross an area;
// the lead rows at its top are part headings kept with it. from and to are its
// stretch of body.areas.
type block struct{ top, bottom, lead, from, to int }

// maxRounds bounds how often one block is tried; two or three times are usual.
const maxRounds = 100

var errNoPages = errors.New("合并单元格的文字过长，无法排定分页")

// setPages sets b.breaks and divides the areas that cross them.
func (b *body) setPages(p page) error {
	if !slices.ContainsFunc(b.areas, func(a area) bool { return a.rows() > 1 }) {
		return nil
	}
	slices.SortStableFunc(b.areas, func(x, y area) int { return cmp.Compare(x.top, y.top) })
	rest := p.first
	for k := b.next(block{}); ; k = b.next(k) {
		var cuts []int
		var err error
		if cuts, rest, err = b.settle(&k, rest, p.later); err != nil {
			return err
		}
		b.breaks = append(b.breaks, cuts...)
		if k.bottom == len(b.heights) {
			break
		}
	}
	b.divide()
	return nil
}

// next finds the block that follows k.
func (b *body) next(k block) block {
	n := block{top: k.bottom, bottom: k.bottom, from: k.to, to: k.to}
	for {
		n.bottom++
		first := n.to
		for n.to < len(b.areas) && b.areas[n.to].top < n.bottom {
			n.bottom = max(n.bottom, b.areas[n.to].bottom)
			n.to++
		}
		a := &b.areas[first]
		banner := n.to == first+1 && a.rows() == 1 && a.right-a.left == len(b.columns)
		if !banner || n.bottom == len(b.heights) {
			return n
		}
		n.lead++
	}
}

// settle finds the page ends before and inside k, the first row of which may
// have rest points left, and what is left below it. Dividing a text can make
// rows grow, which moves page ends, so it may take several rounds.
func (b *body) settle(k *block, rest, later float64) (cuts []int, left float64, err error) {
	for range maxRounds {
		cuts, left = b.place(*k, rest, later)
		if !b.raiseTails(k, cuts) {
			return cuts, left, nil
		}
	}
	return nil, 0, errNoPages
}

// place sets k below what is on the page if it fits, else on the next page.
func (b *body) place(k block, rest, later float64) (cuts []int, left float64) {
	cuts, left = b.fill(k, rest, later)
	if fits := len(cuts) == 0 && left >= 0; fits || k.top == 0 {
		return cuts, left
	}
	// Worth beginning here only if a third of the page is left and no text has
	// to be divided for it.
	if rest >= max(later/3, b.beginning(k)) && b.wholeIn(k, cuts) {
		return cuts, left
	}
	cuts, left = b.fill(k, later, later)
	return append([]int{k.top}, cuts...), left
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
	for i := k.from; i < k.to; i++ {
		a := &b.areas[i]
		if a.crosses(cuts) && b.need(a) > sum(b.heights[a.top:a.marks(cuts)[1]]) {
			return false
		}
	}
	return true
}

// crosses says whether one of the breaks, which are in order, is inside.
func (a *area) crosses(breaks []int) bool {
	i, _ := slices.BinarySearch(breaks, a.top+1)
	return i < len(breaks) && breaks[i] < a.bottom
}

// marks gives the area's top, the breaks inside it, and its bottom.
func (a *area) marks(breaks []int) []int {
	marks := []int{a.top}
	if a.rows() > 1 {
		for _, at := range breaks {
			if a.top < at && at < a.bottom {
				marks = append(marks, at)
			}
		}
	}
	return append(marks, a.bottom)
}

// raiseTails makes the last part of each area of k high enough for the text
// that its earlier parts leave, and says whether it had to: page ends move
// then.
func (b *body) raiseTails(k *block, cuts []int) bool {
	raised := false
	for i := k.from; i < k.to; i++ {
		a := &b.areas[i]
		if !a.crosses(cuts) {
			continue
		}
		parts := b.parts(*a, a.marks(cuts))
		tail := &parts[len(parts)-1]
		if b.need(tail) <= sum(b.heights[tail.top:tail.bottom]) {
			continue
		}
		rows := len(b.heights)
		b.raise(tail.top, &a.bottom, b.need(tail))
		raised = true
		if added := len(b.heights) - rows; added > 0 {
			k.bottom += added // and the cuts count other rows now
			return true
		}
	}
	return raised
}

// divide replaces areas that cross page ends by their parts.
func (b *body) divide() {
	if slices.ContainsFunc(b.areas, func(a area) bool { return a.crosses(b.breaks) }) {
		whole := make([]area, 0, len(b.areas)+len(b.areas)/4)
		for _, a := range b.areas {
			if a.crosses(b.breaks) {
				whole = append(whole, b.parts(a, a.marks(b.breaks))...)
			} else {
				whole = append(whole, a)
			}
		}
		b.areas = whole
	}
	for i := range b.areas { // a text that goes on in the next row may do so on the next page
		a := &b.areas[i]
		if a.above == open && b.endsBefore(a.top) {
			a.above = faint
		}
		if a.below == open && b.endsBefore(a.bottom) {
			a.below = faint
		}
	}
}

// endsBefore says whether a page ends before row r.
func (b *body) endsBefore(r int) bool {
	_, found := slices.BinarySearch(b.breaks, r)
	return found
}

// longestLabel is the most characters of a label that is worth repeating.
const longestLabel = 24

// labels says whether the area tells what its rows are: when they go on on a
// further page, it tells so there.
func (a *area) labels() bool {
	label := a.left == 0 || a.cell.Head
	return label && textual(a.cell) && !a.carved && 0 < len(a.text.runes) && len(a.text.runes) <= longestLabel
}

// goesOn is the text of a label as it stands on a further page.
func (b *body) goesOn(a *area) passage {
	with := func(more string) passage {
		whole := passage{runes: slices.Clone(a.text.runes), looks: slices.Clone(a.text.looks)}
		whole.add(more, look{face: a.text.last()})
		return whole
	}
	beside := with("（续）")
	if b.ruler.lines(beside.runes, b.capacity(a)) > b.lines(a) {
		return with("\n（续）")
	}
	return beside
}

// parts divides an area at its marks and its text with it.
func (b *body) parts(a area, marks []int) []area {
	if a.cell.Blank != doc.NotBlank { // people fill in a blank once, wherever the page ends
		return []area{a}
	}
	var parts []area
	rest := a
	for k := 1; k < len(marks); k++ {
		part := rest
		part.top, part.bottom = marks[k-1], marks[k]
		if k < len(marks)-1 {
			n := b.ruler.fit(rest.text.runes, b.capacity(&a), linesIn(sum(b.heights[part.top:part.bottom])))
			part.carved = part.carved || n < len(rest.text.runes)
			part.text, rest.text = rest.text.split(n)
			part.below, rest.above, rest.first, rest.carved = faint, faint, false, part.carved
		}
		if k > 1 && len(part.text.runes) == 0 && a.labels() {
			part.text, part.again = b.goesOn(&a), true
		}
		parts = append(parts, part)
	}
	return parts
}
