package pdf

import (
	"fmt"
	"unicode/utf16"
)

// Frame of a ToUnicode CMap (ISO 32000-1, 9.10.3). The code space is all two-
// byte codes: gopdf's <first><last> excludes codes whose second byte is out of
// range, and Ghostscript then reads other text.
const (
	cmapHead = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`
	cmapFoot = `endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
	// maxRows is the most lines one block may have (Adobe technical note
	// 5014, 1.4.1).
	maxRows = 100
)

// toUnicode says which character each glyph shows: glyph i+1 is chars[i].
// Characters beyond the BMP are surrogate pairs; gopdf writes five digits
// there, which every reader misunderstands.
func toUnicode(chars []rune) []byte {
	out := []byte(cmapHead)
	for from := 0; from < len(chars); from += maxRows {
		block := chars[from:min(from+maxRows, len(chars))]
		out = fmt.Appendf(out, "%d beginbfchar\n", len(block))
		for i, r := range block {
			out = fmt.Appendf(out, "<%04X> <", from+i+1)
			for _, u := range utf16.AppendRune(nil, r) {
				out = fmt.Appendf(out, "%04X", u)
			}
			out = append(out, ">\n"...)
		}
		out = append(out, "endbfchar\n"...)
	}
	return append(out, cmapFoot...)
}
