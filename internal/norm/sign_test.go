package norm_test

import (
	"testing"

	"hongtou/internal/norm"
)

// scanned puts a picture of the whole page on the page of the signature.
func scanned(s *sheet) {
	s.pictures = []*picture{{name: "scan", page: 2, w: 210, h: 297}}
}

func unstamped(s *sheet) { s.pictures = nil }

func TestSealClauses(t *testing.T) {
	seal := func(x, y float64) func(*sheet) {
		return func(s *sheet) { s.pictures[0].x += x; s.pictures[0].y += y }
	}
	try(t, []trial{
		{name: "holds", clause: "7.3.5.1 日期", make: sealed, want: norm.Holds, value: "日期右空", number: 4, unit: "字", place: "date"},
		{name: "two characters", clause: "7.3.5.1 日期", make: sealed, alter: all(shift("date", 2*zi, 0), shift("organ", 2*zi, 0), seal(2*zi, 0)), want: norm.Fails, value: "日期右空", number: 2, unit: "字", place: "date"},
		{name: "no seal", clause: "7.3.5.1 日期", make: official, want: norm.Absent},
		{name: "holds", clause: "7.3.5.1 署名", make: sealed, want: norm.Holds, value: "中线偏", number: 0, unit: "mm", place: "organ"},
		{name: "not over the date", clause: "7.3.5.1 署名", make: sealed, alter: shift("organ", -6, 0), want: norm.Fails, value: "中线偏", number: -6, unit: "mm", place: "organ"},
		{name: "no seal", clause: "7.3.5.1 署名", make: official, want: norm.Absent},

		{name: "holds", clause: "7.3.5.1 印章", make: sealed, want: norm.Holds, value: "印章中线与日期偏", number: 0, unit: "mm", place: "seal"},
		{name: "beside the date", clause: "7.3.5.1 印章", make: sealed, alter: seal(-8, 0), want: norm.Fails, value: "印章中线与日期偏", number: -8, unit: "mm", place: "seal"},
		{name: "far under the text", clause: "7.3.5.1 印章", make: sealed, alter: all(shift("date", 0, 2*pitch), shift("organ", 0, 2*pitch), seal(0, 2*pitch)), want: norm.Fails, place: "seal", says: "距正文"},
		{name: "on nothing", clause: "7.3.5.1 印章", make: sealed, alter: func(s *sheet) {
			s.pictures = append([]*picture{{name: "blankseal", page: 2, x: 30, y: s.pictures[0].y, w: 40, h: 40}}, s.pictures...)
		}, want: norm.Fails, place: "blankseal", says: "空白印章"},
		{name: "left free", clause: "7.3.5.1 印章", make: sealed, alter: unstamped, want: norm.Absent},
		{name: "scan", clause: "7.3.5.1 印章", make: sealed, alter: scanned, want: norm.Unproven, place: "date"},

		{name: "holds", clause: "7.3.5.1 联合用印", make: together, want: norm.Holds, value: "印章", number: 2, place: "otherseal"},
		{name: "touch", clause: "7.3.5.1 联合用印", make: together, alter: func(s *sheet) {
			s.pictures[0].x = s.pictures[1].x - 30
			s.named("other", func(t *text) { t.x = s.pictures[0].x })
		}, want: norm.Fails, place: "otherseal", says: "相交"},
		{name: "over the edge", clause: "7.3.5.1 联合用印", make: together, alter: func(s *sheet) { s.pictures[0].x = 20 }, want: norm.Fails, says: "越出版心"},
		{name: "one organ", clause: "7.3.5.1 联合用印", make: sealed, want: norm.Absent},
	})
}

func TestUnsealedClauses(t *testing.T) {
	try(t, []trial{
		{name: "holds", clause: "7.3.5.2 署名", make: official, want: norm.Holds, value: "右空", number: 2, unit: "字", place: "organ"},
		{name: "flush right", clause: "7.3.5.2 署名", make: official, alter: all(shift("organ", 2*zi, 0), shift("date", 2*zi, 0)), want: norm.Fails, value: "右空", number: 0, unit: "字", place: "organ"},
		{name: "right under the text", clause: "7.3.5.2 署名", make: official, alter: removed("hanging"), want: norm.Fails, value: "与上文距", number: 3, unit: "行"},
		{name: "sealed", clause: "7.3.5.2 署名", make: sealed, want: norm.Absent},
		{name: "scan", clause: "7.3.5.2 署名", make: official, alter: func(s *sheet) {
			s.pictures = []*picture{{name: "scan", page: 3, w: 210, h: 297}}
		}, want: norm.Unproven},
		{name: "holds", clause: "7.3.5.2 日期", make: official, want: norm.Holds, value: "在署名下", number: 1, unit: "行", place: "date"},
		{name: "before the name", clause: "7.3.5.2 日期", make: official, alter: shift("date", -4*zi, 0), want: norm.Fails, place: "date", says: "左2.00字"},
		{name: "two lines down", clause: "7.3.5.2 日期", make: official, alter: shift("date", 0, pitch), want: norm.Absent}, // as where a stamp comes between
		{name: "sealed", clause: "7.3.5.2 日期", make: sealed, want: norm.Absent},

		{name: "holds", clause: "7.3.5.4 日期写法", make: official, want: norm.Holds, place: "date"},
		{name: "leading zeros", clause: "7.3.5.4 日期写法", make: official, alter: says("date", "2026年03月05日"), want: norm.Fails, place: "date", says: "03月"},
		{name: "Chinese numerals", clause: "7.3.5.4 日期写法", make: official, alter: on("date", func(x *text) { x.s = "二〇二六年三月五日"; x.right(184 - 2*zi) }), want: norm.Fails, place: "date"},
		{name: "none", clause: "7.3.5.4 日期写法", make: plain, want: norm.Absent},

		{name: "holds", clause: "7.3.5.5 署名页", make: sealed, want: norm.Holds, value: "署名页上的正文", number: 3, unit: "行"},
		{name: "alone", clause: "7.3.5.5 署名页", make: sealed, alter: func(s *sheet) {
			s.sizes = pages(3)
			for _, n := range []string{"date", "organ"} {
				s.named(n, func(x *text) { x.page = 3 })
			}
			s.pictures[0].page = 3
			s.folio(3)
		}, want: norm.Fails, value: "署名页上的正文", number: 0, unit: "行", place: "date"},
		{name: "此页无正文", clause: "7.3.5.5 署名页", make: sealed, alter: func(s *sheet) {
			s.add(text{name: "void", page: 2, s: "（此页无正文）", x: 28 + 2*zi, y: baseline(4)})
		}, want: norm.Fails, place: "void"},
		{name: "none", clause: "7.3.5.5 署名页", make: plain, want: norm.Absent},
	})
}

func TestStampClauses(t *testing.T) {
	try(t, []trial{
		{name: "holds", clause: "7.3.5.3 签名章", make: stamped, want: norm.Holds, value: "右空", number: 4, unit: "字", place: "stamp"},
		{name: "flush right", clause: "7.3.5.3 签名章", make: stamped, alter: all(func(s *sheet) { s.pictures[0].x += 4 * zi }, shift("post", 4*zi, 0)), want: norm.Fails, value: "右空", number: 0, unit: "字", place: "stamp"},
		{name: "post far off", clause: "7.3.5.3 签名章", make: stamped, alter: shift("post", -3*zi, 0), want: norm.Fails, value: "职务与签名章间空", number: 5, unit: "字", place: "post"},
		{name: "post too high", clause: "7.3.5.3 签名章", make: stamped, alter: shift("post", 0, -4), want: norm.Fails, value: "上下偏", number: -4, unit: "mm", place: "post"},
		{name: "left free", clause: "7.3.5.3 签名章", make: stamped, alter: unstamped, want: norm.Holds, place: "post", says: "留空"},
		{name: "scan", clause: "7.3.5.3 签名章", make: stamped, alter: scanned, want: norm.Unproven, place: "post"},
		{name: "name in type", clause: "7.3.5.3 签名章", make: stamped, alter: all(unstamped, func(s *sheet) {
			s.named("post", func(x *text) { s.add(text{name: "typed", page: 2, s: "王某某", x: x.x + 5*zi, y: x.y}) })
		}), want: norm.Unproven, says: "王某某"},
		{name: "sealed", clause: "7.3.5.3 签名章", make: sealed, want: norm.Absent},
		{name: "holds", clause: "7.3.5.3 日期", make: stamped, want: norm.Holds, value: "右空", number: 4, unit: "字", place: "date"},
		{name: "two characters", clause: "7.3.5.3 日期", make: stamped, alter: shift("date", 2*zi, 0), want: norm.Fails, value: "右空", number: 2, unit: "字", place: "date"},
		{name: "sealed", clause: "7.3.5.3 日期", make: sealed, want: norm.Absent},

		{name: "holds", clause: "7.2.6 字体", make: upward, want: norm.Holds, place: "label"},
		{name: "names in 仿宋", clause: "7.2.6 字体", make: upward, alter: inFace("signer", fangsong), want: norm.Fails, place: "signer"},
		{name: "face without a name", clause: "7.2.6 字体", make: upward, alter: inFace("signer", unnamed), want: norm.Unproven, place: "signer"},
		{name: "none", clause: "7.2.6 字体", make: official, want: norm.Absent},
		{name: "holds", clause: "7.2.6 位置", make: upward, want: norm.Holds, value: "右空", number: 1, unit: "字", place: "signer"},
		{name: "flush right", clause: "7.2.6 位置", make: upward, alter: all(shift("signer", zi, 0), shift("third", zi, 0), shift("label", zi, 0)), want: norm.Fails, value: "右空", number: 0, unit: "字", place: "signer"},
		{name: "none", clause: "7.2.6 位置", make: official, want: norm.Absent},
	})
}

// briefOrgan gives the signature one name that is shorter than the date.
func briefOrgan(right float64) func(*sheet) {
	return func(s *sheet) {
		s.remove("organ")
		s.add(text{name: "organ", page: 3, s: "乙县政府", y: baseline(14)}).right(184 - right*zi)
		s.named("date", func(x *text) { x.y = baseline(15) })
	}
}

// TestWayOfSigning: four characters behind the date leave room for a seal; a date
// that is longer keeps its two and the signature makes way.
func TestWayOfSigning(t *testing.T) {
	four := all(removed("other"), shift("date", -2*zi, 0), briefOrgan(6))
	try(t, []trial{
		{name: "room for a seal", clause: "7.3.5.1 日期", make: official, alter: four, want: norm.Holds, says: "印章待盖"},
		{name: "room for a seal", clause: "7.3.5.1 署名", make: official, alter: four, want: norm.Fails, says: "偏"},
		{name: "room for a seal", clause: "7.3.5.2 署名", make: official, alter: four, want: norm.Absent},
		{name: "room for a seal", clause: "7.3.5.2 日期", make: official, alter: four, want: norm.Absent},
		{name: "longer date", clause: "7.3.5.2 日期", make: official, alter: briefOrgan(2), want: norm.Holds, says: "日期比署名长"},
		{name: "longer date", clause: "7.3.5.2 署名", make: official, alter: briefOrgan(2), want: norm.Fails, place: "organ", says: "应在日期首字左2字"},
		{name: "longer date, signature in its place", clause: "7.3.5.2 署名", make: official, alter: briefOrgan(6), want: norm.Holds},
	})
}
