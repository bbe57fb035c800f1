package assign

import (
	"strings"
	"testing"

	"hongtou/internal/amend"
)

// FuzzUncovered: whatever a field says, the two readings agree on whom its
// words reach; all the second may add is that words are unclear or that nobody
// answers.
func FuzzUncovered(f *testing.F) {
	for _, s := range []string{
		"甲县政府、市丙局", "各县政府和市丙局等有关部门", "《甲案》确定的单位。如有变动，由乙县政府负责。", "甲县政府（牵头）（乙县政府）",
		"牵头单位：甲县政府；配合单位：戊公司", "领导小组成员单位以及甲县政府暨市丙局", "。。（（、", "各单位、乙县、乙县委和各县党委和政府", "甲县政府下属单位", "",
	} {
		f.Add(s, "市丙局")
	}
	f.Fuzz(func(t *testing.T, responsible, supervisors string) {
		responsible, supervisors = strings.ToValidUTF8(responsible, ""), strings.ToValidUTF8(supervisors, "")
		for _, e := range []*amend.Edition{plan(responsible, supervisors, responsible), county(responsible, supervisors, responsible)} {
			a := Of(e)
			for _, g := range a.Uncovered() {
				if g.Reason == Lost || g.Reason == Unfounded {
					t.Fatalf("%q, %q: %+v\n%+v", responsible, supervisors, g, a.Proof())
				}
			}
		}
	})
}
