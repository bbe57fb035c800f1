package zh

import (
	"errors"
	"testing"
)

func TestNumeralRoundTrip(t *testing.T) {
	seen := map[string]int{}
	for n := 1; n <= MaxNumeral; n++ {
		s := Numeral(n)
		if got, ok := ParseNumeral(s); !ok || got != n {
			t.Fatalf("%d → %s → %d %v", n, s, got, ok)
		}
		if m, dup := seen[s]; dup {
			t.Fatalf("%s stands for %d and %d", s, m, n)
		}
		seen[s] = n
	}
}

func TestNumeralForms(t *testing.T) {
	for n, want := range map[int]string{
		1: "一", 10: "十", 11: "十一", 17: "十七", 20: "二十", 99: "九十九", 100: "一百",
		101: "一百零一", 110: "一百一十", 111: "一百一十一", 1001: "一千零一", 1010: "一千零一十", 9999: "九千九百九十九",
		0: "", -1: "", 10000: "",
	} {
		if got := Numeral(n); got != want {
			t.Errorf("Numeral(%d) = %q, want %q", n, got, want)
		}
	}
	for _, s := range []string{"", "零", "一十七", "十十", "一一", "十七项", "百", "二", "两", "一千一"} {
		got, ok := ParseNumeral(s)
		if want := s == "二"; ok != want {
			t.Errorf("ParseNumeral(%q) = %d, %v", s, got, ok)
		}
	}
}

func TestOrdinal(t *testing.T) {
	for _, c := range []struct {
		in, printed string
		n           int
	}{
		{"第十七项，某问题", "第十七项", 17},
		{"第一项", "第一项", 1},
		{"第项", "", 0}, {"第17项", "", 0}, {"十七项", "", 0}, {"第十七条", "", 0}, {"", "", 0},
	} {
		n, printed, ok := ParseOrdinal(c.in)
		if n != c.n || printed != c.printed || ok != (c.n > 0) {
			t.Errorf("ParseOrdinal(%q) = %d %q %v", c.in, n, printed, ok)
		}
	}
	if got := Ordinal(17); got != "第十七项" {
		t.Error(got)
	}
	if got := Ordinal(0); got != "" {
		t.Error(got)
	}
}

func TestLevel(t *testing.T) {
	for _, c := range []struct {
		in, number   string
		depth, value int
	}{
		{"一、指导思想", "一、", 1, 1},
		{"二十三、其他", "二十三、", 1, 23},
		{"（一）加强领导。", "（一）", 2, 1},
		{"(十二)加强领导。", "(十二)", 2, 12},
		{"1.核查核实", "1.", 3, 1},
		{"1. 核查核实", "1.", 3, 1},
		{"12．核查", "12．", 3, 12},
		{"1.", "1.", 3, 1},
		{"（1）核查", "（1）", 4, 1},
		{"(10)核查", "(10)", 4, 10},
		{"1.5万吨", "", 0, 0},
		{"2020年", "", 0, 0},
		{"2020.核查", "", 0, 0},
		{"（2020）47号", "", 0, 0},
		{"01.核查", "", 0, 0},
		{"0.核查", "", 0, 0},
		{"（01）核查", "", 0, 0},
		{"（一加强", "", 0, 0},
		{"一加强", "", 0, 0},
		{"一百、加强", "", 0, 0},
		{"、加强", "", 0, 0},
		{"（）", "", 0, 0},
		{"第一项，", "", 0, 0},
		{"", "", 0, 0},
	} {
		l, ok := ParseLevel(c.in)
		if want := (Level{c.depth, c.number, c.value}); l != want || ok != (c.depth > 0) {
			t.Errorf("ParseLevel(%q) = %+v %v, want %+v", c.in, l, ok, want)
		}
	}
}

func TestDate(t *testing.T) {
	for _, c := range []struct {
		in   string
		want Date
		err  error
	}{
		{"2020年7月30日", Date{2020, 7, 30}, nil},
		{"2020年2月29日", Date{2020, 2, 29}, nil},
		{"2000年12月31日", Date{2000, 12, 31}, nil},
		{"2020年07月30日", Date{}, ErrLeadingZero},
		{"2020年7月01日", Date{}, ErrLeadingZero},
		{"2020年0月1日", Date{}, ErrLeadingZero},
		{"2019年2月29日", Date{}, ErrNoSuchDay},
		{"1900年2月29日", Date{}, ErrNoSuchDay},
		{"2020年4月31日", Date{}, ErrNoSuchDay},
		{"2020年13月1日", Date{}, ErrNoSuchDay},
		{"2020-07-30", Date{}, ErrDateForm},
		{"20年7月30日", Date{}, ErrDateForm},
		{"2020年7月", Date{}, ErrDateForm},
		{"2020年7月30日前", Date{}, ErrDateForm},
		{"二〇二〇年七月三十日", Date{}, ErrDateForm},
		{"", Date{}, ErrDateForm},
	} {
		got, err := ParseDate(c.in)
		if got != c.want || !errors.Is(err, c.err) {
			t.Errorf("ParseDate(%q) = %v, %v", c.in, got, err)
		}
	}
	if d, rest, ok := DatePrefix("2020年7月30日前完成"); !ok || rest != "前完成" || d.Day != 30 {
		t.Error(d, rest, ok)
	}
}

func TestCharacters(t *testing.T) {
	for _, r := range "武〇㐀" {
		if !IsHan(r) {
			t.Errorf("%c is Han", r)
		}
	}
	for _, r := range "，a1Ⅴ“" {
		if IsHan(r) {
			t.Errorf("%c is not Han", r)
		}
	}
	for half, full := range fullOf {
		if got, ok := FullWidth(half); !ok || got != full || !IsFullWidthPunct(full) || IsFullWidthPunct(half) {
			t.Errorf("%c", half)
		}
	}
	if _, ok := FullWidth('.'); ok {
		t.Error("the dot has no full-width form beside Han characters")
	}
	for s, want := range map[string]int{"": 0, "abc": 3, "责任": 4, "“甲”": 6, "PM2.5，": 7, "e\u0301": 1, "\u3000": 2, "𠮷": 2} {
		if got := Width(s); got != want {
			t.Errorf("Width(%q) = %d, want %d", s, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"第十七项，", "一、", "（一）", "1.文", "2020年7月30日", "千百十零", "（99）"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if n, ok := ParseNumeral(s); ok && Numeral(n) != s {
			t.Fatalf("%q → %d", s, n)
		}
		if l, ok := ParseLevel(s); ok && (l.Value < 1 || l.Depth < 1 || l.Depth > 4 || s[:len(l.Number)] != l.Number) {
			t.Fatalf("%q → %+v", s, l)
		}
		if n, printed, ok := ParseOrdinal(s); ok && (Ordinal(n) != printed || s[:len(printed)] != printed) {
			t.Fatalf("%q → %d %q", s, n, printed)
		}
		if d, err := ParseDate(s); err == nil && (d.Month > 12 || d.Day > 31 || d.Year == 0) {
			t.Fatalf("%q → %v", s, d)
		}
		if Width(s) < 0 {
			t.Fatal("negative width")
		}
	})
}
