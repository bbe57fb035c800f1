package xlsx

import "math"

// Geometry of the printed sheet: A4 with the margins below, shrunk so that all
// columns fit on one page. A program reckons a column of n characters as 7 n+5
// pixels when the sheet's standard face is 宋体 of 10.5 pt, whose half-width
// characters are 7 pixels wide.
const (
	pointsPerMM   = 72 / 25.4
	pointsPerInch = 72
	digitPixels   = 7
	columnPadding = 5

	shortEdge = 210.0 // mm
	longEdge  = 297.0

	marginSide   = 15.0 // mm
	marginTop    = 18.0
	marginBottom = 18.0
	marginFooter = 9.0 // from the paper's edge to header and footer

	// pageReserve is left free at the end of a page, as a share of it: column
	// widths, and with them the scale, differ a little among programs.
	pageReserve = 0.04

	maxColumnWidth = 255
	maxColumns     = 256
	maxRows        = 1 << 20
)

func columnPixels(width int) int { return width*digitPixels + columnPadding }

// width is the table's width in points on the unshrunk sheet.
func (p *plan) width() float64 {
	pixels := 0
	for _, w := range p.columns {
		pixels += columnPixels(w)
	}
	return float64(pixels) * pixel
}

func (p *plan) paper() (across, down float64) {
	if p.sheet.Landscape {
		return longEdge, shortEdge
	}
	return shortEdge, longEdge
}

// zoom is the percentage at which the sheet is shown: whole fives.
func (p *plan) zoom() float64 {
	return min(100, max(leastZoom, math.Floor(screenWidth*pixel/p.width()*20)*5))
}

// scale is what programs shrink the sheet to, so that its columns fit on one
// page: whole percents.
func (p *plan) scale() float64 {
	across, _ := p.paper()
	percent := math.Floor(min(1, (across-2*marginSide)*pointsPerMM/p.width()) * 100)
	return max(percent, 10) / 100
}

// page gives the room for the body's rows, in points of the unshrunk sheet.
func (p *plan) page() page {
	_, down := p.paper()
	down = (down-marginTop-marginBottom)*pointsPerMM/p.scale()*(1-pageReserve) - sum(p.head.heights)
	above, again := 0.0, 0.0
	for i, b := range p.banners {
		above += b.height
		if i >= p.firstRepeatedRow() {
			again += b.height
		}
	}
	return page{first: down - above, later: down - again}
}
