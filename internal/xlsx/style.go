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
	entry        bool // people type here: unlocked on a protected sheet, and seen to be
}

// styles registers each style once, in the order of first use.
type styles struct {
	file *excelize.File
	ids  map[style]int
}

func newStyles(f *excelize.File) *styles { return &styles{f, map[style]int{}} }

func (s *styles) id(k style) (int, error) {
	if id, ok := s.ids[k]; ok {
		return id, nil
	}
	id, err := s.file.NewStyle(k.build())
	s.ids[k] = id
	return id, err
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
		st.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"F2F2F2"}}
	}
	if k.entry {
		st.Fill = tint("FFFBE6")
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
	const thin, hair = 1, 7
	line := map[edge]int{closed: thin, faint: hair}
	borders := []excelize.Border{
		{Type: "left", Color: "000000", Style: thin},
		{Type: "right", Color: "000000", Style: thin},
	}
	if k.above != open {
		borders = append(borders, excelize.Border{Type: "top", Color: "000000", Style: line[k.above]})
	}
	if k.below != open {
		borders = append(borders, excelize.Border{Type: "bottom", Color: "000000", Style: line[k.below]})
	}
	return borders
}

func font(f face, size float64, link bool) *excelize.Font {
	charset := charsetGB
	ft := &excelize.Font{Family: faceNames[f], Size: size, Color: "000000", Charset: &charset}
	if link {
		ft.Color, ft.Underline = "1F4E9E", "single"
	}
	return ft
}

// markedFont shows changed characters: inserted ones underlined, deleted ones
// struck through, the colour being an extra.
func markedFont(l look, k style) *excelize.Font {
	ft := font(l.face, k.size, k.link)
	switch l.mark {
	case doc.Inserted:
		ft.Underline, ft.Color = "single", "00703C"
	case doc.Deleted:
		ft.Strike, ft.Underline, ft.Color = true, "", "C00000"
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
