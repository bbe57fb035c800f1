package assign

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"hongtou/internal/amend"
	"hongtou/internal/dossier"
)

func text(s string) dossier.Text { return dossier.Text{Value: s} }

// plan is a dossier of one task with these fields and one measure.
func plan(responsible, supervisors, measure string) *amend.Edition {
	unit := func(id, name string, recipient bool) dossier.Unit {
		return dossier.Unit{ID: id, Name: text(name), Recipient: recipient}
	}
	members := []dossier.Text{text("jia"), text("yi")}
	return &amend.Edition{Dossier: &dossier.Dossier{
		Register: &dossier.Register{
			Units: []dossier.Unit{
				unit("jia", "甲县政府", true), unit("yi", "乙县政府", true),
				unit("bing", "市丙局", true), unit("wu", "戊公司", false),
			},
			Groups: []dossier.Group{
				{ID: "xian", Name: text("各县政府"), Members: members},
				{ID: "zu", Name: text("领导小组成员单位"), Open: true},
			},
		},
		Annex: dossier.Annex{Parts: []dossier.Part{{Items: []dossier.Item{{ID: "01", Number: "第一项", Aspects: []dossier.Aspect{{
			ID: "01",
			Fields: []dossier.Field{
				{Kind: dossier.Responsible, Label: text("责任单位"), Value: text(responsible)},
				{Kind: dossier.Supervisors, Label: text("督导单位"), Value: text(supervisors)},
				{Kind: dossier.Measures, Measures: []dossier.Measure{{ID: "01.1", Text: text(measure)}, {ID: "01.2", Text: text("市丙局"), Deleted: true}}},
			},
		}}}}}}},
	}}
}

// dump writes recipients: jia r各县政府>xian s市丙局 m01.1@3.
func dump(a Assignment) string {
	var out []string
	for _, r := range a.Recipients() {
		s := r.Unit.ID
		for _, share := range append(r.Responsible, r.Supervised...) {
			for _, d := range share.Words {
				s += fmt.Sprintf(" %c%s", d.Field[0], d.Words)
				if d.Group != nil {
					s += ">" + d.Group.ID
				}
			}
			for _, m := range share.Measures {
				s += fmt.Sprintf(" m%s@%d", m.Measure, m.Offset)
			}
		}
		out = append(out, s)
	}
	for _, task := range openTasks(a) {
		for _, p := range task.Open {
			out = append(out, fmt.Sprintf("open %c%s", p.Field[0], p.Words))
		}
	}
	for _, g := range a.Uncovered() {
		out = append(out, fmt.Sprintf("%s %s %s", g.Reason, g.Label, g.Words))
	}
	return strings.Join(out, "; ")
}

func TestOf(t *testing.T) {
	for _, c := range []struct{ name, responsible, supervisors, measure, want string }{
		{"directly and through a group", "甲县政府，各县政府", "市丙局", "", "jia r甲县政府 r各县政府>xian; yi r各县政府>xian; bing s市丙局"},
		{"both roles", "市丙局", "市丙局", "", "bing r市丙局 s市丙局"},
		{"named by a measure", "各县政府", "市丙局", "由乙县政府、戊公司负责。", "jia r各县政府>xian; yi r各县政府>xian m01.1@1; bing s市丙局"},
		{"a measure names no recipient of the task", "甲县政府", "甲县政府", "报市丙局。", "jia r甲县政府 s甲县政府"},
		{"a measure names a group", "甲县政府", "市丙局", "各县政府", "jia r甲县政府 m01.1@0; bing s市丙局"},
		{"an open group", "甲县政府、领导小组成员单位", "市丙局", "", "jia r甲县政府; bing s市丙局; open r领导小组成员单位"},
		{"others", "甲县政府等有关部门", "市丙局", "", "jia r甲县政府; bing s市丙局; open r等有关部门"},
		{"a unit that receives nothing", "戊公司、甲县政府", "市丙局", "", "jia r甲县政府; bing s市丙局"},
		{"only a unit that receives nothing", "戊公司", "市丙局", "", "bing s市丙局; nobody 第一项 "},
		{"nobody", "", "市丙局", "", "bing s市丙局; nobody 第一项 "},
		{"a remark", "甲县政府。如有变动，由接任的负责。", "市丙局（牵头）", "", "jia r甲县政府; bing s市丙局"},
		{"a unit in a remark", "甲县政府。其余由乙县政府负责。", "市丙局", "", "jia r甲县政府; bing s市丙局; unclear 第一项责任单位 其余由乙县政府负责"},
		{"words nobody registered", "甲县政府、市丁居", "市丙局", "", "jia r甲县政府; bing s市丙局; unclear 第一项责任单位 市丁居"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := dump(Of(plan(c.responsible, c.supervisors, c.measure))); got != c.want {
				t.Errorf("\n got %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestDeletedItemsHaveNoTasks(t *testing.T) {
	e := plan("甲县政府", "市丙局", "")
	e.Dossier.Annex.Parts[0].Items[0].Deleted = true
	if a := Of(e); len(a.Tasks)+len(a.Recipients())+len(a.Uncovered()) > 0 {
		t.Errorf("%+v", a.Tasks)
	}
	e.Dossier.Register = nil
	if a := Of(e); len(a.Recipients()) > 0 {
		t.Error("recipients without a register")
	}
}

// TestUncoveredFindsFalseClaims: what an assignment says without ground, or
// hides as open or as a remark, is found.
func TestUncoveredFindsFalseClaims(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(*Task)
		want  Reason
	}{
		{"unregistered words called open", func(t *Task) { t.Open, t.Unread = append(t.Open, t.Unread...), nil }, Unfounded},
		{"unregistered words forgotten", func(t *Task) { t.Unread = nil }, Lost},
		{"an open group called a remark", func(t *Task) { t.Remarks, t.Open = t.Open, nil }, Unclear},
		{"a unit called open", func(t *Task) { t.Open = append(t.Open, t.Duties[0].Passage) }, Lost},
		{"words that are not there", func(t *Task) { t.Duties[0].Offset = 1000 }, Unfounded},
		{"other words", func(t *Task) { t.Duties[0].Words = "乙县政府" }, Unfounded},
		{"another unit", func(t *Task) { t.Duties[0].Unit = t.Duties[1].Unit }, Lost},
		{"a task that is not there", func(t *Task) { t.ID = "99" }, Unfounded},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := Of(plan("甲县政府、市丁居、领导小组成员单位", "市丙局", ""))
			c.spoil(&a.Tasks[0])
			if !slices.ContainsFunc(a.Uncovered(), func(g Gap) bool { return g.Reason == c.want }) {
				t.Errorf("%+v", a.Uncovered())
			}
		})
	}
}

// openTasks gives the tasks that reach units nobody lists.
func openTasks(a Assignment) []*Task {
	var out []*Task
	for i := range a.Tasks {
		if len(a.Tasks[i].Open) > 0 {
			out = append(out, &a.Tasks[i])
		}
	}
	return out
}
