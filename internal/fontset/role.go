// Package fontset gives every role of an official document (小标宋, 仿宋, 黑体,
// 楷体, 宋体; GB/T 9704-2012, 5.2.2 and 7) a font face for every character.
//
// In: the embedded faces (package fonts) and, if asked, a folder with the
// office's own licensed fonts. Out: which face draws a character, its measures
// in thousandths of an em, and small subset files for PDF and HTML. Coverage is
// answered character by character with an explicit fallback chain; nothing is
// ever replaced silently.
package fontset

// Role is what a face is used for.
type Role string

// The roles of GB/T 9704-2012.
const (
	Title Role = "title" // 小标宋: masthead and title
	Body  Role = "body"  // 仿宋: body text
	Hei   Role = "hei"   // 黑体: level-1 headings
	Kai   Role = "kai"   // 楷体: level-2 headings
	Song  Role = "song"  // 宋体: page numbers, tables; last fallback of every role
)

// Roles returns all roles in a fixed order.
func Roles() []Role { return []Role{Title, Body, Hei, Kai, Song} }

// Label returns the role's Chinese name.
func (r Role) Label() string {
	switch r {
	case Title:
		return "小标宋"
	case Body:
		return "仿宋"
	case Hei:
		return "黑体"
	case Kai:
		return "楷体"
	case Song:
		return "宋体"
	}
	return string(r)
}

// defaultChains names the embedded faces of each role, first choice first; a
// face that is not in this build is passed over. The fallback face (a part of
// WenKai) has the personal and place names that Fandol lacks and stands closest
// to 仿宋 in weight; HongtouWenKai serves builds without Fandol; 宋体 covers all
// of GB 18030-2022 level 2.
var defaultChains = map[Role][]string{
	Title: {"HongtouBiaoSong", "HongtouSong"},
	Body:  {"HongtouFangSong", "HongtouFallback", "HongtouWenKai", "HongtouSong"},
	Hei:   {"HongtouHei", "HongtouSong"},
	Kai:   {"HongtouKai", "HongtouFallback", "HongtouWenKai", "HongtouSong"},
	Song:  {"HongtouSong"},
}
