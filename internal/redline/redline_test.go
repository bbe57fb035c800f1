package redline

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"hongtou/internal/testkit/bounds"
)

// show writes deleted runs as [-…-] and inserted ones as {+…+}.
func show(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		fmt.Fprintf(&b, map[Kind]string{Equal: "%s", Deleted: "[-%s-]", Inserted: "{+%s+}"}[r.Kind], r.Text)
	}
	return b.String()
}

func TestCompare(t *testing.T) {
	c := New([]string{"市住建局", "市住房和城乡建设局", "张三丰", "甲", ""})
	for _, x := range []struct{ name, old, new, want string }{
		{"nothing", "", "", ""},
		{"the same", "不变。", "不变。", "不变。"},
		{"all new", "", "新增。", "{+新增。+}"},
		{"all gone", "删去。", "", "[-删去。-]"},
		{"a number is one", "达到84.7%以上", "达到84.9%以上", "达到[-84.7%-]{+84.9%+}以上"},
		{"a number with its unit", "完成45801户", "完成45802户", "完成[-45801户-]{+45802户+}"},
		{"a number with magnitude", "约998.3533万立方米水", "约998.3533亿立方米水", "约[-998.3533万立方米-]{+998.3533亿立方米+}水"},
		{"another unit is another number", "5万余户", "5万余台", "[-5万余户-]{+5万余台+}"},
		{"a unit with 个", "提高5个百分点", "提高6个百分点", "提高[-5个百分点-]{+6个百分点+}"},
		{"a date is one", "于2020年7月30日印发", "于2020年7月31日印发", "于[-2020年7月30日-]{+2020年7月31日+}印发"},
		{"a month", "到2020年7月前", "到2020年8月前", "到[-2020年7月-]{+2020年8月+}前"},
		{"a range is one", "2018—2020年任务", "2018—2021年任务", "[-2018—2020年-]{+2018—2021年+}任务"},
		{"a document number", "（甲办〔2020〕47号）", "（甲办〔2021〕47号）", "（甲办[-〔2020〕47号-]{+〔2021〕47号+}）"},
		{"a Latin word", "降低PM2.5浓度", "降低PM10浓度", "降低[-PM2.5-]{+PM10+}浓度"},
		{"a Latin unit", "35 μg/m³以下", "35 mg/m³以下", "35 [-μg/m³-]{+mg/m³+}以下"},
		{"an ordinal", "第十五项", "第十九项", "[-第十五项-]{+第十九项+}"},
		{"a Chinese number", "共三十二处", "共三十五处", "共[-三十二处-]{+三十五处+}"},
		{"a label", "（一）核查。", "（二）核查。", "[-（一）-]{+（二）+}核查。"},
		{"a name is one", "由市住建局负责", "由市住房和城乡建设局负责", "由[-市住建局-]{+市住房和城乡建设局+}负责"},
		{"a person", "责任领导张三丰", "责任领导张三", "责任领导[-张三丰-]{+张三+}"},
		{"a dash", "甲——乙", "甲，乙", "甲[-——-]{+，+}乙"},
		{"lone characters are no islands", "整顿并规范市场", "治理好规矩市场", "[-整顿并规范-]{+治理好规矩+}市场"},
		{"short islands between long changes", "全面停止一切开采和洗选作业活动设备", "依法有序关闭退出采矿并恢复原貌植被", "[-全面停止一切开采和洗选作业活动设备-]{+依法有序关闭退出采矿并恢复原貌植被+}"},
		{"marks alone are no islands", "东西，南北", "上下，左右", "[-东西，南北-]{+上下，左右+}"},
		{"a phrase stays", "完成年度任务目标", "制定年度任务清单", "[-完成-]{+制定+}年度任务[-目标-]{+清单+}"},
		{"clauses go whole", "达到国家二级标准", "达到省级标准，达到国家二级标准", "{+达到省级标准，+}达到国家二级标准"},
		{"sentences go whole", "一是查。二是改。三是评。", "一是查。三是评。", "一是查。[-二是改。-]三是评。"},
		{"at the end", "加强监管", "加强监管，落实责任", "加强监管{+，落实责任+}"},
		{"beyond the BMP", "𠮷村𬱖河", "𠮷村渭河", "𠮷村[-𬱖-]{+渭+}河"},
		{"a mark on its character", "ó葛\U000E0100", "ó葛", "ó[-葛\U000E0100-]{+葛+}"},
	} {
		if got := show(c.Compare(x.old, x.new)); got != x.want {
			t.Errorf("%s:\n got %s\nwant %s", x.name, got, x.want)
		}
	}
}

func TestParagraphs(t *testing.T) {
	before, after := Comparer{}.Paragraphs(
		[]string{"（一）核查任务。", "（二）落实方案。", "（三）总结。"},
		[]string{"（一）核查2020年任务。", "（二）落实方案。", "（三）另做一事。", "（四）总结。"})
	show := func(side [][]Run) string {
		var out []string
		for _, runs := range side {
			out = append(out, show(runs))
		}
		return strings.Join(out, " | ")
	}
	if got, want := show(before), "（一）核查任务。 | （二）落实方案。 | （三）总结。"; got != want {
		t.Errorf("before: %s, want %s", got, want)
	}
	if got, want := show(after), "（一）核查{+2020年+}任务。 | （二）落实方案。 | （三）{+另做一事。+} | {+（四）+}总结。"; got != want {
		t.Errorf("after: %s, want %s", got, want)
	}
	before, after = Comparer{}.Paragraphs([]string{"（一）先做这个。", "（二）再做那个。"}, []string{"（一）新的做法。更好。"})
	if got, want := show(before)+" → "+show(after), "（一）[-先做这个。-] | [-（二）再做那个。-] → （一）{+新的做法。更好。+}"; got != want {
		t.Errorf("a paragraph less: %s, want %s", got, want)
	}
	for _, n := range []int{0, 1, 3} {
		texts := make([]string, n) // empty paragraphs are paragraphs
		if before, after := (Comparer{}).Paragraphs(texts, nil); len(before) != n || len(after) != 0 {
			t.Errorf("%d empty paragraphs give %d and %d", n, len(before), len(after))
		}
	}
}

// check proves the laws of one comparison.
func check(t *testing.T, old, new string, runs []Run) {
	t.Helper()
	a, b := "", ""
	for i, r := range runs {
		if r.Text == "" || i > 0 && (runs[i-1].Kind == r.Kind || runs[i-1].Kind == Inserted && r.Kind == Deleted) {
			t.Errorf("%q and %q: run %d of %+v", old, new, i, runs)
		}
		if r.Kind != Inserted {
			checkCut(t, a, r.Text)
			a += r.Text
		}
		if r.Kind != Deleted {
			checkCut(t, b, r.Text)
			b += r.Text
		}
	}
	if a != old || b != new {
		t.Errorf("%q and %q came back as %q and %q", old, new, a, b)
	}
	if old == new && len(runs) > 1 {
		t.Errorf("%q differs from itself: %+v", old, runs)
	}
}

// checkCut proves that no digit stands on both sides of a cut, with or
// without a point between them.
func checkCut(t *testing.T, before, after string) {
	t.Helper()
	last, _ := utf8.DecodeLastRuneInString(before)
	next, size := utf8.DecodeRuneInString(after)
	second, _ := utf8.DecodeRuneInString(after[size:])
	if digit(last) && (digit(next) || next == '.' && digit(second) || next == '%' || letter(next)) {
		t.Errorf("a number is cut: %q│%q", before, after)
	}
}

// words is what random texts are made of: many repeat, so that chance finds
// islands and windows to slide.
var words = []string{"的", "整改", "督察", "，", "。", "、", "2020年", "2020年7月30日", "84.7%", "4万余户", "第十五项", "PM2.5", "市住建局", "（一）", "〔2020〕47号", "一", "是", "年底", "—", "2017—2021年", "\n", "𬱖", "达到", "国家", "标准", "x", "7", ".", "　", "%"}

type dice uint32

func (d *dice) roll(n int) int {
	*d = *d*1664525 + 1013904223
	return int(*d>>16) % n
}

func (d *dice) text(n int) []string {
	var out []string
	for range d.roll(n) {
		out = append(out, words[d.roll(len(words))])
	}
	return out
}

// edit makes another text of one by a few replacements.
func (d *dice) edit(text []string) []string {
	out := slices.Clone(text)
	for range d.roll(5) {
		at := d.roll(len(out) + 1)
		end := min(len(out), at+d.roll(4))
		out = slices.Replace(out, at, end, d.text(6)...)
	}
	return out
}

func TestLaws(t *testing.T) {
	c := New([]string{"市住建局", "整改督察", "7月"})
	d := dice(11)
	for range 4000 {
		a := d.text(40)
		b := d.edit(a)
		old, new := strings.Join(a, ""), strings.Join(b, "")
		check(t, old, new, c.Compare(old, new))
		before, after := c.Paragraphs(strings.Split(old, "\n"), strings.Split(new, "\n"))
		for _, side := range []struct {
			text    string
			runs    [][]Run
			without Kind
		}{{old, before, Inserted}, {new, after, Deleted}} {
			var lines []string
			for _, runs := range side.runs {
				line := ""
				for _, r := range runs {
					if r.Kind == side.without {
						t.Errorf("kind %d on the other side", r.Kind)
					}
					line += r.Text
				}
				lines = append(lines, line)
			}
			if got := strings.Join(lines, "\n"); got != side.text {
				t.Fatalf("%q came back as %q", side.text, got)
			}
		}
	}
}

func TestHostileTextsEnd(t *testing.T) {
	long := func(from rune, n int) string {
		var b strings.Builder
		for i := range n {
			b.WriteRune(from + rune(i)%5000)
		}
		return b.String()
	}
	for name, x := range map[string][2]string{
		"nothing in common": {long(0x4E00, 5000), long(0x7000, 5000)},
		"too long":          {long(0x4E00, 200_000), long(0x6000, 200_000)},
		"reversed":          {strings.Repeat("甲乙", 2000), strings.Repeat("乙甲", 2000)},
		"a long number":     {strings.Repeat("1", 200_000), strings.Repeat("1.", 100_000)},
		"a long range":      {strings.Repeat("1—", 50_000), strings.Repeat("1年", 50_000)},
		"brackets":          {strings.Repeat("〔", 50_000), strings.Repeat("（", 50_000)},
		"not UTF-8":         {"\xff\xfe甲\xc0", "甲\xff"},
	} {
		bounds.Ends(name, func() { check(t, x[0], x[1], Comparer{}.Compare(x[0], x[1])) })
	}
}

func FuzzCompare(f *testing.F) {
	for i, w := range words {
		f.Add(w+"甲"+words[(i*7)%len(words)], "甲"+w)
	}
	c := New([]string{"甲局", "1a"})
	f.Fuzz(func(t *testing.T, old, new string) { check(t, old, new, c.Compare(old, new)) })
}
