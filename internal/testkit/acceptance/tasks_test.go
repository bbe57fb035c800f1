package acceptance

import (
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"hongtou/internal/testkit/judge"
)

// task is what one task's recipients must be able to read, derived from the
// published text alone: the folded words of every paragraph in force, labels
// taken off, by ID (06, 17.2).
type task = []string

var (
	itemStart = regexp.MustCompile(`^第(十[一二三四五六七八九]?|[一二三四五六七八九])项,`)
	labelled  = regexp.MustCompile(`^(整改目标|整改时限|责任单位|责任领导|责任人员|督导单位|整改措施):`)
)

// tasks reads the tasks in force: an item, or each of its aspects together
// with the item's own problem.
func tasks(t *testing.T) map[string]task {
	t.Helper()
	lines := inForce(t)
	out := map[string]task{}
	for i, n := index(t, lines, "附件"), 0; i < len(lines); i++ {
		if !itemStart.MatchString(lines[i]) {
			continue
		}
		end := i + 1
		for end < len(lines) && !itemStart.MatchString(lines[end]) && !strings.HasPrefix(lines[end], "二、专项督察") {
			end++
		}
		n++
		addTask(out, itoa2(n), lines[i:end])
	}
	if len(out) != 18 {
		t.Fatalf("the published text has %d tasks, want 18", len(out))
	}
	return out
}

func itoa2(n int) string { return string([]rune{rune('0' + n/10), rune('0' + n%10)}) }

// addTask adds an item's task, or one for each aspect: a numbered paragraph
// before a label opens one.
func addTask(out map[string]task, id string, lines []string) {
	var starts []int
	for i := 1; i+1 < len(lines); i++ {
		if strings.HasPrefix(lines[i], "(") && strings.HasPrefix(lines[i+1], "整改目标:") {
			starts = append(starts, i)
		}
	}
	if len(starts) == 0 {
		out[id] = words(lines)
		return
	}
	for k, from := range starts {
		to := len(lines)
		if k+1 < len(starts) {
			to = starts[k+1]
		}
		out[id+"."+string(rune('1'+k))] = append(words(lines[:starts[0]]), words(lines[from:to])...)
	}
}

func words(lines []string) task {
	var out task
	for _, l := range lines {
		if l = labelled.ReplaceAllString(l, ""); l != "" {
			out = append(out, fold(l))
		}
	}
	return out
}

// held are the tasks of one recipient by its unit ID, as list tells them: that
// they are the right ones is proven apart.
func held(t *testing.T) map[string][]string {
	t.Helper()
	data, err := hongtou(made.root, nil, "list", "--json")
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	var list struct {
		Assigned []struct {
			Recipients []struct {
				ID                      string `json:"unit"`
				Responsible, Supervised []struct{ Task string }
			}
		}
	}
	if err := json.Unmarshal(data, &list); err != nil {
		t.Fatal(err)
	}
	out := map[string][]string{}
	for _, d := range list.Assigned {
		for _, r := range d.Recipients {
			for _, s := range append(r.Responsible, r.Supervised...) {
				out[r.ID] = append(out[r.ID], s.Task)
			}
		}
	}
	if len(out) < 10 {
		t.Fatalf("list names only %d recipients", len(out))
	}
	return out
}

// reading gives the folded text of the files of one format, by key, as
// programs that are not ours read them.
func reading(t *testing.T, format string, paths map[string]string) map[string]string {
	t.Helper()
	out := map[string]string{}
	switch format {
	case "pdf":
		for key, path := range paths {
			out[key] = paperText(t, path)
		}
	case "html":
		for key, path := range paths {
			out[key] = fold(strings.Join(parsedParagraphs(t, path), ""))
		}
	case "xlsx":
		keys := slices.Sorted(maps.Keys(paths))
		var files []string
		for _, k := range keys {
			files = append(files, paths[k])
		}
		for i, sheets := range judge.OfficeConvertAll(t, files, judge.AllSheets) {
			out[keys[i]] = fold(strings.Join(cellsOf(t, sheets), ""))
		}
	}
	return out
}

// paperText reads the type area, glyph by glyph in the order of the page, heads
// of tables left out: they stand again on every page a cell goes over.
func paperText(t *testing.T, path string) string {
	t.Helper()
	var b strings.Builder
	for _, g := range judge.PDFGlyphs(t, path) {
		if inside((g.X0+g.X1)/2, g.Y) && !strings.Contains(g.Face, "Hei") {
			b.WriteRune(g.Rune)
		}
	}
	return fold(b.String())
}

// TestEveryWordOfATaskReachesItsRecipients looks for every paragraph of every
// task in its recipients' books, in all formats.
func TestEveryWordOfATaskReachesItsRecipients(t *testing.T) {
	wanted, own := tasks(t), held(t)
	for _, format := range []string{"pdf", "html", "xlsx"} {
		texts := reading(t, format, forRecipients(t, "taskbook", format))
		for unit, ids := range own {
			text, made := texts[unit]
			if !made {
				t.Errorf("%s has no task book as %s", unit, format)
			}
			for _, id := range ids {
				for _, want := range wanted[id] {
					if !strings.Contains(text, want) {
						t.Errorf("%s as %s, task %s: no %q", unit, format, id, beginning(want))
					}
				}
			}
		}
	}
}

// forRecipients gives the files of a kind and format by the unit's ID.
func forRecipients(t *testing.T, kind, format string) map[string]string {
	t.Helper()
	return chosen(t, format, func(o output) (string, bool) { return o.Unit, o.Kind == kind && o.Unit != "" && o.Item == "" })
}

// TestBooksAreForRecipientsAndNobodyElse: a book for everyone who has a task,
// none for others, and in it none of the tasks of others.
func TestBooksAreForRecipientsAndNobodyElse(t *testing.T) {
	wanted, own := tasks(t), held(t)
	books := forRecipients(t, "taskbook", "pdf")
	for unit, text := range reading(t, "pdf", books) {
		if len(own[unit]) == 0 {
			t.Errorf("%s has a book and no task", unit)
		}
		for id, words := range wanted {
			if !slices.Contains(own[unit], id) && strings.Contains(text, words[len(words)-1]) {
				t.Errorf("%s: its book holds task %s, which is not its own", unit, id)
			}
		}
	}
	if len(books) != len(own) {
		t.Errorf("%d books, %d recipients", len(books), len(own))
	}
}
