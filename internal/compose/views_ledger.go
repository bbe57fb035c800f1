package compose

import (
	"hongtou/internal/assign"
	"hongtou/internal/doc"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
)

// ledgerView is one row for every task and unit. It says what the edition
// says; what has been done is for people to write.
type ledgerView struct {
	Plan    *Title         `doc:"方案的标题"`
	Issued  sourceView     `doc:"印发方案的通知"`
	Sources []sourceView   `doc:"改动过台账内容的通知，先后为序；没有时为空"`
	Day     *Text          `doc:"版本日期，如2020-12-31；统计日期从这一天起"`
	Tasks   []taskLineView `doc:"全部任务，各一行，照印发的次序"`
	Columns []headView     `doc:"除整改措施外的字段，任务一览的列"`
	Heads   ledgerHeads    `doc:"各列照印发文件的标签"`
	Rows    []ledgerRow    `doc:"任务、职责、单位，各一行，照任务的次序"`
	Holders []ledgerHolder `doc:"收文单位，照名册的次序"`
	Pending bool           `doc:"有没有受文单位待确定的行"`
	Months  []monthView    `doc:"有任务到期的月份，先后为序；立行立改的在最前，长期坚持的和没有写明日期的在最后"`
	Beside  []besideView   `doc:"除已列出的单位外，原文还写有没有列明的单位的任务"`
}

type ledgerHeads struct {
	Deadline *Text `doc:"如“整改时限”；没有这个字段时为空，下同"`
	Leaders  *Text `doc:"如“责任领导”"`
	Persons  *Text `doc:"如“责任人员”"`
}

type ledgerRow struct {
	Serial   int          `doc:"序号"`
	Unit     *Text        `doc:"收文单位；待确定的为空"`
	Body     *Text        `doc:"承担任务的单位，与收文单位不同时才有"`
	Words    []*Text      `doc:"待确定的行：原文怎样写"`
	Role     string       `doc:"responsible（负责）或supervisors（督导）"`
	Task     *Text        `doc:"任务编号，如“第十项”"`
	Short    *Text        `doc:"简短标题，不含编号"`
	Deadline *Text        `doc:"时限的原文"`
	By       *Text        `doc:"最早一个有日期的阶段，如2020-12-31；没有时为空"`
	AtOnce   *Text        `doc:"没有日期、要求马上整改的，照原文，如“立行立改”；不是的为空"`
	Standing bool         `doc:"长期坚持"`
	Leaders  *Text        `doc:"责任领导的姓名；原文没有写姓名的为空"`
	Persons  []personLine `doc:"承担单位的责任人员；原文没有写姓名的、督导的为空"`
}

type personLine struct {
	Name     *Text `doc:"姓名"`
	Inferred bool  `doc:"原文没有写明属于哪个单位，由排列次序推断"`
}

type taskLineView struct {
	Task  *Text      `doc:"任务，如“第十项”"`
	Short *Text      `doc:"简短标题，不含编号"`
	Cells []cellView `doc:"各字段的值，与Columns逐一对应"`
}

type ledgerHolder struct {
	Unit *Text `doc:"收文单位"`
}

type monthView struct {
	Kind  string  `doc:"at_once（马上整改）、month（月份）、standing（长期坚持）、undated（没有写明日期）"`
	Name  *Text   `doc:"如“2020年12月”“立行立改”；长期坚持和没有写明日期的为空"`
	From  *Text   `doc:"月份的第一天，如2020-12-01；不是月份的为空，下同"`
	To    *Text   `doc:"最后一天"`
	Tasks []*Text `doc:"这时到期的任务，每项一次"`
}

type besideView struct {
	Task  *Text       `doc:"任务，如“第十项”"`
	Words []wordsView `doc:"原文"`
}

func newLedger(p docset.Document) ledgerView {
	assigned := assign.Of(p.Text)
	l := ledgering{tasks: map[string]*ledgerTask{}}
	x, heads := newEdition(p.Text), fieldHeads(p.Dossier.Annex)
	v := ledgerView{
		Plan:    newTitle("plan.title", p.Dossier.Plan.Title, mainOutline("plan", p.Dossier.Plan.Title)),
		Issued:  issuedSource(p),
		Sources: appliedSources(p),
		Day:     newText("edition.day", dossier.Text{Value: p.Edition, At: editionDay(p).At}),
	}
	v.heads(heads)
	for i := range assigned.Tasks {
		t := &assigned.Tasks[i]
		l.add(t)
		row := l.tasks[t.ID].own
		v.Tasks = append(v.Tasks, taskLineView{row.Task, row.Short, x.aspect(*t.Item, *t.Aspect, heads).Cells})
	}
	for _, r := range assigned.Recipients() {
		v.Holders = append(v.Holders, ledgerHolder{unitName(r.Unit)})
		l.take(r, r.Responsible, dossier.Responsible)
		l.take(r, r.Supervised, dossier.Supervisors)
	}
	for _, id := range l.order {
		v.Rows = append(v.Rows, l.tasks[id].rows()...)
		if b := l.tasks[id].beside(); len(b.Words) > 0 {
			v.Beside = append(v.Beside, b)
		}
	}
	for i := range v.Rows {
		v.Rows[i].Serial = i + 1
		v.Pending = v.Pending || v.Rows[i].Unit == nil
	}
	v.Months = l.months()
	return v
}

// heads takes the labels that the plan prints.
func (v *ledgerView) heads(fields []dossier.Field) {
	for _, f := range fields {
		label := newText("annex.label."+string(f.Kind), f.Label)
		switch f.Kind {
		case dossier.Measures:
			continue
		case dossier.Deadline:
			v.Heads.Deadline = label
		case dossier.Leaders:
			v.Heads.Leaders = label
		case dossier.Persons:
			v.Heads.Persons = label
		}
		v.Columns = append(v.Columns, headView{string(f.Kind), label})
	}
}

func unitName(u *dossier.Unit) *Text { return newText("unit."+u.ID+".name", u.Name) }

func (v ledgerView) must() []*value {
	out := append(v.Plan.must(), v.Day.held(), v.Issued.Date.held(), v.Issued.Number.held())
	out = append(out, mustSources(v.Sources)...)
	for _, c := range v.Columns {
		out = append(out, c.Label.held())
	}
	for _, t := range v.Tasks {
		out = append(out, t.Task.held(), t.Short.held())
		for _, c := range t.Cells {
			out = append(append(out, c.Label.held()), c.Value.must()...)
		}
	}
	for _, r := range v.Rows {
		out = append(out, r.Unit.held(), r.Body.held(), r.Task.held(), r.Short.held(), r.Deadline.held(), r.By.held(), r.AtOnce.held(), r.Leaders.held())
		out = append(out, held(r.Words)...)
		for _, p := range r.Persons {
			out = append(out, p.Name.held())
		}
	}
	for _, h := range v.Holders {
		out = append(out, h.Unit.held())
	}
	for _, m := range v.Months {
		out = append(out, m.Name.held(), m.From.held(), m.To.held())
	}
	for _, b := range v.Beside {
		out = append(out, b.Task.held())
		for _, w := range b.Words {
			out = append(out, w.Words.held())
		}
	}
	return out
}

func ledgerOf(p docset.Document) view {
	v := newLedger(p)
	return view{data: v, workbook: v.must()}
}

func ledgerMeta(p docset.Document) doc.Meta {
	return madeMeta(p, "《"+p.Dossier.Plan.Title.Value+"》整改台账")
}
