//go:build !nogplfonts

package fonts

import _ "embed"

var (
	//go:embed HongtouFangSong.ttf.zst
	fangSong []byte
	//go:embed HongtouKai.ttf.zst
	kai []byte
	//go:embed HongtouFallback.ttf.zst
	fallback []byte

	wenKai []byte
)
