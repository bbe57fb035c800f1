package elements

import (
	"testing"

	"hongtou/internal/printout"
)

// namesOfFaces are names as programs write them into files.
var namesOfFaces = map[Class][]string{
	BiaoSong: {"FZXBSJW--GB1-0", "FZXiaoBiaoSong-B05S", "FZXBSK--GBK1-0", "FZXBSFW--GB1-0", "方正小标宋简体", "方正小标宋_GBK", "ABCDEF+FZXBSJW--GB1-0",
		"FZXiaoBiaoSong-B05", "HYXiaoBiaoSongJ", "文星标宋", "HongtouBiaoSong", "FZFW XiaoBiaoSong"},
	FangSong: {"FangSong", "FangSong_GB2312", "仿宋", "仿宋_GB2312", "STFangsong", "FZFangSong-Z02S", "FZFSK--GBK1-0", "FZFSJW--GB1-0", "SimFang Song",
		"ZhuqueFangsong-Regular", "FandolFang-Regular", "BCDEEE+FangSong_GB2312", "方正仿宋_GBK", "华文仿宋", "HongtouFangSong"},
	Hei: {"FZLTXHK--GBK1-0", "FZLTHJW--GB1-0", "SimHei", "黑体", "STHeiti", "MicrosoftYaHei", "MicrosoftYaHei-Bold", "微软雅黑", "NotoSansCJKsc-Regular", "NotoSansSC-Medium", "SourceHanSansCN-Bold", "SourceHanSansSC-Regular",
		"FZHTJW--GB1-0", "FZHTK--GBK1-0", "FandolHei-Regular", "WenQuanYiZenHei", "WenQuanYiMicroHei", "PingFangSC-Regular", "AAAAAA+SimHei", "方正黑体_GBK", "HongtouHei", "TownHei-Regular"},
	Kai: {"FZXKTK--GBK1-0", "KaiTi", "KaiTi_GB2312", "楷体", "楷体_GB2312", "STKaiti", "SimKai", "FZKTJW--GB1-0", "FZKTK--GBK1-0", "LXGWWenKai-Regular", "LXGW WenKai GB", "FandolKai-Regular",
		"ARPLUKaiCN", "DFKaiShu-SB-Estd-BF", "方正楷体_GBK", "KaiTi-Bold", "HongtouKai", "TownKai-Regular"},
	Song: {"SimSun", "NSimSun", "宋体", "新宋体", "STSong", "STZhongsong", "华文中宋", "SimSun,Bold", "NotoSerifCJKsc-Regular", "NotoSerifSC-Black", "SourceHanSerifCN-Heavy",
		"AdobeSongStd-Light", "FZSSJW--GB1-0", "FZSSK--GBK1-0", "FandolSong-Regular", "PMingLiU", "FZDBSJW--GB1-0", "方正大标宋简体", "SimSun-ExtB", "HongtouSong", "FZYSK--GBK1-0"},
	Other: {"TimesNewRomanPSMT", "TimesNewRomanPS-BoldMT", "ArialMT", "Calibri", "Cambria", "DengXian", "等线", "DengXian-Light", "STXingkai", "华文行楷", "LiSu", "隶书", "YouYuan",
		"STXinwei", "FZYTK--GBK1-0", "FZXKJW--GB1-0", "FZY3K--GBK1-0", "FZL2JW--GB1-0", "FZShuTi", "LiberationSerif", "LiberationSans", "DejaVuSans", "OpenSymbol", "NotoSans-Regular"},
	Unknown: {"CIDFont+F3", "F1", "Unnamed-T3", "T3Font_0", "", "ABCDEF+", "Type3", "MyOwnFont"},
}

func TestClassOf(t *testing.T) {
	n := 0
	for class, names := range namesOfFaces {
		for _, name := range names {
			n++
			if got := ClassOf(name); got != class {
				t.Errorf("%s is %s, not %s", name, got, class)
			}
		}
	}
	if n < 60 {
		t.Errorf("only %d names", n)
	}
}

func TestBold(t *testing.T) {
	for name, want := range map[string]bool{
		"SimSun,Bold": true, "KaiTi-Bold": true, "SourceHanSerifCN-Heavy": true, "NotoSerifSC-Black": true, "TimesNewRomanPS-BoldMT": true,
		"FZXBSJW--GB1-0": false, "FZXiaoBiaoSong-B05S": false, "SimHei": false, "FZHTJW--GB1-0": false, "FangSong_GB2312": false,
	} {
		if Bold(name) != want {
			t.Errorf("%s: %v", name, !want)
		}
	}
}

// TestFamilyNamesFaces: a face takes the name of the family where its own tells
// nothing, unless two fonts of one name have different families.
func TestFamilyNamesFaces(t *testing.T) {
	fonts := []printout.Font{
		{Name: "CIDFont+F1", Family: "仿宋"}, {Name: "CIDFont+F2", Family: "SimHei"}, {Name: "Unnamed-T3", Family: "KaiTi"},
		{Name: "Unnamed-T3", Family: "SimHei"}, {Name: "SimSun", Family: "FangSong"}, {Name: "F4", Family: "nothing known"},
	}
	family := byFamily(fonts)
	for face, want := range map[string]Class{"CIDFont+F1": FangSong, "CIDFont+F2": Hei, "Unnamed-T3": Unknown, "SimSun": Song, "F4": Unknown} {
		given := []printout.Glyph{{Face: face}}
		if got := ClassOf(named(given, family)[0].Face); got != want {
			t.Errorf("%s is %s, not %s", face, got, want)
		}
		if given[0].Face != face {
			t.Errorf("the reader's glyph was changed to %s", given[0].Face)
		}
	}
}
