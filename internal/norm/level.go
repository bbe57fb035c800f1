package norm

import (
	"regexp"
	"slices"
	"strings"

	"hongtou/internal/elements"
	"hongtou/internal/printout"
)

const numerals = "一二三四五六七八九十百"

var (
	labelStart = regexp.MustCompile(`^\p{Han}{2,8}：`)
	aspects    = regexp.MustCompile(`分为?[0-9两` + numerals + `]+个?(方面|部分)[^。]*。$`)
)

// levelFace measures the face of headings of a level: of a paragraph's
// characters up to its first full stop.
func levelFace(form *regexp.Regexp, want elements.Class) func(paper) Result {
	return func(d paper) Result {
		f := faces{of: d.Document}
		n := 0
		for _, p := range d.headings() {
			if form.MatchString(p.Text()) {
				n++
				h := heading(p)
				f.want(want, onGlyphs(sameLine(h)), h, place(p.Lines[0]))
			}
		}
		f.value("标题", float64(n), "")
		if f.failed == 0 {
			return f.result("%d处都是%s", n, want)
		}
		return f.result("%d处", n)
	}
}

// heading is the beginning of a paragraph that names its level.
func heading(p elements.Paragraph) []printout.Glyph {
	glyphs := p.Glyphs()
	if end := slices.IndexFunc(glyphs, func(g printout.Glyph) bool { return g.Rune == '。' }); end > 0 {
		return glyphs[:end]
	}
	return glyphs
}

// headings leaves out paragraphs that a colon announces: their numbers list
// what the sentence or the label before them names. A sentence that speaks of
// so many aspects announces them like a colon. A heading of the first level ends
// such a list. They are found by their numbers alone: their size may be wrong
// too.
func (d paper) headings() []elements.Paragraph {
	var out []elements.Paragraph
	listing := false
	for _, p := range d.Paragraphs {
		text := p.Text()
		if elements.Levels[0].MatchString(text) {
			listing = false
		}
		if s := p.Lines[0].Size(); s < 13 || s > 19 {
			continue
		}
		if !listing || !elements.Levels[1].MatchString(text) {
			out = append(out, p)
		}
		listing = listing || strings.HasSuffix(text, "：") || labelStart.MatchString(text) || aspects.MatchString(text)
	}
	return out
}

// levelForm: the standard itself says 可以; that a bracketed number takes no
// further mark is of GB/T 15834.
func levelForm(d paper) Result {
	var t tally
	for _, p := range d.Paragraphs {
		text := p.Text()
		bad := slices.ContainsFunc(elements.WrongLevels, func(w elements.WrongLevel) bool { return w.Form.MatchString(text) })
		if bad || slices.ContainsFunc(elements.Levels[:], func(form *regexp.Regexp) bool { return form.MatchString(text) }) {
			t.checkAt(onGlyphs(sameLine(heading(p))), !bad, "%s", place(p.Lines[0]))
		}
	}
	t.value("序数", float64(t.n), "")
	if t.failed == 0 {
		return t.result("查%d处序数，都合", t.n)
	}
	return t.result("查%d处序数", t.n)
}

// enumeration looks for 一是 where a sentence begins.
func enumeration(d paper) Result {
	f := faces{of: d.Document}
	n := 0
	for _, p := range d.Paragraphs {
		if !p.Lines[0].Body() || d.allKai(p) {
			continue
		}
		glyphs, runes, text := p.Glyphs(), []rune(p.Text()), p.Text()
		for _, at := range matches(elements.Aspect, text) {
			i := at[0]
			if i > 0 && !strings.ContainsRune("。；，：、", runes[i-1]) {
				continue
			}
			n++
			f.want(elements.FangSong, onGlyphs(sameLine(glyphs[i:at[1]])), glyphs[i:at[1]], place(p.Lines[0]))
		}
	}
	f.value("“一是”等", float64(n), "")
	if f.failed == 0 {
		return f.result("%d处“一是”等都是仿宋", n)
	}
	return f.result("“一是”等%d处", n)
}

// allKai says whether a whole paragraph is in 楷体, as our own remarks are.
func (d paper) allKai(p elements.Paragraph) bool {
	return !slices.ContainsFunc(p.Glyphs(), func(g printout.Glyph) bool { return elements.Han(g.Rune) && d.Class(g.Face) != elements.Kai })
}
