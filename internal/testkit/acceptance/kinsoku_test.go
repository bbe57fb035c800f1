package acceptance

import (
	"regexp"
	"strings"
	"testing"
	"unicode"
)

const (
	noStart = "、。，．；：？！）》〉】〕」』”’…—·％%℃‰"
	noEnd   = "（《〈【〔「『“‘"
)

// unbreakable are the groups a line end must not cut.
var unbreakable = []*regexp.Regexp{
	regexp.MustCompile(`[0-9]+(?:[.,][0-9]+)*(?:[%％‰℃]|[万亿千百余]*(?:立方米|平方公里|公里|公顷|蒸吨|吨|米|亩|元|千瓦|个|项|户|台|家|座|宗|天|类|号|条|名|年|月|日|级))?`),
	regexp.MustCompile(`〔[0-9]{4}〕[0-9]+号`),
	regexp.MustCompile(`[A-Za-z]+[0-9.]*`),
	regexp.MustCompile(`——|……`),
}

func TestLinesBeginAndEndRightly(t *testing.T) {
	for kind, path := range texts(t, "pdf") {
		for _, l := range printed(t, path) {
			rs := l.runes()
			if strings.ContainsRune(noStart, rs[0]) {
				t.Errorf("%s page %d: line begins with %q: %s", kind, l.page, rs[0], l.text())
			}
			if strings.ContainsRune(noEnd, rs[len(rs)-1]) {
				t.Errorf("%s page %d: line ends with %q: %s", kind, l.page, rs[len(rs)-1], l.text())
			}
		}
	}
}

func TestNothingUnbreakableIsBroken(t *testing.T) {
	for kind, path := range texts(t, "pdf") {
		for _, p := range paragraphs(body(printed(t, path))) {
			ends := map[int]bool{}
			n := 0
			for _, l := range p.lines[:len(p.lines)-1] {
				n += len(l.text())
				ends[n] = true
			}
			text := p.text()
			for _, re := range unbreakable {
				for _, m := range re.FindAllStringIndex(text, -1) {
					for b := m[0] + 1; b < m[1]; b++ {
						if ends[b] {
							t.Errorf("%s page %d: %q is broken", kind, p.lines[0].page, text[m[0]:m[1]])
						}
					}
				}
			}
		}
	}
}

func TestFullLines(t *testing.T) {
	allHan, spread := 0, 0
	for kind, path := range texts(t, "pdf") {
		for _, p := range paragraphs(body(printed(t, path))) {
			if p.lines[0].size() > 20 {
				continue
			}
			for i, l := range p.lines {
				if l.x1() > right+0.3 {
					t.Errorf("%s page %d: line ends at %.2f mm, beyond the edge: %s", kind, l.page, l.x1(), l.text())
				}
				if i == len(p.lines)-1 {
					continue
				}
				if l.x1() < right-0.3 {
					t.Errorf("%s page %d: justified line ends at %.2f mm: %s", kind, l.page, l.x1(), l.text())
				}
				if onlyHan(l) && near(l.x0(), left) {
					next := p.lines[i+1].runes()
					// A prohibited mark, or a whole that starts with this line's
					// would-be last character, takes a character with it.
					if len(l.glyphs) == 28 {
						allHan++
					} else if len(next) > 1 && strings.ContainsRune(noStart, next[1]) {
						spread++
					} else {
						t.Errorf("%s page %d: an all-Han line holds %d characters: %s", kind, l.page, len(l.glyphs), l.text())
					}
				}
			}
		}
	}
	if allHan < 5 {
		t.Errorf("only %d all-Han lines of 28 characters were seen: the test sees too little", allHan)
	}
	t.Logf("all-Han lines: %d of 28 characters, %d that gave one away before a mark", allHan, spread)
}

func onlyHan(l line) bool {
	for _, r := range l.runes() {
		if !unicode.Is(unicode.Han, r) {
			return false
		}
	}
	return true
}
