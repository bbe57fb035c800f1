package page

import (
	"fmt"

	"hongtou/internal/diag"
	"hongtou/internal/doc"
	"hongtou/internal/fontset"
)

// Problems collects what stops a document, in the same words for every format
// so that a reader is told once. The zero Problems is empty and ready to use.
type Problems struct {
	List  diag.List
	holes map[hole]int // where in List a missing character stands
}

type hole struct {
	role fontset.Role
	r    rune
}

// mostNotes is how many further places of a missing character are told.
const mostNotes = 8

// MissingGlyph reports that no face of a role has character number index of a
// text, once for each role, with further places as notes.
func (p *Problems) MissingGlyph(role fontset.Role, r rune, from doc.Origin, index int) {
	at := PlaceOf(from, index)
	if n, ok := p.holes[hole{role, r}]; ok {
		p.List[n].Notes = further(p.List[n], at)
		return
	}
	if p.holes == nil {
		p.holes = map[hole]int{}
	}
	p.holes[hole{role, r}] = len(p.List)
	p.List.Add(diag.Diagnostic{
		Severity: diag.Error, Code: "missing-glyph", At: at, Length: 1,
		Message: fmt.Sprintf("%s字体没有“%c”（U+%04X）的字形", role.Label(), r, r),
		Hint:    "请在字体文件夹中放入含有该字的字体，或改用通行写法",
	})
}

// PlaceOf is that of character number index of a text; fixed words of a
// template have none.
func PlaceOf(from doc.Origin, index int) diag.Position {
	if from.At == (diag.Position{}) {
		return from.At
	}
	return from.At.Shift(index)
}

// further adds a place to the notes of a problem unless it is known: text is
// often measured more than once.
func further(d diag.Diagnostic, at diag.Position) []diag.Note {
	if len(d.Notes) == mostNotes || d.At == at {
		return d.Notes
	}
	for _, n := range d.Notes {
		if n.At == at {
			return d.Notes
		}
	}
	return append(d.Notes, diag.Note{Message: "此处也用到该字", At: at})
}

// CheckMark reports a mark that is wider than room at any size.
func (p *Problems) CheckMark(m Mark, room Length, organs [][]doc.Inline) {
	if _, ok := m.Size(room); ok {
		return
	}
	var longest []doc.Inline
	for _, o := range organs {
		if len([]rune(doc.Plain(o))) > len([]rune(doc.Plain(longest))) {
			longest = o
		}
	}
	p.List.Add(diag.Diagnostic{
		Severity: diag.Error, Code: "mark-too-wide", At: Place(longest),
		Message: fmt.Sprintf("发文机关标志“%s”过长，缩到二号字仍超出版心", short(doc.Plain(longest))),
		Hint:    "请用机关规范化简称，或只用主办机关名称",
	})
}

// StatusHeight is the height of a status line set in some lines.
func StatusHeight(lines int) Length { return Length(lines-1)*StatusPitch + NoteSize }

// StatusPitch is the distance of its lines.
const StatusPitch = NoteSize * 3 / 2

// CheckStatus reports a status line that is higher than the top margin. Its
// text has no place of its own: at is the first one of the document.
func (p *Problems) CheckStatus(status string, lines int, landscape bool, at diag.Position) {
	margin := Top
	if landscape {
		margin = Left
	}
	if StatusHeight(lines) <= margin {
		return
	}
	p.List.Add(diag.Diagnostic{
		Severity: diag.Error, Code: "status-too-long", At: at,
		Message: fmt.Sprintf("状态行“%s”排成%d行，上白边容不下", short(status), lines),
		Hint:    "请缩短状态行",
	})
}

// short is the beginning of a text, for messages.
func short(text string) string {
	const most = 20
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "……"
	}
	return text
}

// Place is that of the first run that has one.
func Place(runs []doc.Inline) diag.Position {
	for _, r := range runs {
		if r.Origin.At != (diag.Position{}) {
			return r.Origin.At
		}
	}
	return diag.Position{}
}

// FirstPlace is that of the first element of a document that has one.
func FirstPlace(blocks []doc.Block) diag.Position {
	for _, b := range blocks {
		for _, runs := range texts(b) {
			if at := Place(runs); at != (diag.Position{}) {
				return at
			}
		}
	}
	return diag.Position{}
}

// texts gives what a block begins with; tables are asked for their first rows
// too.
func texts(b doc.Block) [][]doc.Inline {
	switch b := b.(type) {
	case doc.HeadMarks:
		return [][]doc.Inline{b.SerialNumber, b.Secrecy, b.Urgency}
	case doc.Masthead:
		return b.Organs
	case doc.DocNumber:
		return [][]doc.Inline{b.Text}
	case doc.Title:
		return b.Lines
	case doc.Recipients:
		return [][]doc.Inline{b.Text}
	case doc.Paragraph:
		return [][]doc.Inline{b.Text}
	case doc.AttachmentMark:
		return [][]doc.Inline{b.Text}
	case doc.Contents:
		return contentsTexts(b)
	case doc.Table:
		return tableTexts(b)
	}
	return nil
}

func tableTexts(t doc.Table) [][]doc.Inline {
	out := [][]doc.Inline{t.Caption}
	for _, row := range t.Rows {
		for _, c := range row.Cells {
			out = append(out, c.Paragraphs...)
		}
	}
	return out
}
