package assign

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"hongtou/internal/amend"
	"hongtou/internal/load"
	"hongtou/internal/source"
)

// realEditions reads the content of this repository.
func realEditions(t *testing.T) []*amend.Edition {
	t.Helper()
	files, list, err := source.Open("../../content")
	if err != nil {
		t.Fatal(err)
	}
	dossiers, problems := load.Load(files)
	if list.Add(problems...); list.HasErrors() {
		t.Fatal(list)
	}
	editions, problems := amend.Editions(&dossiers[0])
	if problems.HasErrors() || len(editions) != 2 {
		t.Fatal(len(editions), problems)
	}
	return editions
}

// What the collective words of the published text mean, from the text itself:
// the city has four counties, the party committee and the government of each
// being bodies of their own. Everything with a word of unlisted is open; the
// first four together reach every body that the text names for another task,
// for each is a committee, a government or one of their departments.
var (
	governments = []string{"凉州区政府", "民勤县政府", "古浪县政府", "天祝县政府"}
	committees  = []string{"凉州区委", "民勤县委", "古浪县委", "天祝县委"}
	collective  = map[string][]string{
		"各县区政府":     governments,
		"市、县区党委和政府": slices.Concat([]string{"市委", "市政府"}, committees, governments),
	}
	unlisted = []string{"各级党委和政府及其工作部门", "市、县区国家机关", "各人民团体", "中央、省属在武各单位", "成员单位", "《"}
)

// published derives from the text on the website who has which task: unit →
// tasks with r or s, and the tasks with open words; units are bodies, whoever
// holds their book. It knows nothing of the content folder and nothing of the
// program.
func published(t *testing.T) (units map[string][]string, open map[string]bool) {
	t.Helper()
	data, err := os.ReadFile("../testkit/source/wuwei-2020.txt")
	if err != nil {
		t.Fatal(err)
	}
	units, open = map[string][]string{}, map[string]bool{}
	text, _, _ := strings.Cut(string(data), "关于补充完善《")
	item, aspects, fields := 0, 0, 0
	var everybody []string
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "第") && strings.Contains(line, "项,"):
			item++
			aspects = 0
		case strings.HasPrefix(line, "以上问题分"):
			aspects = 1
		case strings.HasPrefix(line, "督导单位:"), strings.HasPrefix(line, "责任单位:"):
			fields++
			task := []string{"01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15", "16", "17"}[item-1]
			if aspects > 0 {
				task += "." + string(rune('0'+aspects))
			}
			role, value := " r", strings.TrimPrefix(line, "责任单位:")
			if strings.HasPrefix(line, "督导") {
				role, value = " s", strings.TrimPrefix(line, "督导单位:")
				aspects *= 2 // the second aspect follows
			}
			named, isOpen := members(value)
			if isOpen && strings.Contains(value, unlisted[0]) {
				everybody = append(everybody, task+role)
			}
			for _, u := range named {
				units[u] = append(units[u], task+role)
			}
			if isOpen {
				open[task] = true
			}
		}
	}
	if item != 17 || fields != 36 {
		t.Fatalf("the published text gave %d items, %d fields", item, fields)
	}
	for u := range units {
		units[u] = append(units[u], everybody...)
		slices.Sort(units[u])
	}
	return units, open
}

// members takes a published value apart.
func members(value string) (units []string, open bool) {
	if whole, ok := collective[value]; ok {
		return whole, false
	}
	for _, w := range unlisted[:4] {
		if strings.Contains(value, w) {
			return nil, true
		}
	}
	for _, piece := range strings.FieldsFunc(value, func(r rune) bool { return r == ',' || r == '、' }) {
		switch {
		case collective[piece] != nil:
			units = append(units, collective[piece]...)
		case strings.Contains(piece, unlisted[4]), strings.HasPrefix(piece, unlisted[5]):
			open = true
		case !open || !strings.Contains(value, "。"): // a further sentence explains
			units = append(units, piece)
		}
	}
	return units, open
}

// TestRealCase: in both editions exactly the units that the published text
// names have exactly the tasks it gives them, and the coverage proof holds.
func TestRealCase(t *testing.T) {
	want, open := published(t)
	for _, e := range realEditions(t) {
		a := Of(e)
		got := map[string][]string{}
		add := func(list []Share, role string) {
			for _, s := range list {
				for _, u := range s.Bodies() {
					got[u.Name.Value] = append(got[u.Name.Value], s.Task.ID+role)
				}
			}
		}
		for _, r := range a.Recipients() {
			add(r.Responsible, " r")
			add(r.Supervised, " s")
		}
		for _, tasks := range got {
			slices.Sort(tasks)
		}
		if !maps.EqualFunc(got, want, slices.Equal) {
			t.Errorf("%s: got %v\nwant %v", e.Date, got, want)
		}
		opened := map[string]bool{}
		for _, task := range openTasks(a) {
			opened[task.ID] = true
		}
		if !maps.Equal(opened, open) {
			t.Errorf("%s: open %v, want %v", e.Date, opened, open)
		}
		if gaps := a.Uncovered(); len(gaps) > 0 {
			t.Errorf("%s: %+v", e.Date, gaps)
		}
	}
}

// TestRealBooks: there are sixteen books; the committee and the government of a
// county share the county's, everybody else has a book of its own.
func TestRealBooks(t *testing.T) {
	for _, e := range realEditions(t) {
		shared := map[string]string{}
		books := Of(e).Recipients()
		for _, r := range books {
			if len(r.Units) > 1 {
				shared[r.Unit.Name.Value] = r.Units[0].Name.Value + " " + r.Units[1].Name.Value
			} else if r.Units[0] != r.Unit {
				t.Errorf("%s holds the tasks of %s alone", r.Unit.Name.Value, r.Units[0].Name.Value)
			}
		}
		want := map[string]string{}
		for i, c := range []string{"凉州区", "民勤县", "古浪县", "天祝县"} {
			want[c] = committees[i] + " " + governments[i]
		}
		if len(books) != 16 || !maps.Equal(shared, want) {
			t.Errorf("%s: %d books, shared %v", e.Date, len(books), shared)
		}
	}
}

// TestRealTasks: what views ask of a task, on the real text: who is named for
// a recipient and how surely, leaders by name, and which tasks never end.
func TestRealTasks(t *testing.T) {
	a := Of(realEditions(t)[1])
	var standing, led []string
	people := map[string]string{}
	for i := range a.Tasks {
		task := &a.Tasks[i]
		if task.Standing() {
			standing = append(standing, task.ID)
		}
		led = append(led, strings.Join(task.Leaders(), "、"))
		for _, r := range a.Recipients() {
			for _, tie := range r.People(task) {
				people[task.ID+" "+r.Unit.Name.Value] += tie.Person.Name.Value + map[bool]string{true: "?"}[tie.Inferred]
			}
		}
	}
	if want := strings.Fields("01 02 03 04 05"); !slices.Equal(standing, want) {
		t.Errorf("standing %v", standing)
	}
	if led[0] != "" || led[5] != "" || led[6] != "费生云" || led[13] != "王国斌、费生云、王琳玺" {
		t.Errorf("leaders %q", led)
	}
	for at, want := range map[string]string{"07 天祝县": "马扎西", "07 凉州区": "高加志?", "15 市生态环境局": "梁开军?", "04 天祝县": "", "08 市生态环境局": ""} {
		if people[at] != want {
			t.Errorf("%s: %q, want %q", at, people[at], want)
		}
	}
}

// TestPublished: the derivation itself says what the issue asks for.
func TestPublished(t *testing.T) {
	units, open := published(t)
	if len(units) != 20 {
		t.Errorf("%d units: %v", len(units), units)
	}
	county := strings.Fields("01r 02r 03r 04r 05r 07r 08r 09r 10r 11r 12r 13r 14r 15r 16r")
	flat := func(name string) []string {
		var out []string
		for _, s := range units[name] {
			out = append(out, strings.ReplaceAll(s, " ", ""))
		}
		return out
	}
	for _, g := range governments {
		want := county
		if g == "天祝县政府" {
			want = append(slices.Clone(county), "17.1r", "17.2r")
		}
		if !slices.Equal(flat(g), want) {
			t.Errorf("%s: %v", g, flat(g))
		}
	}
	for _, g := range append([]string{"市委", "市政府"}, committees...) {
		if !slices.Equal(flat(g), strings.Fields("01r 02r 03r 04r 05r")) {
			t.Errorf("%s: %v", g, flat(g))
		}
	}
	if !open["06"] || !open["10"] || !open["13"] || len(open) != 6 {
		t.Errorf("open %v", open)
	}
}
