package compose

import (
	"slices"
	"strings"

	"hongtou/internal/assign"
	"hongtou/internal/doc"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
)

// registerView says who is to get how many documents; what was handed out is
// for people to write.
type registerView struct {
	Plan     *Title        `doc:"方案的标题"`
	Issued   sourceView    `doc:"印发方案的通知"`
	Sources  []sourceView  `doc:"改动过任务书的通知，先后为序；没有时为空"`
	Handings []handingView `doc:"收文单位，照名册的次序"`
	Forms    []documentRef `doc:"全部销号验收表，用来计总数"`
	Assisted bool          `doc:"有没有配合的任务：它们没有销号验收表"`
}

type handingView struct {
	Unit   *Text         `doc:"收文单位"`
	Book   *Text         `doc:"任务书的版本日期"`
	Older  bool          `doc:"任务书早于最近一次修改任务书的通知，仍然有效"`
	Forms  []documentRef `doc:"该单位的销号验收表，用来计份数"`
	Serial int           `doc:"序号"`
}

// documentRef is a document that is only counted.
type documentRef struct {
	Task string `doc:"任务的编号，如17.2"`
}

func newRegister(p docset.Document) registerView {
	v := registerView{
		Plan:    newTitle("plan.title", p.Dossier.Plan.Title, mainOutline("plan", p.Dossier.Plan.Title)),
		Issued:  issuedSource(p),
		Sources: newEdition(p.Text).sources(inBooks(p)),
	}
	forms := map[string][]documentRef{}
	for _, d := range p.Parts {
		if d.Kind == docset.Acceptance && d.Item != "" {
			form := documentRef{d.Item}
			forms[d.Unit], v.Forms = append(forms[d.Unit], form), append(v.Forms, form)
		}
	}
	for _, d := range p.Parts {
		if d.Kind == docset.TaskBook {
			v.Assisted = v.Assisted || len(d.Recipient.Assisted) > 0
			v.Handings = append(v.Handings, handingView{
				Serial: len(v.Handings) + 1, Forms: forms[d.Unit],
				Unit: newText("unit."+d.Unit+".name", d.Recipient.Unit.Name), Book: newText("edition", editionDay(d)), Older: d.Edition < p.Edition,
			})
		}
	}
	return v
}

// issuedSource names the notice that issued the plan.
func issuedSource(p docset.Document) sourceView {
	n := p.Text.Issued.Notice
	const name = "notice"
	return sourceView{
		Title: newTitle(name+".title", n.Title, mainOutline("title", n.Title)),
		Date:  newText(name+".date", n.Date.Text), Number: newText(name+".number", n.DocNumber), Matter: newText(name+".matter", n.Title.Matter()), Quoted: quotedTitle(name+".title", n.Title, mainOutline("title", n.Title)),
	}
}

// inBooks says which values task books print, or printed until a notice took a
// task away: those of the tasks that somebody known has, what gives a task to a
// unit, the quoted clauses, and the names of the units.
func inBooks(p docset.Document) func(dossier.Address) bool {
	recipients := assign.Of(p.Text).Recipients()
	units, in := unitAddresses(recipients), (*memory)(nil).emptyScope(p)
	for _, r := range recipients {
		in.add(r.All())
	}
	return func(a dossier.Address) bool {
		if registered(a) {
			return units[a]
		}
		return in.has(a) || isItem(a) || givesTasks(a)
	}
}

// givesTasks tells the fields that say who has a task.
func givesTasks(a dossier.Address) bool {
	return slices.ContainsFunc(ledgerRoles[:], func(k dossier.FieldKind) bool { return strings.HasSuffix(string(a), "."+string(k)) })
}

func (v registerView) must() []*value {
	out := append(v.Plan.must(), mustSources(v.Sources)...)
	for _, h := range v.Handings {
		out = append(out, h.Unit.held(), h.Book.held())
	}
	return append(out, v.Issued.Date.held(), v.Issued.Number.held())
}

func registerOf(p docset.Document) view {
	v := newRegister(p)
	return view{data: v, document: v.must, workbook: v.must}
}

func registerMeta(p docset.Document) doc.Meta {
	return madeMeta(p, planInMarks(p.Dossier)+p.Dossier.Words.Say("任务书发放登记表"))
}
