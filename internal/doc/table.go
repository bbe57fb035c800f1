package doc

import "hongtou/internal/diag"

// Table is a grid of cells with a repeated head. Spans are counted as in HTML:
// a covered cell is left out of its row.
type Table struct {
	Caption []Inline
	Columns []Column
	Head    []Row
	Rows    []Row
	Top     bool `json:",omitempty"` // body cells begin at the row's top; otherwise their text stands in its middle
}

// Column is one column; Width is its share of the table's width.
type Column struct {
	Width int   // relative weight in documents; characters (half-width) in workbooks
	Align Align // of body cells
}

// Row is one row; Keep forbids a page end inside it.
type Row struct {
	Cells     []Cell
	Keep      bool
	MinHeight int // mm, 0 = as high as its text
}

// Cell is one cell: paragraphs of runs.
type Cell struct {
	Paragraphs [][]Inline
	ColSpan    int // 0 and 1 mean one column
	RowSpan    int // 0 and 1 mean one row
	Head       bool
	Scope      string // col, row, or "" for body cells
	Align      Align
	Blank      Blank  // what people fill in here; such a cell has no text
	Anchor     string // name other cells can link to
	Link       string // anchor this cell leads to

	Choices []string `json:",omitempty"` // of a tick: the words of which people choose; in a workbook a list, on paper each after an empty box
	Date    string   `json:",omitempty"` // only in workbooks: a real date, 2020-12-31; such a cell has no text
	Count   *int     `json:",omitempty"` // only in workbooks: a real number; such a cell has no text
	Formula Formula  `json:",omitempty"` // only in workbooks: worked out by the office program; such a cell has no text

	At diag.Position `json:"-"` // where the choices, the date, the number or the words of the formula stand in the source; zero when unknown, or when the text tells it
}

// Align is the horizontal place of a cell's text.
type Align int

// The alignments; AlignColumn takes that of the column.
const (
	AlignColumn Align = iota
	AlignLeft
	AlignCentre
	AlignRight
)

// Blank says what people fill in by hand: never pre-filled.
type Blank string

// The kinds of blanks.
const (
	NotBlank       Blank = ""
	BlankSignature Blank = "signature"
	BlankSeal      Blank = "seal"
	BlankOpinion   Blank = "opinion"
	BlankDate      Blank = "date"
	BlankTick      Blank = "tick"
	BlankText      Blank = "text"   // a few words: a name, a telephone number, a place
	BlankNumber    Blank = "number" // a number of pages, of copies
)

// Workbook is one composed XLSX file.
type Workbook struct {
	Meta   Meta
	Sheets []Sheet
}

// Sheet is one sheet: a title line, then a table.
type Sheet struct {
	Name       string // unique, at most 31 characters, none of : \ / ? * [ ]
	Title      []Inline
	Status     []Inline `json:",omitempty"` // above the table, and on every printed page
	Edition    []Inline `json:",omitempty"` // date of the edition in the page header, when it is not the workbook's
	Table      Table
	Landscape  bool
	FreezeCols int  // columns that stay in view; the head rows always do
	Filter     bool // filter buttons on the head row

	Protected  bool        `json:",omitempty"` // only blanks and the input can be typed in; without a password
	Input      *Input      `json:",omitempty"` // above the table
	Highlights []Highlight `json:",omitempty"`
}

// Input is a date above a sheet's table that people may set, on which formulas
// of the workbook depend: 统计日期. A workbook has at most one.
type Input struct {
	Label []Inline
	Date  string // 2020-12-31, what it is until somebody sets it
}

// Highlight tells the rows whose cell in a column shows some word, by colour;
// the word itself stands there, so that nothing is told by colour alone.
type Highlight struct {
	Column int // of the table, the first is 0
	Word   string
	Tone   string // warning or done
}
