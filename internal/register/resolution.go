package register

// Kind says what a reference points to.
type Kind int

const (
	// Unit is a registered unit; ID is the unit's.
	Unit Kind = iota
	// Group is a registered group, closed or open; ID is the group's.
	Group
	// Person is a registered person; ID is the name.
	Person
	// Role is a description that follows units, e.g. 主要负责人.
	Role
	// Open is an unregistered wording whose form says that its members are
	// set elsewhere: 《…方案》确定的责任单位, 等有关部门.
	Open
	// Remark is a sentence, bracket or heading word that names nobody:
	// 如有变动，由接任的领导负责, （牵头）, 配合单位：.
	Remark
)

// Ref is one reference read from a value.
type Ref struct {
	Kind   Kind
	ID     string // of a unit, group or person; "" otherwise
	Words  string // as printed
	Offset int    // in characters from the start of the value
	Length int    // in characters
}

// Unknown is a piece that nobody registered.
type Unknown struct {
	Words  string
	Offset int  // in characters from the start of the value
	Length int  // in characters
	Person bool // it reads like the name of a person, not of a unit
}

// Resolution is what a value says, in printed order.
type Resolution struct {
	Refs    []Ref
	Unknown []Unknown
}

// Of gives the references of one kind.
func (r Resolution) Of(k Kind) []Ref {
	var out []Ref
	for _, ref := range r.Refs {
		if ref.Kind == k {
			out = append(out, ref)
		}
	}
	return out
}

// Expansion is a resolution with its groups taken apart by the register.
type Expansion struct {
	Units []string // unit IDs in printed order, groups in the register's order, each once
	Open  []Ref    // open groups and open wordings: their members are not listed anywhere
}

// Expand lists the units a resolution reaches. Members that are not units of
// the register are left out: check reports them.
func (x *Index) Expand(r Resolution) Expansion {
	var e Expansion
	seen := map[string]bool{}
	add := func(id string) {
		if x.Unit(id) != nil && !seen[id] {
			seen[id] = true
			e.Units = append(e.Units, id)
		}
	}
	for _, ref := range r.Refs {
		switch ref.Kind {
		case Unit:
			add(ref.ID)
		case Open:
			e.Open = append(e.Open, ref)
		case Group:
			g := x.Group(ref.ID)
			if g.Open {
				e.Open = append(e.Open, ref)
			}
			for _, m := range g.Members {
				add(m.Value)
			}
		}
	}
	return e
}
