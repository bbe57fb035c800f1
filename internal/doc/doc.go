// Package doc is the format-neutral document tree: what a composed document
// says and how its parts are called (GB/T 9704—2012 clauses 7 and 8), without
// pages, faces or markup. compose makes it; layout, html and xlsx read it.
package doc

import "hongtou/internal/diag"

// Document is one composed document for PDF and HTML.
type Document struct {
	Meta   Meta
	Setup  Setup
	Blocks []Block
}

// Meta is the document information, from the content alone (no clock).
type Meta struct {
	Kind     string // manifest word, e.g. notice
	Title    string // full title in one line
	Subject  string // e.g. the document number
	Author   string // issuing organs
	Keywords []string
	Date     string // 成文日期 as 2020-07-30, or ""
	Edition  string // 2020-07-30
}

// Setup is what concerns the sheet rather than the text.
type Setup struct {
	Mirrored  bool   // 订口 28 mm changes side on even pages (gbt9704 5.2.1)
	Landscape bool   // A4 lying on its side, for wide tables (8)
	Status    string // status line in the top margin of every page; "" = none
	Letter    bool   // 信函格式 (10.1): red double lines, the mark 30 mm below the page's top edge, no number on page 1
}

// Origin says which field of the source gave some text, and where it stands.
// The zero Origin belongs to fixed words of a template.
type Origin struct {
	Field string // e.g. notice.title, 06.deadline, 14.2
	At    diag.Position
}

// Inline is a run of characters in one named style.
type Inline struct {
	Text   string
	Style  Style
	Mark   Marking `json:",omitempty"`
	Origin Origin  `json:"-"` // a moved source line is no other document
}

// Marking tells changed characters of a comparison. Renderers never show it by
// colour alone.
type Marking uint8

// The marks: inserted characters are underlined, deleted ones struck through.
const (
	Unmarked Marking = iota
	Inserted
	Deleted
)

// String is the word of dumps; "" for Unmarked.
func (m Marking) String() string {
	return [...]string{"", "inserted", "deleted", ""}[m&3]
}

// Plain joins the characters of runs.
func Plain(runs []Inline) string {
	n := 0
	for _, r := range runs {
		n += len(r.Text)
	}
	b := make([]byte, 0, n)
	for _, r := range runs {
		b = append(b, r.Text...)
	}
	return string(b)
}
