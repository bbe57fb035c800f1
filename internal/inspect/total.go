package inspect

import (
	"cmp"
	"fmt"
	"html/template"
	"io"
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"hongtou/internal/norm"
)

// total is the table over the reports on several files.
type total struct {
	frame
	Verdict, Class string
	Rows           []totalRow
	Common         []common
}

// totalRow is one file, with a link to its report.
type totalRow struct {
	File
	Link    template.URL
	Path    string
	Summary Summary
	Word    string // 相合, 基本相合, 不合
	Mark    string // its class
}

// common is a clause that fails in several files.
type common struct {
	Clause norm.Clause
	Files  int
}

const mostCommon = 20

// WriteTotal writes a table of all files. links are the addresses of their
// reports, relative to the table, with / between folders.
func (r Report) WriteTotal(w io.Writer, links []string, program string) error {
	t := total{frame: newFrame(program), Common: r.common()}
	for i, f := range r.Files {
		row := totalRow{File: f, Link: relative(links[i]), Path: clean(filepath.ToSlash(f.Path)), Summary: f.Summary()}
		row.Word, row.Mark = f.word()
		t.Rows = append(t.Rows, row)
	}
	t.Verdict, t.Class = r.sentence()
	return totalPage.Execute(w, t)
}

// relative makes an address of a path. Every step is escaped and the first is
// ./, so that no name can be taken for a scheme.
func relative(path string) template.URL {
	steps := strings.Split(path, "/")
	for i, s := range steps {
		steps[i] = url.PathEscape(s)
	}
	return template.URL("./" + strings.Join(steps, "/"))
}

// sentence says in one line how many files there are of each conclusion.
func (r Report) sentence() (words, class string) {
	switch t := r.Tally(); {
	case t.Failed+t.NotInspected > 0:
		return fmt.Sprintf("%d个文件：", len(r.Files)) + strings.ReplaceAll(t.String(), " ", ""), "bad"
	case t.Undecided > 0:
		return fmt.Sprintf("%d个文件：", len(r.Files)) + strings.ReplaceAll(t.String(), " ", ""), "open"
	}
	return fmt.Sprintf("%d个文件都相合", len(r.Files)), "good"
}

// fromFiles is from how many files on it means something what fails most often.
const fromFiles = 5

// common lists the clauses that fail most often, in more than one file.
func (r Report) common() []common {
	if len(r.Files) < fromFiles {
		return nil
	}
	var out []common
	at := map[string]int{}
	for _, f := range r.Files {
		for _, row := range f.Fails() {
			name := row.Clause.Name()
			if _, known := at[name]; !known {
				at[name] = len(out)
				out = append(out, common{Clause: row.Clause})
			}
			out[at[name]].Files++
		}
	}
	out = slices.DeleteFunc(out, func(c common) bool { return c.Files < 2 })
	slices.SortStableFunc(out, func(a, b common) int { return cmp.Compare(b.Files, a.Files) })
	return out[:min(mostCommon, len(out))]
}
