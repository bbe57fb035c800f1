package pdf

import "hongtou/internal/pdf/object"

// addIntent says what the colours of the file mean: those of sRGB (14.11.5).
// Grey and black are covered by it too.
func (j *job) addIntent() error {
	stream, err := j.press.intent()
	if err != nil {
		return err
	}
	const name = "sRGB IEC61966-2.1"
	j.root["OutputIntents"] = object.Array{object.Dict{
		"Type": object.Name("OutputIntent"), "S": object.Name("GTS_PDFA1"),
		"OutputConditionIdentifier": object.String(name), "Info": object.String(name),
		"RegistryName":      object.String("http://www.color.org"),
		"DestOutputProfile": j.file.Add(stream),
	}}
	return nil
}

// colourProfile makes the stream that all files share; nobody changes it.
func (p *Press) colourProfile() (*object.Stream, error) {
	d, err := p.deflater()
	if err != nil {
		return nil, err
	}
	defer p.deflaters.Put(d)
	s := &object.Stream{Dict: object.Dict{"N": object.Integer(3)}, Data: sRGB()}
	return s, d.content.Deflate(s)
}
