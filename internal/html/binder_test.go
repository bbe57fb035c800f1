package html

import (
	"strings"
	"testing"
)

func TestCutKeepsNumbersAndMarksWhole(t *testing.T) {
	for text, want := range map[string]string{
		"":                          "",
		"正文，没有数字。":                  "正文，没有数字。",
		"用水15.15亿立方米以内":             "用水[15.15亿立方米]以内",
		"甲办字〔2020〕47号）文":            "甲办字[〔2020〕47号）]文",
		"细颗粒物（PM2.5）浓度":             "细颗粒物[（PM2.5）]浓度",
		"2020年7月30日前":               "[2020年][7月][30日]前",
		"不超过35%左右":                  "不超过[35%]左右",
		"也就是——这样……的":                "也就[是——]这样……的",
		"https://example.org/a/b/c": "[https://][example.org/][a/][b/]c",
	} {
		var b binder
		var got strings.Builder
		for _, p := range b.cut(text) {
			if p.whole {
				got.WriteString("[" + p.text + "]")
				continue
			}
			got.WriteString(p.text)
		}
		if got.String() != want {
			t.Errorf("%q: got %q, want %q", text, got.String(), want)
		}
	}
}

// What may be left unbroken would be one piece.
func TestCutOfTextWithoutBreaksIsOnePiece(t *testing.T) {
	var b binder
	for _, text := range []string{"（一）甲乙，丙丁。", "一、甲“乙”《丙》…… 丁", "　甲、乙　（丙）μ²℃", "甲·乙"} {
		if strings.ContainsFunc(text, breaks) {
			t.Errorf("%q is no text of this test", text)
		}
		if got := b.cut(text); len(got) != 1 || got[0] != (piece{text: text}) {
			t.Errorf("%q: %+v", text, got)
		}
	}
}
