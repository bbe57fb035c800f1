package html

import (
	"fmt"

	"hongtou/internal/doc"
	"hongtou/internal/fontset"
)

// body writes the blocks of one document and notes what the style sheet has to
// know of them.
type body struct {
	markup
	faces   *faces
	setup   doc.Setup
	binder  binder
	levels  levels
	ids     ids
	head    head
	section bool      // a section is open
	header  bool      // the red head is open
	newPage bool      // the next block begins a page
	before  doc.Block // the block before this one, nil on a new page
	above   string    // anchor of the last heading
	forms   bool      // a table is a form
	more    bool      // elements that few documents have: their part of the style sheet
	marks   []headMark
}

func newBody(fs *fontset.Set) *body { return &body{faces: newFaces(fs)} }

// document writes all blocks. What stands between two page breaks is one
// section, the red head is its header.
func (b *body) document(blocks []doc.Block) {
	b.ids = taken(blocks)
	b.sections(blocks)
}

// sections writes blocks as sections.
func (b *body) sections(blocks []doc.Block) {
	b.marks = marksOf(blocks)
	for i, block := range blocks {
		if _, ok := block.(doc.PageBreak); ok {
			b.newPage = b.section || b.newPage
			b.endSection()
			b.head.offset, b.before = 0, nil
			continue
		}
		b.beginSection()
		b.openHeader(block)
		b.block(block, next(blocks, i))
		b.before = block
	}
	b.endSection()
}

// next gives the block after blocks[i], nil at the end.
func next(blocks []doc.Block, i int) doc.Block {
	if i+1 < len(blocks) {
		return blocks[i+1]
	}
	return nil
}

func (b *body) beginSection() {
	if !b.section {
		b.raw(b.sheet() + "\n")
		b.section = true
	}
}

func (b *body) endSection() {
	b.closeHeader()
	if !b.section {
		return
	}
	if b.unstyled {
		b.raw("</div>\n")
	} else {
		b.raw("</section>\n")
	}
	b.section = false
}

// sheet opens what stands between two page breaks. On pages of others it is no
// section: headings there may be run-in, and checkers miss them.
func (b *body) sheet() string {
	if b.unstyled {
		return `<div class="leaf">`
	}
	return "<section>"
}

// openHeader opens the red head before its first block and closes it before
// the first that is no part of it.
func (b *body) openHeader(next doc.Block) {
	switch next.(type) {
	case doc.HeadMarks, doc.Masthead, doc.DocNumber, doc.RedLine:
		if !b.header {
			b.raw("<header>\n")
			b.header = true
		}
	default:
		b.closeHeader()
	}
}

func (b *body) closeHeader() {
	if b.header {
		b.end("header")
		b.header = false
	}
}

// block writes one block; next is the one after it. A kind that has no case is a fault of this package.
func (b *body) block(block, next doc.Block) {
	b.more = b.more || isRare(block) || b.letter()
	switch v := block.(type) {
	case doc.Masthead:
		b.masthead(v, next)
	case doc.DocNumber:
		b.documentNumber(v, next)
	case doc.RedLine:
		b.redLine()
	case doc.Title:
		b.title(v)
	case doc.Recipients:
		b.paragraphOf("to", bodyFace, v.Text)
	case doc.Paragraph:
		b.paragraph(v)
	case doc.AttachmentNote:
		b.attachmentNote(v)
	case doc.Signature:
		b.signature(v)
	case doc.AttachmentMark:
		b.paragraphOf("mark-of-attachment", attachFace, v.Text)
	case doc.Contents:
		b.contents(v)
	case doc.HeadMarks:
		b.headMarks()
	case doc.ClosingNote:
		b.paragraphOf("text", bodyFace, v.Text)
	case doc.Imprint:
		b.imprint(v)
	case doc.Table:
		b.table(v)
	default:
		panic(fmt.Sprintf("html: no case for %T", block))
	}
}

// openBlock opens a block element with a style of its own. The first of a new
// page says so there and not by a class: office programs ask the paragraph,
// and for one class only.
func (b *body) openBlock(tag, class, style string, attributes ...string) {
	if b.newPage {
		style = joinStyles("page-break-before:always", style)
		b.newPage = false
	}
	b.begin(tag)
	b.attributes("class", class, "style", style)
	b.attributes(attributes...)
	b.raw(">")
}

// paragraphOf writes a p element with one class and runs in one look.
func (b *body) paragraphOf(class string, f face, runs []doc.Inline) {
	b.openBlock("p", class, "")
	b.runs(f, runs)
	b.end("p")
}
