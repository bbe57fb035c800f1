//go:build !nogplfonts

package fonts

import _ "embed"

var (
	//go:embed HongtouFangSong.ttf
	fangSong []byte
	//go:embed HongtouKai.ttf
	kai []byte
	//go:embed HongtouFallback.ttf
	fallback []byte

	wenKai []byte
)
