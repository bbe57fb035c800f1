package web

import (
	"strings"
	"testing"
)

// blocks are the data codewords of each block of level M (ISO/IEC 18004,
// table 9), by version.
var blocks = [][]int{{16}, {28}, {44}, {32, 32}, {43, 43}, {27, 27, 27, 27}}

// read decodes the modules of a code of version 1 to 6 as a reader does that
// meets no damage: format, mask, codewords, blocks, bytes.
func read(t *testing.T, dark func(x, y int) bool, size int) string {
	t.Helper()
	version := (size - 17) / 4
	format := 0
	for _, p := range [][2]int{{0, 8}, {1, 8}, {2, 8}, {3, 8}, {4, 8}, {5, 8}, {7, 8}, {8, 8}, {8, 7}, {8, 5}, {8, 4}, {8, 3}, {8, 2}, {8, 1}, {8, 0}} {
		format = format<<1 | bit(dark(p[0], p[1]))
	}
	format ^= 0b101010000010010
	if level := format >> 13; level != 0 {
		t.Fatalf("level %02b is not M", level)
	}
	var words []int
	word, n := 0, 0
	for _, p := range walk(size) {
		if fixed(p[0], p[1], size, version) {
			continue
		}
		word, n = word<<1|bit(dark(p[0], p[1]) != masked(format>>10&7, p[0], p[1])), n+1
		if n%8 == 0 {
			words, word = append(words, word), 0
		}
	}
	return letters(t, plainWords(words, blocks[version-1]))
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// walk goes through the modules in reading order: columns of two, upwards and
// downwards, from the right; the timing column is left out.
func walk(size int) [][2]int {
	var list [][2]int
	up := true
	for x := size - 1; x > 0; x -= 2 {
		if x == 6 {
			x--
		}
		for i := range size {
			y := i
			if up {
				y = size - 1 - i
			}
			list = append(list, [2]int{x, y}, [2]int{x - 1, y})
		}
		up = !up
	}
	return list
}

func fixed(x, y, size, version int) bool {
	corner := x < 9 && y < 9 || x < 9 && y >= size-8 || x >= size-8 && y < 9
	beside := version > 1 && x >= size-9 && x <= size-5 && y >= size-9 && y <= size-5
	return corner || beside || x == 6 || y == 6
}

func masked(mask, x, y int) bool {
	switch mask {
	case 0:
		return (x+y)%2 == 0
	case 1:
		return y%2 == 0
	case 2:
		return x%3 == 0
	case 3:
		return (x+y)%3 == 0
	case 4:
		return (y/2+x/3)%2 == 0
	case 5:
		return x*y%2+x*y%3 == 0
	case 6:
		return (x*y%2+x*y%3)%2 == 0
	}
	return ((x+y)%2+x*y%3)%2 == 0
}

// plainWords puts the data codewords of interleaved blocks in order.
func plainWords(words, blocks []int) []int {
	var list []int
	for b, length := range blocks {
		for i := range length {
			list = append(list, words[i*len(blocks)+b])
		}
	}
	return list
}

// letters reads one segment of bytes.
func letters(t *testing.T, words []int) string {
	t.Helper()
	at := 0
	take := func(n int) int {
		v := 0
		for ; n > 0; n-- {
			v, at = v<<1|words[at/8]>>(7-at%8)&1, at+1
		}
		return v
	}
	if mode := take(4); mode != 4 {
		t.Fatalf("mode %d is not bytes", mode)
	}
	text := make([]byte, take(8))
	for i := range text {
		text[i] = byte(take(8))
	}
	return string(text)
}

func TestQRCode(t *testing.T) {
	for _, address := range []string{"https://a.cn/", "https://www.example.gov.cn/zg/plan/notice.html", "https://www.example.gov.cn/zg/plan/consolidated-2020-11-25.html?from=scan&x=1"} {
		dark, size := matrix(address)
		if got := read(t, dark, size); got != address {
			t.Errorf("got %q, want %q", got, address)
		}
		drawn := string(qrCode(address))
		n := 0
		for y := range size {
			for x := range size {
				n += bit(dark(x, y) && (x == 0 || !dark(x-1, y)))
			}
		}
		if strings.Count(drawn, "v1H") != n || !strings.Contains(drawn, `role="img" aria-label=`) {
			t.Errorf("%d runs are not drawn: %s", n, drawn)
		}
	}
	if qrCode(strings.Repeat("a", 5000)) != "" {
		t.Error("an address too long for a code has one")
	}
}
