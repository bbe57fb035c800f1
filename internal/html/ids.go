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
			all.takeRows(v.Head)
			all.takeRows(v.Rows)
		}
	}
	return all
}

func (s ids) takeRows(rows []doc.Row) {
	for _, row := range rows {
		for _, cell := range row.Cells {
			s[cell.Anchor] = true
		}
	}
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
