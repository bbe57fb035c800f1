package html

import (
	"strconv"

	"hongtou/internal/doc"
)

// ids are the anchors of one file.
type ids map[string]bool

// taken gives the anchors that the tree itself names.
func taken(blocks []doc.Block) ids {
	all := ids{}
	for _, block := range blocks {
		switch v := block.(type) {
		case doc.Title:
			all[v.Outline.ID] = true
		case doc.Paragraph:
			all[v.Outline.ID] = true
		case doc.Table:
			for _, cell := range cells(v) {
				all[cell.Anchor] = true
			}
		}
	}
	return all
}

func cells(t doc.Table) []doc.Cell {
	var all []doc.Cell
	for _, rows := range [][]doc.Row{t.Head, t.Rows} {
		for _, row := range rows {
			all = append(all, row.Cells...)
		}
	}
	return all
}

// fresh gives a new anchor that begins with prefix.
func (s ids) fresh(prefix string) string {
	for n := 1; ; n++ {
		if id := prefix + "-" + strconv.Itoa(n); !s[id] {
			s[id] = true
			return id
		}
	}
}
