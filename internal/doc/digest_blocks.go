package doc

// block writes the type of a block, then all its fields.
func (c *canonical) block(b Block) {
	switch b := b.(type) {
	case Masthead:
		c.text("masthead")
		c.lines(b.Organs)
		c.runs(b.Word)
	case HeadMarks:
		c.text("head-marks")
		c.runs(b.SerialNumber)
		c.runs(b.Secrecy)
		c.runs(b.Urgency)
	case DocNumber:
		c.text("doc-number")
		c.runs(b.Text)
		c.runs(b.SignersLabel)
		c.lines(b.Signers)
	case RedLine:
		c.text("red-line")
	case Title:
		c.text("title")
		c.lines(b.Lines)
		c.outline(b.Outline)
	case Recipients:
		c.text("recipients")
		c.runs(b.Text)
	case Paragraph:
		c.text("paragraph")
		c.runs(b.Text)
		c.number(b.Head)
		c.outline(b.Outline)
	case AttachmentNote:
		c.attachmentNote(b)
	case Signature:
		c.signature(b)
	case ClosingNote:
		c.text("closing-note")
		c.runs(b.Text)
	case Imprint:
		c.text("imprint")
		c.runs(b.Recipients)
		c.runs(b.CC)
		c.runs(b.Printer)
		c.runs(b.PrintDate)
	case AttachmentMark:
		c.text("attachment-mark")
		c.runs(b.Text)
	case PageBreak:
		c.text("page-break")
	case Contents:
		c.contents(b)
	case Table:
		c.text("table")
		c.table(&b)
	default:
		c.unknown(b)
	}
}

func (c *canonical) attachmentNote(b AttachmentNote) {
	c.text("attachment-note")
	c.count(len(b.Entries), b.Entries == nil)
	for _, e := range b.Entries {
		c.runs(e.Lead)
		c.runs(e.Name)
	}
}

func (c *canonical) signature(b Signature) {
	c.text("signature")
	c.lines(b.Organs)
	c.runs(b.Date)
	c.text(string(b.Sealing))
	c.count(len(b.Images), b.Images == nil)
	for _, i := range b.Images {
		c.bytes(i.Data)
		c.number(i.Width)
		c.number(i.Height)
		c.text(i.Alt)
	}
	c.lines(b.Posts)
}

func (c *canonical) contents(b Contents) {
	c.text("contents")
	c.count(len(b.Entries), b.Entries == nil)
	for _, e := range b.Entries {
		c.runs(e.Text)
		c.text(e.To)
	}
}

func (c *canonical) table(t *Table) {
	c.runs(t.Caption)
	c.count(len(t.Columns), t.Columns == nil)
	for _, k := range t.Columns {
		c.number(k.Width)
		c.number(int(k.Align))
	}
	c.rows(t.Head)
	c.rows(t.Rows)
	c.flags(t.Top)
}

func (c *canonical) rows(list []Row) {
	c.count(len(list), list == nil)
	for i := range list {
		r := &list[i]
		c.flags(r.Keep)
		c.number(r.MinHeight)
		c.count(len(r.Cells), r.Cells == nil)
		for k := range r.Cells {
			c.cell(&r.Cells[k])
		}
	}
}

func (c *canonical) cell(e *Cell) {
	c.lines(e.Paragraphs)
	c.number(e.ColSpan)
	c.number(e.RowSpan)
	c.flags(e.Head)
	c.text(e.Scope)
	c.number(int(e.Align))
	c.text(string(e.Blank))
	c.text(e.Anchor)
	c.text(e.Link)
	c.texts(e.Choices)
	c.text(e.Date)
	c.optional(e.Count)
	c.formula(e.Formula)
}

func (c *canonical) formula(f Formula) {
	switch f := f.(type) {
	case nil:
		c.text("")
	case Tally:
		c.text("tally")
		c.text(f.Sheet)
		c.count(len(f.Where), f.Where == nil)
		for _, w := range f.Where {
			c.number(w.Column)
			c.text(w.Equals)
			c.optional(w.SameAs)
			c.text(w.From)
			c.text(w.To)
			c.flags(w.Empty)
		}
	case Overdue:
		c.text("overdue")
		c.number(f.Deadline)
		c.number(f.State)
		c.texts(f.Done)
		c.text(f.Word)
	case Share:
		c.text("share")
		c.number(f.Part)
		c.number(f.Whole)
	case Sum:
		c.text("sum")
	default:
		c.unknown(f)
	}
}

func (c *canonical) sheet(s *Sheet) {
	c.text(s.Name)
	c.runs(s.Title)
	c.runs(s.Status)
	c.runs(s.Edition)
	c.table(&s.Table)
	c.number(s.FreezeCols)
	c.flags(s.Landscape, s.Filter, s.Protected, s.Input != nil)
	if s.Input != nil {
		c.runs(s.Input.Label)
		c.text(s.Input.Date)
	}
	c.count(len(s.Highlights), s.Highlights == nil)
	for _, h := range s.Highlights {
		c.number(h.Column)
		c.text(h.Word)
		c.text(h.Tone)
	}
}
