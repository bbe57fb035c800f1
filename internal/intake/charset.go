package intake

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

var charsets = map[string]encoding.Encoding{
	"utf8":    encoding.Nop,
	"gb18030": simplifiedchinese.GB18030,
	"gbk":     simplifiedchinese.GB18030,
	"gb2312":  simplifiedchinese.GB18030,
	"utf16le": unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
	"utf16be": unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
	"big5":    traditionalchinese.Big5,
}

const encodingHint = "请用记事本打开，另存时编码选“UTF-8”；或用 --encoding 说明编码：utf-8、gb18030、utf-16le、utf-16be、big5"

// Encodings names the encodings that can be stated, as people write them.
func Encodings() []string {
	return []string{"utf-8", "gb18030", "gbk", "utf-16le", "utf-16be", "big5"}
}

// KnowsEncoding says whether a stated encoding is one of them.
func KnowsEncoding(name string) bool {
	key := charsetKey(name)
	return key == "utf16" || charsets[key] != nil
}

// decode gives the text of a file, its byte order mark taken off. The encoding
// is the stated one, or that of the mark, or found out.
func decode(data []byte, stated string) (string, error) {
	name, mark := byMark(data)
	if stated != "" {
		key := charsetKey(stated)
		if key == "utf16" {
			key = or16(name)
		}
		if charsets[key] == nil {
			return "", &Error{Code: "encoding-name", Message: "不认识编码“" + stated + "”", Hint: encodingHint}
		}
		if key != name {
			mark = 0
		}
		name = key
	}
	if name == "" {
		var err error
		if name, err = guess(data); err != nil {
			return "", err
		}
	}
	return strictly(name, data[mark:])
}

func or16(marked string) string {
	if marked == "utf16be" {
		return marked
	}
	return "utf16le"
}

func charsetKey(s string) string {
	return strings.NewReplacer("-", "", "_", "", " ", "").Replace(strings.ToLower(s))
}

func byMark(data []byte) (name string, length int) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return "utf8", 3
	case bytes.HasPrefix(data, []byte("\x84\x31\x95\x33")):
		return "gb18030", 4
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return "utf16le", 2
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return "utf16be", 2
	}
	return "", 0
}

// guess finds the encoding of bytes without a mark. Valid UTF-8 wins, for no
// Chinese text in another encoding is valid UTF-8 by chance beyond a word or
// two; then what reads as everyday characters, if only one reading does.
func guess(data []byte) (string, error) {
	zeros := bytes.IndexByte(data, 0) >= 0
	if !zeros && utf8.Valid(data) {
		return "utf8", twoWays(data)
	}
	if !zeros && mostlyUTF8(data) {
		return "utf8", nil // strictly names the line
	}
	var found []string
	for _, name := range []string{"gb18030", "utf16le", "utf16be"} {
		if zeros && name == "gb18030" {
			continue
		}
		if s, err := strictly(name, data); err == nil && everyday(s) {
			found = append(found, name)
		}
	}
	if len(found) != 1 {
		return "", unknownEncoding()
	}
	return found[0], nil
}

// twoWays is the error for the few bytes that are valid in UTF-8 and read as
// Chinese in GB 18030, such as the two of a lone 一: a text of UTF-8 that has
// letters of two bytes only and no Chinese character.
func twoWays(data []byte) error {
	short := false
	for _, r := range string(data[:min(len(data), 1<<16)]) {
		if r >= 0x800 && r != utf8.RuneError {
			return nil
		}
		short = short || r >= 0x80
	}
	if !short {
		return nil
	}
	if s, err := strictly("gb18030", data); err != nil || !everyday(s) {
		return nil
	}
	return unknownEncoding()
}

func unknownEncoding() *Error {
	return &Error{Code: "encoding-unknown", Message: "看不出这个文件用的是什么文字编码", Hint: encodingHint}
}

// mostlyUTF8 says whether data is UTF-8 with a few damaged places: nine of ten
// bytes beyond ASCII stand in valid characters.
func mostlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good += n
		}
		i += n
	}
	return good > 9*bad
}

// strictly decodes and refuses what the encoding does not hold.
func strictly(name string, data []byte) (string, error) {
	s := string(data)
	if name != "utf8" {
		var err error
		if s, err = charsets[name].NewDecoder().String(s); err != nil {
			return "", broken(err)
		}
	}
	if strings.HasPrefix(name, "utf16") && len(data)%2 != 0 {
		s += "�"
	}
	if at := firstBad(s); at >= 0 {
		line := 1 + len(lineEnds.FindAllStringIndex(s[:at], -1))
		return "", &Error{Code: "bad-character", Line: line, Message: "有无法识别的字符（" + around(s, at) + "）", Hint: encodingHint}
	}
	return s, nil
}

func firstBad(s string) int {
	for i, r := range s {
		if r == utf8.RuneError || r == 0 {
			return i
		}
	}
	return -1
}

// around quotes the characters before and after a bad one.
func around(s string, at int) string {
	before := []rune(strings.ToValidUTF8(s[max(0, at-60):at], "�"))
	after := []rune(strings.ToValidUTF8(s[at:min(len(s), at+60)], "�"))
	clean := strings.NewReplacer("\x00", "�", "\n", " ", "\r", " ", "\t", " ")
	return "…" + clean.Replace(string(before[max(0, len(before)-8):])+string(after[:min(len(after), 8)])) + "…"
}
