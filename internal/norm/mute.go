package norm

import (
	"fmt"

	"hongtou/internal/elements"
	"hongtou/internal/printout"
)

// untold are the clauses that are measured without reading any text.
var untold = []string{"5.1 幅面", "10(1) 字体嵌入"}

// mute says why the text of a document cannot be read at all; empty if it can.
func mute(d *elements.Document) string {
	glyphs, unmapped := 0, 0
	for _, p := range d.Pages {
		glyphs += len(p.Glyphs)
		unmapped += p.Unmapped
	}
	page := scanned(d)
	switch {
	case len(d.Pages) == 0:
		return "文件没有页面"
	case glyphs == 0 && page > 0:
		return "页面是扫描图像，没有文字可量"
	case glyphs == 0:
		return "页面上没有文字（可能已转为曲线）"
	case unmapped*5 > glyphs: // a fifth: enough for every element to have holes
		return fmt.Sprintf("文件没有给出%d个字的编码，读不出文字", unmapped)
	}
	return ""
}

// scanned is the first page that is one picture, 0 if none is. A page number or
// a stamp of the scanner may be printed over it.
func scanned(d *elements.Document) int {
	for _, p := range d.Pages {
		if len(p.Glyphs) > 20 {
			continue
		}
		for _, i := range p.Images {
			if area(i.Box) > 0.6*p.Width*p.Height {
				return p.Number
			}
		}
	}
	return 0
}

func area(b printout.Box) float64 { return b.Width() * b.Height() }
