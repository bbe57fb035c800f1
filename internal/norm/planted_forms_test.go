package norm_test

// short is a red head with one paragraph on its only page; the end is added by
// those who call it.
func short() *sheet {
	s := &sheet{sizes: pages(2)}
	s.head()
	s.title(158.9, "甲市乙县人民政府", "关于整改工作的请示")
	s.add(text{name: "recipients", page: 1, s: "甲市人民政府：", x: 28, y: baseline(15)})
	s.body(1, 16, 7, true, false)
	s.body(2, 1, 3, false, true)
	s.folio(1)
	s.folio(2)
	return s
}

// sealed has one organ whose seal covers its name and the date.
func sealed() *sheet {
	s := short()
	date := s.add(text{name: "date", page: 2, s: "2026年3月5日", y: baseline(7)})
	date.right(184 - 4*zi)
	middle := date.x + date.width()/2
	s.add(text{name: "organ", page: 2, s: "甲市乙县人民政府", y: baseline(6)}).centre(middle)
	s.pictures = append(s.pictures, &picture{name: "seal", page: 2, x: middle - 20, y: baseline(3) + 3, w: 40, h: 40})
	return s
}

// together has two organs side by side, each with its seal.
func together() *sheet {
	s := sealed()
	s.named("organ", func(t *text) { t.s = "甲市丙局"; t.centre(184 - 4*zi - 3*zi) })
	s.add(text{name: "other", page: 2, s: "甲市乙县", y: baseline(6)}).centre(70)
	s.pictures = append([]*picture{{name: "otherseal", page: 2, x: 50, y: baseline(3) + 3, w: 40, h: 40}}, s.pictures...)
	return s
}

// stamped has a post and a signature stamp in the place of a name.
func stamped() *sheet {
	s := short()
	x := 184 - 4*zi - 35
	s.add(text{name: "post", page: 2, s: "县长", y: baseline(6) + 1}).right(x - 2*zi)
	s.pictures = append(s.pictures, &picture{name: "stamp", page: 2, x: x, y: baseline(6) + 1 - 0.38*16*pt - 7.5, w: 35, h: 15})
	s.add(text{name: "date", page: 2, s: "2026年3月5日", y: baseline(9)}).right(184 - 4*zi)
	return s
}

// upward has three who sign it out: two names on a line, the last one on that of
// the number.
func upward() *sheet {
	s := short()
	const y = 124.5
	x := 184 - zi - 8*zi
	s.add(text{name: "label", page: 1, s: "签发人：", x: x - 4*zi, y: y - pitch})
	s.add(text{name: "signer", page: 1, s: "王某某", face: kai, x: x, y: y - pitch})
	s.add(text{name: "signer", page: 1, s: "李某某", face: kai, x: x + 5*zi, y: y - pitch})
	s.add(text{name: "third", page: 1, s: "赵某某", face: kai, x: x, y: y})
	s.named("number", func(t *text) { t.x = 28 + zi })
	return s
}

// letter is of clause 10.1, over two pages.
func letter() *sheet {
	const size, em = 36.0, 36 * pt
	s := &sheet{sizes: pages(2)}
	s.add(text{name: "mark", page: 1, s: "甲市乙县人民政府", face: biaosong, size: size, y: 30 + markUp*em, colour: red}).centre(105)
	line := func(name string, y, width float64) {
		s.lines = append(s.lines, &stroke{name: name, page: 1, x0: 20, y0: y, x1: 190, y1: y, width: width, colour: red})
	}
	foot := 30 + markUp*em + 0.09*em + 4 // of the ink, and 4 mm
	line("thick", foot+0.6, 1.2)
	line("thin", foot+2, 0.4)
	line("thin2", 276.2, 0.4)
	line("thick2", 277.4, 1.2)
	y := foot + 2.2 + 4.9 + 0.88*16*pt
	s.add(text{name: "serial", page: 1, s: "000012", x: 28, y: y})
	s.add(text{name: "secrecy", page: 1, s: "秘密★6个月", face: hei, x: 28, y: y + pitch})
	s.add(text{name: "number", page: 1, s: "甲函〔2026〕7号", y: y}).right(184)
	s.title(y+pitch+24+0.85*22*pt, "甲市乙县人民政府关于", "移交整改任务的函")
	s.add(text{name: "recipients", page: 1, s: "各乡镇人民政府：", x: 28, y: baseline(10)})
	s.body(1, 11, 12, true, false)
	s.body(2, 1, 3, false, true)
	s.add(text{name: "organ", page: 2, s: "甲市乙县人民政府", y: baseline(5)}).right(184 - 2*zi)
	s.add(text{name: "date", page: 2, s: "2026年3月5日", y: baseline(6)}).right(184 - 2*zi)
	s.add(text{name: "cc", page: 2, s: "抄送：甲市丙局，甲市丁局。", size: 14, x: 28 + 14*pt, y: 260})
	s.folio(2)
	return s
}

// lying is a table on two pages of paper that lies on its side.
func lying() *sheet {
	s := &sheet{sizes: []size{sideways, sideways}}
	for i := range 2 {
		page := i + 1
		for _, x := range []float64{35.2, 148, 259.8} {
			s.lines = append(s.lines, &stroke{name: "standing", page: page, x0: x, y0: 60, x1: x, y1: 100, width: 0.2})
		}
		for _, y := range []float64{60, 80, 100} {
			s.lines = append(s.lines, &stroke{name: "row", page: page, x0: 35.2, y0: y, x1: 259.8, y1: y, width: 0.2})
		}
		s.add(text{name: "cell", page: page, s: "整改任务", face: hei, size: 12, x: 40, y: 70})
		s.add(text{name: "cell", page: page, s: "整改时限", face: hei, size: 12, x: 152, y: 70})
		const em = 14 * pt
		n := s.add(text{name: "folio", page: page, s: "—" + string(rune('0'+page)) + "—", face: song, size: 14, x: 297 - folioY, angle: 90})
		if page%2 == 1 {
			n.y = 184 - em - n.width()
		} else {
			n.y = 28 + em
		}
	}
	return s
}

// moved has its recipients in the imprint, which stands alone on the fourth
// page, after a blank one.
func moved() *sheet {
	s := sealed()
	s.sizes = pages(4)
	s.remove("recipients")
	s.imprint(4)
	s.add(text{name: "movedto", page: 4, s: "主送：各乡镇人民政府。", size: 14, x: 28 + 14*pt, y: 231})
	s.line("first", func(l *stroke) { l.y0, l.y1 = 224, 224 })
	return s
}
