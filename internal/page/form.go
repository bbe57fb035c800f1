package page

import (
	"hongtou/internal/doc"
)

// Forms. The standard says nothing of them; these are laws of the page all the
// same, so that whatever a template asks for, people find room to write.

// boxHeights are the least heights of what people fill in by hand, in mm of
// white between the rules: an
// opinion of a few lines, a name, a round seal of 42 mm over the edge of its
// box, a line of handwriting. A tick needs no more than its line.
var boxHeights = map[doc.Blank]int{
	doc.BlankOpinion:   25,
	doc.BlankSeal:      25,
	doc.BlankSignature: 12,
	doc.BlankDate:      8,
	doc.BlankText:      8,
	doc.BlankNumber:    8,
}

// BoxHeight is the least height of a cell, from rule to rule; 0 when its text
// decides.
func BoxHeight(c doc.Cell) Length {
	if mm := boxHeights[c.Blank]; mm > 0 {
		return Millimetres(mm) + FormRule
	}
	return 0
}

// mostHeight bounds what a template may ask of a row, in mm.
const mostHeight = 1000

// RowHeight is the least height of a row: what its template asks for, or a box
// that begins and ends in it.
func RowHeight(r doc.Row) Length {
	least := Millimetres(min(max(0, r.MinHeight), mostHeight))
	for _, c := range r.Cells {
		if c.RowSpan <= 1 { // others share their height with the rows below
			least = max(least, BoxHeight(c))
		}
	}
	return least
}

// Whole says whether no page may end inside a row: the template says so, or
// people write in it.
func Whole(r doc.Row) bool {
	for _, c := range r.Cells {
		if c.Blank != doc.NotBlank {
			return true
		}
	}
	return r.Keep
}

// IsForm says whether people write in a table. The border around a form is
// heavier than the lines inside.
func IsForm(t doc.Table) bool {
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			if c.Blank != doc.NotBlank {
				return true
			}
		}
	}
	return false
}

// Rules of tables; FormRule is the border around a form.
const (
	TableRule Length = 500
	FormRule  Length = 1_000
)

// What is printed where people tick and date. The gaps of a date are characters
// of the table's size: 12.7 mm for the year, 8.5 mm each for month and day.
const (
	tickBox   = "□"
	choiceGap = "　"
)

var dateParts = []string{"　　　年", "　　月", "　　日"}

// Furniture is what is printed in a cell that people fill in: parts that a line
// may end between but never inside, and what stands between two of them on one
// line. Text and number cells, opinions, signatures and seals are empty.
func Furniture(c doc.Cell) (parts []string, gap string) {
	if len(c.Paragraphs) > 0 { // such a cell is no blank, whatever it says
		return nil, ""
	}
	switch c.Blank {
	case doc.BlankDate:
		return dateParts, ""
	case doc.BlankTick:
		for _, word := range c.Choices {
			parts = append(parts, tickBox+word)
		}
		if len(parts) == 0 {
			parts = []string{tickBox}
		}
	}
	return parts, choiceGap
}

// AlignOf is the place of a cell's text: its own, the middle in a head or for a
// date, that of its column, the left.
func AlignOf(c doc.Cell, head bool, column doc.Align) doc.Align {
	switch {
	case c.Align != doc.AlignColumn:
		return c.Align
	case head || c.Head:
		return doc.AlignCentre
	case column != doc.AlignColumn:
		return column
	case c.Blank == doc.BlankDate:
		return doc.AlignCentre
	}
	return doc.AlignLeft
}

// Group is a run of rows that spans tie together.
type Group struct {
	First, Last int
	Signed      bool // an opinion, a signature or a seal is among them: a block of a form, kept on one page if it fits
}

// Groups divides the rows of a table where no cell reaches from one row into
// the next. A list that people tick through is tied by its label, too, but is
// no block: it may go on on the next page.
func Groups(rows []doc.Row) []Group {
	var out []Group
	for i := 0; i < len(rows); {
		g := Group{First: i, Last: i}
		for ; i <= g.Last; i++ {
			for _, c := range rows[i].Cells {
				g.Last = max(g.Last, i+min(max(c.RowSpan, 1), len(rows)-i)-1)
				g.Signed = g.Signed || signed(c.Blank)
			}
		}
		out = append(out, g)
	}
	return out
}

func signed(b doc.Blank) bool {
	return b == doc.BlankOpinion || b == doc.BlankSignature || b == doc.BlankSeal
}
