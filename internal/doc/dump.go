package doc

import (
	"crypto/sha256"
	"fmt"
	"strconv"
	"strings"
)

var styleNames = [...]string{
	Body: "body", Level1: "level1", Level2: "level2", Level3: "level3", Level4: "level4",
	ItemHead: "item-head", Label: "label", TitleText: "title", Mark: "mark",
	AttachmentLabel: "attachment-label", Small: "small", TableHead: "table-head", Note: "note",
}

// String gives the name of a style as dumps print it.
func (s Style) String() string {
	if s < 0 || int(s) >= len(styleNames) {
		return "style" + strconv.Itoa(int(s))
	}
	return styleNames[s]
}

// Dump writes a document as readable lines, one block, line or run each: its
// kind, what it sets, its place in the bookmarks, and every run with style,
// field and characters. Goldens compare it, people read it. Places in the
// source are left out, so that a moved line is no difference.
func Dump(d *Document) string {
	w := &dump{}
	w.meta("document", d.Meta)
	if d.Setup != (Setup{}) {
		w.line(0, "setup mirrored=%v%s%s status=%q", d.Setup.Mirrored, flag(d.Setup.Landscape, " landscape"), flag(d.Setup.Letter, " letter"), d.Setup.Status)
	}
	for _, b := range d.Blocks {
		w.block(b)
	}
	return w.String()
}

// DumpWorkbook does the same for a workbook.
func DumpWorkbook(b *Workbook) string {
	w := &dump{}
	w.meta("workbook", b.Meta)
	for _, s := range b.Sheets {
		w.line(0, "sheet %q%s%s%s%s", s.Name, flag(s.Landscape, " landscape"), flag(s.Filter, " filter"), number(" freeze=", s.FreezeCols), flag(s.Protected, " protected"))
		w.runs(1, "title", s.Title)
		w.runs(1, "status", s.Status)
		w.runs(1, "edition", s.Edition)
		if s.Input != nil {
			w.line(1, "input %s", s.Input.Date)
			w.runs(2, "label", s.Input.Label)
		}
		for _, h := range s.Highlights {
			w.line(1, "highlight column=%d word=%q %s", h.Column, h.Word, h.Tone)
		}
		w.table(1, s.Table)
	}
	return w.String()
}

type dump struct{ strings.Builder }

func (w *dump) line(depth int, format string, args ...any) {
	w.WriteString(strings.Repeat("  ", depth))
	w.WriteString(strings.TrimRight(fmt.Sprintf(format, args...), " "))
	w.WriteByte('\n')
}

func (w *dump) meta(what string, m Meta) {
	w.line(0, "%s %s", what, m.Kind)
	for _, f := range [...]struct{ name, value string }{
		{"title", m.Title}, {"subject", m.Subject}, {"author", m.Author},
		{"keywords", strings.Join(m.Keywords, " · ")}, {"date", m.Date}, {"edition", m.Edition},
	} {
		if f.value != "" {
			w.line(1, "%s %q", f.name, f.value)
		}
	}
}

func (w *dump) block(b Block) {
	switch b := b.(type) {
	case Masthead:
		w.lines("masthead", b.Organs)
		w.runs(1, "word", b.Word)
	case HeadMarks:
		w.line(0, "head-marks")
		w.runs(1, "serial", b.SerialNumber)
		w.runs(1, "secrecy", b.Secrecy)
		w.runs(1, "urgency", b.Urgency)
	case DocNumber:
		w.block1("doc-number", b.Text)
		w.runs(1, "signers", b.SignersLabel)
		w.each("signer", b.Signers)
	case RedLine:
		w.line(0, "red-line")
	case Title:
		w.lines("title"+outline(b.Outline), b.Lines)
	case Recipients:
		w.block1("recipients", b.Text)
	case Paragraph:
		w.block1("paragraph"+number(" head=", b.Head)+outline(b.Outline), b.Text)
	case AttachmentNote:
		w.line(0, "attachment-note")
		for _, e := range b.Entries {
			w.runs(1, "lead", e.Lead)
			w.runs(1, "name", e.Name)
		}
	case Signature:
		w.lines("signature"+word(" ", string(b.Sealing)), b.Organs)
		w.each("post", b.Posts)
		for _, i := range b.Images {
			w.line(1, "image %d × %d %q %x", i.Width, i.Height, i.Alt, sha256.Sum256(i.Data))
		}
		w.runs(1, "date", b.Date)
	case ClosingNote:
		w.block1("closing-note", b.Text)
	case Imprint:
		w.line(0, "imprint")
		w.runs(1, "recipients", b.Recipients)
		w.runs(1, "cc", b.CC)
		w.runs(1, "printer", b.Printer)
		w.runs(1, "print-date", b.PrintDate)
	case AttachmentMark:
		w.block1("attachment-mark", b.Text)
	case PageBreak:
		w.line(0, "page-break")
	case Contents:
		w.line(0, "contents")
		for _, e := range b.Entries {
			w.runs(1, "to="+e.To, e.Text)
		}
	case Table:
		w.line(0, "table")
		w.table(1, b)
	default:
		w.line(0, "unknown block %T", b)
	}
}

func (w *dump) block1(what string, runs []Inline) {
	w.line(0, "%s", what)
	w.runs(1, "", runs)
}

func (w *dump) lines(what string, lines [][]Inline) {
	w.line(0, "%s", what)
	w.each("line", lines)
}

func (w *dump) each(name string, lines [][]Inline) {
	for _, l := range lines {
		w.runs(1, name, l)
	}
}

// runs writes one line a run; the name stands before the first.
func (w *dump) runs(depth int, name string, runs []Inline) {
	for i, r := range runs {
		if i > 0 {
			name = strings.Repeat(" ", len(name))
		}
		w.line(depth, "%s%s %s%s%s", prefixed(name), r.Style, prefixed(r.Origin.Field), prefixed(r.Mark.String()), strconv.Quote(r.Text))
	}
}

func (w *dump) table(depth int, t Table) {
	w.runs(depth, "caption", t.Caption)
	if t.Top {
		w.line(depth, "top")
	}
	for _, c := range t.Columns {
		w.line(depth, "column width=%d%s", c.Width, align(c.Align))
	}
	for _, r := range t.Head {
		w.row(depth, "head", r)
	}
	for _, r := range t.Rows {
		w.row(depth, "row", r)
	}
}

func (w *dump) row(depth int, what string, r Row) {
	w.line(depth, "%s%s%s", what, flag(r.Keep, " keep"), number(" min-height=", r.MinHeight))
	for _, c := range r.Cells {
		w.line(depth+1, "cell%s%s%s%s%s%s%s%s%s", number(" colspan=", c.ColSpan), number(" rowspan=", c.RowSpan),
			flag(c.Head, " head"), word(" scope=", c.Scope), align(c.Align), word(" blank=", string(c.Blank)),
			word(" anchor=", c.Anchor), word(" link=", c.Link), value(c))
		for _, p := range c.Paragraphs {
			w.runs(depth+2, "-", p)
		}
	}
}

// value shows what a cell has instead of text.
func value(c Cell) string {
	s := word(" choices=", strings.Join(c.Choices, "|")) + word(" date=", c.Date)
	if c.Count != nil {
		s += fmt.Sprintf(" count=%d", *c.Count)
	}
	switch f := c.Formula.(type) {
	case nil:
	case Tally:
		s += fmt.Sprintf(" tally=%q", f.Sheet)
		for _, w := range f.Where {
			s += " " + w.String()
		}
	case Overdue:
		s += fmt.Sprintf(" overdue deadline=%d state=%d done=%s word=%q", f.Deadline, f.State, strings.Join(f.Done, "|"), f.Word)
	case Share:
		s += fmt.Sprintf(" share %d/%d", f.Part, f.Whole)
	case Sum:
		s += " sum"
	default:
		s += fmt.Sprintf(" unknown formula %T", f)
	}
	return s
}

// String shows a condition as dumps print it: [2="责任"].
func (c Condition) String() string {
	switch {
	case c.SameAs != nil:
		return fmt.Sprintf("[%d same as %d]", c.Column, *c.SameAs)
	case c.From != "" || c.To != "":
		return fmt.Sprintf("[%d from %s to %s]", c.Column, c.From, c.To)
	case c.Empty:
		return fmt.Sprintf("[%d empty]", c.Column)
	}
	return fmt.Sprintf("[%d=%q]", c.Column, c.Equals)
}

func outline(o Outline) string {
	if o == (Outline{}) {
		return ""
	}
	return fmt.Sprintf(" outline=%d %s %q", o.Level, o.ID, o.Title)
}

func align(a Align) string {
	return [...]string{"", " left", " centre", " right"}[a&3]
}

func flag(on bool, text string) string {
	if on {
		return text
	}
	return ""
}

func number(name string, n int) string {
	if n == 0 {
		return ""
	}
	return name + strconv.Itoa(n)
}

func word(name, value string) string {
	if value == "" {
		return ""
	}
	return name + value
}

func prefixed(s string) string {
	if s == "" {
		return ""
	}
	return s + " "
}
