package load

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"hongtou/internal/dossier"
	"hongtou/internal/zh"
)

// date reads a printed date; an absent one stays zero. One that is written in
// another way is reported and read as it was meant, so that nothing else calls
// it missing.
func (l *loader) date(t dossier.Text) dossier.Date {
	out := dossier.Date{Text: t}
	if t.IsZero() {
		return out
	}
	d, err := zh.ParseDate(t.Value)
	if err != nil && !strings.Contains(t.Value, dossier.Placeholder) { // check reports those
		message, hint := fmt.Sprintf("日期“%s”写法不对", t.Value), "写法如“2021年3月5日”"
		if errors.Is(err, zh.ErrNoSuchDay) {
			message, hint = fmt.Sprintf("日期“%s”在日历上不存在", t.Value), "核对日期"
		}
		if meant, ok := dateMeant(t.Value); ok {
			d, hint = meant, fmt.Sprintf("写作“%d年%d月%d日”", meant.Year, meant.Month, meant.Day)
		}
		l.errorAt(t.At, t.Len(), "bad-date", message, hint)
	}
	out.Year, out.Month, out.Day = d.Year, d.Month, d.Day
	return out
}

var (
	dateParts  = regexp.MustCompile(`^([0-9]{4})\s*[-./年]\s*([0-9]{1,2})\s*[-./月]\s*([0-9]{1,2})\s*[日号]?$`)
	dateDigits = regexp.MustCompile(`^([0-9]{4})([0-9]{2})([0-9]{2})$`)
	dateWords  = regexp.MustCompile(`^([〇零○一二三四五六七八九]{4})年(.{1,6})月(.{1,9})[日号]$`)
)

// dateMeant reads a day written otherwise: 2021-03-05, 2021.3.5, 20210305,
// full-width digits, 二〇二一年三月五日.
func dateMeant(s string) (zh.Date, bool) {
	if len(s) > 60 {
		return zh.Date{}, false
	}
	s = strings.TrimSpace(norm.NFKC.String(s))
	m := dateParts.FindStringSubmatch(s)
	if m == nil {
		m = dateDigits.FindStringSubmatch(s)
	}
	if words := dateWords.FindStringSubmatch(s); words != nil {
		m = []string{s, digitsOf(words[1]), numeral(words[2]), numeral(words[3])}
	}
	if m == nil {
		return zh.Date{}, false
	}
	var n [3]int
	for i := range n {
		n[i], _ = strconv.Atoi(m[i+1])
	}
	d, err := zh.ParseDate(fmt.Sprintf("%d年%d月%d日", n[0], n[1], n[2]))
	return d, err == nil
}

// digitsOf reads a year written digit by digit.
func digitsOf(s string) string {
	return strings.NewReplacer("〇", "0", "零", "0", "○", "0", "一", "1", "二", "2", "三", "3", "四", "4",
		"五", "5", "六", "6", "七", "7", "八", "8", "九", "9").Replace(s)
}

func numeral(s string) string {
	n, _ := zh.ParseNumeral(s)
	return strconv.Itoa(n)
}
