package layout

import (
	"cmp"
	"fmt"
	"slices"
	"unicode"

	"hongtou/internal/diag"
	"hongtou/internal/doc"
	"hongtou/internal/linebreak"
	"hongtou/internal/page"
)

// indent is the two characters of 7.3.3.
const indent = page.Indent

// paragraph sets running text and headings. Rows that show nothing but the
// heading stay with the next one; the origin of a changed passage stays with
// the passage's last line.
func (s *setter) paragraph(p doc.Paragraph) {
	head := p.Head
	if head == 0 && p.Outline.Level > 0 {
		head = len(p.Text)
	}
	t := s.measure(p.Text, bodyScale)
	if len(t.glyphs) == 0 {
		return
	}
	if p.Text[0].Style == doc.Note {
		s.keepLast(1, EndNote)
	}
	s.openParagraph(p, head)
	s.bookmark(p.Outline)
	announces := t.announces()
	s.lines(t, lineBox{first: s.area.left + indent, rest: s.area.left, right: s.area.right, head: head, body: head < len(p.Text)})
	if announces {
		s.keepLast(1, EndHeading)
	}
}

// announces says whether a text ends with a colon: what it speaks of follows,
// so it must not be the last thing on a page.
func (t *text) announces() bool {
	for _, g := range slices.Backward(t.glyphs) {
		if !unicode.IsSpace(g.Rune) {
			return g.Rune == '：' || g.Rune == ':'
		}
	}
	return false
}

// recipients sets 主送机关 flush left (7.3.2).
func (s *setter) recipients(r doc.Recipients) {
	s.open(RoleP)
	s.lines(s.measure(r.Text, bodyScale), lineBox{first: s.area.left, rest: s.area.left, right: s.area.right})
}

// lineBox is where the lines of a paragraph stand: the x of the first line and
// of the others, and their right edge.
type lineBox struct {
	first, rest, right Unit
	head               int  // number of leading runs that are a heading
	body               bool // the text is body text
	keep               End  // why no page may end after any of the lines; "" = one may
}

// lines breaks a measured text and adds its lines to the flow.
func (s *setter) lines(t *text, box lineBox) {
	lines, adjust := s.breaker.Break(t.glyphs, linebreak.Measure{
		First: int32(box.right - box.first), Rest: int32(box.right - box.rest), Em: int32(t.scale.cell), Justify: true,
		Company: box.head > 0 && !box.body,
	})
	s.checkForced(t, lines)
	x := box.first
	for _, l := range lines {
		from := s.mark()
		s.draw(t, l.Start, l.Shown, adjust, x, above(em))
		s.add(row{
			kind: gridRow, from: from, to: s.mark(), height: em,
			keep: cmp.Or(t.keepHead(l, box.head), box.keep), bookmark: s.takeBookmark(), body: box.body,
		})
		x = box.rest
	}
}

// keepHead is EndHeading for a line that shows only heading.
func (t *text) keepHead(l linebreak.Line, head int) End {
	if int(t.looks[l.End-1].run) < head {
		return EndHeading
	}
	return ""
}

// checkForced reports the first line that had to be broken inside a word or
// number wider than a line.
func (s *setter) checkForced(t *text, lines []linebreak.Line) {
	for _, l := range lines {
		if !l.Forced {
			continue
		}
		s.warn("line-forced", t.position(l.End), fmt.Sprintf("“%s”比一行还宽，只得从中断开", t.around(l.End)),
			"请加空格或改写，使其可以换行")
		return
	}
}

// position is the place of a glyph in the source.
func (t *text) position(i int) diag.Position {
	first := i
	for first > 0 && t.looks[first-1].run == t.looks[i].run {
		first--
	}
	return t.runs[t.looks[i].run].Origin.At.Shift(i - first)
}

// around is a few characters before and after a glyph, for messages.
func (t *text) around(i int) string {
	var out []rune
	for k := max(0, i-8); k < min(len(t.glyphs), i+8); k++ {
		out = append(out, t.glyphs[k].Rune)
	}
	return string(out)
}

// bookmark opens an entry for the row that is added next.
func (s *setter) bookmark(o doc.Outline) {
	if o.Level > 0 {
		s.book.Bookmarks = append(s.book.Bookmarks, Bookmark{Level: o.Level, Title: o.Title, ID: o.ID})
		s.opened = len(s.book.Bookmarks)
	}
}

// takeBookmark gives the entry that waits for a row, once.
func (s *setter) takeBookmark() int {
	b := s.opened
	s.opened = 0
	return b
}
