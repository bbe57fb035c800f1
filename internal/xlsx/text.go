package xlsx

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"hongtou/internal/doc"
)

// Texts as the format writes them.

// stringTable is the table of strings that sheets share: every text once, in
// the order of first use.
type stringTable struct {
	items []byte         // as elements
	known map[string]int // number of each, by what its element holds
	item  []byte         // scratch
}

// stringsPart is the table's name in the file.
const stringsPart = "xl/sharedStrings.xml"

// number gives the number of a text, which is added if it is new.
func (t *stringTable) number(p passage, k style) int {
	t.item = appendItem(t.item[:0], p, k)
	n, known := t.known[string(t.item)]
	if !known {
		n = len(t.known)
		t.known[string(t.item)] = n
		t.items = append(append(append(t.items, "<si>"...), t.item...), "</si>"...)
	}
	return n
}

// part gives the table as a part of the file.
func (t *stringTable) part() []byte {
	const head = `<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="%d" uniqueCount="%[1]d">%s</sst>`
	return fmt.Appendf(nil, head, len(t.known), t.items)
}

// appendItem writes a text with its looks: in one piece if all of it looks as
// its cell does, else one piece a look.
func appendItem(b []byte, p passage, k style) []byte {
	if _, one := p.uniform(); one {
		return appendPiece(b, p.runes, 0, len(p.runes))
	}
	for i := 0; i < len(p.runes); {
		j := i + 1
		for j < len(p.runes) && p.looks[j] == p.looks[i] {
			j++
		}
		b = appendFont(append(b, "<r>"...), p.looks[i], k)
		b = append(appendPiece(b, p.runes, i, j), "</r>"...)
		i = j
	}
	return b
}

// appendPiece writes text[from:to]. Readers drop spaces at its ends unless
// they are told not to.
func appendPiece(b []byte, text []rune, from, to int) []byte {
	const spaces = "\t\n "
	if strings.ContainsRune(spaces, text[from]) || strings.ContainsRune(spaces, text[to-1]) {
		b = append(b, `<t xml:space="preserve">`...)
	} else {
		b = append(b, "<t>"...)
	}
	return append(appendText(b, text, from, to), "</t>"...)
}

// appendFont shows changed characters: inserted ones underlined, deleted ones
// struck through, the colour being an extra.
func appendFont(b []byte, l look, k style) []byte {
	strike, colour, underlined := "", ink, k.link
	if k.link {
		colour = linkInk
	}
	switch l.mark {
	case doc.Inserted:
		underlined, colour = true, insertedInk
	case doc.Deleted:
		strike, underlined, colour = `<strike val="1"></strike>`, false, deletedInk
	}
	const font = `<rPr><rFont val="%s"></rFont><charset val="%d"></charset><family val="2"></family>%s<color rgb="FF%s"></color><sz val="%g"></sz>`
	b = fmt.Appendf(b, font, faceNames[l.face], charsetGB, strike, colour, k.size)
	if underlined {
		b = append(b, `<u val="single"></u>`...)
	}
	return append(b, "</rPr>"...)
}

// In a workbook's strings _x0041_ stands for “A”; a text that really says
// _x0041_ has to be written _x005F_x0041_. excelize does that for what it
// writes itself, but not for overlapping ones (_x0041_x0042_ reads back as
// _x0041B). There the underscore that begins such a sequence is replaced by a
// guard, a noncharacter that no text may hold (textProblem), and sortedZip
// turns guards into _x005F_.
const (
	guardRune    = '\uFDD0'
	guardWritten = "_x005F_"
)

func guard(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	rs := []rune(text)
	for i := range rs {
		if beginsEscape(rs[i:]) {
			rs[i] = guardRune
		}
	}
	return string(rs)
}

// unguard writes what guards stand for.
func unguard(part []byte) []byte {
	return bytes.ReplaceAll(part, []byte(string(guardRune)), []byte(guardWritten))
}

// appendText writes text[from:to] so that readers get exactly it. What an
// escape is shows in the whole text: it may reach across faces.
func appendText(b []byte, text []rune, from, to int) []byte {
	for i := from; i < to; i++ {
		if text[i] == '_' && beginsEscape(text[i:]) {
			b = append(b, guardWritten...)
		} else {
			b = appendRune(b, text[i])
		}
	}
	return b
}

// appendRune writes a character as encoding/xml does.
func appendRune(b []byte, r rune) []byte {
	switch r {
	case '"':
		return append(b, "&#34;"...)
	case '\'':
		return append(b, "&#39;"...)
	case '&':
		return append(b, "&amp;"...)
	case '<':
		return append(b, "&lt;"...)
	case '>':
		return append(b, "&gt;"...)
	case '\t':
		return append(b, "&#x9;"...)
	case '\n':
		return append(b, "&#xA;"...)
	}
	return utf8.AppendRune(b, r)
}

// beginsEscape says whether rs begins with _xHHHH_. The closing underscore may
// have to be a guard itself, so guards are set from left to right.
func beginsEscape(rs []rune) bool {
	const length = len("_xHHHH_")
	if len(rs) < length || rs[0] != '_' || rs[1] != 'x' || rs[6] != '_' {
		return false
	}
	for _, r := range rs[2:6] {
		if !strings.ContainsRune("0123456789abcdefABCDEF", r) {
			return false
		}
	}
	return true
}
