package layout

import "hongtou/internal/doc"

// Element is a node of the book's logical structure (ISO 32000-1, 14.7), in
// document order: parents stand before their children, and the runs of the
// elements, read in this order, are the text.
type Element struct {
	Parent  int // index into Book.Elements; -1 for the top
	Role    Role
	ID      string // anchor of a heading, as in Bookmark; "" for most
	Scope   string // of a header cell: col, row
	ColSpan int    // of a cell; 0 and 1 mean one
	RowSpan int
	Alt     string // of a figure
	Link    string // of an entry of the contents: ID of the bookmark it leads to
}

// Role is a standard structure type (ISO 32000-1, 14.8.4).
type Role string

// The roles that our documents need. A run-in heading is a heading followed by
// a paragraph.
const (
	RoleH1      Role = "H1" // titles; H2 … H5 by outline level
	RoleH2      Role = "H2"
	RoleH3      Role = "H3"
	RoleH4      Role = "H4"
	RoleH5      Role = "H5"
	RoleP       Role = "P"
	RoleTOC     Role = "TOC"
	RoleTOCI    Role = "TOCI"
	RoleTable   Role = "Table"
	RoleCaption Role = "Caption"
	RoleTHead   Role = "THead"
	RoleTBody   Role = "TBody"
	RoleTR      Role = "TR"
	RoleTH      Role = "TH"
	RoleTD      Role = "TD"
	RoleFigure  Role = "Figure"
)

// Picture is an image on a page: a seal, a signature stamp. It lies over the
// text.
type Picture struct {
	X, Y, Width, Height Unit // of its box, from the page's top left corner
	Image               doc.Image
	Element             int // its figure
}
