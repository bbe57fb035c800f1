package page

import (
	"testing"

	"hongtou/internal/diag"
	"hongtou/internal/doc"
	"hongtou/internal/fontset"
)

func TestLinesAreFoundAgain(t *testing.T) {
	if LineTop(Lines-1)+Em != Bottom-Top {
		t.Errorf("the last line ends at %d", LineTop(Lines-1)+Em)
	}
	for n := range 40 {
		if LineAt(LineTop(n)) != n || LineAt(LineTop(n)+1) != n+1 || NearestLine(LineTop(n)+Pitch/3) != n || NearestLine(LineTop(n)-Pitch/3) != n {
			t.Errorf("line %d is not found again", n)
		}
	}
}

func TestMarkIsAsLargeAsItFits(t *testing.T) {
	for _, c := range []struct {
		mark Mark
		size Length
		fits bool
	}{
		{Mark{Organs: 1, Names: 6000, Word: 2000}, 42_000, true},
		{Mark{Organs: 2, Names: 9000, Word: 2000}, 38_000, true}, // with the gap 11.5 em
		{Mark{Organs: 1, Names: 20_000}, 22_000, true},
		{Mark{Organs: 1, Names: 20_200}, 22_000, false},
		{Mark{Organs: 1, Names: 1_000_000_000}, 22_000, false},
	} {
		if size, fits := c.mark.Size(AreaWidth); size != c.size || fits != c.fits {
			t.Errorf("%+v: %d, %v", c.mark, size, fits)
		}
	}
}

// Wherever a title begins, its lines and the space around keep near to what
// the clauses ask for.
func TestTitleGivesLittle(t *testing.T) {
	for y := Length(150_000); y < 400_000; y += 777 {
		for lines := 1; lines <= 6; lines++ {
			row := PlaceTitle(y, lines, true)
			if d := row.Pitch - TitlePitch; max(d, -d) > TitleGive {
				t.Errorf("lines stand %d apart", row.Pitch)
			}
			if max(row.Lift, -row.Lift) > Pitch/4+1 {
				t.Errorf("title is %d away from its place", row.Lift)
			}
			below := LineTop(LineBelow(y+row.Below())) - y - row.Height
			if d := below - emptyLine; d > Pitch*3/4 || d < -mayLack {
				t.Errorf("%d lines at %d: %d below", lines, y, below)
			}
			if PlaceTitle(y, lines, false).Lift != 0 {
				t.Error("a title on the grid leaves it")
			}
		}
	}
}

func TestMissingGlyphIsToldOnce(t *testing.T) {
	var p Problems
	from := doc.Origin{At: diag.Position{File: "a.md", Line: 3, Column: 5}}
	for range 3 { // text is measured more than once
		for i := range 20 {
			p.MissingGlyph(fontset.Body, '𝔸', from, 2*i)
		}
	}
	p.MissingGlyph(fontset.Title, '𝔸', doc.Origin{}, 4)
	if len(p.List) != 2 || p.List[0].At.Column != 5 || len(p.List[0].Notes) != mostNotes || p.List[0].Notes[0].At.Column != 7 {
		t.Errorf("problems %+v", p.List)
	}
	if p.List[1].At != (diag.Position{}) {
		t.Errorf("fixed words have a place: %+v", p.List[1].At)
	}
}
