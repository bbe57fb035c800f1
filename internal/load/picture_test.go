package load

import (
	"bytes"
	"image"
	"image/jpeg"
	"strings"
	"testing"

	"hongtou/internal/diag"
)

// sealed is the small plan with a picture and what its notice names.
func sealed(name, data, named string) map[string]string {
	c := withElements(small(), "  sealing: seal\n  seals: [{file: "+named+", size: 42×42, alt: 章}]\n")
	c["plan1/"+name] = data
	return c
}

func jpegOf(t *testing.T, side int) string {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, side, side)), nil); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestPicturesThatCannotBePrinted: each is one problem at the name of the
// file, in words that fit it.
func TestPicturesThatCannotBePrinted(t *testing.T) {
	whole, photo := pngOf(t, 40, 40), jpegOf(t, 400)
	frame := strings.Index(photo, "\xFF\xC0")
	flat := photo[:frame+5] + "\x00\x00" + photo[frame+7:]
	for name, c := range map[string]struct{ file, data, named, words string }{
		"half a PNG":         {"a.png", whole[:len(whole)-20], "a.png", "已损坏"},
		"head of a PNG":      {"a.png", whole[:33], "a.png", "已损坏"},
		"half a JPEG":        {"a.jpg", photo[:len(photo)-40], "a.jpg", "已损坏"},
		"JPEG of no height":  {"a.jpg", flat, "a.jpg", "已损坏"},
		"too many dots":      {"a.png", pngOf(t, 2401, 1), "a.png", "2401×1像素"},
		"too many bytes":     {"a.png", whole + strings.Repeat("x", 2<<20), "a.png", "超过2 MB"},
		"another kind":       {"a.gif", "GIF89a", "a.gif", "不是PNG或JPEG"},
		"not there":          {"b.png", whole, "a.png", "没有图片"},
		"case of the ending": {"a.PNG", whole, "a.png", "没有图片"},
	} {
		_, list := load(sealed(c.file, c.data, c.named))
		var found diag.List
		for _, d := range list {
			if d.Severity == diag.Error {
				found = append(found, d)
			}
		}
		if len(found) != 1 || found[0].Code != "bad-picture" || found[0].At.File != "content/plan1/dossier.yaml" || !strings.Contains(found[0].Message, c.words) {
			t.Errorf("%s: %v", name, list)
		}
	}
}

func TestPicturesThatCan(t *testing.T) {
	for name, data := range map[string]string{"a.PNG": pngOf(t, 2400, 1), "b.JPG": jpegOf(t, 8), "c.jpeg": jpegOf(t, 8)} {
		if _, list := load(sealed(name, data, name)); len(list) > 0 {
			t.Errorf("%s: %v", name, list)
		}
	}
}

// TestUnusedPicturesAreOnlyStrange: a scan that lies about must not stop a run.
func TestUnusedPicturesAreOnlyStrange(t *testing.T) {
	c := small()
	c["plan1/scan.jpg"], c["plan1/b.PNG"] = strings.Repeat("x", 9<<20), "no picture"
	_, list := load(c)
	for _, d := range list {
		if d.Code != "unknown-file" || d.Severity != diag.Warning || strings.Contains(d.Hint, "图片不放") {
			t.Errorf("%+v", d)
		}
	}
	if len(list) != 2 {
		t.Error(list)
	}
}
