package sfnt

import (
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// Ids of the name table (name chapter).
const (
	NameFamily     = 1
	NameSubfamily  = 2
	NameFull       = 4
	NamePostScript = 6
	NameTypoFamily = 16
)

// Name is one decoded record of the name table.
type Name struct {
	ID   int
	Text string
}

// Names returns the readable records in file order, all languages.
func (f *Font) Names() []Name {
	table := f.tables["name"]
	n, _ := table.u16(2)
	store, _ := table.u16(4)
	var out []Name
	for i := range int(n) {
		at := 6 + 12*i
		platform, _ := table.u16(at)
		encoding, _ := table.u16(at + 2)
		id, _ := table.u16(at + 6)
		length, _ := table.u16(at + 8)
		off, ok := table.u16(at + 10)
		if !ok {
			break
		}
		raw, ok := table.slice(int(store)+int(off), int(length))
		if !ok {
			continue
		}
		if text := decodeName(platform, encoding, raw); text != "" {
			out = append(out, Name{int(id), text})
		}
	}
	return out
}

// decodeName turns a record's bytes into text, "" if the encoding is unknown.
func decodeName(platform, encoding uint16, raw []byte) string {
	var text string
	switch {
	case platform == 0, platform == 3 && encoding != 3:
		units := make([]uint16, len(raw)/2)
		for i := range units {
			units[i] = uint16(raw[2*i])<<8 | uint16(raw[2*i+1])
		}
		text = string(utf16.Decode(units))
	case platform == 3, platform == 1 && encoding == 25: // GBK on Windows, GB 2312 on the Mac
		b, err := simplifiedchinese.GBK.NewDecoder().Bytes(raw)
		if err != nil {
			return ""
		}
		text = string(b)
	case platform == 1 && encoding == 0:
		for _, c := range raw {
			if c >= 0x80 {
				return ""
			}
		}
		text = string(raw)
	}
	return strings.TrimSpace(strings.ReplaceAll(text, "\x00", ""))
}
