package main

import "testing"

func TestAround(t *testing.T) {
	for _, c := range []struct{ old, new, cutOld, cutNew string }{
		{"2021年9月底前", "2021年10月底前", "2021年9月底前", "2021年10月底前"},
		{"一二三四五六七甲九", "一二三四五六七乙九", "……二三四五六七甲九", "……二三四五六七乙九"},
		{"", "甲", "", "甲"},
		{"甲", "", "甲", ""},
		{"甲乙", "甲乙丙", "甲乙", "甲乙丙"},
	} {
		if a, b := around(c.old, c.new); a != c.cutOld || b != c.cutNew {
			t.Errorf("%q, %q: %q, %q", c.old, c.new, a, b)
		}
	}
}

func TestTogether(t *testing.T) {
	got := together([]string{"a/甲.html", "a/甲.pdf", "a/乙（2021-01-02）.xlsx"})
	if len(got) != 2 || got[0] != "a/甲.html、.pdf" || got[1] != "a/乙（2021-01-02）.xlsx" {
		t.Errorf("%q", got)
	}
}
