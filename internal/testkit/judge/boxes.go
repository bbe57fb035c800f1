package judge

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// Box is a rectangle in millimetres from the top left corner of the page.
type Box struct{ X0, Y0, X1, Y1 float64 }

// Glyph is one character as MuPDF places it.
type Glyph struct {
	Page   int    // from 1
	Face   string // font name without subset tag
	Size   float64
	Rune   rune
	X0, X1 float64 // cell: origin and origin plus advance, mm
	Y      float64 // baseline, mm from the top of the page
	Angle  int     // of its line, degrees to the right; X1 means nothing unless it is 0
	Colour string  // #rrggbb
}

// PDFGlyphs returns every visible character of a file in content order.
// Blanks are left out: MuPDF makes some up. Size is in points.
func PDFGlyphs(t testing.TB, path string) []Glyph {
	t.Helper()
	out, _ := run(t, "mutool", "draw", "-q", "-F", "stext", path)
	var glyphs []Glyph
	page, face, size, angle := 0, "", 0.0, 0
	for e := range elements(t, out) {
		switch e.Name.Local {
		case "page":
			page++
		case "line":
			angle = degrees(t, attr(e, "dir"))
		case "font":
			face, size = attr(e, "name"), number(t, e, "size")
		case "char":
			r, _ := utf8.DecodeRuneInString(attr(e, "c"))
			if unicode.IsSpace(r) {
				continue
			}
			quad := strings.Fields(attr(e, "quad"))
			if len(quad) != 8 {
				t.Fatalf("mutool: quad %q", quad)
			}
			right, err := strconv.ParseFloat(quad[2], 64)
			if err != nil {
				t.Fatal(err)
			}
			glyphs = append(glyphs, Glyph{
				Page: page, Face: face, Size: size, Rune: r, Colour: attr(e, "color"),
				X0: mm(number(t, e, "x")), X1: mm(right), Y: mm(number(t, e, "y")), Angle: angle,
			})
		}
	}
	return glyphs
}

// degrees is the angle of a direction such as “0 1”; y grows downwards.
func degrees(t testing.TB, dir string) int {
	t.Helper()
	x, y, ok := strings.Cut(dir, " ")
	dx, err := strconv.ParseFloat(x, 64)
	dy, err2 := strconv.ParseFloat(y, 64)
	if !ok || err != nil || err2 != nil {
		t.Fatalf("mutool: direction %q", dir)
	}
	return int(math.Round(math.Atan2(dy, dx) * 180 / math.Pi))
}

// Word is a word or an unbroken line of Han characters as poppler groups it.
type Word struct {
	Page int // from 1
	Text string
	Box  Box // height and depth are the font's, not the ink's
}

// PDFWords returns the words of a file in content order.
func PDFWords(t testing.TB, path string) []Word {
	t.Helper()
	out, _ := run(t, "pdftotext", "-q", "-enc", "UTF-8", "-bbox", path, "-")
	var doc struct {
		Pages []struct {
			Words []struct {
				X0   float64 `xml:"xMin,attr"`
				Y0   float64 `xml:"yMin,attr"`
				X1   float64 `xml:"xMax,attr"`
				Y1   float64 `xml:"yMax,attr"`
				Text string  `xml:",chardata"`
			} `xml:"word"`
		} `xml:"body>doc>page"`
	}
	if err := xml.Unmarshal(out, &doc); err != nil {
		t.Fatalf("pdftotext -bbox: %v", err)
	}
	var words []Word
	for i, p := range doc.Pages {
		for _, w := range p.Words {
			words = append(words, Word{i + 1, w.Text, Box{mm(w.X0), mm(w.Y0), mm(w.X1), mm(w.Y1)}})
		}
	}
	return words
}

// PageSize is the size of a page in millimetres.
type PageSize struct{ Width, Height float64 }

// PDFPages returns the sizes of all pages, rotation applied.
func PDFPages(t testing.TB, path string) []PageSize {
	t.Helper()
	out, _ := run(t, "mutool", "draw", "-q", "-F", "stext", path)
	var pages []PageSize
	for e := range elements(t, out) {
		if e.Name.Local == "page" {
			pages = append(pages, PageSize{mm(number(t, e, "width")), mm(number(t, e, "height"))})
		}
	}
	return pages
}

// elements goes through the start tags of XML.
func elements(t testing.TB, data []byte) func(yield func(xml.StartElement) bool) {
	return func(yield func(xml.StartElement) bool) {
		dec := xml.NewDecoder(bytes.NewReader(data))
		for {
			token, err := dec.Token()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				t.Fatalf("mutool: %v", err)
			}
			if e, ok := token.(xml.StartElement); ok && !yield(e) {
				return
			}
		}
	}
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func number(t testing.TB, e xml.StartElement, name string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(attr(e, name), 64)
	if err != nil {
		t.Fatalf("attribute %s: %v", name, err)
	}
	return v
}
