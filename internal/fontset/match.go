package fontset

import (
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

// wanted lists, best first, the names a role's licensed fonts bear in their
// name table (any language), and the usual file names, which decide only when
// no name does. The last file name of a role is the role itself, so that any
// font can be assigned by renaming its file.
var wanted = map[Role]struct{ names, files []string }{
	Title: {
		[]string{"方正小标宋简体", "方正小标宋_GBK", "方正小标宋", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05",
			"FZXBSJW--GB1-0", "FZXBSK--GBK1-0", "小标宋体", "华文中宋", "STZhongsong"},
		[]string{"FZXBSJW", "FZXBSK", "方正小标宋简体", "方正小标宋", "小标宋", "STZHONGS", "title"},
	},
	Body: {
		[]string{"仿宋_GB2312", "FangSong_GB2312", "方正仿宋_GBK", "FZFangSong-Z02", "方正仿宋简体", "FZFangSong-Z02S",
			"朱雀仿宋", "Zhuque Fangsong", "仿宋", "FangSong", "华文仿宋", "STFangsong"},
		[]string{"仿宋_GB2312", "SIMFANG", "FZFSK", "FZFSJW", "ZhuqueFangsong-Regular", "STFANGSO", "仿宋", "body"},
	},
	Hei: {
		[]string{"黑体", "SimHei", "方正黑体_GBK", "FZHei-B01", "方正黑体简体", "FZHei-B01S", "华文黑体", "STHeiti"},
		[]string{"SIMHEI", "FZHTK", "FZHTJW", "STHEITI", "黑体", "hei"},
	},
	Kai: {
		[]string{"楷体_GB2312", "KaiTi_GB2312", "方正楷体_GBK", "FZKai-Z03", "方正楷体简体", "FZKai-Z03S",
			"楷体", "KaiTi", "华文楷体", "STKaiti"},
		[]string{"楷体_GB2312", "SIMKAI", "FZKTK", "FZKTJW", "STKAITI", "楷体", "kai"},
	},
	Song: {
		[]string{"宋体", "SimSun", "方正书宋_GBK", "FZShuSong-Z01", "方正书宋简体", "FZShuSong-Z01S", "华文宋体", "STSong"},
		[]string{"SIMSUN", "FZSSK", "FZSSJW", "STSONG", "宋体", "song"},
	},
}

// noMatch is worse than any rank.
const noMatch = 1 << 20

// rank tells how well a face fits a role, smaller is better, and whether only
// the file's name spoke for it: names inside the file outrank it.
func rank(role Role, file string, names []string) (at int, byFile bool) {
	want := wanted[role]
	for i, w := range want.names {
		if slices.ContainsFunc(names, func(n string) bool { return fold(n) == fold(w) }) {
			return i, false
		}
	}
	stem := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	for i, w := range want.files {
		if fold(stem) == fold(w) {
			return len(want.names) + i, true
		}
	}
	return noMatch, false
}

// ranked returns the candidates for a role, best first; of equals the first
// found.
func ranked(role Role, found []*candidate) []*candidate {
	at := map[*candidate]int{}
	var out []*candidate
	for _, c := range found {
		if n, _ := rank(role, c.file, c.names); n < noMatch {
			at[c] = n
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b *candidate) int { return at[a] - at[b] })
	return out
}

// fold makes names comparable: letter case, spaces, hyphens and underscores
// vary from one vendor's file to the next.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '-', '_':
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}
