package layout

import "hongtou/internal/doc"

// attachmentNote sets 附件说明 (7.3.4): an empty line, then every entry with
// its lead before and its name hanging under its own first character. The
// names of all entries begin at the same place, so that 2. stands under 1.
func (s *setter) attachmentNote(n doc.AttachmentNote) {
	s.blank(1, "")
	x := s.area.left + indent
	for i, e := range n.Entries {
		lead := s.measure(e.Lead, bodyScale).total()
		if i == 0 {
			x += lead
		}
		s.attachmentEntry(e, max(s.area.left, x-lead), max(x, s.area.left+lead))
	}
}

// attachmentEntry sets lead and name as one text. A lead so long that it
// leaves no room for a column of its own does without.
func (s *setter) attachmentEntry(e doc.AttachmentEntry, leadX, nameX Unit) {
	t := s.measure(append(e.Lead[:len(e.Lead):len(e.Lead)], e.Name...), bodyScale)
	if nameX > s.area.right-4*cell {
		nameX = s.area.left
	}
	s.open(RoleP)
	s.lines(t, lineBox{first: leadX, rest: nameX, right: s.area.right})
}

// attachmentMark sets 附件 at the top left of a new page (7.3.7).
func (s *setter) attachmentMark(m doc.AttachmentMark) {
	s.forcePage()
	s.open(RoleP)
	s.lines(s.measure(m.Text, bodyScale), lineBox{first: s.area.left, rest: s.area.left, right: s.area.right, head: len(m.Text)})
}
