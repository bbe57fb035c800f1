package pdf

import (
	"fmt"

	"hongtou/internal/layout"
	"hongtou/internal/pdf/object"
)

// findPages pairs gopdf's page objects with the book's pages. gopdf writes one
// flat node of pages.
func (j *job) findPages() error {
	tree, err := object.As[object.Dict](j.file, j.root["Pages"])
	if err != nil {
		return err
	}
	kids, err := object.As[object.Array](j.file, tree["Kids"])
	if err != nil {
		return err
	}
	if len(kids) != len(j.book.Pages) {
		return fmt.Errorf("gopdf wrote %d pages of %d", len(kids), len(j.book.Pages))
	}
	j.archival = j.archival && len(kids) <= maxArray
	for i, kid := range kids {
		ref, _ := kid.(object.Ref)
		d, err := object.As[object.Dict](j.file, kid)
		if err != nil {
			return err
		}
		d["MediaBox"] = mediaBox(j.book.Pages[i])
		j.pages = append(j.pages, page{ref: ref, dict: d})
	}
	delete(tree, "MediaBox") // every page has its own
	return nil
}

func mediaBox(p layout.Page) object.Array {
	return object.Array{object.Integer(0), object.Integer(0), object.Real(points(p.Width)), object.Real(points(p.Height))}
}

// cleanResource takes from the one resource dictionary that gopdf gives all
// pages what says nothing: empty entries, and ProcSet, obsolete since PDF 1.4.
func (j *job) cleanResource() error {
	res, err := object.As[object.Dict](j.file, j.pages[0].dict["Resources"])
	if err != nil {
		return err
	}
	delete(res, "ProcSet")
	for _, key := range []object.Name{"ColorSpace", "ExtGState", "Font", "XObject"} {
		if d, ok := res[key].(object.Dict); ok && len(d) == 0 {
			delete(res, key)
		}
	}
	return nil
}
