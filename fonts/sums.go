package fonts

// sums repeats SHA256SUMS: the hash of each face.
// A test compares the two and the data.
var sums = map[string]string{
	"HongtouBiaoSong": "d4526aeb1a36e1382f621655566d5c521347bfe7321a54c753f1c28ff3944519",
	"HongtouFallback": "acd6609a03c59a7b2a6b75163feb770b05f676e7cfe688263de7c5e8d33a1d52",
	"HongtouFangSong": "27bc445cb1feae5acb644a48f8be2e79383d3d8a86a21eae0b5fbb58d8789597",
	"HongtouHei":      "0ac42accc7a80deca0d02d133fcac00298665da13b92f7df45503c757873481e",
	"HongtouKai":      "022b264437d1a0212415bf211f3b691e3b5616c394717efca0862c0f40fe3441",
	"HongtouSong":     "a6882934b6e6ac086088007130cc065994aa8a9dd9872a34a30e266a4dab71fd",
	"HongtouWenKai":   "823ea531232c931e7a3b6ff8990399060663d42322f9d6d866ae2bfc089b3088",
}
