package xlsx

import "hongtou/internal/doc"

// face is one of the named fonts.
type face uint8

const (
	song face = iota
	hei
	kai
	title
)

var faceNames = [...]string{song: "宋体", hei: "黑体", kai: "楷体", title: "方正小标宋简体"}

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
