package compose

import (
	"slices"

	"hongtou/internal/assign"
	"hongtou/internal/doc"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
)

type clausesView struct {
	Title   *Title       `doc:"标题：方案的标题和“现行条款（收文单位）”"`
	Issue   *Text        `doc:"印发通知的成文日期"`
	Sources []sourceView `doc:"改动过所印条款的通知，先后为序；照印发文本时为空"`
	Items   []itemView   `doc:"收文单位负责或者督导的整改项，照现行文字；分方面的，只有它的方面"`
}

// newClauses gives the text in force of a recipient's tasks.
func newClauses(p docset.Document) clausesView {
	mine := newScope(p)
	mine.clauses = nil // the clauses of the plan are the task book's matter
	x := newExtract(p.Text, mine.has)
	notice := p.Text.Issued.Notice
	words := "现行条款（" + p.Recipient.Unit.Name.Value + "）"
	v := clausesView{
		Title:   titled("clauses.title", p.Dossier.Plan.Title, words, doc.Outline{Level: 1, Title: words, ID: "clauses"}),
		Issue:   newText("notice.date", notice.Date.Text),
		Sources: x.sources(mine.has),
	}
	tasks := taskIDs(slices.Concat([]assign.Share(nil), p.Recipient.Responsible, p.Recipient.Supervised))
	for _, item := range p.Dossier.Annex.Items() {
		item.Aspects = slices.DeleteFunc(slices.Clone(item.Aspects), func(a dossier.Aspect) bool { return !slices.Contains(tasks, a.ID) })
		if len(item.Aspects) > 0 {
			v.Items = append(v.Items, x.item(item, nil))
		}
	}
	return v
}

func (v clausesView) must() []*value {
	out := append([]*value{v.Title.held()}, mustSources(v.Sources)...)
	for _, i := range v.Items {
		out = append(out, i.must(func(f fieldView) []*value { return f.Label.must() })...)
	}
	return out
}

func clausesOf(p docset.Document) view {
	v := newClauses(p)
	return view{data: v, document: v.must()}
}

func clausesMeta(p docset.Document) doc.Meta {
	return madeMeta(p, "《"+p.Dossier.Plan.Title.Value+"》现行条款（"+p.Recipient.Unit.Name.Value+"）")
}
