package elements

import (
	"slices"
	"testing"
)

// TestLines: what stands on one baseline, and what is raised or lowered on it.
func TestLines(t *testing.T) {
	for name, c := range map[string]struct {
		page *hand
		want []string
	}{
		"two lines":                 {newHand(1).text(30, 50, 16, "", "甲市").text(30, 60, 16, "", "乙县"), []string{"甲市", "乙县"}},
		"faces and sizes":           {newHand(1).text(30, 50, 16, "", "甲市").text(60, 50.4, 14, "Times", "2026").text(90, 50, 22, "", "乙"), []string{"甲市2026乙"}},
		"lowered figures":           {newHand(1).text(30, 50, 16, "", "浓度PM").text(47.1, 51.3, 9, "", "2.5").text(52, 50, 16, "", "下降"), []string{"浓度PM2.5下降"}},
		"raised figure":             {newHand(1).text(30, 50, 16, "", "面积5m").text(46.8, 48, 9, "", "2").text(49, 50, 16, "", "。整改"), []string{"面积5m2。整改"}},
		"figures of a browser":      {newHand(1).text(30, 50, 16, "", "浓度PM").text(47.1, 51.4, 13.3, "", "2.5").text(54, 50, 16, "", "下降"), []string{"浓度PM2.5下降"}},
		"small line under a line":   {newHand(1).text(30, 50, 16, "", "整改工作方案").text(30, 53, 9, "", "注释"), []string{"整改工作方案", "注释"}},
		"names beside a large word": {newHand(1).text(30, 50, 22, "", "甲市人民政府").text(30, 62, 22, "", "乙县人民政府").text(79, 56, 34, "", "文件"), []string{"甲市人民政府", "文件", "乙县人民政府"}},
	} {
		if got := texts(Lines(c.page.Glyphs)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestLineTakesWhatMostHave: one figure of another size or height is not the
// line's.
func TestLineTakesWhatMostHave(t *testing.T) {
	l := Lines(newHand(1).text(30, 49.5, 10, "", "1").text(34, 50, 16, "", "甲市人民政府").Glyphs)[0]
	if l.Size() != 16 || l.Y != 50 {
		t.Errorf("%.1f pt at %.1f", l.Size(), l.Y)
	}
}

func TestParts(t *testing.T) {
	for name, c := range map[string]struct {
		page *hand
		want []string
	}{
		"one":              {newHand(1).text(30, 50, 16, "", "甲市人民政府"), []string{"甲市人民政府"}},
		"organ and date":   {newHand(1).text(33, 50, 14, "", "乙县办公室").text(130, 50, 14, "", "2026年3月6日印发"), []string{"乙县办公室", "2026年3月6日印发"}},
		"stretched name":   {newHand(1).text(30, 50, 16, "", "财      政      局"), []string{"财政局"}},
		"stretched thrice": {newHand(1).text(30, 50, 16, "", "发       文       机       关"), []string{"发文机关"}},
		"two in a row":     {newHand(1).text(30, 50, 16, "", "甲市委").text(100, 50, 16, "", "甲市府"), []string{"甲市委", "甲市府"}},
	} {
		if got := texts(Lines(c.page.Glyphs)[0].Parts()); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
