package intake

import (
	"unicode"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// everyday says whether a text reads as simplified Chinese: nine of ten of its
// characters beyond ASCII are those of GB 2312, which Chinese offices write
// with; bytes read in a wrong encoding fall all over Unicode. Only a sample is
// looked at.
func everyday(s string) bool {
	known, odd, plain := 0, 0, 0
	for i, r := range s {
		if i > 1<<16 {
			break
		}
		switch {
		case r < 0x80 && (r >= ' ' || r == '\n' || r == '\r' || r == '\t'):
			plain++
		case r < 0x80 || unicode.Is(unicode.Co, r) || !assigned(r):
			odd += 3
		case inGB2312(r):
			known++
		default:
			odd++
		}
	}
	return known > 9*odd || (known == 0 && odd == 0 && plain > 0)
}

func assigned(r rune) bool { return unicode.IsGraphic(r) || unicode.Is(unicode.Cf, r) }

// inGB2312 says whether the two bytes of r both lie in the rows of GB 2312.
func inGB2312(r rune) bool {
	b, err := simplifiedchinese.GBK.NewEncoder().String(string(r))
	if err != nil || len(b) != 2 {
		return false
	}
	row := b[0] >= 0xa1 && b[0] <= 0xa9 || b[0] >= 0xb0 && b[0] <= 0xf7
	return row && b[1] >= 0xa1
}
