package norm_test

import (
	"testing"

	"hongtou/internal/norm"
)

func TestGridClauses(t *testing.T) {
	const rows, columns, step = "5.2.3 每页22行", "5.2.3 每行28字", "5.2.3 行距"
	try(t, []trial{
		{name: "as it should be", clause: rows, make: official, want: norm.Holds, value: "每面行数", number: 22, unit: "行", place: "body"},
		{name: "21 lines", clause: rows, make: official, alter: squeeze(pitch * 22 / 21), want: norm.Fails, value: "每面行数", number: 21, unit: "行", says: "第2页21行"},
		{name: "23 lines of 28 points", clause: rows, make: official, alter: all(squeeze(28*pt), func(s *sheet) {
			s.add(text{name: "body", page: 2, s: han(28), x: 28, y: baseline(1) + 22*28*pt})
		}), want: norm.Fails, value: "每面行数", number: 23, unit: "行"},
		{name: "no full page", clause: rows, make: sealed, want: norm.Absent, says: "没有排满"},

		{name: "as it should be", clause: columns, make: official, want: norm.Holds, value: "每行字数", number: 28, unit: "字", place: "body"},
		{name: "27 characters", clause: columns, make: natural27, want: norm.Fails, value: "每行字数", number: 27, unit: "字", place: "body", says: "27字"},
		{name: "one short before a word that holds together", clause: columns, make: official, alter: func(s *sheet) {
			n := 0
			s.named("body", func(t *text) {
				switch n++; n {
				case 3:
					t.s = cut(t.s, 27)
				case 4:
					t.s = "》" + han(27)
				}
			})
		}, want: norm.Holds},
		{name: "no full line", clause: columns, make: shortLines, want: norm.Absent},

		{name: "as it should be", clause: step, make: official, want: norm.Holds, value: "行距", number: pitch / pt, unit: "pt", place: "body"},
		{name: "28.95 points", clause: step, make: official, alter: officeLines, want: norm.Holds, value: "行距", number: 28.95, unit: "pt"},
		{name: "28.95 points", clause: step, make: official, alter: officeLines, want: norm.Holds, value: "22行高", number: 224.69, unit: "mm"},
		{name: "28 points", clause: step, make: official, alter: squeeze(28 * pt), want: norm.Fails, value: "行距", number: 28, unit: "pt", place: "body"},
		{name: "30 points", clause: step, make: official, alter: squeeze(30 * pt), want: norm.Fails, value: "22行高", number: 227.8, unit: "mm"},
		{name: "on pixels", clause: step, make: official, alter: onPixels, want: norm.Holds, value: "行距", number: 29.61, unit: "pt"},
		{name: "one line 4 mm off", clause: step, make: official, alter: func(s *sheet) {
			n := 0
			s.named("body", func(t *text) {
				if n++; n == 10 {
					t.name, t.y = "off", t.y+4
				}
			})
		}, want: norm.Fails, place: "off", says: "与上一行距"},
		{name: "no page of text", clause: step, make: sealed, want: norm.Absent},
	})
}

// onPixels places lines on the pixels of a screen, 96 to an inch.
func onPixels(s *sheet) {
	const pixel = 25.4 / 96
	s.named("body", func(t *text) { t.y = float64(int(t.y/pixel+0.5)) * pixel })
}
