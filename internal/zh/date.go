package zh

import "errors"

// Errors of ParseDate.
var (
	ErrDateForm    = errors.New("日期应写作2021年3月5日")
	ErrLeadingZero = errors.New("月、日不编虚位，不写前导零")
	ErrNoSuchDay   = errors.New("日历上没有这一天")
)

// Date is a calendar day.
type Date struct{ Year, Month, Day int }

// ParseDate reads a whole string as 2021年3月5日 (GB/T 9704 7.3.5.4: arabic
// digits, full year, no leading zeros). The error is one of the Err values of
// this file.
func ParseDate(s string) (Date, error) {
	d, rest, err := scanDate(s)
	if err == nil && rest != "" {
		err = ErrDateForm
	}
	if err != nil {
		return Date{}, err
	}
	return d, nil
}

// DatePrefix reads a date at the start of s; rest is what follows it.
func DatePrefix(s string) (d Date, rest string, ok bool) {
	d, rest, err := scanDate(s)
	return d, rest, err == nil
}

func scanDate(s string) (d Date, rest string, err error) {
	zero := false
	rest = s
	for _, part := range []struct {
		value    *int
		min, max int
		unit     string
	}{{&d.Year, 4, 4, "年"}, {&d.Month, 1, 2, "月"}, {&d.Day, 1, 2, "日"}} {
		n := 0
		for n < len(rest) && n < part.max && rest[n] >= '0' && rest[n] <= '9' {
			*part.value = *part.value*10 + int(rest[n]-'0')
			n++
		}
		if n < part.min || len(rest) < n+len(part.unit) || rest[n:n+len(part.unit)] != part.unit {
			return Date{}, s, ErrDateForm
		}
		zero = zero || rest[0] == '0'
		rest = rest[n+len(part.unit):]
	}
	switch {
	case zero:
		return Date{}, s, ErrLeadingZero
	case d.Month > 12 || d.Day > daysIn(d.Year, d.Month):
		return Date{}, s, ErrNoSuchDay
	}
	return d, rest, nil
}

func daysIn(year, month int) int {
	switch {
	case month == 2 && year%4 == 0 && (year%100 != 0 || year%400 == 0):
		return 29
	case month == 2:
		return 28
	case month == 4 || month == 6 || month == 9 || month == 11:
		return 30
	}
	return 31
}
