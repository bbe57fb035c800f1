package load

import (
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg" // the formats of seals
	_ "image/png"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

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
			Masthead:  dossier.Masthead{Organs: s.Masthead.Organs, WithWord: s.Masthead.Word},
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
	var out []dossier.Picture
	for _, p := range s.Seals {
		if picture, ok := l.picture(folder, p); ok {
			out = append(out, picture)
		}
	}
	for _, list := range []struct {
		what string
		n    int
		at   dossier.Text
	}{{"印章图片", len(s.Seals), first(s.Seals)}, {"职务", len(s.Posts), slices.Concat(s.Posts, []dossier.Text{{}})[0]}} {
		if list.n > 0 && list.n != len(s.Signature) {
			l.errorAt(list.at.At, list.at.Len(), "bad-element", fmt.Sprintf("有%d个署名机关，却有%d个%s", len(s.Signature), list.n, list.what), "一个机关一个，按署名的次序")
		}
	}
	if len(s.Seals)+len(s.Posts) > 0 && s.Sealing.IsZero() {
		l.errorAt(first(s.Seals).At, 0, "bad-element", "写了印章图片或职务，没有写用印方式", "补上“sealing: seal”（印章）或“sealing: stamp”（签名章）")
	}
	return out
}

func first(ps []pictureShape) dossier.Text {
	if len(ps) == 0 {
		return dossier.Text{}
	}
	return ps[0].File
}

// Bounds of a picture: the pages of a seal need no more, and a small file can
// claim any number of pixels.
const (
	maxPicture = 2 << 20 // bytes
	maxPixels  = 4000    // on each side
)

// picture reads an image file of the dossier's folder. Only its head is looked
// into.
func (l *loader) picture(folder string, s pictureShape) (dossier.Picture, bool) {
	if s.File.IsZero() {
		return dossier.Picture{}, false // reported
	}
	out := dossier.Picture{File: s.File, Alt: s.Alt}
	refuse := func(message, hint string) (dossier.Picture, bool) {
		l.errorAt(s.File.At, s.File.Len(), "bad-picture", message, hint)
		return out, false
	}
	p := path.Join(folder, s.File.Value)
	data, ok := l.files.Picture(p)
	if !ok || !strings.HasPrefix(p, folder+"/") {
		return refuse(fmt.Sprintf("案卷文件夹中没有图片“%s”", s.File.Value), "图片放在案卷文件夹内，写从案卷文件夹起的路径，如“seals/jia.png”")
	}
	l.used[p] = true
	config, kind, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case err != nil:
		return refuse(fmt.Sprintf("“%s”不是PNG或JPEG图片", s.File.Value), "用画图程序另存为PNG")
	case len(data) > maxPicture || config.Width > maxPixels || config.Height > maxPixels:
		return refuse(fmt.Sprintf("图片“%s”太大（%s，%d×%d像素）", s.File.Value, kind, config.Width, config.Height), "不超过2 MB，每边不超过4000像素")
	}
	size := sizeForm.FindStringSubmatch(s.Size.Value)
	if size == nil {
		l.form(s.Size, sizeForm, "图片尺寸", "写宽和高的毫米数，如“42×42”")
		return out, false
	}
	out.Data, out.Width, out.Height = data, hundredths(size[1]), hundredths(size[2])
	if out.Width == 0 || out.Height == 0 {
		l.errorAt(s.Size.At, s.Size.Len(), "bad-element", "图片的宽和高不能为零", "写毫米数，如“42×42”")
		return out, false
	}
	return out, true
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
