// Package manuscript is the text of a document somebody else made, as read
// from its file: paragraphs and tables in printed order, each with its place.
// Readers (package intake) make it, package recognise finds out what its words
// are. Nothing in it has been interpreted, changed or left out: the characters
// of a manuscript are the characters that have to be accounted for.
package manuscript

// Manuscript is one file.
type Manuscript struct {
	Name   string // of the file, without folders
	Format Format
	Blocks []Block
	Notes  []Note // what the reader met that is no text of the document
}

// Format is the kind of file a manuscript was read from.
type Format string

// The formats that can be read.
const (
	Text     Format = "txt"
	Word     Format = "docx"
	Page     Format = "html"
	Workbook Format = "xlsx"
	CSV      Format = "csv"
)

// Block is a paragraph, or a table when Rows is not nil.
type Block struct {
	Place   Place
	Text    string // of a paragraph: one line without its line end; marks such as tabs stay
	Number  string // of a paragraph: what the writing program numbers it with (一、, 1.), which is not in Text
	Heading int    // of a paragraph: level of the heading style, 1 to 9; 0 when it has none
	Bold    int    // of a paragraph: so many of its first characters are bold
	Centred bool   // of a paragraph
	Page    bool   // of a paragraph: page furniture such as navigation, contents, header, footer or a note at the foot
	Rows    [][]Cell
}

// Cell is a cell of a table. A merged cell stands once, at its first row and
// column; the places it covers are absent from Rows.
type Cell struct {
	Place      Place
	Row, Col   int      // from 0, in the grid of the table
	Rows, Cols int      // of the grid that it covers, at least 1
	Text       []string // its paragraphs, each with the number it is printed with
	Head       bool     // marked as a head in the file
}

// Place says where a block stands so that people find it: a line of a text
// file, a paragraph of a document, a cell of a sheet.
type Place struct {
	Line  int    // from 1: line of a text file, else the number of the paragraph or table row in the document
	Sheet string // of a workbook
	Cell  string // of a workbook, such as B7
}

// Note is something in the file that is not text of the document, or cannot be
// read: a picture, a comment, a struck-out revision. Chinese, for the report.
type Note struct {
	Place   Place
	Message string
}
