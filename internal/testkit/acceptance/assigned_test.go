package acceptance

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// What the collective words of the published text mean, written by hand from
// that text and from what is generally known: the city has four counties, each
// with one book for its committee and its government. It owes nothing to the
// register of the content folder.
var (
	counties = []string{"凉州区", "民勤县", "古浪县", "天祝县"}
	city     = []string{
		"市委", "市政府", "市委办公室", "市政府办公室", "市委组织部", "市发展改革委", "市工信局", "市生态环境局", "市住建局",
		"市农业农村局", "市市场监管局", "市大气水土壤污染防治工作领导小组办公室",
	}
	everybody = slices.Concat(city, counties)

	collective = []wording{
		{"各县区政府", counties, false},
		{"市、县区党委和政府", slices.Concat([]string{"市委", "市政府"}, counties), false},
		{"各级党委和政府及其工作部门", everybody, true},
		{"市、县区国家机关", nil, true}, // those that are known have the task by the words before
		{"各人民团体", nil, true},
		{"中央、省属在武各单位", nil, true},
		{"市大气水土壤污染防治工作领导小组成员单位", nil, true},
		{"市加强煤炭经营和质量管控领导小组各成员单位", nil, true},
		{"天祝县政府", []string{"天祝县"}, false},
	}
	mentioned = []string{"省住建厅", "省生态环境厅", "天祝青峰新兴碳材有限公司", "市审计局", "市纪委监委", "自然资源部"}
)

// wording is some printed words, the books they reach, and whether they mean
// others besides whom nobody lists.
type wording struct {
	printed string
	books   []string
	open    bool
}

// duties says who has what: “天祝县 responsible” → 07 08 17.1, and the words
// that stay open: “06 responsible …”.
type duties struct {
	tasks map[string][]string
	open  []string
}

func (d *duties) add(task, role string, w wording) {
	for _, b := range w.books {
		key := b + " " + role
		if !slices.Contains(d.tasks[key], task) {
			d.tasks[key] = append(d.tasks[key], task)
		}
	}
	if w.open {
		d.open = append(d.open, task+" "+role+" "+fold(w.printed))
	}
}

func (d duties) equal(o duties) bool {
	return maps.EqualFunc(d.tasks, o.tasks, slices.Equal) && slices.Equal(d.open, o.open)
}

var (
	itemLine   = regexp.MustCompile(`^第([一二三四五六七八九十]+)项,`)
	manyLine   = regexp.MustCompile(`^以上问题分[0-9]个方面`)
	aspectLine = regexp.MustCompile(`^\(([一二三四五六七八九十]+)\)`)
	dutyLine   = regexp.MustCompile(`^(责任单位|督导单位):(.*)$`)
	roleOf     = map[string]string{"责任单位": "responsible", "督导单位": "supervised"}
)

func ordinal(numeral string) int {
	const digits = "一二三四五六七八九"
	tens, units, ten := strings.Cut(numeral, "十")
	if !ten {
		tens, units = "", numeral
	}
	n := strings.Index(digits, units)/3 + 1
	if units == "" {
		n = 0
	}
	if ten {
		n += 10 * max(1, strings.Index(digits, tens)/3+1)
	}
	return n
}

// derived reads the measures list as the website published it.
func derived(t *testing.T) duties {
	t.Helper()
	out := duties{tasks: map[string][]string{}}
	item, aspect, many, fields := 0, 0, false, 0
	for _, line := range source(t)["annex"] {
		switch {
		case itemLine.MatchString(line):
			item, aspect, many = item+1, 0, false
			if n := ordinal(itemLine.FindStringSubmatch(line)[1]); n != item {
				t.Fatalf("item %d is the %d. of the published text", n, item)
			}
		case manyLine.MatchString(line):
			many = true
		case many && aspectLine.MatchString(line):
			aspect++
		case dutyLine.MatchString(line):
			fields++
			m := dutyLine.FindStringSubmatch(line)
			task := fmt.Sprintf("%02d", item)
			if many {
				task += fmt.Sprintf(".%d", aspect)
			}
			for _, w := range apart(m[2]) {
				out.add(task, roleOf[m[1]], w)
			}
		}
	}
	if item != 17 || fields != 2*18 {
		t.Fatalf("the published text gave %d items and %d fields", item, fields)
	}
	return out
}

// apart takes a published value apart: collective words as a whole, a sentence
// about another plan as one open wording, other names at their joiners. A
// further sentence explains and names nobody.
func apart(value string) []wording {
	value, _, _ = strings.Cut(value, "。")
	if strings.HasPrefix(value, "《") {
		return []wording{{value, nil, true}}
	}
	var out []wording
	for value != "" {
		w, n := wording{}, 0
		for _, c := range collective {
			if strings.HasPrefix(value, c.printed) && len(c.printed) > n {
				w, n = c, len(c.printed)
			}
		}
		if n == 0 {
			n = len(value)
			if i := strings.IndexAny(value, ",、"); i >= 0 {
				n = i
			}
			w = wording{value[:n], []string{value[:n]}, false}
		}
		out = append(out, w)
		value = strings.TrimLeft(value[n:], ",、")
	}
	return out
}

// assignment is what list --json says of one dossier.
type assignment struct {
	Recipients []struct {
		Name                    string
		Bodies                  []struct{ Name string }
		Responsible, Supervised []struct{ Task string }
	}
	Open      []struct{ Task, Field, Words string }
	Uncovered []any
}

// listed asks the program.
func listed(t *testing.T, dir string, args ...string) assignment {
	t.Helper()
	cmd := exec.Command(made.program, append([]string{"list", "--json"}, args...)...)
	cmd.Dir = dir
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("list: %v\n%s", err, out)
	}
	var report struct{ Assigned []assignment }
	if err := json.Unmarshal(out, &report); err != nil || len(report.Assigned) != 1 {
		t.Fatalf("list: %d dossiers, %v", len(report.Assigned), err)
	}
	return report.Assigned[0]
}

func (a assignment) duties() duties {
	out := duties{tasks: map[string][]string{}}
	for _, r := range a.Recipients {
		for _, task := range r.Responsible {
			out.tasks[r.Name+" responsible"] = append(out.tasks[r.Name+" responsible"], task.Task)
		}
		for _, task := range r.Supervised {
			out.tasks[r.Name+" supervised"] = append(out.tasks[r.Name+" supervised"], task.Task)
		}
	}
	roles := map[string]string{"responsible": "responsible", "supervisors": "supervised"}
	for _, o := range a.Open {
		out.open = append(out.open, o.Task+" "+roles[o.Field]+" "+fold(o.Words))
	}
	return out
}

// TestEveryUnitHasItsTasks: before and after the amendment the program gives
// every recipient exactly the tasks that the published text gives it, in each
// role, and calls exactly that open which the text leaves open.
func TestEveryUnitHasItsTasks(t *testing.T) {
	want := derived(t)
	for _, asOf := range []string{"2020-08-01", "2020-12-31"} {
		got := listed(t, made.root, "--as-of", asOf)
		differ(t, asOf, got.duties(), want)
		if len(got.Recipients) != len(everybody) || len(got.Uncovered) > 0 {
			t.Errorf("%s: %d recipients, %d words uncovered", asOf, len(got.Recipients), len(got.Uncovered))
		}
		for _, r := range got.Recipients {
			if slices.Contains(mentioned, r.Name) {
				t.Errorf("%s is merely mentioned and has tasks", r.Name)
			}
			if i := slices.Index(counties, r.Name); i >= 0 &&
				(len(r.Bodies) != 2 || r.Bodies[0].Name != counties[i]+"委" || r.Bodies[1].Name != counties[i]+"政府") {
				t.Errorf("the book of %s holds the tasks of %v", r.Name, r.Bodies)
			}
		}
	}
}

func differ(t *testing.T, what string, got, want duties) {
	t.Helper()
	keys := map[string]bool{}
	for _, m := range []map[string][]string{got.tasks, want.tasks} {
		for k := range m {
			keys[k] = true
		}
	}
	for _, k := range slices.Sorted(maps.Keys(keys)) {
		if !slices.Equal(got.tasks[k], want.tasks[k]) {
			t.Errorf("%s: %s\n got %v\nwant %v", what, k, got.tasks[k], want.tasks[k])
		}
	}
	if !slices.Equal(got.open, want.open) {
		t.Errorf("%s: open\n got %q\nwant %q", what, got.open, want.open)
	}
}

// TestDerivation: the sets derived from the published text are those that the
// plan is known for, so that a slip of the reading above does not pass as one
// of the program.
func TestDerivation(t *testing.T) {
	d := derived(t)
	collectiveTasks := strings.Fields("01 02 03 04 05")
	county := append(slices.Clone(collectiveTasks), strings.Fields("07 08 09 10 11 12 13 14 15 16")...)
	for key, want := range map[string][]string{
		"凉州区 responsible":   county,
		"天祝县 responsible":   append(slices.Clone(county), "17.1", "17.2"),
		"市政府 responsible":   collectiveTasks,
		"市委组织部 responsible": collectiveTasks[:3],
		"市委组织部 supervised":  {"04"},
		"市委办公室 supervised":  collectiveTasks[:3],
		"天祝县 supervised":    nil,
	} {
		if !slices.Equal(d.tasks[key], want) {
			t.Errorf("%s: %v, want %v", key, d.tasks[key], want)
		}
	}
	six := 0
	for _, o := range d.open {
		if strings.HasPrefix(o, "06 ") {
			six++
		}
	}
	if len(d.open) != 16 || six != 2 {
		t.Errorf("%d open, %d of them of item 6: %q", len(d.open), six, d.open)
	}
	for key, tasks := range d.tasks {
		if slices.Contains(tasks, "06") {
			t.Errorf("%s has item 6", key)
		}
	}
	text := strings.Join(source(t)["notice"], "")
	for _, unit := range mentioned {
		if !strings.Contains(text, unit) {
			t.Errorf("the published text does not mention %s", unit)
		}
	}
}

// TestLostTasksAreFound: with a register that loses or invents something the
// comparison fails.
func TestLostTasksAreFound(t *testing.T) {
	want := derived(t)
	for _, c := range []struct{ name, old, new string }{
		{"a member left out of a closed group", "name: 市、县区党委和政府\n    members:\n      - shi-wei\n", "name: 市、县区党委和政府\n    members:\n"},
		{"a body with a book of its own", "kind: party\n    book: minqin-xian\n", "kind: party\n"},
		{"a unit that receives nothing", "name: 市农业农村局\n", "name: 市农业农村局\n    recipient: false\n"},
		{"a known member left out", "      - shi-wei-zuzhibu\n", ""},
		{"members invented", "name: 市大气水土壤污染防治工作领导小组成员单位\n", "name: 市大气水土壤污染防治工作领导小组成员单位\n    members: [shi-zhujian-ju]\n"},
		{"an open group closed", "name: 市加强煤炭经营和质量管控领导小组各成员单位\n    open: true\n", "name: 市加强煤炭经营和质量管控领导小组各成员单位\n    members: [shi-gongxin-ju]\n"},
	} {
		dir := t.TempDir()
		if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS(filepath.Join(made.root, "content"))); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, "content", "units.yaml")
		data, err := os.ReadFile(path)
		if err != nil || strings.Count(string(data), c.old) != 1 {
			t.Fatalf("%s: %q stands there %d times, %v", c.name, c.old, strings.Count(string(data), c.old), err)
		}
		if err := os.WriteFile(path, []byte(strings.Replace(string(data), c.old, c.new, 1)), 0o600); err != nil {
			t.Fatal(err)
		}
		if listed(t, dir).duties().equal(want) {
			t.Errorf("not found: %s", c.name)
		}
	}
}
