package xlsx

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Links lead to defined names, not to cell addresses: names move with their
// cells when people insert or sort rows.

// settleLinks moves links off texts of more than one line, which LibreOffice
// would show on a single line, cut at the cell's edge, and for the sake of
// looks off all of their column. Such a link goes to the leftmost cell of the
// row that is short enough and has none.
func (p *plan) settleLinks() error {
	b := &p.body
	crowded := make([]bool, len(b.columns))
	for i := range b.areas {
		a := &b.areas[i]
		if a.link != "" && !b.fitsOneLine(a) {
			crowded[a.left] = true
		}
	}
	var rows map[int][]*area
	for i := range b.areas {
		a := &b.areas[i]
		if a.link == "" || !crowded[a.left] {
			continue
		}
		if rows == nil {
			rows = b.byRow()
		}
		if other := b.linkable(rows[a.top], crowded); other != nil {
			other.link, a.link = a.link, ""
		} else if !b.fitsOneLine(a) {
			return cellError(p.sheet.Name, a.cell, "带链接的文字超过一行，LibreOffice 会截去，请把链接放在较短的单元格上")
		}
	}
	return nil
}

func (b *body) fitsOneLine(a *area) bool {
	return b.lines(a) == 1
}

// byRow gives the areas that begin in each row.
func (b *body) byRow() map[int][]*area {
	out := map[int][]*area{}
	for i := range b.areas {
		a := &b.areas[i]
		out[a.top] = append(out[a.top], a)
	}
	return out
}

// linkable finds the cell of a row that may take a link, outside of crowded
// columns.
func (b *body) linkable(row []*area, crowded []bool) *area {
	var best *area
	for _, a := range row {
		free := a.link == "" && a.first && !crowded[a.left] && len(a.text.runes) > 0
		if free && (best == nil || a.left < best.left) && b.fitsOneLine(a) {
			best = a
		}
	}
	return best
}

// anchor is what links to the area's cell say: what the table calls it, or
// what linkBack does.
func (a *area) anchor() string {
	switch {
	case !a.first:
		return ""
	case a.cell.Anchor != "":
		return a.cell.Anchor
	}
	return a.source
}

// linkBack makes links between sheets lead both ways: the cell that a link
// leads to leads back to the first link's cell. Cells that have a link of
// their own, or more than one line, do without.
func linkBack(plans []*plan) {
	taken := anchorsOf(plans)
	for _, p := range plans {
		for i := range p.body.areas {
			from := &p.body.areas[i]
			to := taken[from.link]
			if from.link == "" || to.area == nil || to.plan == p || to.area.link != "" || !to.plan.body.fitsOneLine(to.area) {
				continue
			}
			if name := "from-" + from.link; from.anchor() == "" && taken[name].area == nil {
				from.source = name
				taken[name] = place{p, from}
			}
			to.area.link = from.anchor()
		}
	}
}

// place is an area of a sheet.
type place struct {
	plan *plan
	area *area
}

func anchorsOf(plans []*plan) map[string]place {
	places := map[string]place{}
	for _, p := range plans {
		for i := range p.body.areas {
			if a := &p.body.areas[i]; a.anchor() != "" {
				places[a.anchor()] = place{p, a}
			}
		}
	}
	return places
}

// target is the cell an anchor stands for.
type target struct{ name, sheet, cell string }

// collectAnchors gives every anchor of the workbook its defined name.
func collectAnchors(plans []*plan) (map[string]target, error) {
	targets := map[string]target{}
	taken := map[string]bool{} // names do not tell a from A
	for _, p := range plans {
		for i := range p.body.areas {
			a := &p.body.areas[i]
			anchor := a.anchor()
			if anchor == "" {
				continue
			}
			name := definedName(anchor)
			if fold := strings.ToLower(name); taken[fold] {
				return nil, cellError(p.sheet.Name, a.cell, "链接目标“"+anchor+"”重复")
			} else {
				taken[fold] = true
			}
			cell, err := excelize.CoordinatesToCellName(a.left+1, p.firstBodyRow()+a.top+1, true)
			if err != nil {
				return nil, err
			}
			targets[anchor] = target{name, p.sheet.Name, cell}
		}
	}
	return targets, checkLinks(plans, targets)
}

func checkLinks(plans []*plan, targets map[string]target) error {
	for _, p := range plans {
		for i := range p.body.areas {
			a := &p.body.areas[i]
			if _, known := targets[a.link]; a.link != "" && !known {
				return cellError(p.sheet.Name, a.cell, "链接目标“"+a.link+"”不存在")
			}
		}
	}
	return nil
}

// definedName turns an anchor into a name that Excel accepts and that cannot
// be read as a cell address: item-06 becomes at_item_06. No dots: LibreOffice
// takes them for the end of a sheet's name.
func definedName(anchor string) string {
	var b strings.Builder
	b.WriteString("at_")
	for _, r := range anchor {
		switch {
		case r == '-':
			b.WriteByte('_')
		case r < 0x80 && (r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'):
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, "_%X_", r)
		}
	}
	return b.String()
}

// defineNames writes the names, sheet by sheet, from top to bottom.
func defineNames(f *excelize.File, plans []*plan, targets map[string]target) error {
	for _, p := range plans {
		for i := range p.body.areas {
			a := &p.body.areas[i]
			if a.anchor() == "" {
				continue
			}
			t := targets[a.anchor()]
			err := defineName(f, excelize.DefinedName{Name: t.name, RefersTo: quoteSheet(t.sheet) + "!" + t.cell})
			if err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *sheetWriter) writeLink(a *area, offset int) error {
	if !a.first || a.link == "" {
		return nil
	}
	from, _, err := corners(a, offset)
	if err != nil {
		return err
	}
	return s.file.SetCellHyperLink(s.name(), from, s.targets[a.link].name, "Location")
}
