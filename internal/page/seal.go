package page

// Seals and signature stamps (7.3.5.1, 7.3.5.3). Where the dossier gives no
// picture, room is left for a round seal of the usual 42 mm or for a stamp.
const (
	SealSize    Length = 119_055      // 42 mm
	StampWidth  Length = 113_386      // 40 mm
	StampHeight Length = 56_693       // 20 mm
	SealGap     Length = 8_504        // 3 mm: seals neither cross nor touch
	DateInset          = 4 * Cell     // of a sealed date, of a stamp
	PostGap            = 2 * Cell     // between a post and its stamp
	hair        Length = 2_835        // 1 mm between the text and a seal's top
	topMost            = Pitch - hair // “within one line of the text”
	mostSeals          = 3            // in a row
)

// SealPlace is where a seal presses down on a signature: Blank empty lines
// stand above the name, and the seal begins Rise above the name's em box.
type SealPlace struct {
	Blank int
	Rise  Length
}

// PlaceSeal puts a seal of some height so that its lower middle covers the
// name, and the date when it stands below: a tenth of the seal's height lies
// between its middle and theirs. Its top is within one line of the text above.
func PlaceSeal(height Length, dated bool) SealPlace {
	p := SealPlace{Rise: height/2 + height/10 - Em/2}
	if dated {
		p.Rise -= Pitch / 2
	}
	for Leading+Length(p.Blank)*Pitch-p.Rise < hair {
		p.Blank++
	}
	if over := Leading + Length(p.Blank)*Pitch - p.Rise - topMost; over > 0 {
		p.Rise += over
	}
	return p
}

// Drop is how far the seal reaches below the em box of the line it ends under.
func (p SealPlace) Drop(height Length, dated bool) Length {
	drop := height - p.Rise - Em
	if dated {
		drop -= Pitch
	}
	return max(0, drop)
}

// SealRows is how several seals stand: in rows, each name under its own, the
// last of all over the date. Rows are filled from the right edge, so that the
// columns of all rows agree.
type SealRows struct {
	Count  int    // of seals
	PerRow int    // at most
	Step   Length // from column to column
	Centre Length // of the last column, from the right edge
	Lines  int    // from row to row
}

// ArrangeSeals arranges n seals of at most some width and height; the names,
// at most as wide as names, are never wider than their columns.
func ArrangeSeals(room Length, n int, names, date, width, height Length) SealRows {
	widest := max(names, width)
	r := SealRows{Count: n, PerRow: 1, Step: max(names+Cell, width+SealGap), Centre: max(DateInset+date/2, widest/2)}
	for k := 2; k <= mostSeals && Length(k-1)*r.Step+widest/2 <= room-r.Centre; k++ {
		r.PerRow = k
	}
	rows := (max(1, n) + r.PerRow - 1) / r.PerRow
	r.PerRow = (max(1, n) + rows - 1) / rows
	r.Lines = int((height + SealGap + Pitch - 1) / Pitch)
	return r
}

// Rows is their number.
func (r SealRows) Rows() int { return (max(1, r.Count) + r.PerRow - 1) / r.PerRow }

// At gives the row of seal i, counted from 0, and its middle, from the right
// edge.
func (r SealRows) At(i int) (row int, centre Length) {
	row = i / r.PerRow
	in := min(r.PerRow, r.Count-row*r.PerRow)
	return row, r.Centre + Length(in-1-i%r.PerRow)*r.Step
}
