package conformity

import (
	"regexp"
	"slices"
	"strings"

	"hongtou/internal/testkit/judge"
)

// textClauses: the running text and its levels.
var textClauses = []Clause{
	{"7.3.3", "首页正文", "公文首页必须显示正文", textOnFirstPage},
	{"7.3.3", "缩进", "每个自然段左空二字（39.1 ± 0.6 mm），回行顶格（28 ± 0.5 mm）", indents},
	{"7.3.3", "一级", "“一、”用黑体", levelFace(level1, Hei)},
	{"7.3.3", "二级", "“（一）”用楷体（冒号领起的条目不是层次标题，用仿宋）", levelFace(level2, Kai)},
	{"7.3.3", "三级", "“1.”用仿宋", levelFace(level3, FangSong)},
	{"7.3.3", "四级", "“（1）”用仿宋", levelFace(level4, FangSong)},
	{"7.3.3", "序数写法", "一、（一）1.（1）的标点：“1.”不作“1、”，“（一）”后无顿号", levelForm},
	{"7.3.3", "不加粗", "各级标题、正文不加粗（标准无加粗）", noBold},
	{"7.3.3", "一是", "“一是、二是”是正文，用仿宋，不作标题", enumeration},
	{"9", "标点", "汉字之间用全角标点，年份用〔〕", punctuation},
	{"9", "数字", "数字与单位、百分号不拆在两行", numbersWhole},
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

func textOnFirstPage(d *Document) Result {
	if len(d.Pages[0].Red) == 0 {
		return absent()
	}
	n := 0
	for _, p := range d.elements.paragraphs {
		for _, l := range p.lines {
			if l.Page == 1 && l.body() {
				n++
			}
		}
	}
	return judged(n > 0, "首页正文%d行", n)
}

func indents(d *Document) Result {
	var t tally
	first, rest := newSpan(), newSpan()
	for _, p := range d.elements.paragraphs {
		if len(p.lines[0].parts()) > 1 || leader(p.lines[0]) {
			continue // an entry of a table of contents
		}
		for i, l := range p.lines {
			x := l.X0() - d.Pages[l.Page-1].area().X0
			if i == 0 {
				first.add(x)
				t.check(near(x, 2*cell, 0.6), "%s左空%.1f mm", place(l), x)
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
func leader(l Line) bool {
	return strings.Contains(l.Text(), "………") || strings.Contains(l.Text(), "····") || strings.Contains(l.Text(), ".....")
}

// levelFace measures the face of headings of a level: of a paragraph's
// characters up to its first full stop.
func levelFace(form *regexp.Regexp, want Class) func(*Document) Result {
	return func(d *Document) Result {
		var t tally
		for _, p := range d.headings() {
			if !form.MatchString(p.text()) {
				continue
			}
			bad := slices.IndexFunc(heading(p), func(g judge.Glyph) bool { return han(g.Rune) && classOf(g.Face) != want })
			face := ""
			if bad >= 0 {
				face = heading(p)[bad].Face
			}
			t.check(bad < 0, "%s用%s", place(p.lines[0]), face)
		}
		return t.result("%d处", t.n)
	}
}

// heading is the beginning of a paragraph that names its level.
func heading(p paragraph) []judge.Glyph {
	glyphs := p.glyphs()
	if end := slices.IndexFunc(glyphs, func(g judge.Glyph) bool { return g.Rune == '。' }); end >= 0 {
		return glyphs[:end]
	}
	return glyphs
}

// headings leaves out paragraphs that a colon announces: their numbers list
// what the sentence or the label before them names. A heading of the first
// level ends such a list.
func (d *Document) headings() []paragraph {
	var out []paragraph
	listing := false
	for _, p := range d.elements.paragraphs {
		text := p.text()
		if level1.MatchString(text) {
			listing = false
		}
		if !p.lines[0].body() {
			continue
		}
		if !listing || !level2.MatchString(text) {
			out = append(out, p)
		}
		listing = listing || strings.HasSuffix(text, "：") || labelStart.MatchString(text)
	}
	return out
}

func levelForm(d *Document) Result {
	var t tally
	for _, p := range d.elements.paragraphs {
		text := p.text()
		if badLevel.MatchString(text) || level1.MatchString(text) || level2.MatchString(text) || level3.MatchString(text) || level4.MatchString(text) {
			t.check(!badLevel.MatchString(text), "%s", place(p.lines[0]))
		}
	}
	return t.result("%d处", t.n)
}

func noBold(d *Document) Result {
	var t tally
	for face := range d.Faces {
		t.check(!bold(face), "用%s", face)
	}
	t.check(len(d.Outlined) == 0, "描边%d处，首处在第%d页", len(d.Outlined), append(slices.Clone(d.Outlined), 0)[0])
	slices.Sort(t.bad)
	return t.result("%d种字体，描边%d处", len(d.Faces), len(d.Outlined))
}

func enumeration(d *Document) Result {
	var t tally
	for _, p := range d.elements.paragraphs {
		if !p.lines[0].body() || p.allKai() {
			continue
		}
		glyphs, runes := p.glyphs(), []rune(p.text())
		for _, at := range yiShi.FindAllStringIndex(p.text(), -1) {
			i := len([]rune(p.text()[:at[0]]))
			if i > 0 && !strings.ContainsRune("。；，：、", runes[i-1]) {
				continue
			}
			t.check(classOf(glyphs[i].Face) == FangSong && classOf(glyphs[i+1].Face) == FangSong, "%s用%s", place(p.lines[0]), glyphs[i].Face)
		}
	}
	return t.result("%d处", t.n)
}

// allKai says whether a whole paragraph is in 楷体, as our own remarks are.
func (p paragraph) allKai() bool {
	return !slices.ContainsFunc(p.lines, func(l Line) bool { return !l.face(Kai) })
}

var (
	halfWidth = regexp.MustCompile(`\p{Han}[,;:?!()]\p{Han}`)
	yearMarks = regexp.MustCompile(`[\[(（【]20[0-9]{2}[\])）】][0-9]+号`)
)

func punctuation(d *Document) Result {
	var t tally
	for _, p := range d.elements.paragraphs {
		text := p.text()
		t.check(!halfWidth.MatchString(text), "%s有“%s”", place(p.lines[0]), halfWidth.FindString(text))
		t.check(!yearMarks.MatchString(text), "%s有“%s”", place(p.lines[0]), yearMarks.FindString(text))
	}
	return t.result("%d段", len(d.elements.paragraphs))
}

func numbersWhole(d *Document) Result {
	var t tally
	for _, p := range d.elements.paragraphs {
		for i := 1; i < len(p.lines); i++ {
			before := p.lines[i-1].Glyphs
			last, first := before[len(before)-1].Rune, p.lines[i].Glyphs[0].Rune
			t.check(!digit(last) || !digit(first) && !strings.ContainsRune("%％‰℃.年月日项个家吨亩", first), "%s：“%c”与“%c”", place(p.lines[i]), last, first)
		}
	}
	return t.result("%d个行末", t.n)
}

func textSize(d *Document) Result {
	var t tally
	for _, p := range d.elements.paragraphs {
		for _, l := range p.lines {
			t.check(l.size(size3), "%s%.1f磅", place(l), l.Size())
		}
	}
	return t.result("%d行", t.n)
}

// textFace: once a paragraph has come to its 仿宋, it stays there; a paragraph
// in another face altogether is a heading or a remark.
func textFace(d *Document) Result {
	var t tally
	for _, p := range d.elements.paragraphs {
		plain, ok := false, true
		for _, g := range p.glyphs() {
			if !han(g.Rune) {
				continue
			}
			class := classOf(g.Face)
			plain = plain || class == FangSong
			ok = ok && (class == FangSong || !plain && (class == Hei || class == Kai))
		}
		t.check(ok, "%s", place(p.lines[0]))
	}
	return t.result("%d段", t.n)
}
