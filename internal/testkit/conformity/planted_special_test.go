package conformity_test

// order is of clause 10.2, on one page: mark, number, text, and a post with a
// signature stamp.
func order() *sheet {
	const size, em = 36.0, 36 * pt
	s := &sheet{landscape: make([]bool, 1)}
	y := 57 + markUp*em
	s.add(text{name: "mark", page: 1, s: "甲市乙县人民政府令", face: biaosong, size: size, y: y, rgb: red}).centre(106)
	y += 0.09*em + 24 + markUp*16*pt
	s.add(text{name: "number", page: 1, s: "第12号", y: y}).centre(106)
	y += 0.09*16*pt + 24 + markUp*16*pt
	for i := range 5 {
		x, words := 28.0, han(28)
		switch i {
		case 0:
			x, words = 28+2*zi, han(26)
		case 4:
			words = han(10) + "。"
		}
		s.add(text{name: "body", page: 1, s: words, x: x, y: y + float64(i)*pitch})
	}
	y += 4 * pitch
	x := 184 - 4*zi - 35
	s.add(text{name: "post", page: 1, s: "县长", y: y + 3*pitch + 1}).right(x - 2*zi)
	s.pictures = append(s.pictures, &picture{name: "stamp", page: 1, x: x, y: y + 3*pitch + 1 - 0.38*16*pt - 7.5, w: 35, h: 15})
	s.add(text{name: "date", page: 1, s: "2026年3月5日", y: y + 6*pitch}).right(184 - 4*zi)
	s.folio(1)
	return s
}

// minutes are of clause 10.3, on one page: mark, red line, title, text and the
// lists of those who took part.
func minutes() *sheet {
	const size, em = 36.0, 36 * pt
	s := &sheet{landscape: make([]bool, 1)}
	y := 72 + markUp*em
	s.add(text{name: "mark", page: 1, s: "甲市整改工作会议纪要", face: biaosong, size: size, y: y, rgb: red}).centre(106)
	s.lines = append(s.lines, &stroke{name: "redline", page: 1, x0: 28, y0: 105, x1: 184, y1: 105, width: 0.4, rgb: red})
	s.title(135, "研究整改工作任务")
	s.body(1, 12, 4, true, true)
	s.list(17, "出席：", "整改工作应当坚持问题导向目标导向结果导向压实责", "任细化措施")
	s.list(19, "请假：", "整改工作")
	s.list(20, "列席：", "问题导向")
	s.folio(1)
	return s
}

// list is one list of people from a row on: a label, names, and the lines that
// go on under the first of them.
func (s *sheet) list(row int, label string, names ...string) {
	x := 28 + 2*zi
	s.add(text{name: label, page: 1, s: label, face: hei, x: x, y: baseline(row)})
	for i, n := range names {
		at := "names"
		if i > 0 {
			at = "wrapped"
		}
		s.add(text{name: at, page: 1, s: n, x: x + 3*zi, y: baseline(row + i)})
	}
}
