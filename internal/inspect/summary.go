package inspect

import (
	"strings"

	"hongtou/internal/gbt9704"
	"hongtou/internal/norm"
)

// Summary counts the clauses of a file by verdict.
type Summary struct {
	Holds, Fails, Absent, Unproven int
	Binding                        int // of Fails, those of strength 应 or 一般
}

// Summary counts.
func (f File) Summary() Summary { return count(f.Rows) }

func count(rows []Row) Summary {
	var s Summary
	for _, r := range rows {
		switch r.Result.Verdict {
		case norm.Holds:
			s.Holds++
		case norm.Fails:
			s.Fails++
			if r.binding() {
				s.Binding++
			}
		case norm.Absent:
			s.Absent++
		case norm.Unproven:
			s.Unproven++
		}
	}
	return s
}

// binding says whether the standard asks for it with 应 or 一般: what it merely
// recommends or allows may be otherwise.
func (r Row) binding() bool {
	return r.Clause.Strength == gbt9704.Must || r.Clause.Strength == gbt9704.Usually
}

// Fails gives the rows that do not hold, those that bind first.
func (f File) Fails() []Row {
	var binding, others []Row
	for _, r := range f.Rows {
		switch {
		case r.Result.Verdict != norm.Fails:
		case r.binding():
			binding = append(binding, r)
		default:
			others = append(others, r)
		}
	}
	return append(binding, others...)
}

// Passes says whether every file was judged and no clause of strength 应 or 一般
// fails.
func (r Report) Passes() bool {
	for _, f := range r.Files {
		if f.Conclusion() != Held {
			return false
		}
	}
	return true
}

// Section is a part of the standard with its clauses.
type Section struct {
	Name string
	Rows []Row
}

// sections are the parts in the order of a report, with the numbers of their
// clauses; the first that fits counts.
var sections = []struct{ name, numbers string }{
	{"版心", "5.2.1 5.2.2 5.2.3"},
	{"页面", "4 5 6 7.1 11"},
	{"版头", "7.2"},
	{"主体", "7.3"},
	{"版记", "7.4"},
	{"页码", "7.5"},
	{"横排表格", "8"},
	{"文字", "9"},
	{"特定格式", "10"},
	{norm.Own, norm.Own},
}

// shown is the order of the sections on paper.
var shown = []string{"页面", "版心", "版头", "主体", "版记", "页码", "横排表格", "特定格式", "文字", norm.Own, unknown}

// unknown is for clauses that stand in no part; there are none.
const unknown = "其他"

// sectionOf is the part of the standard that a clause belongs to.
func sectionOf(id string) string {
	for _, s := range sections {
		for _, number := range strings.Fields(s.numbers) {
			if rest, ok := strings.CutPrefix(id, number); ok && (rest == "" || rest[0] == '.') {
				return s.name
			}
		}
	}
	return unknown
}

// grouped sorts rows by the parts of the standard; parts without rows are left
// out.
func grouped(rows []Row) []Section {
	by := map[string][]Row{}
	for _, r := range rows {
		name := sectionOf(r.Clause.ID)
		by[name] = append(by[name], r)
	}
	var out []Section
	for _, name := range shown {
		if len(by[name]) > 0 {
			out = append(out, Section{name, by[name]})
		}
	}
	return out
}
