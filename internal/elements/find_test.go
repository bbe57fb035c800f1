package elements

import (
	"slices"
	"strings"
	"testing"

	"hongtou/internal/printout"
)

// letterOf is a short document as somebody's program sets it: what it says is
// given, so that one thing can be wrong.
type letterOf struct {
	titleSize, titleX float64
	recipients        string
	date, closing     string
	note              []string
	attachment        string
	cc, printed       string
	organ             string
}

func ordinary() letterOf {
	return letterOf{22, 67, "各乡镇人民政府：", "2026年3月5日", "（此件公开发布）", []string{"附件：1.任务清单", "      2.责任分工"}, "附件1",
		"抄送：甲局，乙局。", "丙办公室              2026年3月6日印发", "甲市乙县人民政府"}
}

func (l letterOf) pages() []*hand {
	const indent = 28 + 2*5.5714
	first := newHand(1).colour(red, 50, 83, 36, "FZXBSJW", "甲市人民政府文件").text(80, 126, 16, "FangSong", "甲政发〔2026〕7号").rule(28, 130, 184, 130, 0.4, red)
	first.text(l.titleX, 160, l.titleSize, "FZXBSJW", "关于印发方案的通知").text(28, 180, 16, "FangSong", l.recipients).body(28, 16, 6)
	second := newHand(2).body(28, 1, 3)
	for i, words := range l.note {
		second.text(indent, baseline(5+i), 16, "FangSong", words)
	}
	second.text(112, baseline(9), 16, "FangSong", l.organ).text(128, baseline(10), 16, "FangSong", l.date).text(indent, baseline(11), 16, "FangSong", l.closing)
	third := newHand(3).text(28, baseline(1), 16, "SimHei", l.attachment).text(84, baseline(3), 22, "FZXBSJW", "任务清单").body(28, 5, 3)
	third.text(33, 245, 14, "FangSong", l.cc).text(33, 257, 14, "FangSong", l.printed)
	return []*hand{first, second, third}
}

// TestBadFilesAreRecognised: a thing that is wrong is found all the same.
func TestBadFilesAreRecognised(t *testing.T) {
	for name, alter := range map[string]func(*letterOf){
		"nothing":                   func(l *letterOf) {},
		"small title":               func(l *letterOf) { l.titleSize, l.titleX = 18, 77.4 },
		"title as large as text":    func(l *letterOf) { l.titleSize, l.titleX = 16, 80.8 },
		"title a little too large":  func(l *letterOf) { l.titleSize = 22.3 },
		"half-width colon":          func(l *letterOf) { l.recipients = "各乡镇人民政府:" },
		"Chinese date":              func(l *letterOf) { l.date = "二〇二六年三月五日" },
		"date with zeros":           func(l *letterOf) { l.date = "2026年03月05日" },
		"half-width brackets":       func(l *letterOf) { l.closing = "(此件公开发布)" },
		"note with half-width mark": func(l *letterOf) { l.note = []string{"附件:1、任务清单", "2、责任分工"} },
		"附件一：":                      func(l *letterOf) { l.attachment = "附件一：" },
		"抄送 without full stop":      func(l *letterOf) { l.cc = "抄送:甲局、乙局" },
		"stretched signature":       func(l *letterOf) { l.organ = "乙 县 人 民 政 府" },
	} {
		l := ordinary()
		alter(&l)
		d := find(l.pages()...)
		for what, ok := range map[string]bool{
			"mark":        d.Mark != nil && d.Mark.Kind == TextMark,
			"number":      d.Number != nil && d.Number.Text() == "甲政发〔2026〕7号",
			"titles":      len(d.Titles) == 2 && d.Titles[0].Text() == "关于印发方案的通知",
			"recipients":  len(d.Recipients) == 1 && d.Recipients[0].Text() == l.recipients,
			"paragraphs":  len(d.Paragraphs) == 3,
			"note":        len(d.Note) == 2,
			"organs":      len(d.Organs) == 1 && d.Organs[0].Text() == strings.ReplaceAll(l.organ, " ", ""),
			"date":        d.Date != nil && d.Date.Text() == l.date,
			"closing":     d.Closing != nil && d.Closing.Text() == l.closing,
			"attachments": len(d.Attachments) == 1 && d.Attachments[0].Text() == l.attachment,
			"imprint":     d.Imprint != nil && d.Imprint.Page == 3 && len(d.Imprint.Lines) == 2,
		} {
			if !ok {
				t.Errorf("%s: %s not found: titles %v, %d paragraphs, note %q, organs %q, imprint %+v", name, what, d.Titles, len(d.Paragraphs), texts(d.Note), texts(d.Organs), d.Imprint)
			}
		}
	}
}

// TestWebPage: a document without a red head, its number under the title.
func TestWebPage(t *testing.T) {
	d := find(newHand(1).text(67, 50, 22, "SimSun", "关于印发方案的通知").text(80, 62, 16, "SimSun", "甲政发〔2026〕7号").text(28, 80, 16, "SimSun", "各乡镇：").body(28, 6, 5))
	if d.Mark != nil || d.Number == nil || len(d.Titles) != 1 || len(d.Titles[0].Under) != 0 || len(d.Recipients) != 1 || len(d.Paragraphs) != 1 {
		t.Errorf("%+v", d)
	}
}

// TestUnderTitle: a remark under the title is of the title.
func TestUnderTitle(t *testing.T) {
	d := find(newHand(1).text(67, 50, 22, "SimSun", "关于印发方案的通知").text(83.7, 62, 16, "KaiTi", "（征求意见稿）").body(28, 6, 5))
	if len(d.Titles) != 1 || !slices.Equal(texts(d.Titles[0].Under), []string{"（征求意见稿）"}) || len(d.Paragraphs) != 1 {
		t.Errorf("%+v", d.Titles)
	}
}

// TestNumberBesideSigner: both on one line with little between them.
func TestNumberBesideSigner(t *testing.T) {
	d := find(newHand(1).colour(red, 50, 83, 36, "", "甲市人民政府文件").text(33, 126, 16, "", "甲政发〔2026〕7号 签发人：张三").rule(28, 130, 184, 130, 0.4, red).body(28, 16, 5))
	if d.Number == nil || d.Number.Text() != "甲政发〔2026〕7号" || !slices.Equal(texts(d.Signers), []string{"签发人：张三"}) {
		t.Errorf("number %v, signers %q", d.Number, texts(d.Signers))
	}
}

func TestScanned(t *testing.T) {
	whole := printout.Image{Page: 1, Box: printout.Box{X1: 210, Y1: 297}}
	strip := func(y float64) printout.Image {
		return printout.Image{Page: 1, Box: printout.Box{Y0: y, X1: 210, Y1: y + 100}}
	}
	scan := newHand(1)
	scan.Images = []printout.Image{whole}
	strips := newHand(2)
	strips.Images, strips.Hidden = []printout.Image{strip(0), strip(100), strip(200)}, 400
	letterhead := newHand(3).body(28, 1, 10)
	letterhead.Images = []printout.Image{whole}
	seal := newHand(4)
	seal.Images = []printout.Image{{Box: printout.Box{X0: 120, Y0: 100, X1: 162, Y1: 142}}}
	if got := find(scan, strips, letterhead, seal).Scanned(); !slices.Equal(got, []int{1, 2}) {
		t.Errorf("scanned %v", got)
	}
}

// TestWatermark: large pale letters are no text, whichever way they run.
func TestWatermark(t *testing.T) {
	grey := printout.Colour{R: 200, G: 200, B: 200}
	h := newHand(1).body(28, 1, 5).colour(grey, 60, 70, 60, "SimHei", "内部")
	h.Glyphs[len(h.Glyphs)-1].Angle = 315
	p := find(h).Pages[0]
	if len(p.Watermark) != 2 || len(p.Lines) != 5 || len(p.Turned) != 0 {
		t.Errorf("watermark %d, %d lines, turned %d", len(p.Watermark), len(p.Lines), len(p.Turned))
	}
}

// TestLetter: red lines at head and foot.
func TestLetter(t *testing.T) {
	h := newHand(1).colour(red, 50, 42, 36, "FZXBSJW", "甲市人民政府").rule(20, 50, 190, 50, 1, red).rule(20, 277, 190, 277, 1, red).
		text(140, 60, 16, "FangSong", "甲政函〔2026〕7号").text(67, 85, 22, "FZXBSJW", "关于方案的函").body(28, 8, 5)
	d := find(h)
	if !d.Letter || d.Number == nil || d.Mark == nil || len(d.Titles) != 1 {
		t.Errorf("letter %v, number %v, mark %v, titles %v", d.Letter, d.Number, d.Mark, d.Titles)
	}
}
