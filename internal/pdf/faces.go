package pdf

import (
	"fmt"

	"hongtou/internal/fontset"
	"hongtou/internal/layout"
)

// faces holds the subset of every face a book uses; nil where it uses none.
type faces []*fontset.Subset

// cutFaces collects the characters of each face over the whole book and cuts
// one small font of them. gopdf would cut too, but keeps the width and offset
// tables of the whole face (go-libraries.md, 1.1).
func cutFaces(b *layout.Book, fs *fontset.Set) (faces, error) {
	chars := make([]map[rune]bool, fs.Faces())
	for _, page := range b.Pages {
		for _, run := range page.Runs {
			if int(run.Face) >= len(chars) {
				return nil, fmt.Errorf("face %d of %d", run.Face, len(chars))
			}
			if chars[run.Face] == nil {
				chars[run.Face] = map[rune]bool{}
			}
			for _, r := range run.Text {
				chars[run.Face][r] = true
			}
		}
	}
	out := make(faces, len(chars))
	for id, set := range chars {
		if len(set) == 0 {
			continue
		}
		list := make([]rune, 0, len(set))
		for r := range set { // Subset sorts them
			list = append(list, r)
		}
		sub, err := fs.Face(fontset.FaceID(id)).Subset(list)
		if err != nil {
			return nil, err
		}
		out[id] = sub
	}
	return out, nil
}

// named finds a subset by the name its font has in the file.
func (f faces) named(name string) (*fontset.Subset, error) {
	for _, sub := range f {
		if sub != nil && sub.Name == name {
			return sub, nil
		}
	}
	return nil, fmt.Errorf("font %s is none of ours", name)
}
