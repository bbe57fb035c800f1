package elements

import (
	"slices"
	"testing"
)

func TestBrackets(t *testing.T) {
	for text, want := range map[string][]Bracket{
		"甲（乙）丙":    nil,
		"甲(乙)丙":    {{1, 3, false}},
		"甲（乙)丙":    {{1, 3, true}},
		"甲(乙）丙":    {{1, 3, true}},
		"甲(2020)乙": nil,
		"甲(A股)乙":   {{1, 4, false}},
		"一)甲":      nil,
		"甲(乙":      nil,
		"甲(乙(丙)丁)": {{3, 5, false}, {1, 7, false}},
	} {
		if got := Brackets([]rune(text)); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}

func TestForms(t *testing.T) {
	for _, c := range []struct {
		name string
		is   func(string) bool
		yes  []string
		no   []string
	}{
		{"narrow mark", NarrowMark.MatchString, []string{"甲,乙", "甲:乙"}, []string{"甲，乙", "甲,B", "1,2", "甲(乙)"}},
		{"year", YearBrackets.MatchString, []string{"甲发[2020]3号", "甲发（2020）第3号", "甲发［2020］3号", "甲发【2020】03号"},
			[]string{"甲发〔2020〕3号", "甲发（2020）", "（2020）3号"}},
		{"wrong level", wrongLevel, []string{"1、甲", "（一）、甲", "(一)甲", "一.甲", "（1）.甲", "（一），甲"}, []string{"一、甲", "（一）甲", "1.甲", "（1）甲", "甲、乙", "2020、2021年"}},
		{"aspect", Aspect.MatchString, []string{"一是甲"}, []string{"十是甲", "甲是乙"}},
	} {
		for _, s := range c.yes {
			if !c.is(s) {
				t.Errorf("%s: %s is none", c.name, s)
			}
		}
		for _, s := range c.no {
			if c.is(s) {
				t.Errorf("%s: %s is one", c.name, s)
			}
		}
	}
}

func wrongLevel(s string) bool {
	return slices.ContainsFunc(WrongLevels, func(w WrongLevel) bool { return w.Form.MatchString(s) })
}
