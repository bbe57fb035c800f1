package recognise

import (
	"hongtou/internal/dossier"
	"hongtou/internal/manuscript"
)

// Report tells what was made of every character.
type Report struct {
	Message    string // one Chinese sentence on the whole
	Recognised []Counted
	Doubts     []Doubt
	Missing    []string // elements a dossier needs and the sources do not have, in Chinese
	Unplaced   []Loose
	Restored   []Correction // half-width marks and straight quotes
	Marks      []Count      // how often each mark was restored
	Corrected  []Correction // debris, numbering, separators
	Structure  []Loose      // characters that the format of a dossier says otherwise: colons of labels, heads of tables, separators
	Blank      []Span       // spaces at the ends of lines, lines of spaces
	Characters int          // of all manuscripts
	Placed     int          // of these, in the draft
	Sum        Sum          // of all of them
}

// Sum says what became of the characters; the numbers add up to all of them.
type Sum struct {
	Placed    int // in the draft
	Unplaced  int // listed as such
	Blank     int // spaces at the ends of lines
	Structure int // said otherwise: colons, heads of tables, separators
	Removed   int // left out and listed: debris
}

// Total is the number of characters.
func (s Sum) Total() int { return s.Placed + s.Unplaced + s.Blank + s.Structure + s.Removed }

// Counted is an item with its fields.
type Counted struct {
	Item   string
	Place  manuscript.Place
	Fields []dossier.FieldKind
	Lines  int // measures
}

// Doubt is a place that people should look at.
type Doubt struct {
	File    string
	Place   manuscript.Place
	What    string // the words
	Why     string // Chinese
	Assumed string // Chinese: what was done
}

// Loose is a run of characters that stands nowhere in the draft.
type Loose struct {
	Span
	File      string
	Place     manuscript.Place
	Text      string // as in the manuscript
	Why       string // Chinese
	Furniture bool   // of the page, not of the document
}

// Correction is one change of characters. New is empty for characters left
// out; Old is empty for characters added.
type Correction struct {
	Span
	File     string
	Place    manuscript.Place
	Old, New string
	Why      string // Chinese
}

// Count is a mark and how often it was restored.
type Count struct {
	Mark  string
	Times int
}
