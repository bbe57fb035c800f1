package privacy

import (
	"strings"
	"testing"
	"unicode/utf8"

	"hongtou/internal/testkit/bounds"
)

// found writes findings as one line: kind and masked value.
func found(text string) string {
	var out []string
	for _, f := range Screen(text) {
		out = append(out, string(f.Kind)+" "+f.Masked)
	}
	return strings.Join(out, "；")
}

func TestScreen(t *testing.T) {
	const (
		identity = "公民身份号码 110***********002X"
		mobile   = "手机号码 138****5678"
		card     = "银行卡号 622************2444"
	)
	for _, c := range []struct{ text, want string }{
		// identity numbers
		{"身份证号：11010519491231002X。", identity},
		{"身份证号11010519491231002x", identity},
		{"（11010519491231002Ｘ）", identity},
		{"１１０１０５１９４９１２３１００２Ｘ", identity},
		{"110105 19491231 002X", identity},
		{"110105-19491231-002X", identity},
		{"110105 1949 1231 002X", identity},
		{"ID11010519491231002X", identity},
		{"张三110105194912310038，李四", "公民身份号码 110***********0038"},
		{"110105491231002", "公民身份号码 110********1002"},
		{"110105 19491231002X", identity},
		{"11010519491231 002X", identity},
		{"110105 194912310038", "公民身份号码 110***********0038"},
		{"1101 0519 4912 3100 2X", identity},
		{"1101051949\u200b1231002X", identity},
		{"sfz11010519491231002X", identity},
		{"110105194912310021", ""}, // wrong check digit
		{"身份证号码：110105194912310021", "公民身份号码 110***********0021"},
		{"公民身份号码 110105 19491231 0021", "公民身份号码 110***********0021"},
		{"身份证11010519491331002X", ""}, // no such month, whatever it is called
		{"合同编号110105194912310021", ""},
		{"11010519491331002X", ""}, // no such month
		{"11010518801231002X", ""}, // nobody is that old
		{"99010519491231002X", ""}, // no such region
		{"110105491331002", ""},
		{"营业执照注册号110105491231002", ""},
		{"110105491231002元", ""},
		// mobile numbers
		{"联系人李四，电话13812345678。", mobile},
		{"138 1234 5678", mobile},
		{"138-1234-5678", mobile},
		{"138　1234　5678", mobile},
		{"+86 138 1234 5678", mobile},
		{"+8613812345678", mobile},
		{"86-138-1234-5678", mobile},
		{"0086-13812345678", mobile},
		{"Tel13812345678", mobile},
		{"邮编730000 13812345678", mobile},
		{"13812345678、13912345678", mobile + "；手机号码 139****5678"},
		{"13812345678/13812345678", mobile + "；" + mobile},
		{"１３８１２３４５６７８", mobile},
		{"13812345678项目负责人", mobile},
		{"13812345678人民政府", mobile},
		{"13812345678（微信同号）", mobile},
		{"12812345678", ""},   // no such prefix
		{"138123456789", ""},  // too long
		{"1381234567", ""},    // too short
		{"A13812345678", ""},  // a code
		{"13812345678元", ""},  // money
		{"13812345678吨；", ""}, // a quantity
		{"13812345678个。", ""},
		{"¥13812345678", ""},
		{"13812345678.50", ""},
		{"0.13812345678", ""},
		{"138-1234-5678-90", ""},
		{"GF-13812345678", ""},
		{"13812345678%", ""},
		{"0935-6123456,13812345678", mobile},
		{"13812345678,13912345678", mobile + "；手机号码 139****5678"},
		{"138 12345678", mobile},
		{"138-12345678", mobile},
		{"1381234 5678", mobile},
		{"138.1234.5678", mobile},
		{"138—1234—5678", mobile},
		{"138·1234·5678", mobile},
		{"008613812345678", mobile},
		{"+86138 1234 5678", mobile},
		{"sj13812345678", mobile},
		{"微信wx13812345678", mobile},
		{"138\u200b1234\ufeff5678", mobile},
		{"138.12345678", ""},         // a longitude
		{"1381234.5678", ""},         // a measurement
		{"131.1234,38.567890", ""},   // coordinates
		{"138.1234.5678.90", ""},     // a code
		{"138 12345678元", ""},        // money
		{"编号138-12345678", ""},       // a serial number
		{"完成1500000 2020年", ""},      // an amount and a year
		{"1500000—2000000元", ""},     // a range of amounts
		{"138—1234—5678—90", ""},     // a code
		{"138 1234 567X", ""},        // no digit
		{"投资1,381,234,5678万元", ""},   // an odd amount
		{"第138.1234条、5678条", ""},     // clauses
		{"91620600MA71234567", ""},   // a credit code
		{"0935-6123456 6123457", ""}, // landlines
		// bank cards
		{"账号6222600260001072444", card},
		{"6222 6002 6000 1072 444", card},
		{"622260 0260001072444", card},
		{"4111111111111111", "银行卡号 411*********1111"},
		{"6222600260001072445", ""}, // wrong check digit
		{"7222600260001072444", ""}, // no bank's prefix
		// what official documents are full of
		{"甲政发〔2021〕3号", ""},
		{"甲办字〔2020〕13812345号", ""},
		{"000014349/2017-00110", ""},
		{"11441700007280420Y/2021-00050", ""},
		{"13812345678/2021-00050", ""},
		{"统一社会信用代码91620600MA71234567", ""},
		{"排污许可证91620600720259999A001P", ""},
		{"2020-07-30 12:15", ""},
		{"2018—2020年完成138.12万立方米、1345.67吨，占20.5%", ""},
		{"监督电话：0935-2212345，邮编733000", ""},
		{"监督电话：12369；0931-88881234转8001", ""},
		{"400-123-4567", ""},
		{"1949年10月1日12时", ""},
		{"13,812,345,678", ""},
		{"第1、3、4、7、10、14、21、22、26、27、31、61项问题", ""},
		{"", ""},
		{"没有数字", ""},
	} {
		if got := found(c.text); got != c.want {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}

// TestPlace: a finding covers the number and nothing else.
func TestPlace(t *testing.T) {
	for text, want := range map[string]string{
		"电话（+86 138 1234 5678）":      "138 1234 5678",
		"电话8613812345678。":           "13812345678",
		"电话008613812345678。":         "13812345678",
		"电话\u200b138\u200b12345678。": "138\u200b12345678",
		"号码11010519491231002X，":      "11010519491231002X",
		"卡6222 6002 6000 1072 444。":  "6222 6002 6000 1072 444",
	} {
		rs, list := []rune(text), Screen(text)
		if len(list) != 1 || string(rs[list[0].Offset:list[0].Offset+list[0].Length]) != want {
			t.Errorf("%s: %+v", text, list)
		}
	}
}

// TestMessageSaysNoNumber: what is private must not stand in a log.
func TestMessageSaysNoNumber(t *testing.T) {
	list := Screen("电话13812345678")
	if got := list[0].Message(); got != "疑似手机号码“138****5678”" {
		t.Error(got)
	}
}

// TestLinear: a hostile text costs no more than its length.
func TestLinear(t *testing.T) {
	for _, unit := range []string{"1", "1-", "138-1234-", "110105 19491231 ", "tel", "x1"} {
		bounds.Linear(t, unit, 1<<20/len(unit), func(n int) func() {
			text := strings.Repeat(unit, n)
			return func() { Screen(text) }
		})
	}
}

func FuzzScreen(f *testing.F) {
	for _, s := range []string{"电话13812345678", "11010519491231002X", "138-1234-5678", "6222 6002 6000 1072 444", "86138-", "X0０.Ｘ", "\xff1", "138\u200b1234.5678", "0086138—1234—5678"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for _, found := range Screen(s) {
			if found.Offset < end || found.Length < 11 || found.Offset+found.Length > utf8.RuneCountInString(s) {
				t.Fatalf("%q: %+v", s, found)
			}
			end = found.Offset + found.Length
			if !strings.Contains(found.Masked, "****") {
				t.Fatalf("not masked: %+v", found)
			}
		}
	})
}
