package checklist

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

func text(s string) dossier.Text {
	return dossier.Text{Value: s, At: diag.Position{File: "a.md", Line: 1, Column: 1}}
}

// aspect is one aspect whose measures are paragraphs, identified as a load
// identifies them. A paragraph that ends in 〔删去〕 is a deleted measure.
func aspect(paragraphs ...string) dossier.Aspect {
	f := dossier.Field{Kind: dossier.Measures}
	for _, p := range paragraphs {
		f.Measures = append(f.Measures, dossier.Measure{Text: text(p), Deleted: strings.HasSuffix(p, "〔删去〕")})
	}
	dossier.IdentifyMeasures(f.Measures, "07")
	return dossier.Aspect{ID: "07", Fields: []dossier.Field{f}}
}

// show writes rows as role, IDs and words.
func show(rows []Row) []string {
	var out []string
	for _, r := range rows {
		s := [...]string{"measure", "lead", "opening", "part"}[r.Role]
		if r.Continued {
			s += "+"
		}
		for _, p := range r.Pieces {
			s += " " + p.ID + " " + p.Text.Value
		}
		out = append(out, s)
	}
	return out
}

func TestRows(t *testing.T) {
	for _, c := range []struct {
		name  string
		in    []string
		limit int
		want  []string
	}{
		{"one without a number", []string{"做好。"}, 99, []string{"measure 07.1 做好。"}},
		{"two without numbers", []string{"做好。", "再做。"}, 99, []string{"measure 07.1 做好。", "measure 07.2 再做。"}},
		{"lead and measures", []string{"总说：", "（一）甲。", "（二）乙。"}, 99, []string{"lead 07.lead 总说：", "measure 07.1 （一）甲。", "measure 07.2 （二）乙。"}},
		{"a second paragraph", []string{"（一）甲。", "接着。", "（二）乙。"}, 99, []string{"measure 07.1 （一）甲。 07.1.p2 接着。", "measure 07.2 （二）乙。"}},
		{"a deleted one", []string{"（一）〔删去〕", "（二）乙。"}, 99, []string{"lead 07.1 （一）〔删去〕", "measure 07.2 （二）乙。"}},
		{"only a lead in force", []string{"总说。", "（一）〔删去〕"}, 99, []string{"measure 07.lead 总说。", "lead 07.1 （一）〔删去〕"}},
		{"parts", []string{"完成任务。一是查。查清。二是改；三是管。"}, 99, []string{"opening 07.1 完成任务。", "part 07.1 一是查。查清。", "part 07.1 二是改；", "part 07.1 三是管。"}},
		{"parts behind words that lead over", []string{"（一）加强管理，一是查，二是改。"}, 99, []string{"lead 07.1 （一）加强管理，", "part 07.1 一是查，", "part 07.1 二是改。"}},
		{"parts behind a bare number", []string{"1.一是查；二是改。", "2.完。"}, 99, []string{"part 07.1 1.一是查；", "part 07.1 二是改。", "measure 07.2 2.完。"}},
		{"parts of a measure in a second paragraph", []string{"（一）甲。", "一是查。二是改。", "末段。"}, 99, []string{"measure 07.1 （一）甲。", "part 07.1.p2 一是查。", "part 07.1.p2 二是改。 07.1.p3 末段。"}},
		{"too long", []string{"（一）一二三。四五六，七八九。〇一二三四五六七八九"}, 8, []string{"measure 07.1 （一）一二三。", "measure+ 07.1 四五六，七八九。", "measure+ 07.1 〇一二三四五六七", "measure+ 07.1 八九"}},
		{"never between a mark and its bracket", []string{"“一二三四。”五六（七。）八"}, 7, []string{"measure 07.1 “一二三四。”", "measure+ 07.1 五六（七。）八"}},
		{"too long with a further paragraph", []string{"（一）一二三。", "四五六。七"}, 8, []string{"measure 07.1 （一）一二三。", "measure+ 07.1.p2 四五六。七"}},
		{"a long paragraph fills the row before", []string{"（一）一。", "二。三三三三三三。"}, 8, []string{"measure 07.1 （一）一。 07.1.p2 二。", "measure+ 07.1.p2 三三三三三三。"}},
	} {
		if got := show(Of(aspect(c.in...), c.limit)); !slices.Equal(got, c.want) {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

func TestValueBesideMeasuresLeads(t *testing.T) {
	a := aspect("（一）甲。")
	a.Fields[0].Value = text("如下：")
	if got := show(Of(a, 99)); !slices.Equal(got, []string{"lead 07.measures 如下：", "measure 07.1 （一）甲。"}) {
		t.Error(got)
	}
	if got := Of(dossier.Aspect{}, 99); got != nil {
		t.Error(got)
	}
}

func TestVerified(t *testing.T) {
	for role, want := range map[Role]bool{Whole: true, Lead: false, Opening: true, Part: true} {
		if (Row{Role: role}).Verified() != want {
			t.Errorf("role %d", role)
		}
	}
}

// TestSlicesKnowTheirPlace follows the words of a part to the source.
func TestSlicesKnowTheirPlace(t *testing.T) {
	rows := Of(aspect("总说。一是查。二是改。"), 99)
	if at := rows[2].Pieces[0].Text.At; at.Column != 8 {
		t.Errorf("the second part stands in column %d", at.Column)
	}
}

func TestParts(t *testing.T) {
	for in, want := range map[string]string{
		"一是查；二是改。":          "0 4",
		"一是一、二、三，二是改。":      "", // 一是一 says what is
		"（一）一是查；二是改。":       "3 7",
		"如下：一是查，二是改，三是管。":   "3 7 11",
		"这一是查，二是改。":         "",
		"第一是查，第二是改。":        "",
		"一是查。":              "",
		"二是改，三是管。":          "",
		"一是查，三是管。":          "",
		"一是查、二是改。":          "", // 、 begins no clause
		"二是改，一是查。":          "",
		"落实“一是查，二是改”的要求。":   "",
		"要求（一是查；二是改）。":      "",
		"一是查（一是甲，二是乙）；二是改。": "0 13",
		"一是查。一是再查。二是改。":     "0 9",
		"一是查，二是改，四是看。":      "0 4",
		"”一是查，二是改。":         "", // 一是 stands at no start
		"首先查，其次改。":          "",
		"":                  "",
		"一是，二是":             "0 3",
		"一是甲，二是乙，三是丙，四是丁，五是戊，六是己，七是庚，八是辛，九是壬，十是癸，十一是子。": "0 4 8 12 16 20 24 28 32 36",
	} {
		if got := strings.Trim(fmt.Sprint(Parts(in)), "[]"); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}

// joined checks the law of the package on some paragraphs: the rows are the
// text, word for word, none is empty and none too long.
func joined(t *testing.T, limit int, paragraphs ...string) {
	t.Helper()
	a := aspect(paragraphs...)
	var got strings.Builder
	for _, r := range Of(a, limit) {
		n := 0
		for _, p := range r.Pieces {
			if p.Text.Value == "" {
				t.Fatalf("%q: an empty piece", paragraphs)
			}
			got.WriteString(p.Text.Value)
			n += p.Text.Len()
		}
		if n == 0 || n > limit {
			t.Fatalf("%q: a row of %d characters, limit %d", paragraphs, n, limit)
		}
	}
	if want := strings.Join(paragraphs, ""); got.String() != want {
		t.Fatalf("%q became %q", want, got.String())
	}
}

func FuzzRowsAreTheText(f *testing.F) {
	f.Add("（一）总说。一是查；二是改。", "接着，一是甲，二是乙。", 5)
	f.Add("一是“甲。”二是乙", "二、丙", 3)
	f.Add("1.一是，二是", "（", 1)
	f.Fuzz(func(t *testing.T, a, b string, limit int) {
		if !utf8.ValidString(a) || !utf8.ValidString(b) || a == "" || b == "" || limit < 1 {
			t.Skip()
		}
		joined(t, limit, a, b)
	})
}

// TestRowsAreTheText makes paragraphs of the pieces that matter at random.
func TestRowsAreTheText(t *testing.T) {
	words := []string{"。一是", "；二是", "，三是", "一是", "二是", "三是", "四是", "十是", "一", "是", "，", "。", "；", "：", "、", "（一）", "（二）", "1.", "“", "”", "（", "）", "整改", "落实到位", "第", "这", "2020年", "𠮷"}
	seed := uint32(11)
	next := func(n int) int {
		seed = seed*1664525 + 1013904223
		return int(seed>>16) % n
	}
	parted := 0
	for range 20_000 {
		var ps []string
		for range 1 + next(3) {
			var b strings.Builder
			for range 1 + next(14) {
				b.WriteString(words[next(len(words))])
			}
			ps = append(ps, b.String())
			if len(Parts(b.String())) > 1 {
				parted++
			}
		}
		joined(t, 1+next(30), ps...)
	}
	if parted < 100 {
		t.Errorf("only %d paragraphs had parts", parted)
	}
}

// TestLongTextIsLinear would not end if the work grew with the square.
func TestLongTextIsLinear(t *testing.T) {
	for _, s := range []string{"一是，", "一是甲二是", "（", "”，", "甲"} {
		joined(t, 600, strings.Repeat(s, 100_000))
	}
}
