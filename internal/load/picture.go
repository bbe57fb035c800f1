package load

import (
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg" // the formats of seals
	_ "image/png"
	"path"
	"strings"

	"hongtou/internal/dossier"
)

// Bounds of a picture. A seal of 42 mm at 1200 dots an inch has 2000 dots on a
// side, and a small file can claim any number; no seal is larger than 100 mm
// (layout holds to the same).
const (
	maxDots   = 2400   // on each side
	leastSize = 100    // on paper, in 1/100 mm
	mostSize  = 10_000 // on paper, in 1/100 mm
)

// picture reads an image file of the dossier's folder. It is unfolded once:
// what printing could not read is found here.
func (l *loader) picture(folder string, s pictureShape) (dossier.Picture, bool) {
	if s.File.IsZero() {
		return dossier.Picture{}, false // reported
	}
	out := dossier.Picture{File: s.File, Alt: s.Alt}
	data, message, hint := l.pictureData(folder, s.File.Value)
	if message != "" {
		l.errorAt(s.File.At, s.File.Len(), "bad-picture", message, hint)
	}
	size := sizeForm.FindStringSubmatch(s.Size.Value)
	if size == nil {
		l.form(s.Size, sizeForm, "图片尺寸", "写宽和高的毫米数，如“42×42”")
		return out, false
	}
	out.Data, out.Width, out.Height = data, hundredths(size[1]), hundredths(size[2])
	if min(out.Width, out.Height) < leastSize || max(out.Width, out.Height) > mostSize {
		l.errorAt(s.Size.At, s.Size.Len(), "bad-element", fmt.Sprintf("图片尺寸“%s”不在1毫米至100毫米之间", s.Size.Value), "写印章实物的宽和高，毫米数，如“42×42”")
		return out, false
	}
	return out, message == ""
}

// pictureData gives the bytes of a good picture, or what is wrong with it. The
// same file is unfolded once a run, however often it is named.
func (l *loader) pictureData(folder, name string) (data []byte, message, hint string) {
	p := path.Join(folder, name)
	data, ok := l.files.Picture(p)
	why := l.files.Refused(p)
	switch inside := strings.HasPrefix(p, folder+"/"); {
	case inside && why != "":
		l.used[p] = true
		return nil, fmt.Sprintf("图片“%s”没有读取：%s", name, why), "另存为不超过2 MB的PNG，放在案卷文件夹内"
	case inside && !ok && l.files.Has(p):
		l.used[p] = true
		return nil, fmt.Sprintf("“%s”不是PNG或JPEG图片", name), "用画图程序另存为PNG，文件名以“.png”结尾"
	case !inside || !ok:
		return nil, fmt.Sprintf("案卷文件夹中没有图片“%s”", name), "图片放在案卷文件夹内，写从案卷文件夹起的路径，如“seals/jia.png”"
	}
	l.used[p] = true
	fault, known := l.pictures[p]
	if !known {
		fault = faultOf(data)
		l.pictures[p] = fault
	}
	if fault.message != "" {
		return nil, fmt.Sprintf(fault.message, name), fault.hint
	}
	return data, "", ""
}

// pictureFault says what is wrong with an image file; %s in the message stands
// for its name. A good one has no message.
type pictureFault struct{ message, hint string }

func faultOf(data []byte) pictureFault {
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case err != nil:
		return pictureFault{"“%s”不是PNG或JPEG图片，或已损坏", "用画图程序打开核对，另存为PNG"}
	case config.Width > maxDots || config.Height > maxDots:
		return pictureFault{fmt.Sprintf("图片“%%s”太大（%d×%d像素）", config.Width, config.Height), fmt.Sprintf("用画图程序缩小，每边不超过%d像素", maxDots)}
	case config.Width < 1 || config.Height < 1:
		return pictureFault{"图片“%s”已损坏：宽或高为零", "用画图程序重新另存为PNG"}
	}
	if _, _, err := image.Decode(bytes.NewReader(data)); err != nil {
		return pictureFault{"图片“%s”已损坏，不能完整读出", "重新复制或扫描，用画图程序打开核对，另存为PNG"}
	}
	return pictureFault{}
}
