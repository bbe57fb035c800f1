package fonts

// sums repeats SHA256SUMS: the hash of each face's decompressed TrueType file.
// A test compares the two and the data.
var sums = map[string]string{
	"HongtouBiaoSong": "dad0d1725ee145e27e6a01ab8eca24d4b30c02b1fd015bfef7186fd0914a8973",
	"HongtouFallback": "410491e410c655fb0b9eb2e7090a8f91454575f346c0c3e9cecae59547d8b0e7",
	"HongtouFangSong": "3b9ea8d2ef84ee08af6628783057dbc2377746da456677f482bcabc5169eb54f",
	"HongtouHei":      "9090e493a2757686d2961aa287bae04e208894adf57ae83db905880c481b6ebc",
	"HongtouKai":      "195464a2c3f2cc79f59af29d6667ae461d0c9b2441e6ca6b337a37652780cd6c",
	"HongtouSong":     "115fffcbbd2133f63cea65da042d4538fb246bf3f14fb2e787a675df2034613e",
}
