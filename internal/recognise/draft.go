// Package recognise finds out what the words of foreign documents are: a
// manuscript goes in, a draft of a dossier and a report come out. It is pure
// and does not interpret: every character of the manuscripts ends in the
// draft, with its place, or is listed in the report with the reason; Account
// proves that anew. What an office prints differently (labels, numbering,
// half-width marks) is data in vocabulary.yaml.
package recognise

import (
	"strings"

	"hongtou/internal/dossier"
	"hongtou/internal/manuscript"
)

// Source names one line of text of the manuscripts: a paragraph, or one
// paragraph of a table's cell. A paragraph's text is its Number and its Text.
type Source struct {
	File, Block int // indexes
	Row, Cell   int // of a table: indexes into Rows and into that row; -1 of a paragraph
	Paragraph   int // of a cell: index into its Text
}

// Span is a run of characters of one line, half open, counted in runes.
type Span struct {
	Source
	From, To int
}

// Run is a piece of a text: characters of one span, or words that were added.
type Run struct {
	Span  Span // From == To when the words were added
	Words string
}

// Text is a value and where its characters stand. Restored marks differ from
// the characters of their span; the report lists each.
type Text struct {
	Runs   []Run
	Breaks []int // of a title: character offsets at which the source begins a new line
}

// Value gives the characters.
func (t Text) Value() string {
	var b strings.Builder
	for _, r := range t.Runs {
		b.WriteString(r.Words)
	}
	return b.String()
}

// IsZero says whether there is nothing.
func (t Text) IsZero() bool { return len(t.Runs) == 0 }

// Draft is what the manuscripts say.
type Draft struct {
	Notice     Notice
	Plan       Plan
	Annex      Annex
	Amendments []Amendment
	Units      []Name // named in fields and not in the known register
	People     []Name
	Labels     []Label // as this plan prints them, in order of appearance
	Web        Web
}

// Notice is a letter: the one that issues the plan, or one that amends it.
type Notice struct {
	Masthead   Text // the line ending in 文件; zero when the source has none
	Number     Text // 发文字号
	Title      Text
	Recipients Text // its colon included
	Body       []Text
	Signature  []Text
	Date       Text
	Note       Text // （此件公开发布）
	Imprint    []Text
}

// Web is what a page says about a notice.
type Web struct{ Source, Published Text }

// Plan is the plan's own text.
type Plan struct {
	Title       Text
	Body        []Text
	Attachments []Text // 附件：… and the lines that follow it
}

// Annex is the list of items.
type Annex struct {
	Mark, Title Text
	Numbering   string // how the items are numbered, as annex.numbering says it: 1.; "" for 第N项，
	Parts       []Part
}

// Part is a section of the list; Heading is zero when the source has none.
type Part struct {
	Heading Text
	Items   []Item
}

// Items gives all items in printed order.
func (a Annex) Items() []Item {
	var out []Item
	for _, p := range a.Parts {
		out = append(out, p.Items...)
	}
	return out
}

// Item is one task.
type Item struct {
	ID      string // 06
	Place   manuscript.Place
	Problem []Text // the first begins with its number
	Remarks []Text // between the problem and the aspects
	Aspects []Aspect
}

// Aspect is a set of fields; an ordinary item has one without Problem.
type Aspect struct {
	ID      string
	Problem []Text // the first begins with （一）
	Fields  []Field
}

// Field gives the field of a kind, or nil.
func (a Aspect) Field(k dossier.FieldKind) *Field {
	for i := range a.Fields {
		if a.Fields[i].Kind == k {
			return &a.Fields[i]
		}
	}
	return nil
}

// Kinds of fields by the names they have here. Other is what a dossier has no
// place for, 备注 and further columns: the report tells what became of it.
const (
	Cooperating                   = dossier.Cooperating
	Other       dossier.FieldKind = "other"
)

// Field is a labelled value.
type Field struct {
	Kind       dossier.FieldKind
	Label      Text // as printed, without the colon
	Place      manuscript.Place
	Value      Text   // zero for measures
	OwnLine    bool   // the value stands below the label
	Paragraphs []Text // of measures
	RunIn      bool   // the first of them stands beside the label
}

// Content is the field's text as changes expect it.
func (f Field) Content() string {
	if f.Kind != dossier.Measures {
		return f.Value.Value()
	}
	lines := make([]string, len(f.Paragraphs))
	for i, p := range f.Paragraphs {
		lines[i] = p.Value()
	}
	return strings.Join(lines, "\n")
}

// Label is one printed label and what it means.
type Label struct {
	Words string
	Kind  dossier.FieldKind
}

// Amendment is an amending notice.
type Amendment struct {
	ID string // date, as its file is named
	Notice
	Changes []Change
	Web     Web
}

// Change is one instruction of an amending notice.
type Change struct {
	Paragraph int // index into Body of the executing paragraph
	Item      string
	Field     dossier.FieldKind
	Measure   string // 14.2; "" for the whole field
	Verb      dossier.Verb
	Find      string   // words that are replaced; "" for all
	Expect    string   // the text in force before it; "" when it is not known
	Label     string   // as the notice prints it
	New       []string // the words that it puts in force
	End       int      // index into Body of the first paragraph after the new text, when an {end} is needed; else 0
}

// Name is a name that stands in a field, proposed for the register.
type Name struct {
	Name   string
	Kind   string // of a unit: as in the register; "group" for a wording that stands for several
	Leader bool   // of a person
	Units  []string
	Basis  string
}
