package pdf

import (
	"hongtou/internal/layout"
	"hongtou/internal/pdf/object"
)

// Archival says whether the PDF of a book claims PDF/A-1b (ISO 19005-1) in its
// metadata. A book with a picture that lets the text under it shine through
// does not: part 1 has no transparency (6.4). An unreadable picture is an
// error.
func Archival(b *layout.Book) (bool, error) {
	for _, p := range b.Pages {
		for _, pic := range p.Pictures {
			i, err := readPicture(pic.Image.Data)
			if err != nil {
				return false, err
			}
			if i.alpha != nil {
				return false, nil
			}
		}
	}
	return true, nil
}

// addIntent says what the colours of the file mean: those of sRGB (14.11.5).
// Grey and black are covered by it too.
func (j *job) addIntent() error {
	profile := j.file.Add(&object.Stream{Dict: object.Dict{"N": object.Integer(3)}, Data: sRGB()})
	const name = "sRGB IEC61966-2.1"
	j.root["OutputIntents"] = object.Array{object.Dict{
		"Type": object.Name("OutputIntent"), "S": object.Name("GTS_PDFA1"),
		"OutputConditionIdentifier": object.String(name), "Info": object.String(name),
		"RegistryName":      object.String("http://www.color.org"),
		"DestOutputProfile": profile,
	}}
	return nil
}
