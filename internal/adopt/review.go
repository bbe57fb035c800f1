package adopt

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"hongtou/internal/diag"
	"hongtou/internal/exchange"
	"hongtou/internal/intake"
)

// Changed is one value that a returned workbook changes.
type Changed struct {
	Label string   `json:"label"`
	At    string   `json:"at"` // of the workbook
	File  string   `json:"file"`
	Line  int      `json:"line"`
	Old   []string `json:"old"`
	New   []string `json:"new"`
	Note  string   `json:"note,omitempty"`
}

// ReviewReport tells what a returned workbook changes, or would change.
type ReviewReport struct {
	Dossier   string              `json:"dossier"`
	Exported  string              `json:"exported"` // edition of the workbook
	Rows      int                 `json:"rows"`
	Changes   []Changed           `json:"changes"`
	Conflicts []exchange.Conflict `json:"conflicts"`
	Additions []exchange.Addition `json:"additions"`
	Doubts    []exchange.Doubt    `json:"doubts"`
	Foreseen  []Found             `json:"foreseen"` // new problems that the changes make
	Written   bool                `json:"written"`
	Files     []string            `json:"files"` // written
}

// Review holds a workbook that Export made against the source it came from;
// with write it changes the values that people edited, and nothing else.
// name is that of the workbook; an *intake.Error says that it cannot be read
// back.
func Review(content, name string, workbook []byte, write bool) (ReviewReport, error) {
	back, err := exchange.Read(workbook)
	if err != nil {
		return ReviewReport{}, &intake.Error{
			Name: name, Code: "exchange", Message: err.Error(), Cause: err,
			Hint: "用 hongtou export 重新导出，把改动填进新的工作簿",
		}
	}
	f, err := open(content)
	if err != nil {
		return ReviewReport{}, err
	}
	d, err := f.choose(cmp.Or(back.Dossier, "?"))
	if err != nil {
		return ReviewReport{}, err
	}
	before, _ := table(d)
	p := exchange.Compare(before, back)
	t := trial{folder: f, id: d.ID, before: before}
	if t.errors, err = t.count(); err != nil {
		return ReviewReport{}, err
	}
	accepted, edited, err := t.accept(&p)
	if err != nil {
		return ReviewReport{}, err
	}
	out := report(back, accepted, p)
	if out.Foreseen, err = f.foresee(edited); err != nil {
		return out, err
	}
	if write && len(edited) > 0 {
		if err := replaceFiles(content, f.raw, edited); err != nil {
			return out, err
		}
		out.Written = true
		for path := range edited {
			out.Files = append(out.Files, f.files.Name(path))
		}
		slices.Sort(out.Files)
	}
	return out, nil
}

func report(back exchange.Returned, changes []exchange.Change, p exchange.Proposal) ReviewReport {
	out := ReviewReport{
		Dossier: back.Dossier, Exported: back.Edition, Rows: len(back.Rows), Changes: []Changed{},
		Conflicts: append([]exchange.Conflict{}, p.Conflicts...), Additions: append([]exchange.Addition{}, p.Additions...),
		Doubts: append([]exchange.Doubt{}, p.Doubts...), Files: []string{},
	}
	for _, c := range changes {
		shown := Changed{Label: c.Label, At: c.At, Old: []string{}, New: c.New, Note: c.Note}
		for _, t := range c.Old {
			shown.Old = append(shown.Old, t.Value)
		}
		if len(c.Old) > 0 {
			shown.File, shown.Line = c.Old[0].At.File, c.Old[0].At.Line
		}
		out.Changes = append(out.Changes, shown)
	}
	return out
}

// trial tries changes on a copy in memory: a change is accepted when the
// folder, read again, says the new words there and the old words everywhere
// else. So nothing that people type can become markup, a label or a field.
type trial struct {
	folder *folder
	id     string
	before exchange.Table
	errors int // of the copy without changes, which lacks the pictures
}

func (t trial) count() (int, error) {
	dossiers, problems, err := t.folder.reread(nil)
	for i := range dossiers {
		if dossiers[i].ID == t.id {
			_, refused := table(&dossiers[i])
			problems.Add(refused...)
		}
	}
	return problems.Count(diag.Error), err
}

// accept gives the changes that hold and the files they make; the others
// become doubts.
func (t trial) accept(p *exchange.Proposal) ([]exchange.Change, map[string][]byte, error) {
	edited, lost, reason, err := t.try(p.Changes)
	if err != nil || reason == "" {
		p.Doubts = append(p.Doubts, lost...)
		return p.Changes, edited, err
	}
	var accepted []exchange.Change
	for _, c := range p.Changes {
		_, _, reason, err := t.try(append(slices.Clone(accepted), c))
		if err != nil {
			return nil, nil, err
		}
		if reason == "" {
			accepted = append(accepted, c)
			continue
		}
		p.Doubts = append(p.Doubts, exchange.Doubt{At: c.At, Why: c.Label + "没有采用：" + reason})
	}
	edited, lost, _, err = t.try(accepted)
	p.Doubts = append(p.Doubts, lost...)
	return accepted, edited, err
}

// try makes the files with some changes; reason says in Chinese why they do
// not hold.
func (t trial) try(changes []exchange.Change) (edited map[string][]byte, lost []exchange.Doubt, reason string, err error) {
	edited = map[string][]byte{}
	if len(changes) == 0 {
		return edited, nil, "", nil
	}
	byFile := map[string][]exchange.Change{}
	for _, c := range changes {
		path := t.path(c)
		byFile[path] = append(byFile[path], c)
	}
	for path, cs := range byFile {
		data, gone, err := exchange.Edit(t.folder.raw[path], cs)
		if err != nil {
			return nil, nil, err.Error(), nil
		}
		edited[path] = data
		for _, g := range gone {
			lost = append(lost, exchange.Doubt{Why: t.folder.files.Name(path) + g})
		}
	}
	slices.SortFunc(lost, func(a, b exchange.Doubt) int { return strings.Compare(a.Why, b.Why) })
	reason, err = t.holds(changes, edited)
	return edited, lost, reason, err
}

// path is the file of a change: that of its words, or of its item.
func (t trial) path(c exchange.Change) string {
	if len(c.Old) > 0 {
		return t.folder.inside(c.Old[0].At.File)
	}
	item, _, _ := strings.Cut(c.Row, ".")
	return t.id + "/items/" + item + ".md"
}

func (t trial) holds(changes []exchange.Change, edited map[string][]byte) (reason string, err error) {
	dossiers, problems, err := t.folder.reread(edited)
	if err != nil {
		return "", err
	}
	for i := range dossiers {
		if dossiers[i].ID != t.id {
			continue
		}
		after, refused := table(&dossiers[i])
		problems.Add(refused...)
		if n := problems.Count(diag.Error); n > t.errors {
			return "改后会有错误：" + newError(problems, edited, t.folder), nil
		}
		return difference(expected(t.before, changes), after), nil
	}
	return "改后案卷读不出来", nil
}

// newError gives the first error in a file that was edited.
func newError(list diag.List, edited map[string][]byte, f *folder) string {
	for _, d := range list.Sorted() {
		if _, ours := edited[f.inside(d.At.File)]; ours && d.Severity == diag.Error {
			return d.Message
		}
	}
	return fmt.Sprintf("共%d个", list.Count(diag.Error))
}

// expected is the table with the changes and nothing else.
func expected(t exchange.Table, changes []exchange.Change) map[string]string {
	out := words(t)
	for _, c := range changes {
		out[c.Row+" "+c.Column] = strings.Join(c.New, "\n")
	}
	return out
}

func words(t exchange.Table) map[string]string {
	out := map[string]string{}
	for _, r := range t.Rows {
		out[r.Key] = r.Number
		for column, c := range r.Cells {
			out[r.Key+" "+column] = c.Text()
		}
	}
	return out
}

// difference says in Chinese where the table is not what it should be.
func difference(want map[string]string, t exchange.Table) string {
	got := words(t)
	for _, key := range slices.Sorted(maps.Keys(want)) {
		if text, ok := got[key]; !ok || text != want[key] {
			row, column, _ := strings.Cut(key, " ")
			return "改后" + cellName(t, row, column) + "读出来不是这些字，像是标签、序号或标记写进了文字里"
		}
	}
	if len(got) != len(want) {
		return "改后多出了字段或整改项，像是标签、序号写进了文字里"
	}
	return ""
}

func cellName(t exchange.Table, row, column string) string {
	r, c := t.Row(row), t.Column(column)
	switch {
	case r == nil:
		return "编号" + row
	case c == nil:
		return r.Number
	}
	return r.Number + c.Title
}
