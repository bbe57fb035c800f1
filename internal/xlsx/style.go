package xlsx

import (
	"github.com/xuri/excelize/v2"

	"hongtou/internal/doc"
)

// edge is a border of an area.
type edge uint8

const (
	closed edge = iota // thin line
	open               // none: the text goes on in the next row
	faint              // hair line: the text goes on on the next page
)

// style is everything that makes one cell look unlike another.
type style struct {
	face         face
	size         float64
	align        doc.Align
	top          bool // text at the cell's top, not in its middle
	above, below edge
	bare         bool // no borders: title and caption
	head         bool
	link         bool
	format       format
	entry        bool // people type here, and are to see it
	unlocked     bool // they can on a protected sheet
}

// styles registers each style once, in the order of first use, after the
// family of named ones.
type styles struct {
	file  *excelize.File
	ids   map[style]int
	looks map[int]style // by id
}

// newStyles writes the family. excelize has no call for named styles, so
// their records are copies of those of the cell styles that look like them.
func newStyles(f *excelize.File) (*styles, error) {
	s := &styles{f, map[style]int{}, map[int]style{}}
	for i, member := range family {
		id, err := s.id(member.look)
		if err != nil {
			return nil, err
		}
		masters, names := f.Styles.CellStyleXfs, f.Styles.CellStyles
		master := f.Styles.CellXfs.Xf[id]
		master.XfID = nil
		masters.Xf = append(masters.Xf, master)
		masters.Count = len(masters.Xf)
		named := *names.CellStyle[0]
		named.Name, named.XfID, named.BuiltInID = member.name, i+1, nil // 0 is the sheet's own
		names.CellStyle = append(names.CellStyle, &named)
		names.Count = len(names.CellStyle)
	}
	return s, nil
}

func (s *styles) id(k style) (int, error) {
	if id, ok := s.ids[k]; ok {
		return id, nil
	}
	id, err := s.file.NewStyle(k.build())
	if err != nil {
		return 0, err
	}
	s.ids[k], s.looks[id] = id, k
	s.join(id, k.member()+1)
	return id, nil
}

// join makes a cell style a descendant of a named one. Everything is said to
// be the cell's own: a program takes the rest from the named style.
func (s *styles) join(id, master int) {
	own := true
	xf := &s.file.Styles.CellXfs.Xf[id]
	xf.XfID = &master
	xf.ApplyNumberFormat, xf.ApplyFont, xf.ApplyFill = &own, &own, &own
	xf.ApplyBorder, xf.ApplyAlignment, xf.ApplyProtection = &own, &own, &own
}

func (k style) build() *excelize.Style {
	st := &excelize.Style{
		Font:      font(k.face, k.size, k.link),
		Alignment: &excelize.Alignment{Horizontal: k.horizontal(), Vertical: "center", WrapText: true},
	}
	if k.top {
		st.Alignment.Vertical = "top"
	}
	if !k.bare {
		st.Border = k.borders()
	}
	if k.head {
		st.Fill = tint(headTint)
	}
	if k.entry {
		st.Fill = tint(blankTint)
	}
	if k.unlocked {
		st.Protection = &excelize.Protection{Locked: false}
	}
	if code := formatCodes[k.format]; code != "" {
		st.CustomNumFmt = &code
	}
	return st
}

func (k style) horizontal() string {
	switch k.align {
	case doc.AlignCentre:
		return "center"
	case doc.AlignRight:
		return "right"
	}
	return "left"
}

func (k style) borders() []excelize.Border {
	line := map[edge]int{closed: thinLine, faint: hairLine}
	borders := []excelize.Border{
		{Type: "left", Color: ink, Style: thinLine},
		{Type: "right", Color: ink, Style: thinLine},
	}
	if k.above != open {
		borders = append(borders, excelize.Border{Type: "top", Color: ink, Style: line[k.above]})
	}
	if k.below != open {
		borders = append(borders, excelize.Border{Type: "bottom", Color: ink, Style: line[k.below]})
	}
	return borders
}

func font(f face, size float64, link bool) *excelize.Font {
	charset := charsetGB
	ft := &excelize.Font{Family: faceNames[f], Size: size, Color: ink, Charset: &charset}
	if link {
		ft.Color, ft.Underline = linkInk, "single"
	}
	return ft
}

// setDefaultFont makes 宋体 the face that column widths are reckoned in.
func setDefaultFont(f *excelize.File) error {
	if err := f.SetDefaultFont(faceNames[song]); err != nil {
		return err
	}
	size := textSize
	f.Styles.Fonts.Font[0].Sz.Val = &size
	return nil
}
