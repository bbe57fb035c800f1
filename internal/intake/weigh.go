package intake

import (
	"fmt"
	"sort"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"hongtou/internal/manuscript"
)

const (
	elementLimit = 1_500_000 // XML elements of a workbook
	gridLimit    = 4_000_000 // places up to the last cell of each row, empty ones counted
)

// weigh reads every XML part of a workbook token by token, so that what the
// library is given later is known to be small, and notes the texts that stand
// in no cell.
func (b *book) weigh(pkg *archive) error {
	names := make([]string, 0, len(pkg.parts))
	for name := range pkg.parts {
		names = append(names, name)
	}
	sort.Strings(names)
	s := &scale{}
	for _, name := range names {
		if !strings.HasSuffix(name, ".xml") && !strings.HasSuffix(name, ".rels") {
			continue
		}
		if err := b.weighPart(pkg, name, s); err != nil {
			return err
		}
	}
	return nil
}

// scale is what was counted so far.
type scale struct{ elements, bytes, cells, grid, col int }

func (b *book) weighPart(pkg *archive, name string, s *scale) error {
	if s.bytes += int(pkg.parts[name].UncompressedSize64); s.bytes > 2*partLimit {
		return tooMuch("展开后超过" + size(2*partLimit))
	}
	m, err := pkg.open(name)
	if err != nil {
		return err
	}
	in := func(e element) error { return s.add(e, b.limits) }
	drawing, sheet := strings.Contains(name, "drawings/"), strings.Contains(name, "worksheets/")
	return m.elements(func(e element) error {
		if err := in(e); err != nil {
			return err
		}
		switch {
		case sheet && (e.name == "mergeCell" || e.name == "col"):
			b.remember(name, e)
		case drawing && e.name == "t":
			return b.aside(m, "图形里的文字没有读入")
		case drawing && e.name == "blip":
			return b.note(manuscript.Place{Line: 1}, "这里有图片，图片里的文字不能读入")
		case sheet && (strings.HasSuffix(e.name, "Header") || strings.HasSuffix(e.name, "Footer")):
			return b.aside(m, "页眉页脚没有读入")
		}
		return nil
	})
}

// remember keeps what a sheet says of merged cells and hidden columns.
func (b *book) remember(part string, e element) {
	f := b.facts[part]
	if f == nil {
		f = &sheetFacts{}
		b.facts[part] = f
	}
	if e.name == "mergeCell" {
		f.merges = append(f.merges, e.attr("ref"))
		return
	}
	if hidden := e.attr("hidden"); hidden == "1" || hidden == "true" {
		first, _ := strconv.Atoi(e.attr("min"))
		last, _ := strconv.Atoi(e.attr("max"))
		f.hidden = append(f.hidden, [2]int{first, last})
	}
}

// index finds the part of each sheet.
func (b *book) index(pkg *archive) error {
	main, _, err := pkg.mainPart()
	if err != nil {
		return err
	}
	rels, err := pkg.relations(main)
	if err != nil {
		return err
	}
	m, err := pkg.open(main)
	if m == nil || err != nil {
		return err
	}
	return m.elements(func(e element) error {
		for _, r := range rels {
			if e.name == "sheet" && r.id == e.attr("id") {
				b.parts[e.attr("name")] = strings.ToLower(r.target)
			}
		}
		return nil
	})
}

func (b *book) aside(m *markup, what string) error {
	text, err := m.text()
	if err != nil || strings.TrimSpace(text) == "" {
		return err
	}
	return b.note(manuscript.Place{Line: 1}, what+"：“"+text+"”")
}

func (s *scale) add(e element, l Limits) error {
	if s.elements++; s.elements > elementLimit {
		return tooMuch(fmt.Sprintf("工作簿里的标记超过%d个", elementLimit))
	}
	switch e.name {
	case "row":
		s.grid, s.col = s.grid+s.col, 0
	case "c":
		s.cells++
		s.col++
		if col, _, err := excelize.CellNameToCoordinates(e.attr("r")); err == nil {
			s.col = max(s.col, col)
		}
	}
	switch {
	case s.cells > l.Cells:
		return tooMuch(fmt.Sprintf("单元格超过%d个", l.Cells))
	case s.grid+s.col > gridLimit:
		return tooMuch("表格太宽太长")
	}
	return nil
}
