package pdf

import (
	"hongtou/internal/pdf/object"
)

// addFonts embeds the subsets and puts them into the resources that all pages
// share.
func (j *job) addFonts() error {
	res, err := object.As[object.Dict](j.file, j.pages[0].dict["Resources"])
	if err != nil {
		return err
	}
	fonts := object.Dict{}
	for _, sub := range j.faces {
		if sub == nil {
			continue
		}
		ref, err := j.addFont(sub)
		if err != nil {
			return err
		}
		fonts[object.Name(sub.key)] = ref
	}
	if len(fonts) > 0 {
		res["Font"] = fonts
	}
	return nil
}

// symbolic tells that the font has characters outside the standard Latin set
// (9.8.2); gopdf claims the contrary for every font.
const symbolic = 4

func (j *job) addFont(sub *subset) (object.Ref, error) {
	embedded, err := j.press.embed(sub, j.deflaters)
	if err != nil {
		return 0, err
	}
	s, name := sub.face.skeleton.clone(), object.Name(sub.name)
	d := s.descriptor
	d["FontName"], d["Flags"] = name, object.Integer(symbolic)
	b := embedded.box
	d["FontBBox"] = object.Array{object.Integer(b.XMin), object.Integer(b.YMin), object.Integer(b.XMax), object.Integer(b.YMax)}
	d["CIDSet"] = j.file.Add(embedded.present)
	d["FontFile2"] = j.file.Add(embedded.program)
	// The codes are glyph numbers of the embedded program. The entry is
	// optional in PDF, not so in PDF/A.
	s.cid["BaseFont"], s.cid["CIDToGIDMap"] = name, object.Name("Identity")
	s.cid["FontDescriptor"] = j.file.Add(d)
	s.cid["DW"] = object.Integer(usual)
	if len(embedded.widths) > 0 {
		s.cid["W"] = embedded.widths
	}
	s.font["BaseFont"] = name
	s.font["DescendantFonts"] = object.Array{j.file.Add(s.cid)}
	s.font["ToUnicode"] = j.file.Add(embedded.mapping)
	return j.file.Add(s.font), nil
}
