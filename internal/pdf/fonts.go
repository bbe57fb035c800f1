package pdf

import (
	"fmt"
	"maps"
	"slices"

	"hongtou/internal/fontset"
	"hongtou/internal/pdf/object"
)

// fixFonts corrects the objects of every font: gopdf writes a Type0 font with
// one CIDFontType2 descendant (ISO 32000-1, 9.7).
func (j *job) fixFonts() error {
	fonts, err := j.fonts()
	if err != nil {
		return err
	}
	for _, key := range slices.Sorted(maps.Keys(fonts)) { // new objects get numbers in this order
		font, err := object.As[object.Dict](j.file, fonts[key])
		if err != nil {
			return err
		}
		name, _ := font["BaseFont"].(object.Name)
		sub, err := j.faces.named(string(name))
		if err != nil {
			return err
		}
		if err := j.fixFont(font, sub); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

// fonts is the font resource dictionary all pages share, empty without text.
func (j *job) fonts() (object.Dict, error) {
	res, err := object.As[object.Dict](j.file, j.pages[0].dict["Resources"])
	if err != nil || res["Font"] == nil {
		return nil, err
	}
	return object.As[object.Dict](j.file, res["Font"])
}

func (j *job) fixFont(font object.Dict, sub *fontset.Subset) error {
	kids, err := object.As[object.Array](j.file, font["DescendantFonts"])
	if err != nil {
		return err
	}
	if len(kids) != 1 {
		return fmt.Errorf("%d descendant fonts", len(kids))
	}
	cid, err := object.As[object.Dict](j.file, kids[0])
	if err != nil {
		return err
	}
	font["ToUnicode"] = j.file.Add(&object.Stream{Dict: object.Dict{}, Data: toUnicode(sub.Chars)})
	// The codes are glyph numbers of the embedded program. The entry is
	// optional in PDF, not so in PDF/A.
	cid["CIDToGIDMap"] = object.Name("Identity")
	if err := j.packWidths(cid); err != nil {
		return err
	}
	return j.fixDescriptor(cid, sub)
}

// symbolic tells that the font has characters outside the standard Latin set
// (9.8.2); gopdf claims the contrary for every font.
const symbolic = 4

func (j *job) fixDescriptor(cid object.Dict, sub *fontset.Subset) error {
	d, err := object.As[object.Dict](j.file, cid["FontDescriptor"])
	if err != nil {
		return err
	}
	d["Flags"] = object.Integer(symbolic)
	d["CIDSet"] = j.file.Add(&object.Stream{Dict: object.Dict{}, Data: cidSet(1 + len(sub.Chars))})
	program, err := fontProgram(sub.TTF)
	if err != nil {
		return err
	}
	d["FontFile2"] = j.file.Add(&object.Stream{
		Dict: object.Dict{"Length1": object.Integer(len(program))},
		Data: program,
	})
	return nil
}

// cidSet marks the first n glyphs as present, a bit each, as PDF/A wants it of
// subsets (ISO 19005-1, 6.3.5).
func cidSet(n int) []byte {
	out := make([]byte, (n+7)/8)
	for i := range n {
		out[i/8] |= 0x80 >> (i % 8)
	}
	return out
}
