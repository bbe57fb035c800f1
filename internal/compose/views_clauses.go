package compose

import (
	"slices"

	"hongtou/internal/doc"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
)

type clausesView struct {
	Title   *Title       `doc:"标题：方案的标题和“现行条款”"`
	Unit    *Text        `doc:"收文单位"`
	Issue   *Text        `doc:"印发通知的成文日期"`
	Sources []sourceView `doc:"改动过所印条款的通知，先后为序；照印发文本时为空"`
	Items   []itemView   `doc:"收文单位负责或者督导的整改项，照现行文字；分方面的，只有它的方面"`

	Contents []contentsView `doc:"目录；整改项不多时为空"`
}

type contentsView struct {
	Title *Text  `doc:"序号和简短标题"`
	To    string `doc:"标题的anchor"`
}

// fewItems can be found without a table of contents.
const fewItems = 5

const clausesWord = "现行条款"

// newClauses gives the text in force of a recipient's tasks.
func newClauses(m *memory, p docset.Document) clausesView {
	mine := m.newScope(p)
	mine.clauses = nil // the clauses of the plan are the task book's matter
	x := m.newExtract(p.Text, mine.has)
	notice := p.Text.Issued.Notice
	v := clausesView{
		Title:   inline("clauses.title", p.Dossier.Plan.Title, clausesWord, doc.Outline{Level: 1, Title: clausesWord + "（" + p.Recipient.Unit.Name.Value + "）", ID: "clauses"}),
		Unit:    unitName(p.Recipient.Unit),
		Issue:   newText("notice.date", notice.Date.Text),
		Sources: x.sources(mine.has),
	}
	tasks := taskIDs(p.Recipient.All())
	for _, part := range p.Dossier.Annex.Parts {
		for i := range part.Items {
			if own := x.aspects(&part.Items[i], tasks); len(own.Aspects) > 0 {
				v.Items = append(v.Items, own)
				v.Contents = append(v.Contents, contentsEntry(part.Items[i]))
			}
		}
	}
	if len(v.Items) <= fewItems {
		v.Contents = nil
	}
	return v
}

// aspects gives an item with those of its aspects that are among some tasks.
func (x *edition) aspects(item *dossier.Item, tasks []string) itemView {
	other := func(a dossier.Aspect) bool { return !slices.Contains(tasks, a.ID) }
	if !slices.ContainsFunc(item.Aspects, func(a dossier.Aspect) bool { return !other(a) }) {
		return itemView{}
	}
	v := x.knownItem(item)
	own := v.Aspects[:0:0]
	for i, a := range item.Aspects {
		if !other(a) {
			own = append(own, v.Aspects[i])
		}
	}
	v.Aspects = own
	return v
}

func contentsEntry(item dossier.Item) contentsView {
	t := dossier.Text{Value: itemTitle(item)}
	if len(item.Problem) > 0 {
		t.At = item.Problem[0].At
	}
	return contentsView{newText(item.ID+".contents", t), anchorID("item", item.ID)}
}

func (v clausesView) must() []*value {
	out := append([]*value{v.Title.held(), v.Unit.held()}, mustSources(v.Sources)...)
	for _, c := range v.Contents {
		out = append(out, c.Title.held())
	}
	for _, i := range v.Items {
		out = append(out, i.must(func(f fieldView) []*value { return f.Label.must() })...)
	}
	return out
}

func clausesOf(m *memory, p docset.Document) view {
	v := newClauses(m, p)
	return view{data: v, document: v.must}
}

func clausesMeta(p docset.Document) doc.Meta {
	return madeMeta(p, planInMarks(p.Dossier)+clausesWord+"（"+p.Recipient.Unit.Name.Value+"）")
}
