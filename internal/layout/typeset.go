package layout

import (
	"fmt"

	"hongtou/internal/diag"
	"hongtou/internal/doc"
	"hongtou/internal/fontset"
	"hongtou/internal/page"
)

// Typeset lays a document out. The book is complete even when there are
// problems, so that all of them are found in one run; with an Error among them
// it must not be published. Who sets many documents makes a Typesetter.
func Typeset(d doc.Document, fs *fontset.Set) (*Book, diag.List) { return New(fs).Typeset(d) }

// Typeset does the same as the function Typeset, and faster.
func (t *Typesetter) Typeset(d doc.Document) (*Book, diag.List) {
	s := &setter{
		fonts: t.fonts, setup: d.Setup, area: portrait,
		book: &Book{Meta: d.Meta}, scratch: t.take(),
	}
	defer func() { t.giveBack(s.scratch) }()
	if d.Setup.Landscape {
		s.area = landscape
	}
	s.y = s.area.top
	s.letter = newLetter(d)
	for i, b := range d.Blocks {
		s.block, s.after = i, nil
		if i+1 < len(d.Blocks) {
			s.after = d.Blocks[i+1]
		}
		s.set(b)
		s.before = b
	}
	s.finish(d.Blocks)
	return s.book, s.problems.List
}

// setter is the work on one document.
type setter struct {
	fonts    *fontset.Set
	setup    doc.Setup
	area     area
	book     *Book
	problems page.Problems

	block  int       // index of the block being set, -1 for furniture
	before doc.Block // the block before it
	after  doc.Block // the block after it
	headed bool      // a Masthead was set: the first page must show body text
	opened int       // bookmark waiting for its row, index plus one
	target target    // element of what is drawn
	levels []int     // of the headings above, by outline

	letter     *letter // nil in other documents
	unnumbered int     // first page without a number, 0 = none

	entries []entry // of the contents, whose page is known at the end

	scratch
	y Unit // top of the next row's em box, before it snaps to the grid
}

func (s *setter) set(b doc.Block) {
	switch b := b.(type) {
	case doc.Masthead:
		s.masthead(b)
	case doc.DocNumber:
		s.docNumber(b)
	case doc.RedLine:
		s.redLine()
	case doc.Title:
		s.title(b)
	case doc.Recipients:
		s.recipients(b)
	case doc.Paragraph:
		s.paragraph(b)
	case doc.AttachmentNote:
		s.attachmentNote(b)
	case doc.Signature:
		s.signature(b)
	case doc.AttachmentMark:
		s.attachmentMark(b)
	case doc.PageBreak:
		s.forcePage()
	case doc.Contents:
		s.contents(b)
	case doc.HeadMarks:
		s.headMarks(b)
	case doc.ClosingNote:
		s.closingNote(b)
	case doc.Imprint:
		s.imprint(b)
	case doc.Table:
		s.table(b)
	default:
		panic(fmt.Sprintf("layout: block %T has no typesetter", b))
	}
}

// finish closes the last page and adds the furniture of all.
func (s *setter) finish(blocks []doc.Block) {
	if len(s.pending) > 0 || len(s.book.Pages) == 0 {
		s.flush(len(s.pending), EndDocument)
	}
	s.book.Pages[len(s.book.Pages)-1].End = EndDocument
	s.problems.CheckContents(blocks)
	s.numberEntries()
	s.furnish(blocks)
}

// warn reports something that is not beautiful but complete.
func (s *setter) warn(code string, at diag.Position, message, hint string) {
	s.problems.List.Add(diag.Diagnostic{Severity: diag.Warning, Code: code, Message: message, At: at, Hint: hint})
}

// problem reports something that must not be published.
func (s *setter) problem(code string, at diag.Position, message, hint string) {
	s.problems.List.Add(diag.Diagnostic{Severity: diag.Error, Code: code, Message: message, At: at, Hint: hint})
}
