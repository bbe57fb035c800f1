package html

import (
	"strings"
	"testing"

	"hongtou/internal/doc"
)

// rare is a document with the elements that few documents have.
func rare(letter bool) *doc.Document {
	body := func(s string) []doc.Inline { return line(doc.Body, s) }
	picture := doc.Image{Data: []byte("\x89PNG\r\n\x1a\nrest"), Width: 4200, Height: 4200, Alt: "甲市<印章>"}
	return &doc.Document{Setup: doc.Setup{Letter: letter}, Blocks: []doc.Block{
		doc.HeadMarks{SerialNumber: body("000012"), Secrecy: body("机密★3年"), Urgency: body("特急")},
		doc.Masthead{Organs: [][]doc.Inline{line(doc.Mark, "甲市人民政府")}},
		doc.DocNumber{Text: body("甲政发〔2021〕8号")}, doc.RedLine{},
		doc.Title{Lines: [][]doc.Inline{line(doc.TitleText, "甲市人民政府的函")}}, plain("请支持。"),
		doc.Signature{Organs: [][]doc.Inline{body("甲市人民政府"), body("乙局")}, Date: body("2021年3月5日"), Sealing: doc.Sealed, Images: []doc.Image{picture, picture}},
		doc.Signature{Posts: [][]doc.Inline{body("甲市市长")}, Date: body("2021年3月6日"), Sealing: doc.Stamped, Images: []doc.Image{picture}},
		doc.ClosingNote{Text: body("（此件公开发布）")},
		doc.Imprint{Recipients: body("主送：丙局。"), CC: body("抄送：丁局，戊局。"), Printer: body("甲市办公室"), PrintDate: body("2021年3月7日印发")},
	}}
}

func TestRareElements(t *testing.T) {
	for _, letter := range []bool{false, true} {
		out := string(render(t, rare(letter)))
		words := []string{"000012", "机密★3年", "特急", "〔2021〕8号", "乙局", "2021年3月5日", "甲市市长", "此件公开发布", "主送：丙局", "抄送：丁局"}
		for _, w := range words {
			if strings.Count(visible(out), w) != 1 {
				t.Errorf("letter %v: %s stands %d times", letter, w, strings.Count(visible(out), w))
			}
		}
		if strings.Contains(visible(out), "印发") == letter {
			t.Errorf("letter %v: 印发 is wrong", letter)
		}
		if strings.Count(out, `alt="甲市&lt;印章&gt;"`) != 3 || strings.Count(out, "src=\"data:image/png;base64,") != 3 {
			t.Errorf("letter %v: pictures", letter)
		}
		if strings.Contains(out, "letter-line\"") != letter || strings.Contains(out, "red-line\"") == letter {
			t.Errorf("letter %v: lines", letter)
		}
	}
}

// visible is the text of a file's body without markup.
func visible(out string) string {
	_, body, _ := strings.Cut(out, "<body>")
	var s strings.Builder
	inTag := false
	for _, r := range body {
		switch {
		case r == '<':
			inTag = true
		case r == '>':
			inTag = false
		case !inTag:
			s.WriteRune(r)
		}
	}
	return s.String()
}

func TestSigners(t *testing.T) {
	d := rare(false)
	d.Blocks[2] = doc.DocNumber{Text: line(doc.Body, "甲政发〔2021〕8号"), SignersLabel: line(doc.Body, "签发人："),
		Signers: [][]doc.Inline{line(doc.Body, "张三"), line(doc.Body, "欧阳小明"), line(doc.Body, "李四")}}
	out := string(render(t, d))
	for _, want := range []string{`>签发人：<`, `style="width:2.96119em">张三<`, `style="width:3.94825em">欧阳小明<`, "signers-over-line"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %s", want)
		}
	}
}

// What no browser shows as a picture is not written as one.
func TestUnknownPictures(t *testing.T) {
	for data, want := range map[string]string{"\x89PNG\r\n\x1a\n": "image/png", "\xff\xd8\xff\xe0": "image/jpeg", "<svg onload=x>": "", "": ""} {
		if got := mediaType([]byte(data)); got != want {
			t.Errorf("%q is %q", data, got)
		}
	}
}
