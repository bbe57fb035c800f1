package norm

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
	"hongtou/internal/printout"
)

// textClauses: the running text and its levels.
var textClauses = []Clause{
	{"7.3.3", "首页正文", gbt9704.Must, "公文首页必须显示正文", "", textOnFirstPage},
	{"7.3.3", "缩进", gbt9704.Must, "每个自然段左空二字（39.1 ± 0.6 mm），回行顶格（28 ± 0.5 mm）", "", indents},
	{"7.3.3", "一级", gbt9704.Usually, "“一、”用黑体", "", levelFace(level1, elements.Hei)},
	{"7.3.3", "二级", gbt9704.Usually, "“（一）”用楷体（冒号领起的条目不是层次标题，用仿宋）", "", levelFace(level2, elements.Kai)},
	{"7.3.3", "三级", gbt9704.Usually, "“1.”用仿宋", "", levelFace(level3, elements.FangSong)},
	{"7.3.3", "四级", gbt9704.Usually, "“（1）”用仿宋", "", levelFace(level4, elements.FangSong)},
	{"7.3.3", "序数写法", gbt9704.Must, "一、（一）1.（1）的标点：“1.”不作“1、”，“（一）”后无顿号", "", levelForm},
	{"7.3.3", "不加粗", gbt9704.Must, "各级标题、正文不加粗（标准无加粗）", "", noBold},
	{"7.3.3", "一是", gbt9704.Must, "“一是、二是”是正文，用仿宋，不作标题", "", enumeration},
	{"9", "标点", gbt9704.Must, "汉字之间用全角标点，年份用〔〕", "", punctuation},
	{"9", "数字", gbt9704.Must, "数字与单位、百分号不拆在两行", "", numbersWhole},
}

const numerals = "一二三四五六七八九十百"

var (
	level1     = regexp.MustCompile(`^[` + numerals + `]+、`)
	level2     = regexp.MustCompile(`^（[` + numerals + `]+）`)
	level3     = regexp.MustCompile(`^[0-9]+[.．]\D`)
	level4     = regexp.MustCompile(`^（[0-9]+）`)
	badLevel   = regexp.MustCompile(`^([0-9]+、|（[` + numerals + `0-9]+）[、.．]|[` + numerals + `]+[.．])`)
	labelStart = regexp.MustCompile(`^\p{Han}{2,8}：`)
	yiShi      = regexp.MustCompile(`[` + numerals[:len("一二三四五六七八九")] + `]是`)
)

func textOnFirstPage(d paper) Result {
	if len(d.Pages[0].Red) == 0 {
		return absent()
	}
	n := 0
	for _, p := range d.Paragraphs {
		for _, l := range p.Lines {
			if l.Page == 1 && l.Body() {
				n++
			}
		}
	}
	return judged(n > 0, "首页正文%d行", n)
}

func indents(d paper) Result {
	var t tally
	first, rest := newSpan(), newSpan()
	for _, p := range d.Paragraphs {
		if len(p.Lines[0].Parts()) > 1 || leader(p.Lines[0]) {
			continue // an entry of a table of contents
		}
		for i, l := range p.Lines {
			x := l.X0() - d.Pages[l.Page-1].Area().X0
			if i == 0 {
				first.add(x)
				t.check(near(x, 2*gbt9704.Cell, 0.6), "%s左空%.1f mm", place(l), x)
				continue
			}
			rest.add(x)
			t.check(near(x, 0, 0.5), "%s左空%.1f mm", place(l), x)
		}
	}
	if rest.empty() {
		return t.result("段首左空%v mm", first)
	}
	return t.result("段首左空%v mm，回行%v mm", first, rest)
}

// leader says whether dots lead to a page number.
func leader(l elements.Line) bool {
	return strings.Contains(l.Text(), "………") || strings.Contains(l.Text(), "····") || strings.Contains(l.Text(), ".....")
}

// levelFace measures the face of headings of a level: of a paragraph's
// characters up to its first full stop.
func levelFace(form *regexp.Regexp, want elements.Class) func(paper) Result {
	return func(d paper) Result {
		var t tally
		for _, p := range d.headings() {
			if !form.MatchString(p.Text()) {
				continue
			}
			bad := slices.IndexFunc(heading(p), func(g printout.Glyph) bool { return elements.Han(g.Rune) && elements.ClassOf(g.Face) != want })
			face := ""
			if bad >= 0 {
				face = heading(p)[bad].Face
			}
			t.check(bad < 0, "%s用%s", place(p.Lines[0]), face)
		}
		return t.result("%d处", t.n)
	}
}

// heading is the beginning of a paragraph that names its level.
func heading(p elements.Paragraph) []printout.Glyph {
	glyphs := p.Glyphs()
	if end := slices.IndexFunc(glyphs, func(g printout.Glyph) bool { return g.Rune == '。' }); end >= 0 {
		return glyphs[:end]
	}
	return glyphs
}

// headings leaves out paragraphs that a colon announces: their numbers list
// what the sentence or the label before them names. A heading of the first
// level ends such a list.
func (d paper) headings() []elements.Paragraph {
	var out []elements.Paragraph
	listing := false
	for _, p := range d.Paragraphs {
		text := p.Text()
		if level1.MatchString(text) {
			listing = false
		}
		if !p.Lines[0].Body() {
			continue
		}
		if !listing || !level2.MatchString(text) {
			out = append(out, p)
		}
		listing = listing || strings.HasSuffix(text, "：") || labelStart.MatchString(text)
	}
	return out
}

func levelForm(d paper) Result {
	var t tally
	for _, p := range d.Paragraphs {
		text := p.Text()
		if badLevel.MatchString(text) || level1.MatchString(text) || level2.MatchString(text) || level3.MatchString(text) || level4.MatchString(text) {
			t.check(!badLevel.MatchString(text), "%s", place(p.Lines[0]))
		}
	}
	return t.result("%d处", t.n)
}

func noBold(d paper) Result {
	var t tally
	faces, outlined := d.faces(), 0
	for _, face := range faces {
		t.check(!elements.Bold(face), "用%s", face)
	}
	for _, p := range d.Pages {
		outlined += p.Outlined
		t.check(p.Outlined == 0, "第%d页描边%d处", p.Number, p.Outlined)
	}
	return t.result("%d种字体，描边%d处", len(faces), outlined)
}

// faces are the names of the fonts of all glyphs in order.
func (d paper) faces() []string {
	seen := map[string]bool{}
	for _, p := range d.Pages {
		for _, g := range p.Glyphs {
			seen[g.Face] = true
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

func enumeration(d paper) Result {
	var t tally
	for _, p := range d.Paragraphs {
		if !p.Lines[0].Body() || allKai(p) {
			continue
		}
		glyphs, runes := p.Glyphs(), []rune(p.Text())
		for _, at := range yiShi.FindAllStringIndex(p.Text(), -1) {
			i := len([]rune(p.Text()[:at[0]]))
			if i > 0 && !strings.ContainsRune("。；，：、", runes[i-1]) {
				continue
			}
			t.check(elements.ClassOf(glyphs[i].Face) == elements.FangSong && elements.ClassOf(glyphs[i+1].Face) == elements.FangSong, "%s用%s", place(p.Lines[0]), glyphs[i].Face)
		}
	}
	return t.result("%d处", t.n)
}

// allKai says whether a whole paragraph is in 楷体, as our own remarks are.
func allKai(p elements.Paragraph) bool {
	return !slices.ContainsFunc(p.Lines, func(l elements.Line) bool { return !l.InFace(elements.Kai) })
}

var (
	halfWidth = regexp.MustCompile(`\p{Han}[,;:?!()]\p{Han}`)
	yearMarks = regexp.MustCompile(`[\[(（【]20[0-9]{2}[\])）】][0-9]+号`)
)

func punctuation(d paper) Result {
	var t tally
	for _, p := range d.Paragraphs {
		text := p.Text()
		t.check(!halfWidth.MatchString(text), "%s有“%s”", place(p.Lines[0]), halfWidth.FindString(text))
		t.check(!yearMarks.MatchString(text), "%s有“%s”", place(p.Lines[0]), yearMarks.FindString(text))
	}
	return t.result("%d段", len(d.Paragraphs))
}

func numbersWhole(d paper) Result {
	var t tally
	for _, p := range d.Paragraphs {
		for i := 1; i < len(p.Lines); i++ {
			before := p.Lines[i-1].Glyphs
			last, first := before[len(before)-1].Rune, p.Lines[i].Glyphs[0].Rune
			t.check(!digit(last) || !digit(first) && !strings.ContainsRune("%％‰℃.年月日项个家吨亩", first), "%s：“%c”与“%c”", place(p.Lines[i]), last, first)
		}
	}
	return t.result("%d个行末", t.n)
}

func textSize(d paper) Result {
	var t tally
	for _, p := range d.Paragraphs {
		for _, l := range p.Lines {
			t.check(l.InSize(gbt9704.Size3), "%s%.1f磅", place(l), l.Size())
		}
	}
	return t.result("%d行", t.n)
}

// textFace: once a paragraph has come to its 仿宋, it stays there; a paragraph
// in another face altogether is a heading or a remark.
func textFace(d paper) Result {
	var t tally
	for _, p := range d.Paragraphs {
		plain, ok := false, true
		for _, g := range p.Glyphs() {
			if !elements.Han(g.Rune) {
				continue
			}
			class := elements.ClassOf(g.Face)
			plain = plain || class == elements.FangSong
			ok = ok && (class == elements.FangSong || !plain && (class == elements.Hei || class == elements.Kai))
		}
		t.check(ok, "%s", place(p.Lines[0]))
	}
	return t.result("%d段", t.n)
}
