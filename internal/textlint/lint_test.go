package textlint_test

import (
	"slices"
	"strings"
	"testing"

	"hongtou/internal/elements"
	"hongtou/internal/printout"
	"hongtou/internal/testkit/bounds"
	"hongtou/internal/textlint"
)

// only gives the rules that speak about paragraphs.
func said(d *elements.Document) (codes []string, all []textlint.Advice) {
	all = textlint.Lint(d)
	for _, a := range all {
		codes = append(codes, a.Rule)
	}
	slices.Sort(codes)
	return slices.Compact(codes), all
}

// cases: for each rule words of which it speaks, with what it says to write
// instead, and words of which nothing speaks.
var cases = []struct {
	rule    string
	right   []string // nothing speaks
	wrong   []string // the rule speaks, and no other
	instead string   // in its message
}{
	{"year-brackets", []string{"根据甲发〔2026〕7号文件。", "第3号公告（2026）。"}, []string{"根据甲发[2026]7号文件。", "根据甲发（2026）7号文件。", "|甲发【2026】7号"}, "〔2026〕7号"},
	{"number-prefix", []string{"根据甲发〔2026〕7号，第7号令。"}, []string{"根据甲发〔2026〕第7号文件。"}, "〔2026〕7号"},
	{"number-zero", []string{"根据甲发〔2026〕10号文件。"}, []string{"根据甲发〔2026〕007号文件。"}, "“7号”"},
	{"title-stop", []string{"#关于印发方案的通知"}, []string{"#关于印发方案的通知。"}, "删去"},
	{"level-mark", []string{"1.落实责任。", "（一）落实责任。", "一、总体要求", "（1）落实责任。", "3.5万吨垃圾。"},
		[]string{"1、落实责任。", "（一）、落实责任。", "（1）、落实责任。", "一.总体要求"}, "序数"},
	{"enumeration", []string{"一是加强领导。", "一是加强领导；二是严格督查。"}, []string{"[SimHei]一是加强领导。"}, "“一是”"},
	{"half-width", []string{"领导，督查。", "比例为1:500图。", "在10:30开会，用A,B两种。"}, []string{"领导,督查。", "要求:督查。", "|领导,督查"}, "全角"},
	{"bracket-pair", []string{"方案（草案）印发。", "（一）领导。", "参数1)和2)。", "函数f(x)图。"}, []string{"方案（草案)印发。", "方案(草案)印发。"}, "（）"},
	{"nested-titles", []string{"《关于〈甲法〉的通知》。", "《甲法》《乙法》。"}, []string{"《关于《甲法》的通知》。"}, "〈甲法〉"},
	{"listing-comma", []string{"《甲法》《乙法》。", "《甲法》（甲）、《乙法》。", "“甲”“乙”。"}, []string{"《甲法》、《乙法》。", "“甲”、“乙”。"}, "顿号"},
	{"dash", []string{"目标——整改。", "GB-T和A--B。", "甲市-乙县线。"}, []string{"目标--整改。"}, "——"},
	{"ellipsis", []string{"整改……完成。", "目录………………3"}, []string{"整改...完成。", "整改。。。", "整改…完成。"}, "……"},
	{"chinese-date", []string{"2026年3月5日。", "一九二一级。", "三年行动。", "二十四节气。"}, []string{"二〇二六年三月五日。", "二〇二六年底。"}, "阿拉伯"},
	{"short-year", []string{"2026年3月。", "前20年6个月。", "第10年3月。"}, []string{"到26年3月底。", "到’26年。"}, "四位"},
	{"chinese-measure", []string{"5公里。", "几十吨垃圾。", "三四吨垃圾。", "每一吨。", "数十公里。", "十吨级。", "3万吨。", "百吨。", "统一吨位。"},
		[]string{"长度五公里。", "垃圾二十吨。"}, "阿拉伯"},
	{"chinese-percent", []string{"15%。", "百分之百。", "百分之几。"}, []string{"百分之十五。"}, "15%"},
	{"range-unit", []string{"10%～20%。", "2018—2020年增长5%。", "5万吨～8万吨。", "10～20人。", "从2018至2020年。"}, []string{"增长10～20%。", "投资5-8万元。"}, "写作"},
	{"number-split", []string{"增长5%↵以上。", "共3个↵项目。"}, []string{"整改整改整改整改整改整改整改整改整改整改整改整改20↵26年。", "整改整改整改整改整改整改整改整改整改整改整改整改5↵%以上。"}, "两行"},
	{"unit-case", []string{"100kW机组，5km路，3mg/L。", "5G网络。", "型号KW-3。", "用3MW机组。"}, []string{"100KW机组。", "长5KM路。", "3MG/L浓度。", "|3Kg"}, "写作"},
	{"unit-power", []string{"5m^2面积。", "3km²面积。", "A2和m2c。"}, []string{"5m2面积。", "3KM2面积。", "30μg/m3浓度。"}, "上标"},
	{"level-order", []string{"一、甲↵", "1.甲。"}, nil, ""},
	{"formula-script", []string{"PM2.5和PM2.5。", "PM~2.5。"}, nil, ""},
	{"quote-face", []string{"称“甲”。"}, nil, ""},
}

func TestRules(t *testing.T) {
	for _, c := range cases {
		for _, words := range c.right {
			if got, all := said(page("整改工作方案。", words)); len(got) > 0 {
				t.Errorf("%s: %q: %+v", c.rule, words, all)
			}
		}
		for _, words := range c.wrong {
			got, all := said(page("整改工作方案。", words))
			if !slices.Equal(got, []string{c.rule}) {
				t.Errorf("%q: %q, want %s", words, got, c.rule)
				continue
			}
			a := all[0]
			if !strings.Contains(a.Message, c.instead) || a.Basis == "" || a.Page != 1 || a.Box.Empty() || a.Text == "" {
				t.Errorf("%q: %+v, want %q in it", words, a, c.instead)
			}
		}
	}
}

// TestPlace: the box encloses the very words.
func TestPlace(t *testing.T) {
	_, all := said(page("整改工作方案。", "整改领导,督查。"))
	want := printout.Box{X0: 28 + 6*cell, X1: 28 + 6.5*cell, Y0: 42 + row - 0.88*16*pt, Y1: 42 + row + 0.12*16*pt}
	if len(all) != 1 || !all[0].Box.Within(want, 0.01) || !want.Within(all[0].Box, 0.01) {
		t.Errorf("%+v, want a box of %+v", all, want)
	}
}

func TestLevelOrder(t *testing.T) {
	for _, c := range []struct {
		paragraphs string
		want       []string // the words of each message
	}{
		{"一、甲 （一）甲 （二）甲 1.甲 2.甲 二、甲 （一）甲 1.甲", nil},
		{"一、甲 三、甲", []string{"跳号"}},
		{"一、甲 一、甲", nil}, // a list of its own
		{"一、甲 二、甲 二、甲", []string{"重复"}},
		{"一、甲 （一）甲 （三）甲 （四）甲", []string{"跳号"}},
		{"一、甲 （一）甲 二、甲 （二）甲", nil},   // goes through; nobody can tell
		{"1.甲 2.甲 1.甲 2.甲 3.甲", nil}, // a list within
		{"1.甲 2.甲 3.甲 2.甲", []string{"倒退"}},
		{"九、甲 十、甲 十一、甲 二十、甲", []string{"跳号"}},
		{"（一）甲 一、甲", nil},
	} {
		_, all := said(page(strings.Fields(c.paragraphs)...))
		if len(all) != len(c.want) {
			t.Errorf("%s: %+v", c.paragraphs, all)
			continue
		}
		for i, w := range c.want {
			if !strings.Contains(all[i].Message, w) || all[i].Rule != "level-order" {
				t.Errorf("%s: %+v, want %s", c.paragraphs, all[i], w)
			}
		}
	}
}

// TestSkippedLevel: “1.” right under “一、” is a level of its own, until “（二）”
// shows that it stands for “（一）”.
func TestSkippedLevel(t *testing.T) {
	for words, want := range map[string][]string{
		"一、甲 1.甲 2.甲 二、甲":      nil,
		"一、甲 （一）甲 1.甲 二、甲 1.甲": nil,
		"一、甲 1.甲 （二）甲":         {"level-order", "level-skip"},
		"一、甲 （二）甲":             {"level-order"},
		"（二）甲 （三）甲":            nil,
	} {
		if codes, all := said(page(strings.Fields(words)...)); !slices.Equal(codes, want) {
			t.Errorf("%s: %+v, want %v", words, all, want)
		}
	}
	if codes, all := said(page("主题词：大气污染防治通知。")); !slices.Equal(codes, []string{"subject-words"}) {
		t.Errorf("%+v", all)
	}
}

// TestFormulas: one way throughout, whichever.
func TestFormulas(t *testing.T) {
	for words, want := range map[string]int{
		"浓度PM2.5和PM2.5。":          0,
		"浓度PM~2~.~5和PM~2~.~5。":    0,
		"浓度PM2.5、PM2.5和PM~2~.~5。": 1,
		"浓度PM₂.₅、PM₂.₅和PM2.5。":    1,
		"浓度PM~2~.~5和PM₂.₅。":       0,
		"浓度SO2、SO2、SO~2，还有PM2.5。": 1,
	} {
		_, all := said(page("整改工作方案。", words))
		if len(all) != want || want > 0 && all[0].Rule != "formula-script" {
			t.Errorf("%s: %+v", words, all)
		}
	}
}

// TestQuoteFace: a quotation mark half a cell wide in a Latin face.
func TestQuoteFace(t *testing.T) {
	for _, c := range []struct {
		face  string
		width float64
		want  int
	}{{"TimesNewRomanPSMT", 0.44, 2}, {"TimesNewRomanPSMT", 1, 0}, {"FangSong", 0.5, 0}, {"CIDFont+F3", 0.44, 0}} {
		p := printout.Page{Number: 1, Width: 210, Height: 297}
		set(&p, "整改“甲”方案。", 60)
		for i, g := range p.Glyphs {
			if g.Rune == '“' || g.Rune == '”' {
				p.Glyphs[i].Face, p.Glyphs[i].X1 = c.face, g.X0+c.width*16*pt
			}
		}
		_, all := said(elements.Find(printout.Document{Pages: []printout.Page{p}}))
		if len(all) != c.want || c.want > 0 && all[0].Rule != "quote-face" {
			t.Errorf("%+v: %+v", c, all)
		}
	}
}

// FuzzLint: no words bring it down, and every place lies on the page.
func FuzzLint(f *testing.F) {
	for _, c := range cases {
		for _, words := range slices.Concat(c.right, c.wrong) {
			f.Add(words)
		}
	}
	f.Fuzz(func(t *testing.T, words string) {
		if len(words) > 4000 || strings.HasPrefix(words, "[") {
			return
		}
		_, all := said(page("整改工作方案。", words, "#"+words))
		for _, a := range all {
			if a.Page != 1 || a.Box.Empty() || a.Message == "" || a.Rule == "" || a.Basis == "" {
				t.Errorf("%q: %+v", words, a)
			}
		}
	})
}

// TestLongPassage: the work grows with the length and not with its square.
func TestLongPassage(t *testing.T) {
	for _, ends := range [][2]string{{"（", ")"}, {"《", "》"}, {"甲,", ""}, {"5KW", ""}, {"1.甲", ""}} {
		bounds.Linear(t, ends[0], 20000, func(n int) func() {
			words := strings.Repeat(ends[0], n) + "甲" + strings.Repeat(ends[1], n)
			return func() { said(page(words)) }
		})
	}
}

// TestFullPages: the work of advice grows with the words and not with their
// square.
func TestFullPages(t *testing.T) {
	bounds.Linear(t, "pages", 48, func(n int) func() {
		found := elements.Find(crowded(n))
		return func() {
			if advice := len(textlint.Lint(found)); advice == 0 || advice > 1500 {
				t.Errorf("%d pieces of advice", advice)
			}
		}
	})
}

// crowded are pages full of what there is advice about.
func crowded(pages int) (d printout.Document) {
	const rows = 60
	for n := range pages {
		p := printout.Page{Number: n + 1, Width: 210, Height: 297}
		for i := range rows {
			for k, r := range []rune("一、甲,乙(丙）丁[2020]3号“甲”三吨《甲《乙》》－－20年") {
				x := 28 + float64(k)*cell
				p.Glyphs = append(p.Glyphs, printout.Glyph{Page: n + 1, Rune: r, Face: []string{"FangSong", "SomeFace"}[k%2], Size: 16, X0: x, X1: x + cell, Y: 42 + float64(i)*3.6})
			}
		}
		d.Pages = append(d.Pages, p)
	}
	return d
}
