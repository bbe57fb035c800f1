package conformity_test

import "strings"

// mistakesOfSpecialForms are slips in orders and minutes.
func mistakesOfSpecialForms() []mistake {
	return []mistake{
		{"order's mark where an ordinary one stands", order, lower(15, "mark", "number", "body", "post", "date"), []string{"10.2 标志"}},
		{"order's mark off the centre", order, shift("mark", 3, 0), []string{"10.2 标志"}},
		{"order's mark in 黑体", order, inFace("mark", hei), []string{"10.2 标志字体"}},
		{"order's number flush left", order, on("number", func(t *text) { t.x = 28 }), []string{"10.2 令号"}},
		{"order's number one line under the mark", order, shift("number", 0, -12), []string{"10.2 令号", "10.2 正文"}},
		{"order's text one line under the number", order, lower(-12, "body", "post", "date"), []string{"10.2 正文"}},
		{"order without date", order, removed("date"), []string{"10.2 签发"}},
		{"minutes' mark 25 mm down", minutes, shift("mark", 0, -10), []string{"10.3 标志"}},
		{"minutes' mark in 宋体", minutes, inFace("mark", song), []string{"10.3 标志字体"}},
		{"出席 flush left", minutes, all(shift("出席：", -2*zi, 0), shift("names", 0, 0)), []string{"10.3 名单位置"}},
		{"names that go on under their label", minutes, shift("wrapped", -3*zi, 0), []string{"10.3 名单位置"}},
		{"出席 right under the text", minutes, lower(-pitch, "出席：", "请假：", "列席：", "names", "wrapped"), []string{"10.3 名单位置"}},
		{"列席 in 仿宋", minutes, inFace("列席：", fangsong), []string{"10.3 名单字体"}},
		{"出席 with a half-width colon", minutes, on("出席：", func(t *text) { t.s = strings.Replace(t.s, "：", ":", 1) }), []string{"10.3 名单字体", "9 标点"}},
		{"names in 楷体", minutes, inFace("names", kai), []string{"10.3 名单字体"}},
	}
}

// lower moves texts of some names, and all pictures, down by some mm.
func lower(by float64, names ...string) func(*sheet) {
	return func(s *sheet) {
		for _, n := range names {
			shift(n, 0, by)(s)
		}
		for _, p := range s.pictures {
			p.y += by
		}
	}
}
