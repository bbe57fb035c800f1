package elements

import (
	"regexp"
	"slices"
	"strings"

	"hongtou/internal/printout"
)

// Class is a class of faces as the standard names them.
type Class string

// The classes of faces. Other is a face that is known to be none of the five;
// Unknown is one of which the name tells nothing.
const (
	BiaoSong Class = "小标宋"
	FangSong Class = "仿宋"
	Hei      Class = "黑体"
	Kai      Class = "楷体"
	Song     Class = "宋体"
	Other    Class = "其他"
	Unknown  Class = "不明"
)

// classes are words in the names of fonts and beginnings of names, in small
// letters without blanks, underscores and hyphens; the first that fits tells the
// class. Names that begin with fz are the Founder foundry's own abbreviations,
// those with hy Hanyi's.
var classes = []struct {
	class  Class
	parts  string
	starts string
}{
	{Unknown, "", "cidfont unnamed type3 untitled"},
	{Other, "xingkai 行楷 lisu liti 隶 yaoti 姚体 shuti 舒体 xingshu 行书 caiyun 彩云 hupo 琥珀 xinwei 新魏 weibei 魏碑 youyuan 幼圆 圆 dengxian 等线 cuyuan zhunyuan", "dengl dengb fzzy fzcy fzxy fzy1 fzy3 fzy4 fzyt fzybk fzyx fzls fzlb fzl2 fzst fzwb fzxkk fzxkj fzxkf fzhp hyls hyxk"},
	{Song, "dabiaosong 大标宋 cusong 粗宋 zhongsong 中宋 baosong 报宋 shusong 书宋", "fzdbs"},
	{BiaoSong, "biaosong 标宋 xbsj xbsk", "fzxbs hyxbs"},
	{FangSong, "fangsong fangsung 仿宋 fandolfang", "fzfs hyfs"},
	{Kai, "kaiti kaishu simkai stkai 楷 dfkai biaukai bkai gkai ukai wenkai twkai fandolkai kaisc kaitc kaigb", "fzkt fzk1 fzxkt hykt hyk1"},
	{Hei, "heiti simhei sthei yahei 黑 fandolhei adobehei zenhei microhei hongtouhei heisc heitc pingfang 苹方 harmonyos puhuiti notosanshans notosanscjk notosanssc notosanstc notosanscn sourcehansans sanshans sanscjk misans", "fzht fzh1 fzh2 fzh3 fzh4 fzhjw fzxh fzzh fzch fzdh fzlth fzltxh fzltzh fzltch fzltdh fzltth fzltqh hyht hyqih hyzh hyxh"},
	{Song, "simsun 宋 song mingliu 明體 明体 uming notoserifcjk notoserifhans notoserifsc notoseriftc notoserifcn sourcehanserif serifcjk", "fzss fzbs fzcs fzs3 fzxss fznss fzys"},
	{Other, "times arial helvetica calibri cambria courier georgia verdana tahoma segoe symbol wingding consolas dejavu liberation carlito caladea garamond century palatino bookman opensans nimbus roboto gothic mincho batang malgun notosans notoserif sourcesans sourceserif libertin computermodern", "cmr cmb cmsy cmmi lmroman lmsans lmmono"},
}

var nameNoise = strings.NewReplacer(" ", "", "_", "", "-", "")

// ClassOf tells the class of a face from its name, with or without the tag of a
// subset (ABCDEF+).
func ClassOf(name string) Class {
	name = nameNoise.Replace(strings.ToLower(printout.Untagged(name)))
	for _, c := range classes {
		for part := range strings.FieldsSeq(c.parts) {
			if strings.Contains(name, part) {
				return c.class
			}
		}
		for start := range strings.FieldsSeq(c.starts) {
			if strings.HasPrefix(name, start) {
				return c.class
			}
		}
	}
	return byEnd(name)
}

// endings are what names of faces of a foundry's own end in, weights cut off.
var endings = map[string]Class{"fang": FangSong, "hei": Hei, "kai": Kai, "ming": Song}

var weights = strings.NewReplacer("regular", "", "bold", "", "medium", "", "light", "", "gb2312", "", "gbk", "", "std", "", ",", "")

func byEnd(name string) Class {
	name = weights.Replace(name)
	for end, class := range endings {
		if len(name) > len(end)+1 && strings.HasSuffix(name, end) {
			return class
		}
	}
	return Unknown
}

var boldName = regexp.MustCompile(`(?i)bold|heavy|black|粗体|demi(bold)?$|ultra$`)

// Bold tells a heavy cut from its name.
func Bold(name string) bool { return boldName.MatchString(name) }

// byFamily names glyphs by the family of their font where the name of the font
// tells nothing and only one family goes by it: the face of a glyph is then
// what people call it.
func byFamily(fonts []printout.Font) map[string]string {
	out := map[string]string{}
	for _, f := range fonts {
		name := printout.Untagged(f.Name)
		if ClassOf(name) != Unknown {
			continue
		}
		family := f.Family
		if before, has := out[name]; has && before != family || ClassOf(family) == Unknown {
			family = ""
		}
		out[name] = family
	}
	return out
}

// named gives glyphs their faces by family; it leaves the given ones alone.
func named(glyphs []printout.Glyph, family map[string]string) []printout.Glyph {
	if !slices.ContainsFunc(glyphs, func(g printout.Glyph) bool { return family[printout.Untagged(g.Face)] != "" }) {
		return glyphs
	}
	out := slices.Clone(glyphs)
	for i, g := range out {
		if f := family[printout.Untagged(g.Face)]; f != "" {
			out[i].Face = f
		}
	}
	return out
}
