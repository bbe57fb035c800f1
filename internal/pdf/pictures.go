package pdf

import (
	"crypto/sha256"
	"fmt"

	"hongtou/internal/layout"
	"hongtou/internal/pdf/object"
)

// addPictures draws the pictures over the text of their pages, each a marked
// sequence of its figure. The same file is stored once.
func (j *job) addPictures() error {
	stored := map[[sha256.Size]byte]object.Name{}
	for i := range j.pages {
		for _, pic := range j.book.Pages[i].Pictures {
			sum := sha256.Sum256(pic.Image.Data)
			if stored[sum] == "" {
				name, err := j.storePicture(pic.Image.Data, len(stored)+1)
				if err != nil {
					return fmt.Errorf("page %d: %w", i+1, err)
				}
				stored[sum] = name
			}
			if err := j.place(i, pic, stored[sum]); err != nil {
				return fmt.Errorf("page %d: %w", i+1, err)
			}
		}
	}
	return nil
}

// storePicture puts a picture into the resources that all pages share.
func (j *job) storePicture(data []byte, number int) (object.Name, error) {
	p, err := readPicture(data)
	if err != nil {
		return "", err
	}
	j.archival = j.archival && p.alpha == nil
	res, err := object.As[object.Dict](j.file, j.pages[0].dict["Resources"])
	if err != nil {
		return "", err
	}
	images, _ := res["XObject"].(object.Dict)
	if images == nil {
		images = object.Dict{}
		res["XObject"] = images
	}
	name := object.Name(fmt.Sprintf("Im%d", number))
	images[name] = p.add(j.file)
	return name, nil
}

// place draws a stored picture into its box.
func (j *job) place(i int, pic layout.Picture, name object.Name) error {
	if pic.Element >= len(j.book.Elements) {
		return fmt.Errorf("picture of element %d of %d", pic.Element, len(j.book.Elements))
	}
	p := &j.pages[i]
	box := [4]float64{points(pic.Width), points(pic.Height), points(pic.X), points(j.book.Pages[i].Height - pic.Y - pic.Height)}
	draw := fmt.Appendf(nil, "q %.2f 0 0 %.2f %.2f %.2f cm /%s Do Q\n", box[0], box[1], box[2], box[3], name)
	s := j.contentOf(p)
	if !j.tagged() {
		s.SetPlain(append(s.Data, draw...))
		return nil
	}
	owner := pic.Element
	if owner < 0 {
		owner = decoration
	} else {
		j.boxes[owner] = object.Array{object.Real(box[2]), object.Real(box[3]),
			object.Real(box[2] + box[0]), object.Real(box[3] + box[1])}
	}
	s.SetPlain(j.sequence(s.Data, p, owner, draw))
	return nil
}
