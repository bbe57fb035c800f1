package pdf

import (
	"strconv"
	"unicode/utf8"
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
	// 5014, 1.4.1); rowLength the most codes of one: they agree in their first
	// byte.
	maxRows   = 100
	rowLength = 256
)

// toUnicode says which character each glyph shows: glyph i+1 is chars[i].
// Characters beyond the BMP are surrogate pairs; gopdf writes five digits
// there, which every reader misunderstands.
func toUnicode(chars []rune) []byte {
	out := make([]byte, 0, len(cmapHead)+len(cmapFoot)+7*len(chars)+64)
	out = append(out, cmapHead...)
	rows := len(chars)/rowLength + 1
	for row := range rows {
		if row%maxRows == 0 {
			if row > 0 {
				out = append(out, "endbfrange\n"...)
			}
			out = append(strconv.AppendInt(out, int64(min(maxRows, rows-row)), 10), " beginbfrange\n"...)
		}
		first, last := max(1, row*rowLength), min(len(chars), (row+1)*rowLength-1)
		out = appendHex(append(out, '<'), first)
		out = append(appendHex(append(out, "> <"...), last), "> ["...)
		for _, r := range chars[first-1 : last] {
			out = appendCharacter(out, r)
		}
		out = append(out, "]\n"...)
	}
	return append(append(out, "endbfrange\n"...), cmapFoot...)
}

func appendCharacter(out []byte, r rune) []byte {
	out = appendHex(append(out, '<'), unit(r))
	if r > 0xFFFF {
		out = appendHex(out, 0xDC00|int(r)&0x3FF)
	}
	return append(out, '>')
}

// unit is the first UTF-16 code unit of a character.
func unit(r rune) int {
	switch {
	case !utf8.ValidRune(r):
		return utf8.RuneError
	case r > 0xFFFF:
		return 0xD800 | int(r-0x10000)>>10
	}
	return int(r)
}

func appendHex(out []byte, v int) []byte {
	const digits = "0123456789ABCDEF"
	return append(out, digits[v>>12&15], digits[v>>8&15], digits[v>>4&15], digits[v&15])
}
