package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"

	"hongtou/internal/pdf/object"
)

// maxDots bounds the sides of a picture, as package load does: a seal of 42 mm
// at 1200 dots an inch has 2000.
const maxDots = 2400

var errPicture = errors.New("neither PNG nor JPEG")

// picture is an image as PDF stores it.
type picture struct {
	width, height int
	space         object.Name
	data          []byte // samples of 8 bits, or a JPEG file
	jpeg          bool
	alpha         []byte // opacity of each sample; nil when all is opaque
}

// readPicture checks and unfolds a file. A JPEG file is kept as it is where
// PDF readers see the same colours in it as we: grey and YCbCr.
func readPicture(data []byte) (*picture, error) {
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	if errors.Is(err, image.ErrFormat) {
		return nil, errPicture
	}
	if err != nil {
		return nil, fmt.Errorf("picture: %w", err)
	}
	if config.Width < 1 || config.Height < 1 || config.Width > maxDots || config.Height > maxDots {
		return nil, fmt.Errorf("picture of %d × %d dots: too large", config.Width, config.Height)
	}
	p := &picture{width: config.Width, height: config.Height, space: "DeviceRGB"}
	if format == "jpeg" {
		img, err := jpeg.Decode(bytes.NewReader(data))
		if err != nil {
			return nil, fmt.Errorf("picture: %w", err)
		}
		switch img.(type) {
		case *image.Gray:
			p.space, p.data, p.jpeg = "DeviceGray", data, true
		case *image.YCbCr:
			p.data, p.jpeg = data, true
		default:
			p.unfold(img)
		}
		return p, nil
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("picture: %w", err)
	}
	p.unfold(img)
	return p, nil
}

// unfold takes the colour and opacity of every dot.
func (p *picture) unfold(img image.Image) {
	b := img.Bounds()
	p.data = make([]byte, 0, 3*p.width*p.height)
	p.alpha = make([]byte, 0, p.width*p.height)
	opaque := true
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
			p.data = append(p.data, c.R, c.G, c.B)
			p.alpha = append(p.alpha, c.A)
			opaque = opaque && c.A == 255
		}
	}
	if opaque {
		p.alpha = nil
	}
}

// add stores the picture in a file (ISO 32000-1, 8.9.5), its opacity as a mask
// (11.6.5.3). Samples are compressed at once: those of all pictures together
// would need a lot of memory until the file is written.
func (p *picture) add(f *object.File, d *object.Deflater) (object.Ref, error) {
	s := p.stream(p.space, p.data)
	if p.jpeg {
		s.Dict["Filter"] = object.Name("DCTDecode")
	}
	if err := d.Deflate(s); err != nil {
		return 0, err
	}
	if p.alpha != nil {
		mask := p.stream("DeviceGray", p.alpha)
		if err := d.Deflate(mask); err != nil {
			return 0, err
		}
		s.Dict["SMask"] = f.Add(mask)
	}
	return f.Add(s), nil
}

func (p *picture) stream(space object.Name, data []byte) *object.Stream {
	return &object.Stream{Data: data, Dict: object.Dict{
		"Type": object.Name("XObject"), "Subtype": object.Name("Image"),
		"Width": object.Integer(p.width), "Height": object.Integer(p.height),
		"ColorSpace": space, "BitsPerComponent": object.Integer(8),
	}}
}
