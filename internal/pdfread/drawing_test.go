package pdfread

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"hongtou/internal/printout"
)

// On the sample page 720 points are 254 mm, so 72 points are 25.4.

func rules(page printout.Page) string {
	var out []string
	for _, r := range page.Rules {
		out = append(out, fmt.Sprintf("%.2f %.2f %.2f %.2f w%.3f %v", r.Box.X0, r.Box.Y0, r.Box.X1, r.Box.Y1, r.Width, r.Colour))
	}
	for _, a := range page.Areas {
		out = append(out, fmt.Sprintf("area %.2f %.2f %.2f %.2f %v", a.Box.X0, a.Box.Y0, a.Box.X1, a.Box.Y1, a.Colour))
	}
	for _, i := range page.Images {
		out = append(out, fmt.Sprintf("image %.2f %.2f %.2f %.2f %d×%d %v", i.Box.X0, i.Box.Y0, i.Box.X1, i.Box.Y1, i.Width, i.Height, i.Mask))
	}
	return strings.Join(out, "\n")
}

func TestLinesAndAreas(t *testing.T) {
	for name, c := range map[string]struct{ content, want string }{
		"stroked line":            {"1 0 0 RG 2 w 72 648 m 144 648 l S", "25.40 25.40 50.80 25.40 w0.706 #ff0000"},
		"scaled line":             {"2 0 0 2 0 0 cm 1 w 36 324 m 72 324 l S", "25.40 25.40 50.80 25.40 w0.706 #000000"},
		"unevenly scaled line":    {"1 0 0 3 0 0 cm 1 w 72 216 m 144 216 l S", "25.40 25.40 50.80 25.40 w1.058 #000000"},
		"turned line":             {"0 1 -1 0 720 0 cm 2 w 72 648 m 144 648 l S", "25.40 203.20 25.40 228.60 w0.706 #000000"},
		"square ends":             {"2 J 2 w 72 648 m 144 648 l S", "25.05 25.40 51.15 25.40 w0.706 #000000"},
		"thick line":              {"6 w 72 648 m 144 648 l S", "25.40 25.40 50.80 25.40 w2.117 #000000"},
		"dashed line":             {"[3 3] 0 d 1 w 72 648 m 144 648 l S", "25.40 25.40 50.80 25.40 w0.353 #000000"},
		"standing line":           {"1 w 72 648 m 72 576 l S", "25.40 25.40 25.40 50.80 w0.353 #000000"},
		"slanting line":           {"0 w 72 648 m 144 576 l S", "area 25.40 25.40 50.80 50.80 #000000"},
		"rectangle of lines":      {"1 w 72 576 72 72 re S", "25.40 50.80 50.80 50.80 w0.353 #000000\n50.80 25.40 50.80 50.80 w0.353 #000000\n25.40 25.40 50.80 25.40 w0.353 #000000\n25.40 25.40 25.40 50.80 w0.353 #000000"},
		"thin rectangle":          {"0 0 1 rg 72 647 72 2 re f", "25.40 25.40 50.80 25.40 w0.706 #0000ff"},
		"pieces of one line":      {"72 647.5 24 1 re f 96 647.5 24 1 re f 120.4 647.5 23.6 1 re f", "25.40 25.40 50.80 25.40 w0.353 #000000"},
		"pieces, last first":      {"96 648 m 144 648 l S 72 648 m 96 648 l S", "25.40 25.40 50.80 25.40 w0.353 #000000"},
		"pieces apart":            {"72 648 m 96 648 l S 98 648 m 144 648 l S", "25.40 25.40 33.87 25.40 w0.353 #000000\n34.57 25.40 50.80 25.40 w0.353 #000000"},
		"pieces of two colours":   {"72 648 m 96 648 l S 1 0 0 RG 96 648 m 144 648 l S", "25.40 25.40 33.87 25.40 w0.353 #000000\n33.87 25.40 50.80 25.40 w0.353 #ff0000"},
		"two lines close by":      {"0.5 w 72 648 m 144 648 l S 72 647 m 144 647 l S", "25.40 25.40 50.80 25.40 w0.176 #000000\n25.40 25.75 50.80 25.75 w0.176 #000000"},
		"area":                    {"0.5 g 72 576 72 72 re f", "area 25.40 25.40 50.80 50.80 #808080"},
		"frame with a hole":       {"72 576 72 72 re 74 578 68 68 re f*", "25.40 25.75 50.80 25.75 w0.706 #000000\n25.40 50.45 50.80 50.45 w0.706 #000000\n25.75 25.40 25.75 50.80 w0.706 #000000\n50.45 25.40 50.45 50.80 w0.706 #000000"},
		"curve":                   {"72 576 m 72 648 144 648 144 576 c f", "area 25.40 25.40 50.80 50.80 #000000"},
		"white area":              {"1 g 72 576 72 72 re f", ""},
		"white line":              {"1 G 72 648 m 144 648 l S", ""},
		"path without paint":      {"72 576 72 72 re n", ""},
		"clipped line":            {"0 0 108 720 re W n 72 648 m 144 648 l S", "25.40 25.40 38.10 25.40 w0.353 #000000"},
		"line of a clipped area":  {"72 647 72 2 re W n 0 0 720 720 re f", "25.40 25.40 50.80 25.40 w0.706 #000000"},
		"clipped away":            {"0 0 50 50 re W n 72 648 m 144 648 l S", ""},
		"clip by two":             {"0 0 108 720 re W n 90 0 720 720 re W n 72 648 m 144 648 l S", "31.75 25.40 38.10 25.40 w0.353 #000000"},
		"clip ends":               {"q 0 0 50 50 re W n Q 72 648 m 144 648 l S", "25.40 25.40 50.80 25.40 w0.353 #000000"},
		"off the page":            {"72 800 m 144 800 l S", ""},
		"red of four inks":        {"0 1 1 0 K 2 w 72 648 m 144 648 l S", "25.40 25.40 50.80 25.40 w0.706 #ee1d23"},
		"inline image":            {"72 0 0 72 72 576 cm BI /W 2 /H 1 /CS /G /BPC 8 ID \x00\xff EI", "image 25.40 25.40 50.80 50.80 2×1 false"},
		"inline stencil":          {"72 0 0 72 72 576 cm BI /W 8 /H 1 /IM true /BPC 1 ID \xaa EI", "image 25.40 25.40 50.80 50.80 8×1 true"},
		"numbers that are absurd": {"1e30 0 0 1e30 0 0 cm 1e30 w 1e38 1e38 m 1e38 0 l S 1e38 0 1e38 1e38 re f", ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got := rules(onePage(t, sample{content: c.content}.bytes())); tidy(got) != tidy(c.want) {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// tidy lets the order of a rectangle's sides go.
func tidy(s string) string { return strings.ReplaceAll(s, "-0.00", "0.00") }

func TestFormsInFormsKeepTheirMatrices(t *testing.T) {
	s := sample{
		content: "q 1 0 0 1 36 0 cm /A Do Q",
		xobject: "/A 6 0 R",
		extra: []string{
			form("2 0 0 2 0 0", "/XObject<</B 7 0 R>>", "q 1 0 0 1 0 144 cm /B Do Q"),
			form("1 0 0 1 0 72", "/Font<</F 5 0 R>>", "1 w 18 108 m 54 108 l S BT /F 10 Tf 18 54 Td (A) Tj ET"),
		},
	}
	// x: 36 + 2·18 = 72 and 36 + 2·54 = 144; y: 2·(144 + 72 + 108) = 648.
	page := onePage(t, s.bytes())
	if got, want := rules(page), "25.40 25.40 50.80 25.40 w0.706 #000000"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if len(page.Glyphs) != 1 {
		t.Fatalf("%+v", page.Glyphs)
	}
	// Size 10·2, baseline 2·(144 + 72 + 54) = 540 points from below.
	g := page.Glyphs[0]
	if g.Rune != 'A' || math.Abs(g.X0-25.4) > 0.01 || math.Abs(g.Y-63.5) > 0.01 || math.Abs(g.Size-20) > 0.01 {
		t.Errorf("%+v", g)
	}
}

func TestFormsThatContainThemselvesEnd(t *testing.T) {
	s := sample{
		content: "/A Do 72 648 m 144 648 l S", xobject: "/A 6 0 R",
		extra: []string{form("1 0 0 1 0 0", "/XObject<</A 6 0 R>>", "/A Do")},
	}
	if got := rules(onePage(t, s.bytes())); got != "25.40 25.40 50.80 25.40 w0.353 #000000" {
		t.Error(got)
	}
}

func TestNotesAreSeenWithoutLinks(t *testing.T) {
	s := sample{page: "/Annots[6 0 R 7 0 R 8 0 R 9 0 R]", extra: []string{
		"<</Type/Annot/Subtype/Square/Rect[72 576 144 648]>>",
		"<</Type/Annot/Subtype/Link/Rect[72 576 144 648]>>",
		"<</Type/Annot/Subtype/Square/F 2/Rect[72 576 144 648]>>",
		"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/Rect[144 576 216 648]>>",
	}}
	notes := onePage(t, s.bytes()).Notes
	if got := fmt.Sprintf("%.1f", notes); got != "[{25.4 25.4 50.8 50.8} {50.8 25.4 76.2 50.8}]" {
		t.Error(got)
	}
}
