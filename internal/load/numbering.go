package load

import (
	"slices"
	"strings"

	"hongtou/internal/dossier"
	"hongtou/internal/zh"
)

// numberings are how a list may number its items instead of 第一项，: the first
// number of each level.
var numberings = []string{"一、", "（一）", "1.", "（1）"}

// numberingOf gives the level of the numbers of items, 0 for 第一项，.
func (l *loader) numberingOf(t dossier.Text) int {
	i := slices.Index(numberings, t.Value)
	if i < 0 && !t.IsZero() {
		l.badValue(t, "序号样式", numberings)
	}
	return i + 1
}

// levelled reads the start of an item that has such a number, and says whether
// it could.
func (r *itemReader) levelled(text dossier.Text) bool {
	level, ok := zh.ParseLevel(text.Value)
	if !ok || level.Depth != r.l.numbering {
		first := numberings[r.l.numbering-1]
		r.l.errorAt(text.At, 0, "item-start", "整改项应以“"+first+"”这样的序号开头（见dossier.yaml的annex.numbering）", "写作“"+first+"……”，序号依次排")
		return false
	}
	r.item.Ordinal, r.item.Number, r.item.Printed = level.Value, zh.Ordinal(level.Value), strings.TrimSpace(level.Number)
	return true
}
