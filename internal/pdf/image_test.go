package pdf

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"testing"

	"hongtou/internal/pdf/object"
	"hongtou/internal/testkit/judge"
)

func TestPicturesAreKeptOrUnfolded(t *testing.T) {
	gray := image.NewGray(image.Rect(0, 0, 8, 8))
	for name, c := range map[string]struct {
		data  []byte
		jpeg  bool
		alpha bool
		space string
	}{
		"opaque PNG":      {pngOf(t, square(8, 255)), false, false, "DeviceRGB"},
		"transparent PNG": {pngOf(t, square(8, 7)), false, true, "DeviceRGB"},
		"grey PNG":        {pngOf(t, gray), false, false, "DeviceRGB"},
		"JPEG":            {jpegOf(t, square(8, 255)), true, false, "DeviceRGB"},
		"grey JPEG":       {jpegOf(t, gray), true, false, "DeviceGray"},
	} {
		p, err := readPicture(c.data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if p.jpeg != c.jpeg || (p.alpha != nil) != c.alpha || string(p.space) != c.space || p.width != 8 {
			t.Errorf("%s: %+v", name, p)
		}
	}
}

// huge is a PNG that says it has a thousand million dots.
func huge(t testing.TB) []byte {
	data := bytes.Clone(pngOf(t, square(8, 255)))
	binary.BigEndian.PutUint32(data[16:], 32000)
	binary.BigEndian.PutUint32(data[20:], 32000)
	binary.BigEndian.PutUint32(data[29:], crc32.ChecksumIEEE(data[12:29]))
	return data
}

func TestPicturesThatAreNone(t *testing.T) {
	whole := pngOf(t, square(8, 255))
	photo := jpegOf(t, square(8, 255))
	for name, data := range map[string][]byte{
		"nothing": nil, "text": []byte("<svg/>"), "half": whole[:len(whole)/2], "head": whole[:33],
		"half a photo": photo[:len(photo)/2], "huge": huge(t), "wide": pngOf(t, image.NewGray(image.Rect(0, 0, maxDots+1, 1))),
	} {
		if _, err := readPicture(data); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// TestPicturesAreStoredSmall: the samples of a picture and of its mask are
// compressed when they are stored, a JPEG file is kept.
func TestPicturesAreStoredSmall(t *testing.T) {
	for name, c := range map[string]struct {
		data    []byte
		filter  object.Name
		streams int
	}{
		"opaque": {pngOf(t, square(200, 255)), "FlateDecode", 1}, "transparent": {pngOf(t, square(200, 7)), "FlateDecode", 2},
		"photo": {jpegOf(t, square(200, 255)), "DCTDecode", 1},
	} {
		p, err := readPicture(c.data)
		if err != nil {
			t.Fatal(err)
		}
		f := &object.File{}
		ref, err := p.add(f, newDeflater(t))
		if err != nil || len(f.Objects) != c.streams+1 || int(ref) != c.streams {
			t.Fatalf("%s: %v, %d objects", name, err, len(f.Objects))
		}
		for _, o := range f.Objects[1:] {
			if s := o.(*object.Stream); s.Dict["Filter"] != c.filter || len(s.Data) > 200*200/2 {
				t.Errorf("%s: %v, %d bytes", name, s.Dict["Filter"], len(s.Data))
			}
		}
	}
}

func FuzzReadPicture(f *testing.F) {
	f.Add(pngOf(f, square(8, 100)))
	f.Add(jpegOf(f, square(8, 255)))
	f.Add(huge(f))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := readPicture(data)
		if err == nil && !p.jpeg && len(p.data) != 3*p.width*p.height {
			t.Errorf("%d samples of %d × %d", len(p.data), p.width, p.height)
		}
	})
}

// TestPictureLiesWhereItIsPut looks at the ink of a seal of 40 mm.
func TestPictureLiesWhereItIsPut(t *testing.T) {
	path := render(t, faceSet(t), taggedBook(t, pngOf(t, square(40, 255))))
	got, ok := judge.RasterInk(t, path, 2, 150).Ink(judge.Red, judge.Box{X0: 0, Y0: 0, X1: 210, Y1: 297})
	want := judge.Box{X0: toMM(300000), Y0: toMM(500000), X1: toMM(300000) + 40, Y1: toMM(500000) + 40}
	const pixel = 0.25
	if !ok || max(got.X0-want.X0, want.X0-got.X0, got.Y1-want.Y1, want.Y1-got.Y1, got.X1-want.X1, want.X1-got.X1) > pixel {
		t.Errorf("ink %.2f, want %.2f", got, want)
	}
}

func newDeflater(t testing.TB) *object.Deflater {
	t.Helper()
	d, err := object.NewDeflater(6)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
