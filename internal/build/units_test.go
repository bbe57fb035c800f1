package build

import (
	"errors"
	"slices"
	"testing"

	"hongtou/internal/dossier"
	"hongtou/internal/register"
)

func TestLookUp(t *testing.T) {
	named := func(id, name, book string, aliases ...string) dossier.Unit {
		u := dossier.Unit{ID: id, Name: dossier.Text{Value: name}, Book: dossier.Text{Value: book}}
		for _, a := range aliases {
			u.Aliases = append(u.Aliases, dossier.Text{Value: a})
		}
		return u
	}
	reg := &dossier.Register{Units: []dossier.Unit{
		named("jia", "甲县政府", "", "甲县"), named("jia-wei", "甲县委", "jia"), named("yi", "乙县政府", ""),
	}}
	reg.Groups = []dossier.Group{
		{ID: "dangzheng", Name: dossier.Text{Value: "各县委和政府"}, Members: []dossier.Text{{Value: "jia-wei"}, {Value: "jia"}, {Value: "yi"}}},
		{ID: "xiaozu", Name: dossier.Text{Value: "领导小组成员单位"}, Open: true},
	}
	lists := []addressees{{register.New(reg), []*dossier.Unit{&reg.Units[0]}}, {register.New(reg), nil}}
	for _, c := range []struct {
		words   string
		ids     []string
		message string
		hint    string
	}{
		{words: "甲县政府", ids: []string{"jia"}},
		{words: "甲县", ids: []string{"jia"}},
		{words: "jia", ids: []string{"jia"}},
		{words: "甲县委", ids: []string{"jia"}},
		{words: "乙县政府", message: "单位“乙县政府”没有任务，没有发给它的文件", hint: "运行 hongtou list 查看有任务的单位"},
		{words: "甲县政符", message: "名册中没有单位“甲县政符”", hint: "是否为“甲县政府”？"},
		{words: "各县委和政府", message: "“各县委和政府”是统称，不是单位", hint: "请写成员单位：甲县政府、乙县政府"},
		{words: "dangzheng", message: "“dangzheng”是统称，不是单位", hint: "请写成员单位：甲县政府、乙县政府"},
		{words: "领导小组成员单位", message: "“领导小组成员单位”是统称，不是单位", hint: "名册没有列出它的成员；写单位的名称、别名或编号"},
		{words: "某某", message: "名册中没有单位“某某”", hint: "写名册中的单位名称、别名或编号"},
		{words: "", message: "名册中没有单位“”", hint: "写名册中的单位名称、别名或编号"},
	} {
		ids, err := lookUp(lists, c.words)
		var usage *UsageError
		if !slices.Equal(ids, c.ids) || errors.As(err, &usage) != (c.message != "") {
			t.Errorf("%q: %v %v", c.words, ids, err)
			continue
		}
		if usage != nil && (usage.Message != c.message || usage.Hint != c.hint) {
			t.Errorf("%q: %q %q", c.words, usage.Message, usage.Hint)
		}
	}
}
