package compose

import (
	"slices"

	"hongtou/internal/amend"
	"hongtou/internal/assign"
	"hongtou/internal/deadline"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
	"hongtou/internal/impact"
	"hongtou/internal/zh"
)

type taskBookView struct {
	Anchor      string         `doc:"链接用的名称，各册不重复"`
	Numbers     sectionNumbers `doc:"各部分的序号；没有的部分为空"`
	Head        bookHeadView   `doc:"文头：收文单位、依据、文本状态、人员"`
	Overview    []overviewView `doc:"任务一览，按整改时限先后"`
	Mixed       bool           `doc:"各项任务的职责不只一种"`
	Revision    *revisionView  `doc:"本次修改；这一版没有改动这个单位的任务时为空"`
	Responsible []taskView     `doc:"负责的任务，按印发顺序；兼负督导的也在这里"`
	Supervised  []taskView     `doc:"只督导的任务，按印发顺序"`
	Assisted    []taskView     `doc:"只配合的任务，按印发顺序"`
	Both        []*Text        `doc:"兼负督导的任务的序号"`
	Reporting   reportingView  `doc:"报送要求和联系方式"`
}

type sectionNumbers struct {
	Overview    string `doc:"任务一览"`
	Revision    string `doc:"本次修改"`
	Responsible string `doc:"负责的任务"`
	Supervised  string `doc:"督导的任务"`
	Assisted    string `doc:"配合的任务"`
	Reporting   string `doc:"报送要求、报送联系方式"`
}

type overviewView struct {
	Anchor      string `doc:"这项任务的链接名称"`
	Number      *Text  `doc:"序号，如第十七项（二）"`
	Short       *Text  `doc:"简短标题，不含序号"`
	Deadline    *Text  `doc:"整改时限，照原文；没有时为空"`
	Responsible bool   `doc:"负责"`
	Supervised  bool   `doc:"督导"`
	Assisted    bool   `doc:"配合"`
}

// bookInputs are all that the view of a task book is made from: books of the
// same inputs are the same.
type bookInputs struct {
	dossier       *dossier.Dossier
	text, before  *amend.Edition
	changes       *impact.Impact
	recipient     *assign.Recipient
	unit, edition string
}

func bookInputsOf(p docset.Document) bookInputs {
	return bookInputs{p.Dossier, p.Text, p.Before, p.Changes, p.Recipient, p.Unit, p.Edition}
}

// document is a document that has nothing but these.
func (in bookInputs) document() docset.Document {
	return docset.Document{
		Kind: docset.TaskBook, Dossier: in.dossier, Text: in.text, Before: in.before, Changes: in.changes,
		Recipient: in.recipient, Unit: in.unit, Edition: in.edition,
	}
}

// book is the work on one task book.
type book struct {
	docset.Document
	*edition
	scope scope
}

// newTaskBook gives what one recipient answers for and supervises. The view
// rests on the document's own edition and nothing newer.
func (m *memory) newTaskBook(p docset.Document) taskBookView {
	p = bookInputsOf(p).document()
	b := m.newBook(p)
	v := taskBookView{Anchor: b.bookID(), Head: b.head(), Revision: b.revision(), Reporting: b.reporting()}
	for _, s := range p.Recipient.Responsible {
		also := shareOf(p.Recipient.Supervised, s.Task)
		if also != nil {
			v.Both = append(v.Both, taskNumber(s.Task, "both"))
		}
		v.Responsible = append(v.Responsible, b.task(s, also))
	}
	for _, s := range b.onlySupervised() {
		v.Supervised = append(v.Supervised, b.task(s, nil))
	}
	for _, s := range b.onlyAssisted() {
		v.Assisted = append(v.Assisted, b.task(s, nil))
	}
	v.Overview = b.overview()
	v.Head.Groups = sayOnce(v.Responsible, v.Supervised, v.Assisted)
	v.Mixed = mixed(p.Recipient)
	v.Numbers = v.numbered()
	return v
}

// mixed says whether a recipient has tasks in more than one role.
func mixed(r *assign.Recipient) bool {
	roles := 0
	for _, list := range [][]assign.Share{r.Responsible, r.Supervised, r.Assisted} {
		if len(list) > 0 {
			roles++
		}
	}
	return roles > 1
}

func (m *memory) newBook(p docset.Document) *book {
	in := m.newScope(p)
	return &book{Document: p, edition: m.newExtract(p.Text, in.has), scope: in}
}

func (b *book) bookID() string { return anchorID("book", b.Unit) }

func taskIDs(shares []assign.Share) []string {
	var out []string
	for _, s := range shares {
		out = append(out, s.Task.ID)
	}
	return out
}

// onlySupervised gives the tasks that the recipient does not answer for as
// well: those are printed once, among the tasks it answers for.
func (b *book) onlySupervised() []assign.Share {
	answers := taskIDs(b.Recipient.Responsible)
	return slices.DeleteFunc(slices.Clone(b.Recipient.Supervised), func(s assign.Share) bool {
		return slices.Contains(answers, s.Task.ID)
	})
}

// onlyAssisted gives the tasks in which the recipient takes part and has no
// other role.
func (b *book) onlyAssisted() []assign.Share {
	more := append(taskIDs(b.Recipient.Responsible), taskIDs(b.Recipient.Supervised)...)
	return slices.DeleteFunc(slices.Clone(b.Recipient.Assisted), func(s assign.Share) bool {
		return slices.Contains(more, s.Task.ID)
	})
}

// overview lists every task once, the earliest deadline first, standing tasks
// last.
func (b *book) overview() []overviewView {
	all := slices.Concat(b.Recipient.Responsible, b.onlySupervised(), b.onlyAssisted())
	until := map[*assign.Task]deadline.Deadline{} // reading one takes long
	for _, s := range all {
		until[s.Task] = b.memory.term(s.Task).Deadline
	}
	slices.SortStableFunc(all, func(x, y assign.Share) int { return deadline.Compare(until[x.Task], until[y.Task]) })
	answers, supervises, assists := taskIDs(b.Recipient.Responsible), taskIDs(b.Recipient.Supervised), taskIDs(b.Recipient.Assisted)
	var out []overviewView
	for _, s := range all {
		row := overviewView{
			Anchor: b.anchor(s.Task), Number: taskNumber(s.Task, "overview"), Short: b.memory.taskShort(s.Task, "overview"),
			Responsible: slices.Contains(answers, s.Task.ID), Supervised: slices.Contains(supervises, s.Task.ID),
			Assisted: slices.Contains(assists, s.Task.ID),
		}
		if f := s.Task.Aspect.Field(dossier.Deadline); f != nil {
			row.Deadline = newText(s.Task.ID+".overview", f.Value)
		}
		out = append(out, row)
	}
	return out
}

// numbered counts the sections that the book has.
func (v taskBookView) numbered() sectionNumbers {
	n := 0
	next := func(has bool) string {
		if !has {
			return ""
		}
		n++
		return zh.Numeral(n)
	}
	return sectionNumbers{
		Overview: next(true), Revision: next(v.Revision != nil), Responsible: next(len(v.Responsible) > 0),
		Supervised: next(len(v.Supervised)+len(v.Both) > 0), Assisted: next(len(v.Assisted) > 0), Reporting: next(true),
	}
}

func (v taskBookView) must() []*value { return v.list(taskView.must) }

// mustTabulate lists what a workbook of the book has to carry: numbers instead
// of headings.
func (v taskBookView) mustTabulate() []*value { return v.list(taskView.mustTabulate) }

func (v taskBookView) list(task func(taskView) []*value) []*value {
	out := v.Head.must()
	for _, r := range v.Overview {
		out = append(out, r.Number.held(), r.Short.held(), r.Deadline.held())
	}
	for _, t := range slices.Concat(v.Responsible, v.Supervised, v.Assisted) {
		out = append(out, task(t)...)
	}
	out = append(append(out, held(v.Both)...), v.Revision.must()...)
	return append(out, v.Reporting.must()...)
}
