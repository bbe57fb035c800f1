package pdfread

import "testing"

func TestScansAreSeen(t *testing.T) {
	whole := "q 720 0 0 720 0 0 cm BI /W 2 /H 1 /CS /G /BPC 8 ID \x00\xff EI Q "
	strips := "q 720 0 0 360 0 0 cm BI /W 2 /H 1 /CS /G /BPC 8 ID \x00\xff EI Q q 720 0 0 360 0 360 cm BI /W 2 /H 1 /CS /G /BPC 8 ID \x00\xff EI Q "
	figure := "q 72 0 0 72 72 72 cm BI /W 2 /H 1 /CS /G /BPC 8 ID \x00\xff EI Q "
	hidden := "BT 3 Tr /F 9 Tf 72 648 Td (a text that a program read in the picture) Tj ET"
	shown := "BT /F 9 Tf 72 648 Td (a text that stands upon a picture of its own) Tj ET"
	for name, c := range map[string]struct {
		content string
		want    bool
	}{
		"picture": {whole, true}, "strips": {strips, true}, "hidden text": {whole + hidden, true},
		"text on a background": {whole + shown, false}, "figure": {figure, false}, "blank": {"", false}, "text": {shown, false},
	} {
		doc := open(t, sample{content: c.content}.bytes()).Document()
		if doc.Scanned() != c.want {
			t.Errorf("%s: scanned %v", name, doc.Scanned())
		}
	}
}
