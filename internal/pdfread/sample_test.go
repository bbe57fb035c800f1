package pdfread

import (
	"bytes"
	"fmt"
	"strings"
)

// sample is a PDF of one page, written by hand.
type sample struct {
	content string
	box     string   // MediaBox; empty for 0 0 720 720: 254 mm
	page    string   // more entries of the page
	extra   []string // objects from number 6 on, which the page's resources may name
	xobject string   // entries of the resources' XObject
	font    string   // the font F; empty for Helvetica
}

func (s sample) bytes() []byte {
	mediaBox, font := s.box, s.font
	if mediaBox == "" {
		mediaBox = "0 0 720 720"
	}
	if font == "" {
		font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
	}
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<<%s>>>>%s>>", mediaBox, s.xobject, s.page),
		stream("", s.content),
		font,
	}
	return document(append(objects, s.extra...))
}

func stream(entries, content string) string {
	return fmt.Sprintf("<<%s/Length %d>>stream\n%s\nendstream", entries, len(content), content)
}

// form is a form with a matrix.
func form(matrix, resources, content string) string {
	return stream("/Type/XObject/Subtype/Form/BBox[-1000 -1000 1000 1000]/Matrix["+matrix+"]/Resources<<"+resources+">>", content)
}

// document puts objects, numbered from 1, the first being the catalogue, into a
// file with a table.
func document(objects []string) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n")
	var table strings.Builder
	for i, o := range objects {
		fmt.Fprintf(&table, "%010d 00000 n \n", out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n",
		len(objects)+1, table.String(), len(objects)+1, start)
	return out.Bytes()
}
