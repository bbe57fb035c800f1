package doc

// Formula is what a workbook's cell works out from others. It is a structure,
// not text: no word of the content can become part of a formula's code, and
// the renderer can work out the value as well.
type Formula interface{ formula() }

// Tally counts the body rows of a sheet of the same workbook that meet all
// conditions.
type Tally struct {
	Sheet string // its name
	Where []Condition
}

// Condition is about one column of the counted sheet, the first is 0. Exactly
// one of the others is set.
type Condition struct {
	Column   int
	Equals   string `json:",omitempty"` // the cell shows this word
	SameAs   *int   `json:",omitempty"` // the cell shows what this column of the tally's own row shows
	From, To string `json:",omitempty"` // the cell is a date from From to To, both included: 2020-12-01, 2020-12-31
	Empty    bool   `json:",omitempty"` // nothing stands in the cell
}

// Overdue shows Word when the date in one column of its own row is before the
// workbook's input date and the state in another is none of Done; nothing
// otherwise (超期 is worked out, never typed).
type Overdue struct {
	Deadline, State int // columns, the first is 0
	Done            []string
	Word            string
}

// Share divides two columns of its own row, shown as a percentage; nothing
// when the divisor is 0.
type Share struct{ Part, Whole int }

// Sum adds up the cells above it in its column, down from the first body row.
type Sum struct{}

func (Tally) formula()   {}
func (Overdue) formula() {}
func (Share) formula()   {}
func (Sum) formula()     {}

// FirstDay and LastDay bound the dates that spreadsheet programs agree on.
const FirstDay, LastDay = "1900-03-01", "9999-12-31"
