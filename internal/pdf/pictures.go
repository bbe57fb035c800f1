package pdf

import (
	"crypto/sha256"
	"fmt"
	"slices"

	"hongtou/internal/layout"
	"hongtou/internal/pdf/object"
)

// stored is a picture in the resources that all pages share.
type stored struct {
	name   object.Name
	opaque bool
}

// addPictures draws the pictures of the pages, each a marked sequence of its
// figure. A transparent seal lies over the text as ink does; an opaque one would
// hide it, and lies below. The same file is stored once.
func (j *job) addPictures() error {
	known := map[[sha256.Size]byte]stored{}
	for i := range j.pages {
		below := 0 // bytes of what lies under the text
		for _, pic := range j.book.Pages[i].Pictures {
			sum := sha256.Sum256(pic.Image.Data)
			if known[sum].name == "" {
				picture, err := j.storePicture(pic.Image.Data, len(known)+1)
				if err != nil {
					return fmt.Errorf("page %d: %w", i+1, err)
				}
				known[sum] = picture
			}
			drawn, err := j.place(i, pic, known[sum].name)
			if err != nil {
				return fmt.Errorf("page %d: %w", i+1, err)
			}
			s := j.contentOf(&j.pages[i])
			if known[sum].opaque {
				s.SetPlain(slices.Insert(s.Data, below, drawn...))
				below += len(drawn)
			} else {
				s.SetPlain(append(s.Data, drawn...))
			}
		}
	}
	return nil
}

// storePicture puts a picture into the shared resources.
func (j *job) storePicture(data []byte, number int) (stored, error) {
	p, err := readPicture(data)
	if err != nil {
		return stored{}, err
	}
	j.archival = j.archival && p.alpha == nil
	res, err := object.As[object.Dict](j.file, j.pages[0].dict["Resources"])
	if err != nil {
		return stored{}, err
	}
	images, _ := res["XObject"].(object.Dict)
	if images == nil {
		images = object.Dict{}
		res["XObject"] = images
	}
	name := object.Name(fmt.Sprintf("Im%d", number))
	if images[name], err = p.add(j.file, j.deflaters.content); err != nil {
		return stored{}, err
	}
	return stored{name, p.alpha == nil}, nil
}

// place gives the operators that draw a stored picture into its box.
func (j *job) place(i int, pic layout.Picture, name object.Name) ([]byte, error) {
	if pic.Element >= len(j.book.Elements) {
		return nil, fmt.Errorf("picture of element %d of %d", pic.Element, len(j.book.Elements))
	}
	box := [4]float64{points(pic.Width), points(pic.Height), points(pic.X), points(j.book.Pages[i].Height - pic.Y - pic.Height)}
	draw := fmt.Appendf(nil, "q %.2f 0 0 %.2f %.2f %.2f cm /%s Do Q\n", box[0], box[1], box[2], box[3], name)
	owner := pic.Element
	if owner < 0 {
		owner = decoration
	} else {
		j.boxes[owner] = object.Array{object.Real(box[2]), object.Real(box[3]),
			object.Real(box[2] + box[0]), object.Real(box[3] + box[1])}
	}
	return j.sequence(nil, &j.pages[i], owner, draw), nil
}
