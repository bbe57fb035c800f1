package layout

import (
	"hongtou/internal/fontset"
	"hongtou/internal/linebreak"
	"hongtou/internal/page"
)

// metric is what setting needs to know of one character in one role.
type metric struct {
	face  fontset.FaceID
	width int16 // 1/1000 em
	state glyphState
	solid bool // the ink of a mark reaches into the half that is mostly blank
}

type glyphState uint8

const (
	unknown glyphState = iota
	inked
	missing
	invisible // joiners and the like: nothing to draw
)

// metrics keeps the answers of the font set, which never change: asking it
// means a search through the role's chain for every character.
type metrics struct {
	fonts *fontset.Set
	roles map[fontset.Role]*table
}

// table is what is known of the characters of one role, in blocks of 256: most
// characters are of the basic plane.
type table struct {
	basic [256]*[256]metric
	rest  map[rune]*[256]metric
}

func newMetrics(fs *fontset.Set) *metrics {
	return &metrics{fs, map[fontset.Role]*table{}}
}

// role gives the table of one role.
func (m *metrics) role(r fontset.Role) *table {
	t := m.roles[r]
	if t == nil {
		t = &table{rest: map[rune]*[256]metric{}}
		m.roles[r] = t
	}
	return t
}

func (t *table) block(r rune) *[256]metric {
	if r>>16 == 0 {
		if b := t.basic[r>>8]; b != nil {
			return b
		}
		t.basic[r>>8] = new([256]metric)
		return t.basic[r>>8]
	}
	b := t.rest[r>>8]
	if b == nil {
		b = new([256]metric)
		t.rest[r>>8] = b
	}
	return b
}

func (m *metrics) get(t *table, role fontset.Role, r rune) metric {
	block := t.block(r)
	g := &block[r&0xff]
	if g.state == unknown {
		*g = m.look(role, r)
	}
	return *g
}

func (m *metrics) look(role fontset.Role, r rune) metric {
	if page.Invisible(r) {
		return metric{state: invisible}
	}
	id, ok := m.fonts.Find(role, r)
	if !ok {
		return metric{width: 1000, state: missing}
	}
	face := m.fonts.Face(id)
	return metric{id, int16(min(face.Advance(r), 32000)), inked, solid(face, r)}
}

// mayReach is how far the ink of a mark may reach beyond the middle of its
// cell, in thousandths of an em, and the mark still be squeezed.
const mayReach = 50

// solid looks at the ink of a mark that, in most faces, leaves half of its cell
// blank; where it stands in the middle nothing can be squeezed.
func solid(face *fontset.Face, r rune) bool {
	before, after := linebreak.Blank(r)
	if !before && !after {
		return false
	}
	box, ok := face.Bounds(r)
	middle := face.Advance(r) / 2
	return ok && (before && box.XMin < middle-mayReach || after && box.XMax > middle+mayReach)
}
