package xlsx

import (
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"hongtou/internal/doc"
	"hongtou/internal/linebreak"
)

// Every printed page says whose it is: the workbook's title and the sheet's
// edition above, the page's number and how many there are below.

// maxMargin is the most characters a header or footer can have, codes
// included, a limit of the format.
const maxMargin = 255

// maxEdition is the most room for the edition, in ems: a date takes nine.
const maxEdition = 20

func (s *sheetWriter) setMargins() error {
	const font = `&9&"宋体,Regular"` // a size before a text that begins with a digit would be read with it
	no, yes := false, true
	edition := cutToWidth(editionLine(s.plan.sheet, s.meta), maxEdition)
	line := cutToWidth(s.meta.Title, s.plan.marginRoom()-ems(edition)-2)
	header := "&L" + font + escapeMargin(line) + "&R" + font + escapeMargin(edition)
	for utf16Len(header) > maxMargin {
		line = cutToWidth(s.meta.Title, ems(line)-1)
		header = "&L" + font + escapeMargin(line) + "&R" + font + escapeMargin(edition)
	}
	return s.file.SetHeaderFooter(s.name(), &excelize.HeaderFooterOptions{
		ScaleWithDoc: &no, AlignWithMargins: &yes,
		OddHeader: header,
		OddFooter: "&C" + font + "第&P页 共&N页",
	})
}

// marginRoom is how many ems of the header's face stand in a line.
func (p *plan) marginRoom() float64 {
	across, _ := p.paper()
	return (across - 2*marginSide) * pointsPerMM / marginSize
}

// editionLine says which edition a sheet prints: its own, or the workbook's.
func editionLine(s *doc.Sheet, m doc.Meta) string {
	if own := doc.Plain(s.Edition); own != "" {
		return own + "版"
	}
	day, err := time.Parse(time.DateOnly, m.Edition)
	if err != nil {
		return ""
	}
	return day.Format("2006年1月2日") + "版"
}

// escapeMargin keeps text from being read as a code, and on one line.
func escapeMargin(text string) string {
	return marginCodes.Replace(text)
}

var marginCodes = strings.NewReplacer("&", "&&", "\n", " ", "\t", " ")

// ems is how wide a text is in full-width characters.
func ems(text string) float64 {
	n := 0.0
	for _, r := range text {
		n += runeEms(r)
	}
	return n
}

func runeEms(r rune) float64 { return float64(linebreak.HalfWidths(r)) / 2 }

// cutToWidth shortens a text to so many full-width characters.
func cutToWidth(text string, room float64) string {
	if ems(text) <= room {
		return text
	}
	const more = "……"
	room -= ems(more)
	for i, r := range text {
		if room -= runeEms(r); room < 0 {
			return text[:i] + more
		}
	}
	return text
}
