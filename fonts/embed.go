// Package fonts embeds the default faces: small TrueType files made by
// fonts/prepare from the packages PROVENANCE.md names. They stand in the program
// uncompressed: the system maps them from its file, and reads only the pages
// that are used, instead of our unpacking 38 MB into memory at every start.
//
// Built with the tag nogplfonts the two faces derived from Fandol (GPL-3 with
// font exception) are left out, with the face that only supplements them; a
// whole WenKai face stands in for both, and the binary holds OFL faces only.
package fonts

import _ "embed"

// Face is one embedded font file.
type Face struct {
	Name    string // ASCII, the PostScript name and the file name without suffix
	Family  string // what it is, for people
	Origin  string // what it was made from
	Licence string // SPDX expression
	SHA256  string // of Data
	Data    []byte // TrueType; nil if this build leaves the face out; never written to
}

const ofl, gpl = "OFL-1.1", "GPL-3.0-only WITH Font-exception-2.0"

var (
	//go:embed HongtouBiaoSong.ttf
	biaoSong []byte
	//go:embed HongtouHei.ttf
	hei []byte
	//go:embed HongtouSong.ttf
	song []byte
)

// Faces returns the embedded faces; one whose Data is nil is not in this build.
func Faces() []Face {
	return []Face{
		{"HongtouBiaoSong", "红头标宋", "Noto Serif SC SemiBold 2.003", ofl, sums["HongtouBiaoSong"], biaoSong},
		{"HongtouFangSong", "红头仿宋", "FandolFang-Regular 0.3", gpl, sums["HongtouFangSong"], fangSong},
		{"HongtouHei", "红头黑体", "Noto Sans SC Medium 2.004", ofl, sums["HongtouHei"], hei},
		{"HongtouKai", "红头楷体", "FandolKai-Regular 0.3", gpl, sums["HongtouKai"], kai},
		{"HongtouSong", "红头宋体", "Noto Serif SC Regular 2.003", ofl, sums["HongtouSong"], song},
		{"HongtouFallback", "红头补字", "LXGW WenKai Light 1.250", ofl, sums["HongtouFallback"], fallback},
		{"HongtouWenKai", "红头文楷", "LXGW WenKai Light 1.250", ofl, sums["HongtouWenKai"], wenKai},
	}
}
