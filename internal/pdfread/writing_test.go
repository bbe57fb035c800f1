package pdfread

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"hongtou/internal/printout"
)

// text is the characters of a page.
func text(page printout.Page) string {
	var out strings.Builder
	for _, g := range page.Glyphs {
		out.WriteRune(g.Rune)
	}
	return out.String()
}

// Helvetica: H is 722 thousandths wide, i 222.
func TestCharactersHaveTheirPlaces(t *testing.T) {
	for name, c := range map[string]struct{ content, want string }{
		"plain":            {"BT /F 20 Tf 72 648 Td (Hi) Tj ET", "H 25.40–30.49 25.40 20.0pt 0° i 30.49–32.06 25.40 20.0pt 0°"},
		"half as wide":     {"BT /F 20 Tf 50 Tz 72 648 Td (Hi) Tj ET", "H 25.40–27.95 25.40 20.0pt 0° i 27.95–28.73 25.40 20.0pt 0°"},
		"spaced":           {"BT /F 20 Tf 10 Tc 72 648 Td (Hi) Tj ET", "H 25.40–30.49 25.40 20.0pt 0° i 34.02–35.59 25.40 20.0pt 0°"},
		"words spaced":     {"BT /F 20 Tf 10 Tw 72 648 Td (H i) Tj ET", "H 25.40–30.49 25.40 20.0pt 0° i 35.98–37.55 25.40 20.0pt 0°"},
		"kerned":           {"BT /F 20 Tf 72 648 Td [(H) -500 (i)] TJ ET", "H 25.40–30.49 25.40 20.0pt 0° i 34.02–35.59 25.40 20.0pt 0°"},
		"raised":           {"BT /F 20 Tf 10 Ts 72 648 Td (H) Tj ET", "H 25.40–30.49 21.87 20.0pt 0°"},
		"size in matrix":   {"BT /F 1 Tf 20 0 0 20 72 648 Tm (H) Tj ET", "H 25.40–30.49 25.40 20.0pt 0°"},
		"size in page":     {".24 0 0 -.24 0 720 cm BT /F 83.3333 Tf 1 0 0 -1 300 300 Tm (H) Tj ET", "H 25.40–30.49 25.40 20.0pt 0°"},
		"negative size":    {"BT /F -20 Tf -1 0 0 -1 72 648 Tm (H) Tj ET", "H 25.40–30.49 25.40 20.0pt 0°"},
		"upwards":          {"BT /F 20 Tf 0 1 -1 0 72 648 Tm (H) Tj ET", "H 25.40–* 25.40 20.0pt -90°"},
		"downwards":        {"BT /F 20 Tf 0 -1 1 0 72 648 Tm (H) Tj ET", "H 25.40–* 25.40 20.0pt 90°"},
		"painting order":   {"BT /F 20 Tf 144 648 Td (b) Tj -72 0 Td (a) Tj ET", "b 50.80–54.72 25.40 20.0pt 0° a 25.40–29.32 25.40 20.0pt 0°"},
		"hyphen at an end": {"BT /F 20 Tf 72 648 Td (in-) Tj 0 -30 Td (to) Tj ET", "i 25.40–26.97 25.40 20.0pt 0° n 26.97–30.89 25.40 20.0pt 0° - 30.89–33.24 25.40 20.0pt 0° t 25.40–27.36 35.98 20.0pt 0° o 27.36–31.28 35.98 20.0pt 0°"},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, g := range onePage(t, sample{content: c.content}.bytes()).Glyphs {
				end := fmt.Sprintf("%.2f", g.X1)
				if g.Angle != 0 {
					end = "*"
				}
				got = append(got, fmt.Sprintf("%c %.2f–%s %.2f %.1fpt %d°", g.Rune, g.X0, end, g.Y, g.Size, g.Angle))
			}
			if s := strings.Join(got, " "); s != c.want {
				t.Errorf("got  %s\nwant %s", s, c.want)
			}
		})
	}
}

func TestTurnedPagesAreReadAsShown(t *testing.T) {
	// Each page shows an H whose baseline starts 25.4 mm from the left and from
	// the top, and a rule of 2 points below; the paper's corner is not at 0 0.
	content := "BT /F 20 Tf %s Tm (H) Tj ET 2 w %s S"
	for rotate, at := range map[int][2]string{
		0:   {"1 0 0 1 82 758", "82 648 m 154 648 l"},
		90:  {"0 1 -1 0 82 90", "192 90 m 192 162 l"},
		180: {"-1 0 0 -1 538 90", "538 200 m 466 200 l"},
		270: {"0 -1 1 0 538 758", "428 758 m 428 686 l"},
	} {
		s := sample{box: "10 18 610 830", page: fmt.Sprintf("/Rotate %d/Annots[6 0 R]", rotate), content: fmt.Sprintf(content, at[0], at[1]),
			extra: []string{"<</Type/Annot/Subtype/Square/Rect[10 18 20 28]>>"}}
		page := onePage(t, s.bytes())
		width, height := 600*mmPerPoint, 812*mmPerPoint
		corner := printout.Box{X1: 10 * mmPerPoint, Y0: height - 10*mmPerPoint, Y1: height}
		switch rotate {
		case 90:
			width, height = height, width
			corner = printout.Box{X1: 10 * mmPerPoint, Y1: 10 * mmPerPoint}
		case 180:
			corner = printout.Box{X0: width - 10*mmPerPoint, X1: width, Y1: 10 * mmPerPoint}
		case 270:
			width, height = height, width
			corner = printout.Box{X0: width - 10*mmPerPoint, X1: width, Y0: height - 10*mmPerPoint, Y1: height}
		}
		if math.Abs(page.Width-width) > 0.01 || math.Abs(page.Height-height) > 0.01 {
			t.Errorf("%d°: page %.2f × %.2f", rotate, page.Width, page.Height)
		}
		if len(page.Glyphs) != 1 {
			t.Fatalf("%d°: %+v", rotate, page)
		}
		g := page.Glyphs[0]
		if got := fmt.Sprintf("%.2f–%.2f %.2f %d°", g.X0, g.X1, g.Y, g.Angle); got != "25.40–30.49 25.40 0°" {
			t.Errorf("%d°: %s", rotate, got)
		}
		if got := rules(page); got != "25.40 64.21 50.80 64.21 w0.706 #000000" {
			t.Errorf("%d°: %s", rotate, got)
		}
		if got, want := fmt.Sprintf("%.2f", page.Notes), fmt.Sprintf("%.2f", []printout.Box{corner}); tidy(got) != want {
			t.Errorf("%d°: note %s, want %s", rotate, got, want)
		}
	}
}

func TestWhatIsSeenAndWhatNot(t *testing.T) {
	for name, c := range map[string]struct {
		content, text, colour    string
		hidden, outlined, images int
	}{
		"behind a scan":     {content: "BT 3 Tr /F 20 Tf 72 648 Td (ab c) Tj ET", hidden: 3},
		"clip only":         {content: "BT 7 Tr /F 20 Tf 72 648 Td (ab) Tj ET", hidden: 2},
		"off the page":      {content: "BT /F 20 Tf -300 648 Td (ab) Tj ET", hidden: 2},
		"clipped away":      {content: "0 0 10 10 re W n BT /F 20 Tf 72 648 Td (ab) Tj ET", hidden: 2},
		"outlined":          {content: "BT 1 0 0 RG 1 Tr /F 20 Tf 72 648 Td (ab) Tj ET", text: "ab", colour: "#ff0000", outlined: 1},
		"filled, outlined":  {content: "BT 2 Tr /F 20 Tf 72 648 Td (ab) Tj 0 -30 Td (c) Tj ET", text: "abc", colour: "#000000", outlined: 2},
		"grey":              {content: "0.5 g BT /F 20 Tf 72 648 Td (a) Tj ET", text: "a", colour: "#808080"},
		"red of four inks":  {content: "0 1 1 0 k BT /F 20 Tf 72 648 Td (a) Tj ET", text: "a", colour: "#ee1d23"},
		"printed over":      {content: "BT /F 20 Tf 72 648 Td (ab) Tj 0.3 0 Td (ab) Tj ET", text: "ab", colour: "#000000"},
		"colour in between": {content: "1 0 0 rg 0 0 5 5 re f 0 g BT /F 20 Tf 72 648 Td (a) Tj ET", text: "a", colour: "#000000"},
	} {
		t.Run(name, func(t *testing.T) {
			page := onePage(t, sample{content: c.content}.bytes())
			if text(page) != c.text || page.Hidden != c.hidden || page.Outlined != c.outlined {
				t.Errorf("%q, hidden %d, outlined %d", text(page), page.Hidden, page.Outlined)
			}
			if c.text != "" && page.Glyphs[0].Colour.String() != c.colour {
				t.Errorf("colour %v", page.Glyphs[0].Colour)
			}
		})
	}
}

func TestWhatTheFileSaysTheTextIs(t *testing.T) {
	for name, c := range map[string]struct{ content, text string }{
		"one for one":         {"BT /F 20 Tf 72 648 Td /Span<</ActualText(xy)>>BDC (ab) Tj EMC (c) Tj ET", "xyc"},
		"several for one":     {"BT /F 20 Tf 72 648 Td /Span<</ActualText(ffi)>>BDC (a) Tj EMC (c) Tj ET", "ffic"},
		"beyond 16 bits":      {"BT /F 20 Tf 72 648 Td /Span<</ActualText<FEFFD842DFB7>>>BDC (a) Tj EMC (c) Tj ET", "𠮷c"},
		"too many to tell":    {"BT /F 20 Tf 72 648 Td /Span<</ActualText(xyz)>>BDC (ab) Tj EMC (c) Tj ET", "abc"},
		"over several pieces": {"BT /F 20 Tf 72 648 Td /Span<</ActualText(xy)>>BDC (a) Tj (b) Tj EMC (c) Tj ET", "abc"},
		"empty":               {"BT /F 20 Tf 72 648 Td /Span<</ActualText()>>BDC (a) Tj EMC (c) Tj ET", "ac"},
	} {
		t.Run(name, func(t *testing.T) {
			page := onePage(t, sample{content: c.content}.bytes())
			if text(page) != c.text {
				t.Errorf("%q, want %q", text(page), c.text)
			}
			for i, g := range page.Glyphs[1:] {
				if math.Abs(g.X0-page.Glyphs[i].X1) > 0.01 {
					t.Errorf("%q starts at %.2f, %q ends at %.2f", g.Rune, g.X0, page.Glyphs[i].Rune, page.Glyphs[i].X1)
				}
			}
		})
	}
}
