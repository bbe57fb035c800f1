package xlsx

import "hongtou/internal/doc"

// One visual language, the one of an official table: 小标宋 for the title,
// 黑体 for heads and labels, 楷体 for item heads, 宋体 for all else (仿宋 is too
// thin on a screen at this size). Fonts are named, not embedded; each name
// carries the charset, so that a program without the face takes another
// Chinese one.

// face is one of the named fonts.
type face uint8

const (
	song face = iota
	hei
	kai
	title
)

var faceNames = [...]string{song: "宋体", hei: "黑体", kai: "楷体", title: "方正小标宋简体"}

const (
	textSize  = 10.5 // pt, 五号
	titleSize = 18   // pt, 小二号
	charsetGB = 134  // GB2312_CHARSET
)

// faceOf chooses the face for a style; head cells are 黑体 throughout.
func faceOf(s doc.Style, head bool) face {
	if head {
		return hei
	}
	switch s.Role() {
	case "hei":
		return hei
	case "kai":
		return kai
	case "title":
		return title
	}
	return song
}

// setFace shows the whole passage in one face.
func (p *passage) setFace(f face) {
	for i := range p.looks {
		p.looks[i].face = f
	}
}
