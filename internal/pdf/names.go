package pdf

import (
	"cmp"
	"fmt"
	"slices"

	"hongtou/internal/layout"
	"hongtou/internal/pdf/object"
)

// addNames makes the bookmarks' ids named destinations (ISO 32000-1,
// 12.3.2.3), so that a link such as file.pdf#item-06 leads to the place.
func (j *job) addNames() error {
	marks := slices.DeleteFunc(slices.Clone(j.book.Bookmarks), func(m layout.Bookmark) bool { return m.ID == "" })
	if len(marks) == 0 {
		return nil
	}
	slices.SortFunc(marks, func(a, b layout.Bookmark) int { return cmp.Compare(a.ID, b.ID) })
	var names []pair
	for i, m := range marks {
		if i > 0 && marks[i-1].ID == m.ID {
			return fmt.Errorf("two bookmarks have the id %q", m.ID)
		}
		dest, err := j.destination(m)
		if err != nil {
			return err
		}
		names = append(names, pair{object.String(m.ID), dest})
	}
	j.root["Names"] = object.Dict{"Dests": j.addTree("Names", names)}
	return nil
}
