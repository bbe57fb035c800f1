package deadline

import (
	"strings"

	"hongtou/internal/zh"
)

// moment is one date expression.
type moment struct {
	day       zh.Date // the last day it allows, or the first when it starts something
	starts    bool    // 2021年起
	ambiguous bool
	reason    Reason // -1 when it was understood
}

// reading is the state of reading one date expression.
type reading struct {
	rs          []rune
	i           int
	year, month int
	day         int
	bare        bool // nothing but a year or month so far: 底, 前 or a verb must follow
}

// time reads a date expression at i of the plain text, before to; n is 0 when
// there is none.
func (p *parser) time(i, to int) (t moment, n int) {
	if i > 0 && isDigit(p.plain[i-1]) {
		return t, 0
	}
	r := reading{rs: p.plain[:to], i: i}
	if !r.date() {
		return t, 0
	}
	if mark := r.i; r.word("至", "到", "—", "－", "-", "～", "~") {
		end := reading{rs: r.rs, i: r.i, year: r.year}
		if end.date() {
			r = end
		} else {
			r.i = mark
		}
	}
	starts, before := r.suffix()
	if r.bare && !starts && !before && !r.closes() {
		return t, 0
	}
	t = p.settle(r, starts, before)
	return t, r.i - i
}

// settle turns what was read into a day.
func (p *parser) settle(r reading, starts, before bool) moment {
	t := moment{starts: starts, reason: -1}
	if r.year == 0 {
		r.year = p.year
	}
	p.year = r.year
	switch {
	case r.year == 0:
		t.reason = NoYear
	case r.month > 12 || r.day > 31 || r.year < 1900:
		t.reason = NoSuchDay
	case starts:
		t.day = zh.Date{Year: r.year, Month: max(r.month, 1), Day: max(r.day, 1)}
	default:
		t.day, t.ambiguous = lastDay(r, before)
	}
	if t.reason < 0 && t.day.Day > daysIn(t.day.Year, t.day.Month) {
		t.reason = NoSuchDay
	}
	return t
}

// lastDay gives the last day of what was read. 2020年6月前 and 2020年前 name
// no day of their own: the earlier meaning is taken.
func lastDay(r reading, before bool) (d zh.Date, ambiguous bool) {
	d = zh.Date{Year: r.year, Month: r.month, Day: r.day}
	ambiguous = r.bare && before
	switch {
	case ambiguous && d.Month > 1:
		d.Month--
	case ambiguous:
		d.Year, d.Month = d.Year-1, 12
	case d.Month == 0:
		d.Month = 12
	}
	if d.Day == 0 {
		d.Day = daysIn(d.Year, d.Month)
	}
	return d, ambiguous
}

// date reads [年份年] and what follows it; false when there is no date.
func (r *reading) date() bool {
	hasYear := r.yearRange()
	switch {
	case r.part(hasYear):
		return true
	case r.monthAndDay():
		return true
	case hasYear && !r.word("度", "来", "以来"):
		r.bare = true
		return true
	}
	return false
}

// yearRange reads 2020年 or 2018—2020年.
func (r *reading) yearRange() bool {
	from := r.i
	y, ok := r.number(4, 4)
	if ok && r.word("—", "－", "-", "～", "~", "至") {
		y, ok = r.number(4, 4)
	}
	if !ok || !r.word("年") {
		r.i = from
		return false
	}
	r.year = y
	return true
}

// part reads a part of a year: 年底, 上半年, 三季度. Without a year only 年底
// and 年末 can be meant.
func (r *reading) part(hasYear bool) bool {
	if r.word("年底", "年末") {
		r.month = 12
		return true
	}
	if !hasYear {
		return false
	}
	for _, c := range []struct {
		words string
		month int
	}{{"底", 12}, {"末", 12}, {"年内", 12}, {"内", 12}, {"上半年", 6}, {"下半年", 12},
		{"一季度", 3}, {"二季度", 6}, {"三季度", 9}, {"四季度", 12}} {
		if r.word(c.words, "第"+c.words) {
			r.month = c.month
			return true
		}
	}
	return false
}

func (r *reading) monthAndDay() bool {
	from := r.i
	m, ok := r.number(1, 2)
	if !ok || !r.word("月") || m == 0 {
		r.i = from
		return false
	}
	r.month = m
	r.word("份")
	mark := r.i
	if d, ok := r.number(1, 2); ok && r.word("日", "号") {
		r.day = max(d, 1)
		return true
	}
	r.i = mark
	switch {
	case r.word("底", "末", "下旬", "内"):
	case r.word("中旬"):
		r.day = 20
	case r.word("上旬"):
		r.day = 10
	default:
		r.bare = true
	}
	return true
}

// suffix reads 前, 止 and the like, or 起.
func (r *reading) suffix() (starts, before bool) {
	switch {
	case r.word("起", "开始", "以后", "之后"):
		return true, false
	case r.word("以前", "之前", "前"):
		return false, true
	}
	r.word("止", "期间")
	return false, false
}

// closes says whether a bare year or month ends its clause or is followed by
// a word of finishing; elsewhere (2020年计划) it sets no time.
func (r *reading) closes() bool {
	rest := strings.TrimSpace(string(r.rs[r.i:]))
	for _, w := range []string{"完成", "全面完成", "基本完成", "全部", "达到", "实现", "建成", "整改到位"} {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return rest == ""
}
