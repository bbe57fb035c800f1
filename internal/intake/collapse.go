package intake

import (
	"strings"
	"unicode/utf8"

	"hongtou/internal/zh"
)

// collapse gathers text and collapses white space as CSS Text does: a run of
// it is one space, none at either end of a line, and a line end of the source
// between two Chinese characters is nothing. No-break and ideographic spaces
// are characters.
type collapse struct {
	text    strings.Builder
	last    rune
	gap     bool // white space is pending
	newline bool // it has a line end in it
	bold    int
	thin    bool
}

func (c *collapse) add(s string, bold bool) {
	for _, r := range s {
		if strings.ContainsRune(" \t\n\r\f\v\u0085\u2028\u2029", r) {
			c.gap = true
			c.newline = c.newline || r != ' ' && r != '\t'
			continue
		}
		if c.gap && c.text.Len() > 0 && !(c.newline && wideRune(c.last) && wideRune(r)) {
			c.write(' ', bold)
		}
		c.gap, c.newline = false, false
		c.write(r, bold)
	}
}

// keep adds text whose spaces stay.
func (c *collapse) keep(s string, bold bool) {
	for _, r := range s {
		c.write(r, bold)
	}
}

func (c *collapse) write(r rune, bold bool) {
	c.text.WriteRune(r)
	c.last = r
	if bold && !c.thin {
		c.bold++
	} else {
		c.thin = true
	}
}

// take gives the paragraph and begins a new one.
func (c *collapse) take() (string, int) {
	s, bold := c.text.String(), c.bold
	*c = collapse{}
	return s, min(bold, utf8.RuneCountInString(s))
}

func wideRune(r rune) bool { return zh.IsHan(r) || zh.IsFullWidthPunct(r) }
