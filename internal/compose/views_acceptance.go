package compose

import (
	"slices"

	"hongtou/internal/assign"
	"hongtou/internal/doc"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
)

type formsView struct {
	Recipient *Text          `doc:"收文单位"`
	Forms     []formView     `doc:"各项任务的表；文书只有一项，工作簿有收文单位的全部"`
	Tasks     []formTaskView `doc:"收文单位的全部任务，先负责、后督导；工作簿的目录"`
}

type formTaskView struct {
	Number      *Text  `doc:"序号，如第七项、第十七项（一）"`
	Short       *Text  `doc:"简短标题"`
	Deadline    *Text  `doc:"整改时限；没有这个字段时为空"`
	Responsible bool   `doc:"收文单位负责"`
	Supervised  bool   `doc:"收文单位督导"`
	Standing    bool   `doc:"长期坚持的任务"`
	Anchor      string `doc:"表中的链接名称；没有表的任务为空"`
}

// newForms gives the forms that a planned document prints: those of one task,
// or all of a recipient.
func newForms(m *memory, p docset.Document) formsView {
	x := m.newEdition(p.Text)
	v := formsView{Recipient: unitName(p.Recipient.Unit)}
	names := sheetNames{}
	tasks := docset.FormTasks(*p.Recipient)
	for _, t := range tasksOf(p.Recipient) {
		has := slices.Contains(tasks, t.ID)
		row := m.formTask(p.Recipient, t)
		if has && (p.Item == "" || p.Item == t.ID) {
			f := x.form(p, t)
			f.Sheet = names.take(t)
			row.Anchor = f.Anchor
			v.Forms = append(v.Forms, f)
		}
		v.Tasks = append(v.Tasks, row)
	}
	return v
}

// tasksOf gives everything a recipient has to do with, each task once.
func tasksOf(r *assign.Recipient) []*assign.Task {
	var out []*assign.Task
	for _, s := range slices.Concat(r.Responsible, r.Supervised) {
		if !slices.ContainsFunc(out, func(t *assign.Task) bool { return t.ID == s.Task.ID }) {
			out = append(out, s.Task)
		}
	}
	return out
}

func (m *memory) formTask(r *assign.Recipient, t *assign.Task) formTaskView {
	v := formTaskView{
		Number:      taskNumber(t, "number"),
		Short:       m.taskShort(t, "short"),
		Responsible: shareOf(r.Responsible, t) != nil,
		Supervised:  shareOf(r.Supervised, t) != nil,
		Standing:    m.term(t).standing,
	}
	if f := t.Aspect.Field(dossier.Deadline); f != nil {
		v.Deadline = newText(t.ID+".deadline", f.Value)
	}
	return v
}

func shareOf(shares []assign.Share, t *assign.Task) *assign.Share {
	i := slices.IndexFunc(shares, func(s assign.Share) bool { return s.Task.ID == t.ID })
	if i < 0 {
		return nil
	}
	return &shares[i]
}

func (v formsView) mustForms() []*value {
	var out []*value
	for _, f := range v.Forms {
		out = append(out, f.must()...)
	}
	return out
}

func (v formsView) mustTabulate() []*value {
	out := append(v.mustForms(), v.Recipient.held())
	for _, t := range v.Tasks {
		out = append(out, t.Number.held(), t.Short.held(), t.Deadline.held())
	}
	return out
}

func formsOf(m *memory, p docset.Document) view {
	v := newForms(m, p)
	return view{data: v, document: v.mustForms, workbook: v.mustTabulate}
}

func formsMeta(p docset.Document) doc.Meta {
	title := p.Dossier.Words.Say("销号验收表") + "（" + p.Recipient.Unit.Name.Value + "）"
	for _, t := range tasksOf(p.Recipient) {
		if t.ID == p.Item {
			title = t.Label + title
		}
	}
	return madeMeta(p, title)
}
