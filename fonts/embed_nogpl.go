//go:build nogplfonts

package fonts

var fangSong, kai []byte
