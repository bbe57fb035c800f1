package glyphs

import (
	"testing"

	"hongtou/internal/testkit/judge"
)

// marks are those that Latin faces have as well, half as wide or lower.
const marks = "甲“乙”丙——丁……戊·己‘庚’辛"

// ownFace is the Chinese face of every role.
var ownFace = map[string]string{
	"title": "HongtouBiaoSong", "body": "HongtouFangSong", "hei": "HongtouHei", "kai": "HongtouKai", "song": "HongtouSong",
}

func TestQuotesAndDashesInPDF(t *testing.T) {
	t.Parallel()
	checkFile(t, toPDF(t, marks), marks, ownFace)
}

func TestQuotesAndDashesInHTML(t *testing.T) {
	t.Parallel()
	checkFile(t, judge.HTMLToPDF(t, toHTML(t, marks)), marks, ownFace)
}
