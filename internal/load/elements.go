package load

import (
	"fmt"
	"regexp"
	"strconv"

	"hongtou/internal/dossier"
)

// elements turns the YAML form of a notice's official elements into the
// model's. folder is the dossier's.
func (l *loader) elements(folder string, s noticeShape) dossier.Notice {
	l.form(s.Serial, serialForm, "份号", "6位数字加半角引号，如\"000012\"")
	l.form(s.Secrecy, secrecyForm, "密级和保密期限", "写作“机密★1年”或“秘密”")
	l.form(s.Note, noteForm, "附注", "加全角圆括号，如“（此件公开发布）”")
	l.oneOf(s.Urgency, "紧急程度", []string{"特急", "加急"})
	l.oneOf(s.Sealing, "用印方式", []string{"seal", "stamp"})
	return dossier.Notice{
		Face: dossier.Face{
			HeadMarks: dossier.HeadMarks{SerialNumber: s.Serial, Secrecy: s.Secrecy, Urgency: s.Urgency},
			Masthead:  dossier.Masthead{Organs: s.Masthead.Organs, WithWord: s.Masthead.Word}, Letter: s.Letter,
			DocNumber: s.Number, Signers: s.Signers,
			Issuers: s.Issuers,
			Sealing: dossier.Sealing{Kind: s.Sealing, Pictures: l.seals(folder, s), Posts: s.Posts},
			Note:    s.Note,
			Imprint: dossier.Imprint{
				Recipients: s.Imprint.Recipients, CC: s.Imprint.CC, Printer: s.Imprint.Printer, PrintDate: l.date(s.Imprint.PrintDate),
			},
		},
		Signature: s.Signature,
		Date:      l.date(s.Date),
	}
}

// The forms that the standard gives some elements (7.2.1, 7.2.2, 7.3.6).
var (
	serialForm  = regexp.MustCompile(`^[0-9]{6}$`)
	secrecyForm = regexp.MustCompile(`^(绝密|机密|秘密)(★.+)?$`)
	noteForm    = regexp.MustCompile(`^（.+）$`)
	sizeForm    = regexp.MustCompile(`^([0-9]{1,3}(?:\.[0-9])?)×([0-9]{1,3}(?:\.[0-9])?)$`)
)

// form reports a value that is not of its form.
func (l *loader) form(t dossier.Text, form *regexp.Regexp, what, hint string) {
	if !t.IsZero() && !form.MatchString(t.Value) {
		l.errorAt(t.At, t.Len(), "bad-element", fmt.Sprintf("%s“%s”写法不对", what, t.Value), hint)
	}
}

// seals reads the pictures of seals or signature stamps: one for each organ,
// or none at all.
func (l *loader) seals(folder string, s noticeShape) []dossier.Picture {
	posts := dossier.Text{}
	if len(s.Posts) > 0 {
		posts = s.Posts[0]
	}
	l.oneEach(s, "印章图片", len(s.Seals), first(s.Seals))
	l.oneEach(s, "职务", len(s.Posts), posts)
	switch {
	case s.Sealing.IsZero() && len(s.Seals) > 0:
		l.errorAt(first(s.Seals).At, 0, "bad-element", "写了印章图片，没有写用印方式", "补上“sealing: seal”（印章）或“sealing: stamp”（签名章）")
	case s.Sealing.Value != "stamp" && len(s.Posts) > 0:
		l.errorAt(posts.At, posts.Len(), "bad-element", "写了职务，用印方式不是签名章：职务只印在签名章之前", "写“sealing: stamp”（签名章），或删去posts")
	}
	if len(s.Seals) > len(s.Signature) {
		return nil // reported; a list of thousands is not worth the time
	}
	var out []dossier.Picture
	for _, p := range s.Seals {
		if picture, ok := l.picture(folder, p); ok {
			out = append(out, picture)
		}
	}
	return out
}

// oneEach reports a list that is neither empty nor as long as that of organs.
func (l *loader) oneEach(s noticeShape, what string, n int, at dossier.Text) {
	if n > 0 && n != len(s.Signature) {
		l.errorAt(at.At, at.Len(), "bad-element", fmt.Sprintf("有%d个署名机关，却有%d个%s", len(s.Signature), n, what), "一个机关一个，按署名的次序")
	}
}

func first(ps []pictureShape) dossier.Text {
	if len(ps) == 0 {
		return dossier.Text{}
	}
	return ps[0].File
}

// hundredths gives a number with at most one decimal in hundredths.
func hundredths(s string) int {
	v, _ := strconv.ParseFloat(s, 64)
	return int(v*100 + 0.5)
}

// handover reads the letter with which task books go out.
func (l *loader) handover(s handoverShape) dossier.Letter {
	return dossier.Letter{Organ: s.Organ, Number: s.Number, Signature: s.Signature, Date: l.date(s.Date), CC: s.CC}
}
