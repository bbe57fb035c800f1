package norm

import (
	"fmt"

	"hongtou/internal/elements"
)

// untold are the clauses that are measured without reading any text.
var untold = []string{"5.1 幅面", Own + " 字体嵌入"}

// mute says why the text of a document cannot be read at all; empty if it can.
func mute(d *elements.Document) string {
	glyphs, unmapped := 0, 0
	for _, p := range d.Pages {
		glyphs += len(p.Glyphs)
		unmapped += p.Unmapped
	}
	scans := len(d.Scanned())
	switch {
	case len(d.Pages) == 0:
		return "文件没有页面"
	case scans == len(d.Pages), glyphs == 0 && scans > 0:
		return "页面是扫描图像，没有文字可量"
	case glyphs == 0:
		return "页面上没有文字（可能已转为曲线）"
	case unmapped*5 > glyphs: // a fifth: enough for every element to have holes
		return fmt.Sprintf("文件没有给出%d个字的编码，读不出文字", unmapped)
	}
	return ""
}
