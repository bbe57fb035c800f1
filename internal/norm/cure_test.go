package norm_test

import (
	"strings"
	"testing"
)

// TestCures: what fails says what to change, by how much and which way; what
// holds says nothing.
func TestCures(t *testing.T) {
	for _, c := range []struct {
		name, clause string
		alter        func(*sheet)
		want         string
	}{
		{"right", "7.2.4 上边缘", nil, ""},
		{"low mark", "7.2.4 上边缘", redHead(0, 2), "上移2.0 mm"},
		{"high mark", "7.2.4 上边缘", redHead(0, -3), "下移3.0 mm"},
		{"mark at the right", "7.2.4 居中", redHead(3, 0), "左移3.0 mm"},
		{"number", "7.2.5 写法", says("number", "甲政发[2026]第07号"), "写“甲政发〔2026〕7号”"},
		{"date with zeros", "7.3.5.4 日期写法", says("date", "2026年03月05日"), "写“2026年3月5日”"},
		{"high number", "7.5 距版心", shift("folio", 0, -2), "下移2.0 mm"},
		{"hyphens", "7.5 一字线", on("folio", func(x *text) { x.s = strings.ReplaceAll(x.s, "—", "-") }), "改为“—1—”，其余各页同样"},
		{"low last rule", "7.4.1 末线", func(s *sheet) { s.line("last", func(l *stroke) { l.y0, l.y1 = 260, 260 }) }, "下移2.0 mm"},
		{"抄报", "7.4.2 位置", says("cc", "抄报：甲市丙局，甲市丁局，甲市戊局，甲市己局，甲市庚局，甲"), "“抄报”改为“抄送”"},
		{"level in 宋体", "7.3.3 一级", inFace("level1", song), "改用黑体"},
	} {
		s := official()
		if c.alter != nil {
			c.alter(s)
		}
		if r := measure(t, c.clause, s); r.Hint != c.want {
			t.Errorf("%s: %s %q: %q, want %q", c.name, r.Verdict, r.Measured, r.Hint, c.want)
		}
	}
}

// TestFaultsAreNamed: the words say what is wrong.
func TestFaultsAreNamed(t *testing.T) {
	for _, c := range []struct {
		clause string
		alter  func(*sheet)
		want   string
	}{
		{"7.2.5 写法", says("number", "甲政发[2026]第07号"), "年份没有用六角括号〔〕，序号前加了“第”，“07号”编了虚位"},
		{"7.3.5.4 日期写法", says("date", "2026年3月08日"), "“08日”编了虚位"},
		{"7.3.4 写法", all(removed("note2", "hanging"), says("note", "附件：1．任务清单")), "只有一个附件，不编“1．”"},
		{"7.3.6 附注", says("closing", "此件公开发布"), "没有加圆括号"},
		{"7.3.7 标识", shift("attachment", 0, -5), ""},
		{"7.5 距版心", shift("folio", 0, 3), "6处不合"},
	} {
		s := official()
		c.alter(s)
		if r := measure(t, c.clause, s); !strings.Contains(r.Measured, c.want) {
			t.Errorf("%s %s %q, want %q", c.clause, r.Verdict, r.Measured, c.want)
		}
	}
}
