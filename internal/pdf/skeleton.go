package pdf

import (
	"bytes"
	"fmt"
	"maps"

	"github.com/signintech/gopdf"

	"hongtou/internal/fontset"
	"hongtou/internal/pdf/object"
)

// skeleton is the objects of a font as gopdf writes them: a Type0 font with one
// CIDFontType2 descendant (ISO 32000-1, 9.7). What depends on the subset is not
// in them.
type skeleton struct{ font, cid, descriptor object.Dict }

// drawSkeleton lets gopdf make the font objects of a face, once for all books.
// It is given a font of .notdef alone: gopdf needs names and measures, and would
// keep the width and offset tables of the whole face (go-libraries.md, 1.1).
func drawSkeleton(f *fontset.Face) (skeleton, error) {
	sub, err := f.Subset(nil)
	if err != nil {
		return skeleton{}, err
	}
	var doc gopdf.GoPdf
	doc.Start(gopdf.Config{PageSize: *gopdf.PageSizeA4})
	if err := doc.AddTTFFontData(f.Name(), sub.TTF); err != nil {
		return skeleton{}, fmt.Errorf("%s: %w", f.Name(), err)
	}
	doc.AddPage()
	var out bytes.Buffer
	if _, err := doc.WriteTo(&out); err != nil {
		return skeleton{}, err
	}
	file, err := object.Read(out.Bytes())
	if err != nil {
		return skeleton{}, fmt.Errorf("reading gopdf's file: %w", err)
	}
	return findSkeleton(file)
}

// findSkeleton takes the three dictionaries of the only font of a file.
func findSkeleton(file *object.File) (s skeleton, err error) {
	for _, o := range file.Objects {
		if d, ok := o.(object.Dict); ok && d["Subtype"] == object.Name("Type0") {
			s.font = d
		}
	}
	kids, err := object.As[object.Array](file, s.font["DescendantFonts"])
	if err != nil {
		return s, err
	}
	if len(kids) != 1 {
		return s, fmt.Errorf("%d descendant fonts", len(kids))
	}
	if s.cid, err = object.As[object.Dict](file, kids[0]); err != nil {
		return s, err
	}
	if s.descriptor, err = object.As[object.Dict](file, s.cid["FontDescriptor"]); err != nil {
		return s, err
	}
	delete(s.cid, "W")
	return s, nil
}

// clone copies the dictionaries, whose values nobody changes.
func (s skeleton) clone() skeleton {
	return skeleton{maps.Clone(s.font), maps.Clone(s.cid), maps.Clone(s.descriptor)}
}
