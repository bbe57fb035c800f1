package pdf

import (
	"bytes"
	"encoding/binary"
	"image"
	"math"
	"strings"
	"testing"

	"hongtou/internal/layout"
	"hongtou/internal/testkit/judge"
)

// TestFilesForArchives lets Preflight read good files and ones with one thing
// spoilt, which shows that it looks at that thing.
func TestFilesForArchives(t *testing.T) {
	fs := faceSet(t)
	gray := jpegOf(t, image.NewGray(image.Rect(0, 0, 16, 16)))
	var good, bad []string
	for _, picture := range [][]byte{nil, pngOf(t, square(40, 255)), gray, jpegOf(t, cmyk(8))} {
		good = append(good, render(t, fs, taggedBook(t, picture)))
	}
	good = append(good, render(t, fs, pseudo(t, fs, 2)), render(t, fs, &layout.Book{Pages: []layout.Page{portrait(1)}}))
	data, err := Render(taggedBook(t, nil), fs)
	if err != nil {
		t.Fatal(err)
	}
	shine, err := Render(taggedBook(t, pngOf(t, square(40, 128))), fs)
	if err != nil {
		t.Fatal(err)
	}
	spoil := func(data []byte, from, to string) {
		if len(from) != len(to) || !bytes.Contains(data, []byte(from)) {
			t.Fatalf("no %q to spoil", from)
		}
		bad = append(bad, judge.File(t, "bad.pdf", bytes.Replace(data, []byte(from), []byte(to), 1)))
	}
	spoil(data, "/OutputIntents", "/OutputIntentz")
	spoil(data, "/CIDSet", "/CIDSez")
	spoil(data, "/CIDToGIDMap", "/CIDToGIDMaq")
	spoil(data, "<pdfaid:part>1", "<pdfaid:part>3")
	spoil(data, "2020-07-30T12", "2020-07-30T13")
	spoil(data, "/F 4", "/F 2")
	spoil(shine, "/Width", "/Width") // transparent as it is
	found := judge.Preflight(t, append(good, bad...)...)
	for _, path := range good {
		if len(found[path]) > 0 || !judge.ClaimsPDFA(t, path) {
			t.Errorf("a good file: %q, claims %v", found[path], judge.ClaimsPDFA(t, path))
		}
	}
	for i, path := range bad {
		t.Logf("%d: %q", i, found[path])
		if len(found[path]) == 0 {
			t.Errorf("spoilt file %d passes", i)
		}
	}
}

func TestTransparencyClaimsNothing(t *testing.T) {
	for name, c := range map[string]struct {
		picture []byte
		claims  bool
	}{
		"none": {nil, true}, "opaque": {pngOf(t, square(9, 255)), true},
		"jpeg": {jpegOf(t, square(9, 128)), true}, "transparent": {pngOf(t, square(9, 254)), false},
	} {
		b := taggedBook(t, c.picture)
		path := render(t, faceSet(t), b)
		if claims := judge.ClaimsPDFA(t, path); claims != c.claims {
			t.Errorf("%s: claims %v", name, claims)
		}
		judge.QPDFCheck(t, path)
		judge.MutoolCheck(t, path)
	}
	if _, err := Render(taggedBook(t, []byte("no picture")), faceSet(t)); err == nil {
		t.Error("an unreadable picture: no error")
	}
}

func TestMetadataSayWhatInformationSays(t *testing.T) {
	data, err := Render(taggedBook(t, nil), faceSet(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`<rdf:li xml:lang="x-default">某市“𬱖”方案 &lt;1&gt; &amp; 附件</rdf:li>`, "<rdf:Seq><rdf:li>甲市、乙县</rdf:li></rdf:Seq>",
		"<pdf:Keywords>整改, 督察</pdf:Keywords>", "<xmp:ModifyDate>2020-07-30T12:00:00+08:00</xmp:ModifyDate>",
	} {
		if !strings.Contains(string(data), want) {
			t.Errorf("no %s", want)
		}
	}
}

// TestProfileIsThatOfScreens works the primaries out from the chromaticities
// of IEC 61966-2-1: scaled to the white D65, adapted to D50 by Bradford.
func TestProfileIsThatOfScreens(t *testing.T) {
	type vector = [3]float64
	apply := func(m [3]vector, v vector) (out vector) {
		for i := range 3 {
			out[i] = m[i][0]*v[0] + m[i][1]*v[1] + m[i][2]*v[2]
		}
		return out
	}
	light := func(x, y float64) vector { return vector{x / y, 1, (1 - x - y) / y} }
	red, green, blue, d65 := light(0.64, 0.33), light(0.30, 0.60), light(0.15, 0.06), light(0.3127, 0.3290)
	det := func(a, b, c vector) float64 {
		return a[0]*(b[1]*c[2]-b[2]*c[1]) - b[0]*(a[1]*c[2]-a[2]*c[1]) + c[0]*(a[1]*b[2]-a[2]*b[1])
	}
	whole := det(red, green, blue)
	scale := vector{det(d65, green, blue) / whole, det(red, d65, blue) / whole, det(red, green, d65) / whole}
	bradford := [3]vector{{0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}}
	inverse := [3]vector{{0.9869929, -0.1470543, 0.1599627}, {0.4323053, 0.5183603, 0.0492912}, {-0.0085287, 0.0400428, 0.9684867}}
	d50 := vector{0.9642, 1, 0.8249}
	from, to := apply(bradford, d65), apply(bradford, d50)
	for i, p := range []vector{red, green, blue} {
		cone := apply(bradford, p)
		for k := range 3 {
			cone[k] *= scale[i] * to[k] / from[k]
		}
		for k, v := range apply(inverse, cone) {
			if got := float64(primaries[i][k]) / 65536; math.Abs(got-v) > 0.0002 {
				t.Errorf("primary %d, %d: %.5f, want %.5f", i, k, got, v)
			}
		}
	}
	p := sRGB()
	if n := binary.BigEndian.Uint32(p); int(n) != len(p) || binary.BigEndian.Uint32(p[128:]) != profileTags {
		t.Errorf("%d bytes, the profile says %d", len(p), n)
	}
	curve := toneCurve()[12:]
	if middle := binary.BigEndian.Uint16(curve[2*188:]); math.Abs(float64(middle)/65535-0.5029) > 0.0005 || curve[0] != 0 || curve[510] != 255 {
		t.Errorf("half of the light at %d", middle)
	}
}
