package assign

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"hongtou/internal/amend"
	"hongtou/internal/dossier"
)

// county is a dossier of one task in which 乙县 holds the book of its
// committee and its government, and an open group has known members.
func county(responsible, supervisors, measure string) *amend.Edition {
	e := plan(responsible, supervisors, measure)
	unit := func(id, name, book string) dossier.Unit {
		u := dossier.Unit{ID: id, Name: text(name), Recipient: true}
		if book != "" {
			u.Book = text(book)
		}
		return u
	}
	texts := func(list ...string) (out []dossier.Text) {
		for _, s := range list {
			out = append(out, text(s))
		}
		return out
	}
	e.Dossier.Register = &dossier.Register{
		Units: []dossier.Unit{
			unit("ju", "市丙局", ""), unit("fu", "乙县政府", "xian"), unit("xian", "乙县", ""), unit("wei", "乙县委", "xian"),
		},
		Groups: []dossier.Group{
			{ID: "dangzheng", Name: text("各县党委和政府"), Members: texts("wei", "fu")},
			{ID: "danwei", Name: text("各单位"), Members: texts("wei", "ju"), Open: true},
		},
		People: []dossier.Person{
			{Name: text("张三"), Leader: true}, {Name: text("赵一"), Leader: true},
			{Name: text("李四"), Units: texts("fu"), Inferred: true}, {Name: text("王五"), Units: texts("ju", "wei")}, {Name: text("孙六"), Units: texts("none")},
		},
	}
	return e
}

// books writes recipients with the bodies of each share:
// xian[fu wei]: r[wei fu]各县党委和政府>dangzheng m01.1@0乙县.
func books(a Assignment) string {
	ids := func(units []*dossier.Unit) string {
		var out []string
		for _, u := range units {
			out = append(out, u.ID)
		}
		return "[" + strings.Join(out, " ") + "]"
	}
	var out []string
	for _, r := range a.Recipients() {
		s := r.Unit.ID + ids(r.Units) + ":"
		for i, share := range append(slices.Clone(r.Responsible), r.Supervised...) {
			role := "r"
			if i >= len(r.Responsible) {
				role = "s"
			}
			s += " " + role + ids(share.Bodies())
			for _, d := range share.Words {
				s += d.Words + ">" + d.Unit.ID
			}
			for _, m := range share.Measures {
				s += fmt.Sprintf(" m%s@%d%s", m.Measure, m.Offset, m.Words)
			}
		}
		out = append(out, s)
	}
	for _, p := range a.Tasks[0].Open {
		out = append(out, "open "+p.Words)
	}
	for _, g := range a.Uncovered() {
		out = append(out, fmt.Sprintf("%s %s%s", g.Reason, g.Label, g.Words))
	}
	return strings.Join(out, "; ")
}

// TestBooks: bodies that share a book are one recipient with one share of a
// task and role, and nothing that reaches any of them is lost.
func TestBooks(t *testing.T) {
	for _, c := range []struct{ name, responsible, supervisors, measure, want string }{
		{"one body", "乙县政府", "市丙局", "", "ju[ju]: s[ju]市丙局>ju; xian[fu]: r[fu]乙县政府>fu"},
		{"several bodies through a group", "各县党委和政府", "市丙局", "",
			"ju[ju]: s[ju]市丙局>ju; xian[fu wei]: r[fu wei]各县党委和政府>wei各县党委和政府>fu"},
		{"the holder itself", "乙县、乙县委", "市丙局", "", "ju[ju]: s[ju]市丙局>ju; xian[xian wei]: r[xian wei]乙县>xian乙县委>wei"},
		{"a body in each role", "乙县政府", "乙县委", "", "xian[fu wei]: r[fu]乙县政府>fu s[wei]乙县委>wei"},
		{"measures that name the holder, a body without the task, and a group at one place", "乙县政府", "市丙局", "乙县先行，乙县委督促，各县党委和政府配合。",
			"ju[ju]: s[ju]市丙局>ju; xian[fu]: r[fu]乙县政府>fu m01.1@0乙县 m01.1@5乙县委 m01.1@11各县党委和政府"},
		{"an open group with known members", "各单位", "市丙局", "各单位落实。",
			"ju[ju]: r[ju]各单位>ju m01.1@0各单位 s[ju]市丙局>ju m01.1@0各单位; xian[wei]: r[wei]各单位>wei m01.1@0各单位; open 各单位"},
		{"by its name and through an open group", "各单位、乙县委", "市丙局", "",
			"ju[ju]: r[ju]各单位>ju s[ju]市丙局>ju; xian[wei]: r[wei]各单位>wei乙县委>wei; open 各单位"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := books(Of(county(c.responsible, c.supervisors, c.measure))); got != c.want {
				t.Errorf("\n got %s\nwant %s", got, c.want)
			}
		})
	}
}

// TestBooksAreCheckedByBody: the second reading looks for bodies, so that a
// body lost inside a book is found although the book is there.
func TestBooksAreCheckedByBody(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(*Task, []dossier.Unit)
		want  Gap
	}{
		{"a body of a book lost", func(t *Task, _ []dossier.Unit) { t.Duties = slices.Delete(t.Duties, 0, 1) }, Gap{Unit: "wei", Reason: Lost}},
		{"the holder put in the place of a body", func(t *Task, us []dossier.Unit) { t.Duties[0].Unit = &us[2] }, Gap{Unit: "wei", Reason: Lost}},
		{"a known member of an open group lost", func(t *Task, _ []dossier.Unit) { t.Duties = slices.Delete(t.Duties, 3, 4) }, Gap{Unit: "ju", Reason: Lost}},
		{"an open group with known members called closed", func(t *Task, _ []dossier.Unit) { t.Open = nil }, Gap{Reason: Lost}},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := Of(county("各县党委和政府、各单位", "市丙局", ""))
			c.spoil(&a.Tasks[0], a.plan.Register.Units)
			if !slices.ContainsFunc(a.Uncovered(), func(g Gap) bool { return g.Unit == c.want.Unit && g.Reason == c.want.Reason }) {
				t.Errorf("%+v", a.Uncovered())
			}
		})
	}
}

// TestPeopleAndLeaders: people by the books they belong to, leaders only where
// the field lists nothing but names.
func TestPeopleAndLeaders(t *testing.T) {
	for _, c := range []struct{ leaders, persons, names, county, bureau string }{
		{"张三、赵一", "李四、王五、孙六", "张三 赵一", "李四? 王五", "王五"},
		{"张三（牵头）", "王五、张三、王五", "", "王五", "王五"},
		{"各县党委和政府主要负责人", "各县党委和政府班子成员", "", "", ""},
		{"张三、市丙局主要负责人", "李四、市丙局主要负责人", "", "李四?", ""},
		{"张三、钱七", "钱七", "", "", ""},
		{"", "", "", "", ""},
	} {
		e := county("各县党委和政府", "市丙局", "")
		a := &e.Dossier.Annex.Parts[0].Items[0].Aspects[0]
		if c.leaders != "" {
			a.Fields = append(a.Fields, dossier.Field{Kind: dossier.Leaders, Value: text(c.leaders)}, dossier.Field{Kind: dossier.Persons, Value: text(c.persons)})
		}
		got := Of(e)
		if names := strings.Join(got.Tasks[0].Leaders(), " "); names != c.names {
			t.Errorf("leaders of %q: %q", c.leaders, names)
		}
		for i, want := range []string{c.bureau, c.county} {
			var people []string
			for _, tie := range got.Recipients()[i].People(&got.Tasks[0]) {
				name := tie.Person.Name.Value
				if tie.Inferred {
					name += "?"
				}
				people = append(people, name)
			}
			if s := strings.Join(people, " "); s != want {
				t.Errorf("people of %q: %q, want %q", c.persons, s, want)
			}
		}
	}
}

// TestStanding: a task is standing when no stage of its deadline ends.
func TestStanding(t *testing.T) {
	for _, c := range []struct {
		deadline string
		first    string
		standing bool
	}{
		{"立行立改，持续加强，长期坚持", "", true},
		{"2021年起，长期坚持", "", true},
		{"2021年年底前", "2021-12-31", false},
		{"2021年年底前完成，2022年起长期坚持", "2021-12-31", false},
		{"立行立改", "", false},
		{"立即整改；2022年起", "", true},
		{"根据批复时间确定", "", false},
		{"尽快", "", false},
		{"", "", false},
	} {
		e := county("乙县政府", "市丙局", "")
		a := &e.Dossier.Annex.Parts[0].Items[0].Aspects[0]
		if c.deadline != "" {
			a.Fields = append(a.Fields, dossier.Field{Kind: dossier.Deadline, Value: text(c.deadline)})
		}
		task := Of(e).Tasks[0]
		first := ""
		if day, ok := task.Deadline().First(); ok {
			first = dossier.Date{Year: day.Year, Month: day.Month, Day: day.Day}.ISO()
		}
		if task.Standing() != c.standing || first != c.first {
			t.Errorf("%q: standing %v, first %q", c.deadline, task.Standing(), first)
		}
	}
}
