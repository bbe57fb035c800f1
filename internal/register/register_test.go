package register

import (
	"fmt"
	"strings"
	"testing"

	"hongtou/internal/dossier"
)

func text(s string) dossier.Text { return dossier.Text{Value: s} }

func texts(list ...string) []dossier.Text {
	var out []dossier.Text
	for _, s := range list {
		out = append(out, text(s))
	}
	return out
}

// sample is a register with every difficulty of the field: names that hold
// joiners, names that begin with other names, open and closed groups.
func sample() *dossier.Register {
	unit := func(id, name string, aliases ...string) dossier.Unit {
		return dossier.Unit{ID: id, Name: text(name), Aliases: texts(aliases...)}
	}
	return &dossier.Register{
		Units: []dossier.Unit{
			unit("huanbao", "州生态环保局", "市环保局"),
			unit("jianshe", "州城市和园林管理局", "州城建局"),
			unit("jia", "甲县政府"), unit("yi", "乙县政府"),
			unit("weiban", "州委办公室"), unit("zhengban", "州政府办公室"), unit("shiwei", "州委"),
		},
		Groups: []dossier.Group{
			{ID: "xian", Name: text("各县乡政府"), Members: texts("jia", "yi")},
			{ID: "zaijia", Name: text("中央、省属在甲各单位"), Open: true},
			{ID: "dangzheng", Name: text("州、县乡党委和政府"), Members: texts("shiwei", "jia", "yi")},
			{ID: "jiguan", Name: text("州、县乡国家机关"), Open: true},
			{ID: "xiaozu", Name: text("市大气防治工作领导小组成员单位"), Open: true},
		},
		People: []dossier.Person{{Name: text("张三")}, {Name: text("李四方")}, {Name: text("阿布都·王")}},
	}
}

// dump writes a resolution as one line: kind:id or kind<words>, unknown as ?.
func dump(r Resolution) string {
	kinds := []string{"u", "g", "p", "role", "open", "remark"}
	var out []string
	for _, ref := range r.Refs {
		if ref.ID != "" {
			out = append(out, kinds[ref.Kind]+":"+ref.ID)
		} else {
			out = append(out, kinds[ref.Kind]+"<"+ref.Words+">")
		}
	}
	for _, u := range r.Unknown {
		mark := "?"
		if u.Person {
			mark = "?p"
		}
		out = append(out, fmt.Sprintf("%s%s@%d", mark, u.Words, u.Offset))
	}
	return strings.Join(out, " ")
}

func TestUnits(t *testing.T) {
	x := New(sample())
	for _, c := range []struct{ value, want string }{
		{"", ""},
		{"州城建局、州生态环保局，各县乡政府", "u:jianshe u:huanbao g:xian"},
		{"州城市和园林管理局和市环保局", "u:jianshe u:huanbao"},
		{"州、县乡党委和政府", "g:dangzheng"},
		{"州、县乡国家机关，中央、省属在甲各单位", "g:jiguan g:zaijia"},
		{"州委办公室及州政府办公室", "u:weiban u:zhengban"},
		{"州委", "u:shiwei"},
		{"各县乡政府，州城建居", "g:xian ?州城建居@6"},
		{"州城建局下属公司、州委", "u:shiwei ?州城建局下属公司@0"},
		{"省城市和园林管理厅、州委", "u:shiwei ?省城市和园林管理厅@0"},
		{"市水务局和州委", "u:shiwei ?市水务局@0"},
		{"州城建局（牵头）、州委", "u:jianshe remark<（牵头）> u:shiwei"},
		{"州城建局（州生态环保局、各县乡政府）", "u:jianshe u:huanbao g:xian"},
		{"州城建局等有关部门", "u:jianshe open<等有关部门>"},
		{"牵头单位：州城建局；配合单位：市环保局", "remark<牵头单位：> u:jianshe remark<配合单位：> u:huanbao"},
		{"《甲市方案，及其他》（甲发〔2017〕9号）确定的责任单位。因机构改革单位合并的，由合并后的单位负责。",
			"open<《甲市方案，及其他》（甲发〔2017〕9号）确定的责任单位> remark<因机构改革单位合并的，由合并后的单位负责>"},
		{"州城建局。其他单位配合", "u:jianshe remark<其他单位配合>"},
		{"州城建局。州委。", "u:jianshe u:shiwei"},
		{"《没有说明》", "?《没有说明》@0"},
		{"州城建局，", "u:jianshe"},
		{"州 委", "?州@0 ?委@2"},
		{"（（（", "?（@0 ?（@1 ?（@2"},
	} {
		if got := dump(x.Units(c.value)); got != c.want {
			t.Errorf("Units(%q)\n got %s\nwant %s", c.value, got, c.want)
		}
	}
}

func TestPeople(t *testing.T) {
	x := New(sample())
	for _, c := range []struct{ value, want string }{
		{"张三、李四方", "p:张三 p:李四方"},
		{"张三、李四放", "p:张三 ?p李四放@3"},
		{"阿布都·王，李四·方", "p:阿布都·王 ?p李四·方@6"},
		{"各县乡政府和市大气防治工作领导小组成员单位主要负责人", "g:xian g:xiaozu role<主要负责人>"},
		{"州、县乡党委和政府主要领导", "g:dangzheng role<主要领导>"},
		{"中央、省属在甲各单位领导班子成员", "g:zaijia role<领导班子成员>"},
		{"州城建局主要负责人、州委的分管领导", "u:jianshe role<主要负责人> u:shiwei role<的分管领导>"},
		{"市水务居主要负责人", "role<主要负责人> ?市水务居@0"},
		{"《甲市方案》确定的责任人员，如有变动，由接任的人员负责。",
			"open<《甲市方案》确定的责任人员> remark<如有变动，由接任的人员负责>"},
		{"张三（兼）", "p:张三 remark<（兼）>"},
		{"王 明、张三", "p:张三 ?p王 明@0"},
		{"张三、王　明", "p:张三 ?p王　明@3"},
		{"王 明 李  四 张三", "p:张三 ?p王 明@0 ?p李  四@4"},
		{"王 明强", "?王@0 ?p明强@2"},
	} {
		if got := dump(x.People(c.value)); got != c.want {
			t.Errorf("People(%q)\n got %s\nwant %s", c.value, got, c.want)
		}
	}
}

func TestExpand(t *testing.T) {
	x := New(sample())
	e := x.Expand(x.Units("乙县政府，各县乡政府、市大气防治工作领导小组成员单位等有关单位"))
	if got := strings.Join(e.Units, " "); got != "yi jia" {
		t.Errorf("units %s", got)
	}
	if len(e.Open) != 2 || e.Open[0].ID != "xiaozu" || e.Open[1].Words != "等有关单位" {
		t.Errorf("open %+v", e.Open)
	}
}

func TestSuggest(t *testing.T) {
	x := New(sample())
	for words, want := range map[string]string{
		"州城建居": "州城建局", "州生态环堡局": "州生态环保局", "州建城局": "州城建局",
		"各县政府": "各县乡政府", "水利部": "", "州水务局": "", "州建成局": "", "": "", "局": "",
		strings.Repeat("市", 5000): "",
	} {
		if got, _ := x.SuggestUnit(words); got != want {
			t.Errorf("SuggestUnit(%.12q) = %q, want %q", words, got, want)
		}
	}
	for words, want := range map[string]string{"李四芳": "李四方", "张二": "张三", "王五": "", "三张": "张三"} {
		if got, _ := x.SuggestPerson(words); got != want {
			t.Errorf("SuggestPerson(%q) = %q, want %q", words, got, want)
		}
	}
}

func TestDuplicatesFirstWins(t *testing.T) {
	reg := sample()
	reg.Units = append(reg.Units, dossier.Unit{ID: "other", Name: text("州城建局")})
	x := New(reg)
	if ref, ok := x.Named("州城建局"); !ok || ref.ID != "jianshe" {
		t.Errorf("got %+v %v", ref, ok)
	}
	if _, ok := x.Named("市住建"); ok {
		t.Error("a beginning of a name is no name")
	}
	if New(nil).Unit("jia") != nil || x.Group("none") != nil || x.Person("none") != nil {
		t.Error("absent entries must be nil")
	}
}

// FuzzResolve: every character belongs to at most one reference or unknown
// piece, in order, and the words are those of the value.
func FuzzResolve(f *testing.F) {
	for _, s := range []string{"州城建局、张三", "《a》确定的", "（州委", "。。", "等", "的主要领导", "：", "和和和"} {
		f.Add(s)
	}
	x := New(sample())
	f.Fuzz(func(t *testing.T, value string) {
		value = strings.ToValidUTF8(value, "")
		for _, r := range []Resolution{x.Units(value), x.People(value)} {
			covered := make([]bool, len([]rune(value)))
			mark := func(words string, offset, length int) {
				if string([]rune(value)[offset:offset+length]) != words {
					t.Fatalf("%q at %d is not in %q", words, offset, value)
				}
				for i := offset; i < offset+length; i++ {
					if covered[i] {
						t.Fatalf("character %d of %q read twice", i, value)
					}
					covered[i] = true
				}
			}
			for _, ref := range r.Refs {
				mark(ref.Words, ref.Offset, ref.Length)
			}
			for _, u := range r.Unknown {
				mark(u.Words, u.Offset, u.Length)
			}
		}
	})
}
