package dossier

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// Words (用语) are how a plan calls what our own documents speak of, by our word
// for it: a plan without 整改 may say 落实, one whose list is no 整改措施清单 gives
// its name. They apply to our words alone, never to the words of the dossier.
type Words map[string]string

// kept are words of ours that stay whatever their parts become.
var kept = []string{"负责人"}

// Say gives words of ours as the plan says them; the longest of ours that fits
// counts.
func (w Words) Say(ours string) string {
	if len(w) == 0 {
		return ours
	}
	return strings.NewReplacer(w.pairs()...).Replace(ours)
}

// Key tells words apart; it is empty for those that change nothing.
func (w Words) Key() string { return strings.Join(w.pairs(), "\x00") }

// pairs lists what is replaced and by what, the longest first.
func (w Words) pairs() []string {
	if len(w) == 0 {
		return nil
	}
	all := maps.Clone(w)
	for _, same := range kept {
		all[same] = same
	}
	ours := slices.SortedFunc(maps.Keys(all), func(a, b string) int {
		return cmp.Or(cmp.Compare(utf8.RuneCountInString(b), utf8.RuneCountInString(a)), cmp.Compare(a, b))
	})
	var out []string
	for _, word := range ours {
		out = append(out, word, all[word])
	}
	return out
}

// OurWords lists what a plan may call otherwise.
func OurWords() []string {
	return []string{
		"印发通知", "反馈问题", "整改问题", "问题", "整改措施清单", "整改目标", "整改时限", "整改措施", "责任单位", "责任领导", "责任人员", "督导单位",
		"整改方案", "整改任务", "整改台账", "整改情况", "整改完成情况", "整改", "负责", "督导", "配合", "任务书", "交办",
		"销号验收", "销号", "验收意见", "验收", "县级初验", "县级已验", "市级认定", "市级已认定", "省级销号备案",
	}
}
