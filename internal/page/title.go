package page

import (
	"slices"

	"hongtou/internal/doc"
	"hongtou/internal/linebreak"
)

// The distances around a title (3.2, 7.3.1, 7.3.2).
const (
	TitlePitch = TitleSize + Leading // the height of its characters and 7/8 of a 3号 one
	TitleGive  = TitlePitch / 10     // how much wider or closer its lines may stand
	emptyLine  = Pitch + Leading     // from the em box above an empty line to the one below it
	mayLack    = Pitch * 3 / 10      // how much of the empty line below a title may be missing
)

// TitleLines are the preferred lines, or the whole title as one when not all
// of them fit into the width room: its shape is then found anew (Shape).
func TitleLines(room Length, lines [][]doc.Inline, width func([]doc.Inline) Length) [][]doc.Inline {
	for _, l := range lines {
		if width(l) > room {
			return [][]doc.Inline{slices.Concat(lines...)}
		}
	}
	return lines
}

// TitleRow is where a title stands.
type TitleRow struct {
	Lift   Length // from its ideal place down to the em box of its first line
	Pitch  Length // from line to line
	Height Length // from its ideal place to the bottom of the last em box
}

// PlaceTitle places a title of some lines whose ideal place is y below the top
// of the type area, so that the empty space below it is as near to one line
// (7.3.2) as the grid allows. What lies between is shared: first the lines open
// or close by a little; under a red line, which is not on the grid, the two
// empty lines above give or take half of the rest.
func PlaceTitle(y Length, lines int, underRedLine bool) TitleRow {
	ideal := y + Length(lines)*TitlePitch - Leading + emptyLine
	rest := LineTop(NearestLine(ideal)) - ideal
	t := TitleRow{Pitch: TitlePitch}
	if gaps := Length(lines - 1); gaps > 0 {
		step := max(-TitleGive, min(TitleGive, rest/gaps))
		t.Pitch += step
		rest -= step * gaps
	}
	if underRedLine {
		t.Lift = rest / 2
	}
	t.Height = t.Lift + Length(lines-1)*t.Pitch + TitleSize
	return t
}

// Below is the distance from a title's ideal place to that of the text after
// the empty line.
func (t TitleRow) Below() Length { return t.Height + emptyLine }

// LineBelow is the line of the grid for text that should stand at y, below a
// title: a little of the empty line may be missing.
func LineBelow(y Length) int { return LineAt(y - mayLack) }

// glyphText joins the characters of glyphs.
func glyphText(glyphs []linebreak.Glyph) string {
	text := make([]rune, len(glyphs))
	for i, g := range glyphs {
		text[i] = g.Rune
	}
	return string(text)
}
