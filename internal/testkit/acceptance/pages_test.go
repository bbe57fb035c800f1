package acceptance

import (
	"math"
	"strings"
	"testing"

	"hongtou/internal/testkit/judge"
)

// TestPagesHoldTwentyTwoLines checks that body lines stand on the grid and
// that a page whose last line is not the 22nd is followed by something that
// explains it; it names that reason for every such page.
func TestPagesHoldTwentyTwoLines(t *testing.T) {
	for kind, path := range texts(t, "pdf") {
		lines := body(printed(t, path))
		base := firstBaseline(lines)
		last := 0
		for i, l := range lines {
			row := (l.y - base) / pitch
			if l.size() < 20 && !inHead(lines, i) && math.Abs(row-math.Round(row))*pitch > 0.1 {
				t.Errorf("%s page %d: a line stands %.2f mm off the grid: %s", kind, l.page, (row-math.Round(row))*pitch, l.text())
			}
			ends := i == len(lines)-1 || lines[i+1].page != l.page
			if !ends {
				continue
			}
			last++
			if i < len(lines)-1 && announces(l) && lines[i+1].text() != "附件" {
				t.Errorf("%s page %d ends with what it announces on the next: %s", kind, l.page, l.text())
			}
			if l.page != last {
				t.Errorf("%s: page %d has no text", kind, last)
			}
			if int(math.Round(row)) == rows-1 {
				continue
			}
			reason := why(lines, i)
			if reason == "" {
				t.Errorf("%s page %d ends on line %d without a reason", kind, l.page, int(math.Round(row))+1)
			}
			t.Logf("%s page %d ends on line %d: %s", kind, l.page, int(math.Round(row))+1, reason)
		}
	}
}

// firstBaseline is where line 1 of a page stands: the highest line of all.
func firstBaseline(lines []line) float64 {
	y := math.Inf(1)
	for _, l := range lines {
		if l.size() < 20 {
			y = min(y, l.y)
		}
	}
	return y
}

// why names what follows the last line i of a page.
func why(lines []line, i int) string {
	if i == len(lines)-1 {
		return "the document ends"
	}
	next := lines[i+1]
	switch {
	case next.size() > 20:
		return "a title starts the next page"
	case next.text() == "附件":
		return "an attachment starts the next page"
	case strings.Contains(next.glyphs[0].Face, "Hei") && !full(next):
		return "a heading is kept with its text"
	case i+2 < len(lines) && lines[i+2].page == next.page && isOrigin(lines[i+2]):
		return "the origin of a passage is kept with its last line"
	case announces(next) && i+2 < len(lines) && lines[i+2].page == next.page:
		return "a line that ends with a colon is kept with what it announces"
	case next.x0() > left+3*cell:
		return "the signature is kept together"
	}
	for n := i + 2; n <= i+3 && n < len(lines); n++ {
		if lines[n].page == next.page && lines[n].x0() > left+3*cell {
			return "the signature never stands alone: the text's last lines go with it"
		}
	}
	return ""
}

// isOrigin says whether a line begins to tell where a passage comes from.
func isOrigin(l line) bool {
	return strings.HasPrefix(l.text(), "（据") || strings.HasPrefix(l.text(), "（此处原有")
}

// announces says whether a line ends with a colon.
func announces(l line) bool { return strings.HasSuffix(strings.TrimSpace(l.text()), "：") }

// inHead says whether line i stands in the red head: no title has come yet.
func inHead(lines []line, i int) bool {
	for _, l := range lines[:i] {
		if l.size() > 20 {
			return false
		}
	}
	return lines[i].page == 1 && len(lines[i].text()) < 60 && lines[i].x0() > left+2*cell
}

func TestEverySheetIsA4(t *testing.T) {
	for kind, path := range every(t, "pdf") {
		width, height := 210.0, 297.0
		if strings.HasPrefix(kind, "comparison") { // a wide table (8)
			width, height = height, width
		}
		for i, p := range judge.PDFPages(t, path) {
			if math.Abs(p.Width-width) > 0.1 || math.Abs(p.Height-height) > 0.1 {
				t.Errorf("%s page %d is %.1f × %.1f mm", kind, i+1, p.Width, p.Height)
			}
		}
	}
}
