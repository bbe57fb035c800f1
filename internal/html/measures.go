package html

import (
	"hongtou/internal/fontset"
	"hongtou/internal/page"
)

// measures are the lengths of style.css for browsers, all from package page.
// Names without a unit are ratios.
type measures struct {
	Em, TitleSize, TableSize, NoteSize string // type sizes, in points or ems of the body's
	TitleRatio                         string // of the title's size to the body's
	Note, Folio                        string // type sizes of the margins
	Line, TitleLine, TableLine         string // from line to line
	OneLine, TwoLines, HalfLine        string // empty lines
	Indent, Outdent                    string // two characters and back

	Mark        string // font size of the mark
	MarkWidth   string // its width
	MarkLine    string // from name to name
	MarkGap     string // between the names and 文件
	AboveMark   string // from the top of its first line to the ink
	BelowMark   string // from its ink to the bottom of its last line
	MarkTop     int    // from the top of the paper to the ink, in mm
	RedLineGap  string // from the line of 发文字号 to the red line
	RedLine     string // its thickness
	Double      string // thickness of a double line
	Thick, Thin string // of the lines of a letter, and of an imprint
	FirstRule   string
	LetterLine  string // from the top of a letter's first page area to its double line
	MiddleRule  string
	AboveRow    string // from the double line to the box of what stands under it
	BelowRow    string // from the ink of its last line to the bottom of its box
	ImprintSize string
	ImprintLine string
	FolioDrop   string // from the top of the lower margin to the page number
	FolioTurned string // likewise on a landscape page, from the type area to its left
}

func measured(h head, f *faces, letter bool) measures {
	const half = page.Leading / 2
	leading := (page.MarkPitch - 1000) / 2 // above and below a line of the mark
	milli := func(n int) string { return ems(page.Length(n), 1000) }
	markTop := page.MarkTop
	if letter {
		markTop = page.LetterTop
	}
	return measures{
		Double: points(page.LetterLine), Thick: points(page.LetterThick), Thin: points(page.LetterThin),
		FirstRule: points(page.ThickRule), MiddleRule: points(page.ThinRule),
		LetterLine:  points(h.mark.Bottom(h.size) + page.Top - letterLift + page.Millimetres(page.LetterLineGap) - page.Millimetres(253)/10),
		AboveRow:    ems(page.UnderLetterLine-half-page.Em.Of(page.Ascent-h.letterUp), page.Em),
		BelowRow:    ems(half+page.Em.Of(1000-page.Ascent-h.letterDown), page.Em),
		ImprintSize: ems(page.ImprintSize, page.Em), ImprintLine: ratio(page.ImprintPitch, page.ImprintSize),
		Em: points(page.Em), TitleSize: ems(page.TitleSize, page.Em), TableSize: ems(page.TableSize, page.Em),
		NoteSize: ems(page.NoteSize, page.Em), TitleRatio: ratio(page.TitleSize, page.Em),
		Note: points(page.NoteSize), Folio: points(page.FolioSize),
		Line: ratio(page.Pitch, page.Em), TitleLine: ratio(page.TitlePitch, page.TitleSize), TableLine: ratio(page.Pitch, page.TableSize),
		OneLine: ems(page.Pitch, page.Em), TwoLines: ems(2*page.Pitch, page.Em), HalfLine: ems(page.Pitch/2, page.Em),
		Indent: ems(page.Indent, page.Em), Outdent: ems(-page.Indent, page.Em),

		Mark: points(h.size), MarkWidth: ratio(page.Length(max(h.mark.Width(), 1000)), 1000),
		MarkLine: ratio(page.MarkPitch, 1000), MarkGap: milli(page.MarkWordSpace), MarkTop: markTop,
		AboveMark: milli(leading + page.Ascent - h.mark.Up), BelowMark: milli(leading + 1000 - page.Ascent - h.mark.Down),
		RedLineGap: ems(page.UnderNumber(h.number)-page.Em-half, page.Em), RedLine: points(page.RedLineWidth),
		FolioDrop: points(f.folioDrop(page.Millimetres(41) / 10)), FolioTurned: points(f.folioDrop(page.Millimetres(7))),
	}
}

// folioDrop puts the ink of the dash 269 mm below the edge of the paper (7.5),
// which is so far from where the line of the number begins: 4.1 mm where the
// lower margin begins at 264.9 mm.
func (f *faces) folioDrop(distance page.Length) page.Length {
	up, down := f.ink(fontset.Song, folio[:len("—")])
	return distance - page.FolioSize.Of(page.Ascent-(up-down)/2)
}
