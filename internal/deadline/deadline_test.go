package deadline

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// dump writes stages as condition:kind:day, separated by semicolons.
func dump(d Deadline) string {
	var out []string
	for _, s := range d.Stages {
		day := s.By
		if s.Kind == Standing {
			day = s.From
		}
		line := [...]string{"dated", "event", "standing", "done", "at once"}[s.Kind]
		if day.Year != 0 {
			line += fmt.Sprintf(" %04d-%02d-%02d", day.Year, day.Month, day.Day)
		}
		if s.Ambiguous {
			line += "?"
		}
		if s.Condition != "" {
			line = s.Condition + ": " + line
		}
		out = append(out, line)
	}
	return strings.Join(out, "; ")
}

func TestParse(t *testing.T) {
	for _, c := range []struct{ value, want string }{
		{"2020年年底前", "dated 2020-12-31"},
		{"2021年底前", "dated 2021-12-31"},
		{"2020年11月底前", "dated 2020-11-30"},
		{"2020年10月底前完成", "dated 2020-10-31"},
		{"2020年2月底前", "dated 2020-02-29"},
		{"2020年6月30日前", "dated 2020-06-30"},
		{"到2020年末", "dated 2020-12-31"},
		{"2020年内", "dated 2020-12-31"},
		{"2020年", "dated 2020-12-31"},
		{"2020年6月", "dated 2020-06-30"},
		{"2020年6月前", "dated 2020-05-31?"},
		{"2020年1月前", "dated 2019-12-31?"},
		{"2020年前", "dated 2019-12-31?"},
		{"2020年上半年", "dated 2020-06-30"},
		{"2020年第三季度", "dated 2020-09-30"},
		{"2020年9月中旬前", "dated 2020-09-20"},
		{"2018—2020年", "dated 2020-12-31"},
		{"2020年9月至12月", "dated 2020-12-31"},
		{"2020年9月底前完成甲，11月底前完成乙", "dated 2020-09-30; dated 2020-11-30"},
		{"2020年9月底前完成甲、11月底前完成乙", "dated 2020-09-30; dated 2020-11-30"},
		{"立行立改，持续加强，长期坚持", "at once; standing"},
		{"立行立改并长期坚持", "standing"},
		{"立行立改", "at once"},
		{"立即整改，边查边改", "at once; at once"},
		{"对甲问题立即整改到位", "对甲问题: at once"},
		{"甲问题立即整改；乙问题2020年年底前", "甲问题: at once; 乙问题: dated 2020-12-31"},
		{"长期坚持", "standing"},
		{"立行立改，2020年年底前完成，长期坚持", "at once; dated 2020-12-31; standing"},
		{"2021年起", "standing 2021-01-01"},
		{"2021年3月起", "standing 2021-03-01"},
		{"涉及甲保护区范围调整问题，根据国家审核批复时间确定，其余问题2020年年底前完成。",
			"涉及甲保护区范围调整问题: event; 其余问题: dated 2020-12-31"},
		{"2020年年底前，按照自然资产部《关于2019年前期工作的函》（自然函〔2020〕71号）要求，编制预案。2021年起，按照工作部署，加快推进整合优化工作。",
			"dated 2020-12-31; standing 2021-01-01"},
		{"方案印发后30日内", "event"},
		{"与二期工程同步完成", "event"},
		{"已完成", "done"},
		{"2019年年底前（已完成）", "done 2019-12-31"},
		{"已于2019年6月30日完成", "done 2019-06-30"},
		{"A组2020年9月底前；B组2021年6月底前", "A组: dated 2020-09-30; B组: dated 2021-06-30"},
	} {
		d, problems := Parse(c.value)
		if got := dump(d); got != c.want || len(problems) > 0 {
			t.Errorf("Parse(%q)\n got %s %v\nwant %s", c.value, got, problems, c.want)
		}
	}
}

func TestParseProblems(t *testing.T) {
	for _, c := range []struct {
		value string
		want  Problem
	}{
		{"", Problem{NoTime, 0, 0}},
		{"尽快完成", Problem{NoTime, 0, 4}},
		{"二〇二〇年年底", Problem{NoYear, 5, 2}},
		{"按计划2020年度实施", Problem{NoTime, 0, 11}},
		{"年底前", Problem{NoYear, 0, 3}},
		{"其余11月底前", Problem{NoYear, 2, 5}},
		{"2020年13月底前", Problem{NoSuchDay, 0, 10}},
		{"2021年2月29日前", Problem{NoSuchDay, 0, 11}},
		{"0020年底", Problem{NoSuchDay, 0, 6}},
		{"20200年底前", Problem{NoTime, 0, 8}},
		{"《2020年底前》", Problem{NoTime, 0, 9}},
	} {
		d, problems := Parse(c.value)
		if !slices.Equal(problems, []Problem{c.want}) || len(d.Stages) > 0 {
			t.Errorf("Parse(%q) = %s %v, want %v", c.value, dump(d), problems, c.want)
		}
	}
}

func TestSpans(t *testing.T) {
	value := "涉及甲问题，根据批复时间确定，其余问题2020年年底前完成，立行立改，持续加强，长期坚持"
	d, _ := Parse(value)
	var words []string
	for _, s := range d.Stages {
		if got := string([]rune(value)[s.Offset : s.Offset+s.Length]); got != s.Words {
			t.Errorf("span %q, words %q", got, s.Words)
		}
		words = append(words, s.Words)
	}
	if want := []string{"根据批复时间确定", "2020年年底前", "立行立改", "持续加强，长期坚持"}; !slices.Equal(words, want) {
		t.Errorf("got %q", words)
	}
}

func TestCompare(t *testing.T) {
	sorted := []string{
		"立行立改", "立行立改，2020年8月底前", "2020年9月底前", "2021年起；2020年10月底前", "2020年年底前", "2021年6月底前",
		"根据批复时间确定", "立行立改，长期坚持", "已完成",
	}
	for i := range sorted {
		for j := range sorted {
			a, _ := Parse(sorted[i])
			b, _ := Parse(sorted[j])
			if got, want := Compare(a, b), min(max(i-j, -1), 1); got != want {
				t.Errorf("Compare(%s, %s) = %d, want %d", sorted[i], sorted[j], got, want)
			}
		}
	}
}

func TestAtOnce(t *testing.T) {
	for value, want := range map[string]string{
		"立行立改": "立行立改", "全面排查，立查立改，边查边改": "立查立改", "问题立即整改到位": "立即整改",
		"立行立改，长期坚持": "", "立行立改，2020年年底前": "", "立行立改，根据批复时间确定": "", "已完成": "", "": "",
	} {
		d, _ := Parse(value)
		if s, ok := d.AtOnce(); s.Words != want || ok != (want != "") {
			t.Errorf("%q: %q, %v", value, s.Words, ok)
		}
	}
}

// FuzzParse: stages and problems lie inside the value, dates exist.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"2020年年底前", "立行立改，长期坚持", "2018—2020年9月至12月3日前", "（2020年）起", "13月32日前"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, value string) {
		d, problems := Parse(value)
		n := len([]rune(value))
		for _, s := range d.Stages {
			if s.Offset < 0 || s.Length < 1 || s.Offset+s.Length > n {
				t.Fatalf("stage %+v outside %q", s, value)
			}
			if s.Kind == Dated && (s.By.Month < 1 || s.By.Month > 12 || s.By.Day < 1 || s.By.Day > daysIn(s.By.Year, s.By.Month)) {
				t.Fatalf("%q gives %+v", value, s)
			}
		}
		if len(d.Stages)+len(problems) == 0 {
			t.Fatalf("%q says nothing and is no problem", value)
		}
	})
}
