package recognise_test

import (
	"slices"
	"strings"
	"testing"

	"hongtou/internal/dossier"
	"hongtou/internal/manuscript"
	"hongtou/internal/recognise"
)

// TestEmptyRegister imports the published text where no register is known:
// check has nothing to say but what people must fill in.
func TestEmptyRegister(t *testing.T) {
	d, rep := recognise.Recognise([]manuscript.Manuscript{paste("a.txt", pasted(handmade()))}, nil)
	_, list, _ := loaded(t, d, nil)
	for _, x := range list {
		if x.Severity == 0 && !strings.Contains(x.Message, dossier.Placeholder) {
			t.Errorf("%s %s:%d %s", x.Code, x.At.File, x.At.Line, x.Message)
		}
	}
	for _, n := range slices.Concat(d.Units, d.People) {
		if len([]rune(n.Name)) < 3 && n.Kind != "" || n.Name == "中央" {
			t.Errorf("%q is no name", n.Name)
		}
		if i := slices.IndexFunc(rep.Doubts, func(x recognise.Doubt) bool { return x.What == n.Name }); n.Kind == "group" && (i < 0 || rep.Doubts[i].Place.Line == 0) {
			t.Errorf("no doubt names the wording %q", n.Name)
		}
	}
}

// TestWordings proposes each wording once and no piece of it.
func TestWordings(t *testing.T) {
	const text = `甲市任务清单

第一项，管网滞后。

目标要求：完成。

完成时限：2025年6月底前

责任单位：各级党委和政府及其工作部门，市、县区党委和政府，中央、省属在甲各单位，各县区党委、政府，市乙局

责任领导：中央、省属在甲各单位主要负责人，各县区党委、政府负责同志

责任人员：市、县区党委和政府领导班子成员、市乙局主要负责人

督导单位：市乙局

工作措施：排查。

第二项，管网老化。

目标要求：完成。

完成时限：2025年6月底前

责任单位：市乙局，市、县区党委和政府

责任领导：主要负责同志

责任人员：张三、李四

督导单位：市乙局

工作措施：排查。

第三项，管网漏水。

目标要求：完成。

完成时限：2025年6月底前

责任单位：市丙局、市丁局

督导单位：各乡镇、市戊局，各县、区党委和政府

责任领导：王五

责任人员：赵六、李四

工作措施：排查。
`
	ms := []manuscript.Manuscript{paste("a.txt", text)}
	d, rep := recognise.Recognise(ms, nil)
	if err := recognise.Account(ms, d, rep); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, n := range d.Units {
		got = append(got, n.Kind+" "+n.Name)
	}
	want := []string{"group 各级党委和政府及其工作部门", "group 市、县区党委和政府", "group 中央、省属在甲各单位", "group 各县区党委、政府", "department 市乙局",
		"group 主要负责同志", "department 市丙局", "department 市丁局",
		"group 各乡镇", "department 市戊局", "group 各县、区党委和政府"}
	if !slices.Equal(got, want) {
		t.Errorf("units\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	got = nil
	for _, n := range d.People {
		got = append(got, n.Name+" "+strings.Join(n.Units, "、"))
	}
	if want := []string{"张三 市乙局", "李四 市丁局", "王五 ", "赵六 市丙局"}; !slices.Equal(got, want) {
		t.Errorf("people %q, want %q", got, want)
	}
	_, list, _ := loaded(t, d, nil)
	for _, x := range list {
		if x.Severity == 0 && !strings.Contains(x.Message, dossier.Placeholder) && x.At.File != "content/anjuan/plan.md" && x.At.File != "content/anjuan/notice.md" && x.At.File != "content/anjuan/dossier.yaml" {
			t.Errorf("%s %s:%d %s", x.Code, x.At.File, x.At.Line, x.Message)
		}
	}
}
