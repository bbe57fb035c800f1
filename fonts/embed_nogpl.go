//go:build nogplfonts

package fonts

import _ "embed"

var (
	fangSong, kai, fallback []byte

	//go:embed HongtouWenKai.ttf
	wenKai []byte
)
