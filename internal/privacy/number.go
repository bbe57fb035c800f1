package privacy

import (
	"regexp"
	"strings"
)

// classify says what the digits of some groups are.
func classify(rs []rune, groups []group) (Finding, bool) {
	from, to := groups[0].from, groups[len(groups)-1].to
	var b strings.Builder
	for _, g := range groups {
		b.WriteString(g.digits)
	}
	digits := b.String()
	if bare := national(digits); bare != digits && len(groups[0].digits) > len(digits)-len(bare) {
		from, digits = from+len(digits)-len(bare), bare
	}
	f := Finding{Offset: from, Length: to - from}
	single := len(groups) == 1
	switch {
	case isMobile(digits) && dialled(rs, groups) && !measured(rs, from, to) && !indexed(rs, to):
		f.Kind = Mobile
	case (isIdentity(digits) || isDated(digits) && called(rs, from)) && !indexed(rs, to):
		f.Kind = Identity
	case single && isOldIdentity(digits) && !measured(rs, from, to) && !labelled(rs, from):
		f.Kind = Identity
	case isCard(digits) && !measured(rs, from, to) && !indexed(rs, to):
		f.Kind = Card
	default:
		return Finding{}, false
	}
	f.Masked = masked(digits)
	return f, true
}

// national takes the country code off a mobile number.
func national(s string) string {
	for _, code := range []string{"0086", "86"} {
		if bare, found := strings.CutPrefix(s, code); found && isMobile(bare) {
			return bare
		}
	}
	return s
}

// isMobile: 11 digits from 13 to 19.
func isMobile(s string) bool {
	return len(s) == 11 && s[0] == '1' && s[1] >= '3' && strings.IndexByte(s, 'X') < 0
}

// dialled says whether the groups of a mobile number may be those of one. Two
// groups may as well be a decimal number, a range, or a code and its serial
// number: only a space or a hyphen joins them, and no label says otherwise.
// Years are no end of a number.
func dialled(rs []rune, groups []group) bool {
	if len(groups) == 1 {
		return true
	}
	if to := groups[len(groups)-1].to; to < len(rs) && rs[to] == '年' {
		return false
	}
	joint := groups[1].joint
	return len(groups) > 2 || (joint == ' ' || joint == '-') && !labelled(rs, groups[0].from)
}

// isIdentity tells the numbers of GB 11643: 17 digits with region and day of
// birth, and a check character (ISO 7064, MOD 11-2).
func isIdentity(s string) bool {
	if !isDated(s) {
		return false
	}
	sum := 0
	for i, w := range [...]int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2} {
		sum += int(s[i]-'0') * w
	}
	return s[17] == "10X98765432"[sum%11]
}

// isDated: 18 characters with region and day of birth, as identity numbers have
// them, be the last right or mistyped.
func isDated(s string) bool {
	x := strings.IndexByte(s, 'X')
	return len(s) == 18 && (x < 0 || x == 17) && isRegion(s) && isDay(s[6:14])
}

// isOldIdentity tells those of 15 digits, given until 1999: they have no check
// digit.
func isOldIdentity(s string) bool {
	return len(s) == 15 && isRegion(s) && isDay("19"+s[6:12])
}

// isRegion: the first two digits are those of a province, the fourth and sixth
// of something in it.
func isRegion(s string) bool {
	return s[0] >= '1' && s[0] <= '9' && strings.Contains("11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91", s[:2])
}

// isDay: a day of birth of somebody alive or lately dead.
func isDay(s string) bool {
	year, month, day := s[:4], s[4:6], s[6:8]
	if year < "1900" || year > "2099" || month < "01" || month > "12" || day < "01" || day > "31" {
		return false
	}
	switch month {
	case "02":
		return day <= "29"
	case "04", "06", "09", "11":
		return day <= "30"
	}
	return true
}

// cardForm: the prefixes of banks in China with the lengths they use, then
// those of the international brands.
var cardForm = regexp.MustCompile(`^(62[0-9]{14,17}|(9558|9559)[0-9]{15}|4[0-9]{15}|5[1-5][0-9]{14}|35(2[89]|[3-8][0-9])[0-9]{12})$`)

func isCard(s string) bool { return cardForm.MatchString(s) && luhn(s) }

// luhn is the check digit of ISO/IEC 7812-1.
func luhn(s string) bool {
	sum := 0
	for i := range len(s) {
		d := int(s[len(s)-1-i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}

// look is how many characters before and after a number say what it is.
const look = 10

// measures stand behind quantities. Those that begin other words as well (人民,
// 项目) count only where their word ends.
var measures = regexp.MustCompile(`^(余|多)?( ?(元|万|亿|千瓦|千克|千米|公里|公斤|公顷|吨|立方|平方|亩|kg|km)|[分角克升米度个户人台辆件项座株只头次](\P{Han}|$))`)

// measured says whether a number is a quantity.
func measured(rs []rune, from, to int) bool {
	if from > 0 && strings.ContainsRune("¥￥$＄€", rs[from-1]) {
		return true
	}
	return measures.MatchString(string(rs[to:min(to+look, len(rs))]))
}

// serial is what stands behind the front code of an index number (索引号).
var serial = regexp.MustCompile(`^[-/](19|20)[0-9]{2}-[0-9]{3,6}`)

func indexed(rs []rune, to int) bool {
	return serial.MatchString(string(rs[to:min(to+look+2, len(rs))]))
}

// labels stand before numbers of 15 digits that are no identity numbers.
var labels = regexp.MustCompile(`(注册号|许可证|执照|备案号|文号|代码|编码|编号|订单|账号|卡号|合同)[^0-9]{0,4}$`)

// called says whether the words before a number call it an identity number.
func called(rs []rune, from int) bool {
	before := string(rs[max(from-look, 0):from])
	return strings.Contains(before, "身份证") || strings.Contains(before, "公民身份")
}

func labelled(rs []rune, from int) bool {
	before := string(rs[max(from-look, 0):from])
	return labels.MatchString(before) && !strings.Contains(before, "身份")
}
