//go:build unix

package inspection

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"
)

// TestFilesMadeToHurtEndInTime asks about small files that ask for very much.
func TestFilesMadeToHurtEndInTime(t *testing.T) {
	bin, err := program()
	check(t, err)
	inspect(t, realNotice(t)) // compiles the reader into the cache
	for name, data := range map[string][]byte{
		"3000 seals at a date":            written(595, 842, letter()+seals(3000)),
		"60 landscape pages without font": written(842, 595, landscape(60)...),
		"a page that paints slowly":       written(595, 842, letter()+strings.Repeat("q 590 0 0 300 2 2 cm /I Do Q\n", 4000)),
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "坏.pdf")
			check(t, os.WriteFile(path, data, 0o600))
			bounded(t, bin, path)
			bounded(t, bin, path, "--timeout", "3", "--report", filepath.Join(dir, "报告.html"))
		})
	}
}

// letter is the text of a letter with two signatures and a date.
func letter() string {
	const words = "关于做好有关工作的通知事项具体安排如下请各单位认真抓好落实"
	var b strings.Builder
	for i := range 6 {
		x := 80
		if i == 0 {
			x += 32
		}
		b.WriteString(show(x, 700-30*i, words))
	}
	b.WriteString(show(270, 470, "甲市人民政府") + show(400, 470, "乙市人民政府") + show(410, 440, "2020年7月30日"))
	return b.String()
}

// show writes text of 16 pt.
func show(x, y int, text string) string {
	var hex strings.Builder
	for _, u := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&hex, "%04x", u)
	}
	return fmt.Sprintf("BT /F 16 Tf %d %d Td <%s> Tj ET\n", x, y, hex.String())
}

// seals are red pictures where the date of a letter stands.
func seals(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "q 110 0 0 110 %.1f %.2f cm /I Do Q\n", 380+float64(i%50)*0.2, 390+float64(i/50)*0.2)
	}
	return b.String()
}

// landscape are pages with a page number at the side.
func landscape(n int) []string {
	var pages []string
	for i := range n {
		pages = append(pages, fmt.Sprintf("BT /G 14 Tf 200 300 Td (table) Tj ET\nBT /G 14 Tf 0 -1 1 0 60 150 Tm (- %d -) Tj ET\n", i+1))
	}
	return pages
}

// written is a PDF of pages with two faces, F and G, that are not in it, and a
// small red picture, I.
func written(width, height int, pages ...string) []byte {
	const before = 6
	var kids strings.Builder
	for i := range pages {
		fmt.Fprintf(&kids, "%d 0 R ", before+2*i+1)
	}
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R>>",
		fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(pages), kids.String()),
		"<</Type/Font/Subtype/Type0/BaseFont/FangSong/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
		"<</Type/Font/Subtype/CIDFontType2/BaseFont/FangSong/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000>>",
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
		"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceRGB/BitsPerComponent 8/Length 3>>\nstream\n\xff\x00\x00\nendstream",
	}
	for i, p := range pages {
		objects = append(objects,
			fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents %d 0 R/Resources<</Font<</F 3 0 R/G 5 0 R>>/XObject<</I 6 0 R>>>>>>", width, height, before+2*i+2),
			fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(p), p))
	}
	var out, table bytes.Buffer
	out.WriteString("%PDF-1.4\n")
	for i, o := range objects {
		fmt.Fprintf(&table, "%010d 00000 n \n", out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, table.String(), len(objects)+1, start)
	return out.Bytes()
}
