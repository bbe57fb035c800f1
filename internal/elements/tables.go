package elements

import (
	"cmp"
	"math"
	"slices"

	"hongtou/internal/printout"
)

// The least that a table has, and the fineness of the grid on which rules are
// followed from one to the next.
const (
	tableWidth, tableHeight = 15.0, 4.0 // mm
	ruleStep                = 1.0       // mm
	gridSide                = 600       // cells: a page that is larger than that is seen more coarsely
	mostTables              = 200       // of a page: what has more is a drawing
	mostLying               = 500       // long lying rules of a page
)

// tables are the boxes around rules that touch each other, standing and lying.
// A frame around most of the page, with nothing but text in it, is none.
func tables(p printout.Page) []printout.Box {
	var out []printout.Box
	for _, group := range touching(p) {
		var box printout.Box
		standing := false
		for _, r := range group {
			box = around(box, r.Box)
			standing = standing || r.Vertical()
		}
		if standing && box.Width() >= tableWidth && box.Height() >= tableHeight && !frame(group, box, p) {
			out = append(out, box)
		}
	}
	slices.SortStableFunc(out, func(a, b printout.Box) int { return cmp.Compare(a.Y0, b.Y0) })
	return out[:min(mostTables, len(out))]
}

// around is Union for boxes without height or width.
func around(box, o printout.Box) printout.Box {
	if box == (printout.Box{}) {
		return o
	}
	return printout.Box{X0: min(box.X0, o.X0), Y0: min(box.Y0, o.Y0), X1: max(box.X1, o.X1), Y1: max(box.Y1, o.Y1)}
}

// frame says whether rules only run along the edge of a large box.
func frame(group []printout.Rule, box printout.Box, p printout.Page) bool {
	if box.Height() < 0.6*p.Height {
		return false
	}
	return !slices.ContainsFunc(group, func(r printout.Rule) bool {
		b := r.Box
		edge := b.X1 < box.X0+2 || b.X0 > box.X1-2 || b.Y1 < box.Y0+2 || b.Y0 > box.Y1-2
		return !edge
	})
}

// touching divides the straight rules of a page into those that touch. The page
// is a grid of cells; a rule marks the cells that it goes through, and rules
// belong together if their cells are neighbours: the time it takes grows with
// the length of the rules and not with the square of their number.
func touching(p printout.Page) [][]printout.Rule {
	if len(p.Rules) == 0 {
		return nil
	}
	g := newGrid(p.Width, p.Height)
	var rules []printout.Rule
	for _, r := range p.Rules {
		if r.Box.Width() < 1 || r.Box.Height() < 1 { // else it is aslant
			rules = append(rules, r)
		}
	}
	for i, r := range rules {
		g.mark(i, r.Box)
	}
	groups := map[int]int{} // root of a rule → place in out
	var out [][]printout.Rule
	for i, r := range rules {
		root := g.root(i)
		at, known := groups[root]
		if !known {
			at = len(out)
			groups[root] = at
			out = append(out, nil)
		}
		out[at] = append(out[at], r)
	}
	return out
}

// grid keeps for each cell one of the rules that go through it, and for each rule
// another one that it touches: a forest whose roots name the groups.
type grid struct {
	step          float64
	width, height int
	cell          []int // rule + 1; 0 for none
	parent        []int
}

func newGrid(width, height float64) *grid {
	if !(width > 0 && height > 0) || math.IsInf(width+height, 0) {
		width, height = 1, 1
	}
	step := max(ruleStep, width/gridSide, height/gridSide)
	g := &grid{step: step, width: int(width/step) + 1, height: int(height/step) + 1}
	g.cell = make([]int, g.width*g.height)
	return g
}

func (g *grid) mark(rule int, b printout.Box) {
	g.parent = append(g.parent, rule)
	at := func(v float64, n int) int {
		if !(v > 0) { // also if it is no number
			return 0
		}
		return int(min(v/g.step, float64(n-1)))
	}
	for y := at(b.Y0, g.height); y <= at(b.Y1, g.height); y++ {
		for x := at(b.X0, g.width); x <= at(b.X1, g.width); x++ {
			g.join(rule, x, y)
			g.cell[y*g.width+x] = rule + 1
		}
	}
}

// join puts a rule together with those of a cell and of its neighbours.
func (g *grid) join(rule, x, y int) {
	for ny := max(0, y-1); ny <= min(g.height-1, y+1); ny++ {
		for nx := max(0, x-1); nx <= min(g.width-1, x+1); nx++ {
			if other := g.cell[ny*g.width+nx]; other > 0 && other-1 != rule {
				g.parent[g.root(rule)] = g.root(other - 1)
			}
		}
	}
}

func (g *grid) root(rule int) int {
	for g.parent[rule] != rule {
		g.parent[rule] = g.parent[g.parent[rule]]
		rule = g.parent[rule]
	}
	return rule
}

// A table without standing rules has at least three lying ones of one length,
// and between the first two, its head, words in columns; or two rules and more
// columns, as where a row stands alone at the end of a page.
const (
	lyingRules  = 3
	fewColumns  = 2
	manyColumns = 3
)

// lyingTables are the boxes of tables that have only lying rules. The rules of
// an imprint look alike; words tell them.
func (p *Page) lyingTables() []printout.Box {
	var out []printout.Box
	rules := p.LongRules(false, 30)
	if len(rules) > mostLying {
		return nil
	}
	for len(rules) > 0 {
		n := 1
		for n < len(rules) && near(rules[n].Box.X0, rules[0].Box.X0, 1) && near(rules[n].Box.X1, rules[0].Box.X1, 1) {
			n++
		}
		box := rules[0].Box
		box.Y1 = rules[n-1].Box.Y0
		least := fewColumns
		if n < lyingRules {
			least = manyColumns
		}
		if n > 1 && p.inColumns(box, rules[1].Box.Y0, least) {
			out = append(out, box)
		}
		rules = rules[n:]
	}
	return out
}

// inColumns says whether a table's head has so many columns and nothing in the
// table is of an imprint.
func (p *Page) inColumns(box printout.Box, headEnd float64, columns int) bool {
	most := 0
	for _, l := range p.Lines {
		if l.Y <= box.Y0 || l.Y > box.Y1 {
			continue
		}
		if imprintWord(l.Text()) {
			return false
		}
		if l.Y < headEnd {
			most = max(most, len(l.Parts()))
		}
	}
	return most >= columns
}
