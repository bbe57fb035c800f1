package layout

import "hongtou/internal/doc"

// none stands for no element, no cell.
const none int32 = -1

// target is the element that the runs being drawn belong to. The first head
// runs of a text belong to the heading before it.
type target struct {
	element int
	heading int
	head    int
}

// artifact is the target of what is read by nobody.
var artifact = target{element: int(none)}

func (t target) of(run int32) int {
	if int(run) < t.head {
		return t.heading
	}
	return t.element
}

// node appends an element and gives its index. Its parent, if any, is there
// already.
func (s *setter) node(e Element) int {
	s.book.Elements = append(s.book.Elements, e)
	return len(s.book.Elements) - 1
}

// open appends an element at the top; what is drawn next belongs to it.
func (s *setter) open(role Role) int { return s.openNode(Element{Parent: int(none), Role: role}) }

// openLine opens a paragraph for a line that may have no text.
func (s *setter) openLine(runs []doc.Inline) {
	if doc.Plain(runs) != "" {
		s.open(RoleP)
	}
}

func (s *setter) openNode(e Element) int {
	s.target = target{element: s.node(e)}
	return s.target.element
}

// openParagraph opens the elements of a paragraph, of which the first head runs
// are a heading or a label: a heading, a paragraph, or one after the other.
func (s *setter) openParagraph(p doc.Paragraph, head int) {
	if p.Outline.Level == 0 {
		s.open(RoleP)
		return
	}
	h := s.openNode(Element{Parent: int(none), Role: s.headingRole(p.Outline.Level), ID: p.Outline.ID})
	if head < len(p.Text) {
		s.open(RoleP)
		s.target.heading, s.target.head = h, head
	}
}

// openTitle opens the heading of a title. All titles of a book are at the top.
func (s *setter) openTitle(o doc.Outline) {
	s.levels = append(s.levels[:0], 1)
	s.openNode(Element{Parent: int(none), Role: RoleH1, ID: o.ID})
}

// headingRole turns a level of the outline into one of headings without gaps:
// under a title, levels 3, 3, 2 give H2, H2, H2.
func (s *setter) headingRole(level int) Role {
	for n := len(s.levels); n > 0 && s.levels[n-1] >= level; n-- {
		s.levels = s.levels[:n-1]
	}
	s.levels = append(s.levels, level)
	return [...]Role{RoleH1, RoleH2, RoleH3, RoleH4, RoleH5}[min(len(s.levels), 5)-1]
}

// openTable gives a table, its rows and cells their elements. The head is
// printed again on every page, but read once.
func (t *tableSetter) openTable(caption []doc.Inline) {
	table := t.node(Element{Parent: int(none), Role: RoleTable})
	t.target = artifact
	if doc.Plain(caption) != "" {
		t.openNode(Element{Parent: table, Role: RoleCaption})
	}
	t.openSection(table, t.head, RoleTHead, "col")
	t.openSection(table, t.body, RoleTBody, "row")
}

// openSection appends the elements of a part of a table. A header cell that
// does not say what it is the head of has the scope of its part.
func (t *tableSetter) openSection(table int, s *section, role Role, scope string) {
	if len(s.rows) == 0 {
		return
	}
	part, next := t.node(Element{Parent: table, Role: role}), 0
	for r := range s.rows {
		row := t.node(Element{Parent: part, Role: RoleTR})
		for ; next < len(s.cells) && s.cells[next].row == r; next++ {
			c := &s.cells[next]
			e := Element{Parent: row, Role: RoleTD, ColSpan: c.cols, RowSpan: c.rows, ID: c.cell.Anchor}
			if c.cell.Head || role == RoleTHead {
				e.Role, e.Scope = RoleTH, c.cell.Scope
				if e.Scope == "" {
					e.Scope = scope
				}
			}
			c.element = t.node(e)
		}
	}
}
