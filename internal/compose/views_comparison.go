package compose

import (
	"strings"

	"hongtou/internal/doc"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
	"hongtou/internal/redline"
)

type comparisonView struct {
	Plan    *Title       `doc:"方案的标题"`
	Source  sourceView   `doc:"所对照的通知"`
	Changes []changeView `doc:"各处修改，先后照清单的次序"`
}

type changeView struct {
	Clause  []*Text     `doc:"条款，如“第六项”“整改时限”两项"`
	Verb    string      `doc:"做了什么，与修改记录同"`
	Old     *Paragraphs `doc:"修改前各段，删去的文字已作标记；增加的条款没有"`
	New     *Paragraphs `doc:"修改后各段，增加的文字已作标记；删去的条款没有"`
	Opinion *Paragraphs `doc:"审核意见；通知没有写时为空"`
	Section *Text       `doc:"通知中的部分，如“一”；通知不分部分时为空"`
}

// newComparison compares what one notice changed, value by value.
func newComparison(p docset.Document) comparisonView {
	before := p.Before.Dossier
	if p.Before == p.Text { // amended on the day of issue
		before = p.Text.Issued
	}
	c := newComparing(p.Text, before, []*dossier.Amendment{p.Amendment})
	v := comparisonView{
		Plan:   newTitle("plan.title", p.Dossier.Plan.Title, mainOutline("plan", p.Dossier.Plan.Title)),
		Source: newSource(p.Amendment, p.Text.Applied),
	}
	for _, ch := range c.changes() {
		v.Changes = append(v.Changes, c.row(ch))
	}
	return v
}

func (v comparisonView) must() []*value {
	out := append(v.Plan.must(), v.Source.Date.held(), v.Source.Number.held(), v.Source.Ordinal.held())
	for _, c := range v.Changes {
		out = append(append(out, held(c.Clause)...), c.Old.held(), c.New.held(), c.Opinion.held(), c.Section.held())
	}
	return out
}

// knownNames are the words of the register, which a comparison never cuts.
func knownNames(r *dossier.Register) []string {
	if r == nil {
		return nil
	}
	var out []string
	add := func(ts ...dossier.Text) {
		for _, t := range ts {
			out = append(out, t.Value)
		}
	}
	for _, u := range r.Units {
		add(append(u.Aliases, u.Name)...)
	}
	for _, g := range r.Groups {
		add(append(g.Aliases, g.Name)...)
	}
	for _, p := range r.People {
		add(p.Name)
	}
	return out
}

// row makes the view of one change.
func (c comparing) row(ch change) changeView {
	field := string(ch.address)
	found := c.found(ch)
	v := changeView{
		Verb:    string(ch.verb),
		Old:     newParagraphs(field+".old", marked(field+".old", ch.old, found.before)),
		New:     newParagraphs(field+".new", marked(field+".new", ch.new, found.after)),
		Opinion: newParagraphs(field+".opinion", unmarked(field+".opinion", unlabelled(ch.opinion))),
		Section: newText(field+".section", found.section),
	}
	name := c.names[ch.address]
	if name == nil {
		name = []string{field}
	}
	for _, n := range name {
		v.Clause = append(v.Clause, newText(field+".clause", dossier.Text{Value: n, At: ch.at}))
	}
	return v
}

func values(ts []dossier.Text) []string {
	var out []string
	for _, t := range ts {
		out = append(out, t.Value)
	}
	return out
}

// marked gives paragraphs whose changed characters bear their mark.
func marked(field string, ts []dossier.Text, runs [][]redline.Run) []doc.Paragraph {
	var out []doc.Paragraph
	for i, t := range ts {
		var p doc.Paragraph
		from := 0
		for _, r := range runs[i] {
			to := from + len([]rune(r.Text))
			for _, in := range runsOf(field, part(t, from, to), doc.Body) {
				in.Mark = marking(r.Kind)
				p.Text = append(p.Text, in)
			}
			from = to
		}
		out = append(out, p)
	}
	return out
}

// opinionLabel stands before most opinions; it is the head of their column.
const opinionLabel = "审核意见："

func unlabelled(opinion []dossier.Text) []dossier.Text {
	if len(opinion) == 0 || !strings.HasPrefix(opinion[0].Value, opinionLabel) {
		return opinion
	}
	first := opinion[0].Slice(len([]rune(opinionLabel)), opinion[0].Len())
	return append([]dossier.Text{first}, opinion[1:]...)
}

func marking(k redline.Kind) doc.Marking {
	return [...]doc.Marking{redline.Equal: doc.Unmarked, redline.Inserted: doc.Inserted, redline.Deleted: doc.Deleted}[k]
}

func unmarked(field string, ts []dossier.Text) []doc.Paragraph {
	var out []doc.Paragraph
	for _, t := range ts {
		out = append(out, doc.Paragraph{Text: runsOf(field, t, doc.Body)})
	}
	return out
}
