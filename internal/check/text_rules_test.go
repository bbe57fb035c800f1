package check

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

// ruleOf finds a rule of the table.
func ruleOf(t *testing.T, code string) Rule {
	t.Helper()
	for _, r := range rules {
		if r.Code == code {
			return r
		}
	}
	t.Fatalf("no rule %q", code)
	return Rule{}
}

// unmark takes the marks [[ ]] out of a text and gives the spans they mark.
func unmark(s string) (plain string, spans []string) {
	for {
		from := strings.Index(s, "[[")
		if from < 0 {
			return plain + s, spans
		}
		to := strings.Index(s, "]]")
		plain += s[:from]
		spans = append(spans, fmt.Sprintf("%d+%d", runes(plain), runes(s[from+2:to])))
		plain += s[from+2 : to]
		s = s[to+2:]
	}
}

// textCases: every [[ ]] must be reported by the rule, nothing else.
var textCases = map[string][]string{
	"half-width": {
		"甲县[[,]]乙县[[;]]如下[[:]]可[[?]]好[[!]]", "甲县[[(]]含乙县[[)]]共3个", "县[[(]]PM10[[)]][[,]]和", "完成[[.]]", "完成[[.]]然后",
		"甲县[[\"]]一[[\"]]", "《方案》[[(]]2019年）",
		"甲县，乙县；如下：可？好！", "PM2.5、18.43%和1.核查", "12:15至20:00", "GB/T 9704-2012(ISO)", "……省略...", "甲字[2020]47号",
	},
	"doc-number": {
		"甲办字[[[2020]47号]]", "甲办字[[（2020）47号]]", "甲办字[[【2020】47号]]", "甲办字[[〔2020]47号]]", "甲办字[[〔2020〕第47号]]",
		"甲办字[[〔2020〕047号]]", "甲办字[[〔20〕47号]]", "甲办字[[〔2020〕 47号]]", "[[(2020)47号]]和[[(2021)1号]]",
		"甲办字〔2020〕47号", "（2019）甲01民初3号", "第（10）3号楼", "（2018—2020年）", "甲办字〔2020〕4700号",
	},
	"double-mark": {"完成[[。。]]", "甲[[，。]]乙[[、，]]丙", "完成。”，又", "……。", "省略。。。", "（一）、"},
	"ellipsis":    {"省略[[...]]等", "省略[[。。。]]", "省略[[…]]", "省略[[………]]", "省略……", "PM2.5", "一..二"},
	"dash":        {"甲[[--]]乙", "甲[[———]]乙", "甲[[――]]乙", "甲——乙", "2018—2020年", "A-1", "甲[[──]]乙", "甲[[─]]乙", "甲[[――――]]乙"},
	"range-hyphen": {
		"2018[[-]]2020年", "第1[[-]]3项", "10[[–]]20%", "2018—2020年", "9704-2012号", "PM-10年", "A1-2号",
	},
	"nested-mark": {"《甲〈乙〉》", "《甲[[《]]乙》》", "“甲[[“]]乙””", "“甲‘乙’”", "《甲》《乙》", "》《甲》"},
	"joined-mark": {"《甲》[[、]]《乙》", "“甲”[[、]]“乙”", "《甲》《乙》", "《甲》、乙", "甲、《乙》"},
	"odd-space":   {"甲[[\u3000]]乙", "[[\u00a0]]甲[[\u2003]]", "甲 乙", "甲乙"},
	"space":       {"甲[[ ]]乙", "甲[[ ]]  乙", "共[[ ]]62项", "1.[[ ]]核查", "GB/T 9704", "甲乙 ", "《甲》[[ ]]A"},
	"bullet":      {"[[•]]甲", "[[●]]甲", "[[-]] 甲", "[[*]] 甲", "一、甲", "-5度", "甲•乙"},
	"full-width-letter": {
		"共[[６２]]项", "[[ＧＤＰ]]和[[％]]", "共62项，GDP和%", "甲，乙：丙！",
	},
	"compat-ideograph": {"[[⼀]]项", "[[⼾]]数[[\uF900]]", "[[⻚]]", "[[⺌]]", "一户页﨎", "乙〇𠮷"},
	"placeholder":      {"[[【待填】]]", "关于[[【待填】]]的[[【待填】]]通知", "【待定】", "待填"},
	"left-markup":      {"甲[[**]]乙**", "甲[[`]]乙", "甲[[<br]]>乙", "甲[[&nbsp;]]乙", "甲[[](]]乙", "甲*乙 [1] <5"},
	"number-form": {
		"[[1、]]核查", "[[1．]]核查", "[[1）]]核查", "[[一.]]核查", "[[一）]]核查", "[[（一）、]]核查", "[[（1）.]]核查", "[[①]]核查",
		"1.核查", "一、核查", "（一）核查", "（1）核查", "一是核查", "2020年", "1.5万吨",
	},
	"sum": {
		"问题[[20项]]，其中：完成11项，未完成3项，达到5项。", "问题19项，其中：完成11项，未完成3项，达到5项。",
		"问题19项，其中重点3项、较大5项。", "[[4项]]，分别是第2、19、23项，对照", "3项，分别为第2、19、23项。",
		"11项，分别为第1、3、4项（第1、3两项合并整改）。", "前文1项。问题[[5个]]，其中：甲2个、乙2个、丙3项。", "共9项，其中：完成5项。",
	},
	"bracket": {
		"甲[[（]]乙", "甲乙[[）]]", "[[《]]甲[[（]]乙", "“甲[[《]]乙”", "（甲[[》]]）", "甲（乙)", "“甲”‘乙’", "Xi’an", "甲[[’]]乙", "[[“]]甲",
		"《甲〈乙〉》（〔2020〕1号）【甲】",
	},
	"title-stop": {"关于甲的通知[[。]]", "关于甲的通知", "关于甲，乙的通知"},
}

// wherever gives the kind of text a rule holds for, where it is not any.
var wherever = map[string]place{"number-form": body, "title-stop": title}

func TestTextRules(t *testing.T) {
	for code, cases := range textCases {
		r := ruleOf(t, code)
		for _, c := range cases {
			plain, want := unmark(c)
			p := printedText(plain, wherever[code])
			var found []diag.Diagnostic
			if r.text != nil {
				found = r.text(p)
			} else {
				found = r.dossier(&scene{Dossier: &dossier.Dossier{}, texts: []printed{p}})
			}
			var got []string
			for _, d := range found {
				got = append(got, fmt.Sprintf("%d+%d", d.At.Column-1, d.Length))
				if d.Message == "" || strings.HasSuffix(d.Message, "。") {
					t.Errorf("%s: message %q", code, d.Message)
				}
			}
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("%s: %q reported at %v, want %v", code, plain, got, want)
			}
		}
	}
}

func printedText(s string, where place) printed {
	t := dossier.Text{Value: s, At: diag.Position{File: "a.md", Line: 1, Column: 1}}
	return printed{Title: dossier.Title{Text: t}, where: where, rs: []rune(s)}
}

// titled makes a title of lines separated by |.
func titled(s string) printed {
	p := printedText(strings.ReplaceAll(s, "|", ""), title)
	length := 0
	for i, line := range strings.Split(s, "|") {
		if i > 0 {
			p.Breaks = append(p.Breaks, length)
		}
		length += runes(line)
	}
	return p
}

func TestTitleShapes(t *testing.T) {
	for s, want := range map[string]int{
		"关于甲的|通|知": 1, "甲乙|丙丁|戊己": 1, "甲乙丙|丁戊": 0, "甲乙|丙丁|戊己庚": 0, "甲乙|丙丁": 0, "甲": 0,
	} {
		if got := titleShapes(titled(s)); len(got) != want {
			t.Errorf("%s: %v", s, got)
		}
	}
	p := titled("关于甲的|通|知")
	p.where = body
	if got := titleShapes(p); got != nil {
		t.Errorf("body text has no shape: %v", got)
	}
}

func TestTitleColumnsCountBreaks(t *testing.T) {
	p := titled("关于|甲的|通知。")
	if got := titleStops(p); len(got) != 1 || got[0].At.Column != 9 {
		t.Errorf("got %+v", got)
	}
}

// TestStraightQuotes: the hint tells the opening mark from the closing one.
func TestStraightQuotes(t *testing.T) {
	var got []string
	for _, d := range halfWidth(printedText("把\"落实\"二字和\"一'岗'\"写实", body)) {
		got = append(got, d.Hint)
	}
	open, closing := "这是前引号，改为 “ ；与它配对的后引号改为 ”", "这是后引号，改为 ”"
	inner, innerEnd := "这是前引号，改为 ‘ ；与它配对的后引号改为 ’", "这是后引号，改为 ’"
	if want := []string{open, closing, open, inner, innerEnd, closing}; !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
