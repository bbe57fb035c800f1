package pdf

import (
	"encoding/binary"
	"math"
)

// The three primaries of sRGB (IEC 61966-2-1) adapted to the white of profiles,
// D50, as X, Y, Z in 1/65536. A test works them out again from the standard's
// chromaticities.
var (
	white     = [3]uint32{63190, 65536, 54061}
	primaries = [3][3]uint32{{28578, 14581, 912}, {25241, 46981, 6362}, {9376, 3972, 46799}}
)

// steps is the size of the table of the tone curve: one for each value of 8
// bits, so that our colours are exact.
const steps = 256

// sRGB is an ICC profile of the colour space of screens: version 2.1, a matrix
// and one tone curve (ICC.1:1998-09). It is made here so that no file of
// somebody else is part of ours.
func sRGB() []byte {
	p := &profile{}
	p.add(textDescription("sRGB"), "desc")
	p.add(append([]byte("text\x00\x00\x00\x00"), "No copyright, use freely\x00"...), "cprt")
	p.add(xyz(white), "wtpt")
	for i, tag := range []string{"rXYZ", "gXYZ", "bXYZ"} {
		p.add(xyz(primaries[i]), tag)
	}
	p.add(toneCurve(), "rTRC", "gTRC", "bTRC")
	return p.bytes()
}

// profile collects the elements of a profile and the tags that lead to them.
type profile struct {
	tags []byte
	data []byte
	n    int
}

const (
	profileHeader = 128
	profileTags   = 9
	elementsStart = profileHeader + 4 + 12*profileTags
)

func (p *profile) add(element []byte, tags ...string) {
	for _, tag := range tags {
		p.tags = append(p.tags, tag...)
		p.tags = binary.BigEndian.AppendUint32(p.tags, uint32(elementsStart+len(p.data)))
		p.tags = binary.BigEndian.AppendUint32(p.tags, uint32(len(element)))
		p.n++
	}
	p.data = append(p.data, element...)
	p.data = append(p.data, make([]byte, -len(p.data)&3)...)
}

// bytes is the whole: header (clause 6.1), tag table, elements. The date is
// that of the standard.
func (p *profile) bytes() []byte {
	h := make([]byte, profileHeader)
	binary.BigEndian.PutUint32(h[0:], uint32(elementsStart+len(p.data)))
	binary.BigEndian.PutUint32(h[8:], 0x02100000)
	copy(h[12:], "mntrRGB XYZ ")
	for i, v := range []uint16{1999, 10, 1, 0, 0, 0} {
		binary.BigEndian.PutUint16(h[24+2*i:], v)
	}
	copy(h[36:], "acsp")
	for i, v := range white {
		binary.BigEndian.PutUint32(h[68+4*i:], v)
	}
	out := binary.BigEndian.AppendUint32(h, uint32(p.n))
	return append(append(out, p.tags...), p.data...)
}

func xyz(v [3]uint32) []byte {
	out := []byte("XYZ \x00\x00\x00\x00")
	for _, x := range v {
		out = binary.BigEndian.AppendUint32(out, x)
	}
	return out
}

// textDescription is a name in ASCII; its Unicode and Macintosh forms are
// empty (6.5.17).
func textDescription(s string) []byte {
	out := []byte("desc\x00\x00\x00\x00")
	out = binary.BigEndian.AppendUint32(out, uint32(len(s)+1))
	out = append(out, s...)
	return append(out, make([]byte, 1+4+4+2+1+67)...)
}

// toneCurve tells the light of each value (IEC 61966-2-1, 5.2).
func toneCurve() []byte {
	out := []byte("curv\x00\x00\x00\x00")
	out = binary.BigEndian.AppendUint32(out, steps)
	for i := range steps {
		v := float64(i) / (steps - 1)
		light := v / 12.92
		if v > 0.04045 {
			light = math.Pow((v+0.055)/1.055, 2.4)
		}
		out = binary.BigEndian.AppendUint16(out, uint16(math.Round(light*65535)))
	}
	return out
}
