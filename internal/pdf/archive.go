package pdf

import "hongtou/internal/pdf/object"

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
